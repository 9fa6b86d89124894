"""What was read of a data folder, and what can be asked to be read of it; nothing is read before that."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from salgsplan_tui.domain import contact_checks
from salgsplan_tui.domain.clock import Clock
from salgsplan_tui.domain.dates import bucket_kind, bucket_span, week_key, week_of
from salgsplan_tui.domain.errors import PlannerError, Problem
from salgsplan_tui.domain.missed import count_older
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.storage import upkeep, window
from salgsplan_tui.storage.names import IMPROVEMENT, ISSUED, PLAYBOOKS, PRIVATE, SETTINGS, sheet_key, week_files
from salgsplan_tui.storage.shelf import Shelf
from salgsplan_tui.storage.state import State

if TYPE_CHECKING:
    from salgsplan_tui.domain.dates import Span
    from salgsplan_tui.domain.playbook import Playbook
    from salgsplan_tui.domain.search import Found, Search
    from salgsplan_tui.domain.wages import Wage
    from salgsplan_tui.storage.forgetting import Trace


class OpenFolder:
    """One data folder, open to be read."""

    def __init__(self, home: Path, state: Path, clock: Clock) -> None:
        """Take the data folder, its state's folder and the clock."""
        self.home = home
        self.clock = clock
        self._state = State(state)
        self._shelf = Shelf(home, clock.stamp, self._state.vouched.content_of, self._state.vouched.knows)

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

    def need_day(self, day: dt.date) -> None:
        """Read what a day tells: what is planned, what is overdue today (decisions.md), and the open service cases."""
        with self._reading():
            for each in dict.fromkeys((self.clock.today(), day)):
                window.need_day(self._shelf, each)
            self._need_orders()
            window.need_open_cases(self._shelf)
            self._shelf.look_first(is_first=False)

    def need_first_paint(self) -> None:
        """Read of today what is painted first: its rows, and neither orders nor service cases; `need_day` follows."""
        with self._reading():
            window.need_day(self._shelf, self.clock.today())
            self._shelf.look_first(is_first=True)

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

    def need_namers(self, ids: Iterable[str]) -> None:
        """Read all that may name these parts of sales plans: other plans, areas, activities, offers and orders."""
        with self._reading():
            self._shelf.need_plans(dt.date.min)
            self._shelf.need([IMPROVEMENT])
            window.need_mentions(self._shelf, tuple(ids))

    def need_reflections(self) -> None:
        """Read the seller's own looks back from the private file, to change them or to tell those shared."""
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

    def need_review(self, period: str) -> None:
        """Read what the review of a week, a month or a quarter looks at.

        Of a week: it and the next, the programme, people, sales, service, needs. Of a month everything, for who was
        kept for too long is told by all that was ever done with them. Of a quarter what its report tells.
        """
        with self._reading():
            match bucket_kind(period):
                case "week":
                    self._need_week_review(period)
                case "month":
                    self._shelf.need_all(None)
                case "quarter":
                    window.need_quarter_review(self._shelf, bucket_span(period))

    def _need_week_review(self, week: str) -> None:
        from salgsplan_tui.domain.basis import running_programme  # noqa: PLC0415  # not to look at a day
        from salgsplan_tui.domain.dates import week_span  # noqa: PLC0415
        from salgsplan_tui.domain.review import week_before  # noqa: PLC0415

        last = min(self.clock.today(), week_span(week).last)
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

    def traces(self, words: Sequence[str]) -> "tuple[Trace, ...]":
        """Return where in the data folder these patterns still stand."""
        from salgsplan_tui.storage import forgetting  # noqa: PLC0415  # seldom

        return tuple(forgetting.traces(self.home, words))

    def other_copies(self) -> tuple[str, ...]:
        """Return what tells of copies of the data folder that the program cannot reach."""
        from salgsplan_tui.storage import forgetting  # noqa: PLC0415  # seldom

        return forgetting.other_copies(self.home)

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

    @contextmanager
    def _reading(self) -> Iterator[None]:
        before = len(self._shelf.readings)
        yield
        if len(self._shelf.readings) > before:
            self._shelf.refresh()  # somebody may have moved a row while one file was read and then the other
            upkeep.remember_files(self._shelf, self._state)
