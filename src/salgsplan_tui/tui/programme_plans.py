"""The keys that make, change and remove whole plans: a programme from a period, an upper plan typed in five minutes."""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from string import ascii_lowercase
from typing import TYPE_CHECKING, ClassVar, Final, get_args

from textual.binding import Binding, BindingType

from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.horizons import Preset, calendar_years, presets, rest_of_quarter
from salgsplan_tui.domain.part_mentions import named_parts
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_tree import links_of_new
from salgsplan_tui.domain.programme import PlanKind, SalesPlan
from salgsplan_tui.domain.programme_edits import add_plan, change_plan, remove_plan
from salgsplan_tui.domain.said import Said
from salgsplan_tui.domain.strategy_links import under_strategies
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.formats import date_range
from salgsplan_tui.language.plan_names import plan_kind_name
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.programme_actions import ProgrammeActions

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.choice_list import Choice
    from salgsplan_tui.tui.dialogs.record_form import RecordResult

_PRESETS: Final[Mapping[Preset, str]] = {
    "next_week": N_("next week"),
    "next_month": N_("next month"),
    "next_quarter": N_("next quarter"),
    "three_months": N_("three months from today"),
    "one_year": N_("one year from today"),
}
_YEARS: Final[Mapping[PlanKind, int]] = {
    "market_plan": 1,
    "tactical_sales_plan": 2,
    "strategic_plan": 5,
    "strategic_sales_plan": 5,
}
"""How many calendar years a new plan of each kind is proposed to last (S36, S46)."""


class ProgrammePlans(ProgrammeActions):
    """A programme from which other plans can be made."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("E", "edit_plan", N_("edit the plan itself"), show=False, id="programme.edit_plan"),
    ]

    @property
    def at(self) -> dt.datetime:
        """The moment of a change."""
        return self.desk.clock.stamp()

    def plan_choices(self) -> "list[Choice[object]]":
        """Return the kinds of plans that can be made: a letter each, the same for every plan shown."""
        from salgsplan_tui.tui.dialogs.choice_list import Choice  # noqa: PLC0415

        kinds: tuple[PlanKind, ...] = get_args(PlanKind)
        names = {kind: _("a plan: {plan}").format(plan=plan_kind_name(kind)) for kind in kinds}
        return [Choice(kind, names[kind], key) for kind, key in zip(kinds, ascii_lowercase, strict=False)]

    def make_plan(self, kind: str) -> None:
        """Open the form of a new plan; for a market programme the period is asked for first (S10)."""
        today = self.now.date()
        if kind == "market_programme":
            self._ask_period(today)
            return
        code: PlanKind = next(each for each in get_args(PlanKind) if each == kind)
        self._open_new(code, calendar_years(today, _YEARS[code]))

    def _ask_period(self, today: dt.date) -> None:
        from salgsplan_tui.tui.dialogs.choice_list import Choice  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

        rest = rest_of_quarter(today)
        choices = [Choice(rest, _("the rest of the quarter"), detail=date_range(rest.start, rest.last))]
        for code, span in presets(today).items():
            choices.append(Choice(span, _(_PRESETS[code]), detail=date_range(span.start, span.last)))
        detail = _("From a week to a year; both days can be changed.")
        dialog = ChooseDialog(_("For which period?"), choices, detail=detail)
        self.app.push_screen(dialog, lambda span: None if span is None else self._open_new("market_programme", span))

    def _open_new(self, kind: PlanKind, span: Span, texts: Mapping[str, str] | None = None) -> None:
        new = SalesPlan(id=self.desk.session.new_id(), kind=kind, start=span.start, end=span.last)
        parent, base = links_of_new(self.plan.sales_plans, kind, span)
        self.open_plan_form(new.changed_to(parent=parent, base=base), texts, is_new=True)

    def action_edit_plan(self) -> None:
        """Open the form of the plan under the cursor, or of the one that is shown.

        Of one that is only shown it holds whether it is: so it is taken over.
        """
        target = self.target
        code = target.id if target is not None and target.kind == "plan" else None
        shown = self.plan.sales_plans.get(code or "") or self.sales_plan
        if shown is not None:
            self.edit_plan(shown)

    def edit_plan(self, shown: SalesPlan) -> None:
        """Open the form of a plan, unless it is only shown."""
        if self.hide:
            self.main.tell("presentation_hides")
        else:
            self.open_plan_form(shown, is_new=False)

    def open_plan_form(self, plan: SalesPlan, texts: Mapping[str, str] | None = None, *, is_new: bool) -> None:
        """Open the form of a plan, with what was typed before where it could not be saved."""
        from salgsplan_tui.tui.dialogs.record_form import RecordForm  # noqa: PLC0415
        from salgsplan_tui.tui.plan_fields import plan_fields, plan_texts  # noqa: PLC0415
        from salgsplan_tui.tui.plan_readers import PlanReader  # noqa: PLC0415

        kind = plan_kind_name(plan.kind)
        title = _("New: {what}").format(what=kind) if is_new else _("Edit: {title}").format(title=plan.title)
        every = plan_fields(PlanReader(self.desk), plan.kind, plan.id, is_new=is_new)
        fields = tuple(each for each in every if each.name == "read_only") if plan.read_only else every
        form = RecordForm(title, fields, texts or plan_texts(plan))
        self.app.push_screen(form, partial(self._take_plan, plan, is_new=is_new))

    def _take_plan(self, plan: SalesPlan, result: "RecordResult | None", *, is_new: bool) -> None:
        if result is None or not result.saved:
            return
        from salgsplan_tui.tui.plan_fields import plan_values  # noqa: PLC0415

        again = partial(self.open_plan_form, plan, dict(result.texts), is_new=is_new)
        if None in {result.values.get("start", ""), result.values.get("end", "")}:
            self.main.tell("period_needed")
            again()
            return
        changed = plan_values(plan, result.values)
        title = str(result.values.get("title", plan.title))
        if is_new:
            made = plan.changed_to(**changed)
            made = made.changed_to(programmes=under_strategies(made.programmes, made.strategies))
            edit = partial(add_plan, sales_plan=made, at=self.at)
            said = Said("added_plan", {"title": title, "id": plan.id})
            self._change_plan(Change(edit, said, otherwise=again), plan.id)
        elif changed:
            at, said = self.at, Said("plan_changed", {"title": title, "id": plan.id})
            change = Change(lambda now: change_plan(now, plan.id, at=at, **changed), said, otherwise=again)
            self._change_plan(change, plan.id)

    def _change_plan(self, change: Change, shown: str | None) -> None:
        """Ask for a change, and show the plan afterwards with what its period needs."""
        change.afterwards = partial(self._show_changed, shown)
        self.post_message(change)

    def _show_changed(self, shown: str | None, before: Plan, after: Plan) -> None:
        del before, after
        self.sheet = "overview" if self.sheet != "plans" else self.sheet
        self.show_plan(shown)

    def remove_plan(self, identity: str) -> None:
        """Take a plan out; one that others rest on, or that activities name, stays."""
        leaving = self.plan.sales_plans[identity]
        said = Said("plan_removed", {"title": leaving.title, "id": identity})
        ids = [each for _kind, each in named_parts(leaving)]
        change = Change(partial(remove_plan, identity=identity), said, need=lambda session: session.need_namers(ids))
        self._change_plan(change, None)
