"""What the command of service cases works with: which one is meant, moods, moments, and telling a change."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.sale import sale_meant
from salgsplan_tui.domain import edits
from salgsplan_tui.domain.case_rows import lacks_next, plan_next
from salgsplan_tui.domain.case_steps import WANTED, News, Want, wants
from salgsplan_tui.domain.errors import NotFoundError, NotUnderstoodError, RefusedError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.service import CaseState, ServiceCase
from salgsplan_tui.domain.service_results import usual_period
from salgsplan_tui.language import N_, _
from salgsplan_tui.session import Edit, Said

if TYPE_CHECKING:
    from salgsplan_tui.domain.quick_add import Reading

_MOODS: Final = {"-2": -2, "-1": -1, "0": 0, "1": 1, "2": 2}


@dataclass(frozen=True)
class Told:
    """What was told with the options."""

    values: Mapping[str, object]

    def text(self, name: str) -> str | None:
        """Return an option's words, or None where it was not given."""
        value = self.values.get(name)
        return None if value is None else str(value)

    def number(self, name: str) -> int | None:
        """Return an option's number."""
        value = self.values.get(name)
        return value if isinstance(value, int) else None


def need_service(call: Call) -> None:
    """Read every case, the weeks of the running programme, and the improvement areas."""
    call.session.need_day(call.now.date())
    call.session.need_service(usual_period(call.plan, call.now.date()))


def case_meant(call: Call, text: str | None) -> ServiceCase:
    """Return the case whose id begins so.

    Raises:
        MisuseError: none is named.
        NotFoundError: none or several begin so.
    """
    if not text:
        raise MisuseError(N_("Which case? Give its id; salgsplan service lists them."))
    return sale_meant(call.plan.cases, text, "no_case")


def mood_meant(text: str) -> int:
    """Return the mood of «+2», «-1», «0».

    Raises:
        MisuseError: it is none.
    """
    plain = text.strip().replace("−", "-").removeprefix("+")
    if plain not in _MOODS:
        raise MisuseError(N_("“{value}” is no mood from -2 (very dissatisfied) to +2 (buyer's joy)."), value=text)
    return _MOODS[plain]


def contact_meant(call: Call, text: str) -> str:
    """Return the id of a contact, or of a customer who speaks for themselves.

    Raises:
        NotFoundError: nobody has it.
    """
    identity = text.strip().lower()
    if call.plan.contact(identity) is None and identity not in call.plan.customers:
        raise NotFoundError("no_contact", id=text)
    return identity


def channel_meant(call: Call, text: str) -> str:
    """Return the code of the channel that a code, a name or a word for it means.

    Raises:
        MisuseError: it means none.
    """
    from salgsplan_tui.tui.channel_words import chosen  # noqa: PLC0415  # where a channel is named

    channels = call.plan.channels
    known = channels.words.get(" ".join(text.casefold().split()))
    if known is not None and channels.channel(text.strip()) is None:
        return known[0]
    try:
        return chosen(channels, text).channel.code
    except NotUnderstoodError as error:
        raise MisuseError(N_("There is no channel “{name}”. See: salgsplan channels"), name=text) from error


def channel_wanted(call: Call) -> str | None:
    """Ask how a case came in, where somebody is there to be asked; None where nobody is, or it is not known.

    Raises:
        MisuseError: the answer is no channel.
    """
    if not call.can_ask:
        return None
    answer = call.console.ask(_("How did it come in, such as “phone” or “e-mail” (Enter: not known): "))
    return channel_meant(call, answer) if answer else None


def moment_meant(call: Call, text: str | None) -> dt.datetime:
    """Return the moment of words such as «15:30», «i går 14», "2027-02-16 15:20"; without any, now.

    Raises:
        MistypedError: they mean none.
        MisuseError: they name no day.
    """
    if text is None:
        return call.now
    from salgsplan_tui.cli.when import place_meant  # noqa: PLC0415  # where it was not now

    place = place_meant(call, f"{call.now:%Y-%m-%d} {text}" if _is_a_time(text) else text)
    if place.date is None:
        raise MisuseError(N_("“{value}” names no day."), value=text)
    return dt.datetime.combine(place.date, place.start or dt.time(call.now.hour, call.now.minute))


def _is_a_time(text: str) -> bool:
    hour, colon, minute = text.strip().partition(":")
    return bool(colon) and hour.isdecimal() and minute.isdecimal()


def with_wants(call: Call, case: ServiceCase, to: CaseState, news: News) -> News:
    """Return the news with what else the step asks for, where somebody is there to be asked.

    Raises:
        RefusedError: nobody is, or gives no answer.
    """
    for want in wants(call.plan, case, to, news):
        answer = _asked(call, case, want) if call.can_ask else ""
        if not answer:
            raise RefusedError(WANTED[want], title=case.title)
        news = _with(news, want, answer)
    return news


def _asked(call: Call, case: ServiceCase, want: Want) -> str:
    from salgsplan_tui.language.messages import sentence  # noqa: PLC0415  # where something was not told

    call.console.say(sentence(WANTED[want], {"title": case.title}))
    return call.console.ask("> ")


def _with(news: News, want: Want, answer: str) -> News:
    if want == "end_mood":
        return replace(news, end_mood=mood_meant(answer))
    return replace(news, **{want: answer})  # type: ignore[arg-type]  # each of the others is a text


def next_reading(call: Call, text: str) -> "Reading":
    """Return what a typed next activity means.

    Raises:
        MistypedError: it cannot be read.
        MisuseError: it repeats, or tells of something done.
    """
    from salgsplan_tui.cli.reading import certain  # noqa: PLC0415  # where one is planned

    reading = certain(call, text)
    if reading.series is not None or reading.result is not None:
        raise MisuseError(N_("A case has one next activity: it is planned once, and done later."))
    return reading


def followed_by(call: Call, edit: Edit, identity: str, reading: "Reading | None") -> Edit:
    """Return the edit that also plans the next activity."""
    if reading is None:
        return edit
    now, at = call.now, call.clock.stamp()

    def both(plan: Plan) -> Plan:
        plan = edits.with_customers(edit(plan), reading.customers, at=at)
        return plan_next(plan, identity, reading.activity, now=now, at=at)

    return both


def tell_case(call: Call, edit: Edit, said: Said, identity: str) -> None:
    """Make a change, and show the case as it then stands; where nothing is planned in it, ask for it or say so."""
    plan = call.change(edit, said)
    case = plan.cases[identity]
    if call.options.json:
        from salgsplan_tui.cli.case_documents import case_document  # noqa: PLC0415  # only for other programs

        call.print_json({"case": case_document(plan, case, call.now)})
        return
    from salgsplan_tui.cli.text.service import print_case_line  # noqa: PLC0415  # only for people
    from salgsplan_tui.language.said import said_in_words  # noqa: PLC0415

    print_case_line(call, plan, case)
    words = said_in_words(said.key, said.values)
    if call.options.dry_run:
        words = _("Nothing is saved, this would be done: {what}").format(what=words)
    call.console.say(words)
    if lacks_next(plan, case):
        _ask_for_next(call, case)


def _ask_for_next(call: Call, case: ServiceCase) -> None:
    if not call.can_ask:
        text = _("No next activity. Plan it: salgsplan service next {id} TEXT")
        call.console.say(f"! {text.format(id=case.id)}")
        return
    answer = call.console.ask(_("Next activity, such as “call Friday 10:00” (Enter: later): "))
    if answer:
        reading = next_reading(call, answer)
        tell_case(call, followed_by(call, _as_it_is, case.id, reading), said_of_case("case_next", case), case.id)


def _as_it_is(plan: Plan) -> Plan:
    return plan


def said_of_case(key: str, case: ServiceCase) -> Said:
    """Return what is done to a case, in data."""
    return Said(key, {"id": case.id, "title": case.title, "count": 1})


def plain_next(call: Call, case: ServiceCase, reading: "Reading") -> Edit:
    """Return the edit that plans the next activity and nothing else."""
    return followed_by(call, _as_it_is, case.id, reading)
