"""The help of each view: its own title, what it is for, its own keys first, and what the contact rules are held to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from salgsplan_tui.language import set_language
from salgsplan_tui.storage.packaged_rules import contact_rules, rules_checked
from salgsplan_tui.tui.dialogs.help import HelpDialog, key_help
from tests.planning import NOW
from tests.tui.keys import press_fast, settle
from tests.tui.opening import app_on, sample
from tests.tui.pictures import picture

TITLES = {
    ("1", "nb"): "Taster i dagsplanen",
    ("2", "nb"): "Taster i ukeplanen",
    ("3", "nb"): "Taster i timeplanen",
    ("5", "nb"): "Taster i kundelista",
    ("1", "en"): "Keys of the day",
    ("2", "en"): "Keys of the week",
    ("3", "en"): "Keys of the timetable",
    ("5", "en"): "Keys of the customers",
}


@pytest.fixture(autouse=True)
def norwegian() -> Iterator[None]:
    yield
    set_language("nb")


@pytest.mark.parametrize(("view", "speaking"), TITLES)
async def test_each_view_has_a_title_an_introduction_and_keys_of_its_own(
    tmp_path: Path, view: str, speaking: str
) -> None:
    app = app_on(sample(tmp_path / "home"), NOW, speaking=speaking)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, view)
        await settle(pilot)
        found = [each.description for each in key_help(app.main) if each.group == "screen"]
        await press_fast(pilot, "question_mark")
        assert isinstance(app.screen, HelpDialog)
        shown = picture(app)
    assert TITLES[view, speaking] in shown
    assert ("27.11.2026" if speaking == "nb" else "27 Nov 2026") in shown
    assert "Lovdata" in shown
    assert all(words in shown for words in found)


async def test_the_customers_do_not_name_the_keys_of_activities(tmp_path: Path) -> None:
    app = app_on(sample(tmp_path / "home"), NOW)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "5")
        await settle(pilot)
        groups = {each.group for each in key_help(app.main) if each.description != "åpne"}
        own = [each.description for each in key_help(app.main) if each.group == "screen"]
    assert groups == {"screen", "plan", "focus", "app"}
    assert "ringeøkt" in own
    assert "skriv et filter" in own


@pytest.mark.parametrize(("speaking", "size"), [("nb", (80, 24)), ("en", (120, 40))])
async def test_help_looks_as_it_did(
    tmp_path: Path, speaking: str, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    app = app_on(sample(tmp_path / "home"), NOW, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await press_fast(pilot, "5", "question_mark")
        await settle(pilot)
        assert picture(app) == snapshot


def test_the_rules_were_checked_after_the_newest_of_them_came() -> None:
    assert all(rule.valid_from <= rules_checked() for rule in contact_rules())
