"""The service cases as values and lines: the most pressing first, in the columns there is room for."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, NamedTuple

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.case_clock import CaseClock, clock_of, urgency
from salgsplan_tui.domain.case_rows import next_rows
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.case_names import case_state_name
from salgsplan_tui.language.formats import duration
from salgsplan_tui.language.safe import clip, width
from salgsplan_tui.tui.customer_words import next_contact
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.service_words import case_title, contact_of, customer_of, moment, moods_of, type_name

CaseFilter = Literal["open", "late", "no_next", "waiting", "closed", "all"]

FILTERS: Final[dict[CaseFilter, str]] = {
    "open": N_("open cases"),
    "late": N_("clock has run out"),
    "no_next": N_("without a next activity"),
    "waiting": N_("waiting, or with the leader"),
    "closed": N_("closed cases"),
    "all": N_("all cases"),
}
"""What the list may show, in the order of the key that goes through them."""

_GAP: Final = "  "
_LEAST_TITLE: Final = 24
_BESIDE: Final = frozenset({"waiting_customer", "escalated"})


class CaseRow(NamedTuple):
    """One case of the list, with its clock and what is planned in it."""

    case: ServiceCase
    clock: CaseClock | None
    next: tuple[Activity, ...]

    @property
    def is_late(self) -> bool:
        """Say whether its clock has run out."""
        return self.clock is not None and self.clock.has_run_out


@dataclass(frozen=True)
class CasesPage:
    """What the list of cases shows."""

    plan: Plan
    now: dt.datetime
    wanted: CaseFilter = "open"
    words: tuple[str, ...] = ()
    """Words to be found in title, customer, contact, type, cause, solution and notes."""
    hide: bool = False
    """Presentation mode: names are hidden."""
    only: frozenset[str] | None = None
    """The ids of the cases that a figure was counted from, where it was opened."""
    figure: str = ""
    """That figure's name."""

    @cached_property
    def rows(self) -> tuple[CaseRow, ...]:
        """The cases that the filter leaves, the most pressing first."""
        if self.only is not None:
            rows = (self.row(self.plan.cases[each]) for each in self.only if each in self.plan.cases)
            return tuple(sorted(rows, key=lambda row: urgency(self.plan, row.case, self.now)))
        found = [self.row(case) for case in self.plan.cases.values() if self._may_fit(case)]
        kept = [row for row in found if self._fits(row)]
        return tuple(sorted(kept, key=lambda row: urgency(self.plan, row.case, self.now)))

    def row(self, case: ServiceCase) -> CaseRow:
        """Return the row of a case."""
        return CaseRow(case, clock_of(self.plan, case, self.now), next_rows(self.plan, case) if case.is_open else ())

    def _may_fit(self, case: ServiceCase) -> bool:
        return self.wanted == "all" or case.is_open is (self.wanted != "closed")

    def _fits(self, row: CaseRow) -> bool:
        fits = {
            "late": row.is_late,
            "no_next": not row.next,
            "waiting": row.case.state.value in _BESIDE,
        }.get(self.wanted, True)
        return fits and all(fold(word) in self._text(row.case) for word in self.words)

    def _text(self, case: ServiceCase) -> str:
        whose = (customer_of(self.plan, case), contact_of(self.plan, case), type_name(case.type))
        parts = (case.id, case.title, *whose, case.cause, case.solution, case.notes)
        return fold(" ".join(part for part in parts if part))


class Column(NamedTuple):
    """One column: its head, its cells, and what stands in it."""

    head: str
    width: int
    text: Callable[[CasesPage, CaseRow], Part]
    is_right: bool = False


def _state(_page: CasesPage, row: CaseRow) -> Part:
    return Part(case_state_name(row.case.state))


def _due(page: CasesPage, row: CaseRow) -> Part:
    clock = row.clock
    if clock is None or clock.due is None or clock.is_stopped:
        return Part("" if clock is None or not clock.is_stopped else _("stands still"), "muted")
    words = _("answer {due}") if clock.kind == "response" else _("solve {due}")
    return Part(words.format(due=moment(clock.due, page.now.date())), "warning" if row.is_late else "text")


def _left(_page: CasesPage, row: CaseRow) -> Part:
    if row.clock is None or row.clock.due is None:
        return Part("")
    if row.is_late:
        return Part(f"−{duration(-row.clock.left)}", "overdue")
    return Part(duration(row.clock.left), "figure")


def _mood(_page: CasesPage, row: CaseRow) -> Part:
    return Part(moods_of(row.case))


def _next(_page: CasesPage, row: CaseRow) -> Part:
    if row.next:
        return Part(next_contact(row.next[0]))
    return Part("! " + _("none"), "warning") if row.case.is_open else Part("")


_COLUMNS: Final = (
    Column(N_("step"), 15, _state),
    Column(N_("due"), 22, _due),
    Column(N_("left"), 9, _left, is_right=True),
    Column(N_("mood"), 7, _mood),
    Column(N_("next activity"), 16, _next),
)
"""The columns in their order."""
_BY_ROOM: Final = (1, 0, 2, 4, 3)
"""The order in which they come where there is room, the most important first."""


def columns(cells: int) -> tuple[Column, ...]:
    """Return the columns beside mark and title that fit into so many cells."""
    chosen: list[int] = []
    for number in _BY_ROOM:
        if _title_cells(cells, [*chosen, number]) >= _LEAST_TITLE:
            chosen.append(number)
    return tuple(_COLUMNS[number] for number in sorted(chosen))


def _title_cells(cells: int, chosen: Sequence[int]) -> int:
    return cells - 3 - sum(_COLUMNS[number].width + len(_GAP) for number in chosen)


def _room(cells: int) -> int:
    return cells - 3 - sum(each.width + len(_GAP) for each in columns(cells))


def heads_line(cells: int) -> Line:
    """Return the heads of the columns."""
    heads = [_fitted(_(each.head), each.width, is_right=each.is_right) for each in columns(cells)]
    return Line((Part(_GAP.join((f"  {_fitted(_('case'), _room(cells))}", *heads)), "heading"),))


def case_lines(page: CasesPage, cells: int) -> tuple[Line, ...]:
    """Return the rows at this width; where there are none, why, and the way on."""
    if not page.rows:
        return tuple(Line((Part(f" {text}", "muted"),)) for text in _nothing(page))
    return tuple(row_line(page, row, cells) for row in page.rows)


def row_line(page: CasesPage, row: CaseRow, cells: int) -> Line:
    """Return one case's line at this width."""
    title = case_title(row.case, hide=page.hide)
    who = customer_of(page.plan, row.case, hide=page.hide)
    named = title if who.casefold() in title.casefold() else f"{title} · {who}"
    parts = [
        Part("! " if row.is_late else "  ", "overdue"),
        Part(_fitted(named, _room(cells)), "title" if row.case.is_open else "done"),
    ]
    for each in columns(cells):
        part = each.text(page, row)
        parts.append(Part(_GAP + _fitted(part.text, each.width, is_right=each.is_right), part.style))
    return Line(tuple(parts), target=Target("case", row.case.id))


def head_line(page: CasesPage, note: str = "") -> Line:
    """Return what is shown to the left, and how many of how many to the right, or a note."""
    asked = page.figure or _(FILTERS[page.wanted])
    asked += f" · “{' '.join(page.words)}”" if page.words and not page.hide else ""
    shown, known = len(page.rows), len(page.plan.cases)
    count = str(known) if shown == known else _("{count} of {all}").format(count=shown, all=known)
    left = (Part(" " + _("Service cases"), "figure"), Part(f" · {asked}", "now"))
    return Line(left, (Part(f"{note or count} "),))


def _nothing(page: CasesPage) -> tuple[str, ...]:
    if not page.plan.cases:
        return (
            _("No service cases yet."),
            _("c opens one, and so does “complaint @Name today 15:30” in a new activity."),
        )
    if page.wanted == "open" and not page.words:
        return (_("No case is open. f shows those that are closed."),)
    return (_("No case fits. Esc shows those that are open."),)


def _fitted(text: str, cells: int, *, is_right: bool = False) -> str:
    cut = clip(text, cells)
    filler = " " * (cells - width(cut))
    return filler + cut if is_right else cut + filler
