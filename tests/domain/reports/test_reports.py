"""The documents hold chapter 8.6's figures, in the order of chapter 6.7, and no more names than they should."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.amounts import text_from_ore
from salgsplan_tui.domain.customers import Contact, Customer, NpsAnswer
from salgsplan_tui.domain.dates import Span, day_span
from salgsplan_tui.domain.issued import ReportIssue, ReportKind
from salgsplan_tui.domain.need_edits import add_need
from salgsplan_tui.domain.plan import Plan, empty_plan
from salgsplan_tui.domain.programme import Measurement
from salgsplan_tui.domain.reports.head import kept_figures
from salgsplan_tui.domain.reports.issuing import Handed, issue, issue_of
from salgsplan_tui.domain.reports.plan_parts import calendar_by_week
from salgsplan_tui.domain.reports.privacy import CLASSES, PERSON, PRIVATE, Discretion
from salgsplan_tui.domain.reports.summary import set_summary
from salgsplan_tui.domain.reports.table import KINDS
from salgsplan_tui.domain.reports.values import Figures, Item, Lines, Report, Table
from salgsplan_tui.domain.sheet import Sheet
from tests.domain.reports.made import NOW, WAGES, column, exact, figure, made, scope, table, texts
from tests.sample import sample_plan


def kroner(value: object) -> str:
    assert isinstance(value, Fraction)
    return text_from_ore(int(value))


def of(item: Item) -> tuple[float, float]:
    """Return what a share or an average is counted from."""
    assert item.part is not None
    assert item.whole is not None
    return float(item.part), float(item.whole)


def test_the_week_plan_follows_the_outline() -> None:
    codes = [(each.number, each.code) for each in made("week").sections]
    names = ["head", "key", "needs", "must_dos", "plan", "last_week", "service", "cost", "offers"]
    assert codes == list(enumerate(names, 1))


def test_the_month_plan_and_the_quarterly_report_follow_their_outlines() -> None:
    assert [each.number for each in made("month").sections] == list(range(1, 11))
    assert [each.number for each in made("quarter").sections] == list(range(1, 15))


def test_the_week_plan_tells_goal_pace_and_forecast() -> None:
    week = made("week")
    told = {code: kroner(exact(week, "key", code)) for code in ("achieved", "pace", "ahead", "run_rate", "remaining")}
    assert told == {
        "achieved": "185700.00",
        "pace": "256000.00",
        "ahead": "-70300.00",
        "run_rate": "348187.50",
        "remaining": "294300.00",
    }
    assert kroner(exact(week, "key", "pipeline_forecast")) == "318500.00"


def test_the_week_before_was_done_four_of_five_with_the_reason_of_the_fifth() -> None:
    week = made("week")
    assert of(figure(week, "last_week", "fulfilment")) == (4, 5)
    assert [exact(week, "last_week", code) for code in ("done", "cancelled", "moved", "ad_hoc")] == [4, 1, 0, 0]
    assert [exact(week, "last_week", code) for code in ("attempts", "offers", "orders")] == [14, 4, 1]
    assert kroner(exact(week, "last_week", "order_value")) == "6500.00"


def test_week_4_was_done_four_of_five_and_one_moved() -> None:
    report = made("week", day=dt.date(2027, 2, 1))
    assert [exact(report, "last_week", code) for code in ("planned", "done", "moved")] == [5, 4, 1]


def test_week_7_plans_435_of_2250_minutes() -> None:
    assert of(figure(made("week"), "plan", "load")) == (435, 2250)
    assert [str(each) for each in column(table(made("week"), "plan"), "time")][:2] == ["08:30:00", "09:00:00"]


def test_the_month_plan_cuts_its_weeks_by_date_and_its_days_add_up_to_it() -> None:
    march = scope("month", day=dt.date(2027, 3, 1))
    calendar = table(made("month", day=dt.date(2027, 3, 1)), "calendar")
    weeks = column(calendar, "week")
    assert weeks == ["2027-W09", "2027-W10", "2027-W11", "2027-W12", "2027-W13", "total"]
    assert calendar.rows[4][1].value == (dt.date(2027, 3, 29), dt.date(2027, 3, 31))
    for name in ("rows", "hours", "cost"):
        *each, total = column(calendar, name)
        assert sum(value for value in each if isinstance(value, Fraction)) == total
        days = [column(_day(march.plan, day), name)[-1] for day in march.span.days()]
        assert sum(value for value in days if isinstance(value, Fraction)) == total, name


def _day(plan: Plan, day: dt.date) -> Table:
    (found, *_chart) = calendar_by_week(replace(scope("month", plan), span=day_span(day)))
    assert isinstance(found, Table)
    return found


def test_january_and_february_bring_124000_and_61700_kroner() -> None:
    goals = {month: table(made("month", day=dt.date(2027, month, 1)), "goals") for month in (1, 2)}
    assert [kroner(column(goals[month], "month_actual")[0]) for month in (1, 2)] == ["124000.00", "61700.00"]
    assert kroner(column(goals[2], "so_far")[0]) == "185700.00"


def test_the_month_plan_tells_what_the_funnel_misses() -> None:
    funnel = table(made("month"), "funnel")
    assert column(funnel, "needed_in_all") == [256, 128, 32, 24, 12]
    assert column(funnel, "unplanned")[0] == 61
    assert (column(funnel, "needed_now")[0], column(funnel, "planned_ahead")[0]) == (112, 99)
    assert column(funnel, "missing")[0] == 13


def test_the_cost_budget_stands_by_line_and_by_strategy() -> None:
    lines = table(made("month"), "budget", "budget_lines")
    assert [kroner(each.value) for each in lines.rows[-1][1:]] == [
        "108000.00",
        "28166.40",
        "63000.00",
        "8752.40",
        "16833.60",
        "8081.20",
    ]
    assert [kroner(each.value) for each in lines.rows[1][1:]][4:] == ["-1000.00", "-1000.00"]
    strategies = table(made("quarter"), "budget", "budget_strategies")
    assert [item.value for item in strategies.rows[-1][1:]] == [item.value for item in lines.rows[-1][1:]]


def test_the_quarterly_report_tells_the_result() -> None:
    result = table(made("quarter"), "result")
    found = dict(zip(column(result, "figure"), column(result, "this_period"), strict=True))
    assert (kroner(found["order_value"]), kroner(found["margin"])) == ("185700.00", "71450.00")
    assert (found["orders"], kroner(found["average_order"])) == (5, "37140.00")
    assert found["margin_ratio"] == Fraction(71450, 185700)
    assert kroner(found["additional_value"]) == "6500.00"


def test_the_quarterly_report_tells_hours_channels_sale_and_loyalty() -> None:
    quarter = made("quarter")
    channels = table(quarter, "channels")
    hours = dict(zip(column(channels, "channel"), column(channels, "hours"), strict=True))
    assert (hours["total"], hours["phone"], hours["visit"], hours["internal"]) == (37.75 * 60, 720, 480, 105)
    sale = table(quarter, "sale")
    assert of(sale.rows[0][2]) == (4, 5)
    assert column(sale, "share_of_value")[0] == Fraction(182500, 185700)
    assert of(figure(quarter, "loyalty", "repurchase_rate")) == (3, 5)


def test_the_quarterly_report_tells_the_service_cases() -> None:
    quarter = made("quarter")
    assert [exact(quarter, "service", code) for code in ("closed_cases", "open_cases", "late_cases")] == [2, 1, 0]
    answered, solved = (figure(quarter, "service", code) for code in ("first_response", "resolution"))
    assert (of(answered), of(solved)) == ((45 + 40, 2), ((36.75 + 41) * 60, 2))
    assert exact(quarter, "service", "recovery_rate") == 1
    assert exact(quarter, "service", "buyers_joy_rate") == Fraction(1, 2)


def test_a_case_whose_clock_has_run_out_is_told() -> None:
    later = replace(scope("week"), now=dt.datetime(2027, 2, 17, 12))
    assert exact(made("week", now=later.now), "service", "late_cases") == 1


def test_wages_are_told_only_when_they_are_chosen() -> None:
    kept_back, told = made("quarter"), made("quarter", wages=WAGES)
    assert ("wages", 1) in kept_back.withheld
    assert not any(
        isinstance(block, Figures) for block in (kept_back.section("profit") or kept_back.sections[0]).blocks
    )
    assert kroner(exact(told, "profit", "wages")) == "52000.00"
    rates = [round(float(exact(told, "profit", code)), 2) for code in _PER_KRONE]
    assert rates == [1.37, 0.83, -0.17]


_PER_KRONE = ("margin_per_krone", "after_activity_cost", "profit_per_krone")


def test_the_market_share_is_told_in_kroner_and_ore() -> None:
    quarter = made("quarter")
    assert (figure(quarter, "market", "expected_value").kind, exact(quarter, "market", "expected_share")) == (
        "ore",
        Fraction(12, 100),
    )
    assert kroner(exact(quarter, "market", "own_sales")) == "185700.00"


def test_wins_and_losses_are_told_with_causes_and_no_names() -> None:
    quarter = made("quarter")
    assert [exact(quarter, "wins", code) for code in ("won_offers", "lost_offers")] == [4, 2]
    assert exact(quarter, "wins", "hit_rate_by_value") == Fraction(182500, 219500)
    assert column(table(quarter, "wins", "lost_reasons"), "reason") == ["competitor", "price"]


def people(plan: Plan) -> list[str]:
    return [contact.name for customer in plan.customers.values() for contact in customer.contacts]


@pytest.mark.parametrize("kind", KINDS)
def test_no_report_names_a_contact_or_a_private_customer(kind: ReportKind) -> None:
    told = texts(made(kind))
    assert [name for name in people(sample_plan()) if name in told] == []
    assert "Demir" not in told


@pytest.mark.parametrize("kind", ["quarter", "year"])
def test_the_reports_further_up_name_no_firm(kind: ReportKind) -> None:
    told = texts(made(kind))
    firms = [customer.name for customer in sample_plan().customers.values() if not customer.is_person]
    assert [name for name in firms if name in told] == []


def test_the_month_plan_tells_offers_by_class() -> None:
    assert table(made("month"), "offers").columns[0] == "class"
    assert table(made("week"), "offers").columns[0] == "customer"


def test_contacts_are_told_when_the_seller_chooses_so() -> None:
    assert "Ring Ali Demir om klage" in texts(made("week", names="contacts"))


def private_week() -> Plan:
    row = Activity(
        id="p1",
        title="Tannlege",
        state=State.PLANNED,
        date=dt.date(2027, 2, 18),
        start=dt.time(8),
        minutes=60,
        private=True,
        customers=("k01",),
        place="Storgata 1",
    )
    return sample_plan().with_activity(row)


@pytest.mark.parametrize("kind", KINDS)
def test_a_private_row_is_only_taken_time(kind: ReportKind) -> None:
    found = made(kind, private_week())
    assert "Tannlege" not in texts(found)
    assert "Storgata" not in texts(found)
    if kind == "week":
        row = next(row for row in table(found, "plan").rows if row[1].value == dt.time(8) and row[2].kind == "code")
        assert [item.value for item in row[2:6]] == ["busy", None, None, None]
        assert ("private", 1) in found.withheld


def customers(*found: Customer) -> Plan:
    return replace(empty_plan(), customers={each.id: each for each in found})


def test_names_in_titles_are_told_as_what_they_are() -> None:
    plan = customers(
        Customer(id="k1", name="Hansen Rør AS", contacts=(Contact(id="p1", name="Per Hansen"),)),
        Customer(id="k2", name="Ali Demir", kind="consumer", contacts=(Contact(id="k2", name="Ali Demir"),)),
    )
    said = Discretion(plan).words
    assert said("Tilbud til Hansen Rør, ring Per Hansen") == f"Tilbud til Hansen Rør, ring {PERSON}"
    assert said("Ali Demirs klage") == f"{PRIVATE} klage"
    assert said("Ring Hansen") == f"Ring {PERSON}"
    assert said("hansen er et vanlig ord her") == "hansen er et vanlig ord her"
    assert Discretion(plan, "classes").words("Tilbud til Hansen Rør AS") == f"Tilbud til {CLASSES[None]}"
    assert Discretion(plan, "contacts").words("Ring Per Hansen") == "Ring Per Hansen"


def with_need() -> Plan:
    return add_need(sample_plan(), "Avklare rabatt til Granholt", dt.date(2027, 2, 3))


@pytest.mark.parametrize(("kind", "section"), [("week", "needs"), ("month", "head"), ("quarter", "summary")])
def test_what_is_needed_from_the_leader_stands_near_the_top_with_its_age(kind: ReportKind, section: str) -> None:
    found = made(kind, with_need())
    needs = table(found, section, "needs")
    assert column(needs, "age_weeks") == [3, 2], "the sample's own has waited longer"
    assert [each.code for each in found.sections].index(section) <= 2


@pytest.mark.parametrize("kind", ["week", "month", "quarter", "year", "timetable"])
def test_a_report_of_an_empty_plan_is_a_report(kind: ReportKind) -> None:
    found = made(kind, empty_plan())
    assert found.is_empty
    assert found.sections


def test_a_week_of_nothing_but_a_need_tells_the_need() -> None:
    found = made("week", add_need(empty_plan(), "Avklare rabatt til Granholt", dt.date(2027, 2, 3)))
    assert not found.is_empty
    assert column(table(found, "needs"), "need") == ["Avklare rabatt til Granholt"]


def test_a_week_of_nothing_but_a_must_do_tells_it() -> None:
    found = made("week", replace(empty_plan(), sheets={"2027-W07": Sheet(must_dos=("Ring Granholt",))}))
    assert not found.is_empty


def test_a_section_that_is_left_out_leaves_the_others_their_numbers() -> None:
    found = made("week").without(["cost", "nothing"])
    assert [each.number for each in found.sections] == [1, 2, 3, 4, 5, 6, 7, 9]
    assert found.left_out == ("cost",)


def test_a_division_by_nothing_has_no_value() -> None:
    figures = [
        each.item
        for section in made("quarter", empty_plan()).sections
        for block in section.blocks
        if isinstance(block, Figures)
        for each in block.figures
    ]
    assert all(item.value is None for item in figures if item.kind in {"share", "ratio"})


def issued(report: Report, **changes: object) -> ReportIssue:
    handed = Handed(report, b"document", "md", "nb", ("Rune Kvistad",))
    return issue_of(handed, "r1", dt.datetime(2027, 2, 10, 8, tzinfo=dt.UTC)).changed_to(**changes)


def test_the_next_report_tells_what_changed_since_the_last() -> None:
    report = made("week")
    before = issued(
        report,
        as_of=dt.date(2027, 2, 10),
        figures={**kept_figures(report.figures), "order_value": "179200.00", "spent": "nothing"},
        rows=(*report.rows[1:], "a99 2027-02-19 09:00", report.rows[0].replace("08:30", "10:00")),
    )
    found = made("week", before=before)
    changed = table(found, "head", "changes")
    assert [(row[0].value, kroner(row[1].value), kroner(row[3].value)) for row in changed.rows] == [
        ("order_value", "179200.00", "6500.00")
    ]
    lines = next(block for block in found.sections[0].blocks if block.code == "rows_changed")
    assert isinstance(lines, Lines)
    assert [(line[0].value, line[1].value) for line in lines.lines] == [
        ("rows_new", 0),
        ("rows_gone", 1),
        ("rows_moved", 1),
    ]


def test_where_nothing_has_changed_since_the_last_report_it_says_so() -> None:
    report = made("week")
    head = made("week", before=issued(report)).sections[0]
    since = next(block for block in head.blocks if block.code == "since")
    assert isinstance(since, Lines)
    assert [item.value for item in since.lines[0]] == ["since", report.as_of, "no_change"]
    assert not [block for block in head.blocks if block.code in {"changes", "rows_changed"}]


def test_issuing_a_week_plan_freezes_its_week() -> None:
    plan = replace(sample_plan(), sheets={**sample_plan().sheets, "2027-W08": sample_plan().sheets["2027-W08"]})
    report = made("week", plan, day=dt.date(2027, 2, 22))
    remembered = issued(report)
    after = issue(plan, remembered, report)
    snapshot = after.sheets["2027-W08"].snapshot
    assert snapshot is not None
    assert snapshot.rows == ("a32",)
    assert after.issued == {"r1": remembered}


def test_issuing_a_month_plan_freezes_the_weeks_that_have_begun() -> None:
    plan = replace(
        sample_plan(),
        sheets={key: replace(sheet, snapshot=None) for key, sheet in sample_plan().sheets.items()},
    )
    report = made("month", plan)
    after = issue(plan, issued(report), report)
    frozen = {key for key, sheet in after.sheets.items() if sheet.snapshot is not None}
    assert frozen == {"2027-W05", "2027-W06", "2027-W07"}


def test_a_must_do_is_told_with_the_goal_of_what_it_is_about() -> None:
    lines = next(each for each in made("week").sections[3].blocks if isinstance(each, Lines))
    goals = [line[1].value for line in lines.lines]
    assert goals == ["Gjenkjøp hos minst 80 % av fem faste kunder", "4 nye kunder", "4 nye kunder"]


def test_a_week_across_a_month_end_counts_each_day_once() -> None:
    row = Activity(
        id="c1",
        title="Kampanje",
        channel="internet",
        state=State.PLANNED,
        date=dt.date(2027, 3, 31),
        end_date=dt.date(2027, 4, 2),
        minutes=90,
    )
    plan = replace(empty_plan(), sheets={"2027-W13": Sheet({"c1": row})})
    totals: list[Item] = []
    for month in (3, 4):
        span = Span(dt.date(2027, month, 1), dt.date(2027, month + 1, 1))
        (found, *_chart) = calendar_by_week(replace(scope("month", plan), span=span))
        assert isinstance(found, Table)
        totals.append(found.rows[-1][4])
    assert [item.value for item in totals] == [1, 0]


def test_the_report_is_as_of_its_own_day() -> None:
    assert made("week").as_of == NOW.date()


def test_names_that_a_person_has_written_into_goals_needs_and_titles_are_kept_back_too() -> None:
    plan = add_need(sample_plan(), "Bli med til Marit Haugstad i Bjørkely Borettslag", dt.date(2027, 2, 3))
    programme = plan.sales_plans["q1-2027"]
    goals = tuple(goal.changed_to(title=f"{goal.title} (Granholt Eiendom, Jonas Wærum)") for goal in programme.goals)
    plan = replace(plan, sales_plans={**plan.sales_plans, "q1-2027": programme.changed_to(goals=goals)})
    week, quarter = texts(made("week", plan)), texts(made("quarter", plan))
    assert ("Granholt Eiendom" in week, "Wærum" in week, "Haugstad" in week) == (True, False, False)
    assert [name for name in ("Granholt", "Wærum", "Haugstad", "Bjørkely") if name in quarter] == []


def test_the_sellers_own_name_is_told_though_a_contact_is_called_so_too() -> None:
    plan = customers(Customer(id="k1", name="Vik AS", contacts=(Contact(id="p1", name="Ingrid Solvang"),)))
    own = replace(plan, settings=plan.settings.changed_to(name="Ingrid Solvang"))
    assert "Ingrid Solvang" in texts(made("week", own))


def test_a_summary_is_kept_in_the_programme_and_told_in_its_own_quarter() -> None:
    at = dt.datetime(2027, 2, 17, 8, tzinfo=dt.UTC)
    plan = set_summary(sample_plan(), "q1-2027", "2027-Q1", ("Vi ligger bak.", "Messen kommer."), at=at)
    assert "Messen kommer." in texts(made("quarter", plan))
    assert "Messen kommer." not in texts(made("year", plan))
    assert set_summary(plan, "q1-2027", "2027-Q1", (), at=at).sales_plans["q1-2027"].sections == ()


def test_a_quarter_tells_the_offers_followed_up_with_its_n_and_says_in_words_where_no_nps_is_told() -> None:
    plan = sample_plan()
    unasked = {key: each.changed_to(nps=()) for key, each in plan.customers.items()}
    found = made("quarter", replace(plan, customers=unasked))
    blocks = [block for section in found.sections for block in section.blocks if block.code in {"followed_up", "nps"}]
    followed = next(block for block in blocks if isinstance(block, Figures))
    assert (followed.figures[0].item.part, followed.figures[0].item.whole) == (Fraction(2), Fraction(6))
    assert [block.lines[0][0].value for block in blocks if isinstance(block, Lines)] == ["no_nps"]
    base = plan.sales_plans["ost-2026-2027"]
    goals = tuple(
        each.changed_to(measured=(Measurement(on=dt.date(2027, 2, 1), value=25_00),)) if each.measure == "nps" else each
        for each in base.goals
    )
    plans = {**plan.sales_plans, base.id: base.changed_to(goals=goals)}
    told = replace(plan, sales_plans=plans, customers=unasked)
    section = made("quarter", told).section("loyalty")
    assert section is not None
    (figures,) = section.blocks
    assert isinstance(figures, Figures)
    assert (figures.figures[-1].code, figures.figures[-1].item.value) == ("nps", 25_00)


def test_a_quarter_counts_few_answers_by_kind_without_names_and_makes_a_score_of_ten() -> None:
    plan = sample_plan()
    section = made("quarter", plan).section("loyalty")
    assert section is not None
    (few,) = section.blocks
    assert isinstance(few, Figures)
    counted = {each.code: each.item.value for each in few.figures if each.code.startswith("nps")}
    assert counted == {"nps_answers": 6, "nps_promoters": 4, "nps_passives": 1, "nps_detractors": 1}
    answer = NpsAnswer(date=dt.date(2027, 2, 1), score=0)
    asked = {key: each if each.nps else each.changed_to(nps=(answer,)) for key, each in plan.customers.items()}
    section = made("quarter", replace(plan, customers=asked)).section("loyalty")
    assert section is not None
    (many,) = section.blocks
    assert isinstance(many, Figures)
    told = {each.code: each.item.value for each in many.figures if each.code.startswith("nps")}
    assert told == {"nps": Fraction(100_00 * (4 - 7), 12), "nps_answers": 12}
