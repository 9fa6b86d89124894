"""The person's own keys: which binding moves to which key, and what is wrong with them (textual.md 3.3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding

if TYPE_CHECKING:
    from salgsplan_tui.tui.views.view import PlannerView

_OF_HOURS = "hours."
"""What the keys begin with that only the views have in which the plan is seen by days and hours."""
_NAMES = {
    "space": "space",
    "?": "question_mark",
    ":": "colon",
    ",": "comma",
    ".": "full_stop",
    "+": "plus",
    "-": "minus",
    "/": "slash",
}


@dataclass(frozen=True)
class KeyProblem:
    """One of the person's own keys that cannot be as they wrote it."""

    key: str
    """The sentence's key: key_unknown_id or key_clash."""
    values: Mapping[str, str]


def own_keys(
    wanted: Mapping[str, str], bindings: Iterable[Binding]
) -> tuple[Mapping[str, str], tuple[KeyProblem, ...]]:
    """Return the keymap for Textual and the problems; a key that is already taken is not moved."""
    known: dict[str, list[str]] = {}
    for binding in bindings:
        if binding.id:
            known.setdefault(binding.id, []).extend(_key(key) for key in binding.key.split(","))
    taken = [(key, name) for name, keys in known.items() if name not in wanted for key in keys]
    keymap: dict[str, str] = {}
    problems: list[KeyProblem] = []
    for name, text in wanted.items():
        keys = [_key(key) for key in text.split(",") if key.strip()]
        owner = next((other for key, other in taken if key in keys and at_once(name, other)), None)
        if name not in known:
            problems.append(KeyProblem("key_unknown_id", {"id": name, "key": text}))
        elif owner is not None:
            problems.append(KeyProblem("key_clash", {"id": name, "key": text, "owner": owner}))
        elif keys:
            keymap[name] = ",".join(keys)
            taken += [(key, name) for key in keys]
    return keymap, tuple(problems)


def at_once(one: str, other: str) -> bool:
    """Say whether two bindings may be active at the same time: those of two views, by the first word, never are.

    Nor are those of a view and one that it leaves out, or that only views with hours have.
    """
    from salgsplan_tui.tui.views.table import VIEWS  # noqa: PLC0415  # only who has own keys asks

    views = {view.code: view for view in VIEWS}
    first, second = one.partition(".")[0], other.partition(".")[0]
    if first != second and {first, second} <= views.keys():
        return False
    pairs = ((first, other), (second, one))
    return all(place not in views or _has(views[place].load(), name) for place, name in pairs)


def _has(view: "type[PlannerView]", name: str) -> bool:
    """Say whether a key of this name may be active in a view."""
    own = {binding.id for binding in Binding.make_bindings(view.BINDINGS)}
    return name not in view.without and (not name.startswith(_OF_HOURS) or name in own)


def all_bindings() -> tuple[Binding, ...]:
    """Return every key that a person can move, of all screens and lists, each by itself; what several share, once."""
    from textual.dom import DOMNode  # noqa: PLC0415

    from salgsplan_tui.tui.activity_actions import ActivityActions  # noqa: PLC0415  # only who has own keys asks
    from salgsplan_tui.tui.main_screen import MainScreen  # noqa: PLC0415
    from salgsplan_tui.tui.views.table import VIEWS  # noqa: PLC0415
    from salgsplan_tui.tui.views.view import PlannerView  # noqa: PLC0415
    from salgsplan_tui.tui.widgets.drawn_grid import DrawnGrid  # noqa: PLC0415
    from salgsplan_tui.tui.widgets.line_list import LineList  # noqa: PLC0415

    loaded = (view.load() for view in VIEWS)
    views = (
        kind for view in loaded for kind in view.__mro__ if issubclass(kind, PlannerView) and "BINDINGS" in vars(kind)
    )
    kinds: tuple[type[DOMNode], ...] = (MainScreen, ActivityActions, PlannerView, DrawnGrid, LineList, *views)
    found: dict[tuple[str | None, str], Binding] = {}
    for kind in kinds:
        for binding in Binding.make_bindings(kind.BINDINGS):
            found.setdefault((binding.id, binding.key), binding)
    return tuple(found.values())


def _key(text: str) -> str:
    """Return Textual's name for a key as a person writes it: «Ctrl+N», «?», «ø»."""
    stripped = text.strip()
    if len(stripped) == 1:
        return _NAMES.get(stripped, stripped)
    *modifiers, last = stripped.split("+") if not stripped.endswith("+") else [stripped]
    return "+".join([*(each.lower() for each in modifiers), last if len(last) == 1 and not modifiers else last.lower()])


def key_name(key: str) -> str:
    """Return a key's name as people write it: «?» for question_mark."""
    signs = {name: sign for sign, name in _NAMES.items()} | {
        "asterisk": "*",
        "left_square_bracket": "[",
        "right_square_bracket": "]",
    }
    words = {"pageup": "PgUp", "pagedown": "PgDn", "space": "Space", "enter": "Enter", "escape": "Esc"}
    if key in words or key in signs:
        return words.get(key) or signs[key]
    return key.capitalize() if len(key) > 1 else key
