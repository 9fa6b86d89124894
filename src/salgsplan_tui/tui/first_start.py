"""The first start: a short welcome, then the first goal (S1); or a look at the demo."""

import datetime as dt
from typing import TYPE_CHECKING, Final

from salgsplan_tui.domain import edits
from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.horizons import rest_of_quarter
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.said import Said
from salgsplan_tui.domain.settings import Settings
from salgsplan_tui.language import _, language, set_language
from salgsplan_tui.session import Edit
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.dialogs.welcome import LookAtDemo, NewGoal, Welcome, WelcomeDialog

if TYPE_CHECKING:
    from salgsplan_tui.tui.app import PlannerApp

LOOK_AT_DEMO: Final = -1
"""The app's exit where the person wants to see the demo first."""


def welcome(app: "PlannerApp") -> None:
    """Ask the first questions; nothing is written before they are answered."""

    def take(answer: Welcome | LookAtDemo | None) -> None:
        if isinstance(answer, LookAtDemo):
            app.exit(LOOK_AT_DEMO)
        elif answer is not None:
            app.post_message(
                Change(_setting_up(app, answer), Said("welcomed", {"title": str(answer.settings["name"])}))
            )
            app.screen.refresh_bindings()

    dialog = WelcomeDialog(
        language=language(),
        name=app.desk.environment.get("USER", ""),
        today=app.main.now.date(),
        read_goal=app.desk.read_goal,
        speak=set_language,
    )
    app.push_screen(dialog, take)


def _setting_up(app: "PlannerApp", answer: Welcome) -> Edit:
    today, at, session = app.main.now.date(), app.desk.clock.stamp(), app.desk.session
    ids = (session.new_id(), session.new_id())

    def set_up(plan: Plan) -> Plan:
        wanted = checked_fields(Settings, answer.settings)
        plan = edits.set_settings(plan, **{name: getattr(wanted, name) for name in answer.settings})
        if answer.goal is None:
            return plan
        return edits.add_sales_plan(plan, first_programme(answer.goal, today, ids), at=at)

    return set_up


def first_programme(goal: NewGoal, today: dt.date, ids: tuple[str, str]) -> SalesPlan:
    """Return a draft market programme for the rest of the quarter, with the goal in it (decisions.md)."""
    period = rest_of_quarter(today)
    return SalesPlan(
        id=ids[0], title=_("Market programme"), start=period.start, end=period.last, goals=(goal.goal(ids[1]),)
    )
