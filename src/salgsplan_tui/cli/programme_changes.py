"""The changes of plans and goals from the command line: each one step, told in a sentence, undone as on the screens."""

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import Final, TypeVar, get_args

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.chosen_programme import plan_called
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.when import place_meant, span_meant
from salgsplan_tui.domain.activity import Reason
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.dates import bucket_span
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.goal_line import NewGoal, read_goal
from salgsplan_tui.domain.next_programme import Why, begin, next_programme
from salgsplan_tui.domain.plan_parts import DepartmentActivity
from salgsplan_tui.domain.programme import (
    ActivityProgramme,
    Goal,
    GoalStatus,
    Measurement,
    PlanKind,
    PlanStatus,
    SalesPlan,
    Strategy,
)
from salgsplan_tui.domain.programme_edits import add_part, add_plan, change_part, change_plan, remove_part
from salgsplan_tui.domain.programme_life import activate, adopt, close, origin_of, reopen_plan
from salgsplan_tui.domain.quick_add.numbers import decimal_of
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import N_, _
from salgsplan_tui.session import Edit
from salgsplan_tui.tui.following_words import along

Part = TypeVar("Part", Strategy, ActivityProgramme, Strategy | ActivityProgramme)
_ENDS: Final = tuple(end for end in get_args(GoalStatus))
_HUNDRED: Final = 100


def make_change(call: Call, edit: Edit, said: Said) -> None:
    """Change the plan, and say what was done."""
    from salgsplan_tui.language.said import said_in_words  # noqa: PLC0415  # only who changes something

    call.change(edit, said)
    words = said_in_words(said.key, said.values)
    if call.options.dry_run:
        words = _("Nothing is saved, this would be done: {what}").format(what=words)
    call.console.say(words)


def add_goal(call: Call, plan: SalesPlan, text: str) -> None:
    """Add a goal that a line tells; one that lacks number, unit or deadline is said to be a vision (S37-S38)."""
    goal, identity = _goal(call, text), call.session.new_id()
    edit = partial(add_part, identity=plan.id, part=goal.goal(identity), at=call.clock.stamp())
    make_change(call, edit, Said("goal", {"title": goal.title, "id": identity}))
    _say_vision(call, goal)


def edit_goal(call: Call, plan: SalesPlan, goal: Goal, text: str) -> None:
    """Put what a line tells in the place of a goal's title, number, unit and deadline."""
    new = _goal(call, text)
    made = new.goal(goal.id)
    fields: dict[str, object] = {name: getattr(made, name) for name in ("title", "unit", "target", "deadline")}
    if made.measure is not None:
        fields |= {"measure": made.measure, "area": made.area}
    at = call.clock.stamp()
    said = Said("edited", {"title": new.title, "count": 1})
    make_change(call, lambda now: change_part(now, plan.id, Goal, goal.id, at=at, **fields), said)
    _say_vision(call, new)


def _goal(call: Call, text: str) -> NewGoal:
    return read_goal(text, words=call.session.words, read_when=partial(place_meant, call))


def _say_vision(call: Call, goal: NewGoal) -> None:
    if not goal.is_concrete:
        call.console.say(_("So far it is a vision: it does not say how far, or by when. You can set it all the same."))


def end_goal(call: Call, plan: SalesPlan, text: str) -> None:
    """Settle a goal: "m1=missed: the fair was called off"."""
    name, equals, rest = text.partition("=")
    end, _colon, cause = rest.partition(":")
    status = next((each for each in _ENDS if each == end.strip()), None)
    if not equals or status is None:
        raise MisuseError(N_("“{value}” is not of the form GOAL=reached|missed|dropped|open: why"), value=text)
    goal = goal_called(plan, name)
    why, at = cause.strip() or None, call.clock.stamp()
    edit = partial(change_part, identity=plan.id, kind=Goal, part=goal.id, at=at, status=status, cause=why)
    make_change(call, edit, Said("goal_settled", {"title": goal.title, "id": goal.id}))


def measure_goal(call: Call, plan: SalesPlan, text: str) -> None:
    """Note how far a goal has come today: "nps=25"."""
    name, equals, rest = text.partition("=")
    value = decimal_of(rest.strip()) if equals else None
    if value is None:
        raise MisuseError(N_("“{value}” is not of the form GOAL=NUMBER"), value=text)
    goal, today = goal_called(plan, name), call.now.date()
    told = (*(each for each in goal.measured if each.on != today), Measurement(on=today, value=int(value * _HUNDRED)))
    edit = partial(change_part, identity=plan.id, kind=Goal, part=goal.id, at=call.clock.stamp(), measured=told)
    make_change(call, edit, Said("goal_measured", {"title": goal.title, "id": goal.id}))


def remove_goal(call: Call, plan: SalesPlan, name: str) -> None:
    """Take a goal out."""
    goal = goal_called(plan, name)
    edit = partial(remove_part, identity=plan.id, kind=Goal, part=goal.id, at=call.clock.stamp())
    make_change(call, edit, Said("removed", {"title": goal.title, "count": 1}))


def goal_called(plan: SalesPlan, name: str) -> Goal:
    """Return a goal by its id, or by how its title begins.

    Raises:
        NotFoundError: there is none such, or several.
    """
    wanted = name.strip().casefold()
    found = [goal for goal in plan.goals if goal.id == wanted]
    found = found or [goal for goal in plan.goals if goal.title.casefold().startswith(wanted) and wanted]
    if len(found) > 1:
        raise NotFoundError("ambiguous_goal", text=name, candidates=tuple(goal.title for goal in found))
    if not found:
        raise NotFoundError("no_part", id=name, title=plan.title)
    return found[0]


def new_plan(call: Call, title: str, kind: str, first: str, last: str) -> str:
    """Make a plan, and return its id."""
    code: PlanKind = next(each for each in get_args(PlanKind) if each == kind)
    start, end = span_meant(call, first).start, _last_day(call, last)
    new = SalesPlan(id=call.session.new_id(), kind=code, title=title, start=start, end=end)
    edit = partial(add_plan, sales_plan=new, at=call.clock.stamp())
    make_change(call, edit, Said("added_plan", {"title": title, "id": new.id}))
    return new.id


def _last_day(call: Call, text: str) -> dt.date:
    place = place_meant(call, text)
    if place.date is None:
        return bucket_span(place.bucket or "").last
    return place.end_date or place.date


def set_status(call: Call, plan: SalesPlan, status: PlanStatus) -> None:
    """Make a plan active, closed, a draft again, or put it away; what it lacks or leaves open is named."""
    at = call.clock.stamp()
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
    make_change(call, edit, Said(key, {"title": plan.title, "id": plan.id}))


def add_strategy(call: Call, plan: SalesPlan, title: str) -> None:
    """Add a strategy."""
    _add(call, plan, Strategy(id=call.session.new_id(), title=title), title)


def add_programme(call: Call, plan: SalesPlan, title: str, strategy: str | None) -> None:
    """Add an activity programme, under a strategy where one is named."""
    under = None if strategy is None else _strategy_called(plan, strategy).id
    _add(call, plan, ActivityProgramme(id=call.session.new_id(), title=title, strategy=under), title)


def _add(call: Call, plan: SalesPlan, part: Strategy | ActivityProgramme, title: str) -> None:
    edit = partial(add_part, identity=plan.id, part=part, at=call.clock.stamp())
    make_change(call, edit, Said("added_part", {"title": title, "count": 1}))


def _strategy_called(plan: SalesPlan, name: str) -> Strategy:
    return _called(plan, plan.strategies, name)


def _called(plan: SalesPlan, parts: Sequence[Part], name: str) -> Part:
    """Return the part with this id, or whose title begins so.

    Raises:
        NotFoundError: there is none such, or several.
    """
    wanted = name.casefold()
    exact = [each for each in parts if each.id == wanted]
    found = exact or [each for each in parts if each.title.casefold().startswith(wanted)]
    if len(found) != 1:
        raise NotFoundError("no_part", id=name, title=plan.title)
    return found[0]


def remove_named(call: Call, plan: SalesPlan, name: str) -> None:
    """Take a strategy or an activity programme out; one that something names stays."""
    parts: tuple[Strategy | ActivityProgramme, ...] = (*plan.strategies, *plan.programmes)
    part = _called(plan, parts, name)
    edit = partial(remove_part, identity=plan.id, kind=type(part), part=part.id, at=call.clock.stamp())
    make_change(call, edit, Said("removed", {"title": part.title, "count": 1}))


def set_parent(call: Call, plan: SalesPlan, name: str) -> None:
    """Hang a plan under another one (S7)."""
    above = plan_called(call, name)
    edit = partial(change_plan, identity=plan.id, at=call.clock.stamp(), parent=above.id)
    make_change(call, edit, Said("plan_changed", {"title": plan.title, "id": plan.id}))


def take_down(call: Call, own: SalesPlan | None, name: str, under: str | None) -> None:
    """Take one of a market plan's activities down into one's own plan, its origin kept (S39)."""
    group = None if own is None or under is None else _called(own, own.programmes, under).id
    owner, work = _work_called(tuple(call.plan.sales_plans.values()), name)
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
    make_change(call, edit, Said("adopted", {"title": work.title, "count": 1}))


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


def follow(call: Call, basis: Basis, title: str, reason: Reason | None) -> None:
    """Copy a programme into the next period; what was not finished is carried on for a reason (chapter 6.5)."""
    old, now = basis.programme, call.now
    if old.kind != "market_programme":
        raise MisuseError(N_("Only a market programme is copied into the next period."))
    found = next_programme(call.plan, old, title, now, call.session.new_id)
    if found.carried and reason is None:
        unfinished = ", ".join(row.id for row in found.carried)
        raise MisuseError(N_("Not finished: {value}. Say with --reason why they are carried on."), value=unfinished)
    rows = found.copies.rows
    new_ids = dict(zip((row.id for row in rows), call.session.new_ids(len(rows)), strict=True))
    edit = partial(begin, following=found, new_ids=new_ids, at=call.clock.stamp(), why=Why(reason))
    make_change(call, edit, Said("plan_followed", {"title": title, "id": found.programme.id}))
    for words in along(found):
        call.console.say(words)
