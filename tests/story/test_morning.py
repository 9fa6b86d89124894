"""The morning of chapter 6.2 in a real terminal: the installed program, keys, and what the files hold afterwards."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.story.opening import Open, activities
from tests.story.terminal import Terminal


def test_the_day_is_there_without_a_key(morning: Open, leave: Callable[[Terminal], None]) -> None:
    with morning() as terminal:
        terminal.wait_for("onsdag 17. februar 2027 · uke 7")
        terminal.wait_for("Ringeøkt: A- og B-emner")
        assert "2,0 + 2,0 forfalt av 7,5 t" in terminal.text
        assert "Få svar fra Granholt" in terminal.text
        leave(terminal)


def test_what_was_left_undone_is_moved_in_two_keys_and_the_move_is_on_disk(
    morning: Open, home: Path, leave: Callable[[Terminal], None]
) -> None:
    with morning() as terminal:
        terminal.wait_for("Ringeøkt: A- og B-emner")
        terminal.press("m", "enter")
        terminal.wait_for("Flyttet «Ringeøkt")
        leave(terminal)
    moved = activities(home)["a26"]
    assert str(moved["date"]) == "2027-02-17"
    assert moved["start"] == "12:00"
    assert len(moved["reschedules"]) == 1  # type: ignore[arg-type]


def test_a_call_is_logged_with_outcome_and_next_step_in_three_keys(
    morning: Open, home: Path, leave: Callable[[Terminal], None]
) -> None:
    with morning() as terminal:
        terminal.wait_for("Ring Bjørkely")
        terminal.press("j", "j", "j")
        terminal.wait_for("Bjørkely Borettslag")
        terminal.press("d", "4", "enter")
        terminal.wait_for("Ferdig:")
        leave(terminal)
    rows = activities(home)
    assert (rows["a27"]["state"], rows["a27"]["outcome"]) == ("done", "meeting_booked")
    following = rows[str(rows["a27"]["next"])]
    assert following["previous"] == "a27"
    assert str(following["date"]) == "2027-02-26"


def test_keys_typed_ahead_of_everything_are_not_lost(morning: Open, home: Path) -> None:
    with morning() as terminal:
        terminal.send("aring Marit fre 10:00 30m\rq")
        assert terminal.finish() == 0
    new = [row for row in activities(home).values() if str(row["title"]).startswith("ring Marit")]
    assert [(str(row["date"]), row["start"], row["minutes"]) for row in new] == [("2027-02-19", "10:00", 30)]


def test_undo_works_across_program_starts(morning: Open, home: Path, leave: Callable[[Terminal], None]) -> None:
    before = sorted(home.glob("weeks/*/*.toml"))
    with morning() as terminal:
        terminal.wait_for("Ringeøkt: A- og B-emner")
        terminal.press("m", "enter")
        terminal.wait_for("Flyttet")
        leave(terminal)
    with morning() as terminal:
        terminal.wait_for("onsdag 17. februar")
        terminal.press("u")
        terminal.wait_for("Angret")
        leave(terminal)
    assert str(activities(home)["a26"]["date"]) == "2027-02-16"
    assert sorted(home.glob("weeks/*/*.toml")) == before


def test_another_programs_change_is_shown_while_the_screens_are_open(
    morning: Open, home: Path, leave: Callable[[Terminal], None]
) -> None:
    week = home / "weeks/2027/2027-W07.toml"
    with morning() as terminal:
        terminal.wait_for("Ring Bjørkely")
        week.write_text(week.read_text(encoding="utf-8").replace("Ring Bjørkely", "Ring Bjarte"), encoding="utf-8")
        terminal.wait_for("Ring Bjarte")
        leave(terminal)


def test_the_first_start_welcomes_asks_for_a_goal_and_shows_the_day(morning: Open, tmp_path: Path) -> None:
    new = tmp_path / "new"
    with morning(SALGSPLAN_HOME=str(new)) as terminal:
        terminal.wait_for("Velkommen")
        terminal.press("escape")
        terminal.wait_until(lambda: "Velkommen" not in terminal.text, "the welcome is gone")
        terminal.press("q")
        assert terminal.finish() == 0
    assert not new.exists()


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (250, 80)])
def test_every_size_of_terminal_shows_the_day(
    morning: Open, size: tuple[int, int], leave: Callable[[Terminal], None]
) -> None:
    with morning(size=size) as terminal:
        terminal.wait_for("Ring Bjørkely")
        assert all(len(line) <= size[0] for line in terminal.lines)
        leave(terminal)


def test_the_terminal_may_be_resized_while_the_day_is_open(morning: Open, leave: Callable[[Terminal], None]) -> None:
    with morning() as terminal:
        terminal.wait_for("Ring Bjørkely")
        for columns, rows in ((60, 16), (200, 60), (40, 10), (80, 24)):
            terminal.resize(columns, rows)
        terminal.wait_for("2,0 + 2,0 forfalt")
        leave(terminal)


def test_no_color_sends_no_colours(morning: Open, leave: Callable[[Terminal], None]) -> None:
    with morning(NO_COLOR="1") as terminal:
        terminal.wait_for("Ring Bjørkely")
        assert b"\x1b[38;2;" not in terminal.raw
        assert b"\x1b[48;2;" not in terminal.raw
        leave(terminal)


def test_a_dumb_terminal_gets_the_day_as_text(morning: Open) -> None:
    with morning(TERM="dumb") as terminal:
        assert terminal.finish() == 0
        assert "17. februar 2027" in terminal.text
