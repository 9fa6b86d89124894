"""The day view: the day plan as a timeline, with the week's frame beside it (S25; interaction.md 3)."""

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from salgsplan_tui.domain.dates import week_key
from salgsplan_tui.domain.day_plan import day_plan, week_plan
from salgsplan_tui.domain.period_review import due_reviews
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import N_, language
from salgsplan_tui.session import Session
from salgsplan_tui.tui.day_lines import DayPage, day_lines
from salgsplan_tui.tui.head_line import head_line
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.panel_lines import panel_lines
from salgsplan_tui.tui.status_line import status_line
from salgsplan_tui.tui.stopped_calls import StoppedCalls
from salgsplan_tui.tui.views.beside import PanelBeside
from salgsplan_tui.tui.views.hour_keys import hour_keys
from salgsplan_tui.tui.widgets.covered import Beside
from salgsplan_tui.tui.widgets.drawn_lines import StillLines
from salgsplan_tui.tui.widgets.figure_panel import FigurePanel
from salgsplan_tui.tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from salgsplan_tui.domain.standing import Standing


class DayView(PanelBeside):
    """One day of the plan."""

    code = "day"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "step(-1)", N_("Previous day"), show=False, id="cursor.left"),
        Binding("right,l", "step(1)", N_("Next day"), show=False, id="cursor.right"),
        Binding("tab", "panel", N_("figures"), id="day.panel"),
        *hour_keys(show=False),
    ]

    def __init__(self) -> None:
        """Make the page; `set_up` gives it the plan."""
        super().__init__()
        self.older = 0
        """How many rows are overdue that are not told one by one."""
        self.shows_older = False
        """Those rows were asked for too."""
        self.offers = False
        """What was left undone is offered at the top: it was not yet today."""
        self.calls: StoppedCalls | None = None
        """The call session that was stopped, offered above all."""
        self.programme: tuple[dt.date, dt.date] | None = None
        """The first and last day of the programme whose files were read, so that it can be told how it stands."""
        self._page: DayPage | None = None
        self._standing: tuple[Plan, dt.date, Standing | None] | None = None
        self._drawn: tuple[object, ...] = ()
        """What it was drawn for, beside the plan."""
        self.lines = LineList(id="day-lines")
        """The timeline."""
        self._head = StillLines(self.lines, id="day-head")
        self.panel = FigurePanel(self.lines, id="day-panel")
        """The week's frame beside it."""
        self._status = StillLines(self.lines, id="day-status")

    def compose(self) -> ComposeResult:
        """Lay out head, timeline, panel and status."""
        yield self._head
        with Beside():
            yield self.lines
            yield self.panel
        yield self._status

    def on_mount(self) -> None:
        """Paint, and take the keys."""
        self.show_page()
        self.watch(self.lines, "cursor", self._say_status, init=False)
        self.watch(self.panel, "cursor", self._say_status, init=False)
        self.take_focus()

    def need(self, session: Session, day: dt.date) -> None:
        """Read the day, and what is overdue."""
        session.need_day(day)

    def take_focus(self) -> None:
        """Take the keys."""
        self.screen.set_focus(self.lines)

    @property
    def target(self) -> Target | None:
        """What the cursor stands on."""
        return self.panel_target or self.lines.target

    def open_target(self) -> bool:
        """Open a figure of the panel."""
        target = self.panel_target
        if target is None:
            return False
        from salgsplan_tui.tui.panel_figures import open_beside  # noqa: PLC0415  # not to look at a day

        open_beside(self, target)
        return True

    def allows(self, action: str) -> bool:
        """Leave out the keys of activities among the figures."""
        if not self.is_in_panel:
            return True
        from salgsplan_tui.tui.activity_actions import KEYS_OF_ACTIVITIES  # noqa: PLC0415  # loaded by now

        return action not in KEYS_OF_ACTIVITIES.values() or bool(self.marked)

    def follow_focus(self) -> None:
        """Say what the cursor stands on, and draw that one alone."""
        self.lines.set_active(is_active=not self.is_in_panel)
        self._say_status()

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the activities that the cursor can stand on, from top to bottom."""
        return tuple(target.id for target in self.lines.targets)

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids that keys act on; on the line of what was left, its first row."""
        target = self.target
        if not self.marked and target is not None and target.kind == "case":
            return self._row_of_case(target.id)
        is_first = not self.marked and target is not None and target.kind == "left"
        return (target.id,) if is_first and target is not None else super().selected

    def _row_of_case(self, identity: str) -> tuple[str, ...]:
        """Return the row that the line of a case stands under, where there is one."""
        late = (each for each in day_plan(self.plan, self.day, self.now).warnings if each.late is not None)
        return next((each.ids for each in late if each.late is not None and each.late.case == identity), ())

    def go_on(self) -> None:
        """Stand on the next row."""
        self.lines.action_cursor(1)

    @property
    def page(self) -> DayPage:
        """What is shown, as a value."""
        week = week_key(self.day)
        return DayPage(
            plan=self.plan,
            today=day_plan(self.plan, self.day, self.now, older=self.shows_older),
            week_rows=self.plan.in_bucket(week),
            now=self.now,
            marked=self.marked,
            older=self.older,
            hide=self.hide,
            offers=self.offers,
            reviews=due_reviews(self.plan, self.now.date()),
            calls=self.calls,
        )

    def show_page(self) -> None:
        """Draw the day anew where something has changed; the cursor stays on its row."""
        told = self.older, self.shows_older, self.offers, self.calls, self.programme
        drawn = (self.day, self.now, self.marked, told, self.hide, language())
        if self._page is None or self._page.plan is not self.plan or drawn != self._drawn:
            self._drawn, self._page = drawn, self.page
            self._draw(self._page)
        self._say_status()

    def _draw(self, page: DayPage) -> None:
        self._head.show((head_line(page),))
        lines = day_lines(page)
        self.lines.show(lines, at=_first_to_do(lines) if self.lines.target is None else None)
        week = week_plan(self.plan, week_key(self.day), self.now)
        self.panel.show(panel_lines(self.plan, week, standing=self.standing, hide=self.hide))

    @property
    def standing(self) -> "Standing | None":
        """How the programme that runs on the day stands today; None until its files were read."""
        today = self.now.date()
        if self.programme is None:
            return None
        if self._standing is None or self._standing[0] is not self.plan or self._standing[1] != today:
            self._standing = (self.plan, today, self._stands(today))
        return self._standing[2]

    def _stands(self, today: dt.date) -> "Standing | None":
        from salgsplan_tui.domain.basis import basis_of, running_programme  # noqa: PLC0415  # not to look at a day
        from salgsplan_tui.domain.standing import standing  # noqa: PLC0415  # as above

        running = running_programme(self.plan, today)
        if running is None or (running.start, running.end) != self.programme:
            return None
        return standing(basis_of(self.plan, running, today))

    def go_to(self, identity: str) -> None:
        """Stand on an activity, if it is here."""
        if self.is_in_panel:
            self.take_focus()
        self.lines.go_to(Target("activity", identity))

    def _say_status(self) -> None:
        if self._page is not None:
            self._status.show((status_line(self._page, self.target),))

    def say(self, text: str) -> None:
        """Say what was done, until the cursor moves on."""
        self._status.show((Line((Part(f" {text}", "now"),)),))

    def watch_now(self, before: dt.datetime, now: dt.datetime) -> None:
        """Move the line of now; when midnight passes, go along if yesterday's today was shown."""
        if self.is_mounted:
            if before.date() != now.date() and self.day == before.date():
                self.post_message(self.Wanted(now.date()))
            else:
                self.show_page()


def _first_to_do(lines: tuple[Line, ...]) -> Target | None:
    """Return where the cursor stands at first: below the line that offers a review, for keys act on rows."""
    return next((each.target for each in lines if each.target is not None and each.target.kind != "review"), None)
