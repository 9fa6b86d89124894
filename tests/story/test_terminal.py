"""The pseudo-terminal of the stories: what it shows, sends, answers, and says when a story goes wrong."""

import signal
import sys

import pytest

from tests.story.terminal import Terminal


def python(program: str, size: tuple[int, int] = (40, 5)) -> Terminal:
    """Run a small program in a terminal."""
    return Terminal([sys.executable, "-u", "-c", program], size=size)


def test_it_shows_what_is_printed_and_types_what_is_pressed() -> None:
    with python("print('Hvem? ', end=''); print('Hei', input())") as terminal:
        terminal.wait_for("Hvem?")
        terminal.press(*"Åse", "enter")
        assert terminal.finish() == 0
        assert terminal.lines[:2] == ["Hvem? Åse", "Hei Åse"]


def test_it_gives_the_exit_code_and_sends_signals() -> None:
    with python("import time; print('up'); time.sleep(60)") as terminal:
        terminal.wait_for("up")
        terminal.signal(signal.SIGTERM)
        assert terminal.finish() == -signal.SIGTERM


def test_it_tells_the_program_its_size() -> None:
    program = """
import os, signal
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGWINCH})
print(os.get_terminal_size())
signal.sigwait({signal.SIGWINCH})
print(os.get_terminal_size())
"""
    with python(program) as terminal:
        terminal.wait_for("columns=40, lines=5")
        terminal.resize(60, 7)
        terminal.wait_for("columns=60, lines=7")
        assert len(terminal.lines) == 7


def test_it_keeps_the_shells_screen_apart_and_tells_modes_that_are_left() -> None:
    on, off = r"\x1b[?1049h\x1b[?25l\x1b[>25uprogram", r"\x1b[?25h\x1b[<u\x1b[?1049l"
    with python(f"print('shell'); print('{on}'); input(); print('{off}')") as terminal:
        terminal.wait_for("program")
        assert terminal.modes_left == {"1049", "25", "kitty"}
        assert "shell" not in terminal.text
        terminal.press("enter")
        terminal.finish()
        assert terminal.modes_left == set()
        assert terminal.lines[0] == "shell"


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        (r"\x1b[6n", r"\x1b[1;1R"),
        (r"\x1b[5n", r"\x1b[0n"),
        (r"\x1b[c", r"\x1b[?6c"),
        (r"\x1b[>c", r"\x1b[>1;10;0c"),
        (r"\x1b[?u", r"\x1b[?0u"),
        (r"\x1b[?2026$p", r"\x1b[?2026;2$y"),
        (r"\x1b[?2048$p", r"\x1b[?2048;0$y"),
    ],
)
def test_it_answers_what_programs_ask_a_terminal(query: str, answer: str) -> None:
    read = f"import os, tty; tty.setcbreak(0); print('{query}', end=''); print(os.read(0, 99) == b'{answer}')"
    with python(read) as terminal:
        terminal.wait_for("True")


def test_it_reads_sequences_that_come_in_pieces() -> None:
    pieces = r"for c in '\x1b]0;title\x07\x1b[?2026h\x1b[>25u\x1b[31mrødt\x1b[0m\x1b[?2026l!': print(c, end='')"
    with python(pieces) as terminal:
        terminal.finish()
        assert terminal.lines[0] == "rødt!"


def test_it_shows_the_screen_when_a_text_does_not_come() -> None:
    with python("print('Uke 7'); input()") as terminal, pytest.raises(pytest.fail.Exception, match="Uke 7"):
        terminal.wait_for("Uke 8", timeout=0.5)


def test_it_does_not_wait_for_a_program_that_has_ended() -> None:
    with (
        python("print('bye'); raise SystemExit(3)") as terminal,
        pytest.raises(pytest.fail.Exception, match=r"ended \(3\)"),
    ):
        terminal.wait_for("Uke 8", timeout=60)
