"""The keys that make, change, order and remove what a plan is made of, and the plans themselves (S1-S9, S30-S51)."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from textual.binding import Binding, BindingType

from salgsplan_tui.domain.fields import Value
from salgsplan_tui.domain.part_edits import alter_part, completed, drop_part, make_part
from salgsplan_tui.domain.part_mentions import title_of
from salgsplan_tui.domain.plan_parts import (
    MarketShareTarget,
)
from salgsplan_tui.domain.programme import ActivityProgramme, Goal, SalesPlan, Strategy
from salgsplan_tui.domain.programme_edits import FIELDS, add_part, place_part
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import N_, _
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.part_names import OFFERED, PART_NAMES
from salgsplan_tui.tui.programme_plans import ProgrammePlans

if TYPE_CHECKING:
    from salgsplan_tui.domain.goal_line import NewGoal
    from salgsplan_tui.tui.behind import Behind
    from salgsplan_tui.tui.dialogs.record_form import RecordResult

_KINDS: Final[Mapping[str, type[Value]]] = {field: kind for kind, field in FIELDS.items()}
_OF_TARGETS: Final[Mapping[str, type[Value]]] = {"goal": Goal, "strategy": Strategy, "programme": ActivityProgramme}


class PartShown(NamedTuple):
    """A part of the plan that is shown: its kind, and what it says now."""

    kind: type[Value]
    part: Value


class ProgrammeEditing(ProgrammePlans):
    """A programme whose parts can be made, changed, ordered and removed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "new_part", N_("make goal, plan …"), id="programme.new"),
        Binding("e", "edit_part", N_("edit"), id="programme.edit"),
        Binding("delete,backspace", "remove_part", N_("remove a mistake"), show=False, id="programme.remove"),
        Binding("J,ctrl+down", "place_part(1)", N_("further down"), show=False, id="programme.down"),
        Binding("K,ctrl+up", "place_part(-1)", N_("further up"), show=False, id="programme.up"),
    ]

    @property
    def part_shown(self) -> PartShown | None:
        """The part under the cursor."""
        return self.part_of(self.target)

    def part_of(self, target: Target | None) -> PartShown | None:
        """Return the part of the plan that a line stands for."""
        shown = self.sales_plan
        if shown is None or target is None:
            return None
        if target.kind in _OF_TARGETS:
            return _found(shown, _OF_TARGETS[target.kind], target.id)
        if target.kind != "part":
            return None
        field, _colon, identity = target.id.partition(":")
        if field == "market_share":
            return None if shown.market_share is None else PartShown(MarketShareTarget, shown.market_share)
        return _found(shown, _KINDS[field], identity)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys for parts to the activities where the cursor stands on one."""
        if action in {"edit_part", "remove_part"} and self.selected:
            return False
        if action == "place_part":
            return self.part_shown is not None
        return super().check_action(action, parameters)

    def behind(self, target: Target) -> "Behind | None":
        """Return a part in full, with the plan it stands in, or what a figure was counted from."""
        found, shown = self.part_of(target) if target.kind == "part" else None, self.sales_plan
        if found is None or shown is None:
            return super().behind(target)
        from salgsplan_tui.tui.behind import Behind  # noqa: PLC0415
        from salgsplan_tui.tui.part_card import part_card_lines  # noqa: PLC0415
        from salgsplan_tui.tui.plan_readers import PlanReader  # noqa: PLC0415

        draw = partial(part_card_lines, PlanReader(self.desk), shown, found.part)
        return Behind(title_of(found.part) or _(PART_NAMES[found.kind]), draw, target)

    def open_row(self, target: Target, back: Callable[[], None]) -> None:
        """Edit what the rows that were shown are about, or open what was chosen among them."""
        found, shown = self.part_of(target), self.sales_plan
        if found is not None and shown is not None:
            self.lines.go_to(target)
            self.open_part_form(shown, found.kind, found.part)
        elif target.kind == "plan" and target.id in self.plan.sales_plans:
            self.edit_plan(self.plan.sales_plans[target.id])
        else:
            super().open_row(target, back)

    # New

    def action_new_part(self) -> None:
        """Ask what is to be made: a part of this plan, or a plan."""
        from salgsplan_tui.tui.dialogs.choice_list import Choice  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

        shown = self.sales_plan
        offered = () if shown is None or shown.read_only else OFFERED[shown.kind]
        taken = shown is not None and shown.market_share is not None
        kinds = [kind for kind in offered if not (kind is MarketShareTarget and taken)]
        parts: list[Choice[object]] = [Choice(kind, _(PART_NAMES[kind])) for kind in kinds]
        self.app.push_screen(ChooseDialog(_("What is to be made?"), [*parts, *self.plan_choices()]), self._make)

    def _make(self, answer: object) -> None:
        shown = self.sales_plan
        if isinstance(answer, str):
            self.make_plan(answer)
        elif answer is Goal and shown is not None:
            self.open_new_goal(shown)
        elif isinstance(answer, type) and shown is not None:
            self.open_part_form(shown, answer, None)

    def open_new_goal(self, shown: SalesPlan) -> None:
        """Ask for a goal in one line; what lacks number, unit or deadline is said to be a vision (S37-S38)."""
        from salgsplan_tui.tui.dialogs.first_goal import FirstGoalDialog  # noqa: PLC0415

        self.app.push_screen(FirstGoalDialog(self.desk.read_goal), partial(self._take_goal, shown))

    def _take_goal(self, shown: SalesPlan, goal: "NewGoal | None") -> None:
        if goal is None:
            return
        identity = self.desk.session.new_id()
        edit = partial(add_part, identity=shown.id, part=goal.goal(identity), at=self.at)
        self.post_message(Change(edit, Said("goal", {"title": goal.title, "id": identity}), select=identity))

    # The form of a part

    def action_edit_part(self) -> None:
        """Open the form of the part under the cursor; where there is none, of the plan."""
        found, shown = self.part_shown, self.sales_plan
        if self.hide:
            self.main.tell("presentation_hides")
        elif found is not None and shown is not None:
            self.open_part_form(shown, found.kind, found.part)
        else:
            self.action_edit_plan()

    def action_look_at(self, plan: str) -> None:
        """Show a plan; another view asks for it."""
        self.sheet = "overview"
        self.show_plan(plan)

    def action_edit_of(self, plan: str, identity: str) -> None:
        """Go to a part of a plan, and open its form; another view asks for it."""
        self.sheet, self.chosen = "overview", plan
        self.post_message(self.Wanted(self.day, select=identity, then="edit_part"))

    def open_part_form(
        self, shown: SalesPlan, kind: type[Value], part: Value | None, texts: Mapping[str, str] | None = None
    ) -> None:
        """Open the form of a part, a new one where there is none yet, with what was typed before."""
        from salgsplan_tui.tui.dialogs.record_form import RecordForm  # noqa: PLC0415
        from salgsplan_tui.tui.part_fields import FORMS, part_texts  # noqa: PLC0415
        from salgsplan_tui.tui.plan_readers import PlanReader  # noqa: PLC0415

        if shown.read_only:
            self.main.tell("plan_read_only", title=shown.title)
            return
        name = _(PART_NAMES[kind])
        new, old = _("New: {what}").format(what=name), _("Edit: {title}")
        title = new if part is None else old.format(title=title_of(part) or name)
        given = texts or ({} if part is None else part_texts(part, shown))
        form = RecordForm(title, FORMS[kind](PlanReader(self.desk), shown), given)
        self.app.push_screen(form, partial(self._take_part, shown, kind, part))

    def _take_part(
        self, shown: SalesPlan, kind: type[Value], part: Value | None, result: "RecordResult | None"
    ) -> None:
        if result is None or not result.saved:
            return
        values = completed(kind, result.values)
        again = partial(self.open_part_form, shown, kind, part, dict(result.texts))
        if part is None:
            self._add(shown, kind, values, again)
            return
        changed = {name: value for name, value in values.items() if getattr(part, name) != value}
        if changed:
            title = str(values.get("title") or title_of(part) or _(PART_NAMES[kind]))
            identity = getattr(part, "id", None)
            edit = partial(alter_part, owner=shown.id, part=part, changed=changed, at=self.at)
            said = Said("edited", {"title": title, "count": 1})
            self.post_message(Change(edit, said, otherwise=again, select=identity))

    def _add(
        self, shown: SalesPlan, kind: type[Value], values: Mapping[str, object], again: Callable[[], None]
    ) -> None:
        title = str(values.get("title") or values.get("segment") or values.get("market") or "")
        identity = self.desk.session.new_id()
        edit = partial(make_part, owner=shown.id, kind=kind, values=values, identity=identity, at=self.at)
        said = Said("added_part", {"title": title, "count": 1})
        self.post_message(Change(edit, said, otherwise=again, select=identity))

    # Removing and ordering

    def action_remove_part(self) -> None:
        """Take the part under the cursor out of the plan, or the plan on its line; undo brings it back."""
        found, shown, target = self.part_shown, self.sales_plan, self.target
        if found is None or shown is None:
            if target is not None and target.kind == "plan":
                self.remove_plan(target.id)
            return
        edit = partial(drop_part, owner=shown.id, part=found.part, at=self.at)
        identity: str | None = getattr(found.part, "id", None)
        title = title_of(found.part) or _(PART_NAMES[found.kind])
        named = () if identity is None else (identity,)
        said = Said("removed", {"title": title, "count": 1})
        self.post_message(Change(edit, said, need=lambda session: session.need_namers(named)))

    def action_place_part(self, step: int) -> None:
        """Give the part under the cursor another place among its like."""
        found, shown = self.part_shown, self.sales_plan
        identity = None if found is None else getattr(found.part, "id", None)
        if found is None or shown is None or identity is None:
            return
        parts: tuple[Value, ...] = getattr(shown, FIELDS[found.kind])
        place = parts.index(found.part) + step
        if 0 <= place < len(parts):
            edit = partial(place_part, identity=shown.id, kind=found.kind, part=identity, place=place, at=self.at)
            said = Said("edited", {"title": title_of(found.part), "count": 1})
            self.post_message(Change(edit, said, select=identity))


def _found(shown: SalesPlan, kind: type[Value], identity: str) -> PartShown | None:
    """Return a part by its id; of those without one, which are read from files only, none is told from another."""
    parts: tuple[Value, ...] = getattr(shown, FIELDS[kind])
    part = next((each for each in parts if (getattr(each, "id", None) or "") == identity), None)
    return None if part is None else PartShown(kind, part)
