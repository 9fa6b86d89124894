"""The search while it is typed in."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.search import Found, Search
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.language import set_language
from salgsplan_tui.tui.desk import Desk
from salgsplan_tui.tui.dialogs.search import SearchDialog, SearchResult
from salgsplan_tui.tui.dialogs.search_lines import Findings, findings_lines
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.widgets.line_list import LineList
from tests.planning import NOW, plan_of, row
from tests.tui.dialogs.host import Host, answer_to, opened
from tests.tui.keys import press_fast, settle
from tests.tui.opening import sample, session_on
from tests.tui.pictures import picture


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Desk:
    return Desk(session_on(sample(tmp_path / "home")), {})


def dialog(desk: Desk, text: str = "", *, hide: bool = False) -> SearchDialog:
    return SearchDialog(
        desk.plan, desk.read_query, desk.session.search, desk.session.search_cases, text=text, hide=hide
    )


def no_cases(_search: Search, _most: int) -> Iterator[Found]:
    return iter(())


def chosen(answer: SearchResult | None) -> str | None:
    return None if answer is None or answer.row is None else answer.row.id


@pytest.mark.parametrize(
    ("keys", "row_id"),
    [
        (["enter"], "a19"),
        (["down", "enter"], "a14"),
        (["down", "down", "up", "enter"], "a19"),
        (["pagedown", "enter"], "a14"),
    ],
)
async def test_what_fits_is_opened_with_enter_the_newest_first(desk: Desk, keys: list[str], row_id: str) -> None:
    assert chosen(await answer_to(dialog(desk), *"odegard", *keys)) == row_id


async def test_escape_clears_the_line_and_then_closes(desk: Desk) -> None:
    async with opened(dialog(desk, "odegard")) as (app, pilot):
        await press_fast(pilot, "escape")
        assert app.answers == []
        await press_fast(pilot, "escape")
        assert app.answers == [SearchResult("")]


async def test_the_line_of_the_last_time_is_searched_at_once_and_typed_over(desk: Desk) -> None:
    assert chosen(await answer_to(dialog(desk, "granholt tilbud"), "enter")) == "a28"
    assert chosen(await answer_to(dialog(desk, "granholt tilbud"), *"messen fag", "enter")) == "a38"


async def test_a_contact_leads_to_its_customer(desk: Desk) -> None:
    found = await answer_to(dialog(desk), *"redakt", "up", "up", "enter")
    assert found == SearchResult("redakt", customer="k10")


async def test_a_service_case_is_found_by_its_words_its_customer_and_its_type(desk: Desk) -> None:
    assert await answer_to(dialog(desk), *"ali demir klage", "up", "enter") == SearchResult(
        "ali demir klage", case="s3"
    )
    assert await answer_to(dialog(desk), *"feil filter levert", "enter") == SearchResult(
        "feil filter levert", case="s2"
    )
    hidden = lines_of(cases=(ServiceCase(id="s1", title="Støy", customer="k1", opened=NOW),), hide=True)
    assert not any("Støy" in line for line in hidden)
    assert hidden[1].startswith("✚ klage")


def test_the_words_a_case_was_found_by_are_shown_and_of_many_the_newest() -> None:
    many = tuple(ServiceCase(id=f"s{at}", title="Sak", customer="k1", opened=NOW, cause="Støy") for at in range(7))
    shown = lines_of(cases=many, words=("stoy",))
    assert shown.count("┆ Støy") == 6
    assert shown[-1] == "de 6 nyeste; skriv mer for å snevre inn"


async def test_a_customer_lists_its_rows(desk: Desk) -> None:
    async with opened(dialog(desk)) as (app, pilot):
        await press_fast(pilot, *"redakt", "up", "up", "tab")
        await settle(pilot)
        assert app.answers == []
        await press_fast(pilot, "down", "enter")
        assert [answer and answer.text for answer in app.answers] == ['kunde:"Stian Ødegård"']
        assert chosen(app.answers[0]) == "a14"


async def test_a_filter_that_means_nothing_is_told_while_typing_and_enter_waits(desk: Desk) -> None:
    async with opened(dialog(desk)) as (app, pilot):
        await press_fast(pilot, *"kanal:brevdue", "enter")
        await settle(pilot)
        assert app.answers == []
        assert "brevdue" in picture(app)
        assert "^^^^" in picture(app)


async def test_a_click_selects_and_a_double_click_opens(desk: Desk) -> None:
    async with opened(dialog(desk, "odegard")) as (app, pilot):
        lines = app.screen.query_one(LineList).lines
        line = next(at for at, each in enumerate(lines) if each.target == Target("activity", "a14"))
        await pilot.click(LineList, offset=(10, line))
        assert app.answers == []
        await pilot.click(LineList, offset=(10, line), times=2)
        assert chosen(app.answers[0]) == "a14"


async def test_enter_before_anything_was_found_opens_the_first_that_is(desk: Desk) -> None:
    pressed = Event()

    def find(search: Search) -> Iterator[Found]:
        assert pressed.wait(5)
        yield from desk.session.search(search)

    set_language("nb")
    app = Host(SearchDialog(desk.plan, desk.read_query, find, no_cases, text="odegard"))
    async with app.run_test() as pilot:
        app.screen.query_one(Input)
        await app.screen.run_action("take")
        pressed.set()
        await settle(pilot)
    assert [chosen(each) for each in app.answers] == ["a19"]


async def test_many_hits_are_cut_at_a_number_that_is_told() -> None:
    rows = tuple(row(f"r{number}", date="2027-02-17") for number in range(400))
    plan = plan_of(*rows)

    def find(_search: Search) -> Iterator[Found]:
        yield Found("weeks/2027/2027-W07.toml", rows)
        pytest.fail("nothing more is looked for")

    endless = SearchDialog(plan, lambda text: Search(words=(text,)), find, no_cases, text="row")
    async with opened(endless) as (app, _pilot):
        assert "de 300 nyeste" in picture(app)
        assert len(app.screen.query_one(LineList).targets) == 300


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("text", ["", "odegard", "kr>5000 status:open", "finnes ikke"])
async def test_the_search_looks_as_it_did(
    desk: Desk, text: str, size: tuple[int, int], language: str, snapshot: SnapshotAssertion
) -> None:
    async with opened(dialog(desk, text), language="en" if language == "en" else "nb", size=size) as (app, pilot):
        await settle(pilot)
        assert picture(app) == snapshot


def lines_of(
    *rows: Activity, cases: tuple[ServiceCase, ...] = (), words: tuple[str, ...] = (), hide: bool = False
) -> list[str]:
    set_language("nb")
    found = Findings(plan_of(*rows), Search(words=words), (), cases, rows, hide=hide)
    return ["".join(part.text for part in line.left).strip() for line in findings_lines(found)]


def test_a_word_that_only_stands_in_a_note_brings_its_line_along() -> None:
    noted = row("r1", title="Ring Berg", date="2027-02-17", notes="Hilste på Kari.\nSendte prøver, svar fredag.")
    assert lines_of(noted, words=("prover",))[-1] == "┆ Sendte prøver, svar fredag."
    assert lines_of(noted, words=("berg",))[-1].startswith("ons 17.2.")


def test_rows_stand_under_their_years_and_ideas_under_none() -> None:
    lines = lines_of(row("r1", date="2027-02-17"), row("r2", date="2019-02-17"), row("r3"))
    assert [line for line in lines if line.startswith("──")] == ["── 2027", "── 2019", "── uten dato"]


def test_in_presentation_mode_neither_names_nor_notes_are_shown() -> None:
    secret = row("r1", title="Ring Berg", date="2027-02-17", notes="Hemmelig", audience="Berg")
    text = "\n".join(lines_of(secret, words=("hemmelig",), hide=True))
    assert "Berg" not in text
    assert "Hemmelig" not in text
