"""The demo's files: their form, their references, and that nobody real is named."""

import datetime as dt
from collections.abc import Iterator

import pytest
import tomli

from salgsplan_tui.domain.activity import Activity, Outcome, State
from salgsplan_tui.domain.channels import Catalogue
from salgsplan_tui.domain.checking import checked
from salgsplan_tui.domain.customers import Contact, Customer
from salgsplan_tui.domain.dates import week_key
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.settings import Settings
from salgsplan_tui.storage.packaged import DEMO, catalogue
from tests.storage.demo_tables import TODAY, Row, all_weeks, amount, table


@pytest.fixture(name="weeks", scope="module")
def _weeks() -> dict[str, Row]:
    return all_weeks()


@pytest.fixture(name="rows", scope="module")
def _rows(weeks: dict[str, Row]) -> list[Row]:
    return [row for week in weeks.values() for row in week["activity"]]


@pytest.fixture(name="packaged", scope="module")
def _packaged() -> Catalogue:
    return catalogue()[0]


def test_every_file_says_its_schema() -> None:
    files = [path for path in DEMO.rglob("*") if path.is_file()]
    assert len(files) == 28
    assert all(tomli.loads(path.read_text("utf-8"))["schema"] == 1 for path in files)


def test_the_models_take_what_the_files_say(rows: list[Row]) -> None:
    for row in rows:
        activity = checked(Activity, row)
        assert not activity.extra_fields, row["id"]
    for row in table("customers.toml")["customer"]:
        customer = checked(Customer, row)
        assert not customer.extra_fields, row["id"]
        assert not any(each.extra_fields for each in customer.contacts), row["id"]
    settings = checked(Settings, table("settings.toml"))
    assert set(settings.extra_fields) <= {"schema"}
    assert [settings.working_minutes(day) for day in range(7)] == [450] * 5 + [0, 0]
    assert settings.km_rate(TODAY) == 530


@pytest.mark.parametrize("path", sorted(path.name for path in (DEMO / "plans").iterdir()))
def test_a_plans_file_bears_its_id(path: str) -> None:
    data = table(f"plans/{path}")
    plan = checked(SalesPlan, data | {"goals": data.get("goal", [])})
    assert path == f"{plan.id}.toml"
    assert all(goal.is_concrete for goal in plan.goals)


def test_every_week_file_holds_its_own_days_in_order(weeks: dict[str, Row]) -> None:
    for week, data in weeks.items():
        assert {week_key(row["date"]) for row in data["activity"]} == {week}
        order = [(row["date"], row["start"], row["id"]) for row in data["activity"]]
        assert order == sorted(order)


def test_the_keys_of_a_block_stand_in_the_models_order(rows: list[Row]) -> None:
    order = list(Activity.field_annotations)
    for row in rows:
        assert list(row) == sorted(row, key=order.index), row["id"]


def test_channels_types_units_and_kinds_are_the_catalogues(rows: list[Row], packaged: Catalogue) -> None:
    for row in rows:
        kind = packaged.type(row["channel"], row["type"])
        assert kind is not None, row["id"]
        assert row["unit"] == kind.unit, row["id"]
        assert row.get("kind", "customer") == kind.kind, row["id"]
        assert {cost["kind"] for cost in row.get("costs", ())} <= packaged.cost_kinds.keys()


def references(rows: list[Row]) -> Iterator[tuple[str, str]]:
    for row in rows:
        for key in ("goal", "programme", "next", "previous"):
            if key in row:
                yield key, row[key]
        for key in ("customers", "contacts"):
            yield from ((key, identity) for identity in row.get(key, ()))
        yield from (("line", cost["line"]) for cost in row.get("costs", ()))


def test_every_reference_leads_somewhere(rows: list[Row]) -> None:
    customers = table("customers.toml")["customer"]
    programme = table("plans/q1-2027.toml")
    ids = {row["id"] for row in rows}
    known = {
        "customers": {row["id"] for row in customers},
        "contacts": {contact["id"] for row in customers for contact in row["contacts"]},
        "goal": {row["id"] for row in programme["goal"]},
        "programme": {row["id"] for row in programme["programme"]},
        "line": {row["id"] for row in programme["budget_line"]},
        "next": ids,
        "previous": ids,
    }
    assert not [(key, identity) for key, identity in references(rows) if identity not in known[key]]
    strategies = {row["id"] for row in programme["strategy"]} | {"shared"}
    assert {row["strategy"] for row in programme["programme"] + programme["budget_line"]} <= strategies
    assert {goal for row in programme["strategy"] for goal in row["goals"]} <= known["goal"]


def test_done_rows_say_what_came_of_them_and_the_cancelled_one_why(rows: list[Row]) -> None:
    for row in rows:
        assert ("outcome" in row) == (row["state"] == State.DONE)
        assert ("quantity_done" in row) == (row["state"] == State.DONE)
        assert ("reason" in row) == (row["state"] == State.CANCELLED)
    assert {row["outcome"] for row in rows if "outcome" in row} <= {outcome.value for outcome in Outcome}


def test_the_weeks_snapshots_and_must_dos_are_kept(weeks: dict[str, Row]) -> None:
    snapshots = {week: " ".join(data["snapshot"]["rows"]) for week, data in weeks.items() if "snapshot" in data}
    assert snapshots == {
        "2027-W04": "a12 a13 a14 a15 a17",
        "2027-W06": "a20 a21 a22 a23 a24",
        "2027-W07": "a25 a26 a27 a28 a29 a30 a31",
    }
    assert all(week_key(weeks[week]["snapshot"]["taken"].date()) == week for week in snapshots)
    assert weeks["2027-W07"]["week"]["must_dos"] == [
        "Få svar fra Granholt",
        "Tilbud til Solsvingen",
        "Ringe 16 A- og B-emner",
    ]


def test_one_meeting_was_moved_and_one_cancelled_and_replaced(rows: list[Row]) -> None:
    assert [(row["id"], row["reschedules"][0]["from"]) for row in rows if "reschedules" in row] == [
        ("a17", "2027-01-28")
    ]
    assert [(row["id"], row["next"], row["reason_text"]) for row in rows if "next" in row] == [
        ("a22", "a36", "kunden syk")
    ]


def test_campaigns_and_the_fair_last_several_days(rows: list[Row]) -> None:
    assert {row["id"]: str(row["end_date"]) for row in rows if "end_date" in row} == {
        "a35": "2027-03-16",
        "a38": "2027-03-12",
        "a42": "2027-03-31",
    }


def test_the_upper_plans_hang_together() -> None:
    plans = {path.stem: table(f"plans/{path.name}") for path in (DEMO / "plans").iterdir()}
    above = {name: plan.get("parent") or plan.get("base") for name, plan in plans.items()}
    assert above == {
        "q1-2027": "ost-2026-2027",
        "ost-2026-2027": "ren-luft",
        "inneklima-ost": "tindeluft-2031",
        "ren-luft": "tindeluft-2031",
        "tindeluft-2031": None,
    }
    assert plans["ost-2026-2027"]["base"] == "inneklima-ost"
    market = plans["inneklima-ost"]["market_share"]
    assert amount(market["total"]) * amount(market["share"]) / 100 == amount(market["value"])
    assert sum(amount(row["amount"]) for row in plans["inneklima-ost"]["budget_line"]) == 640_000


def test_nobody_in_the_demo_can_be_called_or_written_to() -> None:
    customers = table("customers.toml")["customer"]
    contacts = [checked(Contact, row) for customer in customers for row in customer["contacts"]]
    assert len(contacts) == 12
    assert all((contact.phone or "").startswith("00 00 00 ") for contact in contacts)
    assert all(contact.email is None or contact.email.endswith(".example") for contact in contacts)


def test_the_sample_has_a_need_that_is_carried_and_a_week_plan_that_was_issued() -> None:
    (need,) = table("weeks/2027/2027-W03.toml")["week"]["needs"]
    assert need["since"] < TODAY - dt.timedelta(weeks=3)
    (issue,) = table("issued.toml")["issued"]
    assert (issue["kind"], issue["period"], issue["as_of"]) == ("week", "2027-W07", dt.date(2027, 2, 15))
    week = table("weeks/2027/2027-W07.toml")
    assert week["snapshot"]["taken"] <= issue["issued"], "the promise was frozen before it was told"
    told = {mark.split()[0] for mark in issue["rows"]}
    assert told == set(week["snapshot"]["rows"]) - {"a29"}, "the complaint came on Tuesday"
    assert len(issue["digest"]) == 64
