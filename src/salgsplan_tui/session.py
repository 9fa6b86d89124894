"""The session: the plan now, and the one way to change it, undo it and see what others changed (architecture.md 4)."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.clock import Clock
from salgsplan_tui.domain.errors import PlannerError, RefusedError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.said import Said
from salgsplan_tui.storage import upkeep
from salgsplan_tui.storage.names import (
    CALENDAR,
    CHANNELS,
    CUSTOMERS,
    SERIES,
    SETTINGS,
)
from salgsplan_tui.storage.open_folder import OpenFolder

if TYPE_CHECKING:
    from salgsplan_tui.domain.call_session import CallSession
    from salgsplan_tui.domain.claims import ClaimDeadline
    from salgsplan_tui.domain.query import QueryWords
    from salgsplan_tui.domain.quick_add import Words
    from salgsplan_tui.domain.search import Found, Search
    from salgsplan_tui.domain.wages import Wage
    from salgsplan_tui.storage.forgetting import Purged

__all__ = ["Edit", "Said", "Session", "Step"]

WageEdit = Callable[["tuple[Wage, ...]"], "tuple[Wage, ...]"]
"""A function from the wages as they are to those that shall be."""

Edit = Callable[[Plan], Plan]
"""A function from the plan as it is to the plan as it shall be; it may be applied again if the files changed since."""


@dataclass(frozen=True)
class Step:
    """One change that was undone or made again."""

    said: Said
    at: dt.datetime
    """When it was made at first."""


class Session(OpenFolder):
    """One data folder, open: what was read of it, and every change of it."""

    def __init__(self, home: Path, state: Path, clock: Clock, patience: float) -> None:
        """Take what `open` was given."""
        super().__init__(home, state, clock)
        self._patience = patience

    @classmethod
    def open(cls, home: Path, state: Path, clock: Clock, *, patience: float = 10.0) -> "Session":
        """Read a folder's settings, channels, customers, series and days off, and nothing else yet; it need not exist.

        A save that was cut off is finished first. `patience` is how many seconds a change waits for the lock.

        Raises:
            NotWrittenError: `folder_gone` or `folder_empty`: there were files here, and now there is none.
        """
        session = cls(home, state, clock, patience)
        upkeep.finish_cut_off_save(session._shelf, session._state)
        session._shelf.need([SETTINGS, CHANNELS, CUSTOMERS, SERIES, CALENDAR])
        upkeep.check_still_there(session._shelf, session._state)
        upkeep.remember_right(session._state)
        return session

    @cached_property
    def words(self) -> "Words":
        """The words that quick add understands."""
        from salgsplan_tui.storage.packaged_words import words  # noqa: PLC0415  # not to look at a day

        return words()

    @cached_property
    def query_words(self) -> "QueryWords":
        """The words that a search understands."""
        from salgsplan_tui.storage.query_words import query_words  # noqa: PLC0415  # not to look at a day

        return query_words()

    def search_cases(self, search: "Search", most: int | None = None) -> "Iterator[Found]":
        """Yield the service cases found, year by year, the newest first; with `most` no further than it takes.

        As `search` it may be stopped at any time, and run in any thread.
        """
        from salgsplan_tui.domain.case_search import CaseMatcher  # noqa: PLC0415  # not to look at a day
        from salgsplan_tui.domain.search import Matcher  # noqa: PLC0415
        from salgsplan_tui.storage.case_search import search_cases  # noqa: PLC0415

        matcher = CaseMatcher(Matcher(self.plan, search, self.clock.now()), self.query_words.case_types)
        return search_cases(self._shelf, matcher, most)

    @cached_property
    def contact_columns(self) -> Mapping[str, tuple[str, ...]]:
        """What other programs call the columns of their contacts."""
        from salgsplan_tui.storage.packaged_columns import contact_columns  # noqa: PLC0415  # only for an import

        return contact_columns()

    def packaged_texts(self) -> tuple[str, ...]:
        """Return the texts of the data that comes with the program, in which nobody is named."""
        from salgsplan_tui.storage.packaged import packaged_texts  # noqa: PLC0415  # only for presentation mode

        return packaged_texts()

    @cached_property
    def rules_checked(self) -> dt.date:
        """The day on which the law's rules for contacting people were last held against their sources."""
        from salgsplan_tui.storage.packaged_rules import rules_checked  # noqa: PLC0415  # only for the help

        return rules_checked()

    @cached_property
    def claim_deadlines(self) -> "tuple[ClaimDeadline, ...]":
        """How long customers may wait with a claim, by the law."""
        from salgsplan_tui.storage.packaged_claims import claim_deadlines  # noqa: PLC0415  # only for a case's card

        return claim_deadlines()

    def approach(self, activity: Activity, language: str) -> str:
        """Return how an activity is gone about (S16), or nothing where nobody has said."""
        return activity.approach or self.usual_approach(activity.channel, activity.type, language)

    def usual_approach(self, channel: str | None, kind: str | None, language: str) -> str:
        """Return how activities of a type are usually gone about: the person's words for it, else the packaged ones."""
        found = self.plan.channels.type(channel, kind)
        if found is None or channel is None:
            return ""
        from salgsplan_tui.storage.packaged import approach  # noqa: PLC0415  # not to look at a day

        return approach(found, channel, language)

    def change_wages(self, edit: "WageEdit") -> "tuple[Wage, ...]":
        """Write what an edit makes of the wages paid out, and return them; undo is the caller's.

        Raises:
            ConflictError: `locked` or `changed_outside`.
            DamagedError: the private file cannot be read as it stands.
            NotWrittenError: it could not be written.
        """
        from salgsplan_tui.storage.private import change_wages  # noqa: PLC0415  # seldom

        with self._locked():
            return change_wages(self.home, edit, self._state.private_save)

    @staticmethod
    def opener() -> tuple[str, ...]:
        """Return the program that the person's own `config.toml` names to open files with; nothing where none is.

        Raises:
            DamagedError: as `storage.programs.opener` tells.
        """
        from salgsplan_tui.storage.folders import config_folder  # noqa: PLC0415  # only to open a file
        from salgsplan_tui.storage.programs import opener  # noqa: PLC0415

        return opener(config_folder())

    def new_id(self) -> str:
        """Return a random id that nothing bears."""
        import secrets  # noqa: PLC0415  # not to look at a day

        from salgsplan_tui.domain.ids import ID_BITS, id_of  # noqa: PLC0415

        while True:
            made = id_of(secrets.randbits(ID_BITS))
            if not self.plan.knows(made):
                return made

    def new_ids(self, count: int) -> tuple[str, ...]:
        """Return so many ids that nothing bears."""
        found: dict[str, None] = {}
        while len(found) < count:
            found[self.new_id()] = None
        return tuple(found)

    def change(self, edit: Edit, said: Said) -> Plan:
        """Apply an edit to the plan as it lies on the disk now, and write what it changes.

        Raises:
            ConflictError: `locked` or `changed_outside`.
            DamagedError: a file to be changed cannot be read as it stands.
            NotWrittenError: it could not be written.
            PlannerError: what the edit raises.
        Nothing was changed then.
        """
        from salgsplan_tui.storage.committing import Request, commit  # noqa: PLC0415  # not to look at a day

        with self._locked():
            commit(self._shelf, self._state, self.clock, Request(edit, said))
        return self.plan

    def forget(self, edit: Edit, said: Said, person: str, marks: Sequence[str]) -> "Purged":
        """Apply an edit that takes somebody out, and take them and what fits these patterns out of the state too.

        That is the journal of undo, the copies from before changes, and the call session that is under way.

        Raises:
            PlannerError: as `change` tells; nothing was changed then.
        """
        from salgsplan_tui.storage import forgetting  # noqa: PLC0415  # seldom
        from salgsplan_tui.storage.committing import Request  # noqa: PLC0415

        with self._locked():
            return forgetting.forget(
                self._shelf, self._state, self.clock, Request(edit, said), person=person, marks=marks
            )

    @staticmethod
    def put_out(path: Path, document: str | bytes, *, over: bool = False) -> None:
        """Write a document to a new file outside the data folder, for its owner alone; with `over`, over one that is.

        Raises:
            NotWrittenError: as `not_written` tells.
            RefusedError: `file_there`, with `path`.
        """
        from salgsplan_tui.storage.files import MISSING  # noqa: PLC0415  # seldom
        from salgsplan_tui.storage.safe_writes import need_folder, replace_file  # noqa: PLC0415

        need_folder(path)
        if path.exists() and not over:
            raise RefusedError("file_there", path=path)
        data = document.encode() if isinstance(document, str) else document
        replace_file(path, data, None if over else MISSING)

    def undo(self) -> Step:
        """Take back the newest change of this folder, from whichever program it came, field by field.

        Raises:
            ConflictError: `undo_conflict`, with the `field`, `ours` and `theirs`, or as `change` tells.
            NotFoundError: `nothing_to_undo`.
        """
        from salgsplan_tui.storage.history import undo  # noqa: PLC0415  # not to look at a day

        with self._locked():
            step = undo(self._shelf, self._state, self.clock)
        return Step(step.said, step.at)

    def redo(self) -> Step:
        """Make the change again that the newest undo took back.

        Raises:
            ConflictError: as `undo` tells.
            NotFoundError: `nothing_to_redo`.
        """
        from salgsplan_tui.storage.history import redo  # noqa: PLC0415  # not to look at a day

        with self._locked():
            step = redo(self._shelf, self._state, self.clock)
        return Step(step.said, step.at)

    @property
    def has_kept_calls(self) -> bool:
        """Say whether a call session may be under way."""
        return self._state.calls.exists()

    def kept_calls(self) -> "CallSession | None":
        """Return the call session that is under way, or was when the program ended."""
        from salgsplan_tui.storage.call_journal import kept_session  # noqa: PLC0415  # only who calls

        return kept_session(self._state.calls)

    def keep_calls(self, session: "CallSession | None") -> None:
        """Keep the call session as it stands now, or forget the one that has ended.

        Raises:
            NotWrittenError: as `not_written` tells.
        """
        from salgsplan_tui.storage.call_journal import keep_session  # noqa: PLC0415  # only who calls

        self._state.make()
        keep_session(self._state.calls, session)

    def was_offered(self, day: dt.date) -> bool:
        """Say whether what was left undone was offered on this day already."""
        try:
            return self._state.offered.read_text("utf-8").strip() == day.isoformat()
        except (OSError, ValueError):  # it is offered once more then
            return False

    def note_offered(self, day: dt.date) -> None:
        """Remember that what was left undone was offered on this day; the data folder is not touched."""
        with suppress(PlannerError, OSError):  # it only helps
            self._state.make()
            self._state.offered.write_text(f"{day.isoformat()}\n", "utf-8")

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with upkeep.locked_for_change(self._shelf, self._state, self._patience):
            yield
