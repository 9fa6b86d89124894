"""The screens that all others are made of: key texts in the person's language, and no crash on a stale selection.

`BINDINGS` hold source texts marked with `N_`; they are translated when they are shown, so that the footer, the key
panel and the help follow a language that changes while the program runs, Textual's own keys included.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Protocol, TypeVar, runtime_checkable

from textual.binding import ActiveBinding, Binding
from textual.screen import ModalScreen, Screen

from salgsplan_tui.language import Language, _, language

Result = TypeVar("Result")


@runtime_checkable
class SaysWhatWasDone(Protocol):
    """A dialog in which changes are made and undone while it stands: it says what each of them did."""

    def say(self, text: str) -> None:
        """Say what was done or undone."""


class PlannerScreen(Screen[Result]):
    """A whole screen of the planner."""

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that can be pressed now, with their texts translated."""
        return _translated(super().active_bindings)

    @property
    def hinted_bindings(self) -> dict[str, ActiveBinding]:
        """Those of them that are shown as hints."""
        return _translated(_hinted(super().active_bindings))

    def get_selected_text(self) -> str | None:
        """Give the text that the mouse marked, if it is still there."""
        return _selected_text(self, super().get_selected_text)


class PlannerModal(ModalScreen[Result], PlannerScreen[Result]):
    """A dialog of the planner: it returns a result and knows nothing of its caller."""


def _hinted(bindings: dict[str, ActiveBinding]) -> dict[str, ActiveBinding]:
    return {key: active for key, active in bindings.items() if active.binding.show and active.binding.description}


def _translated(bindings: dict[str, ActiveBinding]) -> dict[str, ActiveBinding]:
    spoken = language()
    return {
        key: active._replace(binding=_with_words(active.binding, spoken), tooltip=_(active.tooltip))
        for key, active in bindings.items()
    }


@lru_cache(maxsize=1024)  # they are asked for at each move of the focus, all of them
def _with_words(binding: Binding, _spoken: Language) -> Binding:
    group = binding.group and replace(binding.group, description=_(binding.group.description))
    return replace(binding, description=_(binding.description), tooltip=_(binding.tooltip), group=group)


def _selected_text(screen: Screen[Result], read: Callable[[], str | None]) -> str | None:
    try:
        return read()
    except IndexError:  # Textual issue 6708: the text has become shorter than what was marked in it
        screen.clear_selection()
        return None
