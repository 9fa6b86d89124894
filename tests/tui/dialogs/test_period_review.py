"""The reviews of a month and a quarter on the screen: page by page, left and gone on with, and what each leads to."""

import datetime as dt
from pathlib import Path

import pytest
import tomli
from syrupy.assertion import SnapshotAssertion

from salgsplan_tui.domain.customers import Contact, Reservation
from salgsplan_tui.tui.commands import commands
from tests.tui.keys import press_fast, settle
from tests.tui.opening import app_on, sample, session_on
from tests.tui.pictures import picture

FIRST = dt.datetime(2027, 3, 1, 8, 10)
"""The first working day of March."""
LAST = dt.datetime(2027, 3, 30, 8, 10)
"""In the last week of the quarter."""
OFFERED = "Månedsgjennomgang: februar · Enter: begynn"


def written(home: Path, file: str) -> dict[str, object]:
    return dict(tomli.loads((home / file).read_text(encoding="utf-8")))


def person(home: Path, identity: str) -> Contact:
    return session_on(home).plan.customers[identity].contacts[0]


def noted(home: Path, week: str, table: str) -> object:
    path = home / f"weeks/2027/2027-{week}.toml"
    return tomli.loads(path.read_text(encoding="utf-8")).get(table) if path.exists() else None


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize(("now", "key", "pages"), [(FIRST, "O", 7), (LAST, "Q", 6)], ids=["month", "quarter"])
async def test_its_pages_look_as_they_should(  # noqa: PLR0913, PLR0917  # which review, in which language and size
    tmp_path: Path,
    now: dt.datetime,
    key: str,
    pages: int,
    size: tuple[int, int],
    speaking: str,
    snapshot: SnapshotAssertion,
) -> None:
    app = app_on(sample(tmp_path / "home"), now, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press_fast(pilot, key)
        await settle(pilot)
        for _page in range(pages):
            assert picture(app).partition("\n\n")[0] == snapshot
            await press_fast(pilot, "right")
        await settle(pilot)
        assert len(app.screen_stack) == 1


# The line of the day


async def test_the_day_offers_the_month_s_review_from_the_first_working_day_until_it_is_done(tmp_path: Path) -> None:
    home = sample(tmp_path / "home")
    app = app_on(home, FIRST)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert OFFERED in picture(app)
        await press_fast(pilot, "up")
        assert "side for side" in picture(app)
        await press_fast(pilot, "enter")
        await settle(pilot)
        assert "1 av 7 · Hva måneden ga" in picture(app)
        await press_fast(pilot, "enter", "enter", "escape")
        await settle(pilot)
        assert "Månedsgjennomgang: februar · Enter: videre" in picture(app)
        assert noted(home, "W09", "month_review") == {"reached": 2}
        await press_fast(pilot, "enter")
        await settle(pilot)
        assert "3 av 7" in picture(app)
        await press_fast(pilot, *["enter"] * 5)
        await settle(pilot)
        assert "Gjennomgangen av februar 2027 er ferdig" in picture(app)
        assert "Månedsgjennomgang" not in picture(app)
        assert noted(home, "W09", "month_review") == {"reached": 7, "done": FIRST}
        await press_fast(pilot, "u")
        await settle(pilot)
        assert noted(home, "W09", "month_review") == {"reached": 2}
        await press_fast(pilot, "u")
        await settle(pilot)
        assert OFFERED in picture(app)


@pytest.mark.parametrize("day", ["2027-02-17", "2027-03-08", "2027-03-19"])
async def test_on_other_days_nothing_is_offered_but_it_is_among_the_commands(tmp_path: Path, day: str) -> None:
    app = app_on(sample(tmp_path / "home"), dt.datetime.fromisoformat(f"{day}T08:00"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "sgjennomgang:" not in picture(app)
        named = {each.name for each in commands(app.main)}
        assert {"månedsgjennomgang", "kvartalsgjennomgang", "ukesgjennomgang"} <= named


async def test_another_day_than_today_does_not_offer_it(tmp_path: Path) -> None:
    app = app_on(sample(tmp_path / "home"), FIRST)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "full_stop")
        await settle(pilot)
        assert "Månedsgjennomgang" not in picture(app)


async def test_the_week_s_last_page_tells_what_waits_and_one_review_leads_to_the_other(tmp_path: Path) -> None:
    home = sample(tmp_path / "home")
    app = app_on(home, FIRST)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "R")
        await settle(pilot)
        await press_fast(pilot, *["enter"] * 9)
        assert "Månedsgjennomgang: februar 2027 venter: O" in picture(app)
        await press_fast(pilot, "O")
        await settle(pilot)
        assert "1 av 7" in picture(app)
        assert noted(home, "W08", "review") == {"reached": 9}
        await press_fast(pilot, "Q")
        await settle(pilot)
        assert "Kvartalsgjennomgang: 1. kvartal 2027" in picture(app)
        assert len(app.screen_stack) == 2


# The month


async def test_money_is_moved_a_person_looked_up_and_one_kept_on_each_undone_by_itself(tmp_path: Path) -> None:
    home = sample(tmp_path / "home")
    app = app_on(home, FIRST)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "O")
        await settle(pilot)
        await press_fast(pilot, "enter", "enter", "enter", "down", "down", "m")
        await settle(pilot)
        assert "Flytt penger" in picture(app)
        await press_fast(pilot, *"1000", "tab", "right", "tab", "tab", *"dyrere annonse", "enter")
        await settle(pilot)
        assert "Fagmesse 44 000" in " ".join(picture(app).split())
        moved = (home / "plans/q1-2027.toml").read_text("utf-8").partition("[[budget_move]]")[2]
        assert 'from = "b3"\nto = "b2"\namount = "1000.00"\nreason = "dyrere annonse"\n' in moved
        await press_fast(pilot, "enter", "x")
        await settle(pilot)
        assert "Ali Demir" in picture(app)
        await press_fast(pilot, "2")
        await settle(pilot)
        assert "1 forbruker er ikke sjekket for mars 2027" in picture(app)
        await press_fast(pilot, "x", "1")
        await settle(pilot)
        assert "Alle forbrukere er sjekket for mars 2027" in picture(app)
        await press_fast(pilot, "enter", "b")
        await settle(pilot)
        assert "Ingen har stått for lenge" in picture(app)
    assert person(home, "k12").reservation == Reservation(phone=True, checked=FIRST.date())
    assert person(home, "k11").reservation == Reservation(checked=FIRST.date())
    assert person(home, "k11").retention_review == dt.date(2029, 3, 1)
    again = app_on(home, FIRST)
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for _step in range(4):
            await press_fast(pilot, "u")
            await settle(pilot)
    untouched = sample(tmp_path / "other")
    assert [person(home, each) for each in ("k11", "k12")] == [person(untouched, each) for each in ("k11", "k12")]
    assert "budget_move" not in written(home, "plans/q1-2027.toml")


async def test_what_could_not_be_moved_comes_back_as_it_was_typed(tmp_path: Path) -> None:
    app = app_on(sample(tmp_path / "home"), FIRST)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press_fast(pilot, "O")
        await settle(pilot)
        await press_fast(pilot, "enter", "enter", "enter", "m", *"7000", "enter")
        await settle(pilot)
        assert "7000" in picture(app)


async def test_from_the_last_page_the_month_plan_goes_to_the_leader(tmp_path: Path) -> None:
    home = sample(tmp_path / "home")
    app = app_on(home, FIRST)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "O")
        await settle(pilot)
        await press_fast(pilot, *["enter"] * 6, "8")
        await settle(pilot)
        assert "Månedsplan · mars 2027" in picture(app)
        await press_fast(pilot, "i")
        await settle(pilot)
        await press_fast(pilot, "O")
        await settle(pilot)
        await press_fast(pilot, *["enter"] * 6)
        assert "Planen for mars 2027 ble sendt 1.3.2027" in picture(app)
    assert noted(home, "W09", "month_review") == {"reached": 7, "done": FIRST}


# The quarter


async def test_the_programme_is_closed_and_copied_and_promises_are_made_page_by_page(tmp_path: Path) -> None:
    home = sample(tmp_path / "home")
    app = app_on(home, LAST)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Kvartalsgjennomgang: 1. kvartal · Enter: begynn" in picture(app)
        await press_fast(pilot, "Q")
        await settle(pilot)
        await press_fast(pilot, "enter", "s")
        assert "ikke nådd   slik tallene står" in picture(app)
        assert "av målet" in picture(app)
        for answer in ("enter", "1", "3", "enter", "2"):
            await press_fast(pilot, answer, *"fordi", "enter")
        await settle(pilot)
        assert "Programmet er avsluttet" in picture(app)
        ends = [each["status"] for each in tomli.loads((home / "plans/q1-2027.toml").read_text("utf-8"))["goal"]]
        assert ends == ["missed", "reached", "dropped", "reached", "missed"]
        assert "fordi" in picture(app)
        await press_fast(pilot, "enter", "y", "enter", "5", "enter")
        await settle(pilot)
        assert "Det er et utkast" in picture(app)
        await press_fast(pilot, "enter")
        assert "det som skal til" in picture(app)
        await press_fast(pilot, "enter")
        assert "2. kvartal 2027 → Øst 2026–2027" in picture(app)
        await press_fast(pilot, "enter", "a")
        await settle(pilot)
        await press_fast(pilot, *"ring Kari", "enter")
        await settle(pilot)
        assert "ring Kari" in picture(app)
        await press_fast(pilot, "n", *"Prøvepakke", "enter")
        await settle(pilot)
        assert "Prøvepakke" in picture(app)
        await press_fast(pilot, "8")
        await settle(pilot)
        assert "Kvartalsrapport · 1. kvartal 2027" in picture(app)
    old = written(home, "plans/q1-2027.toml")
    assert old["status"] == "closed"
    assert noted(home, "W13", "quarter_review") == {"reached": 6, "done": LAST}
    rows = tomli.loads((home / "weeks/2027/2027-W13.toml").read_text("utf-8"))["activity"]
    assert [each["date"] for each in rows if "Kari" in each["title"]] == [dt.date(2027, 4, 1)]


async def test_the_report_can_be_looked_at_first_and_the_review_gone_on_with(tmp_path: Path) -> None:
    home = sample(tmp_path / "home")
    app = app_on(home, LAST)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "Q")
        await settle(pilot)
        await press_fast(pilot, "enter", "left", "8")
        await settle(pilot)
        assert "Kvartalsrapport · 1. kvartal 2027" in picture(app)
        assert noted(home, "W13", "quarter_review") == {"reached": 1}
        await press_fast(pilot, "Q")
        await settle(pilot)
        assert "2 av 6" in picture(app)
        await press_fast(pilot, "o")
        await settle(pilot)
        assert "1. kvartal 2027" in picture(app)
        assert "1. kvartal 2027 · markedsprogram" in picture(app)


@pytest.mark.parametrize(("now", "key", "pages"), [(FIRST, "O", 7), (LAST, "Q", 6)], ids=["month", "quarter"])
async def test_presentation_mode_hides_names_and_amounts_and_changes_nothing(
    tmp_path: Path, now: dt.datetime, key: str, pages: int
) -> None:
    home = sample(tmp_path / "home")
    before = {path: path.read_bytes() for path in sorted(home.rglob("*.toml"))}
    app = app_on(home, now)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "f9", key)
        await settle(pilot)
        for _page in range(pages - 1):
            shown = picture(app).partition("\n\n")[0]
            found = [
                name for name in ("Granholt", "Demir", "Myrvold", "480 000", "61 700", "Fagmesse") if name in shown
            ]
            assert not found
            await press_fast(pilot, "m", "x", "b", "s", "y", "right")
        await press_fast(pilot, "escape")
        await settle(pilot)
    after = {path: path.read_bytes() for path in before}
    assert {path.name for path in before if after[path] != before[path]} <= {"2027-W09.toml", "2027-W13.toml"}


async def test_an_empty_plan_has_pages_too(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.toml").write_text("schema = 1\n", encoding="utf-8")
    app = app_on(home, FIRST)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "sgjennomgang:" not in picture(app)
        for key, pages in (("O", 7), ("Q", 6)):
            await press_fast(pilot, key)
            await settle(pilot)
            await press_fast(pilot, *["m", "x", "b", "s", "y", "enter"] * pages)
            await settle(pilot)
            assert len(app.screen_stack) == 1
