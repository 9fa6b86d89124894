"""Making, changing, ordering and removing what plans are made of: the same on `goals`, `budget` and `programme`."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from salgsplan_tui.cli.field_values import parted, plan_reader, read_pairs, told_fields
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.one_step import OneStep
from salgsplan_tui.cli.part_called import part_called
from salgsplan_tui.cli.typed_text import text_meant
from salgsplan_tui.domain.basis import Basis, basis_of
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.fields import Value
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.part_edits import alter_part, completed, drop_part
from salgsplan_tui.domain.part_lines import PARTS, priority_at, told_anew
from salgsplan_tui.domain.part_mentions import title_of
from salgsplan_tui.domain.plan_parts import MarketShareTarget, Product, TextSection
from salgsplan_tui.domain.programme import ActivityProgramme, Goal, SalesPlan, Strategy
from salgsplan_tui.domain.programme_edits import FIELDS, add_part, change_plan, place_part
from salgsplan_tui.domain.said import Said
from salgsplan_tui.domain.strategy_links import under_strategies
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.part_fields import FORMS, part_texts
from salgsplan_tui.tui.part_names import PART_NAMES


class PartOwner(NamedTuple):
    """The step that is being made, and the plan whose parts it changes."""

    step: OneStep
    identity: str

    @property
    def plan(self) -> SalesPlan:
        """The plan as the changes so far leave it."""
        return self.step.plan.sales_plans[self.identity]

    def made(self) -> Basis:
        """Make the step, and return what the plan's figures are counted from then."""
        call = self.step.call
        call.session.need_programme(self.plan.span)
        plan = self.step.make()
        return basis_of(plan, plan.sales_plans[self.identity], call.now.date())


def add_lines(owner: PartOwner, kind: type[Value], text: str, **fields: object) -> None:
    """Add the parts that lines tell, one a line, with these fields set in each.

    Raises:
        NotUnderstoodError: a line cannot be read, or there is none.
        RefusedError: the plan is only shown.
    """
    call = owner.step.call
    field = FIELDS[kind]
    parts = PARTS[field](text_meant(call, text), plan_reader(call).lines)
    if not parts:
        raise MisuseError(N_("Nothing was written to be added."))
    for part in parts:
        if isinstance(part, ActivityProgramme) and not fields.get("strategy"):
            (part,) = under_strategies([part], owner.plan.strategies)  # noqa: PLW2901  # the strategy its line names
        if isinstance(part, Product):
            part = part.changed_to(priority=priority_at(len(owner.plan.products) + 1))  # noqa: PLW2901  # its place
        _add(owner, part.changed_to(**fields))


def _add(owner: PartOwner, part: Value) -> None:
    edit = partial(add_part, identity=owner.identity, part=part, at=owner.step.call.clock.stamp())
    title = title_of(part)
    if isinstance(part, Goal):
        said = Said("goal", {"title": title, "id": part.id})
    else:
        said = Said("added_part", {"title": title, "count": 1})
    usual = {name: getattr(type(part), name, None) for name in type(part).__annotations__}
    named = [name for name, value in usual.items() if getattr(part, name) != value]
    owner.step.add(edit, said, *_understood(owner, part, named))


def _understood(owner: PartOwner, part: Value, names: Collection[str]) -> tuple[str, ...]:
    """Return what was understood of a part's fields, and that a goal is a vision where it is one (S37-S38)."""
    fields = FORMS[type(part)](plan_reader(owner.step.call), owner.plan)
    notes = told_fields(fields, part_texts(part, owner.plan), names)
    if isinstance(part, Goal) and part.is_vision:
        words = _("So far it is a vision: it does not say how far, or by when. You can set it all the same.")
        return (*notes, words)
    return notes


def edit_part(owner: PartOwner, kinds: Sequence[type[Value]], name: str, text: str) -> None:
    """Write a part anew in a line; what the line does not tell stays.

    Raises:
        NotFoundError: there is no such part, or several.
        NotUnderstoodError: the line cannot be read.
        RefusedError: the plan is only shown.
    """
    call, part = owner.step.call, part_called(owner.plan, kinds, name)
    words = text_meant(call, text)
    if isinstance(part, MarketShareTarget):
        raise MisuseError(N_("The market share has several figures. Say which one: --market share=12"))
    if isinstance(part, TextSection):
        _alter(owner, part, {"text": words})
    else:
        _alter(owner, part, told_anew(FIELDS[type(part)], words, plan_reader(call).lines))


def set_fields(owner: PartOwner, kinds: Sequence[type[Value]], settings: Sequence[tuple[str, str]]) -> None:
    """Set fields of parts, «b2 amount=30000», as their forms would.

    Raises:
        MisuseError: there is no such field or choice.
        NotFoundError: there is no such part, or several.
        NotUnderstoodError: a value means nothing.
        RefusedError: the plan is only shown.
    """
    of_parts: dict[str, list[str]] = {}
    for name, pair in settings:
        of_parts.setdefault(name, []).append(pair)
    for name, pairs in of_parts.items():
        part = part_called(owner.plan, kinds, name)
        fields = FORMS[type(part)](plan_reader(owner.step.call), owner.plan)
        values = read_pairs(owner.step.call, fields, pairs)
        _alter(owner, part, _completed(part, values))


def _completed(part: Value, values: Mapping[str, object]) -> dict[str, object]:
    """Return the values with what follows from them and from what the part says already."""
    known = {name: getattr(part, name) for name in type(part).__annotations__}
    return completed(type(part), known | dict(values))


def _alter(owner: PartOwner, part: Value, changed: Mapping[str, object]) -> None:
    title = str(changed.get("title") or title_of(part) or _(PART_NAMES[type(part)]))
    changed = {name: value for name, value in changed.items() if getattr(part, name) != value}
    if not changed:
        owner.step.note(_("“{title}” says so already.").format(title=safe_line(title)))
        return
    edit = partial(alter_part, owner=owner.identity, part=part, changed=changed, at=owner.step.call.clock.stamp())
    notes = _understood(owner, part.changed_to(**changed), changed)
    owner.step.add(edit, Said("edited", {"title": title, "count": 1}), *notes)


def remove(owner: PartOwner, kinds: Sequence[type[Value]], name: str) -> None:
    """Take a part out; one that a row of any week, or another part, still names stays.

    Raises:
        NotFoundError: there is no such part, or several.
        RefusedError: the plan is only shown, or something names the part.
    """
    part = part_called(owner.plan, kinds, name)
    identity: str | None = getattr(part, "id", None)
    if identity is not None:
        owner.step.call.session.need_namers((identity,))
    edit = partial(drop_part, owner=owner.identity, part=part, at=owner.step.call.clock.stamp())
    title = title_of(part) or _(PART_NAMES[type(part)])
    owner.step.add(edit, Said("removed", {"title": title, "count": 1}))


def place(owner: PartOwner, kinds: Sequence[type[Value]], name: str, number: str) -> None:
    """Give a part another place among its like, counted from 1.

    Raises:
        MisuseError: it is no such number.
        NotFoundError: there is no such part, or several.
        RefusedError: the plan is only shown, or the part cannot be placed.
    """
    part = part_called(owner.plan, kinds, name)
    identity: str | None = getattr(part, "id", None)
    if identity is None:
        raise RefusedError("no_place", title=title_of(part) or _(PART_NAMES[type(part)]))
    many = len(getattr(owner.plan, FIELDS[type(part)]))
    if not (number.isdecimal() and 1 <= int(number) <= many):
        raise MisuseError(N_("“{value}” is no place: give 1 to {highest}."), value=number, highest=many)
    edit = partial(
        place_part,
        identity=owner.identity,
        kind=type(part),
        part=identity,
        place=int(number) - 1,
        at=owner.step.call.clock.stamp(),
    )
    owner.step.add(edit, Said("edited", {"title": title_of(part), "count": 1}))


def set_market(owner: PartOwner, pairs: Sequence[str]) -> None:
    """Set figures of the market share, «share=12»; where there is none yet, it is made (S40-S41).

    Raises:
        MisuseError: there is no such field or choice.
        NotUnderstoodError: a value means nothing.
        RefusedError: the plan is only shown.
    """
    call, before = owner.step.call, owner.plan.market_share
    values = read_pairs(call, FORMS[MarketShareTarget](plan_reader(call), owner.plan), pairs)
    if before is not None:
        _alter(owner, before, _completed(before, values))
    elif values:
        made = MarketShareTarget().changed_to(**_completed(MarketShareTarget(), values))
        notes = _understood(owner, made, values)
        edit = partial(change_plan, identity=owner.identity, at=call.clock.stamp(), market_share=made)
        title = title_of(made) or _(PART_NAMES[MarketShareTarget])
        owner.step.add(edit, Said("added_part", {"title": title, "count": 1}), *notes)


def set_section(owner: PartOwner, text: str) -> None:
    """Write a piece of the plan's text, «Bakgrunn=@bakgrunn.md»: a new one, or the one of this title anew.

    Raises:
        MisuseError: it is not of that form, or the file cannot be read.
        RefusedError: the plan is only shown.
    """
    title, typed = parted(text)
    words = text_meant(owner.step.call, typed)
    before = next((each for each in owner.plan.sections if fold(each.title) == fold(title)), None)
    if before is not None:
        _alter(owner, before, {"text": words})
    else:
        _add(owner, TextSection(id=owner.step.call.session.new_id(), title=title, text=words))


def change_parts(owner: PartOwner, kinds: Sequence[type[Value]], given: Mapping[str, Any]) -> None:
    """Do what the options that all three commands take ask for."""
    for name, text in given["edit"]:
        edit_part(owner, kinds, name, text)
    set_fields(owner, kinds, given["settings"])
    for name, number in given["place"]:
        place(owner, kinds, name, number)
    for name in given["remove"]:
        remove(owner, kinds, name)


def strategy_under(owner: PartOwner, name: str | None) -> dict[str, object]:
    """Return the field that puts an activity programme or a budget line under a strategy, where one is named.

    Raises:
        NotFoundError: there is no such strategy, or several.
    """
    return {} if name is None else {"strategy": part_called(owner.plan, (Strategy,), name).id}
