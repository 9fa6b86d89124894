"""Material deadlines on the screens: in the form, in the plans of day and week, ticked off; and answers added."""

import datetime as dt
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.folders import WEEK, block, file, lay
from tests.tui.keys import press_fast, settle
from tests.tui.opening import app_on, stored
from tests.tui.pictures import picture

SETTINGS = 'schema = 1\nname = "Ingrid"\n'
AD = '"advertisement"'


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Path:
    ahead = block("b1", date="2027-03-19", title='"Annonse i Inneluft"', channel=AD, type=AD, material_due="2027-02-17")
    late = block("b2", date="2027-03-16", title='"Radiospott"', channel='"radio"', material_due="2027-02-15")
    done = block("a1", title='"Brev til borettslag"', channel='"letter"', state='"done"', outcome='"other"')
    return lay(
        tmp_path / "home",
        {"settings.toml": SETTINGS, WEEK: file(done), "weeks/2027/2027-W11.toml": file(ahead, late)},
    )


@pytest.mark.parametrize(("speaking", "size"), [("nb", (80, 24)), ("en", (120, 40))])
async def test_what_is_to_be_delivered_stands_in_the_day_and_the_week_until_it_is_ticked_off(
    home: Path, speaking: str, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert picture(app) == snapshot(name="day")
        app.main.view.go_to("b1")
        await press_fast(pilot, "M")
        assert stored(home)["b1"]["material_sent"] == dt.date(2027, 2, 17)
        assert app.main.view.target is not None
        assert app.main.view.target.id != "b1"
        await press_fast(pilot, "u")
        assert "material_sent" not in stored(home)["b1"]
        await press_fast(pilot, "2")
        assert picture(app) == snapshot(name="week")


async def test_a_row_without_a_deadline_is_told_so(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        app.main.view.go_to("a1")
        await press_fast(pilot, "M")
        (toast,) = app._notifications  # noqa: SLF001  # Textual offers no other way to read them
        assert "har ingen materiellfrist" in toast.message
        assert "material_sent" not in stored(home)["a1"]


@pytest.mark.parametrize(("speaking", "size"), [("nb", (80, 24)), ("en", (120, 40))])
async def test_the_form_shows_the_usual_deadline_where_the_channel_has_material(
    home: Path, speaking: str, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press_fast(pilot, "n", *("annonse" if speaking == "nb" else "advert"), "enter")
        field = app.screen.query_one("#material")
        assert field.display
        field.focus()
        await settle(pilot)
        assert picture(app) == snapshot
        app.screen.query_one("#date").focus()
        await press_fast(pilot, *["backspace"] * 9, *"19.3")
        app.screen.query_one("#title").focus()
        await press_fast(pilot, *"Kvartside", "ctrl+s")
    (made,) = [each for each in stored(home).values() if each["title"] == "Kvartside"]
    assert (made["date"], made["material_due"]) == (dt.date(2027, 3, 19), dt.date(2027, 3, 12))


async def test_the_form_has_no_such_fields_for_a_call_and_lets_a_deadline_go_along_or_stay(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "n", *"samtale", "enter")
        assert not app.screen.query_one("#material").display
        await press_fast(pilot, "escape")
        app.main.view.go_to("b1")
        await press_fast(pilot, "e")
        app.screen.query_one("#date").focus()
        await press_fast(pilot, *["backspace"] * 9, *"22.3")
        assert "innen lørdag" not in picture(app)
        assert "lørdag 20. februar 2027" in picture(app)
        await press_fast(pilot, "ctrl+s")
        assert stored(home)["b1"]["material_due"] == dt.date(2027, 2, 20)
        app.main.view.go_to("b2")
        await press_fast(pilot, "e")
        app.screen.query_one("#date").focus()
        await press_fast(pilot, *["backspace"] * 9, *"23.3")
        app.screen.query_one("#material").focus()
        await press_fast(pilot, *["backspace"] * 9, *"25.2", "ctrl+s")
        assert stored(home)["b2"]["material_due"] == dt.date(2027, 2, 25)


async def test_answers_are_added_to_what_was_done_and_taken_back(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        app.main.view.go_to("a1")
        await press_fast(pilot, "A", *"!!", "enter")
        assert "Hvor mange svar på «Brev til borettslag»?" in picture(app)
        await press_fast(pilot, "backspace", "backspace", *"2 Kari Lie", "enter")
        assert 'name = "Kari Lie"' in (home / "customers.toml").read_text("utf-8")
        assert stored(home)["a1"]["outcome_counts"] == {"responses": 2}
        await press_fast(pilot, "A", *"3")
        assert "2 så langt" in picture(app)
        await press_fast(pilot, "enter")
        assert stored(home)["a1"]["outcome_counts"] == {"responses": 5}
        await press_fast(pilot, "u")
        assert stored(home)["a1"]["outcome_counts"] == {"responses": 2}
        app.main.view.go_to("b1")
        await press_fast(pilot, "A")
        assert any("er ikke ferdig ennå" in each.message for each in app._notifications)  # noqa: SLF001  # as above
