"""One run of the program: what was asked for with the common options, and what every command needs because of it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from salgsplan_tui.cli.chosen import Options, moment
from salgsplan_tui.cli.console import Console

if TYPE_CHECKING:
    from pathlib import Path

    from salgsplan_tui.domain.clock import Clock
    from salgsplan_tui.domain.plan import Plan
    from salgsplan_tui.session import Edit, Said, Session

_DAMAGED: Final = 4
_MANY: Final = 100
_STEP: Final = 20
"""So many files are worth telling that they are being read, and so many are read between two tellings."""


class Call:
    """The console, the options, and - made when first asked for - the folders, the clock and the session."""

    def __init__(self, console: Console, words: Sequence[str]) -> None:
        """Begin with nothing chosen."""
        self.console = console
        self.words = tuple(words)
        self.options = Options()
        self.exit_code = 0
        self.tells_problems = True
        """Whether damaged files are told at the end; a command that lists them itself says no."""
        self.has_changed = False
        self._speaks = False

    @cached_property
    def home(self) -> "Path":
        """The data folder."""
        from pathlib import Path  # noqa: PLC0415  # not for --version

        from salgsplan_tui.storage.folders import data_folder  # noqa: PLC0415

        flag = self.options.home
        return data_folder(self.console.environment, None if flag is None else Path(flag))

    @cached_property
    def state(self) -> "Path":
        """The folder of the lock, the journal and the reports of failures."""
        from salgsplan_tui.storage.folders import state_folder  # noqa: PLC0415  # not for --version

        return state_folder(self.home)

    @cached_property
    def clock(self) -> "Clock":
        """The one clock of this run; it stands still where the person fixed it."""
        from salgsplan_tui.domain.clock import Clock  # noqa: PLC0415  # not for --version

        fixed = self.options.today or self._today_of_environment()
        return Clock(now=_now if fixed is None else lambda: fixed, stamp=_stamp)

    def _today_of_environment(self) -> dt.datetime | None:
        text = self.console.environment.get("SALGSPLAN_TODAY")
        return moment(text) if text else None

    @cached_property
    def session(self) -> "Session":
        """The session over the folder, opened in the person's language."""
        self.speak()
        from salgsplan_tui.session import Session  # noqa: PLC0415  # not for --version

        return Session.open(self.home, self.state, self.clock)

    @property
    def plan(self) -> "Plan":
        """The plan as far as it was read."""
        return self.session.plan

    @property
    def now(self) -> dt.datetime:
        """The person's time."""
        return self.clock.now()

    @property
    def width(self) -> int:
        """The cells of a line of text."""
        return self.options.width or self.console.width

    @property
    def has_colours(self) -> bool:
        """Say whether text may be coloured: only for a person at a terminal who has not asked for none."""
        refused = self.options.no_color or bool(self.console.environment.get("NO_COLOR"))
        return self.console.is_terminal and not refused

    @property
    def can_ask(self) -> bool:
        """Say whether somebody is there to answer, and wants to be asked."""
        return self.console.can_ask and not (self.options.yes or self.options.json or self.options.dry_run)

    def speak(self) -> None:
        """Choose the language, once: as asked for, else the settings, else the locale."""
        if self._speaks:
            return
        from salgsplan_tui.language import set_language  # noqa: PLC0415
        from salgsplan_tui.language.choosing import choose_language  # noqa: PLC0415  # not for --version

        self._speaks = True
        setting = None if self.options.lang else _language_setting(self)
        set_language(choose_language(self.options.lang, setting, self.console.environment))

    def change(self, edit: "Edit", said: "Said") -> "Plan":
        """Make a change, or with `--dry-run` only work out what it would come to."""
        self.has_changed = True
        if self.options.dry_run:
            return edit(self.session.plan)
        return self.session.change(edit, said)

    def need_all(self) -> None:
        """Read every file; where a person waits for many, tell how far it has come."""
        self.session.need_all(self._tell_progress if self.console.stderr.isatty() else None)

    def tell_progress(self, done: int, of: int) -> None:
        """Tell a person how many of how many sellers were read."""
        if self.console.stderr.isatty():
            words = "" if done == of else f"{done}/{of}"
            self.console.stderr.write(f"\r{words:<20}\r")
            self.console.stderr.flush()

    def _tell_progress(self, done: int, of: int) -> None:
        if of < _MANY or (done % _STEP and done < of):
            return
        words = "" if done == of else f"{done}/{of}"
        self.console.stderr.write(f"\r{words:<20}\r")
        self.console.stderr.flush()

    def tell_far(self, words: str) -> None:
        """Tell a person who waits how far it has come, in the place of what was told before; nothing takes it away."""
        if self.console.stderr.isatty():
            self.console.stderr.write(f"\r{words:<60}\r")
            self.console.stderr.flush()

    def within(self, home: "Path", state: "Path", now: dt.datetime) -> "Call":
        """Return the same call over other folders, at a time that stands still."""
        inner = Call(self.console, self.words)
        inner.options = replace(self.options, today=now)
        inner.home, inner.state = home, state
        return inner

    def print_json(self, document: Mapping[str, object]) -> None:
        """Print one JSON document."""
        from salgsplan_tui.cli.json_text import dumped  # noqa: PLC0415  # only for other programs

        self.console.stdout.write(dumped({"schema": 1, **document}, self.console.stdout.encoding or "utf-8"))

    def finish(self) -> int:
        """Tell which files could not be read, and return the exit code; what was changed all the same was changed."""
        if not self.tells_problems or "session" not in self.__dict__ or not self.session.problems:
            return self.exit_code
        from salgsplan_tui.cli.problems import problem_lines  # noqa: PLC0415  # most files are whole

        for line in problem_lines(self.session.problems):
            self.console.say(line)
        damaged = any(problem.is_damage for problem in self.session.problems)
        return self.exit_code or (_DAMAGED if damaged and not self.has_changed else 0)


def _now() -> dt.datetime:
    return dt.datetime.now()  # noqa: DTZ005, TID251  # the one clock, in local wall time


def _stamp() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(microsecond=0)  # noqa: TID251  # the one clock


def _language_setting(call: Call) -> str | None:
    """Return the language of the settings before anything else is read, so that all errors are told in it."""
    import tomli  # noqa: PLC0415  # not for --version

    try:
        settings = tomli.loads((call.home / "settings.toml").read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError):  # told when the session opens the file
        return None
    language = settings.get("language")
    return language if isinstance(language, str) else None
