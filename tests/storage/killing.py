"""Kills a save, or fails it, at every call it makes to the file system, and looks at what the next start finds.

Run as a program of its own, `python -m tests.storage.killing OPERATION FOLDER`, for it forks at every point: the child
makes the change and kills itself, the parent starts anew over what the child left, and prints what it counted.
"""

import datetime as dt
import errno
import gzip
import json
import os
import re
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

import tomli

from salgsplan_tui.domain import edits, forgetting, life, programme_life
from salgsplan_tui.domain.activity import Outcome
from salgsplan_tui.domain.case_rows import compensate
from salgsplan_tui.domain.case_steps import take_step
from salgsplan_tui.domain.channel_edits import add_channel, change_type
from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.customer_edits import change_customer
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.errors import PlannerError
from salgsplan_tui.domain.improvement_edits import measure_area
from salgsplan_tui.domain.newcomers import Arrivals, Newcomer, Sorted, take_in
from salgsplan_tui.domain.period_review import note_progress
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_parts import BudgetMove
from salgsplan_tui.domain.playbook import Playbook
from salgsplan_tui.domain.playbook_edits import add_playbook
from salgsplan_tui.domain.playbooks import Run, move_run, rows_of
from salgsplan_tui.domain.playbooks import start as start_run
from salgsplan_tui.domain.reflection import Reflection
from salgsplan_tui.domain.reflection_edits import reflect
from salgsplan_tui.domain.results import Result
from salgsplan_tui.domain.sales_edits import add_order, change_offer
from salgsplan_tui.domain.series_edits import Revision, Scope, revise
from salgsplan_tui.domain.service import CaseState
from salgsplan_tui.domain.taking import finish
from salgsplan_tui.domain.wages import Wage
from salgsplan_tui.session import Session
from tests.folders import (
    NEXT_WEEK,
    SAID,
    WEEK,
    add,
    block,
    change,
    done,
    file,
    lay,
    move,
    opened,
    texts,
    ticking,
    titled,
)
from tests.planning import NOW, STAMP, order, row
from tests.storage import issuing

CALLS: Final = ("open", "close", "write", "fsync", "replace", "unlink", "mkdir", "chmod", "fchmod", "ftruncate")
BEFORE, AFTER, TORN = "before", "after", "torn"
"""Killed before the call, after it, or half-way through a write."""
ONCE, LASTING = "once", "lasting"
"""The disk is full for one call, or from then on."""

_RANDOM: Final = re.compile(r"\.\d+\.[0-9a-f]{8}\.tmp|[0-9a-f]{16}")
"""What is another each time: the names of temporary files, the ids of steps."""

_ARRAYS: Final = ("activity", "customer", "offer", "order", "series", "budget_line", "budget_move", "issued")
WEEKLY: Final = """[[series]]
id = "s1"
title = "Lunsj"
rrule = "FREQ=WEEKLY;BYDAY=TH"
first = 2027-02-04
"""
PLAN: Final = """schema = 1
id = "q1"
start = 2027-01-04
end = 2027-03-31

[[budget_line]]
id = "l1"
amount = "6000.00"

[[budget_line]]
id = "l2"
"""

_STEPS: Final = (
    {"nb": "Inviter", "en": "Invite", "offset": "-5wd"},
    {"nb": "Messe", "en": "Fair", "offset": "0d", "start": "09:00", "material": "-2wd"},
    {"nb": "Følg opp", "en": "Follow up", "offset": "5wd"},
)
RUN: Final = Run(
    checked_fields(Playbook, {"code": "fair", "nb": "Messe", "en": "Fair", "steps": _STEPS}),
    dt.date(2027, 2, 24),
    ("r1", "x1", "x2", "x3"),
    "nb",
)

Rows = dict[str, list[Mapping[str, object]]]


def add_with_customer(session: Session) -> None:
    """Add a row that is the first to name its customer."""
    customer = checked_fields(Customer, {"id": "k1", "name": "Berg AS"})
    change(session, lambda plan: edits.add(plan, row("a9", date="2027-02-17"), at=STAMP, customers=[customer]))


def order_offered(session: Session) -> None:
    """Win an offer: the order comes beside it, and the customer goes a stage further."""
    session.need_sales_and_service()

    def won(plan: Plan) -> Plan:
        plan = change_offer(plan, "t1", at=STAMP, state="won", decided=dt.date(2027, 2, 17))
        plan = add_order(plan, order("o1", offer="t1"), at=STAMP)
        return change_customer(plan, "k1", at=STAMP, last_order=dt.date(2027, 2, 17))

    change(session, won)


def offer_into_another_year(session: Session) -> None:
    """Send an offer that was written last year."""
    session.need_sales_and_service()
    change(session, lambda plan: change_offer(plan, "t0", at=STAMP, state="sent", sent=dt.date(2027, 2, 17)))


def split_series(session: Session) -> None:
    """Change a repeating activity from a date on: the rule in two, and what was touched of it along."""
    session.need_mentions(["s1"])
    scope, revision = Scope("later", NOW.date(), "s2"), Revision({"title": "Ring"}, Placement(dt.date(2027, 2, 19)))
    change(session, lambda plan: revise(plan, "s1-20270218", scope, revision, at=STAMP))


def move_money(session: Session) -> None:
    """Move money from one budget line to another, which is written down in the plan's log."""
    move = BudgetMove(id="mv1", on=dt.date(2027, 2, 17), from_="l1", to="l2", amount=100_00)
    change(session, lambda plan: programme_life.move_money(plan, "q1", move, at=STAMP))


def review(session: Session) -> None:
    """Note how far the review of January has come, in the file of the week in which February begins."""
    session.need_weeks(["2027-W05"])
    change(session, lambda plan: note_progress(plan, "2027-01", reached=3))


def bring_in(session: Session) -> None:
    """Take forty people in, as an import does."""
    people = tuple(Sorted(Newcomer(row=n, name=f"Kari {n}", firm=f"Berg {n // 2} AS"), "new") for n in range(40))
    arrivals = Arrivals(people, tuple(f"n{n:02}" for n in range(80)), "kontakter.csv", NOW.date())
    change(session, lambda plan: take_in(plan, arrivals, at=STAMP))


def objected(session: Session) -> None:
    """Note that somebody wants no more contact, with whom something is planned next week."""
    session.need_mentions(["p1"])
    result = Result(Outcome.OBJECTED)
    change(session, lambda plan: life.done(plan, "a1", result, now=NOW, at=STAMP))


def playbook(session: Session) -> None:
    """Start a chain of three steps in three weeks, one of which has no file yet."""
    rows = rows_of(RUN, session.plan)
    change(session, lambda plan: start_run(plan, rows, at=STAMP))


def own_playbook(session: Session) -> None:
    """Save a playbook beside one that a person wrote."""
    made = checked_fields(Playbook, {"code": "new", "nb": "Ny", "en": "New", "steps": _STEPS})
    change(session, lambda plan: add_playbook(plan, made))


def run_moved(session: Session) -> None:
    """Move the date of a chain, and with it what is still open of it, into other weeks."""
    session.need_mentions(["r1"])
    change(session, lambda plan: move_run(plan, "r1", dt.date(2027, 3, 3), at=STAMP))


def forget(session: Session) -> None:
    """Forget a person whose name stands in the files of two weeks, in the journal and in the copies."""
    session.need_all()
    edit = partial(forgetting.forget, identity="p1", salt="s", today=NOW.date(), at=STAMP)
    session.forget(edit, SAID, "p1", forgetting.Identity(("Kari Berg",)).marks)


def own_channel(session: Session) -> None:
    """Change a type of an own channel and make another channel, in the file that a person wrote by hand."""

    def edit(plan: Plan) -> Plan:
        plan = change_type(plan, "podcast", "podcast", {"minutes": 60})
        return add_channel(plan, "fax", {"nb": "faks", "sign": "F"}, {"minutes": 5})

    change(session, edit)


def compensated(session: Session) -> None:
    """Take a case a step further, compensate it in a week's file, and look back on it in the private one."""
    session.need_reflections()
    made = Reflection(id="r9", date=NOW.date(), case="c1", tolerance=4)

    def edit(plan: Plan) -> Plan:
        plan = take_step(plan, "c1", CaseState.HEARD, when=NOW, now=NOW, at=STAMP)
        plan = compensate(plan, "c1", 450_00, at=STAMP)
        plan = measure_area(plan, "i1", 450, on=NOW.date(), at=STAMP)
        return reflect(plan, made, at=STAMP)

    session.need_improvement()
    change(session, edit)


def ordered(session: Session) -> None:
    """Note an order with the outcome that it came of: the week's row, the order, and the offer that is won."""
    session.need_sales_and_service()
    sale = order("o1", offer="t1", amount="500.00")
    change(session, lambda plan: finish(plan, ("a1",), Result(Outcome.ORDER, sale=sale), None, now=NOW, at=STAMP))


def wages_paid(session: Session) -> None:
    """Write down wages that were paid out, in the private file that a person wrote by hand."""
    paid = Wage(id="2027-02-19", date=dt.date(2027, 2, 19), gross=52_000_00)
    session.change_wages(lambda there: (*(each for each in there if each.id != paid.id), paid))


OPERATIONS: Final[Mapping[str, Callable[[Session], object]]] = {
    "first_add": lambda session: change(session, add("a9")),
    "add": lambda session: change(session, add("a9")),
    "add_with_customer": add_with_customer,
    "done": lambda session: change(session, done("a1")),
    "move_within_week": lambda session: change(session, move("a1", 19)),
    "move_over_weeks_end": lambda session: change(session, move("a1", 23)),
    "import": bring_in,
    "forget": forget,
    "objected": objected,
    "playbook": playbook,
    "run_moved": run_moved,
    "own_playbook": own_playbook,
    "order_offered": order_offered,
    "ordered": ordered,
    "wages": wages_paid,
    "offer_into_another_year": offer_into_another_year,
    "split_series": split_series,
    "move_money": move_money,
    "reviewed": review,
    "first_reviewed": review,
    "own_channel": own_channel,
    "compensated": compensated,
    "issued": issuing.issue_week,
    "first_issued": issuing.issue_week,
    "first_channel": lambda session: change(session, lambda plan: add_channel(plan, "fax", {"nb": "faks"}, {})),
    "undo": lambda session: session.undo(),
    "redo": lambda session: session.redo(),
}
SOLD: Final = {
    "customers.toml": file('[[customer]]\nid = "k1"\nname = "Berg AS"\n'),
    "sales/2026.toml": file(
        '[[offer]]\nid = "t0"\ncustomer = "k1"\nstate = "draft"\ncreated = 2026-12-30T08:00:00Z\namount = "90.00"\n'
    ),
    "sales/2027.toml": file(
        '# to Berg\n[[offer]]\nid = "t1"\ncustomer = "k1"\nstate = "sent"\nsent = 2027-02-08\namount = "500.00"\n'
    ),
}
"""The files of the operations of sales."""
REVIEWED: Final = {
    "weeks/2027/2027-W05.toml": '# february\nschema = 1\n\n[month_review]\nreached = 2  # half way\nmine = "kept"\n'
}
"""The file of the operation on the review of a month."""
WAGES: Final = {"private.toml": '# mine alone\nschema = 1\n\n[[wage]]\ndate = 2027-01-20\ngross = "1.00"  # half\n'}
"""The file of the operation on wages."""
OWN_PLAYBOOKS: Final = {
    "playbooks.toml": '# mine\n[[playbook]]\ncode = "own"\nnb = "Min"\nen = "My"\nsteps = []\n',
}
"""The file of the operation on own playbooks."""
OWN: Final = {
    "channels.toml": '# mine\n[[channel]]\ncode = "podcast"\nnb = "podkast"\n\n[[channel.type]]\nminutes = 90  # long\n'
}
"""The file of the operation on own channels."""
SERVED: Final = {
    "service/2027.toml": file(
        '# saken\n[[case]]\nid = "c1"\ncustomer = "k1"\nstate = "reported"\nopened = 2027-02-16T15:20:00\n'
        'activities = ["a1"]\n'
    ),
    "improvement.toml": file('# bedre\n[[improvement_area]]\nid = "i1"\ntitle = "Svartid"\n'),
    "private.toml": '# lønn\nschema = 1\n\n[[wage]]\ndate = 2027-01-20\ngross = "52000.00"\n',
}
"""The files of the operation on a service case."""
KNOWN: Final = {
    "customers.toml": file(
        '[[customer]]\nid = "k1"\nname = "Berg AS"\ncontacts = [{ id = "p1", name = "Kari Berg" }]\n'
    ),
    WEEK: file(block("a1", start='"09:00"', contacts='["p1"]'), block("a2")),
    NEXT_WEEK: file(block("b1", date="2027-02-24", contacts='["p1"]')),
}
"""The files of the operations on people."""
KILLED_TWICE: Final = {
    *(
        "add_with_customer",
        "objected",
        "playbook",
        "run_moved",
        "move_over_weeks_end",
        "offer_into_another_year",
        "split_series",
        "compensated",
        "issued",
    ),
}
"""The operations of two files, whose next start is killed too while it finishes them."""
FAILED: Final = {
    "ordered",
    "wages",
    "add",
    "own_channel",
    "own_playbook",
    "compensated",
    "issued",
    "import",
    "move_over_weeks_end",
    "move_money",
    "reviewed",
    "playbook",
    "run_moved",
}
"""The operations that also meet a full disk."""


def lay_out(home: Path, operation: str) -> None:
    """Lay out a folder in which the operation can be done, its state beside it."""
    home.parent.mkdir(parents=True)
    if operation == "first_add":
        return
    weeks = {WEEK: file(block("a1", start='"09:00"'), block("a2")), NEXT_WEEK: file(block("b1", date="2027-02-24"))}
    lay(home, weeks | {"plans/q1.toml": PLAN})
    if operation in {"order_offered", "ordered", "offer_into_another_year"}:
        lay(home, SOLD)
    if operation == "reviewed":
        lay(home, REVIEWED)
    if operation == "wages":
        lay(home, WAGES)
    if operation == "split_series":
        lay(home, {"series.toml": file(WEEKLY)})
    if operation == "compensated":
        lay(home, SERVED)
    if operation == "issued":
        lay(home, {"issued.toml": issuing.ISSUED})
    if operation in {"forget", "objected"}:
        lay(home, KNOWN)
    if operation in {"own_channel", "own_playbook"}:
        lay(home, OWN if operation == "own_channel" else OWN_PLAYBOOKS)
    begin(opened(home), operation)


def begin(session: Session, operation: str) -> None:
    """Make the changes that the operation goes on from."""
    change(session, titled("a2", "Ring Berg"))
    if operation == "split_series":
        change(session, titled("s1-20270225", "Lunsj med Kari"))
    if operation == "forget":
        change(session, titled("a1", "Ring Kari Berg"))
        change(session, titled("b1", "Besøk Kari Berg"))
    if operation == "run_moved":
        playbook(session)
        change(session, done("x1"))
    if operation in {"undo", "redo"}:
        change(session, move("a1", 23))
    if operation == "redo":
        session.undo()


def rows(home: Path) -> Rows:
    """Return what the files hold by id, as a plain parser reads it; each id should be there once."""
    found: Rows = {}
    for path in sorted(home.rglob("*.toml")):
        data = tomli.loads(path.read_text("utf-8"))
        for table in (each for array in _ARRAYS for each in data.get(array, ())):
            found.setdefault(table["id"], []).append(table)
        for table in (*data.get("channel", ()), *data.get("playbook", ())):
            found.setdefault(table["code"], []).append(table)
        for name in set(data) & {"month_review", "quarter_review"}:
            found.setdefault(f"{name} {path.stem}", []).append(data[name])
        for table in data.get("wage", ()):
            found.setdefault(str(table["date"]), []).append(table)
    return found


def wrap(counted: list[str], point: int, when: str) -> None:
    """Have this process write down its calls, and at the so-manieth kill itself or find the disk full."""

    def wrapped(name: str, call: Callable[..., Any]) -> Callable[..., Any]:  # any call of `os`
        def counting(*args: Any, **named: Any) -> Any:  # noqa: ANN401  # as above
            counted.append(name)
            is_here = len(counted) == point
            if (is_here and when == ONCE) or (len(counted) >= point and when == LASTING):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            if is_here and when == TORN and name == "write":
                call(args[0], bytes(args[1])[: len(args[1]) // 2])
            if is_here and when != AFTER:
                os.kill(os.getpid(), signal.SIGKILL)
            try:
                return call(*args, **named)
            finally:
                if is_here:
                    os.kill(os.getpid(), signal.SIGKILL)

        return counting

    for name in CALLS:
        setattr(os, name, wrapped(name, getattr(os, name)))


def in_child(work: Callable[[], object]) -> bool:
    """Do some work in a child process; say whether it was killed.

    Raises:
        RuntimeError: it failed by itself.
    """
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException as error:  # noqa: BLE001  # the child must not go on with the parent's work
            sys.stderr.write(f"{error!r}\n")
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError(work)
    return os.WIFSIGNALED(status)


def start(home: Path) -> Session:
    """Return a session that was just started, an hour after the folder was laid out."""
    return opened(home, ticking(first=STAMP + dt.timedelta(hours=1)))


def calls_of(work: Callable[[], object], told: Path) -> list[str]:
    """Return the calls that some work makes, done in a child process."""

    def telling() -> None:
        counted: list[str] = []
        wrap(counted, 0, BEFORE)
        work()
        told.write_text(json.dumps(counted))

    in_child(telling)
    return [str(name) for name in json.loads(told.read_text())]


class Campaign:
    """All the kills of one operation."""

    def __init__(self, operation: str, scratch: Path) -> None:
        """Lay out the folder, and find out what it holds before and after the operation."""
        self.operation = operation
        self.operate = OPERATIONS[operation]
        self.scratch = scratch
        self.home = scratch / "now" / "plan"
        self.seen: set[str] = set()
        lay_out(self.home, operation)
        self.keep("whole")
        self.before = rows(self.home)
        session = start(self.home)
        calls = calls_of(lambda: self.operate(session), scratch / "calls")
        self.after = rows(self.home)
        self.calls = calls
        self.counts = Counter(calls=len(calls), fsyncs=calls.count("fsync"))

    def keep(self, name: str) -> None:
        """Keep the folder and its state as they are now."""
        shutil.copytree(self.home.parent, self.scratch / name)

    def take(self, name: str) -> None:
        """Go back to the folder and its state as they were kept."""
        shutil.rmtree(self.home.parent)
        shutil.copytree(self.scratch / name, self.home.parent)

    def run(self) -> None:
        """Kill the operation everywhere, and look each time at what the next start finds."""
        for point, when in points(self.calls):
            self.take("whole")
            self.kill(partial(self.operate, start(self.home)), point, when)
            left = _RANDOM.sub("", repr(texts(self.home.parent)))
            if left in self.seen:
                self.look()
                continue
            self.seen.add(left)
            if self.operation in KILLED_TWICE:
                self.kill_next_start()
            self.look()
            self.work_on()

    def kill_next_start(self) -> None:
        """Kill the next start too, where it finishes what was cut off."""
        self.keep("cut")
        calls = calls_of(lambda: start(self.home), self.scratch / "calls")
        for point, when in points(calls if "replace" in calls else []):
            self.take("cut")
            self.kill(lambda: start(self.home), point, when)
            self.counts["kills of the next start"] += 1
            self.look()
        self.take("cut")
        shutil.rmtree(self.scratch / "cut")

    def fail(self) -> None:
        """Fill the disk at every call: the person is told, nothing is half-written, and a second try succeeds."""
        for point, when in ((point, when) for point in range(1, len(self.calls) + 1) for when in (ONCE, LASTING)):
            if self.calls[point - 1] == "close":
                continue
            self.take("whole")
            session = start(self.home)
            session.need_all()  # a full disk hinders no reading

            def failed(session: Session = session, point: int = point, when: str = when) -> None:
                wrap([], point, when)
                try:
                    self.operate(session)
                except PlannerError:
                    if when == ONCE:
                        self.operate(session)

            if in_child(failed):
                raise RuntimeError(point)
            self.counts["failures"] += 1
            self.look()
            assert when == LASTING or rows(self.home) == self.after

    def kill(self, work: Callable[[], object], point: int, when: str) -> None:
        """Kill some work at one point."""

        def killed() -> None:
            wrap([], point, when)
            work()

        if not in_child(killed):
            raise RuntimeError(point)
        self.counts["kills"] += 1

    def look(self) -> None:
        """Look at what the next start finds: everything once, as before or as after, and nothing to repair."""
        session = start(self.home)
        session.need_all()
        found = rows(self.home)
        kind = "after" if found == self.after else "before"
        assert found == (self.after if kind == "after" else self.before), found
        assert all(len(tables) == 1 for tables in found.values())
        plan = session.plan
        shown = [*plan.customers, *plan.offers, *plan.orders, *plan.series, *(row.id for row in plan.stored())]
        shown += [line.id for each in plan.sales_plans.values() for line in each.budget_lines]
        shown += (*plan.own_channels, *plan.own_playbooks)
        shown += [move.id for each in plan.sales_plans.values() for move in each.budget_moves]
        shown += (*[wage.id for wage in session.wages()], *plan.issued)
        shown += [f"month_review {week}" for week, sheet in plan.sheets.items() if sheet.month_review.reached]
        assert sorted(shown) == sorted(found)
        assert session.problems == ()
        assert not list(self.home.rglob(".~*"))
        if self.operation in {"issued", "first_issued"}:  # what was promised is frozen with the report, or neither
            assert issuing.is_frozen(self.home) == issuing.is_issued(plan) == (kind == "after")
        if self.operation == "forget" and kind == "after":
            self.look_for_traces()
        self.counts[f"as {kind}"] += 1

    def look_for_traces(self) -> None:
        """Look whether the person still stands anywhere, in the state too."""
        for path in (each for each in self.home.parent.rglob("*") if each.is_file()):
            data = path.read_bytes()
            assert b"Kari Berg" not in (gzip.decompress(data) if path.suffix == ".gz" else data), path

    def work_on(self) -> None:
        """Go on working over what was left."""
        found = rows(self.home)
        session = start(self.home)
        change(session, add("z1"))
        assert rows(self.home).keys() == {*found, "z1"}
        session.undo()
        assert rows(self.home) == found


def points(calls: list[str]) -> Iterator[tuple[int, str]]:
    """Yield every point at which a process can be killed that makes these calls."""
    for point, name in enumerate(calls, start=1):
        yield point, BEFORE
        if name == "write":
            yield point, TORN
        yield point, AFTER


def main() -> None:
    """Run the campaign of one operation, and print its counts."""
    operation, scratch = sys.argv[1:]
    campaign = Campaign(operation, Path(scratch))
    campaign.run()
    if operation in FAILED:
        campaign.fail()
    sys.stdout.write(json.dumps(campaign.counts))


if __name__ == "__main__":
    main()
