"""The reports of several sellers read at once, one process a core, and added up."""

import datetime as dt
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, NamedTuple

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.reporting import Days, days_meant, read_scope
from salgsplan_tui.domain.clock import Clock
from salgsplan_tui.domain.errors import NotFoundError, Problem, RefusedError
from salgsplan_tui.domain.issued import ReportKind
from salgsplan_tui.domain.reports.privacy import Names
from salgsplan_tui.domain.reports.table import report
from salgsplan_tui.domain.reports.team import team_report
from salgsplan_tui.domain.reports.values import Report

_FEW: Final = 3
"""So few are read faster in this process than another is started."""
_DAMAGED: Final = 4


@dataclass(frozen=True)
class Wanted:
    """What report is wanted of each seller."""

    kind: ReportKind
    words: tuple[str, ...]
    names: Names | None
    wages: bool


class _Part(NamedTuple):
    """One seller's report, and what is wrong in the files."""

    report: Report
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class _Task:
    """What one process needs to know."""

    path: str
    state: str
    kind: ReportKind
    days: Days
    now: dt.datetime
    names: Names | None
    wages: bool


def team_of(call: Call, wanted: Wanted, members: Sequence[str]) -> Report:
    """Return the report of all these sellers together.

    Raises:
        NotFoundError: `no_file`: a folder is not there.
        RefusedError: `report_not_read`: a file is no exported report; `reports_differ`: they tell of other days.
    """
    from salgsplan_tui.storage.folders import state_folder  # noqa: PLC0415

    paths = [Path(each).expanduser() for each in dict.fromkeys(members)]
    for path in paths:
        if not path.exists():
            raise NotFoundError("no_file", path=path)
    days = days_meant(call, wanted.kind, wanted.words)
    tasks = [
        _Task(str(path), str(state_folder(path)), wanted.kind, days, call.now, wanted.names, wanted.wages)
        for path in paths
    ]
    parts = []
    for done, part in enumerate(_parts(tasks), 1):
        parts.append(part)
        call.tell_progress(done, len(tasks))
    for path, part in zip(paths, parts, strict=True):
        _tell(call, path, part.problems)
    return team_report([part.report for part in parts])


def _parts(tasks: Sequence[_Task]) -> Iterator[_Part]:
    """Yield the parts in the order of the tasks, as they are done."""
    cores = os.cpu_count() or 1
    if len(tasks) <= _FEW or cores == 1:
        yield from map(_part, tasks)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # only for a team

    with ProcessPoolExecutor(max_workers=min(cores, len(tasks))) as pool:
        yield from pool.map(_part, tasks, chunksize=max(1, len(tasks) // (cores * 8)))


def _part(task: _Task) -> _Part:
    path = Path(task.path)
    if path.is_file():
        return _Part(_exported(path))
    from salgsplan_tui.session import Session  # noqa: PLC0415  # another process has not loaded it

    session = Session.open(path, Path(task.state), Clock(now=lambda: task.now, stamp=lambda: _utc(task.now)))
    scope = replace(read_scope(session, task.kind, task.days, task.now), names=task.names, before=None)
    made = report(replace(scope, wages=session.wages() if task.wages else None))
    return _Part(made if made.sellers else made._replace(sellers=(path.name,)), session.problems)


def _utc(now: dt.datetime) -> dt.datetime:
    return now.replace(tzinfo=dt.UTC)


def _exported(path: Path) -> Report:
    from salgsplan_tui.reports.report_json import MisfitError, report_from  # noqa: PLC0415  # few are files

    try:
        return report_from(json.loads(path.read_text("utf-8-sig")))
    except (OSError, ValueError, MisfitError) as error:
        raise RefusedError("report_not_read", path=path) from error


def _tell(call: Call, path: Path, problems: Sequence[Problem]) -> None:
    if not problems:
        return
    from salgsplan_tui.cli.problems import problem_lines  # noqa: PLC0415  # most files are whole

    for line in problem_lines(problems):
        call.console.say(f"{path.name}/{line}")
    if any(problem.is_damage for problem in problems):
        call.exit_code = _DAMAGED
