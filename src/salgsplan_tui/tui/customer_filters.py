"""The keys that choose among the customers and order them; the list shows at once what each leaves."""

from collections import Counter
from dataclasses import replace
from typing import ClassVar, Final, TypeVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from salgsplan_tui.domain.customer_filter import EVERYBODY, NOT_CONTACTED_DAYS, CustomerFilter, both
from salgsplan_tui.domain.customers import Stage
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.sorting import sort_key
from salgsplan_tui.tui.customer_labels import stage_name
from salgsplan_tui.tui.customer_page import CustomersPage
from salgsplan_tui.tui.customer_words import ORDERS, Order
from salgsplan_tui.tui.dialogs.choice_list import Choice
from salgsplan_tui.tui.dialogs.choose import ChooseDialog
from salgsplan_tui.tui.dialogs.refusal import refused_in_words
from salgsplan_tui.tui.filtered_list import FilteredList

_CLASSES: Final = (None, "A", "B", "C")
_DAYS: Final = (None, *NOT_CONTACTED_DAYS)
_ORDERS: Final = tuple(ORDERS)
_EVERY: Final = ""
T = TypeVar("T")


class CustomerFilters(FilteredList):
    """A view whose keys choose among the customers."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "next_class", N_("class A, B, C"), id="customers.class"),
        Binding("w", "next_days", N_("not contacted"), id="customers.days"),
        Binding("z", "no_next_step", N_("no next step"), show=False, id="customers.no_next_step"),
        Binding("b", "choose_stage", N_("stage"), show=False, id="customers.stage"),
        Binding("v", "choose_segment", N_("segment"), show=False, id="customers.segment"),
        Binding("t", "type_words", N_("type a filter"), show=False, id="customers.words"),
        Binding("s", "next_order", N_("sort"), id="customers.order"),
    ]

    def __init__(self) -> None:
        """Leave nobody out, and begin with whom to call."""
        super().__init__()
        self.by_keys = self.typed = CustomerFilter()
        """What was asked for by keys, and by the typed line."""
        self.order: Order = "call"

    @property
    def page(self) -> CustomersPage:
        """What is shown, as a value."""
        raise NotImplementedError

    @property
    def wanted(self) -> CustomerFilter:
        """What the list is filtered by."""
        return both(self.by_keys, self.typed)

    def narrow(self, **parts: object) -> None:
        """Filter by something else too; a key says more than what was typed before."""
        self.by_keys = replace(self.by_keys, **parts)  # type: ignore[arg-type]  # its own fields
        self.typed = replace(self.typed, **{name: getattr(EVERYBODY, name) for name in parts})
        self.show_page()

    def show_all(self) -> None:
        """Leave nobody out any more."""
        self.by_keys = self.typed = EVERYBODY
        self.query_one(Input).value = ""
        self.show_page()

    def action_next_class(self) -> None:
        """Show A, then B, then C customers, then all."""
        self.narrow(customer_class=_after(_CLASSES, self.wanted.customer_class))

    def action_next_days(self) -> None:
        """Show those not contacted for 30, then 60, then 120 days, then all."""
        self.narrow(not_contacted=_after(_DAYS, self.wanted.not_contacted))

    def action_no_next_step(self) -> None:
        """Show those with whom nothing is planned, or all again (S4)."""
        self.narrow(no_next_step=not self.wanted.no_next_step)

    def action_show_waiting(self, identity: str = "") -> None:
        """Show those with whom nothing is planned and nobody else, and stand on one of them."""
        self.show_all()
        self.narrow(no_next_step=True)
        self.go_to(identity)

    def action_next_order(self) -> None:
        """Order the list in another way."""
        self.order = _after(_ORDERS, self.order)
        self.show_page()

    def action_choose_stage(self) -> None:
        """Ask for one stage, or all."""
        counts = Counter(each.customer.stage for each in self.page.records.values())
        stages = [Choice(stage.value, stage_name(stage), detail=str(counts[stage])) for stage in Stage if counts[stage]]
        choices = (Choice(_EVERY, _("all stages"), "0"), *stages)
        self.app.push_screen(ChooseDialog(_("Which stage?"), choices), self._take_stage)

    def _take_stage(self, stage: str | None) -> None:
        if stage is not None:
            self.narrow(stage=Stage(stage) if stage else None)

    def action_choose_segment(self) -> None:
        """Ask for one segment, or all."""
        counts = Counter(each.customer.segment for each in self.page.records.values() if each.customer.segment)
        segments = [Choice(each, each, detail=str(counts[each])) for each in sorted(counts, key=sort_key)]
        choices = (Choice(_EVERY, _("all segments"), "0"), *segments)
        self.app.push_screen(ChooseDialog(_("Which segment?"), choices), self._take_segment)

    def _take_segment(self, segment: str | None) -> None:
        if segment is not None:
            self.narrow(segment=segment or None)

    def action_type_words(self) -> None:
        """Go to the line of words."""
        self.open_words()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Filter while words are typed; what means nothing is told, and filters nothing yet."""
        message.stop()
        try:
            self.typed = self.read_filter(message.value)
        except NotUnderstoodError as error:
            self.say(refused_in_words(error))
        else:
            self.show_page()

    def read_filter(self, text: str) -> CustomerFilter:
        """Read what is typed into the line.

        Raises:
            NotUnderstoodError: a filter in it means nothing.
        """
        raise NotImplementedError

    def action_unmark(self) -> None:
        """Take the marks away; where there are none, show all again."""
        field = self.query_one(Input)
        if self.marked:
            self.marked = frozenset()
        else:
            self.by_keys = self.typed = EVERYBODY
            field.value = ""
        self.leave_words()
        self.show_page()

    def action_mark(self) -> None:
        """Mark the customer under the cursor, or take its mark away, and go on to the next."""
        target = self.target
        if target is not None and target.kind == "customer":
            self.marked = self.marked ^ {target.id}
            self.show_page()
            self.go_on()

    def action_mark_all(self) -> None:
        """Mark every customer that is shown, or none if all are marked."""
        rows = frozenset(row.record.customer.id for row in self.page.rows)
        self.marked = frozenset() if self.marked == rows else rows
        self.show_page()

    def watch_plan(self) -> None:
        """Draw what has changed; a customer who is gone is not marked any more."""
        if self.is_mounted:
            self.marked &= self.plan.customers.keys()
            self.show_page()


def _after(choices: tuple[T, ...], current: T) -> T:
    return choices[(choices.index(current) + 1) % len(choices)]
