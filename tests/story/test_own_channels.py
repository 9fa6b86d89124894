"""In a real terminal: a channel made from the picker in a burst of keys and planned with; what to say on a call."""

from pathlib import Path

import tomli

from tests.story.opening import Leave, Open, activities


def test_a_channel_is_made_planned_with_and_read_before_it_starts(morning: Open, home: Path, leave: Leave) -> None:
    with morning() as terminal:
        terminal.wait_for("Ring Bjørkely")
        terminal.send("npodkast")  # what is typed right after the key goes to the picker
        terminal.wait_for("Ctrl+N lager")
        terminal.press("ctrl+n")
        terminal.wait_for("Ny kanal")
        terminal.press("down", "down", "down")
        terminal.send("P")
        terminal.press("down", "down", "down", "down", "down")
        terminal.send("45m")
        terminal.wait_for("45 m")
        terminal.press("ctrl+s")
        terminal.wait_for("P podkast")
        terminal.press("enter")
        terminal.wait_for("Ny aktivitet")
        terminal.send("Podkast om støv")
        terminal.press("ctrl+s")
        terminal.wait_for("La til «Podkast om støv»")
        leave(terminal)
    *_others, channel = tomli.loads((home / "channels.toml").read_text("utf-8"))["channel"]
    assert (channel["code"], channel["sign"], channel["type"][0]["minutes"]) == ("podkast", "P", 45)
    (made,) = (row for row in activities(home).values() if row.get("channel") == "podkast")
    assert (made["title"], made["minutes"]) == ("Podkast om støv", 45)


def test_how_to_go_about_a_call_is_read_when_it_starts(morning: Open, leave: Leave) -> None:
    with morning("--lang", "en", size=(120, 40)) as terminal:
        terminal.wait_for("Ring Bjørkely")
        terminal.press("down", "c")
        terminal.wait_for("Confirmed")
        terminal.press("c")
        terminal.wait_for("Approach")
        terminal.press("enter")
        terminal.wait_for("Started")
        leave(terminal)
