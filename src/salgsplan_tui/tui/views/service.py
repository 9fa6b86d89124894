"""The service view: the cases by their clocks, what service came to, and the improvement areas (S5-S6, S35)."""

import datetime as dt
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.reflection import average_degrees
from salgsplan_tui.domain.service_results import ServiceResults, usual_period
from salgsplan_tui.language import N_, _
from salgsplan_tui.session import Session
from salgsplan_tui.tui.activity_actions import KEYS_OF_ACTIVITIES
from salgsplan_tui.tui.improvement_actions import ImprovementActions
from salgsplan_tui.tui.improvement_page import area_lines, areas_head
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.service_card import CaseCard, ladder_lines
from salgsplan_tui.tui.service_page import case_lines, head_line, heads_line
from salgsplan_tui.tui.service_results_page import cases_counted, degrees_lines, figure_name, results_lines
from salgsplan_tui.tui.service_words import case_title, status_words

_OF_DAYS: Final = frozenset({"view.previous", "view.next", "view.today", "view.mark", "view.mark_all"})
"""The keys that turn pages and mark rows: a case is gone through by itself, and has no day."""
_OF_THE_DAY: Final = MappingProxyType({"plan.carry_over": "carry_over", "plan.ill": "ill", "plan.form": "form"})
"""The keys of a day that this view has its own on, with their actions."""


class ServiceView(ImprovementActions):
    """All service cases, and what to do in them."""

    code = "service"
    hint_of_words = N_("words in titles, customers, causes, notes")
    of_the_day = _OF_THE_DAY
    without = frozenset(KEYS_OF_ACTIVITIES) | _OF_DAYS | of_the_day.keys()

    def __init__(self) -> None:
        """Make the page; `set_up` gives it the plan."""
        super().__init__()
        self._counted: tuple[Plan, dt.datetime, ServiceResults] | None = None
        self._has_read = False

    def need(self, session: Session, day: dt.date) -> None:
        """Read all cases, the running programme's weeks and sales, and the improvement areas."""
        del day
        session.need_service(usual_period(session.plan, session.clock.today()))
        self._has_read = True

    def is_unread(self, day: dt.date) -> bool:
        """Say whether more has to be read: the open cases came with the day, and are shown meanwhile."""
        del day
        return not self._has_read

    @property
    def results(self) -> ServiceResults:
        """What service came to; counted once for each plan and moment."""
        if self._counted is None or self._counted[0] is not self.plan or self._counted[1] != self.now:
            span = usual_period(self.plan, self.now.date())
            self._counted = self.plan, self.now, ServiceResults(self.plan, span, self.now)
        return self._counted[2]

    @property
    def new_people(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Plan with whose case the cursor stands on."""
        case = self.case
        return ((), ()) if case is None else ((case.customer,), (case.contact,) if case.contact else ())

    def show_page(self) -> None:
        """Draw the sheet anew; the cursor stays on its case."""
        if not self.is_mounted:
            return
        cells = self.lines.scrollable_content_region.width
        if self.sheet == "cases":
            page = self.page
            note = "" if self._has_read else _("reading all cases …")
            self._head.show((head_line(page, note),))
            self._heads.show((heads_line(cells),))
            self.lines.show(case_lines(page, cells))
        elif self.sheet == "figures":
            self._head.show((Line((Part(" " + _("What service came to"), "figure"),)),))
            self._heads.show((Line(),))
            self.lines.show(tuple(self._figures()))
        else:
            self._head.show((areas_head(self.plan),))
            self._heads.show((Line(),))
            self.lines.show(area_lines(self.plan, self.results, self.now.date(), cells, hide=self.hide))
        self.say_status()

    def _figures(self) -> Iterator[Line]:
        yield from results_lines(self.results, hide=self.hide)
        if not self.hide:
            yield from degrees_lines(average_degrees(self.plan.reflections.values()))

    def go_to(self, identity: str) -> None:
        """Stand on a case or an improvement area; a case that the filter leaves out is shown all the same."""
        if identity in self.plan.cases and self.sheet == "cases":
            if all(row.case.id != identity for row in self.page.rows):
                self.wanted, self.words, self.only, self.figure = "all", (), None, ""
                self.show_page()
            self.lines.go_to(Target("case", identity))
        else:
            self.lines.go_to(Target("area", identity))

    def open_found(self, identity: str) -> None:
        """Stand on a case, and open its card."""
        self.sheet = "cases"
        self.show_page()
        self.go_to(identity)
        if self.hide:
            self.main.tell("presentation_hides")
        else:
            self.open_card(identity)

    def say_status(self) -> None:
        """Say how the case stands that the cursor stands on, and its ladder beside the list."""
        case = self.case
        words = self.area_words() if case is None else status_words(self.plan, case, self.now, hide=self.hide)
        self._status.show((Line((Part(f" {words}"),)),))
        if not self._panel.display:
            return
        self._panel.show(tuple(self._beside_lines()))

    def _beside_lines(self) -> Iterator[Line]:
        """Yield what stands beside the list on a wide screen: the ladder of the case, and the figures under it."""
        case = self.case
        if case is not None:
            title = case_title(case, hide=self.hide)
            yield Line((Part(f"─ {title} ", "heading"),), rule=True)
            yield from ladder_lines(CaseCard(self.plan, case, self.now), narrow=True)
        if self.sheet != "figures" and self._has_read:
            yield from results_lines(self.results, hide=self.hide, narrow=True)

    def open_target(self) -> bool:
        """Open the card of the case under the cursor; in presentation mode it stays closed."""
        target = self.target
        if target is None:
            return False
        if target.kind == "figure":
            self._open_figure(target.id)
        elif self.hide:
            self.main.tell("presentation_hides")
        elif target.kind == "case":
            self.open_card(target.id)
        else:
            self.open_area(target.id)
        return True

    def _open_figure(self, code: str) -> None:
        """List the cases that a figure was counted from; Esc shows the open ones again."""
        self.only = frozenset(case.id for case in cases_counted(self.results, code))
        self.figure, self.sheet = figure_name(code), "cases"
        self.refresh_bindings()
        self.show_page()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out the keys that turn pages, and those of the other sheets."""
        del parameters
        if action in {"step", "today", "mark", "mark_all"}:
            return False
        return self.sheet_allows(action)
