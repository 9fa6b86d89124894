"""The reports' screen: these files, these keys, what stands there, what is written and remembered."""

from email import message_from_bytes
from pathlib import Path

import pytest
import tomli
from syrupy.assertion import SnapshotAssertion

from salgsplan_tui.language import language
from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.views.report import ReportView
from tests.tui.keys import press_fast, settle
from tests.tui.opening import app_on
from tests.tui.pictures import picture


def view_of(app: PlannerApp) -> ReportView:
    assert isinstance(app.main.view, ReportView)
    return app.main.view


def words(app: PlannerApp) -> str:
    """Return what the document says, without styles."""
    lines = view_of(app).lines.lines
    text = "\n".join("".join(part.text for part in (*line.left, *line.right)) for line in lines)
    return text.replace("\xa0", " ")


def issued(home: Path) -> list[dict[str, object]]:
    file = home / "issued.toml"
    found: list[dict[str, object]] = tomli.loads(file.read_text("utf-8")).get("issued", []) if file.exists() else []
    return found


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_reports_look_as_they_did(
    home: Path, size: tuple[int, int], speaking: str, snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await press_fast(pilot, "8")
        assert picture(app) == snapshot(name="week")
        await press_fast(pilot, "tab", "tab", "down", "space")
        assert picture(app) == snapshot(name="quarter")


async def test_tab_goes_through_the_documents_and_points_to_other_periods(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "8")
        titles = []
        for _kind in range(6):
            titles.append(view_of(app).page(view_of(app).document).title)
            await press_fast(pilot, "tab")
        assert titles == [
            "Ukeplan · uke 7 · 15.–21. februar 2027",
            "Månedsplan · februar 2027",
            "Kvartalsrapport · 1. kvartal 2027",
            "Årsrapport · 2027",
            "Markedsprogram · 1. kvartal 2027",
            "Timeplan · 17. februar–16. mai 2027",
        ]
        await press_fast(pilot, "full_stop")
        assert view_of(app).days[0] == "2027-W08"
        await press_fast(pilot, "comma", "comma")
        assert view_of(app).days[0] == "2027-W06"
        await press_fast(pilot, "t")
        assert view_of(app).days[0] == "2027-W07"


async def test_space_leaves_a_section_out_and_takes_it_in_again(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "8")
        view_of(app).lines.go_to(Target("section", "cost"))
        await press_fast(pilot, "space")
        assert "Disponibelt" not in words(app)
        assert view_of(app).document.left_out == ("cost",)
        await press_fast(pilot, "space")
        assert "Disponibelt" in words(app)


async def test_the_mouse_picks_a_document_and_leaves_a_section_out(home: Path) -> None:
    app = app_on(home, speaking="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "8", "s")
        await pilot.click("#report-head", offset=(15, 1))
        await settle(pilot)
        assert view_of(app).kind == "month"
        assert "Timetable" in picture(app)
        await pilot.click("#report-lines", offset=(1, 0))
        await settle(pilot)
        assert view_of(app).left_out == {"head"}
        assert "left out" in words(app).splitlines()[0]
        await pilot.click("#report-lines", offset=(1, 0))
        await pilot.click("#report-lines", offset=(12, 0))
        await settle(pilot)
        assert view_of(app).left_out == frozenset()
        await pilot.click("#report-head", offset=(15, 0))
        assert view_of(app).kind == "month"


async def test_the_report_has_its_own_language(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "8", "s")
        assert "Goal and pace" in words(app)
        assert language() == "nb"


async def test_names_and_wages_are_told_as_far_as_they_are_chosen(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "8")
        assert "Ali Demir" not in words(app)
        await press_fast(pilot, "p", "p")
        assert "Ring Ali Demir" in words(app)
        await press_fast(pilot, "tab", "tab")
        assert "Utbetalt lønn" not in words(app)
        await press_fast(pilot, "v")
        assert "Utbetalt lønn" in words(app)


@pytest.mark.parametrize(("key", "form", "start"), [("1", "md", b"# U"), ("4", "pdf", b"%PDF"), ("6", "xlsx", b"PK")])
async def test_a_report_is_written_in_the_chosen_format(home: Path, key: str, form: str, start: bytes) -> None:
    app, file = app_on(home), home.parent / f"uke.{form}"
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "8", "f", key, "w", "ctrl+u", *str(file), "enter")
        assert file.read_bytes().startswith(start)
        assert len(issued(home)) == 1, "the sample's own"


async def test_a_file_that_is_there_is_not_written_over_unasked(home: Path) -> None:
    app, file = app_on(home), home.parent / "uke.md"
    file.write_text("mine", "utf-8")
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "8", "w", "ctrl+u", *str(file), "enter")
        assert file.read_text("utf-8") == "mine"
        await press_fast(pilot, "1")
        assert file.read_text("utf-8").startswith("# Ukeplan")


async def test_an_issued_report_is_remembered_shown_and_undone(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "8", "i")
        _sample, remembered = issued(home)
        assert (remembered["kind"], remembered["period"]) == ("week", "2027-W07")
        assert remembered["recipients"] == ["Rune Kvistad"]
        await press_fast(pilot, "H")
        assert "17.2.2027  Ukeplan 2027-W07  html  Rune Kvistad" in words(app)
        await press_fast(pilot, "u")
        await settle(pilot)
        assert [each["id"] for each in issued(home)] == ["r1"]
        assert "15.2.2027  Ukeplan 2027-W07  pdf  Rune Kvistad" in words(app)
        assert "17.2.2027  Ukeplan" not in words(app)


async def test_a_mail_draft_is_written_and_the_report_remembered(home: Path) -> None:
    app, file = app_on(home), home.parent / "uke.eml"
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "8", "m", "ctrl+u", *str(file), "enter")
        await settle(pilot)
        mail = message_from_bytes(file.read_bytes())
        assert mail["X-Unsent"] == "1"
        assert [each["file"] for each in issued(home)] == ["uke7.pdf", "uke.eml"]


async def test_enter_opens_the_view_that_a_section_is_told_from(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "8")
        view_of(app).lines.go_to(Target("section", "plan"))
        await press_fast(pilot, "enter")
        assert app.main.view.code == "week"


async def test_a_summary_of_ones_own_takes_the_place_of_the_facts(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "8", "tab", "tab", "e", "f7", *"Vi ligger bak tempo.", "ctrl+s")
        assert "Vi ligger bak tempo." in words(app)
        assert "Fakta til sammendraget" not in words(app)
        assert 'text = "Vi ligger bak tempo."' in (home / "plans/q1-2027.toml").read_text("utf-8")
        await press_fast(pilot, "u")
        await settle(pilot)
        assert "Fakta til sammendraget" in words(app)


PROPOSED = {
    "nb": [
        "Ordreinngangen er 185 700 kr av et mål på 480 000 kr.",
        "4 av 6 avgjorte tilbud er vunnet.",
        "Tilbud for 307 000 kr er ute.",
        "2 kunder kjøpte for første gang.",
    ],
    "en": [
        "Order intake is NOK 185,700 of a goal of NOK 480,000.",
        "4 of 6 offers that were decided were won.",
        "Offers of NOK 307,000 are out.",
        "2 customers bought for the first time.",
    ],
}


@pytest.mark.parametrize("speaking", ["nb", "en"])
async def test_the_summary_begins_with_what_the_facts_say_in_the_reports_language(home: Path, speaking: str) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "8", "tab", "tab", *(["s"] if speaking == "en" else []), "e", "ctrl+s")
        stored = tomli.loads((home / "plans/q1-2027.toml").read_text("utf-8"))["section"]
        (text,) = (each["text"] for each in stored if each["id"] == "summary-2027-q1")
        assert text.replace("\xa0", " ").splitlines() == PROPOSED[speaking]


async def test_a_summary_left_unsaved_stands_there_again_and_an_empty_one_gives_the_facts_back(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "8", "tab", "tab", "e", "f7", *"Bare dette.", "escape")
        assert "Fakta til sammendraget" in words(app)
        await press_fast(pilot, "e", "ctrl+s")
        assert "Bare dette." in words(app)
        await press_fast(pilot, "e", "f7", "backspace", "ctrl+s")
        assert "Fakta til sammendraget" in words(app)


async def test_names_and_amounts_are_hidden_in_presentation_mode(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "8", "f9")
        text = ""
        for _kind in range(6):
            text += picture(app)
            await press_fast(pilot, "tab")
    for secret in ("480\xa0000", "185\xa0700", "Granholt", "Rune Kvistad", "Ordreinngang 480"):
        assert secret not in text


async def test_an_empty_plan_has_a_clear_page(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.toml").write_text('schema = 1\nname = "Kari"\n', "utf-8")
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "8")
        assert "ikke noe i planen" in words(app)
