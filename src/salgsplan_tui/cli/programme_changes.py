"""Whole plans changed from the command line: made, their own fields, their status, taken out, followed by another."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final, get_args

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.field_values import plan_reader, read_pairs, read_text, told_fields
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.one_step import OneStep
from salgsplan_tui.cli.part_called import part_called
from salgsplan_tui.cli.part_changes import PartOwner
from salgsplan_tui.cli.typed_text import text_meant
from salgsplan_tui.domain.activity import Reason
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.errors import NotFoundError, NotUnderstoodError
from salgsplan_tui.domain.next_programme import NextProgramme, Why, begin, next_programme
from salgsplan_tui.domain.part_mentions import named_parts
from salgsplan_tui.domain.plan_parts import DepartmentActivity
from salgsplan_tui.domain.programme import ActivityProgramme, PlanKind, PlanStatus, SalesPlan
from salgsplan_tui.domain.programme_edits import add_plan, change_plan, remove_plan
from salgsplan_tui.domain.programme_life import activate, adopt, close, origin_of, reopen_plan
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.plan_names import plan_kind_name
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.session import Edit
from salgsplan_tui.tui.dialogs.record_fields import RecordField
from salgsplan_tui.tui.following_words import along, not_carried
from salgsplan_tui.tui.plan_fields import plan_fields, plan_texts, plan_values

OWN: Final[Mapping[str, str]] = {
    "title": "title",
    "start": "from",
    "end": "to",
    "discipline": "for",
    "parent": "serves",
    "base": "rests-on",
    "vision": "vision",
    "sale_or_counter": "counter",
    "read_only": "read-only",
}
"""The fields of a plan itself, and the options that set them; `--rate` sets those of the funnel."""
_RATES: Final = "rates-"
_TEXTS: Final = frozenset(("vision", "sale_or_counter"))


def new_plan(step: OneStep, title: str, kind: str | None, given: Mapping[str, Any]) -> str:
    """Make a plan of a title and a period, and return its id.

    Raises:
        MisuseError: title or period is missing.
        RefusedError: it is shorter or longer than a plan of its kind may be.
    """
    if not title or given["from"] is None or given["to"] is None:
        raise MisuseError(N_("Say its title, its first and its last day: --new --from 1.4 --to 30.6 TITLE"))
    call = step.call
    code: PlanKind = next((each for each in get_args(PlanKind) if each == kind), "market_programme")
    today, identity = call.now.date(), call.session.new_id()
    empty = SalesPlan(id=identity, kind=code, title=title, start=today, end=today)
    values = _read(call, empty, {**given, "title": None})
    made = empty.changed_to(**_changed(empty, values))
    edit = partial(add_plan, sales_plan=made, at=call.clock.stamp())
    notes = told_fields(_fields(call, made), plan_texts(made), values)
    step.add(edit, Said("added_plan", {"title": title, "id": identity}), *notes)
    return identity


def set_own(owner: PartOwner, given: Mapping[str, Any]) -> None:
    """Set the fields of a plan itself that options name.

    Raises:
        MisuseError: plans of its kind have no such field, or a choice is none.
        NotFoundError: a plan that is named is not there, or could be several.
        NotUnderstoodError: a value means nothing.
        RefusedError: the plan is only shown, or would be shorter or longer than it may be.
    """
    call, plan = owner.step.call, owner.plan
    values = _read(call, plan, given)
    if not values:
        return
    changed, at = _changed(plan, values), call.clock.stamp()
    if not changed:
        owner.step.note(_("“{title}” says so already.").format(title=safe_line(plan.title)))
        return
    said = Said("plan_changed", {"title": str(values.get("title", plan.title)), "id": plan.id})
    new = plan.changed_to(**changed)
    notes = told_fields(_fields(call, new), plan_texts(new), values)
    owner.step.add(lambda now: change_plan(now, plan.id, at=at, **changed), said, *notes)


def _fields(call: Call, plan: SalesPlan) -> tuple[RecordField, ...]:
    return plan_fields(plan_reader(call), plan.kind, plan.id, is_new=False)


def _changed(plan: SalesPlan, values: Mapping[str, object]) -> dict[str, object]:
    if None in (values.get("start", ""), values.get("end", "")):
        raise NotUnderstoodError("period_needed")
    return plan_values(plan, values)


def _read(call: Call, plan: SalesPlan, given: Mapping[str, Any]) -> dict[str, object]:
    fields = {each.name: each for each in _fields(call, plan)}
    values: dict[str, object] = {}
    for name, option in OWN.items():
        if (text := given[option.replace("-", "_")]) is not None:
            field = _field(plan, fields, name, option)
            values[name] = read_text(call, field, text_meant(call, text) if name in _TEXTS else text)
    if given["rate"]:
        rates = [
            replace(each, name=name.removeprefix(_RATES)) for name, each in fields.items() if name.startswith(_RATES)
        ]
        if not rates:
            _field(plan, fields, "rates", "rate")
        values |= {f"{_RATES}{name}": value for name, value in read_pairs(call, rates, given["rate"]).items()}
    return values


def _field(plan: SalesPlan, fields: Mapping[str, RecordField], name: str, option: str) -> RecordField:
    if name not in fields:
        kind, known = plan_kind_name(plan.kind), [f"--{OWN[each]}" for each in fields if each in OWN]
        text = N_("--{option} says nothing of this plan: {kind}. Such a plan takes {options}.")
        raise MisuseError(text, option=option, kind=kind, options=", ".join(known))
    return fields[name]


def set_status(owner: PartOwner, status: PlanStatus) -> None:
    """Make a plan active, closed, a draft again, or put it away; what it lacks or leaves open is named."""
    plan, at = owner.plan, owner.step.call.clock.stamp()
    again = partial(reopen_plan, identity=plan.id, at=at)
    steps: dict[PlanStatus, tuple[str, Edit]] = {
        "active": ("plan_activated", partial(activate, identity=plan.id, at=at))
        if plan.status == "draft"
        else ("plan_reopened", again),
        "closed": ("plan_closed", partial(close, identity=plan.id, goals={}, at=at)),
        "archived": ("plan_archived", partial(change_plan, identity=plan.id, at=at, status="archived")),
        "draft": ("plan_drafted", partial(change_plan, identity=plan.id, at=at, status="draft")),
    }
    key, edit = steps[status]
    owner.step.add(edit, Said(key, {"title": plan.title, "id": plan.id}))


def take_out(owner: PartOwner) -> None:
    """Take a plan out that was made by mistake.

    Raises:
        RefusedError: it is only shown, another plan hangs under it, or something outside of it names a part of it.
    """
    plan = owner.plan
    owner.step.call.session.need_namers(identity for _kind, identity in named_parts(plan))
    edit = partial(remove_plan, identity=plan.id)
    owner.step.add(edit, Said("plan_removed", {"title": plan.title, "id": plan.id}))


def take_down(step: OneStep, own: SalesPlan | None, name: str, under: str | None) -> None:
    """Take one of a market plan's activities down into one's own plan, its origin kept (S39).

    Raises:
        NotFoundError: there is no such activity, or activity programme.
        RefusedError: it was taken down before.
    """
    call = step.call
    group = None if own is None or under is None else part_called(own, (ActivityProgramme,), under).id
    owner, work = _work_called(tuple(step.plan.sales_plans.values()), name)
    call.session.need_mentions((origin_of(owner.id, work),))
    kind = call.plan.channels.type(work.channel, work.type)
    edit = partial(
        adopt,
        source=owner.id,
        department_activity=work.id,
        new_id=call.session.new_id(),
        at=call.clock.stamp(),
        programme=group,
        minutes=None if kind is None else kind.minutes,
    )
    step.add(edit, Said("adopted", {"title": work.title, "count": 1}))


def _work_called(plans: Sequence[SalesPlan], name: str) -> tuple[SalesPlan, DepartmentActivity]:
    wanted = name.casefold()
    found = [
        (plan, work)
        for plan in plans
        for work in plan.activities
        if wanted in {work.id, origin_of(plan.id, work)} or work.title.casefold().startswith(wanted)
    ]
    if len(found) > 1:
        raise NotFoundError("ambiguous", id=name, candidates=tuple(work.title for _plan, work in found))
    if not found:
        raise NotFoundError("no_plan", id=name)
    return found[0]


def follow(step: OneStep, basis: Basis, title: str, reasons: Sequence[str]) -> None:
    """Copy a programme into the next period; what was not finished is carried on for its reasons (chapter 6.5).

    Raises:
        MisuseError: it is no market programme, or a reason is missing, none, or for what is not carried on.
    """
    call, old = step.call, basis.programme
    if old.kind != "market_programme":
        raise MisuseError(N_("Only a market programme is copied into the next period."))
    found = next_programme(call.plan, old, title, call.now, call.session.new_id)
    whys = _whys(found, reasons)
    if missing := [row.id for row in found.carried if row.id not in whys]:
        text = N_("Not finished: {value}. Say with --reason why they are carried on.")
        raise MisuseError(text, value=", ".join(missing))
    rows = found.copies.rows
    new_ids = dict(zip((row.id for row in rows), call.session.new_ids(len(rows)), strict=True))
    edit = partial(begin, following=found, new_ids=new_ids, at=call.clock.stamp(), whys=whys)
    notes = (*along(found), *not_carried(found.stays))
    step.add(edit, Said("plan_followed", {"title": title, "id": found.programme.id}), *notes)


def _whys(found: NextProgramme, reasons: Sequence[str]) -> dict[str, Why]:
    """Return why each row is carried on: `ill` says it of all, `a26=ill` of one."""
    carried = {row.id for row in found.carried}
    of_all: list[Why] = []
    of_one: dict[str, Why] = {}
    for each in reasons:
        name, has_name, code = each.rpartition("=")
        identity = name.strip().casefold()
        if has_name and identity not in carried:
            text = N_("“{value}” is not among what is carried on: {ids}.")
            raise MisuseError(text, value=name, ids=", ".join(sorted(carried)) or "–")
        why = Why(_reason(code.strip()))
        if has_name:
            of_one[identity] = why
        else:
            of_all.append(why)
    return {**(dict.fromkeys(carried, of_all[-1]) if of_all else {}), **of_one}


def _reason(code: str) -> Reason:
    if code not in set(Reason):
        text = N_("“{value}” is none of these: {codes}.")
        raise MisuseError(text, value=code, codes=", ".join(Reason))
    return Reason(code)
