"""Own channels and types from the picker: made, changed, hidden and shown, each one step to undo."""

from pathlib import Path

import pytest
import tomli
from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input, TextArea

from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.dialogs.form import ActivityForm
from salgsplan_tui.tui.dialogs.pick import Pick
from salgsplan_tui.tui.dialogs.picker import PickerDialog
from salgsplan_tui.tui.dialogs.record_form import RecordForm
from tests.tui.keys import AnyPilot, press_fast, settle
from tests.tui.opening import app_on, sample, stored
from tests.tui.pictures import picture


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = sample(tmp_path / "home")
    (folder / "channels.toml").unlink()
    return folder


def own(home: Path) -> list[dict[str, object]]:
    return list(tomli.loads((home / "channels.toml").read_text("utf-8")).get("channel", ()))


async def keys(pilot: AnyPilot, *pressed: str) -> None:
    for key in pressed:
        await press_fast(pilot, *(key[1:] if key.startswith("=") else (key,)))
        await settle(pilot)


async def fill(app: PlannerApp, pilot: AnyPilot, **texts: str) -> None:
    for name, text in texts.items():
        field = app.screen.query_one(f"#{name}")
        if isinstance(field, Input):
            field.value = text
        elif isinstance(field, TextArea):
            field.text = text
        elif isinstance(field, Pick):
            field.code = text
        await settle(pilot)


async def test_a_channel_of_ones_own_is_made_and_at_once_planned_with(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await keys(pilot, "n", "=podkast")
        assert "Ctrl+N lager" in picture(app)
        await keys(pilot, "ctrl+n")
        assert isinstance(app.screen, RecordForm)
        await fill(
            app, pilot, sign="P", minutes="1t30", costs="produksjon 500-2000", purpose="agreed",
            words="lydserie, episode", approach="Snakk sakte.",
        )  # fmt: skip
        await keys(pilot, "ctrl+s")
        assert isinstance(app.screen, PickerDialog)
        await keys(pilot, "enter")  # the cursor stands on what was made
        assert isinstance(app.screen, ActivityForm)
        await keys(pilot, "=Podkast om filtre", "ctrl+s")
        await keys(pilot, "a", "=episode om støy i morgen 9", "enter")
    assert own(home) == [
        {
            "code": "podkast", "nb": "podkast", "sign": "P", "form": "one_to_one", "words_nb": ["lydserie", "episode"],
            "type": [
                {
                    "minutes": 90, "unit": "pieces", "kind": "customer", "purpose": "agreed",
                    "costs": [{"kind": "production", "low": "500.00", "high": "2000.00"}],
                    "template_nb": "Snakk sakte.",
                }
            ],
        }
    ]  # fmt: skip
    made = {str(row["title"]): row for row in stored(home).values() if row.get("channel") == "podkast"}
    assert made["Podkast om filtre"]["approach"] == "Snakk sakte."
    assert made["episode om støy"]["minutes"] == 90


async def test_the_one_under_the_cursor_is_changed_and_the_change_undone(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await keys(pilot, "n", "=besøksrunde", "f2", "1")
        await fill(app, pilot, minutes="200", costs="bom, ferge og parkering 150; kilometergodtgjørelse")
        await keys(pilot, "ctrl+s")
        assert isinstance(app.screen, PickerDialog)
        assert "vanlig tid: 3 t 20 m" in picture(app)
        changed = {"minutes": 200, "costs": [{"kind": "toll", "low": "150.00", "high": "150.00"}, {"kind": "mileage"}]}
        assert own(home) == [{"code": "visit", "type": [{"code": "round", **changed}]}]
        await keys(pilot, "escape", "u")
    assert own(home) == []


async def test_a_form_that_was_not_touched_changes_nothing(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        for number, channel in enumerate(app.desk.plan.channels.shown):
            await keys(pilot, "n", f"={channel.nb}", "f2")
            if len(channel.types) > 1:
                await keys(pilot, "2" if number % 2 else "1")
            assert isinstance(app.screen, RecordForm), channel.code
            await keys(pilot, "ctrl+s")
            assert isinstance(app.screen, PickerDialog), (channel.code, picture(app))
            await keys(pilot, "escape")
    assert not (home / "channels.toml").exists()


async def test_types_and_channels_are_hidden_and_shown_again(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await keys(pilot, "n", "=ringeøkt", "f4", "1")
        assert "Bare skjulte passer. F5 viser dem." in picture(app)
        await keys(pilot, "f5")
        assert "(skjult)" in picture(app)
        await keys(pilot, "f4", "1", "f5")
        assert "ringeøkt" in picture(app)
        await keys(pilot, "escape", "n", "=radio", "f4")
    assert own(home) == [
        {"code": "phone", "type": [{"code": "call_session", "hidden": False}]},
        {"code": "radio", "hidden": True},
    ]


async def test_a_row_of_a_hidden_channel_is_edited_with_its_names(home: Path) -> None:
    own_file = '[[channel]]\ncode = "phone"\nhidden = true\n[[channel.type]]\ncode = "call_session"\nhidden = true\n'
    (home / "channels.toml").write_text(own_file, "utf-8")
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.main.view.go_to("a26")
        await keys(pilot, "e")
        shown = picture(app)
        assert "☎ telefon ▼" in shown
        assert "ringeøkt ▼" in shown
        await keys(pilot, "ctrl+s")
    assert (stored(home)["a26"]["channel"], stored(home)["a26"]["type"]) == ("phone", "call_session")


async def test_what_cannot_be_stays_beside_its_field_and_what_was_typed_is_kept(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "n", "=telefon", "f3", "1")
        await fill(app, pilot, sign="☎", costs="kake 50", lead_days="999", minutes="lenge")
        await keys(pilot, "ctrl+s")
        shown = picture(app)
        for words in ("«telefon» finnes fra før", "er tegnet til phone", "«kake» er ikke", "«999» dager", "«lenge»"):
            assert words in shown, words
        await keys(pilot, "escape")
        assert isinstance(app.screen, PickerDialog)
    assert not (home / "channels.toml").exists()


async def test_what_was_typed_in_a_form_that_was_left_stands_there_the_next_time(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await keys(pilot, "n", "=podkast", "ctrl+n")
        await fill(app, pilot, sign="P", minutes="90")
        await keys(pilot, "escape", "escape", "n", "=lydserie", "ctrl+n")
        texts = {each.id: each.value for each in app.screen.query(Input)}
        assert (texts["name"], texts["sign"], texts["minutes"]) == ("lydserie", "P", "90")


async def test_a_form_that_could_not_be_saved_comes_back_as_it_was_typed(home: Path) -> None:
    (home / "channels.toml").write_text('[[channel]]\ncode = "fax"\nsign = "TOO LONG"\n', "utf-8")
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "n", "=podkast", "ctrl+n")
        await fill(app, pilot, sign="P", minutes="90")
        await keys(pilot, "ctrl+s")
        assert isinstance(app.screen, RecordForm)
        assert app.screen.query_one("#minutes", Input).value == "90"
    assert "TOO LONG" in (home / "channels.toml").read_text("utf-8")


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_form_of_a_channel_looks_as_it_did(
    home: Path, size: tuple[int, int], speaking: str, snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await keys(pilot, "n", "=brev" if speaking == "nb" else "=letter", "f2")
        assert picture(app, below=1) == snapshot


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_picker_with_what_is_hidden_looks_as_it_did(
    home: Path, size: tuple[int, int], speaking: str, snapshot: SnapshotAssertion
) -> None:
    (home / "channels.toml").write_text(
        '[[channel]]\ncode = "radio"\nhidden = true\n\n[[channel]]\ncode = "podcast"\nnb = "podkast"\nen = "podcast"\n',
        "utf-8",
    )
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await keys(pilot, "n", "f5", "=r")
        assert picture(app, below=1) == snapshot
