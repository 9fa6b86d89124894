"""What can be done to a service case on the command line: opened, taken a step further, compensated, looked back on."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, get_args

from salgsplan_tui.cli import service_case
from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.sale import sale_meant
from salgsplan_tui.cli.service_case import (
    Told,
    case_meant,
    followed_by,
    moment_meant,
    mood_meant,
    said_of_case,
    tell_case,
)
from salgsplan_tui.cli.values import Amount
from salgsplan_tui.domain import case_rows, case_steps, service_edits
from salgsplan_tui.domain.case_steps import News
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.service import WAY, CaseResult, CaseState, EvidenceKind, ServiceCase
from salgsplan_tui.domain.service_edits import START_MOODS
from salgsplan_tui.language import N_, _
from salgsplan_tui.session import Edit, Said

_STEPS: Final = tuple(state.value for state in WAY[1:])


def open_case(call: Call, words: Sequence[str], told: Told) -> None:
    """Open a case."""
    from salgsplan_tui.cli.sale import customer_meant  # noqa: PLC0415  # only here

    if not words:
        raise MisuseError(N_("Say whose case it is: salgsplan service open CUSTOMER what it is about"))
    customer = customer_meant(call, words[0])
    people = call.plan.customers[customer].contacts
    kind = told.text("type") or "complaint"
    mood = told.text("mood")
    case = ServiceCase(id=call.session.new_id(), customer=customer, opened=_minute(moment_meant(call, told.text("at"))))
    case = case.changed_to(
        title=" ".join(words[1:]) or told.text("title") or "",
        type=kind,
        contact=people[0].id if len(people) == 1 else None,
        start_mood=START_MOODS[kind] if mood is None else mood_meant(mood),
    ).changed_to(
        **_fields(call, told, ("contact", "channel", "order", "cause", "area", "delivered", "discovered", "note")),
    )
    if case.opened > call.now:
        raise RefusedError("case_ahead", when=case.opened)
    if case.channel is None:
        case = case.changed_to(channel=service_case.channel_wanted(call))
    edit = partial(service_edits.add_case, case=case, at=call.clock.stamp())
    _tell(call, edit, said_of_case("case_opened", case), case, told)
    if case.channel is None and not call.can_ask:
        text = _("How it came in is not told. Tell it: salgsplan service edit {id} --channel CODE")
        call.console.say(f"! {text.format(id=case.id)}")


def step_case(call: Call, words: Sequence[str], told: Told) -> None:
    """Take a case to its next step, or the one that is named."""
    case = case_meant(call, _first(words))
    named = words[1].lower().replace("-", "_") if len(words) > 1 else None
    if named is not None and named not in _STEPS:
        raise MisuseError(N_("“{value}” is none of these: {codes}."), value=named, codes=", ".join(_STEPS))
    to = case.next_rung if named is None else CaseState(named)
    if to is None:
        raise RefusedError("case_closed", title=case.title)
    _take(call, case, to, told)


def close_case(call: Call, words: Sequence[str], told: Told) -> None:
    """Close a case."""
    _take(call, case_meant(call, _first(words)), CaseState.CLOSED, told)


def _take(call: Call, case: ServiceCase, to: CaseState, told: Told) -> None:
    mood = told.text("mood")
    due = told.text("due")
    news = News(
        cause=told.text("cause"),
        solution=told.text("solution"),
        solution_by=told.text("by"),
        resolution_due=None if due is None else moment_meant(call, due),
        end_mood=None if mood is None else mood_meant(mood),
        evidence_kind=next((each for each in get_args(EvidenceKind) if each == told.text("evidence_kind")), None),
        evidence=told.text("evidence"),
        result=next((each for each in get_args(CaseResult) if each == told.text("result")), None),
        reason=told.text("reason"),
    )
    news = service_case.with_wants(call, case, to, news)
    when = moment_meant(call, told.text("at"))
    edit = partial(
        case_steps.take_step, identity=case.id, to=to, news=news, when=when, now=call.now, at=call.clock.stamp()
    )
    _tell(call, edit, said_of_case(f"case_{to.value}", case), case, told)


def beside(key: str, step: Callable[..., Plan]) -> Callable[[Call, Sequence[str], Told], None]:
    """Return the action of a step beside the ladder: waiting, going on, raised to the leader."""

    def action(call: Call, words: Sequence[str], told: Told) -> None:
        case = case_meant(call, _first(words))
        when = moment_meant(call, told.text("at"))
        edit: Edit = partial(step, identity=case.id, when=when, now=call.now, at=call.clock.stamp())
        _tell(call, edit, said_of_case(key, case), case, told)

    return action


def reopen_case(call: Call, words: Sequence[str], told: Told) -> None:
    """Open a solved case again."""
    case = case_meant(call, _first(words))
    reason = told.text("reason") or " ".join(words[1:])
    when = moment_meant(call, told.text("at"))
    edit = partial(case_steps.reopen, identity=case.id, reason=reason, when=when, now=call.now, at=call.clock.stamp())
    _tell(call, edit, said_of_case("case_reopened", case), case, told)


def mood_case(call: Call, words: Sequence[str], told: Told) -> None:
    """Note how the customer feels."""
    case = case_meant(call, _first(words))
    text = told.text("mood") or " ".join(words[1:])
    if not text:
        raise MisuseError(N_("Say the mood, with --mood -2 to +2."))
    kind = next((each for each in get_args(EvidenceKind) if each == told.text("evidence_kind")), None)
    news = News(end_mood=mood_meant(text), evidence=told.text("evidence"), evidence_kind=kind)
    edit = partial(case_steps.set_mood, identity=case.id, news=news, at=call.clock.stamp())
    _tell(call, edit, said_of_case("case_mood", case), case, told)


def cost_case(call: Call, words: Sequence[str], told: Told) -> None:
    """Note a compensation."""
    case = case_meant(call, _first(words))
    call.session.need_mentions(case.activities)
    amount = told.number("amount")
    if amount is None and len(words) > 1:
        amount = Amount().convert(" ".join(words[1:]), None, None)
    if amount is None:
        raise MisuseError(N_("Say the amount: salgsplan service cost ID AMOUNT"))
    edit = partial(
        case_rows.compensate,
        identity=case.id,
        amount=amount,
        row=told.text("activity"),
        line=told.text("line"),
        at=call.clock.stamp(),
    )
    _tell(call, edit, said_of_case("case_compensated", case), case, told)


def next_case(call: Call, words: Sequence[str], told: Told) -> None:
    """Plan the next activity."""
    case = case_meant(call, _first(words))
    text = told.text("next") or " ".join(words[1:])
    if not text:
        raise MisuseError(N_("Write the next activity: salgsplan service next ID call Friday 10:00"))
    reading = service_case.next_reading(call, text)
    tell_case(call, service_case.plain_next(call, case, reading), said_of_case("case_next", case), case.id)


def link_case(call: Call, words: Sequence[str], told: Told) -> None:
    """Say that an activity belongs to a case."""
    from salgsplan_tui.cli.identity import found  # noqa: PLC0415  # only here

    case = case_meant(call, _first(words))
    row = found(call, told.text("activity") or " ".join(words[1:]))
    edit = partial(case_rows.link, identity=case.id, activity=row.id, at=call.clock.stamp())
    _tell(call, edit, said_of_case("case_linked", case), case, told)


def edit_case(call: Call, words: Sequence[str], told: Told) -> None:
    """Change what is known of a case."""
    case = case_meant(call, _first(words))
    names = ("title", "type", "channel", "contact", "order", "cause", "area", "solution", "by", "due")
    fields = _fields(call, told, (*names, "delivered", "discovered", "note"))
    if not fields:
        raise MisuseError(N_("Say what to change, for instance with --title or --cause."))
    edit: Edit = partial(_changed, identity=case.id, at=call.clock.stamp(), fields=fields)
    _tell(call, edit, said_of_case("case_edited", case), case, told)


def _changed(plan: Plan, *, identity: str, at: dt.datetime, fields: dict[str, object]) -> Plan:
    return service_edits.change_case(plan, identity, at=at, **fields)


def reflect_case(call: Call, words: Sequence[str], told: Told) -> None:
    """Note how the seller coped."""
    from salgsplan_tui.cli.reflecting import reflect_on  # noqa: PLC0415  # seldom

    reflect_on(call, case_meant(call, _first(words)), " ".join(words[1:]) or told.text("note"), told.values)


def remove_case(call: Call, words: Sequence[str], _told: Told) -> None:
    """Take a case out that was put in by mistake."""
    case = case_meant(call, _first(words))
    said = said_of_case("case_removed", case)
    call.change(partial(service_edits.remove_case, identity=case.id, at=call.clock.stamp()), said)
    if call.options.json:
        call.print_json({"removed": case.id})
        return
    from salgsplan_tui.language.said import said_in_words  # noqa: PLC0415  # only for people

    call.console.say(said_in_words(said.key, said.values))


def _tell(call: Call, edit: Edit, said: Said, case: ServiceCase, told: Told) -> None:
    text = told.text("next")
    reading = None if text is None else service_case.next_reading(call, text)
    tell_case(call, followed_by(call, edit, case.id, reading), said, case.id)


_KEYS: Final = {"area": "improvement_area", "by": "solution_by", "due": "resolution_due", "note": "notes"}


def _fields(call: Call, told: Told, names: Sequence[str]) -> dict[str, object]:
    """Return the fields of a case that options name."""
    from salgsplan_tui.cli.when import day_meant  # noqa: PLC0415  # where a day is named

    readers: dict[str, Callable[[Call, str], object]] = {
        "contact": service_case.contact_meant,
        "channel": service_case.channel_meant,
        "order": lambda call, text: sale_meant(call.plan.orders, text, "no_order").id,
        "area": lambda call, text: sale_meant(call.plan.improvements, text, "no_improvement_area").id,
        "delivered": day_meant,
        "discovered": day_meant,
        "due": moment_meant,
    }
    given = {name: text for name in names if (text := told.text(name)) is not None}
    return {
        _KEYS.get(name, name): readers[name](call, text) if name in readers else text for name, text in given.items()
    }


def _minute(when: dt.datetime) -> dt.datetime:
    return when.replace(second=0, microsecond=0)


def _first(words: Sequence[str]) -> str | None:
    return words[0] if words else None
