"""The programme in a real terminal: a new goal, what the funnel misses, what if kept and undone, a file written."""

from collections.abc import Callable
from pathlib import Path

import tomli

from tests.story.opening import Open
from tests.story.terminal import Terminal


def plan(home: Path) -> dict[str, object]:
    return tomli.loads((home / "plans/q1-2027.toml").read_text("utf-8"))


def test_the_programme_is_looked_over_filled_and_tried(
    morning: Open, leave: Callable[[Terminal], None], home: Path, tmp_path: Path
) -> None:
    before = (home / "plans/q1-2027.toml").read_bytes()
    with morning() as terminal:
        terminal.wait_for("kr bak tempo")  # the day's own answer, read behind it
        terminal.press("4")
        terminal.wait_for("32 av 60 arbeidsdager")
        terminal.press("enter")
        terminal.wait_for("ordre fra Sjøbua Hotell AS")
        terminal.press("q")  # after Esc a letter would be read as Alt and it
        terminal.press("c", "1")
        terminal.wait_for("Hvor skal du?")
        terminal.press(*"8 ordre innen 31.3", "enter")
        terminal.wait_for("Satte målet")
        terminal.press("tab", "tab")
        terminal.wait_for("med planens satser")
        terminal.press("f")
        terminal.wait_for("Planla det som manglet, i uke 7")
        terminal.press("v")
        terminal.wait_for("Priser opp eller ned")
        terminal.press("tab", "tab", "tab", "ctrl+u", *"60", "ctrl+s")
        terminal.wait_for("Ingenting er endret ennå")
        terminal.press("k")
        terminal.wait_for("slik det ble prøvd")
        rates = plan(home)["rates"]
        assert isinstance(rates, dict)
        assert rates["hit"] == "60.00"
        terminal.press("u", "u", "u")
        terminal.wait_for("Angret: Satte målet")
        assert (home / "plans/q1-2027.toml").read_bytes() == before
        terminal.press("w")
        terminal.wait_for("Hvilken fil")
        terminal.press(*str(tmp_path / "plan.md"), "enter")
        terminal.wait_for("Skrevet til")
        assert (tmp_path / "plan.md").read_text("utf-8").startswith("# 1. kvartal 2027")
        leave(terminal)
