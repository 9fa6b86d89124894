"""The driving log and the outlays of a month (chapter 4.5)."""

import datetime as dt
from dataclasses import replace

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.expenses import ExpenseClaim, expenses_of
from salgsplan_tui.domain.settings import KmRate
from tests.domain.programmes import programme
from tests.planning import plan_of, row
from tests.sample_quarter import quarter_plan

JANUARY = Span(dt.date(2027, 1, 1), dt.date(2027, 2, 1))


def claim(*rows: Activity, span: Span = JANUARY) -> ExpenseClaim:
    return expenses_of(plan_of(*rows, customers=(Customer(id="k1", name="Granholt"),)), span)


def done(identity: str, date: str = "2027-01-05", **fields: object) -> Activity:
    return row(identity, date=date, state="done", outcome="other", **fields)


def test_the_sample_has_254_and_234_kilometres_and_its_outlays_to_the_ore() -> None:
    january = expenses_of(quarter_plan(), JANUARY)
    february = expenses_of(quarter_plan(), Span(dt.date(2027, 2, 1), dt.date(2027, 3, 1)))
    assert (january.km, january.mileage, january.outlaid) == (254, 1_346_20, 23_680_00)
    assert (february.km, february.mileage, february.outlaid) == (234, 1_240_20, 1_900_00)
    assert january.km + february.km == 488
    assert january.total + february.total == 28_166_40


def test_only_what_was_done_in_the_month_counts() -> None:
    found = claim(
        row("a1", date="2027-01-05", km_planned=50, costs=[{"planned": "100.00"}]),
        done("a2", "2027-02-01", km_actual=10),
        done("a3", "2026-12-31", km_actual=10),
        row("a4", date="2027-01-06", state="cancelled", reason="ill", costs=[{"actual": "75.00"}]),
    )
    assert (found.drives, [each.amount for each in found.outlays]) == ((), [75_00])
    assert claim() == ExpenseClaim(JANUARY, (), ())
    assert claim().total == 0


def test_a_drive_goes_from_the_office_to_the_place_or_the_customers() -> None:
    plan = plan_of(
        done("a1", km_actual=10, place="Drammen", customers=["k1"]),
        done("a2", "2027-01-06", km_actual=20, customers=["k1", "gone"]),
        customers=(Customer(id="k1", name="Granholt"),),
    )
    plan = replace(plan, settings=plan.settings.changed_to(office="Ski", firm="Tindeluft"))
    first, second = expenses_of(plan, JANUARY).drives
    assert (first.start, first.to, second.to) == ("Ski", "Drammen", "Granholt")
    at_the_firm = replace(plan, settings=plan.settings.changed_to(office=None))
    assert expenses_of(at_the_firm, JANUARY).drives[0].start == "Tindeluft"


def test_each_kilometre_has_the_rate_of_its_day() -> None:
    plan = plan_of(done("a1", "2027-01-31", km_actual=10), done("a2", "2027-02-01", km_actual=10))
    rates = (
        KmRate(valid_from=dt.date(2026, 1, 1), amount=5_30),
        KmRate(valid_from=dt.date(2027, 2, 1), amount=6_00),
    )
    plan = replace(plan, settings=plan.settings.changed_to(km_rates=rates))
    both = expenses_of(plan, Span(dt.date(2027, 1, 1), dt.date(2027, 3, 1)))
    assert [(each.rate, each.amount) for each in both.drives] == [(5_30, 53_00), (6_00, 60_00)]


def test_a_credit_note_is_taken_off_and_a_cost_of_the_plan_itself_counts() -> None:
    plan = plan_of(done("a1", costs=[{"kind": "print", "actual": "-40.00"}, {"actual": "0.00"}]))
    licence = {"id": "c1", "title": "Kart", "date": "2027-01-10", "kind": "tool", "actual": "300.00", "supplier": "X"}
    plan = replace(plan, sales_plans={"q1": programme(costs=[licence])})
    found = expenses_of(plan, JANUARY)
    assert [(each.amount, each.kind, each.supplier) for each in found.outlays] == [
        (-40_00, "print", None),
        (300_00, "tool", "X"),
    ]
    assert found.outlaid == 260_00
