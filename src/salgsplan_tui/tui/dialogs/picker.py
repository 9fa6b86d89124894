"""The picker of a new activity: what can be done in which channel, what it takes, and what the channel gave so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from salgsplan_tui.domain.amounts import rounded
from salgsplan_tui.domain.channel_results import ChannelResult, WhatIf, results_by_channel, what_if
from salgsplan_tui.domain.channels import ActivityType, Catalogue, Channel, named
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import N_, _, language
from salgsplan_tui.language.formats import amount_rounded, duration, number
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar

_NONE = "–"


@dataclass(frozen=True)
class Picked:
    """A channel and what is done in it."""

    channel: Channel
    type: ActivityType

    @property
    def is_hidden(self) -> bool:
        """Say whether it is only shown because hidden ones were asked for."""
        return self.channel.hidden or self.type.hidden


@dataclass(frozen=True)
class Wish:
    """What is to be done to the catalogue, and how the picker was left for it."""

    what: Literal["new", "change", "hide"]
    picked: Picked | None
    """What the cursor stood on."""
    query: str = ""
    with_hidden: bool = False
    at: str = ""
    """The code to stand on when the picker is opened again; empty for where the cursor stood."""

    def standing_on(self, code: str) -> "Wish":
        """Return the same, the cursor on a channel or type when the picker is opened again."""
        return replace(self, at=code, query="" if self.what == "new" else self.query)

    def stands_on(self, picked: Picked) -> bool:
        """Say whether the cursor shall stand on this one."""
        codes = (picked.channel.code, f"{picked.channel.code}.{picked.type.code}")
        if self.at:
            return self.at in codes
        return self.picked is not None and codes[1] == f"{self.picked.channel.code}.{self.picked.type.code}"


def choices(
    catalogue: Catalogue, results: Mapping[str, ChannelResult], query: str = "", *, with_hidden: bool = False
) -> tuple[Picked, ...]:
    """Return what fits a query by name or word in either language: names, then the most used channels."""
    wanted = fold(query.strip())
    channels = catalogue.channels if with_hidden else catalogue.shown

    def rank(channel: Channel) -> tuple[int, bool]:
        return -results.get(channel.code, ChannelResult()).number, not channel.named_in_source

    types = (
        (channel, each)
        for channel in sorted(channels, key=rank)
        for each in (channel.types if with_hidden else channel.shown_types)
    )
    found = (Picked(channel, each) for channel, each in types)
    fitting = (each for each in found if wanted in fold(" ".join(_words(each))))
    return tuple(sorted(fitting, key=lambda each: wanted not in fold(f"{each.type.nb} {each.type.en}")))


def _words(picked: Picked) -> tuple[str, ...]:
    channel, kind = picked.channel, picked.type
    own = (channel.nb, channel.en, *channel.words_nb, *channel.words_en)
    return (*own, kind.nb, kind.en, *kind.words_nb, *kind.words_en)


class PickerDialog(PlannerModal[Picked | Wish | None]):
    """Asks what kind of activity is to be planned, or what is to be done to the kinds there are."""

    DEFAULT_CSS = """
    PickerDialog { align: center middle; }
    PickerDialog Box { width: 100; height: 90%; }
    PickerDialog Horizontal { height: 1fr; margin-top: 1; }
    PickerDialog OptionList { width: 1fr; height: 1fr; border: none; padding: 0; background: transparent; }
    PickerDialog OptionList > .option-list--option-highlighted {
        background: $primary 30%; color: $foreground; text-style: bold;
    }
    PickerDialog OptionList:ansi > .option-list--option-highlighted {
        background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold underline;
    }
    PickerDialog #about { width: 36; height: 1fr; margin-left: 2; }
    PickerDialog.-low Box { height: 100%; }
    """  # not a file: reading one, Textual would style all there is anew, which takes longer than to open the dialog
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", N_("choose"), priority=True, id="picker.take"),
        Binding("up", "walk('cursor_up')", N_("Up"), show=False, priority=True, id="picker.up"),
        Binding("down", "walk('cursor_down')", N_("Down"), show=False, priority=True, id="picker.down"),
        Binding("pageup", "walk('page_up')", N_("Page up"), show=False, priority=True, id="picker.page_up"),
        Binding("pagedown", "walk('page_down')", N_("Page down"), show=False, priority=True, id="picker.page_down"),
        Binding("ctrl+n,f3", "wish('new')", N_("new kind"), priority=True, id="picker.new"),
        Binding("f2", "wish('change')", N_("change"), id="picker.change"),
        Binding("f4", "wish('hide')", N_("hide/show"), id="picker.hide"),
        Binding("f5", "hidden", N_("hidden too"), id="picker.hidden"),
        Binding("escape", "leave", N_("close"), id="dialog.leave"),
    ]

    def __init__(
        self, plan: Plan, results: Mapping[str, ChannelResult] | None = None, left: Wish | None = None
    ) -> None:
        """Take the plan with its channels, what each gave so far if that is read, and how it was left the last time."""
        super().__init__()
        self._plan, self._catalogue = plan, plan.channels
        self._is_read, self._results = results is not None, results or results_by_channel(plan)
        self._is_touched = left is not None
        self._query, self._with_hidden = ("", False) if left is None else (left.query, left.with_hidden)
        self._found = self._that_fit()
        at = (place for place, each in enumerate(self._found) if left is not None and left.stands_on(each))
        self._place = next(at, 0)

    def tell_results(self, plan: Plan, results: Mapping[str, ChannelResult]) -> None:
        """Tell what the channels gave so far; the most used come on top where nobody has typed or walked yet."""
        self._plan, self._results, self._is_read = plan, results, True
        if self._is_touched:
            self._tell()
        else:
            self._list()

    def _that_fit(self) -> tuple[Picked, ...]:
        return choices(self._catalogue, self._results, self._query, with_hidden=self._with_hidden)

    def compose(self) -> ComposeResult:
        """Lay out the line to filter with, the kinds of activity, and what is known about the one under the cursor."""
        with Box().entitle(_("New activity")):
            yield Input(self._query, placeholder=_("Type a part of the name"), select_on_focus=False, compact=True)
            with Horizontal():
                yield OptionList(*self._options(), compact=True, markup=False)
                yield Static(id="about")
            yield HintBar()

    def on_mount(self) -> None:
        """Keep the keys in the line; the list is walked with the arrows."""
        self.query_one(OptionList).can_focus = False
        self.query_one(OptionList).highlighted = self._place if self._found else None

    def on_input_changed(self, message: Input.Changed) -> None:
        """Show what fits."""
        if message.value != self._query:
            self._query, self._is_touched = message.value, True
            self._list()

    def _list(self) -> None:
        self._found = self._that_fit()
        listed = self.query_one(OptionList)
        listed.set_options(self._options())
        listed.highlighted = 0 if self._found else None
        self._tell()

    def _options(self) -> Sequence[Option]:
        if self._found:
            return [Option(_row(each)) for each in self._found]
        hidden = choices(self._catalogue, self._results, self._query, with_hidden=True)
        words = _("Only hidden ones fit. F5 lists them.") if hidden else _("Nothing fits. Ctrl+N makes “{name}”.")
        return [Option(Content(words.format(name=safe_line(self._query.strip()))), disabled=True)]

    def on_option_list_option_highlighted(self) -> None:
        """Tell about the kind under the cursor."""
        self._tell()

    @property
    def _chosen(self) -> Picked | None:
        place = self.query_one(OptionList).highlighted
        return None if place is None or not self._found else self._found[place]

    def _tell(self) -> None:
        chosen = self._chosen
        result = self._results.get(chosen.channel.code, ChannelResult()) if chosen and self._is_read else None
        lines = () if chosen is None else about(self._plan, chosen, result)
        self.query_one("#about", Static).update(Content("\n".join(lines)))

    def action_walk(self, step: str) -> None:
        """Walk the list."""
        self._is_touched = True
        getattr(self.query_one(OptionList), f"action_{step}")()

    def on_option_list_option_selected(self) -> None:
        """Take what was clicked."""
        self.action_take()

    def action_take(self) -> None:
        """Take the kind under the cursor."""
        if self._chosen is not None:
            self.dismiss(self._chosen)

    def action_wish(self, what: Literal["new", "change", "hide"]) -> None:
        """Leave for a new channel or type, or to change, hide or show the one under the cursor."""
        if what == "new" or self._chosen is not None:
            self.dismiss(Wish(what, self._chosen, self._query, self._with_hidden))

    def action_hidden(self) -> None:
        """List those that are hidden too, or no longer."""
        self._with_hidden = not self._with_hidden
        self._list()

    def action_leave(self) -> None:
        """Leave without a choice."""
        self.dismiss(None)


def _row(picked: Picked) -> Content:
    channel, kind = picked.channel, picked.type
    alone = len(channel.types) == 1
    name = safe_line(named(channel if alone else kind, language()))
    beside = "" if alone else f"  {safe_line(named(channel, language()))}"
    hidden = "  " + _("(hidden)") if picked.is_hidden else ""
    return Content.assemble((f"{channel.sign} ", "$primary"), name, (beside + hidden, "$foreground-muted"))


def about(plan: Plan, picked: Picked, result: ChannelResult | None) -> tuple[str, ...]:
    """Return what a kind of activity takes and is measured by, what its channel gave so far, and one more would.

    Without a result that is not read yet.
    """
    kind, catalogue = picked.type, plan.channels
    costs = ", ".join(safe_line(catalogue.cost_kind_name(cost.kind, language())) for cost in kind.costs)
    measures = ", ".join(safe_line(catalogue.measure_name(each, language())) for each in kind.measures)
    lead = _("{count} days before").format(count=kind.lead_days) if kind.lead_days else _NONE
    usual = (
        (_("usual time"), duration(kind.minutes) if kind.minutes else _NONE),
        (_("cost items"), costs or _NONE),
        (_("delivery"), lead),
        (_("measured by"), measures or _NONE),
    )
    takes = (f"{label}: {text}" for label, text in usual)
    if result is None:
        return (*takes, "", _("so far: being read …"))
    return (*takes, "", *_so_far(result), "", *_one_more(what_if(plan, picked.channel.code, kind)))


def _one_more(would: WhatIf) -> tuple[str, ...]:
    contacts = _NONE if would.contacts is None else number(would.contacts, 1)
    orders = _NONE if would.break_even is None else f"{would.break_even}"
    return (
        _("one more: {cost} · contacts: {contacts}").format(cost=_each(would.cost), contacts=contacts),
        _("orders it takes to pay: {orders}").format(orders=orders),
    )


def _so_far(result: ChannelResult) -> tuple[str, ...]:
    counted = (
        (_("contacts"), result.contacts),
        (_("meetings"), result.meetings),
        (_("offers"), result.offers),
        (_("orders"), result.orders),
    )
    lines = [
        f"{label}: {_NONE if count is None else count} · {_each(result.cost_of(count))}" for label, count in counted
    ]
    return (_("so far: {count} done · what each cost, own time too").format(count=result.number), *lines)


def _each(cost: Fraction | None) -> str:
    return _NONE if cost is None else amount_rounded(rounded(cost))
