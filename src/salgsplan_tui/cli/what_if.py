"""What if, on the command line: rates, prices, amounts and activities are tried as on the screen, and kept or not."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import astuple, replace
from fractions import Fraction
from functools import partial
from typing import Final, NamedTuple

from salgsplan_tui.cli.as_json import Document
from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.field_values import field_named, parted, plan_reader, read_text, told, told_fields
from salgsplan_tui.cli.figure_documents import exact, steps_document
from salgsplan_tui.cli.identity import found
from salgsplan_tui.cli.one_step import OneStep
from salgsplan_tui.domain.amounts import text_from_ore
from salgsplan_tui.domain.basis import Basis, basis_of
from salgsplan_tui.domain.errors import NotFoundError, NotUnderstoodError, RefusedError
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.funnel import Steps
from salgsplan_tui.domain.programme import Goal
from salgsplan_tui.domain.said import Said
from salgsplan_tui.domain.scenario import Outlook, Scenario, compared, with_scenario
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.dialogs.record_fields import Meant, RecordField
from salgsplan_tui.tui.plan_readers import PlanReader
from salgsplan_tui.tui.what_if_fields import BUDGET, RATES, scenario_of, what_if_fields

_DROP: Final = N_("drop")
_ROW: Final = "row-"
"""What the names of the fields of activities begin with."""
_NO_STEPS: Final = Steps(None, None, None, None, None)


class _Tried(NamedTuple):
    """What is tried, and how it was understood."""

    scenario: Scenario
    notes: tuple[str, ...]


def try_out(call: Call, basis: Basis, pairs: Sequence[str], *, keep: bool) -> None:
    """Tell what the pairs, «hit=60», «b2=30 000», «a31=drop», would change; `keep` makes it one step to undo.

    Raises:
        MisuseError: a pair is not of that form.
        NotFoundError: there is no such rate, line or activity, or several.
        NotUnderstoodError: a value means nothing.
        RefusedError: the plan is only shown, or an activity is settled already.
    """
    plan, at = basis.programme, call.clock.stamp()
    if plan.read_only:
        raise RefusedError("plan_read_only", title=plan.title)
    tried = _tried(call, basis, pairs)
    basis = basis_of(
        call.plan, call.plan.sales_plans[plan.id], basis.as_of
    )  # with the weeks of the rows that were named
    now, then = compared(basis, tried.scenario, at=at)
    for note in tried.notes:
        call.console.say(note)
    if keep:
        _keep(call, basis, tried.scenario)
    goals = {goal.id: goal for goal in plan.goals if goal.is_concrete}
    if call.options.json:
        call.print_json(_document(basis, goals, now, then, kept=keep and not call.options.dry_run))
        return
    from salgsplan_tui.cli.text.drawing import draw  # noqa: PLC0415  # only for people
    from salgsplan_tui.tui.what_if_lines import what_if_lines  # noqa: PLC0415  # as above

    draw(call, what_if_lines(now, then, goals))
    if not keep:
        call.console.say(_("Nothing is changed; --keep keeps it."))


def _keep(call: Call, basis: Basis, scenario: Scenario) -> None:
    plan, step = basis.programme, OneStep(call, basis.programme.title)
    edit = partial(with_scenario, programme=plan.id, scenario=scenario, at=call.clock.stamp())
    if edit(call.plan) is call.plan:
        step.note(_("“{title}” says so already.").format(title=safe_line(plan.title)))
    else:
        step.add(edit, Said("scenario_kept", {"title": plan.title}))
    step.make()


def _tried(call: Call, basis: Basis, pairs: Sequence[str]) -> _Tried:
    reader = plan_reader(call)
    own = what_if_fields(reader, basis.programme)
    given = [(_field(call, reader, own, name), text) for name, text in map(parted, pairs)]
    values = {field.name: read_text(call, field, text) for field, text in given}
    rows = {name.removeprefix(_ROW): value for name, value in values.items() if name.startswith(_ROW)}
    scenario = scenario_of(
        basis.programme,
        values,
        dropped=[row for row, value in rows.items() if value == _DROP],
        moved={row: value for row, value in rows.items() if isinstance(value, dt.date)},
    )
    fields = {field.name: field for field, _text in given}
    texts = {field.name: text for field, text in given}
    return _Tried(scenario, told_fields(tuple(fields.values()), texts, values))


def _field(call: Call, reader: PlanReader, own: Sequence[RecordField], name: str) -> RecordField:
    """Return what a name means: a rate, the prices or a budget line, else the activity whose id begins so."""
    fields = {each.name: replace(each, name=_short(each.name)) for each in own}
    wanted = fold(name.replace("-", "_"))
    labels = {each.name: (each.name, fold(_(each.label))) for each in fields.values()}
    if any(label.startswith(wanted) for names in labels.values() for label in names):
        meant = field_named(tuple(fields.values()), name)
        return next(each for each in own if fields[each.name] is meant)
    try:
        row = found(call, name)
    except NotFoundError as error:
        if error.key == "ambiguous":
            raise
        known = ", ".join(told(each.name, _(each.label)) for each in fields.values())
        raise NotFoundError("nothing_to_try", text=name, known=known) from error
    return RecordField(f"{_ROW}{row.id}", row.title or row.id, partial(_dropped_or_day, reader))


def _short(name: str) -> str:
    return name.removeprefix(RATES).removeprefix(BUDGET)


def _dropped_or_day(reader: PlanReader, text: str) -> Meant:
    """Read what becomes of an activity: it is dropped, or moved to a day."""
    if fold(text.strip()) in {_DROP, fold(_(_DROP)), fold(_("dropped"))}:
        return Meant(_DROP, _("dropped"))
    try:
        day = reader.coming_day(text)
    except NotUnderstoodError as error:
        if error.key != "not_understood":  # else it tells more, as that there is no such week
            raise
        day = Meant()
    if day.value is None:
        raise NotUnderstoodError("not_drop_or_day", text=text)
    return day


def _document(basis: Basis, goals: Mapping[str, Goal], now: Outlook, then: Outlook, *, kept: bool) -> Document:
    """Return both outlooks and their difference; null where one of the two is not known."""
    plan = basis.programme
    return {
        "as_of": basis.as_of.isoformat(),
        "programme": {"id": plan.id, "title": plan.title},
        "kept": kept,
        "now": _outlook(now, goals),
        "then": _outlook(then, goals),
        "difference": _outlook(_difference(now, then), goals),
    }


def _outlook(told: Outlook, goals: Mapping[str, Goal]) -> Document:
    return {
        "goals": [
            {"id": goal.id, "title": goal.title, "unit": goal.unit, "ends": exact(told.goals.get(goal.id))}
            for goal in goals.values()
        ],
        "cost": text_from_ore(told.cost),
        "left": text_from_ore(told.left),
        "minutes": told.minutes,
        "need": steps_document(told.need or _NO_STEPS),
        "missing": steps_document(told.missing or _NO_STEPS),
    }


def _difference(now: Outlook, then: Outlook) -> Outlook:
    return Outlook(
        need=_steps_between(now.need, then.need),
        missing=_steps_between(now.missing, then.missing),
        goals={goal: _between(now.goals.get(goal), value) for goal, value in then.goals.items()},
        cost=then.cost - now.cost,
        left=then.left - now.left,
        minutes=then.minutes - now.minutes,
    )


def _steps_between(now: Steps | None, then: Steps | None) -> Steps | None:
    if now is None or then is None:
        return None
    pairs = zip(astuple(now), astuple(then), strict=True)
    return Steps(*(None if None in pair else pair[1] - pair[0] for pair in pairs))


def _between(now: Fraction | None, then: Fraction | None) -> Fraction | None:
    return None if now is None or then is None else then - now
