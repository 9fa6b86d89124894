"""The programme's screen: these files, these keys, what stands there and what opens."""

import datetime as dt
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.dialogs.details import DetailsDialog
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.views.programme import ProgrammeView
from tests.folders import block, file, lay
from tests.tui.keys import look_for_changes, press_fast, settle
from tests.tui.opening import app_on, stored
from tests.tui.pictures import picture


def view_of(app: PlannerApp) -> ProgrammeView:
    assert isinstance(app.main.view, ProgrammeView)
    return app.main.view


def words(app: PlannerApp) -> str:
    """Return what the sheet says, without styles."""
    return "\n".join("".join(part.text for part in (*line.left, *line.right)) for line in view_of(app).lines.lines)


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_programme_looks_as_it_did(
    home: Path, size: tuple[int, int], speaking: str, snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await press_fast(pilot, "4")
        assert picture(app) == snapshot(name="overview")
        await press_fast(pilot, "tab", "down")
        assert picture(app) == snapshot(name="table")


@pytest.mark.parametrize("speaking", ["nb", "en"])
async def test_the_plans_and_a_goal_look_as_they_did(home: Path, speaking: str, snapshot: SnapshotAssertion) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "4", "enter")
        assert picture(app) == snapshot(name="goal")
        await press_fast(pilot, "escape", "shift+tab", "end", "up")
        assert picture(app) == snapshot(name="plans")


@pytest.mark.parametrize(("code", "words"), [("sales", "salg"), ("service", "service"), ("both", "salg og service")])
async def test_the_tree_says_whether_a_plan_is_for_selling_or_for_service(home: Path, code: str, words: str) -> None:
    path = home / "plans/q1-2027.toml"
    path.write_text(path.read_text("utf-8").replace('discipline = "both"', f'discipline = "{code}"'), "utf-8")
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "4", "shift+tab")
        (line,) = (line for line in picture(app).splitlines() if "└ 1. kvartal 2027" in line)
        assert line.split("  ")[-1].strip() == f"{words} · aktiv"


@pytest.mark.parametrize("plan", ["inneklima-ost", "ost-2026-2027", "ren-luft"])
async def test_an_upper_plan_is_shown_with_all_its_parts(home: Path, plan: str, snapshot: SnapshotAssertion) -> None:
    app = app_on(home)
    async with app.run_test(size=(100, 44)) as pilot:
        await press_fast(pilot, "4", "shift+tab")
        view_of(app).lines.go_to(Target("plan", plan))
        await press_fast(pilot, "enter")
        assert view_of(app).sheet == "overview"
        assert picture(app) == snapshot


async def test_names_and_amounts_are_hidden_in_presentation_mode(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 60)) as pilot:
        await press_fast(pilot, "4", "f9")
        text = picture(app)
        for _sheet in range(3):
            await press_fast(pilot, "tab")
            text += picture(app)
    for secret in (
        "480 000",
        "480\xa0000",
        "185\xa0700",
        "Ordreinngang",
        "Ring først",
        "Nysalg",
        "Sjøbua",
        "Øst 2026",
        "99\xa0919",
    ):
        assert secret not in text


async def test_every_figure_opens_its_rows_and_a_row_its_details(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(100, 60)) as pilot:
        await press_fast(pilot, "4", "enter")
        shown = picture(app)
        for told in (
            "ordre fra Sjøbua Hotell AS",
            "tilbud til Granholt Eiendom AS",
            "78\xa0000",
            "46\xa0800",
            "9 aktiviteter tjener målet",
        ):
            assert told in shown
        await press_fast(pilot, "down", "enter")
        assert "Ordren fra Sjøbua Hotell AS" in picture(app)
        await press_fast(pilot, "escape")
        assert "9 aktiviteter tjener målet" in picture(app)  # the rows it was opened from, once more
        await press_fast(pilot, "end", "enter")
        assert isinstance(app.screen, DetailsDialog)
        await press_fast(pilot, "escape")
        assert len(app.screen_stack) == 1
        for target, first in (
            (Target("strategy", "st2"), "SMS: møt oss på messen"),
            (Target("programme", "ap5"), "Servicebesøk: støy fra aggregat"),
            (Target("figure", "own_work"), "Planlegg kvartalet og uke 1"),
            (Target("figure", "no_programme"), "Planlegg kvartalet og uke 1"),
            (Target("figure", "focus:f3"), "Servicebesøk: støy fra aggregat"),
        ):
            view_of(app).lines.go_to(target)
            await press_fast(pilot, "enter")
            assert first in picture(app), target
            await press_fast(pilot, "escape")


async def test_a_change_is_in_every_figure_at_the_next_paint(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(100, 60)) as pilot:
        await press_fast(pilot, "4", "tab")
        before = view_of(app).page
        assert before is not None
        assert before.known.directed.whole.cost == 99_918_80
        view_of(app).lines.go_to(Target("activity", "a43"))
        await press_fast(pilot, "x", "1")
        await settle(pilot)
        assert stored(home)["a43"]["state"] == "cancelled"
        assert "a43" not in view_of(app).shown
        after = view_of(app).page
        assert after is not None
        assert after.known.directed.whole.cost == 90_918_80
        await press_fast(pilot, "u")
        await settle(pilot)
        assert "a43" in view_of(app).shown


async def test_activities_without_a_goal_are_listed(tmp_path: Path) -> None:
    rows = (
        block("a1", date="2027-02-18", goal='"m1"', minutes="60", programme='"p1"'),
        block("a2", date="2027-02-19", title='"Ring ingen"', minutes="30", channel='"phone"'),
    )
    plan = (
        'schema = 1\nid = "q1"\ntitle = "Første kvartal"\nstart = 2027-01-04\nend = 2027-03-31\n'
        '[[goal]]\nid = "m1"\ntitle = "bli bedre på salg"\n'
    )
    home = lay(
        tmp_path / "home",
        {"settings.toml": "schema = 1\n", "plans/q1.toml": plan, "weeks/2027/2027-W07.toml": file(*rows)},
    )
    app = app_on(home)
    async with app.run_test(size=(80, 40)) as pilot:
        await press_fast(pilot, "4")
        shown = words(app)
        assert "1 aktivitet er uten mål" in shown
        assert "Ring ingen" in shown
        assert "67\xa0% av timene tjener et mål" in shown
        assert "en visjon" in shown
        for lack in ("et mål med tall, enhet og frist", "en strategi", "et aktivitetsprogram"):
            assert f"○ {lack}" in shown


async def test_without_a_programme_the_screen_says_what_one_is(tmp_path: Path) -> None:
    app = app_on(lay(tmp_path / "home", {"settings.toml": "schema = 1\n"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "4")
        assert "Ikke noe markedsprogram ennå." in words(app)
        await press_fast(pilot, "enter", "w", "full_stop", "tab")
        assert len(app.screen_stack) == 1


async def test_the_keys_for_pages_go_to_the_programme_before_and_after(home: Path) -> None:
    later = home / "plans/q2-2027.toml"
    later.write_text(
        'schema = 1\nid = "q2-2027"\ntitle = "2. kvartal 2027"\nstart = 2027-04-01\nend = 2027-06-30\n', "utf-8"
    )
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "4", "full_stop")
        assert "2. kvartal 2027" in picture(app)
        await press_fast(pilot, "comma", "comma")
        assert view_of(app).chosen == "q1-2027"
        await press_fast(pilot, "full_stop", "t")
        assert view_of(app).chosen is None
        assert "1. kvartal 2027" in picture(app)


@pytest.mark.parametrize(
    ("name", "begins"), [("t.md", "# 1. kvartal 2027"), ("t.csv", "Tidsperiode,Mål"), ("t.html", "<!DOCTYPE")]
)
async def test_the_table_is_written_to_a_file(home: Path, tmp_path: Path, name: str, begins: str) -> None:
    app = app_on(home)
    wanted = tmp_path / name
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "4", "w", *str(wanted), "enter")
        await settle(pilot)
        assert wanted.read_text("utf-8").startswith(begins)
        await press_fast(pilot, "w", *str(wanted), "enter")
        assert "Filen finnes allerede" in picture(app)
        wanted.write_text("mitt", "utf-8")
        await press_fast(pilot, "2", *str(tmp_path / "x.txt"))
        await press_fast(pilot, "escape")
        assert wanted.read_text("utf-8") == "mitt"
        await press_fast(pilot, "w", *str(wanted), "enter", "1")
        await settle(pilot)
        assert wanted.read_text("utf-8").startswith(begins)


async def test_a_file_without_a_known_ending_is_asked_for_again(home: Path, tmp_path: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "4", "w", *str(tmp_path / "tabell.pdf"), "enter")
        await settle(pilot)
        assert "tabell.pdf" in picture(app)
        assert len(app.screen_stack) == 2
    assert not (tmp_path / "tabell.pdf").exists()


async def test_keys_of_activities_do_nothing_where_the_cursor_stands_on_a_goal(home: Path) -> None:
    app = app_on(home)
    before = {path: path.read_bytes() for path in home.rglob("*.toml")}
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "4", "x", "+", "-", "y", "o", "i")
        assert len(app.screen_stack) == 1
    assert {path: path.read_bytes() for path in home.rglob("*.toml")} == before


async def test_a_programme_long_over_is_shown_as_of_its_end(home: Path) -> None:
    app = app_on(home, dt.datetime(2027, 5, 3, 8))
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "4")
        assert "60 av 60 arbeidsdager" in words(app)
        assert "ikke nådd" in words(app)


async def test_a_plan_that_somebody_else_gave_another_period_is_read_anew(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "4")
        path = home / "plans/q1-2027.toml"
        path.write_text(path.read_text("utf-8").replace("end = 2027-03-31", "end = 2027-04-30"), "utf-8")
        async with app._files:  # noqa: SLF001  # what reads ahead is done
            pass
        await look_for_changes(pilot)
        await settle(pilot)
        assert "4. januar–30. april 2027" in picture(app)
        assert "av 82 arbeidsdager" in words(app)
