"""What a typed line came to: told in a row of text or as JSON, with what the person should know about the reading."""

from salgsplan_tui.cli.as_json import Document, activity_document, series_document
from salgsplan_tui.cli.attention import tell_warnings
from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.stopped import stopped_document, tell_stopped
from salgsplan_tui.domain.objecting import Stopped
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.quick_add import Doubt, Notice, Reading
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import duration
from salgsplan_tui.language.messages import sentence
from salgsplan_tui.tui.row_text import place_of


def added_document(plan: Plan, reading: Reading, found: Stopped) -> Document:
    """Return what was added, as the plan holds it now, and what stopped because of what it logged."""
    step = reading.next
    return {
        "activity": activity_document(plan, plan.activity(reading.activity.id)),
        "next": None if step is None else activity_document(plan, plan.activity(step.id)),
        "series": series_document(reading.series),
        "case": _case(reading),
        "notices": [_notice(each) for each in reading.notices],
        **stopped_document(plan, found),
    }


def reading_document(plan: Plan, reading: Reading) -> Document:
    """Return what a line means, with nothing of it in the plan yet."""
    known = with_people(plan, reading)
    return {
        "activity": activity_document(known, reading.activity),
        "next": None if reading.next is None else activity_document(known, reading.next),
        "series": series_document(reading.series),
        "case": _case(reading),
        "notices": [_notice(each) for each in reading.notices],
    }


def _case(reading: Reading) -> Document | None:
    case = reading.case
    return None if case is None else {"id": case.id, "title": case.title, "type": case.type, "state": case.state.value}


def _notice(notice: Notice) -> Document:
    return {
        "code": notice.code,
        "text": sentence(notice.code, notice.values),
        "from": notice.start,
        "to": notice.end,
    }


def with_people(plan: Plan, reading: Reading) -> Plan:
    """Return the plan with the people and firms that the line is the first to name, so that they have names."""
    from dataclasses import replace  # noqa: PLC0415

    return replace(plan, customers={**plan.customers, **{each.id: each for each in reading.customers}})


def tell_notices(call: Call, plan: Plan, reading: Reading) -> None:
    """Say what the person should know about the reading, and about the place it gives the row."""
    for notice in reading.notices:
        call.console.say(f"! {sentence(notice.code, notice.values)}")
    told = frozenset(notice.code for notice in reading.notices)
    tell_warnings(call, plan.activity(reading.activity.id), besides=told)


def tell_added(call: Call, plan: Plan, reading: Reading, found: Stopped) -> None:
    """Answer with what was added, and say what the person should know."""
    if call.options.json:
        call.print_json(added_document(plan, reading, found))
    else:
        print_added(call, plan, reading)
        tell_stopped(call, plan, found)
    tell_notices(call, plan, reading)


def print_added(call: Call, plan: Plan, reading: Reading) -> None:
    """Print the row that was added, and the next step; the id is the first word of a line."""
    from salgsplan_tui.cli.text.row_list import print_rows  # noqa: PLC0415  # only for people

    rows = [reading.activity] if reading.next is None else [reading.activity, reading.next]
    print_rows(call, plan, [plan.activity(row.id) for row in rows])
    for row in rows:
        if row.material_due is not None:
            from salgsplan_tui.tui.labels import material_due  # noqa: PLC0415  # few lines have any

            call.console.print("  " + _("material {until}").format(until=material_due(row)))
        if row.costs:
            from salgsplan_tui.tui.cost_words import outlay_words  # noqa: PLC0415  # as above

            for words in outlay_words(plan, row):
                call.console.print(f"  {words}")
    if reading.series is not None:
        from salgsplan_tui.tui.dialogs.repeat_words import repeat_words  # noqa: PLC0415  # few lines repeat

        call.console.print(f"  ↻ {repeat_words(reading.series)}")


def print_reading(call: Call, reading: Reading) -> None:
    """Print what a line means, thing by thing; where it says two things, both."""
    from salgsplan_tui.cli.text.fields import print_reading_fields  # noqa: PLC0415

    plan = with_people(call.plan, reading)
    print_reading_fields(call, plan, reading.activity, reading.series)
    for doubt in reading.doubts:
        _print_doubt(call, reading, doubt)
    if reading.next is not None:
        call.console.print()
        call.console.print(_("next step"))
        print_reading_fields(call, plan, reading.next)
    for notice in reading.notices:
        call.console.print(f"! {sentence(notice.code, notice.values)}")


def _print_doubt(call: Call, reading: Reading, doubt: Doubt) -> None:
    """Print each way in which the line can be read."""
    for choice in doubt.choices:
        row = reading.activity.changed_to(**choice)
        words = " · ".join(part for part in (place_of(row), duration(row.minutes) if row.minutes else "") if part)
        call.console.print(_("  either: {reading}").format(reading=words))
