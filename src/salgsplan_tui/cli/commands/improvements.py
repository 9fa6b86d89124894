"""`improvements`: what is to become better, from where to where and by when; made, measured, settled (S35)."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final, get_args

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.ends import ENDS, end_meant
from salgsplan_tui.cli.identity import found
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.sale import sale_meant
from salgsplan_tui.cli.service_case import Told, case_meant, need_service
from salgsplan_tui.cli.values import Figure, OneOf
from salgsplan_tui.domain import improvement_edits
from salgsplan_tui.domain.improvement import ImprovementArea
from salgsplan_tui.domain.measures import MEASURES
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import Unit
from salgsplan_tui.language import N_, _
from salgsplan_tui.session import Edit, Said

_UNITS: Final = get_args(Unit)
_WAYS: Final = ("up", "down")


@command(
    "improvements",
    N_(
        "ACTION is list, add, edit, measure, settle or remove; without one they are listed.\n\n"
        "For example: salgsplan improvements add quicker answers --measure first_response --was 9 --target 4 "
        "--direction down --deadline 30.6\nsalgsplan improvements measure i1 4.5\n"
        "salgsplan improvements settle i1 reached"
    ),
)
@click.argument("words", metavar=N_("[ACTION] [ID] [WORDS]"), nargs=-1)
@click.option("--title", metavar=N_("TEXT"), help=N_("What is to become better."))
@click.option("--measure", metavar=N_("CODE"), help=N_("What is counted: a measure of goals, or your own words."))
@click.option("--unit", metavar=N_("CODE"), type=OneOf(_UNITS), help=N_("The unit of its figures."))
@click.option("--was", metavar=N_("NUMBER"), type=Figure(), help=N_("How it was."))
@click.option("--target", metavar=N_("NUMBER"), type=Figure(), help=N_("How it is to become."))
@click.option("--direction", metavar=N_("CODE"), type=OneOf(_WAYS), help=N_("Whether more is better, or less."))
@click.option("--deadline", metavar=N_("DATE"), help=N_("By when."))
@click.option("--owner", metavar=N_("NAME"), help=N_("Who is responsible."))
@click.option("--plan", metavar=N_("ID"), help=N_("The sales plan it belongs to."))
@click.option("--case", "cases", metavar=N_("ID"), multiple=True, help=N_("A service case that shows it."))
@click.option("--activity", "activities", metavar=N_("ID"), multiple=True, help=N_("An activity that is done for it."))
def improvements_command(call: Call, *, words: tuple[str, ...], **values: object) -> None:
    """Look at the improvement areas, or change one."""
    need_service(call)
    told = Told(values)
    action = _ACTIONS.get(words[0].lower()) if words else None
    if action is None and words:
        raise MisuseError(N_("“{value}” is none of these: {codes}."), value=words[0], codes=", ".join(_NAMES))
    if action is None:
        _list(call, (), told)
    else:
        action(call, words[1:], told)


def _list(call: Call, _words: Sequence[str], _told: Told) -> None:
    if call.options.json:
        call.print_json({"improvement_areas": [_document(call, call.plan, each.id) for each in _in_order(call.plan)]})
    elif call.plan.improvements:
        from salgsplan_tui.cli.text.improvements import print_areas  # noqa: PLC0415  # only for people

        print_areas(call, call.plan)
    else:
        call.console.say(_("No improvement areas yet."))


def _in_order(plan: Plan) -> tuple[ImprovementArea, ...]:
    from salgsplan_tui.tui.improvement_page import in_order  # noqa: PLC0415  # not for one alone

    return in_order(plan)


def _document(call: Call, plan: Plan, identity: str) -> dict[str, object]:
    from salgsplan_tui.cli.improvement_document import area_document  # noqa: PLC0415  # only for other programs

    return area_document(plan, plan.improvements[identity], call.now)


def _add(call: Call, words: Sequence[str], told: Told) -> None:
    title = " ".join(words) or told.text("title")
    if not title:
        raise MisuseError(N_("Say what is to become better: salgsplan improvements add quicker answers"))
    area = ImprovementArea(id=call.session.new_id(), title=title, owner=call.plan.settings.name or None)
    area = area.changed_to(**_fields(call, told))
    edit = partial(improvement_edits.add_area, area=area, at=call.clock.stamp())
    _tell(call, edit, "area_added", area)


def _edit(call: Call, words: Sequence[str], told: Told) -> None:
    area = _meant(call, words)
    fields = _fields(call, told)
    if not fields:
        raise MisuseError(N_("Say what to change, for instance with --title or --deadline."))
    at = call.clock.stamp()
    _tell(call, lambda plan: improvement_edits.change_area(plan, area.id, at=at, **fields), "area_edited", area)


def _measure(call: Call, words: Sequence[str], _told: Told) -> None:
    area = _meant(call, words)
    if len(words) < 2:  # noqa: PLR2004  # the id and the figure
        raise MisuseError(N_("Say where it stands: salgsplan improvements measure ID NUMBER"))
    value = Figure().convert(" ".join(words[1:]), None, None)
    edit = partial(
        improvement_edits.measure_area, identity=area.id, value=value, on=call.now.date(), at=call.clock.stamp()
    )
    _tell(call, edit, "area_measured", area)


def _settle(call: Call, words: Sequence[str], _told: Told) -> None:
    area = _meant(call, words)
    text = " ".join(words[1:])
    status = end_meant(text)
    if status is None:
        raise MisuseError(N_("“{value}” is none of these: {codes}."), value=text, codes=", ".join(ENDS))
    at = call.clock.stamp()
    _tell(call, lambda plan: improvement_edits.change_area(plan, area.id, at=at, status=status), "area_settled", area)


def _remove(call: Call, words: Sequence[str], _told: Told) -> None:
    area = _meant(call, words)
    _tell(call, partial(improvement_edits.remove_area, identity=area.id, at=call.clock.stamp()), "area_removed", area)


def _meant(call: Call, words: Sequence[str]) -> ImprovementArea:
    if not words:
        raise MisuseError(N_("Which improvement area? Give its id; salgsplan improvements lists them."))
    return sale_meant(call.plan.improvements, words[0], "no_improvement_area")


def _fields(call: Call, told: Told) -> dict[str, object]:
    """Return the fields that options name; the unit of a known measure goes without saying."""
    names = {"title": "title", "measure": "measure", "unit": "unit", "direction": "direction", "owner": "owner"}
    fields: dict[str, object] = {names[name]: text for name in names if (text := told.text(name)) is not None}
    if (plan := told.text("plan")) is not None:
        fields["plan"] = sale_meant(call.plan.sales_plans, plan, "no_plan").id
    figures = {"was": "baseline", "target": "target"}
    fields |= {figures[name]: value for name in figures if (value := told.number(name)) is not None}
    if (deadline := told.text("deadline")) is not None:
        from salgsplan_tui.cli.when import day_meant  # noqa: PLC0415  # where a day is named

        fields["deadline"] = day_meant(call, deadline)
    cases, activities = told.values.get("cases"), told.values.get("activities")
    if isinstance(cases, tuple) and cases:
        fields["cases"] = tuple(case_meant(call, each).id for each in cases)
    if isinstance(activities, tuple) and activities:
        fields["activities"] = tuple(found(call, each).id for each in activities)
    measure = MEASURES.get(str(fields.get("measure", "")))
    if measure is not None:
        fields.setdefault("unit", measure.unit)
    return fields


def _tell(call: Call, edit: Edit, key: str, area: ImprovementArea) -> None:
    plan = call.change(edit, Said(key, {"id": area.id, "title": area.title, "count": 1}))
    if call.options.json:
        is_there = area.id in plan.improvements
        call.print_json({"improvement_area": _document(call, plan, area.id) if is_there else None})
        return
    from salgsplan_tui.cli.text.improvements import print_areas  # noqa: PLC0415  # only for people
    from salgsplan_tui.language.said import said_in_words  # noqa: PLC0415

    print_areas(call, plan, only=area.id)
    words = said_in_words(key, {"title": area.title})
    if call.options.dry_run:
        words = _("Nothing is saved, this would be done: {what}").format(what=words)
    call.console.say(words)


_NAMES: Final = ("list", "add", "edit", "measure", "settle", "remove")
_ACTIONS: Final[Mapping[str, Callable[[Call, Sequence[str], Told], None]]] = {
    name: action
    for names, action in (
        (("list", "liste"), _list),
        (("add", "ny", "legg-til"), _add),
        (("edit", "endre"), _edit),
        (("measure", "mål"), _measure),
        (("settle", "avgjør", "avgjor"), _settle),
        (("remove", "fjern"), _remove),
    )
    for name in names
}
