"""The line of a case that is planned too late is a line to stand on, and keys there act on its activity."""

from dataclasses import replace

from salgsplan_tui.domain.day_plan import day_plan
from salgsplan_tui.tui.day_lines import DayPage, day_lines
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.status_line import status_line
from tests.planning import NOW, WEDNESDAY, case, plan_of, row


def page_of(*, hide: bool = False) -> DayPage:
    late = row("a29", title="Ring Ali", date="2027-02-17", start="14:00", minutes=120)
    bare = case("s4", title="Klage fra Berg", start_mood=-1)
    plan = replace(plan_of(late), cases={"s3": case("s3", activities=["a29"], start_mood=-1), "s4": bare})
    return DayPage(plan, day_plan(plan, WEDNESDAY, NOW), (), NOW, hide=hide)


def test_the_warning_stands_last_under_its_row_and_is_the_case() -> None:
    lines = day_lines(page_of())
    (number,) = (number for number, line in enumerate(lines) if line.target == Target("case", "s3"))
    assert "svarfrist 11:20, planlagt 14:00" in lines[number].left[1].text
    assert [line.target for line in lines[number - 3 : number]] == [Target("activity", "a29")] * 3
    assert lines[number + 1].target != Target("activity", "a29")


def test_a_case_without_a_row_stands_under_its_own_heading_and_hides_its_name() -> None:
    shown, hidden = (
        [line for line in day_lines(page_of(hide=hide)) if line.target == Target("case", "s4")]
        for hide in (False, True)
    )
    assert "Klage fra Berg" in shown[0].left[2].text
    assert shown[0].right[0].text == " svarfrist 11:20 "
    assert [part.text for part in shown[1].left] == ["    ┆ ", "ingen neste aktivitet"]
    assert "Berg" not in hidden[0].left[2].text


def test_the_status_tells_how_far_it_has_come_and_what_is_left() -> None:
    words = status_line(page_of(), Target("case", "s3")).left[0].text
    assert "svarfrist 11:20, planlagt 14:00 · " in words.replace("\xa0", " ")
