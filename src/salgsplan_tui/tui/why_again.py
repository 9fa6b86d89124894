"""The third time something is put off, it is asked why: a reason is required from then on."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import App

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.carry_over import wants_reason
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.language import _

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.move import MoveChoice
    from salgsplan_tui.tui.dialogs.reason import ReasonChoice, ReasonDialog


def put_off_again(rows: Iterable[Activity], places: Mapping[str, Placement]) -> tuple[Activity, ...]:
    """Return the rows that these moves put off for the third time or more."""
    return tuple(row for row in rows if row.id in places and wants_reason(row, places[row.id]))


def why_again(rows: tuple[Activity, ...]) -> "ReasonDialog":
    """Return the question why these rows are put off once more."""
    from salgsplan_tui.tui.dialogs.reason import ReasonDialog  # noqa: PLC0415

    count = max(len(row.reschedules) for row in rows)
    return ReasonDialog(_("Moved {count} times before. Why again?").format(count=count), needed=True)


def ask_why_again(app: App[int], rows: tuple[Activity, ...], then: "Callable[[ReasonChoice], None]") -> None:
    """Ask why, and go on with the answer; without one nothing is moved."""

    def go_on(why: "ReasonChoice | None") -> None:
        if why is not None:
            then(why)

    app.push_screen(why_again(rows), go_on)


def reasoned(choice: "MoveChoice", why: "ReasonChoice") -> "MoveChoice":
    """Return the move with its reason."""
    return replace(choice, reason=why.reason, reason_text=why.text or choice.reason_text)
