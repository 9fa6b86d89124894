"""The money's screen: the golden values of chapter 8.6, the rows behind each figure, and what the keys change."""

import stat
from pathlib import Path
from typing import Any

import pytest
import tomli
from syrupy.assertion import SnapshotAssertion
from textual.events import MouseScrollDown

from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.dialogs.choose import ChooseDialog
from salgsplan_tui.tui.dialogs.details import DetailsDialog
from salgsplan_tui.tui.dialogs.figure_rows import FigureRowsDialog
from salgsplan_tui.tui.dialogs.wages import WagesDialog
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.views.customers import CustomersView
from salgsplan_tui.tui.views.money import MoneyView
from salgsplan_tui.tui.widgets.line_list import LineList
from tests.planning import NOW
from tests.tui.keys import AnyPilot, press_fast, settle
from tests.tui.opening import app_on, stored
from tests.tui.pictures import picture

SHEETS = ("budget", "goal", "channels", "profit", "market", "sales", "expenses")


def view_of(app: PlannerApp) -> MoneyView:
    assert isinstance(app.main.view, MoneyView)
    return app.main.view


def words(app: PlannerApp) -> str:
    """Return what the sheet says, without styles, hard spaces as plain ones."""
    lines = view_of(app).lines.lines
    sides = ((line.left, line.right) for line in lines)
    said = (" ".join("".join(part.text for part in side) for side in both) for both in sides)
    return "\n".join(said).replace("\xa0", " ")


def flat(app: PlannerApp) -> list[str]:
    """Return the lines of the sheet, runs of spaces as one."""
    return [" ".join(line.split()) for line in words(app).splitlines()]


async def shown(pilot: AnyPilot, app: PlannerApp, sheet: str) -> None:
    """Turn to a sheet."""
    await press_fast(pilot, "6", *["tab"] * SHEETS.index(sheet))
    await settle(pilot)
    assert view_of(app).sheet == sheet


def programme(home: Path) -> dict[str, Any]:
    return tomli.loads((home / "plans/q1-2027.toml").read_text("utf-8"))


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("sheet", SHEETS)
async def test_the_sheets_look_as_they_did(
    home: Path, size: tuple[int, int], speaking: str, sheet: str, snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await shown(pilot, app, sheet)
        assert picture(app) == snapshot


@pytest.mark.parametrize(
    ("sheet", "lines"),
    [
        (
            "budget",
            (
                "Reise og bil 6 000 2 586 0 1 950 3 414 4 537 1 463 igjen",
                "Annonser og fagtid… 26 000 18 000 9 000 0 −1 000 27 000 ! 1 000 over",
                "Trykk og porto 3 000 2 340 0 0 660 2 340 660 igjen",
                "Digitale kanaler 10 000 3 400 0 6 002 6 600 9 402 598 igjen",
                "i alt 108 000 28 166 63 000 8 752 16 834 99 919 8 081 igjen",
                "Synlig i fagmiljøet 49 000 21 400 21 000 6 002 6 600 48 402 598 igjen",
            ),
        ),
        (
            "goal",
            (
                "Ordreinngang 480 000 kr innen 31. mars 2027 480 000 kr",
                "ordre så langt 38,7 % 185 700 kr",
                "gjenstår 294 300 kr",
                "bak tempo · 32 av 60 arbeidsdager 256 000 kr 70 300 kr",
                "ender på i dette tempoet 348 188 kr",
                "ender på med det som ligger foran 318 500 kr",
                "åpne tilbud mot det som gjenstår 307 000 kr, 132 800 kr veid 1,04 ×",
                "dekningsbidrag 38,5 % 71 450 kr",
                "variable kostnader 114 250 kr",
                "gjennomsnittsordre 37 140 kr",
                "fra egne aktiviteter 4 av 5, 98,3 % av verdien 80 %",
                "hitrate på tilbud 4 av 6 avgjorte, 83,1 % av verdien 66,7 %",
            ),
        ),
        (
            "channels",
            (
                "telefon 12,0 49 12 430 0",
                "kundebesøk 8,0 5 5 1 28 000 930 1 575",
                "i alt 37,8 49 23 10 5 185 700 1 930 1 893",
            ),
        ),
        (
            "profit",
            (
                "avkastning på aktivitetskostnaden 153,7 %",
                "lønnsomhetsfaktor 2,54",
                "utbetalt lønn så langt 20.1.2027 52 000 kr",
                "dekningsbidrag 1,37",
                "etter aktivitetskostnaden 0,83",
                "fortjeneste per krone når aktivitetene og lønnen er betalt −0,17",
            ),
        ),
        (
            "market",
            (
                "gjenkjøp 3 av 5 60 %",
                "merkjøp 6 500 kr 17,2 %",
                "nye kunder 2",
                "ventet andel 2 431 232,88 kr 12 %",
            ),
        ),
        (
            "sales",
            (
                "Bjørkely Borettslag 30 45 000 40 % 18 000",
                "── åpne tilbud, de eldste først 4 tilbud, 307 000 kr, 132 800 kr veid",
                "── ordrene i programmet, de nyeste først 5 ordre, 185 700 kr",
            ),
        ),
    ],
)
async def test_the_golden_values_stand_on_the_sheets(home: Path, sheet: str, lines: tuple[str, ...]) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, app, sheet)
        found = flat(app)
        assert [line for line in lines if line not in found] == []


@pytest.mark.parametrize("sheet", SHEETS)
async def test_every_figure_opens_its_rows(home: Path, sheet: str) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, app, sheet)
        view = view_of(app)
        targets = list(dict.fromkeys(line.target for line in view.lines.lines if line.target is not None))
        assert len(targets) >= 4
        for target in targets:
            view.lines.go_to(target)
            await press_fast(pilot, "enter")
            await settle(pilot)
            wanted = {"figure": FigureRowsDialog, "goal": FigureRowsDialog, "activity": DetailsDialog}.get(
                target.kind, ChooseDialog
            )
            assert isinstance(app.screen, wanted), target
            await press_fast(pilot, "escape")
            await settle(pilot)
            assert len(app.screen_stack) == 1, target


async def test_the_nps_opens_the_answers_and_they_their_customers(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, app, "market")
        assert "6 svar; NPS krever 10" in picture(app)
        view_of(app).open_behind(Target("figure", "nps:all"))
        await settle(pilot)
        shown_rows = picture(app)
        assert all(words in shown_rows for words in ("ambassadører, 9–10", "Sjøbua Hotell AS", "Ali Demir"))
        await press_fast(pilot, "enter")
        await settle(pilot)
        assert "Sjøbua Hotell AS" in picture(app)
        assert isinstance(app.main.view, CustomersView)


async def test_the_rows_of_a_budget_line_add_up_and_open(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await shown(pilot, app, "budget")
        await press_fast(pilot, "enter")
        await settle(pilot)
        text = picture(app).replace("\xa0", " ")
        assert "4.2.2027    Besøksrunde Østfold" in text
        assert "kilometergodtgjørelse" in text
        await press_fast(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, DetailsDialog)


async def test_money_moves_between_lines_with_its_reason_and_back_by_undo(home: Path) -> None:
    app, before = app_on(home), programme(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, app, "budget")
        await press_fast(pilot, "down", "down", "m", *"1000", "tab", "right", "tab", "tab", *"dyrere annonse", "enter")
        await settle(pilot)
        moved = programme(home)
        amounts = {line["id"]: line["amount"] for line in moved["budget_line"]}
        assert (amounts["b3"], amounts["b2"]) == ("44000.00", "27000.00")
        [log] = moved["budget_move"]
        assert (log["from"], log["to"], log["amount"], log["reason"]) == ("b3", "b2", "1000.00", "dyrere annonse")
        assert any(line.endswith("27 000 18 000 9 000 0 0 27 000 0 igjen") for line in flat(app))
        assert any("Fagmesse → Annonser" in line for line in flat(app))
        await press_fast(pilot, "u")
        await settle(pilot)
        assert programme(home)["budget_line"] == before["budget_line"]


async def test_a_line_has_no_more_to_give_than_it_holds(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shown(pilot, app, "budget")
        await press_fast(pilot, "m", *"7000", "enter")
        await settle(pilot)
        assert "7000" in picture(app), "what was typed comes back"
        assert "budget_move" not in programme(home)


async def test_lines_are_made_changed_and_removed(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, app, "budget")
        await press_fast(pilot, "c", *"Kurs", "tab", *"2500", "enter")
        await settle(pilot)
        made = programme(home)["budget_line"][-1]
        assert (made["title"], made["amount"]) == ("Kurs", "2500.00")
        assert "Kurs 2 500 0 0 0 2 500 0 2 500 igjen" in flat(app)
        await press_fast(pilot, "e", "tab", *["backspace"] * 4, *"3000", "enter")
        await settle(pilot)
        assert programme(home)["budget_line"][-1]["amount"] == "3000.00"
        await press_fast(pilot, "delete")
        await settle(pilot)
        assert [line["title"] for line in programme(home)["budget_line"]][-1] == "Radio og presse"


async def test_a_line_that_activities_name_stays(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, app, "budget")
        await press_fast(pilot, "down", "delete")
        await settle(pilot)
        assert len(programme(home)["budget_line"]) == 8


async def test_a_line_that_a_week_names_which_nothing_else_reads_stays(home: Path) -> None:
    plan, week = home / "plans/q1-2027.toml", home / "weeks/2028/2028-W10.toml"
    plan.write_text(
        plan.read_text("utf-8") + '\n[[budget_line]]\nid = "b9"\ntitle = "Podkast"\namount = "1.00"\n', "utf-8"
    )
    week.parent.mkdir()
    week.write_text(
        'schema = 1\nweek = "2028-W10"\n[[activity]]\nid = "late1"\ntitle = "Podkast"\ndate = 2028-03-08\n'
        'state = "planned"\n[[activity.costs]]\nline = "b9"\nplanned = "500.00"\n',
        "utf-8",
    )
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, app, "budget")
        await press_fast(pilot, *["down"] * 8, "delete")
        await settle(pilot)
        assert [line["id"] for line in programme(home)["budget_line"]][-1] == "b9"
        assert "late1" in " ".join(each.message for each in app._notifications)  # noqa: SLF001  # what is read


async def test_wages_are_written_changed_removed_and_taken_back(home: Path) -> None:
    app, file = app_on(home), home / "private.toml"
    file.write_text("# bare mitt\n" + file.read_text("utf-8"), "utf-8")
    file.chmod(0o600)
    before = file.read_bytes()
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, app, "profit")
        await press_fast(pilot, "w", "a", *["backspace"] * 9, *"17.2.2027", "tab", *["backspace"] * 5, *"1000", "enter")
        await settle(pilot)
        assert isinstance(app.screen, WagesDialog)
        wages = tomli.loads(file.read_text("utf-8"))["wage"]
        assert [(str(each["date"]), each["gross"]) for each in wages][1] == ("2027-02-17", "1000.00")
        assert file.read_text("utf-8").startswith("# bare mitt\n")
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        await press_fast(pilot, "u")
        await settle(pilot)
        assert file.read_bytes() == before
        await press_fast(pilot, "delete")
        await settle(pilot)
        assert len(tomli.loads(file.read_text("utf-8"))["wage"]) == 2
        await press_fast(pilot, "e", "tab", *["backspace"] * 5, *"60000", "enter", "escape")
        await settle(pilot)
        assert tomli.loads(file.read_text("utf-8"))["wage"][1]["gross"] == "60000.00"
        assert "fortjeneste per krone når aktivitetene og lønnen er betalt −0,17" in flat(app)


async def test_a_bad_wage_is_told_how_to_be_written(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(100, 40)) as pilot:
        await shown(pilot, app, "profit")
        await press_fast(pilot, "w", "a", "tab", *"mye")
        assert "er ikke et beløp. Skriv det som 1250" in picture(app)


async def test_wages_are_read_for_profit_alone_and_hidden_in_presentation_mode(home: Path) -> None:
    (home / "private.toml").write_text("schema = 1\n[[wage]]\ndate = 2027-13-01\n", "utf-8")
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, app, "channels")
        assert view_of(app).refusal == ""
        await press_fast(pilot, "f9", "tab")
        await settle(pilot)
        assert view_of(app).refusal == ""
        assert "F9" in words(app)
        assert "52 000" not in words(app)
        await press_fast(pilot, "f9")
        await settle(pilot)
        assert "private.toml" in words(app), "why it cannot be read"


async def test_a_changed_activity_is_in_every_figure_at_the_next_paint(home: Path) -> None:
    app = app_on(home, NOW.replace(hour=10))
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, app, "goal")
        await press_fast(pilot, "1")
        await settle(pilot)
        app.main.view.go_to("a28")
        await press_fast(pilot, "d", "7", "enter", "escape")
        await settle(pilot)
        await press_fast(pilot, "6")
        await settle(pilot)
        assert "ordre så langt 54,9 % 263 700 kr" in flat(app)
        assert "dekningsbidrag 38,5 %, 1 uten variabel kostnad 71 450 kr" in flat(app)
        await press_fast(pilot, "tab")
        await settle(pilot)
        assert "kundemøte 4,0 4 2 1 96 000 637 9 600" in flat(app)
        await press_fast(pilot, "u")
        await settle(pilot)
        assert "kundemøte 3,0 3 2 1 96 000 706 12 800" in flat(app)


async def test_offers_and_orders_are_noted_and_decided_here(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, app, "sales")
        await press_fast(pilot, "o", *"solsv", "enter", *"22000", "enter")
        await settle(pilot)
        assert "Solsvingen Dagligvare AS 0 22 000 50 % 11 000" in flat(app)
        await press_fast(pilot, "r", *"lyng", "enter", *"800", "enter")
        await settle(pilot)
        assert any(line.startswith("Lyngås Tannklinikk AS 17.2.2027 800 gjenkjøp") for line in flat(app))
        await press_fast(pilot, "home", "enter", "3")
        await settle(pilot)
        assert not any(line.startswith("Bjørkely Borettslag 30") for line in flat(app))


async def test_the_expenses_of_a_month_are_turned_and_written_to_a_file(home: Path, tmp_path: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, app, "expenses")
        assert "kilometer og utlegg 3 140,20 kr" in flat(app)
        await press_fast(pilot, "comma", "comma")
        await settle(pilot)
        assert "kilometer og utlegg 25 026,20 kr" in flat(app)
        path = tmp_path / "januar.csv"
        await press_fast(pilot, "x", *["backspace"] * 20, *str(path), "enter")
        await settle(pilot)
        assert path.read_text("utf-8").splitlines()[-1] == "total,,,,,254,,25026.20,,"
        await press_fast(pilot, "x", *["backspace"] * 20, *str(path), "enter")
        await settle(pilot)
        assert isinstance(app.screen, ChooseDialog), "there is such a file already"
        await press_fast(pilot, "escape", "full_stop", "full_stop", "full_stop")
        await settle(pilot)
        assert view_of(app).month.start.month == 3


async def test_without_a_programme_the_screen_says_so(tmp_path: Path) -> None:
    home = tmp_path / "empty"
    home.mkdir()
    (home / "settings.toml").write_text("schema = 1\n", "utf-8")
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "6")
        await settle(pilot)
        assert "Ikke noe markedsprogram" in words(app)
        await press_fast(pilot, *["tab", "m", "e", "w", "c", "o", "r", "delete", "enter"] * 2)
        await settle(pilot)


async def test_an_outlay_moved_to_another_line_is_in_its_sum_at_once_and_undone_in_one_step(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await shown(pilot, app, "budget")
        assert "Trykk og porto 3 000 2 340 0 0 660 2 340 660 igjen" in words_of_row(app, "Trykk")
        await press_fast(pilot, "j", "j", "j", "j", "j", "enter")
        assert isinstance(app.screen, FigureRowsDialog)
        await press_fast(pilot, "G", "enter")
        assert isinstance(app.screen, DetailsDialog)
        await press_fast(pilot, "e")
        app.screen.query_one("#items").focus()
        await press_fast(pilot, "enter", "enter", "tab", *"trykk", "enter", "ctrl+s", "escape", "ctrl+s")
        assert "Trykk og porto 3 000 2 340 0 800 660 3 140 ! 140 over" in words_of_row(app, "Trykk")
        assert stored(home)["a30"]["costs"] == [{"kind": "sample", "line": "b4", "planned": "800.00"}]
        await press_fast(pilot, "u")
        assert "Trykk og porto 3 000 2 340 0 0 660 2 340 660 igjen" in words_of_row(app, "Trykk")
        assert stored(home)["a30"]["costs"] == [{"kind": "sample", "line": "b6", "planned": "800.00"}]


def words_of_row(app: PlannerApp, beginning: str) -> str:
    return next(line for line in flat(app) if line.startswith(beginning))


@pytest.mark.parametrize("sheet", SHEETS)
async def test_a_click_selects_the_line_under_the_mouse_and_a_double_click_opens_it(home: Path, sheet: str) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, app, sheet)
        lines = view_of(app).lines
        in_sight = range(lines.size.height)
        for number in [at for at in in_sight if at < len(lines.lines) and lines.lines[at].target is not None]:
            await pilot.click("#money-lines", offset=(5, number))
            await settle(pilot)
            assert lines.target == lines.lines[number].target
            assert lines.cursor is not None
            assert lines.cursor <= number
            assert len(app.screen_stack) == 1
        last = max(at for at in in_sight if at < len(lines.lines) and lines.lines[at].target is not None)
        await pilot.click("#money-lines", offset=(5, last), times=2)
        await settle(pilot)
        assert len(app.screen_stack) == 2


async def test_the_wheel_scrolls_a_sheet_and_the_rows_behind_a_figure(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, app, "channels")
        lines = view_of(app).lines
        before = lines.cursor
        await pilot._post_mouse_events([MouseScrollDown], "#money-lines", offset=(5, 5))  # noqa: SLF001  # it has no wheel
        await settle(pilot)
        assert lines.scroll_offset.y > 0
        assert lines.cursor == before
        row = lines.scroll_offset.y + 4
        await pilot.click("#money-lines", offset=(5, 4))
        await settle(pilot)
        assert lines.cursor == row
        lines.go_to(Target("figure", "channel:*"))
        await press_fast(pilot, "enter")
        assert isinstance(app.screen, FigureRowsDialog)
        rows = app.screen.query_one(LineList)
        await pilot._post_mouse_events([MouseScrollDown], "FigureRowsDialog LineList", offset=(5, 5))  # noqa: SLF001  # as above
        await settle(pilot)
        assert rows.scroll_offset.y > 0


async def test_a_click_outside_the_lines_opens_nothing(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, app, "market")
        lines = view_of(app).lines
        before = lines.cursor
        await pilot.click("#money-lines", offset=(5, lines.size.height - 1), times=2)
        await pilot.click("#money-head", offset=(5, 0), times=2)
        await settle(pilot)
        assert lines.cursor == before
        assert app.screen is app.main
