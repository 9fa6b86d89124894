"""What the report's view shows: which document, for which days, in which words, and what of it is left out."""

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.issued import ReportKind
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.reports.issuing import recipients_for
from salgsplan_tui.domain.reports.privacy import Names
from salgsplan_tui.domain.reports.scope import NAMES, Scope
from salgsplan_tui.domain.reports.table import KINDS, days_of, last_issue, needed_days, next_day, report
from salgsplan_tui.domain.reports.values import Report
from salgsplan_tui.domain.settings import Recipient
from salgsplan_tui.domain.wages import Wage
from salgsplan_tui.language import N_, Language, _, language, speaking
from salgsplan_tui.language.report_names import report_name
from salgsplan_tui.reports.page import Page, page_of
from salgsplan_tui.session import Session
from salgsplan_tui.tui import report_lines
from salgsplan_tui.tui.labels import HIDDEN
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.report_lines import Shown
from salgsplan_tui.tui.report_widgets import DocumentsHead, SectionList
from salgsplan_tui.tui.widgets.drawn_lines import StillLines
from salgsplan_tui.tui.working_view import WorkingView

_MORE: dict[Names, Names] = {"firms": "classes", "classes": "contacts", "contacts": "firms"}


class ReportFrame(WorkingView):
    """Head, the document's lines, the panel beside them, and the status."""

    code = "report"
    SCOPED_CSS = False
    DEFAULT_CSS = """
    #report-head { height: 2; background: $surface; }
    #report-status { height: 1; color: $text-muted; background: $surface; }
    #report-panel { width: 34; border-left: vkey $primary 40%; overflow: hidden; display: none; }
    #report Horizontal { height: 1fr; }
    .-wide #report-panel { display: block; }
    .-low #report-status { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "kind(1)", N_("next document"), id="report.next_kind"),
        Binding("shift+tab", "kind(-1)", N_("previous document"), show=False, id="report.previous_kind"),
        Binding("x", "mark", N_("leave out, or take in"), show=False, id="report.leave_out"),
        Binding("s", "language", N_("the report's language"), show=False, id="report.language"),
        Binding("p", "names", N_("how much of names is told"), show=False, id="report.names"),
        Binding("v", "wages", N_("with or without wages"), show=False, id="report.wages"),
        Binding("H", "history", N_("what was issued"), show=False, id="report.history"),
    ]

    def __init__(self) -> None:
        """Make the page; `set_up` gives it the plan."""
        super().__init__()
        self.kind: ReportKind = "week"
        self.form = "html"
        self.report_language: Language | None = None
        self.names: dict[ReportKind, Names] = {}
        self.with_wages = False
        self.left_out: frozenset[str] = frozenset()
        self.shows_history = False
        self.programme: SalesPlan | None = None
        """The programme that the report is held against."""
        self._wages: tuple[Wage, ...] | None = None
        self._read: frozenset[tuple[str, str]] = frozenset()
        self.lines = SectionList(id="report-lines")
        """The document, or what was issued."""
        self._head = DocumentsHead(self.lines, id="report-head")
        self._panel = StillLines(self.lines, id="report-panel")
        self._status = StillLines(self.lines, id="report-status")
        self._made: tuple[object, Report] | None = None

    def compose(self) -> ComposeResult:
        """Lay out head, document, panel and status."""
        yield self._head
        with Horizontal():
            yield self.lines
            yield self._panel
        yield self._status

    def on_mount(self) -> None:
        """Follow the cursor, and take the keys."""
        self.watch(self.lines, "cursor", self._follow, init=False)
        self.take_focus()

    def on_resize(self) -> None:
        """Use the room that there is."""
        self.call_after_refresh(self.show_page)

    def take_focus(self) -> None:
        """Take the keys."""
        self.lines.focus()

    def need(self, session: Session, day: dt.date) -> None:
        """Read what the report of a day's period tells of, and the wages where they are to be told."""
        session.need_sales_plans()
        key, span = days_of(session.plan, self.kind, day)
        session.need_report(needed_days(self.kind, span))
        if self.with_wages and self._wages is None:
            self._wages = session.wages()
        self._read |= {(self.kind, key)}

    def is_unread(self, day: dt.date) -> bool:
        """Say whether files have to be read first; the frame is shown meanwhile."""
        return (self.kind, days_of(self.plan, self.kind, day)[0]) not in self._read

    def lacks(self, plan: Plan, today: dt.date, day: dt.date) -> bool:
        """Say whether files may have to be read: other documents need others."""
        return self.is_unread(day) or super().lacks(plan, today, day)

    @property
    def days(self) -> tuple[str, Span]:
        """The period that is shown."""
        return days_of(self.plan, self.kind, self.day)

    @property
    def choices(self) -> Shown:
        """What the view is set to."""
        names = self.names.get(self.kind, NAMES[self.kind])
        spoken = self.report_language or language()
        return Shown(self.kind, self.form, spoken, names, self.with_wages, self.left_out)

    @property
    def recipients(self) -> tuple[Recipient, ...]:
        """To whom the report goes."""
        return recipients_for(self.plan.settings.recipients, self.kind)

    @property
    def whole(self) -> Report:
        """The report with all its sections."""
        key, span = self.days
        wages = self._wages if self.with_wages else None
        made_of = (self.plan, self.now.date(), self.kind, key, self.choices.names, wages)
        if self._made is None or not _same(self._made[0], made_of):
            before = last_issue(self.plan, self.kind)
            scope = Scope(self.plan, self.kind, key, span, self.now, self.choices.names, wages, before=before)
            self.programme = scope.programme
            self._made = (made_of, report(scope))
        return self._made[1]

    @property
    def document(self) -> Report:
        """The report as it is to be handed on."""
        return self.whole.without(self.left_out)

    def page(self, found: Report) -> Page:
        """Return a report in its own language."""
        with speaking(self.choices.language):
            return page_of(found, self.plan.channels)

    @property
    def target(self) -> Target | None:
        """What the cursor stands on."""
        return self.lines.target

    def show_page(self) -> None:
        """Draw the document anew; the cursor stays on its section."""
        if not self.is_mounted:
            return
        if self.is_unread(self.day):
            self._head.show(tuple(report_lines.head_lines(self.choices, _("Reading …"), self.size.width)))
            self.lines.show(())
            return
        page = self.page(self.document)
        is_named = self.hide and self.kind == "programme"
        title = report_name(self.kind) if is_named else page.title
        self._head.show(tuple(report_lines.head_lines(self.choices, title, self.size.width)))
        self.lines.show(tuple(self._shown_lines()))
        if self._panel.display:
            last = None if self.hide else last_issue(self.plan, self.kind)
            names = [HIDDEN if self.hide else each.name for each in self.recipients]
            self._panel.show(tuple(report_lines.panel_lines(page, self.choices, names, last)))
        self._follow()

    def _shown_lines(self) -> Iterator[Line]:
        if self.shows_history:
            return report_lines.issued_lines(self.plan.issued.values(), hide=self.hide)
        cells, out = self.lines.scrollable_content_region.width, _("left out")
        with speaking(self.choices.language):
            whole = page_of(self.whole, self.plan.channels)
            return iter(tuple(report_lines.preview_lines(whole, self.choices, cells, out, hide=self.hide)))

    def _follow(self) -> None:
        """Tell the keys of what the cursor stands on."""
        target = self.target
        words = ""
        if target is not None and target.kind == "section":
            words = _("Space leaves the section out, or takes it in again; w writes the report.")
        self.say(words)

    def say(self, text: str) -> None:
        """Say what was done, until the cursor moves on."""
        self._status.show((Line((Part(f" {text}"),)),))

    def go_on(self) -> None:
        """Stand on the next section."""
        self.lines.action_cursor(1)

    def later(self, steps: int) -> dt.date:
        """Return a day in the period before or after."""
        return next_day(self.kind, self.days[1], steps)

    def action_kind(self, step: int) -> None:
        """Turn to another document, of the day that the view stands on."""
        self.action_show_kind(KINDS[(KINDS.index(self.kind) + step) % len(KINDS)])

    def on_documents_head_picked(self, message: DocumentsHead.Picked) -> None:
        """Turn to the document whose name was clicked."""
        self.action_show_kind(message.kind)

    def on_section_list_marked(self, message: SectionList.Marked) -> None:
        """Leave the section out whose mark was clicked, or take it in again."""
        self._mark(message.target)

    def action_show_kind(self, kind: ReportKind) -> None:
        """Turn to a document by its code."""
        self.kind = kind
        self.left_out = frozenset()
        self.shows_history = False
        self.lines.action_edge(-1)
        self.post_message(self.Wanted(self.day))

    def action_mark(self) -> None:
        """Leave the section under the cursor out, or take it in again."""
        if self.target is not None:
            self._mark(self.target)

    def _mark(self, target: Target) -> None:
        if target.kind == "section":
            self.left_out = self.left_out ^ {target.id}
            self.show_page()

    def action_mark_all(self) -> None:
        """Take every section in again."""
        self.left_out = frozenset()
        self.show_page()

    def action_language(self) -> None:
        """Write the report in the other language; that of the screens stays."""
        self.report_language = "en" if self.choices.language == "nb" else "nb"
        self.show_page()

    def action_names(self) -> None:
        """Tell more or fewer names."""
        self.names[self.kind] = _MORE[self.choices.names]
        self.show_page()

    def action_wages(self) -> None:
        """Tell wages, or no longer."""
        self.with_wages = not self.with_wages
        self._read = frozenset()
        self.post_message(self.Wanted(self.day))

    def action_history(self) -> None:
        """Show what was issued, or the document again."""
        self.shows_history = not self.shows_history
        self.show_page()


def _same(one: object, other: tuple[object, ...]) -> bool:
    """Say whether a report was made of the same: the plan itself, for to compare two plans would take long."""
    return isinstance(one, tuple) and one[0] is other[0] and one[1:] == other[1:]
