"""The terminal driver in a real terminal: typed ahead, left quickly, and ended from outside."""

import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual import events

from salgsplan_tui.tui.driver import KeyParser
from tests.story.terminal import Terminal

PROBE = Path(__file__).with_name("probe.py")
DIALOG, TWO_DIALOGS, WORK, EDITOR, BLOCK, AFTER_PAINT = (
    "\x1bOP",
    "\x1bOQ",
    "\x1bOR",
    "\x1bOS",
    "\x1b[15~",
    "\x1b[17~",
)
Start = Callable[..., Terminal]


@pytest.fixture
def start() -> Iterator[Start]:
    """Start the probe in a terminal, and leave none running."""
    started: list[Terminal] = []

    def start_one(*arguments: str, wait: bool = True) -> Terminal:
        started.append(Terminal([sys.executable, str(PROBE), *arguments], size=(100, 12)))
        if wait:
            started[-1].wait_for("first= second=")
        return started[-1]

    yield start_one
    for terminal in started:
        terminal.close()


def test_keys_typed_ahead_of_tab_and_of_dialogs_all_arrive(start: Start) -> None:
    terminal = start()
    terminal.send(f"abc\tdef{DIALOG}modal\rghi{TWO_DIALOGS}one\rtwo\rjkl")
    terminal.wait_for("first=abc second=defghijkl answers=modal,one,two.")


def test_hundreds_of_keys_in_one_write_lose_none(start: Start) -> None:
    terminal = start()
    words = [f"word{number}" for number in range(20)]
    begun = time.perf_counter()
    terminal.send("".join(f"{DIALOG}{word}\r\t{word[-1]}" for word in words))
    firsts = "".join(word[-1] for word in words[1::2])
    seconds = "".join(word[-1] for word in words[0::2])
    terminal.wait_until(lambda: f"first={firsts} second={seconds}" in terminal.text, "every letter in its field")
    keys = sum(len(word) + 4 for word in words)
    sys.stdout.write(f"{keys} keys, 20 of them dialogs: {1000 * (time.perf_counter() - begun) / keys:.1f} ms a key\n")
    terminal.wait_for("answers=" + ",".join(words[:8]))


def test_keys_typed_before_the_first_screen_stands_are_kept(start: Start) -> None:
    terminal = start(wait=False)
    terminal.wait_until(lambda: b"\x1b[?1049h" in terminal.raw, "the terminal to be taken")
    terminal.send("early\tbird")
    terminal.wait_for("first=early second=bird")


def test_a_focus_that_moves_after_the_next_painting_is_waited_for(start: Start) -> None:
    terminal = start()
    terminal.send(f"one{AFTER_PAINT}two")
    terminal.wait_for("first=one second=two")


def test_a_paste_and_a_click_keep_their_place_between_the_keys(start: Start) -> None:
    terminal = start()
    terminal.send("a\x1b[200~ pasted \x1b[201~b\x1b[<0;5;5M\x1b[<0;5;5mc\x1b[200~ too\x1b[201~d")
    terminal.wait_for("first=a pasted b second=c tood")


def test_a_widget_that_works_for_long_holds_the_keys_up_once_and_shortly(start: Start) -> None:
    terminal = start()
    begun = time.perf_counter()
    terminal.send(WORK + "abcdefghij")
    terminal.wait_for("first=abcdefghij")
    assert time.perf_counter() - begun < 3


def test_another_program_gets_the_terminal_and_its_own_keys(start: Start) -> None:
    terminal = start()
    terminal.send(f"a{EDITOR}typed ahead")
    terminal.wait_for("EDITOR")
    terminal.send("for the editor\n")
    terminal.wait_until(lambda: b"got for the editor" in terminal.raw, "the editor's answer")
    terminal.wait_for("first=a second= ")
    terminal.send("b")
    terminal.wait_for("first=ab second= ")


def test_quitting_is_quick_and_restores_the_terminal(start: Start) -> None:
    terminal = start()
    begun = time.perf_counter()
    terminal.press("ctrl+q")
    assert terminal.finish() == 0
    seconds = time.perf_counter() - begun
    sys.stdout.write(f"quit in {1000 * seconds:.0f} ms\n")
    assert seconds < 1
    assert terminal.modes_left == set()
    for restored in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?2004l", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[<u"):
        assert restored in terminal.raw
    assert terminal.lines[0] == "left"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_to_end_leaves_the_terminal_sane(start: Start, number: signal.Signals) -> None:
    terminal = start()
    terminal.signal(number)
    assert terminal.finish() == 128 + number
    assert terminal.modes_left == set()


def test_a_program_that_was_stopped_and_goes_on_takes_the_terminal_again(start: Start) -> None:
    terminal = start()
    terminal.signal(signal.SIGSTOP)
    terminal.signal(signal.SIGCONT)
    terminal.wait_until(lambda: terminal.raw.count(b"\x1b[?1049h") == 2, "the terminal to be taken again")
    terminal.send("abc")
    terminal.wait_for("first=abc")
    terminal.press("ctrl+q")
    assert terminal.finish() == 0
    assert terminal.modes_left == set()


def test_a_blocked_program_can_be_ended_too(start: Start) -> None:
    terminal = start()
    terminal.send(BLOCK)
    terminal.wait_until(lambda: b"blocked" in terminal.raw, "the loop to be blocked")
    terminal.signal(signal.SIGTERM)
    assert terminal.finish() == 143
    assert terminal.modes_left == set()


@pytest.mark.parametrize("arguments", [(), ("nohup",)])
def test_a_closed_terminal_ends_the_program(start: Start, arguments: tuple[str, ...]) -> None:
    terminal = start(*arguments)
    terminal.hang_up()
    assert terminal.finish() == 129


def test_key_reports_that_nobody_asked_for_are_read_or_dropped_alone(start: Start) -> None:
    terminal = start()
    terminal.send("a\x1b[229:197;2;197ub\x1b[99999999999;1uc")
    terminal.wait_for("first=aÅbc")


def test_bytes_that_are_no_text_do_not_end_the_program(start: Start) -> None:
    terminal = start()
    terminal.send_bytes(b"a\xe5b")
    terminal.wait_for("first=a\N{REPLACEMENT CHARACTER}b")


@pytest.mark.parametrize(
    ("report", "keys"),
    [
        ("\x1b[229;2;197u", [("Å", "Å")]),
        ("\x1b[229:197;2;197u", [("Å", "Å")]),
        ("\x1b[97:65;1:1;97u", [("a", "a")]),
        ("\x1b[97;1:2;97u", [("a", "a")]),
        ("\x1b[97;5:1u", [("ctrl+a", None)]),
        ("\x1b[1;1:1A", [("up", None)]),
        ("\x1b[97;1:3u", []),
        ("\x1b[1114112;1u", []),
        ("\x1b[99999999999999999999;1u", []),
    ],
)
def test_the_parser_reads(report: str, keys: list[tuple[str, str | None]]) -> None:
    read = [event for event in KeyParser().feed(report + "x") if isinstance(event, events.Key)]
    assert [(key.key, key.character) for key in read] == [*keys, ("x", "x")]


def test_the_mouse_of_a_terminal_that_does_not_know_its_pixels_is_read_in_cells() -> None:
    parser = KeyParser()
    [*_, click] = parser.feed("\x1b[48;24;80;0;0t\x1b[<0;5;3M")
    assert isinstance(click, events.MouseDown)
    assert (click.x, click.y) == (4, 2)
