"""The week's review on the screen: ten pages, left and gone on with, and what each of them leads to."""

import datetime as dt
from pathlib import Path

import pytest
import tomli
from syrupy.assertion import SnapshotAssertion

from salgsplan_tui.tui.lines import Target
from tests.tui.keys import press_fast, settle
from tests.tui.opening import app_on, sample, stored
from tests.tui.pictures import picture

FRIDAY = dt.datetime(2027, 2, 19, 14, 30)
WEEK = "weeks/2027/2027-W07.toml"


def written(home: Path) -> dict[str, object]:
    return dict(tomli.loads((home / WEEK).read_text(encoding="utf-8")))


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_its_ten_pages_look_as_they_should(
    tmp_path: Path, size: tuple[int, int], speaking: str, snapshot: SnapshotAssertion
) -> None:
    app = app_on(sample(tmp_path / "home"), FRIDAY, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press_fast(pilot, "R")
        for _page in range(10):
            assert picture(app).partition("\n\n")[0] == snapshot
            await press_fast(pilot, "right")
        assert "Uke 7" not in picture(app)


async def test_it_is_left_anywhere_and_gone_on_with_where_it_was_left(tmp_path: Path) -> None:
    home = sample(tmp_path / "home")
    app = app_on(home, FRIDAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "R", "enter", "enter", "left", "escape")
        assert written(home)["review"] == {"reached": 2}
    again = app_on(home, FRIDAY)
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "R")
        assert "3 av 10" in picture(again)


async def test_all_of_it_from_the_first_page_to_the_last(tmp_path: Path) -> None:
    home = sample(tmp_path / "home")
    app = app_on(home, FRIDAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "R", "g")
        await settle(pilot)
        assert "1 av" in picture(app)
        await press_fast(pilot, "escape")
        await press_fast(pilot, *["enter"] * 6)
        assert "7 av 10" in picture(app)
        await press_fast(pilot, "w", *"Ring før ti", "enter", *"Færre internmøter", "enter")
        assert "Færre internmøter" in picture(app)
        await press_fast(pilot, "enter", "n", *"Rabatt på serviceavtaler", "enter")
        assert "Rabatt på serviceavtaler" in picture(app)
        await press_fast(pilot, "enter", "v", *"Messen", "enter", "enter", "enter")
        assert "1 Messen" in picture(app)
        await press_fast(pilot, "enter", "enter")
        assert "Gjennomgangen av uke 7 er ferdig" in picture(app)
    week = written(home)
    assert week["review"] == {
        "worked": "Ring før ti",
        "change": "Færre internmøter",
        "reached": 10,
        "done": dt.datetime(2027, 2, 19, 14, 30),
    }
    told = week["week"]
    assert isinstance(told, dict)
    assert told["needs"] == [{"text": "Rabatt på serviceavtaler", "since": dt.date(2027, 2, 19)}]
    ahead = tomli.loads((home / "weeks/2027/2027-W08.toml").read_text(encoding="utf-8"))
    assert ahead["week"]["must_dos"] == ["Messen"]


async def test_a_need_is_resolved_where_the_cursor_stands_and_one_undo_brings_it_back(tmp_path: Path) -> None:
    home = sample(tmp_path / "home")
    app = app_on(home, FRIDAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "R", *["enter"] * 7, "n", *"Prøvepakke", "enter", "r")
        assert ("1 Avgjørelse om rabatt" in picture(app), "Prøvepakke" in picture(app)) == (False, True)
        await press_fast(pilot, "r")
        assert "Du trenger ikke noe fra lederen nå" in picture(app)
        await press_fast(pilot, "escape", "u")
        await press_fast(pilot, "u", "R", *["enter"] * 7)
        assert ("1 Avgjørelse om rabatt" in picture(app), "Prøvepakke" in picture(app)) == (False, True)


async def test_presentation_mode_hides_names_and_amounts_on_every_page(tmp_path: Path) -> None:
    app = app_on(sample(tmp_path / "home"), FRIDAY)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "f9", "R")
        for _page in range(9):
            shown = picture(app).partition("\n\n")[0]
            assert not [
                name for name in ("Granholt", "Bjørkely", "Demir", "Myrvang", "45 000", "Solsvingen") if name in shown
            ]
            await press_fast(pilot, "enter")


async def test_presentation_mode_begins_and_ends_over_an_open_review(tmp_path: Path) -> None:
    app = app_on(sample(tmp_path / "home"), FRIDAY)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "R", *["enter"] * 3, "f9")
        await settle(pilot)
        assert "Bjørkely" not in picture(app)
        assert app.main.is_hidden
        await press_fast(pilot, *["enter"] * 3, "c")
        await settle(pilot)
        (toast,) = app._notifications  # noqa: SLF001  # Textual offers no other way to read them
        assert "F9" in toast.message
        await press_fast(pilot, "asterisk", *["left"] * 3)
        await settle(pilot)
        assert "Bjørkely" in picture(app)
        assert not app.main.is_hidden


async def test_from_the_last_page_the_next_week_s_plan_goes_to_the_leader(tmp_path: Path) -> None:
    home = sample(tmp_path / "home")
    app = app_on(home, FRIDAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "R", *["enter"] * 9)
        assert "10 av 10" in picture(app)
        await press_fast(pilot, "8")
        await settle(pilot)
        assert "Ukeplan · uke 8" in picture(app)
    assert "done" in dict(written(home)["review"])  # type: ignore[call-overload]  # a table


async def test_the_four_competences_go_into_the_private_file_and_stand_there_the_next_time(tmp_path: Path) -> None:
    home = sample(tmp_path / "home")
    app = app_on(home, FRIDAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "R", *["enter"] * 6, "c")
        await settle(pilot)
        assert "bare du ser" in picture(app)
        await press_fast(pilot, "right", "right", "right", "right", "ctrl+s")
        await settle(pilot)
        private = tomli.loads((home / "private.toml").read_text(encoding="utf-8"))
        (told,) = [each for each in private["reflection"] if each["date"] == dt.date(2027, 2, 19)]
        assert (told["knowledge"], "case" in told) == (4, False)
        await press_fast(pilot, "c")
        await settle(pilot)
        await press_fast(pilot, "escape")
    assert b"knowledge" not in (home / WEEK).read_bytes()


@pytest.mark.parametrize(
    ("page", "key", "shown"),
    [
        (3, "4", "›Kalkyle"),
        (4, "5", "Kunder · uten neste steg"),
        (4, "6", "›Tilbud"),
        (5, "7", "Servicesaker · åpne saker"),
        (6, "6", "›Kostnadsbudsjett"),
    ],
)
async def test_a_page_leads_to_the_view_where_one_acts_and_the_review_comes_back_to_it(
    tmp_path: Path, page: int, key: str, shown: str
) -> None:
    app = app_on(sample(tmp_path / "home"), FRIDAY)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "R", *["enter"] * 7, *["left"] * (8 - page))  # it was further on before
        assert f"{page} av 10" in picture(app)
        await press_fast(pilot, key)
        await settle(pilot)
        assert len(app.screen_stack) == 1
        assert shown in picture(app)
        await press_fast(pilot, "R")
        await settle(pilot)
        assert f"{page} av 10" in picture(app)


async def test_the_view_stands_on_the_customer_of_the_page(tmp_path: Path) -> None:
    app = app_on(sample(tmp_path / "home"), FRIDAY)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "5", "f", "R", *["enter"] * 3)  # the class-A filter gives way
        await press_fast(pilot, "down", "5")
        await settle(pilot)
        assert app.main.view.target == Target("customer", "k04")


async def test_what_is_open_is_let_go_and_put_off_to_the_next_week_with_a_reason(tmp_path: Path) -> None:
    home = sample(tmp_path / "home")
    app = app_on(home, dt.datetime(2027, 3, 5, 14, 0))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "R")
        await settle(pilot)
        assert "3 står fortsatt åpne" in picture(app)
        assert "7 står igjen fra ukene før" in picture(app)
        await press_fast(pilot, "g", "i", "escape", "i", "5", "n", "escape")
        await settle(pilot)
        assert "tir 2.3." in picture(app)  # unanswered, it is still asked about
        assert "man 8.3. 08:00–10:00" in picture(app)
        await press_fast(pilot, "n", "1", "escape")
        await settle(pilot)
        rows = stored(home)
        assert (rows["a33"]["state"], rows["a33"]["reason"]) == ("skipped", "lower_priority")
        reschedules = rows["a34"]["reschedules"]
        assert isinstance(reschedules, list)
        (moved,) = reschedules
        assert (moved["to"], moved["reason"]) == ("2027-03-08", "customer_asked")
        assert "lavere prioritet" in picture(app)
        await press_fast(pilot, "u")
        await settle(pilot)
        assert "Angret: Flyttet «Ringeøkt: inviter til messe»" in picture(app)
        await press_fast(pilot, "u")
        await settle(pilot)
        assert stored(home)["a33"]["state"] == "planned"
        await press_fast(pilot, "U", "right")
        await settle(pilot)
        assert stored(home)["a33"]["state"] == "skipped"
        assert "Gjort på nytt" not in picture(app)  # said until the page is turned


async def test_what_was_left_in_the_weeks_before_is_gone_through_after_the_rest(tmp_path: Path) -> None:
    app = app_on(sample(tmp_path / "home"), dt.datetime(2027, 3, 5, 14, 0))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "R")
        await settle(pilot)
        await press_fast(pilot, "g", "h", "h", "h")
        await settle(pilot)
        assert "Står igjen: 4 av 10" in picture(app)
        assert "tir 16.2." in picture(app)


async def test_a_review_left_in_one_language_is_told_in_the_other(tmp_path: Path) -> None:
    home = sample(tmp_path / "home")
    app = app_on(home, FRIDAY, speaking="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "R", "enter", "escape")
        assert "The review of week 7 waits" in picture(app)
    again = app_on(home, FRIDAY)
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "u")
        assert "Angret: Gjennomgangen av uke 7 kan fortsettes senere" in picture(again)


async def test_no_figure_ends_under_the_bar_where_a_page_is_scrolled(tmp_path: Path) -> None:
    app = app_on(sample(tmp_path / "home"), dt.datetime(2027, 3, 5, 14, 0))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "R", *["enter"] * 3)
        await pilot.resize_terminal(60, 16)
        await settle(pilot)
        lines = picture(app).splitlines()
        (customer,) = [line for line in lines if "Myrvang" in line]
        assert customer.rstrip(" │").endswith("18 d")
        assert any("▂" in line for line in lines)  # the bar is there
