"""The day as lines: what stands where, and what can be chosen."""

import datetime as dt
from collections.abc import Iterator

import pytest

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.day_plan import day_plan
from salgsplan_tui.language import set_language
from salgsplan_tui.tui.day_lines import DayPage, day_lines
from salgsplan_tui.tui.lines import Line
from tests.planning import NOW, WEDNESDAY, plan_of, row


@pytest.fixture(autouse=True)
def norwegian() -> Iterator[None]:
    set_language("nb")
    yield
    set_language("nb")


def page(*rows: Activity, now: dt.datetime = NOW, **fields: object) -> DayPage:
    plan = plan_of(*rows)
    shown = DayPage(plan, day_plan(plan, WEDNESDAY, now), plan.in_bucket("2027-W07"), now)
    return DayPage(**(shown.__dict__ | fields))


def texts(page: DayPage) -> list[str]:
    return [_text(line) for line in day_lines(page)]


def _text(line: Line) -> str:
    left = "".join(part.text for part in line.left)
    right = "".join(part.text for part in line.right).strip()
    return f"{left.rstrip()} | {right}" if right else left.rstrip()


def test_a_day_reads_from_overdue_through_the_clock_to_what_has_no_time() -> None:
    shown = page(
        row("a26", date="2027-02-16", start="09:00", minutes=120, title="Ringeøkt"),
        row("a27", date="2027-02-17", start="09:00", minutes=30, title="Ring Bjørkely"),
        row("a28", date="2027-02-17", start="11:00", minutes=60, title="Møte", state="confirmed"),
        row("a29", date="2027-02-17", title="Bestill kake"),
        row("a30", bucket="2027-W07", title="Rydd i emner"),
    )
    assert texts(shown) == [
        "── forfalt",
        "! tir 16.2. 09:00 • Ringeøkt | 2 t",
        "── i dag",
        "── nå 08:00",
        "  08:00 · ledig 1 t",
        "  09:00 • Ring Bjørkely | 30 m",
        "  09:30 · ledig 1 t 30 m",
        "● 11:00 • Møte | 1 t",
        "    ┆     bekreftet",
        "  12:00 · ledig 4 t",
        "── uten klokkeslett",
        "  • Bestill kake",
        "── denne uken, uten dag",
        "  • Rydd i emner",
    ]


def test_the_line_of_now_stands_between_what_has_begun_and_what_has_not() -> None:
    rows = (
        row("a1", date="2027-02-17", start="09:00", minutes=60),
        row("a2", date="2027-02-17", start="14:00", minutes=60),
    )
    shown = texts(page(*rows, now=dt.datetime(2027, 2, 17, 12, 30)))
    assert [text for text in shown if "nå" in text or "Row" in text] == [
        "! 09:00 • Row a1 | 1 t",
        "── nå 12:30",
        "  14:00 • Row a2 | 1 t",
    ]


def test_the_way_to_a_visit_and_back_is_drawn_around_it() -> None:
    visit = row("a1", date="2027-02-17", start="11:00", minutes=60, travel_before=30, travel_after=20)
    shown = texts(page(visit))
    assert shown[2:] == [
        "  08:00 · ledig 2 t 30 m",
        "  10:30 ┈ reise 30 m",
        "  11:00 • Row a1 | 1 t",
        "    ┆",
        "  12:00 ┈ reise 20 m",
        "  12:20 · ledig 3 t 40 m",
    ]


def test_a_fair_fills_each_of_its_days_with_that_days_hours() -> None:
    fair = row("a1", channel="trade_fair", date="2027-02-16", end_date="2027-02-18", start="09:00", minutes=1260)
    assert [text for text in texts(page(fair))[2:] if "08:00" not in text] == [
        "  09:00 • Row a1 | 7 t",
        "    ┆     til tor 18.2.",
        "    ┆",
        "    ┆",
    ]


def test_only_the_time_that_is_left_is_free() -> None:
    at_two = texts(page(now=dt.datetime(2027, 2, 17, 14, 10)))
    late = texts(page(now=dt.datetime(2027, 2, 17, 15, 50)))
    assert "  14:10 · ledig 1 t 50 m" in at_two
    assert not any("ledig" in text for text in late)


def test_a_row_grows_with_its_duration_up_to_four_lines() -> None:
    heights = {}
    for minutes in (15, 30, 60, 120, 480):
        lines = day_lines(page(row("a1", date="2027-02-17", start="08:00", minutes=minutes)))
        heights[minutes] = sum(1 for line in lines if line.target is not None and line.target.id == "a1")
    assert heights == {15: 1, 30: 1, 60: 2, 120: 4, 480: 4}


def test_warnings_stand_under_their_row() -> None:
    shown = page(
        row("a1", date="2027-02-17", start="09:00", minutes=60), row("a2", date="2027-02-17", start="09:30", minutes=60)
    )
    assert [text for text in texts(shown) if "!" in text] == ["    ┆     ! dobbeltbooket", "    ┆     ! dobbeltbooket"]


def test_presentation_mode_shows_no_title_and_no_amount() -> None:
    secret = row("a1", date="2027-02-17", start="09:00", title="Ring Marit Haugstad", costs=[{"planned": "912.00"}])
    shown = "\n".join(texts(page(secret, hide=True)))
    assert "Marit" not in shown
    assert "912" not in shown


def test_a_title_with_escapes_and_markup_is_plain_text() -> None:
    evil = row("a1", date="2027-02-17", start="09:00", title="x\x1b]2;y\x07[red][@click=app.quit]z[/]")
    (line,) = [line for line in day_lines(page(evil)) if line.target is not None and line.target.id == "a1"]
    text = _text(line)
    assert "\x1b" not in text
    assert "[red][@click=app.quit]z[/]" in text


def test_older_overdue_rows_are_a_count_that_can_be_opened() -> None:
    first = day_lines(page(older=3))[1]
    assert _text(first) == "! 3 eldre"
    assert first.target is not None
    assert first.target.kind == "older"


def test_a_campaign_tells_until_when_it_runs() -> None:
    shown = texts(page(row("a35", date="2027-02-10", end_date="2027-02-23", title="Radiospott")))
    assert "  til tir 23.2. • Radiospott" in shown
