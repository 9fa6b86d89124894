"""Files of the reports' screen: opened in the usual program, written over only when asked, and every failure told."""

import asyncio
import errno
import os
import stat
import sys
from pathlib import Path
from queue import Queue

import pytest
import tomli
from textual.pilot import Pilot
from textual.widgets import Input

from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.usual_program import open_file, usual_program
from salgsplan_tui.tui.views.report import ReportView
from tests.tui.keys import press_fast, settle
from tests.tui.opening import app_on

NOTHING_NAMED: tuple[str, ...] = ()


@pytest.fixture(name="config", autouse=True)
def _config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of `config.toml`, which no person has written yet."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folder = tmp_path / "config" / "salgsplan"
    folder.mkdir(parents=True)
    return folder


def program(folder: Path, name: str, *lines: str) -> Path:
    """Write a program that does what the lines say."""
    file = folder / name
    file.write_text("\n".join(("#!/bin/sh", *lines)) + "\n", "utf-8")
    file.chmod(stat.S_IRWXU)
    return file


def view_of(app: PlannerApp) -> ReportView:
    assert isinstance(app.main.view, ReportView)
    return app.main.view


def toasts(app: PlannerApp) -> str:
    return "\n".join(each.message for each in app._notifications)  # noqa: SLF001  # Textual has no public way to them


def named(config: Path, command: Path | str) -> None:
    (config / "config.toml").write_text(f"open = '{command}'\n", "utf-8")


async def written(pilot: Pilot[int], file: Path) -> None:
    await press_fast(pilot, "8", "w", "ctrl+u", *str(file), "enter")
    assert file.exists()


def issued(home: Path) -> list[dict[str, object]]:
    """Return the reports that the file remembers."""
    file = home / "issued.toml"
    found: list[dict[str, object]] = tomli.loads(file.read_text("utf-8")).get("issued", []) if file.exists() else []
    return found


async def until_told(app: PlannerApp, words: str) -> None:
    for _ in range(200):
        if words in toasts(app):
            return
        await asyncio.sleep(0.02)
    raise AssertionError(toasts(app))


@pytest.mark.parametrize(
    ("named", "environment", "platform", "found"),
    [
        (("firefox", "-new"), {}, "linux", ("firefox", "-new")),
        (NOTHING_NAMED, {}, "linux", ()),
        (NOTHING_NAMED, {"DISPLAY": ":0", "PATH": "/nowhere"}, "linux", ()),
        (NOTHING_NAMED, {}, "darwin", ("open",)),
        (NOTHING_NAMED, {"SSH_CONNECTION": "x"}, "darwin", ()),
    ],
)
def test_the_named_program_comes_before_the_desktops_and_without_one_there_is_none(
    named: tuple[str, ...], environment: dict[str, str], platform: str, found: tuple[str, ...]
) -> None:
    assert usual_program(named, environment, platform) == found


def test_the_desktop_opens_where_there_is_one(tmp_path: Path) -> None:
    program(tmp_path, "xdg-open")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        assert usual_program((), {name: ":0", "PATH": str(tmp_path)}, "linux") == ("xdg-open",)


def test_a_program_gets_the_file_and_neither_keys_nor_terminal(tmp_path: Path) -> None:
    told = tmp_path / "told"
    command = program(tmp_path, "viewer", f'readlink /proc/self/fd/0 > "{told}"; echo "$1" >> "{told}"; exit 5')
    assert why_not(str(command), tmp_path / "uke 7.html") == "5"
    assert told.read_text("utf-8").splitlines() == ["/dev/null", str(tmp_path / "uke 7.html")]


def test_a_program_that_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    assert why_not("/no/such/program", tmp_path) == os.strerror(errno.ENOENT)


def why_not(command: str, path: Path) -> str:
    """Return why a program failed to open a file."""
    told: Queue[str] = Queue()
    open_file((command,), path, os.environ, told.put)
    return told.get(timeout=20)


async def test_o_opens_what_was_written_in_the_program_that_config_toml_names(home: Path, config: Path) -> None:
    told = config / "told"
    named(config, program(config, "viewer", f'echo "$1" > "{told}"'))
    app, file = app_on(home, PATH=os.environ["PATH"]), home.parent / "uke 7.html"
    async with app.run_test(size=(120, 40)) as pilot:
        await written(pilot, file)
        await press_fast(pilot, "o")
        for _ in range(200):
            if told.exists() and told.read_text("utf-8"):
                break
            await asyncio.sleep(0.02)
        assert told.read_text("utf-8").strip() == str(file)
        assert toasts(app) == ""


async def test_the_screens_do_not_wait_for_a_program_that_hangs(home: Path, config: Path) -> None:
    named(config, program(config, "viewer", "exec sleep 30"))
    app, file = app_on(home, PATH=os.environ["PATH"]), home.parent / "uke.html"
    async with app.run_test(size=(120, 40)) as pilot:
        await written(pilot, file)
        await press_fast(pilot, "o", "tab")
        assert view_of(app).kind == "month"


async def test_a_program_that_fails_is_told(home: Path, config: Path) -> None:
    named(config, program(config, "viewer", "exit 4"))
    app, file = app_on(home, PATH=os.environ["PATH"]), home.parent / "uke.html"
    async with app.run_test(size=(120, 40)) as pilot:
        await written(pilot, file)
        await press_fast(pilot, "o")
        await until_told(app, f"kunne ikke åpne {file}: 4.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("open = 3", "nevner ikke noe program ved open"),
        ("open = 'a \"b'", "nevner ikke noe program ved open"),
        ("open = [", "kan ikke leses"),
    ],
)
async def test_a_config_that_names_no_program_is_told(home: Path, config: Path, text: str, told: str) -> None:
    (config / "config.toml").write_text(text, "utf-8")
    app = app_on(home, PATH=os.environ["PATH"])
    async with app.run_test(size=(120, 40)) as pilot:
        await written(pilot, home.parent / "uke.html")
        await press_fast(pilot, "o")
        await until_told(app, told)


async def test_without_a_desktop_it_is_told_where_the_file_lies(home: Path) -> None:
    app, file = app_on(home, TERM="xterm"), home.parent / "uke.html"
    async with app.run_test(size=(120, 40)) as pilot:
        await written(pilot, file)
        await press_fast(pilot, "o")
        await until_told(app, f"Den ligger i {file}.")


async def test_a_file_that_is_gone_is_told(home: Path) -> None:
    app, file = app_on(home, TERM="xterm"), home.parent / "uke.html"
    async with app.run_test(size=(120, 40)) as pilot:
        await written(pilot, file)
        file.unlink()
        await press_fast(pilot, "o")
        await until_told(app, f"Det finnes ingen fil {file}.")


async def test_each_document_has_its_own_file(home: Path) -> None:
    app, file, before = app_on(home, TERM="xterm"), home.parent / "uke.html", issued(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await written(pilot, file)
        await press_fast(pilot, "tab", "i", "shift+tab", "i")
        await settle(pilot)
        made = [each for each in issued(home) if each not in before]
        assert {(each["kind"], each.get("file")) for each in made} == {("month", None), ("week", "uke.html")}
        await press_fast(pilot, "tab", "o")
        assert "manedsplan-2027-02.html" in app.screen.query_one(Input).value


@pytest.mark.parametrize("where", ["no/such/folder/uke.html", "file/uke.html"])
async def test_what_cannot_be_written_is_told_and_the_name_asked_for_again(home: Path, where: str) -> None:
    (home.parent / "file").write_text("no folder", "utf-8")
    app, typed = app_on(home), str(home.parent / where)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "8", "w", "ctrl+u", *typed, "enter")
        assert f"Det finnes ingen mappe {Path(typed).parent} å skrive i." in toasts(app)
        assert app.screen.query_one(Input).value == typed


async def test_in_a_folder_the_file_gets_the_documents_own_name(home: Path) -> None:
    app, folder = app_on(home), home.parent / "ut"
    folder.mkdir()
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "8", "w", "ctrl+u", *str(folder), "enter", "m", "ctrl+u", *str(folder), "enter")
        await settle(pilot)
        assert sorted(each.name for each in folder.iterdir()) == ["ukeplan-2027-W07.eml", "ukeplan-2027-W07.html"]


async def test_a_mail_draft_is_written_over_another_only_when_asked(home: Path) -> None:
    app, file = app_on(home), home.parent / "uke.eml"
    file.write_text("mine", "utf-8")
    before = issued(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "8", "m", "ctrl+u", *str(file), "enter")
        assert file.read_text("utf-8") == "mine"
        assert issued(home) == before
        await press_fast(pilot, "1")
        await settle(pilot)
        assert "X-Unsent: 1" in file.read_text("utf-8")
        assert len(issued(home)) == len(before) + 1


@pytest.mark.parametrize(("key", "module", "extra"), [("4", "typst", "pdf"), ("6", "xlsxwriter", "xlsx")])
async def test_a_format_whose_extra_is_not_installed_is_told(
    home: Path, monkeypatch: pytest.MonkeyPatch, key: str, module: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    app, file = app_on(home), home.parent / f"uke.{extra}"
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "8", "f", key, "w", "ctrl+u", *str(file), "enter")
        assert f"salgsplan-tui[{extra}]" in toasts(app)
        assert not file.exists()
