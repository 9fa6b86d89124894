"""The programs that are measured against: the least that Textual, click, tomli and pydantic can be."""

import os
import sysconfig
from pathlib import Path
from typing import Final

SALGSPLAN: Final = (str(Path(sysconfig.get_path("scripts")) / "salgsplan"),)
"""The installed program, of the same environment as the benchmark."""

ONE_STATIC: Final = """
from textual.app import App
from textual.widgets import Static

class OneStatic(App):
    def compose(self):
        yield Static("READY-TO-READ")

OneStatic().run()
"""

OPTION_LIST: Final = """
from textual.app import App
from textual.widgets import OptionList

class Options(App):
    def compose(self):
        yield OptionList(*[f"Option number {n} of three hundred" for n in range(300)])

Options().run()
"""

SWITCHER: Final = """
from textual.app import App
from textual.binding import Binding
from textual.widgets import ContentSwitcher, Static

class Switcher(App):
    BINDINGS = [Binding("1", "go('one')"), Binding("2", "go('two')")]

    def compose(self):
        with ContentSwitcher(initial="one"):
            yield Static("READY-TO-READ", id="one")

    async def action_go(self, code):
        switcher = self.query_one(ContentSwitcher)
        if not switcher.query(f"#{code}"):
            await switcher.add_content(Static("\\n".join(["OTHER-VIEW " * 6] * 20), id=code))
        switcher.current = code

Switcher().run()
"""

MODAL: Final = """
from textual.app import App
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

class Dialog(ModalScreen):
    BINDINGS = [Binding("escape", "dismiss")]

    def compose(self):
        with Vertical():
            yield Input()
            yield OptionList(*[f"Option number {n}" for n in range(40)])

class Modal(App):
    BINDINGS = [Binding("n", "ask")]

    def compose(self):
        yield Static("READY-TO-READ")

    def action_ask(self):
        self.push_screen(Dialog())

Modal().run()
"""

CLICK_TOMLI_PYDANTIC: Final = """
import click
import tomli
from pydantic import BaseModel

class Row(BaseModel):
    title: str = ""
    minutes: int = 0

Row()
"""

IMPORT_CLICK: Final = "import click"


def environment(home: Path, scratch: Path) -> dict[str, str]:
    """Return a fixed environment: a UTF-8 terminal with colours, this folder, a state folder of its own."""
    return {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "HOME": str(scratch),
        "XDG_STATE_HOME": str(scratch / "state"),
        "XDG_CONFIG_HOME": str(scratch / "config"),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "SALGSPLAN_HOME": str(home),
        "SALGSPLAN_TODAY": "2027-02-17T08:00",
    }
