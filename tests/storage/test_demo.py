"""The demo's files against the sums of chapter 8.6, counted straight from what they say."""

import datetime as dt
from collections import Counter, defaultdict
from decimal import Decimal
from typing import Final

import pytest

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.checking import checked
from tests.storage.demo_tables import TODAY, Row, all_weeks, amount, table

KM: Final = Decimal("5.30")


@pytest.fixture(name="weeks", scope="module")
def _weeks() -> dict[str, Row]:
    return all_weeks()


@pytest.fixture(name="rows", scope="module")
def _rows(weeks: dict[str, Row]) -> list[Row]:
    return [row for week in weeks.values() for row in week["activity"]]


def test_there_are_47_activities_in_their_states(rows: list[Row]) -> None:
    assert len({row["id"] for row in rows}) == len(rows) == 47
    assert Counter(row["state"] for row in rows) == {"done": 24, "planned": 17, "confirmed": 5, "cancelled": 1}


def test_one_activity_is_overdue(rows: list[Row]) -> None:
    morning = dt.datetime.combine(TODAY, dt.time(8))
    activities = [checked(Activity, row) for row in rows]
    assert [activity.id for activity in activities if activity.overdue(morning)] == ["a26"]


def test_24_of_the_26_that_are_due_are_done(rows: list[Row]) -> None:
    due = [row for row in rows if row["date"] < TODAY]
    assert len(due) == 26
    assert sum(row["state"] == "done" for row in due) == 24


def test_the_planned_minutes_are_435_in_week_7_and_120_today_and_300_in_week_6(weeks: dict[str, Row]) -> None:
    def minutes(week: str) -> int:
        return sum(row["minutes"] for row in weeks[week]["activity"] if row["state"] not in {"cancelled", "skipped"})

    today = [row for row in weeks["2027-W07"]["activity"] if row["date"] == TODAY]
    assert minutes("2027-W07") == 435
    assert sum(row["minutes"] for row in today) == 120
    assert minutes("2027-W06") == 300


def test_the_kilometres_are_488_driven_and_368_ahead(rows: list[Row]) -> None:
    assert sum(row.get("km_actual", 0) for row in rows) == 488
    assert sum(row.get("km_planned", 0) for row in rows if row["state"] in {"planned", "confirmed"}) == 368


def test_the_costs_add_up_on_every_budget_line(rows: list[Row]) -> None:
    actual, committed, planned = (defaultdict[str, Decimal](Decimal) for _ in range(3))
    for row in rows:
        ahead = row["state"] in {"planned", "confirmed"}
        actual["b1"] += row.get("km_actual", 0) * KM
        planned["b1"] += row.get("km_planned", 0) * KM * ahead
        for cost in row.get("costs", ()):
            ordered = amount(cost.get("committed", "0.00"))
            actual[cost["line"]] += amount(cost.get("actual", "0.00"))
            committed[cost["line"]] += ordered
            planned[cost["line"]] += max(Decimal(0), amount(cost["planned"]) - ordered) * ahead
    budget = table("plans/q1-2027.toml")["budget_line"]
    lines = [
        f"{row['id']} A {actual[row['id']]:.2f} C {committed[row['id']]:.2f} P {planned[row['id']]:.2f}"
        for row in budget
    ]
    assert lines == [
        "b1 A 2586.40 C 0.00 P 1950.40",
        "b2 A 18000.00 C 9000.00 P 0.00",
        "b3 A 0.00 C 42000.00 P 0.00",
        "b4 A 2340.00 C 0.00 P 0.00",
        "b5 A 3400.00 C 0.00 P 6002.00",
        "b6 A 640.00 C 0.00 P 800.00",
        "b7 A 1200.00 C 0.00 P 0.00",
        "b8 A 0.00 C 12000.00 P 0.00",
    ]
    total = sum(amount(row["amount"]) for row in budget)
    spent, bound, rest = (sum(column.values()) for column in (actual, committed, planned))
    assert (total, spent, bound, rest) == (108_000, Decimal("28166.40"), 63_000, Decimal("8752.40"))
    assert total - spent - bound == Decimal("16833.60")
    assert spent + bound + rest == Decimal("99918.80")


def test_the_calls_and_meetings_are_counted_as_in_the_golden_values(rows: list[Row]) -> None:
    calls = [row for row in rows if row["channel"] == "phone"]
    due = [row for row in calls if row["date"] < TODAY]
    counts: Counter[str] = Counter()
    for row in calls:
        counts.update(row.get("outcome_counts", {}))
    assert sum(row["quantity_planned"] for row in due) == 112
    assert sum(row.get("quantity_done", 0) for row in due) == 92
    assert sum(row["quantity_planned"] for row in calls) == 195
    assert counts == {"reached": 49, "meetings_booked": 12}
    meetings = [row for row in rows if row["channel"] in {"meeting", "visit", "demo", "distribution"}]
    assert sum(row.get("quantity_done", 0) for row in meetings) == 10
    assert sum(row["quantity_planned"] for row in meetings if row["state"] != "cancelled") == 18


def test_the_hours_done_are_told_by_channel(rows: list[Row]) -> None:
    minutes: Counter[str] = Counter()
    for row in rows:
        minutes[row["channel"]] += row["minutes"] * (row["state"] == "done")
    hours = {channel: worked / 60 for channel, worked in minutes.items() if worked}
    assert hours == {
        "phone": 12.0,
        "visit": 8.0,
        "meeting": 3.0,
        "letter": 3.0,
        "service": 2.0,
        "internal": 1.75,
        "demo": 1.5,
        "webinar": 1.5,
        "distribution": 1.25,
        "trade_journal": 1.0,
        "referral": 1.0,
        "social_media": 0.75,
        "press": 0.5,
        "email": 0.5,
    }
    assert sum(hours.values()) == 37.75


def test_offers_and_orders_lie_ready(rows: list[Row]) -> None:
    sales = table("sales/2027.toml")
    offers, orders = sales["offer"], sales["order"]
    values = {
        state: sum(amount(row["amount"]) for row in offers if row["state"] == state)
        for state in ("won", "lost", "sent")
    }
    weighted = sum(amount(row["amount"]) * amount(row["probability"]) / 100 for row in offers if row["state"] == "sent")
    assert Counter(row["state"] for row in offers) == {"won": 4, "lost": 2, "sent": 4}
    assert values == {"won": 182_500, "lost": 37_000, "sent": 307_000}
    assert weighted == 132_800
    assert sum(amount(row["amount"]) for row in orders) == 185_700
    assert sum(amount(row["variable_cost"]) for row in orders) == 114_250
    ids = {row["id"] for row in rows}
    assert {row["activity"] for row in offers} <= ids
    assert {row["origin"].removeprefix("activity:") for row in orders} <= ids | {"counter"}
    won = {row["id"]: row["amount"] for row in offers if row["state"] == "won"}
    assert {row["offer"]: row["amount"] for row in orders if "offer" in row} == won


def test_service_cases_and_wages_lie_ready(rows: list[Row]) -> None:
    cases = table("service/2027.toml")["case"]
    assert [(row["state"], row["start_mood"], row.get("end_mood")) for row in cases] == [
        ("closed", -2, 1),
        ("closed", -1, 2),
        ("reported", -1, None),
    ]
    assert {identity for row in cases for identity in row["activities"]} <= {row["id"] for row in rows}
    assert sum(amount(row["gross"]) for row in table("private.toml")["wage"] if row["date"] <= TODAY) == 52_000
