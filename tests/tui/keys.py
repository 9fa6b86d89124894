"""Keys for screen tests: pressed in order, and waited for until the screen is painted and at rest.

A key costs about 5 ms instead of the 75 of `pilot.press`, which waits for the processor to be idle.
"""

import asyncio
import time
from typing import Any

import pytest
from textual.events import Key
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot

from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.driver import AnyApp, at_work, has_work

AnyPilot = Pilot[Any]  # of an app of any result


async def press_fast(pilot: AnyPilot, *keys: str) -> None:
    """Press keys by name, such as `tab`, `ctrl+q`, `å` or `?`; text is `*"ring Kari"`."""
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 else key
        event = Key(name, key if len(key) == 1 else key_to_character(key))
        event.set_sender(pilot.app)
        pilot.app.post_message(event)
        await settle(pilot)


async def settle(pilot: AnyPilot, patience: float = 10) -> None:
    """Wait until everything that was asked for is done and painted."""
    app, loop, end = pilot.app, asyncio.get_running_loop(), time.monotonic() + patience
    pause = 0.0
    while True:
        await asyncio.sleep(pause)
        if app._exit or app._exception is not None:  # noqa: SLF001 - nothing more will come
            return
        if not has_work(loop):
            _paint(app)
        if has_work(loop):
            pause = 0.0
        elif _busy(app):
            pause = 0.001
        else:
            return
        if time.monotonic() > end:
            pytest.fail(f"still at work after {patience} s: {_busy(app)}")


def _paint(app: AnyApp) -> None:
    """Paint now instead of within a 60th of a second."""
    app.screen._on_timer_update()  # noqa: SLF001 - as Textual's own `Pilot.pause` does


def _busy(app: AnyApp) -> list[str]:
    """Name who is at work: the screen's parts and the workers that run in a thread."""
    threads = [worker for worker in app.workers if worker._thread_worker and not worker.is_finished]  # noqa: SLF001 - Textual does not tell otherwise
    return [str(one) for one in (*at_work(app), *threads)]


async def look_for_changes(pilot: AnyPilot) -> None:
    """Let the app look for what other programs changed, as its timer does: once nothing is read ahead."""
    app = pilot.app
    assert isinstance(app, PlannerApp)
    while app._files.locked():  # noqa: SLF001  # the timer would look again later
        await pilot.pause(0.01)
    await app._look_for_changes()  # noqa: SLF001  # the timer's own
