"""The files of sales plans: every part a field, every change a few lines, every other byte as it was."""

import datetime as dt
from pathlib import Path
from typing import Final

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.fields import Value
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_parts import Benefit, BudgetLine, BudgetMove, FocusArea, PlanRates, Product
from salgsplan_tui.domain.programme import Goal, SalesPlan, Strategy
from salgsplan_tui.domain.programme_edits import add_part, add_plan, change_part, change_plan, place_part, remove_part
from salgsplan_tui.domain.programme_life import move_money
from salgsplan_tui.session import Edit
from salgsplan_tui.storage.document import read
from salgsplan_tui.storage.packaged import DEMO
from salgsplan_tui.storage.splice import splice
from salgsplan_tui.storage.tables import SALES_PLAN_PARTS, sales_plan_from, table_of
from salgsplan_tui.storage.whole_file_edits import whole_file_edits
from tests.folders import SAID, lay, opened
from tests.planning import STAMP

FILE: Final = "plans/q1.toml"
TEXT: Final = """# Ingrids plan
schema = 1
id = "q1"
title = "1. kvartal"   # kort
start = 2027-01-04
end = 2027-03-31
mine = "egen nøkkel"

[rates]
reached = "50.00"
own = 3

# Det viktigste først.
[[goal]]
id = "m1"
title = "Tolv ordrer"
unit = "count"   # stykker
target = "12.00"

[[budget_line]]
id = "b1"
title = "Reise"
amount = "6000.00"

# Messen er dyr.
[[budget_line]]
id = "b2"
title = "Messe"
amount = "45000.00"
note = "min egen"
"""


def changed(tmp_path: Path, *edits: Edit, text: str = TEXT) -> tuple[list[str], list[str]]:
    """Return the lines that the edits took out of the file, and those that they put in."""
    session = opened(lay(tmp_path / "plan", {FILE: text}))
    for edit in edits:
        session.change(edit, SAID)
    new = (tmp_path / "plan" / FILE).read_text("utf-8")
    old_lines, new_lines = text.splitlines(), new.splitlines()
    assert opened(tmp_path / "plan").problems == ()
    for _each in edits:
        session.undo()
    assert (tmp_path / "plan" / FILE).read_text("utf-8") == text
    return (
        [line for line in old_lines if line not in new_lines],
        [line for line in new_lines if line not in old_lines and not line.startswith("changed = ")],
    )


@pytest.mark.parametrize("path", sorted(path.name for path in (DEMO / "plans").iterdir()))
def test_every_key_of_the_samples_plans_is_a_field(path: str) -> None:
    plan = sales_plan_from(tomli.loads((DEMO / "plans" / path).read_text("utf-8")))
    parts = [part for field in SALES_PLAN_PARTS for part in getattr(plan, field)]
    for each in (plan, plan.rates, plan.market_share, *parts):
        assert each is None or not each.extra_fields, each


@pytest.mark.parametrize("path", sorted(path.name for path in (DEMO / "plans").iterdir()))
def test_the_samples_plans_say_after_reading_and_writing_what_they_said(path: str) -> None:
    text = (DEMO / "plans" / path).read_text("utf-8")
    plan = sales_plan_from(tomli.loads(text))
    written = splice(read(Path(path), "schema = 1\n"), *whole_file_edits(read(Path(path), "schema = 1\n"), None, plan))
    assert sales_plan_from(written.data) == plan


def test_a_part_that_changes_touches_its_own_lines_alone(tmp_path: Path) -> None:
    gone, come = changed(tmp_path, lambda plan: change_part(plan, "q1", Goal, "m1", at=STAMP, target=8_00))
    assert (gone, come) == (['target = "12.00"'], ['target = "8.00"'])


def test_a_new_key_takes_its_place_among_the_others(tmp_path: Path) -> None:
    session = opened(lay(tmp_path / "plan", {FILE: TEXT}))
    session.change(lambda plan: change_part(plan, "q1", Goal, "m1", at=STAMP, measure="orders"), SAID)
    text = (tmp_path / "plan" / FILE).read_text("utf-8")
    assert 'title = "Tolv ordrer"\nmeasure = "orders"\nunit = "count"   # stykker\n' in text


def test_rates_that_change_keep_what_a_person_wrote_beside_them(tmp_path: Path) -> None:
    def edit(plan: Plan) -> Plan:
        rates = plan.sales_plans["q1"].rates
        assert rates is not None
        return change_plan(plan, "q1", at=STAMP, rates=rates.changed_to(reached=40_00, hit=50_00))

    assert changed(tmp_path, edit) == (['reached = "50.00"'], ['reached = "40.00"', 'hit = "50.00"'])


def test_rates_that_go_leave_no_header_behind(tmp_path: Path) -> None:
    gone, come = changed(tmp_path, lambda plan: change_plan(plan, "q1", at=STAMP, rates=None))
    assert (gone, come) == (["[rates]", 'reached = "50.00"', "own = 3"], [])


def test_moved_money_is_two_amounts_and_a_line_of_the_log(tmp_path: Path) -> None:
    move = BudgetMove(id="mv1", on=dt.date(2027, 2, 17), from_="b2", to="b1", amount=1_000_00, reason="Flere besøk")
    gone, come = changed(tmp_path, lambda plan: move_money(plan, "q1", move, at=STAMP))
    assert gone == ['amount = "6000.00"', 'amount = "45000.00"']
    assert come == [
        'amount = "7000.00"',
        'amount = "44000.00"',
        "[[budget_move]]",
        'id = "mv1"',
        "on = 2027-02-17",
        'from = "b2"',
        'to = "b1"',
        'amount = "1000.00"',
        'reason = "Flere besøk"',
    ]


def test_a_part_that_takes_another_place_takes_its_comments_with_it(tmp_path: Path) -> None:
    home = lay(tmp_path / "plan", {FILE: TEXT})
    opened(home).change(lambda plan: place_part(plan, "q1", BudgetLine, "b2", 0, at=STAMP), SAID)
    text = (home / FILE).read_text("utf-8")
    assert text.index("# Messen er dyr.") < text.index('id = "b2"') < text.index('id = "b1"')
    assert 'note = "min egen"' in text


def test_parts_of_every_kind_come_and_leave(tmp_path: Path) -> None:
    parts: list[Value] = [
        Strategy(id="st1", title="Ring først", goals=("m1",)),
        Product(id="p1", title="Filter", priority=3, target_price=800_00),
        Benefit(segment="barnehager", text="Færre sykedager"),
        Benefit(segment="barnehager", text="Flere barn"),
        FocusArea(id="f1", title="Skoler"),
    ]
    edits = [lambda plan, part=part: add_part(plan, "q1", part, at=STAMP) for part in parts]
    _gone, come = changed(tmp_path, *edits, lambda plan: remove_part(plan, "q1", FocusArea, "f1", at=STAMP))
    assert [line for line in come if line.startswith("[[")] == ["[[strategy]]", "[[product]]", *["[[benefit]]"] * 2]


def test_a_new_plan_is_a_file_of_its_own(tmp_path: Path) -> None:
    home = lay(tmp_path / "plan", {FILE: TEXT})
    made = SalesPlan(
        id="q2",
        title="2. kvartal",
        start=dt.date(2027, 4, 1),
        end=dt.date(2027, 6, 30),
        rates=PlanRates(reached=50_00),
        goals=(Goal(id="g1", title="Ti ordrer"),),
    )
    session = opened(home)
    session.change(lambda plan: add_plan(plan, made, at=STAMP), SAID)
    assert (home / "plans/q2.toml").read_text("utf-8").splitlines()[:7] == [
        "schema = 1",
        'id = "q2"',
        'kind = "market_programme"',
        'title = "2. kvartal"',
        "start = 2027-04-01",
        "end = 2027-06-30",
        'status = "draft"',
    ]
    session.undo()
    assert not (home / "plans/q2.toml").exists()


def test_what_stands_inline_is_written_anew_and_said(tmp_path: Path) -> None:
    inline = TEXT[: TEXT.index("[rates]")] + 'goal = [{ id = "m1", title = "Tolv ordrer" }]\n'
    home = lay(tmp_path / "plan", {FILE: inline})
    session = opened(home)
    session.change(lambda plan: change_part(plan, "q1", Goal, "m1", at=STAMP, target=8_00), SAID)
    assert [(each.key, each.is_damage) for each in session.problems] == [("rewritten", False)]
    assert '[[goal]]\nid = "m1"\ntitle = "Tolv ordrer"\ntarget = "8.00"\n' in (home / FILE).read_text("utf-8")


IDS: Final = tuple(f"g{number}" for number in range(6))
goal_lists = st.lists(st.sampled_from(IDS), unique=True).flatmap(
    lambda ids: st.tuples(*(st.builds(Goal, id=st.just(each), title=st.sampled_from(("a", "b"))) for each in ids))
)


@given(goal_lists, goal_lists)
def test_any_list_of_parts_becomes_any_other(before: tuple[Goal, ...], after: tuple[Goal, ...]) -> None:
    bare = sales_plan_from(tomli.loads(TEXT.replace("[[goal]]", "[[other]]")))
    empty = read(Path(FILE), TEXT.replace("[[goal]]", "[[other]]"))
    old, new = bare.changed_to(goals=before), bare.changed_to(goals=after)
    document = splice(empty, *whole_file_edits(empty, bare, old))
    assert sales_plan_from(document.data) == old
    assert table_of(sales_plan_from(splice(document, *whole_file_edits(document, old, new)).data)) == table_of(new)


def test_two_programs_change_two_plans_and_both_stay(tmp_path: Path) -> None:
    home = lay(tmp_path / "plan", {FILE: TEXT, "plans/q2.toml": TEXT.replace("q1", "q2")})
    one, other = opened(home), opened(home)
    one.change(lambda plan: change_plan(plan, "q1", at=STAMP, title="Vår"), SAID)
    other.change(lambda plan: change_plan(plan, "q2", at=STAMP, title="Høst"), SAID)
    titles = {identity: each.title for identity, each in opened(home).plan.sales_plans.items()}
    assert titles == {"q1": "Vår", "q2": "Høst"}
