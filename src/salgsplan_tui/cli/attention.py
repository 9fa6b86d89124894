"""What to look out for after a row was planned or moved: said beside it, never in its way (interaction.md 1.3)."""

from salgsplan_tui.cli.call import Call
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import week_key
from salgsplan_tui.domain.day_plan import day_plan
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_warnings import PlanWarning
from salgsplan_tui.language.formats import clock
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.labels import warning_name


def tell_warnings(call: Call, row: Activity, *, besides: frozenset[str] = frozenset()) -> None:
    """Say what its new place brings; `besides` are the codes of what was said already."""
    if row.date is None or not row.is_open or call.options.dry_run:
        return
    call.session.need_weeks([week_key(row.date)])
    for warning in day_plan(call.plan, row.date, call.now).warnings:
        if row.id in warning.ids and warning.code not in besides:
            call.console.say(f"! {_words(call.plan, row, warning)}")


def _words(plan: Plan, row: Activity, warning: PlanWarning) -> str:
    others = [plan.activity(each) for each in warning.ids if each != row.id]
    if warning.code != "double_booked" or not others:
        return warning_name(warning)
    named = ", ".join(f"{clock(each.start)} {safe_line(each.title)}" for each in others if each.start)
    return f"{warning_name(warning)}: {named}"
