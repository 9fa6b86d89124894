"""The calendar of days off: written by hand or by the program, changed by splice, undone like everything else."""

import datetime as dt
from functools import partial
from pathlib import Path

from salgsplan_tui.domain.dates import day_span, inclusive
from salgsplan_tui.domain.leave import end_leave, take_leave
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.session import Edit
from tests.folders import change, lay, opened

BY_HAND = """\
[[leave]]
start = 2027-05-07
half = "afternoon"

# Ferie er avtalt med Rune.
[[leave]]
title = "Sommerferie" # tre uker
start = 2027-07-12
end = 2027-07-30
cover = "Berit"
"""


def sick(plan: Plan) -> Plan:
    return take_leave(plan, day_span(dt.date(2027, 2, 17)), kind="ill")


def test_a_calendar_written_by_hand_needs_no_schema_and_no_ids(tmp_path: Path) -> None:
    session = opened(lay(tmp_path / "plan", {"calendar.toml": BY_HAND}))
    assert session.problems == ()
    assert dt.date(2027, 7, 20) in session.plan.days_off
    assert session.plan.days_off.parts(dt.date(2027, 5, 7)) == {"afternoon"}


def test_a_new_entry_is_put_in_its_place_and_no_other_line_is_touched(tmp_path: Path) -> None:
    home = lay(tmp_path / "plan", {"calendar.toml": BY_HAND})
    change(opened(home), sick)
    ill = '[[leave]]\nstart = 2027-02-17\nkind = "ill"\n\n'
    assert (home / "calendar.toml").read_text("utf-8") == ill + BY_HAND


def test_a_day_is_cut_out_of_an_entry_with_its_comments_and_own_keys_kept(tmp_path: Path) -> None:
    home = lay(tmp_path / "plan", {"calendar.toml": BY_HAND})
    change(opened(home), lambda plan: end_leave(plan, day_span(dt.date(2027, 7, 20))))
    text = (home / "calendar.toml").read_text("utf-8")
    assert 'title = "Sommerferie" # tre uker\nstart = 2027-07-12\nend = 2027-07-19\ncover = "Berit"' in text
    assert "start = 2027-07-21\nend = 2027-07-30" in text


def test_everything_is_undone_to_the_byte(tmp_path: Path) -> None:
    home = lay(tmp_path / "plan", {"calendar.toml": BY_HAND})
    summer = inclusive(dt.date(2027, 7, 12), dt.date(2027, 7, 30))
    first_day, middle = day_span(summer.start), day_span(dt.date(2027, 7, 20))
    edits: list[Edit] = [sick, *(partial(end_leave, span=span) for span in (first_day, middle, summer))]
    for edit in edits:
        session = opened(home)
        change(session, edit)
        assert (home / "calendar.toml").read_text("utf-8") != BY_HAND
        opened(home).undo()
        assert (home / "calendar.toml").read_text("utf-8") == BY_HAND


def test_the_first_day_off_makes_the_file(tmp_path: Path) -> None:
    home = lay(tmp_path / "plan", {"settings.toml": "schema = 1\n"})
    session = opened(home)
    change(session, lambda plan: take_leave(plan, inclusive(dt.date(2027, 7, 12), dt.date(2027, 7, 30)), title="Ferie"))
    assert (home / "calendar.toml").read_text("utf-8") == (
        'schema = 1\n\n[[leave]]\ntitle = "Ferie"\nstart = 2027-07-12\nend = 2027-07-30\n'
    )
    assert opened(home).plan.leave == session.plan.leave


def test_a_mistake_in_the_calendar_is_told_with_its_line_and_the_rest_is_used(tmp_path: Path) -> None:
    wrong = BY_HAND.replace('half = "afternoon"', 'half = "evening"')
    session = opened(lay(tmp_path / "plan", {"calendar.toml": wrong}))
    assert [(each.file, each.line) for each in session.problems] == [("calendar.toml", 3)]
    assert dt.date(2027, 7, 20) in session.plan.days_off
