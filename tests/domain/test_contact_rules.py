"""The decision table of chapter 7.6, cell by cell: whom a seller may contact how and when."""

import datetime as dt
from dataclasses import replace

import pytest

from salgsplan_tui.domain.contact_rules import FACTS, Approach, Case, Decision, Relation, Verdict, decide
from salgsplan_tui.domain.customers import (
    Consent,
    Contact,
    Customer,
    CustomerKind,
    Objection,
    Request,
    Reservation,
    StopRow,
)
from salgsplan_tui.domain.settings import Settings
from salgsplan_tui.storage.packaged_rules import contact_rules
from tests.planning import STAMP, WEDNESDAY

GATES = {
    "phone": "phone",
    "letter": "mail",
    "email": "electronic",
    "sms": "electronic",
    "direct_message": "electronic",
    "webinar": "electronic",
    "door_sale": "door",
    "meeting": None,
}
COLUMNS = ("consumer", "sole_trader", "person", "firm")
CHECKED = Reservation(checked=dt.date(2027, 2, 1))
CONSENTS = tuple(Consent(channel=each, given=dt.date(2027, 1, 7)) for each in ("email", "sms", "direct_message"))


def case(column: str, channel: str, relation: Relation | None = None, **about: object) -> Case:
    """Return somebody of a column of the table, looked up this month, who is contacted on a Wednesday at ten."""
    kind: CustomerKind = "company"
    if column == "consumer":
        kind = "consumer"
    elif column == "sole_trader":
        kind = "sole_trader"
    customer = Customer(id="k1", name="Berg", kind=kind)
    person = Contact(id="k1" if kind == "consumer" else "p1", name="Kari", reservation=CHECKED)
    contact = None if column == "firm" else person.changed_to(**about)
    approach = Approach(channel, GATES[channel], "marketing", WEDNESDAY, dt.time(10), 30)
    return Case(customer, contact, approach, relation or Relation())


def decided(one: Case, settings: Settings | None = None) -> Decision:
    return decide(contact_rules(), one, settings or Settings())


def verdicts(channel: str, relation: Relation | None = None, **about: object) -> list[str]:
    """Return the row of the table: what is decided for each column."""
    return [decided(case(column, channel, relation, **about)).verdict.value for column in COLUMNS]


@pytest.mark.parametrize("channel", GATES)
def test_an_objection_blocks_a_person_in_every_channel_and_a_firm_that_asked(channel: str) -> None:
    said = Objection(at=STAMP)
    assert verdicts(channel, objection=said)[:3] == ["block"] * 3
    assert verdicts(channel, Relation(firm_objected=True)) == ["block"] * 4


def test_an_objection_to_one_channel_leaves_the_others() -> None:
    said = Objection(at=STAMP, channels=("email",))
    assert verdicts("phone", objection=said) == ["allow"] * 4
    assert verdicts("email", objection=said, consents=CONSENTS)[:3] == ["block"] * 3


@pytest.mark.parametrize("channel", GATES)
def test_who_was_forgotten_is_blocked_in_every_channel(channel: str) -> None:
    assert verdicts(channel, stop=StopRow(on=WEDNESDAY, salt="x"))[:3] == ["block"] * 3


@pytest.mark.parametrize("channel", ["phone", "letter"])
def test_a_reservation_blocks_calls_and_letters_to_consumers_alone(channel: str) -> None:
    reserved = Reservation(phone=True, mail=True, checked=WEDNESDAY)
    assert verdicts(channel, reservation=reserved) == ["block", "allow", "allow", "allow"]


def test_a_reservation_against_one_says_nothing_of_the_other() -> None:
    only_phone = Reservation(phone=True, checked=WEDNESDAY)
    only_mail = Reservation(mail=True, checked=WEDNESDAY)
    assert verdicts("letter", reservation=only_phone)[0] == verdicts("phone", reservation=only_mail)[0] == "allow"


@pytest.mark.parametrize("channel", ["phone", "letter"])
def test_a_reservation_is_lifted_by_own_goods_to_a_customer_or_by_an_explicit_request(channel: str) -> None:
    reserved = Reservation(phone=True, mail=True, checked=WEDNESDAY)
    asked, later = (Request(what="pris", at=day) for day in (WEDNESDAY, WEDNESDAY + dt.timedelta(days=1)))
    assert verdicts(channel, Relation(existing=True), reservation=reserved)[0] == "allow"
    assert verdicts(channel, Relation(existing=True, own_goods=False), reservation=reserved)[0] == "block"
    assert verdicts(channel, reservation=reserved, request=asked)[0] == "allow"
    assert verdicts(channel, reservation=reserved, request=later)[0] == "block"


@pytest.mark.parametrize("channel", ["phone", "letter"])
@pytest.mark.parametrize("checked", [None, dt.date(2027, 1, 31)])
def test_a_register_not_checked_this_month_warns_and_blocks_the_first_approach(
    channel: str, checked: dt.date | None
) -> None:
    stale = Reservation(checked=checked)
    first = Relation(first_approach=True)
    assert verdicts(channel, reservation=stale) == ["warn", "allow", "allow", "allow"]
    assert verdicts(channel, first, reservation=stale) == ["block", "allow", "allow", "allow"]
    assert verdicts(channel, first, reservation=None) == ["block", "allow", "allow", "allow"]
    assert verdicts(channel, first) == ["allow"] * 4


@pytest.mark.parametrize(
    ("day", "start", "minutes"),
    [
        (dt.date(2027, 2, 20), dt.time(11), 10),  # a Saturday
        (dt.date(2027, 2, 21), dt.time(11), 10),  # a Sunday
        (dt.date(2027, 3, 26), dt.time(11), 10),  # Good Friday
        (dt.date(2027, 2, 20), None, 10),
        (WEDNESDAY, dt.time(8, 59), 10),
        (WEDNESDAY, dt.time(21), 10),
        (WEDNESDAY, dt.time(20, 55), 10),
    ],
)
def test_a_consumer_is_not_called_on_days_off_before_nine_or_after_twenty_one(
    day: dt.date, start: dt.time | None, minutes: int
) -> None:
    found = []
    for column in COLUMNS:
        one = case(column, "phone", reservation=Reservation(checked=day))
        found.append(decided(replace(one, approach=replace(one.approach, day=day, start=start, minutes=minutes))))
    assert [each.verdict.value for each in found] == ["block", "allow", "allow", "allow"]
    assert found[0].rule is not None
    assert found[0].rule.id == "phone_hours"


@pytest.mark.parametrize(("start", "minutes"), [(dt.time(9), 30), (dt.time(20, 30), 30), (None, 600)])
def test_the_hours_between_are_open(start: dt.time | None, minutes: int) -> None:
    one = case("consumer", "phone")
    assert decided(replace(one, approach=replace(one.approach, start=start, minutes=minutes))).verdict is Verdict.ALLOW


def test_the_hours_are_for_the_telephone_and_for_a_day_that_is_sure() -> None:
    saturday = dt.date(2027, 2, 20)
    letter, call = case("consumer", "letter"), case("consumer", "phone")
    assert decided(replace(letter, approach=replace(letter.approach, day=saturday))).verdict is Verdict.ALLOW
    unsure = replace(call.approach, day=saturday, is_timed=False)
    assert decided(replace(call, approach=unsure)).verdict is Verdict.ALLOW


@pytest.mark.parametrize("channel", ["email", "sms", "direct_message", "webinar"])
def test_electronic_messages_to_people_need_a_consent_and_to_a_firm_none(channel: str) -> None:
    assert verdicts(channel) == ["block", "block", "block", "allow"]
    assert verdicts(channel, consents=CONSENTS) == ["allow"] * 4


def test_a_consent_is_for_its_channel_and_until_it_is_withdrawn() -> None:
    assert verdicts("email", consents=CONSENTS[1:]) == ["block", "block", "block", "allow"]
    assert verdicts("webinar", consents=CONSENTS[1:2]) == ["allow"] * 4
    withdrawn = CONSENTS[0].changed_to(withdrawn=WEDNESDAY)
    assert verdicts("email", consents=(withdrawn,)) == ["block", "block", "block", "allow"]


@pytest.mark.parametrize("channel", ["email", "sms", "direct_message"])
@pytest.mark.parametrize(
    ("relation", "verdict"),
    [
        (Relation(existing=True), "allow"),
        (Relation(existing=True, own_goods=False), "block"),
        (Relation(existing=True, address_from_sale=False), "block"),
        (Relation(existing=True, easy_way_out=False), "block"),
    ],
)
def test_a_customer_may_be_written_to_when_address_goods_and_way_out_are_right(
    channel: str, relation: Relation, verdict: str
) -> None:
    assert verdicts(channel, relation)[:3] == [verdict] * 3


def test_a_request_opens_no_electronic_channel() -> None:
    assert verdicts("email", request=Request(what="pris", at=WEDNESDAY))[:3] == ["block"] * 3


def test_a_shared_address_is_the_firms_in_email_but_a_message_reaches_the_person() -> None:
    found = {
        channel: decided(case("person", channel, address_kind="generic")).verdict.value
        for channel in ("email", "webinar", "sms", "direct_message", "phone", "letter")
    }
    assert [channel for channel, verdict in found.items() if verdict == "block"] == ["sms", "direct_message"]


def test_a_shared_address_of_a_consumer_is_still_the_consumers() -> None:
    assert decided(case("consumer", "email", address_kind="generic")).verdict is Verdict.BLOCK


def test_the_contact_that_stands_for_a_firm_itself_is_the_firm() -> None:
    itself = case("person", "email", id="k1")
    assert decided(itself).verdict is Verdict.ALLOW


def test_a_setting_lowers_the_email_rule_for_people_in_firms_to_a_warning() -> None:
    lowered = Settings(firm_email="warn")
    found = [decided(case(column, "email"), lowered).verdict.value for column in COLUMNS]
    assert found == ["block", "block", "warn", "allow"]


@pytest.mark.parametrize(
    ("day", "start", "verdict"),
    [
        (dt.date(2027, 2, 20), dt.time(11), "block"),  # a Saturday
        (dt.date(2027, 3, 26), dt.time(11), "block"),  # Good Friday
        (WEDNESDAY, dt.time(20, 55), "block"),
        (WEDNESDAY, dt.time(9), "warn"),
        (dt.date(2023, 9, 30), dt.time(11), "warn"),  # the Saturday before the rule was the law
    ],
)
def test_a_consumer_is_not_sold_to_at_the_door_on_days_off_or_in_the_evening(
    day: dt.date, start: dt.time, verdict: str
) -> None:
    one = case("consumer", "door_sale")
    found = decided(replace(one, approach=replace(one.approach, day=day, start=start, minutes=10)))
    assert found.verdict.value == verdict


def test_sale_at_the_door_of_a_consumer_has_rules_of_its_own() -> None:
    assert verdicts("door_sale") == ["warn", "allow", "allow", "allow"]


def test_a_call_to_a_consumer_comes_with_reminders() -> None:
    notes = [[note.id for note in decided(case(column, "phone")).notes] for column in COLUMNS]
    assert notes == [["number_shown", "written_acceptance"], [], [], []]


@pytest.mark.parametrize("purpose", ["agreed", "service", "internal"])
def test_the_rules_are_for_marketing_alone(purpose: str) -> None:
    one = case("consumer", "phone", objection=Objection(at=STAMP))
    asked_for = Approach("phone", "phone", "marketing", WEDNESDAY)
    approach = replace(asked_for, purpose=purpose)  # type: ignore[arg-type]  # each of them is one
    assert decided(replace(one, approach=approach)) == Decision(Verdict.ALLOW)


def test_the_most_severe_rule_decides() -> None:
    both = decided(case("consumer", "phone", reservation=Reservation(phone=True)))
    assert (both.verdict, both.rule.id if both.rule else "") == (Verdict.BLOCK, "phone_reserved")


def test_a_rule_holds_from_its_first_day_to_its_last() -> None:
    (rule,) = (each for each in contact_rules() if each.id == "objection")
    one = case("person", "meeting", objection=Objection(at=STAMP))
    gone = replace(rule, valid_until=WEDNESDAY - dt.timedelta(days=1))
    to_come = replace(rule, valid_from=WEDNESDAY + dt.timedelta(days=1))
    today = replace(rule, valid_from=WEDNESDAY, valid_until=WEDNESDAY)
    assert [decide((each,), one, Settings()).verdict.value for each in (gone, to_come, today)] == [
        "allow",
        "allow",
        "block",
    ]


def test_the_packaged_rules_are_well_formed() -> None:
    rules = contact_rules()
    assert len({rule.id for rule in rules}) == len(rules)
    for rule in rules:
        assert {*rule.when, *rule.unless} <= FACTS.keys(), rule.id
        assert rule.gates <= {"any", *GATES.values()}, rule.id
        assert rule.source, rule.id
        assert (rule.lift is not None) == (rule.then is Verdict.BLOCK), rule.id
        assert rule.then is not Verdict.ALLOW, rule.id
        assert (rule.says["nb"][-1] == rule.says["en"][-1] == ".") == (rule.then is Verdict.NOTE), rule.id
