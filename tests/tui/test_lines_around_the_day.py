"""Head, panel and status line of the day."""

import datetime as dt
from collections.abc import Iterator

import pytest

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import day_span
from salgsplan_tui.domain.day_plan import day_plan, week_plan
from salgsplan_tui.domain.leave import take_leave
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import set_language
from salgsplan_tui.tui.day_lines import DayPage
from salgsplan_tui.tui.head_line import head_line
from salgsplan_tui.tui.lines import Line, Target
from salgsplan_tui.tui.panel_lines import panel_lines
from salgsplan_tui.tui.status_line import status_line
from tests.planning import NOW, WEDNESDAY, plan_of, row


@pytest.fixture(autouse=True)
def norwegian() -> Iterator[None]:
    set_language("nb")
    yield
    set_language("nb")


def page(plan: Plan, day: dt.date = WEDNESDAY, *, marked: frozenset[str] = frozenset()) -> DayPage:
    return DayPage(plan, day_plan(plan, day, NOW), (), NOW, marked)


def text(line: Line) -> str:
    return "".join(part.text for part in line.left + line.right)


def day(*rows: Activity) -> DayPage:
    return page(plan_of(*rows))


def test_the_head_says_the_date_in_full_and_the_load_with_what_is_overdue() -> None:
    head = text(head_line(day(row("a1", date="2027-02-17", minutes=120), row("a26", date="2027-02-16", minutes=120))))
    assert "onsdag 17. februar 2027 · uke 7" in head
    assert "2,0 + 2,0 forfalt av 7,5 t" in head
    assert "█████░░░░░" in head


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2027-05-17", "0,0 t planlagt, fridag"),
        ("2027-05-07", "inneklemt dag"),
        ("2027-07-14", "fellesferie"),
        ("2027-03-24", "onsdag før skjærtorsdag"),
    ],
)
def test_the_head_names_special_days(date: str, words: str) -> None:
    assert words in text(head_line(page(plan_of(), dt.date.fromisoformat(date))))


def test_the_head_names_the_persons_own_days_off() -> None:
    plan = take_leave(plan_of(), day_span(WEDNESDAY), kind="ill")
    assert "uke 7 · syk" in text(head_line(page(plan)))
    plan = take_leave(plan_of(), day_span(dt.date(2027, 5, 17)), title="Ferie", half="morning")
    assert text(head_line(page(plan, dt.date(2027, 5, 17)))).count("Ferie, formiddag") == 1


def test_both_names_of_a_red_day_are_said() -> None:
    head = text(head_line(page(plan_of(), dt.date(2027, 5, 17))))
    assert head.lower().count("dag") >= 3


def test_the_panel_counts_the_week_and_its_money() -> None:
    plan = plan_of(
        row("a1", date="2027-02-15", minutes=60, state="done", km_actual=30, outcome="reached"),
        row("a2", date="2027-02-17", minutes=375, km_planned=52),
    )
    shown = [text(line) for line in panel_lines(plan, week_plan(plan, "2027-W07", NOW))]
    assert any("7,3 av 37,5 t" in line or "7,2 av 37,5 t" in line for line in shown)
    assert any("1 av 2 gjennomført" in line for line in shown)
    assert any("276" in line and "kr" in line for line in shown)
    assert any("159" in line for line in shown)


def test_the_status_line_says_in_words_what_the_cursor_stands_on() -> None:
    shown = day(row("a26", date="2027-02-16", minutes=120, channel="phone", goal="møter"))
    status = text(status_line(shown, Target("activity", "a26")))
    assert "! forfalt" in status
    assert "mål: møter" in status
    assert "uten mål" in text(status_line(day(row("a1", date="2027-02-17")), Target("activity", "a1")))
    assert "Ledig fra 09:30" in text(status_line(shown, Target("gap", "09:30")))
    assert "Trykk a" in text(status_line(day(), None))


def test_the_status_line_counts_marked_rows() -> None:
    plan = plan_of(row("a1", date="2027-02-17"), row("a2", date="2027-02-17"))
    assert "2 merket" in text(status_line(page(plan, marked=frozenset({"a1", "a2"})), None))
