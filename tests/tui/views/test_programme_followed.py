"""The next quarter from the programme's own screen: its title, why the unfinished is carried on, one step to undo."""

import datetime as dt
from pathlib import Path

from tests.tui.keys import press_fast, settle
from tests.tui.opening import app_on, sample, stored
from tests.tui.pictures import picture

LAST_WEEK = dt.datetime(2027, 3, 30, 8, 0)


async def test_a_programme_is_copied_into_the_next_quarter_as_one_step(home: Path, norwegian: None) -> None:
    del norwegian
    before = stored(home)
    app = app_on(home, LAST_WEEK)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "4", "s", "2")
        await settle(pilot)
        shown = picture(app)
        assert "Hva heter programmet for 1. april–30. juni 2027?" in shown
        assert "2. kvartal 2027" in shown
        assert "er over: Fagmessen Inneluftdagene" in shown
        assert "Ukesgjennomgang uke 7" in shown
        assert "17 uferdige" in shown
        await press_fast(pilot, "enter")
        assert "Hvorfor ble det ikke ferdig?" in picture(app)
        await press_fast(pilot, "5")
        await settle(pilot)
        assert "Ringeøkt (påskeuke)" in picture(app)
        await press_fast(pilot, "2", "2")
        await settle(pilot)
        assert "syk" in picture(app)
        await press_fast(pilot, "0")
        await settle(pilot)
        after = stored(home)
        assert len(after) > len(before)
        plans = sorted(path.name for path in (home / "plans").glob("*.toml"))
        assert len(plans) == len(list((sample(home.parent / "other") / "plans").glob("*.toml"))) + 1
        carried = [row for row in after.values() if row.get("bucket") == "2027-W13"]
        assert carried
        assert all(row["state"] in {"planned", "confirmed"} for row in carried)
        given = {row["id"]: str(row["reschedules"]) for row in carried}
        assert "'reason': 'ill'" in given.pop("a27")
        assert all("'reason': 'lower_priority'" in each for each in given.values())
        await press_fast(pilot, "u")
        await settle(pilot)
        assert stored(home) == before
