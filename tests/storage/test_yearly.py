"""The files of a year: sales with offers and orders, service with cases; read, changed by splice, moved and undone."""

import datetime as dt
from pathlib import Path
from typing import Final

import pytest

from salgsplan_tui.domain.errors import DamagedError, NotFoundError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sales_edits import add_offer, add_order, change_offer, change_order, remove_offer
from salgsplan_tui.domain.service_edits import add_case, change_case
from salgsplan_tui.session import Edit, Session
from tests.folders import change, file, lay, opened, texts
from tests.planning import STAMP, case, offer, order

SALES: Final = "sales/2027.toml"
SERVICE: Final = "service/2027.toml"
BY_HAND: Final = """\
schema = 1

# Marit vil ha svar før påske.
[[offer]]
id = "t1"
customer = "k1"
state = "sent"
sent = 2027-02-08 # på e-post
amount = "500.00"
reference = "2027/14"

[[order]]
id = "o1"
customer = "k1"
date = 2027-02-09
amount = "300.00"
"""
CASES: Final = """\
schema = 1

[[case]]
id = "s1"
customer = "k1"
state = "reported"
opened = 2027-02-16T15:20:00
start_mood = -1
"""


def sold(home: Path) -> Session:
    session = opened(home)
    session.need_sales_and_service()
    return session


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return lay(tmp_path / "plan", {SALES: BY_HAND, SERVICE: CASES})


def read(home: Path, name: str = SALES) -> str:
    return (home / name).read_text("utf-8")


def test_sales_and_service_are_read_when_they_are_asked_for(home: Path) -> None:
    session = opened(home)
    assert (session.plan.offers, list(session.plan.cases)) == ({}, ["s1"]), "an open case is read with the day"
    session.need_sales_and_service()
    plan = session.plan
    assert (plan.offers["t1"].amount, plan.orders["o1"].date, plan.cases["s1"].start_mood) == (
        500_00,
        dt.date(2027, 2, 9),
        -1,
    )
    assert session.problems == ()


def test_an_edit_before_anything_was_read_finds_its_row(home: Path) -> None:
    change(opened(home), lambda plan: change_case(plan, "s1", at=STAMP, cause="feil filter"))
    assert 'cause = "feil filter"' in read(home, SERVICE)
    with pytest.raises(NotFoundError):
        change(opened(home), lambda plan: change_offer(plan, "t9", at=STAMP, amount=1))


def test_only_the_keys_that_changed_are_touched(home: Path) -> None:
    change(sold(home), lambda plan: change_offer(plan, "t1", at=STAMP, state="won", decided=dt.date(2027, 2, 17)))
    expected = BY_HAND.replace('"sent"', '"won"').replace(
        'amount = "500.00"\n', 'amount = "500.00"\ndecided = 2027-02-17\n', 1
    )
    assert read(home).replace("changed = 2027-02-17T07:00:00Z\n", "") == expected


def test_new_rows_come_in_their_place_by_day_each_among_its_own_kind(home: Path) -> None:
    def sell(plan: Plan) -> Plan:
        plan = add_offer(plan, offer("t0", state="sent", sent="2027-01-05"), at=STAMP)
        plan = add_offer(plan, offer("t2", state="sent", sent="2027-02-08"), at=STAMP)
        return add_order(plan, order("o0", date="2027-01-04"), at=STAMP)

    change(sold(home), sell)
    ids = [line.split('"')[1] for line in read(home).splitlines() if line.startswith("id = ")]
    assert ids == ["t0", "t1", "t2", "o0", "o1"]
    assert "# Marit vil ha svar før påske.\n[[offer]]\nid = " in read(home)


def test_the_first_sale_of_a_year_makes_its_file(home: Path) -> None:
    change(sold(home), lambda plan: add_order(plan, order("o9", date="2026-12-30", amount=100_00), at=STAMP))
    assert read(home, "sales/2026.toml") == (
        'schema = 1\n\n[[order]]\nid = "o9"\ncustomer = "k1"\ndate = 2026-12-30\namount = "100.00"\n'
        "created = 2027-02-17T07:00:00Z\nchanged = 2027-02-17T07:00:00Z\n"
    )


EDITS: Final[tuple[Edit, ...]] = (
    lambda plan: change_offer(plan, "t1", at=STAMP, state="won", decided=dt.date(2027, 2, 17)),
    lambda plan: remove_offer(plan, "t1"),
    lambda plan: change_offer(plan, "t1", at=STAMP, sent=dt.date(2026, 12, 28)),
    lambda plan: change_order(plan, "o1", at=STAMP, date=dt.date(2028, 1, 3)),
    lambda plan: add_order(plan, order("o0", date="2027-01-04"), at=STAMP),
    lambda plan: change_case(plan, "s1", at=STAMP, state="heard", first_response=dt.datetime(2027, 2, 17, 9)),
    lambda plan: add_case(plan, case("s2"), at=STAMP),
)


def test_everything_is_undone_to_the_byte_and_done_again(home: Path) -> None:
    for edit in EDITS:
        change(sold(home), edit)
        changed = texts(home)
        opened(home).undo()
        assert (read(home), read(home, SERVICE)) == (BY_HAND, CASES)
        opened(home).redo()
        assert texts(home).keys() == changed.keys()
        opened(home).undo()


def test_an_offer_that_is_dated_in_another_year_moves_there_with_its_comments(home: Path) -> None:
    change(sold(home), lambda plan: change_offer(plan, "t1", at=STAMP, sent=dt.date(2026, 12, 28)))
    assert "[[offer]]" not in read(home)
    moved = read(home, "sales/2026.toml")
    assert "# Marit vil ha svar før påske.\n[[offer]]" in moved
    assert 'reference = "2027/14"' in moved
    assert sold(home).problems == ()


def test_a_row_in_another_years_file_is_used_told_and_moved_when_it_is_saved(tmp_path: Path) -> None:
    home = lay(tmp_path / "plan", {"sales/2026.toml": BY_HAND})
    session = sold(home)
    assert session.plan.orders["o1"].amount == 300_00
    assert [(each.line, each.key, dict(each.values)["home"], each.is_damage) for each in session.problems] == [
        (8, "wrong_year", SALES, False),
        (15, "wrong_year", SALES, False),
    ]
    change(session, lambda plan: change_order(plan, "o1", at=STAMP, amount=310_00))
    assert 'id = "o1"' in read(home)
    assert 'id = "o1"' not in read(home, "sales/2026.toml")


def test_an_offer_without_any_day_stays_where_it_lies(tmp_path: Path) -> None:
    text = file('[[offer]]\nid = "t1"\ncustomer = "k1"\nstate = "draft"\n')
    home = lay(tmp_path / "plan", {"sales/2025.toml": text})
    session = sold(home)
    assert session.problems == ()
    change(session, lambda plan: change_offer(plan, "t1", at=STAMP, amount=100))
    assert 'amount = "1.00"' in read(home, "sales/2025.toml")
    change(session, lambda plan: remove_offer(plan, "t1"))
    session.undo()
    assert session.plan.offers["t1"].amount == 100


def test_of_two_rows_with_one_id_the_newest_is_shown_and_both_are_kept(tmp_path: Path) -> None:
    newer = BY_HAND.replace('reference = "2027/14"', "changed = 2027-02-16T08:00:00Z").replace("500.00", "700.00")
    home = lay(tmp_path / "plan", {"sales/2026.toml": newer, SALES: BY_HAND})
    session = sold(home)
    assert session.plan.offers["t1"].amount == 700_00
    doubles = [(each.file, dict(each.values)) for each in session.problems if each.key == "id_in_two_files"]
    assert doubles == [
        (SALES, {"id": "t1", "other": "sales/2026.toml"}),
        ("sales/2026.toml", {"id": "o1", "other": SALES}),
    ]


def test_an_offer_and_an_order_of_one_id_are_told_apart_from_the_next_save(tmp_path: Path) -> None:
    home = lay(tmp_path / "plan", {SALES: BY_HAND.replace('"o1"', '"t1"')})
    session = sold(home)
    (problem,) = session.problems
    assert (problem.line, problem.key) == (13, "duplicate_id")
    change(session, lambda plan: change_offer(plan, "t1", at=STAMP, amount=1))
    assert [*sold(home).plan.orders] == [dict(problem.values)["new"]]


def test_a_mistake_is_told_with_its_line_the_rest_is_used_and_nothing_is_written_over_it(home: Path) -> None:
    wrong = BY_HAND.replace('"300.00"', "300")
    (home / SALES).write_text(wrong, "utf-8")
    session = sold(home)
    assert [(each.file, each.line, each.key) for each in session.problems] == [(SALES, 16, "wrong_value")]
    assert (session.plan.orders["o1"].amount, session.plan.offers["t1"].amount) == (0, 500_00)
    with pytest.raises(DamagedError):
        change(session, lambda plan: change_offer(plan, "t1", at=STAMP, amount=1))
    assert read(home) == wrong


def test_a_year_that_another_program_begins_is_seen(home: Path) -> None:
    session = sold(home)
    change(opened(home), lambda plan: add_order(plan, order("o9", date="2028-01-03"), at=STAMP))
    assert session.reload()
    assert "o9" in session.plan.orders
