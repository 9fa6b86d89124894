"""The session: the plan now, and the one way to change it, undo it and see what others changed (architecture.md 4)."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from salgsplan_tui.domain import contact_checks
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.clock import Clock
from salgsplan_tui.domain.dates import week_key, week_of
from salgsplan_tui.domain.errors import PlannerError, Problem, RefusedError
from salgsplan_tui.domain.missed import count_older
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.said import Said
from salgsplan_tui.storage import upkeep, window
from salgsplan_tui.storage.names import (
    CALENDAR,
    CHANNELS,
    CUSTOMERS,
    IMPROVEMENT,
    ISSUED,
    PLAYBOOKS,
    PRIVATE,
    SERIES,
    SETTINGS,
    sheet_key,
    week_files,
)
from salgsplan_tui.storage.shelf import Shelf
from salgsplan_tui.storage.state import State

if TYPE_CHECKING:
    from salgsplan_tui.domain.call_session import CallSession
    from salgsplan_tui.domain.claims import ClaimDeadline
    from salgsplan_tui.domain.dates import Span
    from salgsplan_tui.domain.playbook import Playbook
    from salgsplan_tui.domain.query import QueryWords
    from salgsplan_tui.domain.quick_add import Words
    from salgsplan_tui.domain.search import Found, Search
    from salgsplan_tui.domain.wages import Wage
    from salgsplan_tui.storage.forgetting import Purged, Trace

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


class Session:
    """One data folder, open: what was read of it, and every change of it."""

    def __init__(self, home: Path, state: Path, clock: Clock, patience: float) -> None:
        """Take what `open` was given."""
        self.home = home
        self.clock = clock
        self._state = State(state)
        self._shelf = Shelf(home, clock.stamp, self._state.vouched.content_of, self._state.vouched.knows)
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

    @property
    def plan(self) -> Plan:
        """The plan now, as far as it was read."""
        return self._shelf.plan

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the files that were read."""
        return upkeep.with_copies(self._shelf.problems, self._state)

    @property
    def is_new(self) -> bool:
        """Say whether the person has said nothing about themselves yet."""
        return not self._shelf.readings[SETTINGS].exists

    @property
    def playbooks(self) -> Mapping[str, "Playbook"]:
        """The chains of activities by code: those that come with the program, and the person's own laid over."""
        from salgsplan_tui.storage.packaged_playbooks import playbooks  # noqa: PLC0415  # not to look at a day

        with self._reading():
            self._shelf.need([PLAYBOOKS])
        return {**playbooks(), **self.plan.own_playbooks}

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

    def need_day(self, day: dt.date) -> None:
        """Read what painting a day needs, and what is overdue today (decisions.md)."""
        with self._reading():
            for each in dict.fromkeys((self.clock.today(), day)):
                window.need_day(self._shelf, each)
            self._need_orders()

    def need_weeks(self, weeks: Iterable[str]) -> None:
        """Read whole weeks, "2027-W07", and what belongs to no week."""
        with self._reading():
            window.need_weeks(self._shelf, weeks)
            self._need_orders()

    def need_contacts(self) -> None:
        """Read what tells of the last and the next contact: sales, service, a quarter back, and all that lies ahead."""
        with self._reading():
            window.need_contacts(self._shelf, self.clock.today())

    def unread_weeks(self) -> tuple[str, ...]:
        """Return the weeks that have a file and were not read as a whole, the newest first."""
        readings = self._shelf.readings
        unread = (file for file in week_files(self.home) if file not in readings or not readings[file].is_whole)
        return tuple(sorted(map(sheet_key, unread), reverse=True))

    def need_sales_plans(self) -> None:
        """Read every programme and upper plan, those that are over too."""
        with self._reading():
            self._shelf.need_plans(dt.date.min)

    def need_programme(self, span: "Span") -> None:
        """Read what the figures of a programme are counted from: its weeks, offers, orders and service cases."""
        with self._reading():
            window.need_programme(self._shelf, span)

    def wages(self) -> "tuple[Wage, ...]":
        """Return the wages paid out, from the private file, which is read for nothing else.

        Raises:
            DamagedError: it cannot be read as it stands.
        """
        from salgsplan_tui.storage.private import wages  # noqa: PLC0415  # only where profit is asked for

        return wages(self.home)

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

    def need_sales_and_service(self) -> None:
        """Read all years of offers, orders and service cases."""
        with self._reading():
            self._shelf.need_yearly()

    def need_service(self, span: "Span") -> None:
        """Read all service cases, what is done in the open ones, a period's figures, and the improvement areas."""
        with self._reading():
            window.need_service(self._shelf, span)

    def need_improvement(self) -> None:
        """Read the improvement areas."""
        with self._reading():
            self._shelf.need([IMPROVEMENT])

    def need_reflections(self) -> None:
        """Read the seller's own looks back from the private file, which is read into the plan for nothing else."""
        with self._reading():
            self._shelf.need([PRIVATE])

    def _need_orders(self) -> None:
        """Read the orders where a row seems forbidden, for who has bought lately may be contacted more freely."""
        if contact_checks.any_blocked(self.plan, self.clock.now()):
            self._shelf.need_yearly()

    def need_mentions(self, ids: Iterable[str]) -> None:
        """Read every activity that names one of these people or customers, in whichever week it lies."""
        with self._reading():
            window.need_mentions(self._shelf, tuple(ids))

    def need_all(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Read every file, telling how many of how many were read."""
        with self._reading():
            self._shelf.need_all(progress)

    def need_review(self, week: str) -> None:
        """Read what a week's review looks at: the week and the next, the programme, people, sales, service, needs."""
        from salgsplan_tui.domain.basis import running_programme  # noqa: PLC0415  # not to look at a day
        from salgsplan_tui.domain.dates import week_span  # noqa: PLC0415
        from salgsplan_tui.domain.review import week_before  # noqa: PLC0415

        last = min(self.clock.today(), week_span(week).last)
        with self._reading():
            window.need_weeks(self._shelf, (week_before(week), week, week_key(week_span(week).end)))
            window.need_contacts(self._shelf, self.clock.today())
            window.need_needs(self._shelf)
            programme = running_programme(self.plan, last)
            if programme is not None:
                window.need_programme(self._shelf, programme.span)

    def need_report(self, span: "Span") -> None:
        """Read what a report on some days tells of, and what was issued before."""
        with self._reading():
            window.need_report(self._shelf, span)

    def need_issued(self) -> None:
        """Read what was issued."""
        with self._reading():
            self._shelf.need([ISSUED])

    def need_goals(self) -> None:
        """Read the goals and programmes of all sales plans, also of those long over."""
        with self._reading():
            self._shelf.need_plans(dt.date.min)

    def search(self, search: "Search") -> "Iterator[Found]":
        """Yield what is found, file by file, the newest first; it may be stopped at any time, and run in any thread."""
        from salgsplan_tui.domain.search import Matcher  # noqa: PLC0415  # not to look at a day
        from salgsplan_tui.storage.full_search import search_files  # noqa: PLC0415

        return search_files(self._shelf, Matcher(self.plan, search, self.clock.now()))

    def find(self, beginning: str) -> str:
        """Return the id of the one activity whose id begins so, in any file, with that file read.

        Raises:
            DamagedError: the file that seems to hold it cannot be read.
            NotFoundError: `no_activity`, or `ambiguous` with the `candidates`.
        """
        from salgsplan_tui.storage.finding import find  # noqa: PLC0415  # not to look at a day

        with self._reading():
            return find(self._shelf, beginning)

    def shortest(self, ids: Iterable[str]) -> Mapping[str, str]:
        """Return for each id a beginning that `find` takes, at least two characters long."""
        from salgsplan_tui.storage.finding import shortest  # noqa: PLC0415  # not on the screens

        return shortest(self._shelf, ids)

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

    def traces(self, words: Sequence[str]) -> "tuple[Trace, ...]":
        """Return where in the data folder these patterns still stand."""
        from salgsplan_tui.storage import forgetting  # noqa: PLC0415  # seldom

        return tuple(forgetting.traces(self.home, words))

    def other_copies(self) -> tuple[str, ...]:
        """Return what tells of copies of the data folder that the program cannot reach."""
        from salgsplan_tui.storage import forgetting  # noqa: PLC0415  # seldom

        return forgetting.other_copies(self.home)

    @staticmethod
    def put_out(path: Path, document: str | bytes, *, over: bool = False) -> None:
        """Write a document to a new file outside the data folder, for its owner alone; with `over`, over one that is.

        Raises:
            NotWrittenError: as `not_written` tells.
            RefusedError: `file_there`, with `path`.
        """
        from salgsplan_tui.storage.files import MISSING  # noqa: PLC0415  # seldom
        from salgsplan_tui.storage.safe_writes import replace_file  # noqa: PLC0415

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

    def reload(self) -> bool:
        """Look for changes by others in what was read, and read it again; say whether the plan is another."""
        upkeep.finish_cut_off_save(self._shelf, self._state)
        return self._shelf.refresh()

    def older_overdue(self, now: dt.datetime) -> int:
        """Return how many rows are overdue that painting a day does not tell one by one.

        They are those of weeks older than it reads, and occurrences of series that were missed and are long gone by.
        """
        from salgsplan_tui.storage.open_rows import count_open_rows, touched_in  # noqa: PLC0415  # after the first paint

        first = week_key(self.told_since(now))
        files = (file for file in week_files(self.home) if sheet_key(file) < first)
        with suppress(PlannerError):  # without the folder they are counted anew each time
            self._state.make()
        unread = [file for file in files if file not in self._shelf.readings]
        missed = count_older(self.plan, now, touched_in(self.home, unread)) if self.plan.series else 0
        return count_open_rows(self.home, unread, self._state.open_rows) + missed

    def told_since(self, now: dt.datetime) -> dt.date:
        """Return the Monday from which on overdue rows are told one by one."""
        return week_of(window.first_day(self._shelf, now.date())).start

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
    def _reading(self) -> Iterator[None]:
        before = len(self._shelf.readings)
        yield
        if len(self._shelf.readings) > before:
            self._shelf.refresh()  # somebody may have moved a row while one file was read and then the other
            upkeep.remember_files(self._shelf, self._state)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with upkeep.locked_for_change(self._shelf, self._state, self._patience):
            yield
