"""Where to move it: a few words or a day in the month; Enter at once takes the next free time (chapter 6.2)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Self

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from salgsplan_tui.domain.activity import Activity, MovedBy, Reason
from salgsplan_tui.domain.dates import Span, week_key
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.free_time import Weeks
from salgsplan_tui.domain.holidays import holidays_on
from salgsplan_tui.domain.month_grid import DayLoad, loads_of, month_later, month_weeks
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.language.formats import hours, long_date
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.choice_list import Choice, ChoiceList
from salgsplan_tui.tui.dialogs.month_view import FULL, RED, MonthView
from salgsplan_tui.tui.dialogs.move_places import day_of, free_places, places_in_words, written
from salgsplan_tui.tui.dialogs.movers import MOVERS, mover_name
from salgsplan_tui.tui.dialogs.reading import ReadWhenOf
from salgsplan_tui.tui.dialogs.refusal import refusal
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar


@dataclass(frozen=True)
class MoveChoice:
    """Where each row goes, by its id; who moved it, and why if that was told."""

    places: Mapping[str, Placement]
    by: MovedBy = "me"
    reason: Reason | None = None
    reason_text: str | None = None


_NOTE: Final = "::"
_BY: Final = "by"


class MoveDialog(PlannerModal[MoveChoice | None]):
    """Asks for a new place in time; a reason is offered, and never demanded."""

    CSS_PATH = "move.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", N_("move it"), priority=True, id="move.take"),
        Binding("tab", "app.focus_next", N_("reason"), id="move.reason"),
        Binding("up", "days(-7)", N_("A week earlier"), show=False, priority=True, id="move.week_earlier"),
        Binding("down", "days(7)", N_("A week later"), show=False, priority=True, id="move.week_later"),
        Binding("left", "days(-1)", N_("A day earlier"), show=False, priority=True, id="move.day_earlier"),
        Binding("right", "days(1)", N_("A day later"), show=False, priority=True, id="move.day_later"),
        Binding("pageup", "months(-1)", N_("A month earlier"), show=False, priority=True, id="move.month_earlier"),
        Binding("pagedown", "months(1)", N_("A month later"), show=False, priority=True, id="move.month_later"),
        Binding("escape", "leave", N_("close"), id="dialog.leave"),
    ]

    def __init__(
        self,
        plan: Plan,
        activities: Sequence[Activity],
        *,
        now: dt.datetime,
        read_when: ReadWhenOf,
        weeks: Weeks | None = None,
    ) -> None:
        """Take the rows to move, and how to read words and further weeks."""
        super().__init__()
        self._rows = tuple(activities)
        self._now, self._read_when = now, read_when
        self._weeks: Weeks = weeks or (lambda _weeks: plan)
        self._plan = plan
        self._first_text = ""
        self._free: Mapping[str, Placement] = {}
        self._places: Mapping[str, Placement] = {}
        self._shown: Span | None = None
        self._loads: Mapping[dt.date, DayLoad] = {}
        self._picked_text = ""
        self._reason: Reason | None = None
        self._by: MovedBy | None = None

    def begun(self, text: str) -> Self:
        """Begin with what was typed already."""
        self._first_text = text
        return self

    def compose(self) -> ComposeResult:
        """Lay out the words, what they mean, the month and the reasons."""
        with Box().entitle(self._title()):
            yield Input(
                self._first_text, placeholder=_("fri · 10:30 · week 9 · +3d"), select_on_focus=False, compact=True
            )
            yield Static(id="echo")
            with Horizontal():
                yield MonthView(self._now.date(), self._now.date())
                yield ChoiceList(self._reasons())
            yield Static(id="day")
            yield HintBar()

    def _title(self) -> str:
        if len(self._rows) == 1:
            return _("Move: {title}").format(title=labels.title(self._plan, self._rows[0]))
        return ngettext("Move {count} activity", "Move {count} activities", len(self._rows)).format(
            count=len(self._rows)
        )

    def on_mount(self) -> None:
        """Propose the next free time of the same length."""
        self._free = free_places(self._rows, self._now, self._weeks)
        self._understand(self._first_text)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Say what the words mean."""
        self._understand(message.value)

    def _understand(self, typed: str) -> None:
        words = typed.partition(_NOTE)[0].strip()
        echo = self.query_one("#echo", Static)
        try:
            self._places = {row.id: self._read_when(words, row) for row in self._rows} if words else self._free
        except NotUnderstoodError as error:
            self._places = {}
            echo.update(refusal(error, typed))
            return
        echo.update(self._echo(proposed=not words))
        self._show_day()

    def _echo(self, *, proposed: bool) -> Content:
        why = None if self._reason is None else labels.reason_name(self._reason)
        remarks = (_("next free time") if proposed else None, why)
        parts = [(f" · {remark}", "$foreground-muted") for remark in remarks if remark]
        return Content.assemble(("→ ", "bold $primary"), (places_in_words(self._rows, self._places), "bold"), *parts)

    @property
    def _day(self) -> dt.date:
        first = self._rows[0].id
        return day_of(self._places.get(first, self._free[first]), self._now.date())

    def _show_day(self) -> None:
        day = self._day
        weeks = month_weeks(day)
        shown = Span(weeks[0].start, weeks[-1].end)
        if shown != self._shown:
            self._shown = shown
            self._loads = loads_of(self._weeks([week_key(week.start) for week in weeks]), shown)
        self.query_one(MonthView).show(day, self._loads)
        load = self._loads[day]
        free = _("{planned} of {room} h planned").format(
            planned=hours(load.planned_minutes), room=hours(load.capacity_minutes)
        )
        if not load.capacity_minutes and not load.planned_minutes:
            free = _("day off")
        names = [long_date(day), labels.holiday_names(holidays_on(day)), free]
        legend = _("{red} red day  {full} overbooked").format(red=RED, full=FULL)
        words = Content(f"{' · '.join(name for name in names if name)}   {legend}")
        self.query_one("#day", Static).update(words)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the arrows to whoever needs them: the list of reasons, and words typed by hand."""
        if action not in {"days", "months"} or not self.is_mounted:
            return True
        if not isinstance(self.focused, Input):
            return False
        sideways = action == "days" and parameters in {(1,), (-1,)}
        return not sideways or self.focused.value == self._picked_text

    def action_days(self, days: int) -> None:
        """Go some days on from the day shown."""
        self._pick(self._day + dt.timedelta(days=days))

    def action_months(self, months: int) -> None:
        """Go a month on."""
        self._pick(month_later(self._day, months))

    def on_month_view_chosen(self, message: MonthView.Chosen) -> None:
        """Take over the day that was clicked."""
        self._pick(message.day)
        if message.twice:
            self.call_after_refresh(self.action_take)

    def _pick(self, day: dt.date) -> None:
        """Write the day into the words, so that there is one place to read it from."""
        place, row = self._places.get(self._rows[0].id, Placement()), self._rows[0]
        words = written(day, None if self._places is self._free or place.start == row.start else place.start)
        note = self.query_one(Input).value.partition(_NOTE)
        self._picked_text = words if not note[1] else f"{words} {_NOTE}{note[2]}"
        field = self.query_one(Input)
        field.value = self._picked_text
        field.action_end()

    def on_choice_list_picked(self, message: ChoiceList.Picked[Reason | str]) -> None:
        """Keep the reason, or who moved it, and go back to the words."""
        if isinstance(message.value, Reason):
            self._reason = None if self._reason is message.value else message.value
            self.query_one(Input).focus()
        else:
            movers = tuple(MOVERS)
            self._by = movers[(movers.index(self._mover) + 1) % len(movers)]
        self.query_one(ChoiceList).show(self._reasons())
        self._understand(self.query_one(Input).value)

    def _reasons(self) -> tuple[Choice[Reason | str], ...]:
        chosen = [
            Choice[Reason | str](each, labels.reason_name(each), detail="✓" if each is self._reason else "")
            for each in Reason
        ]
        return (*chosen, Choice[Reason | str](_BY, mover_name(self._mover), "b"))

    @property
    def _mover(self) -> MovedBy:
        if self._by is not None:
            return self._by
        return "customer" if self._reason is Reason.CUSTOMER_ASKED else "me"

    def on_input_submitted(self) -> None:
        """Move it."""
        self.action_take()

    def action_take(self) -> None:
        """Move it, if the words are understood."""
        if self._places:
            note = self.query_one(Input).value.partition(_NOTE)[2].strip()
            self.dismiss(MoveChoice(self._places, self._mover, self._reason, note or None))

    def action_leave(self) -> None:
        """Leave it where it is."""
        self.dismiss(None)
