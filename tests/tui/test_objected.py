"""«Does not want contact» on the screens: what stops is shown, and one undo takes it back."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.widgets import Static

from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.dialogs.stopped import StoppedDialog
from tests.tui.keys import AnyPilot, press_fast, settle
from tests.tui.opening import app_on, sample, stored
from tests.tui.pictures import picture


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Path:
    return sample(tmp_path / "plan")


async def go_to(pilot: AnyPilot, app: PlannerApp, identity: str) -> None:
    await settle(pilot)
    app.main.view.go_to(identity)
    await settle(pilot)


async def objected_in_the_session(pilot: AnyPilot, app: PlannerApp) -> None:
    """Count a call in the overdue session in which Per Åge Tangvald wants no more contact."""
    await go_to(pilot, app, "a26")
    await press_fast(pilot, "d", "n", "o", "1", "enter", "escape")
    await settle(pilot)


def states(home: Path, *ids: str) -> list[object]:
    rows = stored(home)
    return [rows[each]["state"] for each in ids]


async def test_what_stops_is_listed_with_when_and_what(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await objected_in_the_session(pilot, app)
        assert isinstance(app.screen, StoppedDialog)
        words = str(app.screen.query_one("#rows", Static).visual)
        assert "tir 23.2. 09:00 ☎ Ringeøkt (vinterferieuke)" in words
        assert "Ringeøkt: inviter til messe" in words
        await press_fast(pilot, "escape")
        assert not isinstance(app.screen, StoppedDialog)
    assert states(home, "a26", "a32", "a34") == ["done", "cancelled", "planned"]
    assert "p05" not in str(stored(home)["a34"]["contacts"])


async def test_undo_in_the_list_takes_all_of_it_back(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await objected_in_the_session(pilot, app)
        await press_fast(pilot, "u")
        await settle(pilot)
    assert states(home, "a26", "a32") == ["planned", "planned"]
    assert "p05" in str(stored(home)["a34"]["contacts"])


async def test_of_several_people_it_is_asked_who(home: Path) -> None:
    file = home / "weeks/2027/2027-W07.toml"
    file.write_text(file.read_text("utf-8").replace('type = "call_session"', 'type = "call"', 1), "utf-8")
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to(pilot, app, "a26")
        await press_fast(pilot, "d", "o", "1")
        await settle(pilot)
        assert isinstance(app.screen, StoppedDialog)
    assert states(home, "a26", "a32", "a44") == ["done", "cancelled", "planned"]


async def test_nothing_is_shown_where_nothing_stops(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to(pilot, app, "a27")
        await press_fast(pilot, "d", "o")
        await settle(pilot)
        assert not isinstance(app.screen, StoppedDialog)
    assert states(home, "a27") == ["done"]


async def test_a_logged_line_lists_it_too(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "a", *"ringte Oda Brekkhus -> vil ikke kontaktes", "enter")
        await settle(pilot)
        assert isinstance(app.screen, StoppedDialog)


def box_in(page: str) -> str:
    """Return the dialog alone, whatever stands behind it."""
    lines = page.splitlines()
    top = next(number for number, line in enumerate(lines) if "╭" in line)
    foot = next(number for number, line in enumerate(lines) if "╰" in line)
    left, right = lines[top].index("╭"), lines[top].index("╮")
    return "\n".join(line[left : right + 1] for line in lines[top : foot + 1])


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_list_looks_as_it_did(
    home: Path, size: tuple[int, int], speaking: str, snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await objected_in_the_session(pilot, app)
        assert box_in(picture(app)) == snapshot
