"""Every file damaged in turn: told with its line, never an unexpected error, never a byte of it lost or overwritten."""

import datetime as dt
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
import tomli

from salgsplan_tui.domain import edits
from salgsplan_tui.domain.case_steps import take_step
from salgsplan_tui.domain.channel_edits import add_channel, add_type, change_channel, change_type
from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.errors import PlannerError
from salgsplan_tui.domain.improvement import ImprovementArea
from salgsplan_tui.domain.improvement_edits import add_area, change_area, remove_area
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_parts import BudgetMove
from salgsplan_tui.domain.playbook import Playbook
from salgsplan_tui.domain.playbook_edits import add_playbook
from salgsplan_tui.domain.programme_life import move_money
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.reflection import Reflection
from salgsplan_tui.domain.reflection_edits import reflect
from salgsplan_tui.domain.sales_edits import add_order, change_offer, remove_order
from salgsplan_tui.domain.service import CaseState
from salgsplan_tui.domain.service_edits import change_case
from salgsplan_tui.domain.sheet import Progress, Sheet
from salgsplan_tui.session import Edit
from tests.folders import (
    NEXT_WEEK,
    SAID,
    SUNDAY,
    WEEK,
    add,
    block,
    done,
    file,
    lay,
    move,
    opened,
    remove,
    texts,
    ticking,
    titled,
)
from tests.planning import STAMP, order
from tests.storage.issuing import with_issue

SAMPLE: Final = {
    "settings.toml": 'schema = 1\nname = "Ingrid"\nlunch_minutes = 30\n\n[working_hours]\nmon = "08:00-16:00"\n',
    "channels.toml": 'schema = 1\n\n[[channel]]\ncode = "fax"\nnb = "faks"\nen = "fax"\nsign = "F"\n\n'
    '[[channel.type]]\nminutes = 5\nwords_nb = ["telefaks"]\n\n[[channel]]\ncode = "radio"\nhidden = true\n',
    "customers.toml": file(
        '[[customer]]\nid = "k1"\nname = "Berg AS"\ncontacts = [{ id = "p1", name = "Kari" }]\n',
        '[[customer]]\nid = "k2"\nname = "Lund"\nkind = "consumer"\n',
    ),
    "series.toml": file('[[series]]\nid = "s1"\ntitle = "Lunsj"\nrrule = "FREQ=DAILY"\nfirst = 2027-02-18\n'),
    "playbooks.toml": 'schema = 1\n\n[[playbook]]\ncode = "fair"\nnb = "Messe"\nen = "Fair"\nwords = ["messe"]\n'
    'steps = [\n  { nb = "A", en = "A", offset = "-3wd" },\n'
    '  { nb = "B", en = "B", offset = "0d", start = "09:00" },\n]\n'
    '\n[[playbook]]\ncode = "launch"\nnb = "Lansering"\nen = "Launch"\nsteps = []\n',
    "unplaced.toml": file('[[activity]]\nid = "u1"\ntitle = "Messe"\nstate = "planned"\nbucket = "2027-Q2"\n'),
    "sales/2027.toml": file(
        '[[offer]]\nid = "t1"\ncustomer = "k1"\nstate = "sent"\nsent = 2027-02-08\namount = "500.00"\n',
        '[[order]]\nid = "o1"\ncustomer = "k1"\ndate = 2027-02-09\namount = "500.00"\norigin = "counter"\n',
    ),
    "service/2027.toml": file(
        '[[case]]\nid = "s1"\ncustomer = "k1"\nstate = "reported"\nopened = 2027-02-16T15:20:00\nstart_mood = -1\n'
    ),
    "improvement.toml": file(
        '[[improvement_area]]\nid = "i1"\ntitle = "Svartid"\nunit = "hours"\nbaseline = "9.00"\ntarget = "4.00"\n'
        'cases = ["s1"]\nmeasured = [{ on = 2027-02-10, value = "7.50" }]\n'
    ),
    "private.toml": 'schema = 1\n\n# lønn\n[[wage]]\ndate = 2027-01-20\ngross = "52000.00"\n\n'
    '[[reflection]]\nid = "r1"\ndate = 2027-02-10\ncase = "s1"\ntolerance = 4\ntext = "Ble «rolig»"\n',
    "issued.toml": file(
        '[[issued]]\nid = "w6"\nkind = "week"\nperiod = "2027-W06"\nas_of = 2027-02-08\n'
        'issued = 2027-02-08T08:00:00Z\nfile = "ukeplan.pdf"\nrecipients = ["Rune"]\ndigest = "a1b2"\n'
        'figures = { order_value = "500.00", orders = "1" }\nrows = ["a1 2027-02-17 09:00"]\n',
        '[[issued]]\nid = "m1"\nkind = "month"\nperiod = "2027-01"\nas_of = 2027-01-04\n'
        "issued = 2027-01-04T08:00:00Z\n",
    ),
    "plans/q1.toml": 'schema = 1\nid = "q1"\nstart = 2027-01-04\nend = 2027-03-31\n\n[rates]\nhit = "50.00"\n\n'
    '[[goal]]\nid = "g1"\ntitle = ""\ntarget = "8.00"\n\n[[strategy]]\nid = "st1"\ntitle = "Ring"\ngoals = ["g1"]\n\n'
    '[[budget_line]]\nid = "b1"\namount = "6000.00"\n\n[[budget_line]]\nid = "b2"\namount = "0.00"\nmileage = true\n',
    WEEK: '# «ærlig»\nschema = 1\n\n[week]\nmust_dos = ["Ring"]\n\n'
    '[review]\nworked = "Ring før ti"\nreached = 4\n\n[month_review]\nreached = 3\n\n'
    "[quarter_review]\nreached = 6\ndone = 2027-02-17T08:00:00\n\n"
    + block("a1", start='"09:00"', minutes="30", costs='[{ kind = "ads", planned = "500.00" }]')
    + "\n"
    + block("a2", notes='"""\nTo linjer:\n«hei»\n"""'),
    NEXT_WEEK: file(block("b1", date="2027-02-24")),
}
LATE: Final = dt.datetime(2027, 3, 1, 12)
WRONG: Final = (
    "true",
    "-3",
    "3.5",
    "nan",
    '"x"',
    "[]",
    "{}",
    "1979-05-27",
    "[[[]]]",
    "0x" + "F" * 5000,
    '"\\u001b[31m"',
)


def with_playbook(plan: Plan) -> Plan:
    made = {"code": "own", "nb": "Egen", "en": "Own", "steps": [{"nb": "C", "en": "C", "offset": "1d"}]}
    return add_playbook(plan, checked_fields(Playbook, made))


def with_customer(plan: Plan) -> Plan:
    return edits.with_customers(plan, [checked_fields(Customer, {"id": "k9", "name": "Dal"})], at=STAMP)


def with_series(plan: Plan) -> Plan:
    made = checked_fields(Series, {"id": "s9", "title": "Møte", "rrule": "FREQ=WEEKLY", "first": dt.date(2027, 2, 1)})
    return edits.add_series(plan, made, at=STAMP)


def with_title(plan: Plan) -> Plan:
    changed = {key: each.changed_to(title="Vår") for key, each in plan.sales_plans.items()}
    return replace(plan, sales_plans=changed)


def with_moved_money(plan: Plan) -> Plan:
    move = BudgetMove(id="mv1", on=dt.date(2027, 2, 17), from_="b1", to="b2", amount=100_00)
    return move_money(plan, "q1", move, at=STAMP)


def with_reviews(plan: Plan) -> Plan:
    sheet = plan.sheets.get("2027-W07", Sheet())
    noted = replace(sheet, month_review=Progress(5), quarter_review=Progress(2))
    return replace(plan, sheets={**plan.sheets, "2027-W07": noted})


TRIED: Final[dict[str, list[Edit]]] = {
    "settings.toml": [lambda plan: edits.set_settings(plan, name="Ola")],
    "channels.toml": [
        lambda plan: change_type(plan, "fax", "fax", {"minutes": 10}),
        lambda plan: add_channel(plan, "podcast", {"nb": "podkast"}, {"minutes": 90}),
        lambda plan: change_channel(plan, "radio", {"hidden": False}),
        lambda plan: add_type(plan, "phone", "reminder", {"nb": "påminnelse"}),
    ],
    "playbooks.toml": [with_playbook],
    "customers.toml": [with_customer],
    "series.toml": [with_series, remove("s1-20270219")],
    "unplaced.toml": [add("z1", bucket="2027-Q3"), move("u1", 18)],
    "sales/2027.toml": [
        lambda plan: change_offer(plan, "t1", at=STAMP, amount=60_000),
        lambda plan: remove_order(plan, "o1"),
        lambda plan: add_order(plan, order("o9", amount="100.00"), at=STAMP),
    ],
    "service/2027.toml": [
        lambda plan: change_case(plan, "s1", at=STAMP, cause="feil filter"),
        lambda plan: take_step(plan, "s1", CaseState.HEARD, when=LATE, now=LATE, at=STAMP),
    ],
    "improvement.toml": [
        lambda plan: change_area(plan, "i1", at=STAMP, owner="Ingrid"),
        lambda plan: add_area(plan, ImprovementArea(id="i9", title="Færre feil"), at=STAMP),
        lambda plan: remove_area(plan, "i1", at=STAMP),
    ],
    "private.toml": [
        lambda plan: reflect(plan, Reflection(id="r9", date=dt.date(2027, 2, 17), case="s1", social=5), at=STAMP),
        lambda plan: (
            reflect(plan, plan.reflections["r1"].changed_to(tolerance=2), at=STAMP)
            if "r1" in plan.reflections
            else plan
        ),
    ],
    "issued.toml": [with_issue],
    "plans/q1.toml": [with_title, with_moved_money],
    WEEK: [with_reviews, add("z1"), titled("a1", "Ny"), move("a2", 23), move("b1", 18), remove("a1"), done("a2")],
}


def damages(whole: bytes) -> Iterator[tuple[str, bytes]]:
    chance = random.Random(7)  # noqa: S311  # the same damage every time
    for end in range(0, len(whole), 10):
        yield "cut", whole[:end]
    for _ in range(12):
        at, size = chance.randrange(len(whole)), chance.randrange(1, 40)
        yield "random bytes", whole[:at] + chance.randbytes(size) + whole[at + size :]
        yield "random bytes", whole[:at] + bytes(chance.choices(whole, k=size)) + whole[at:]
    for found in re.finditer(rb"(?m)^(?:\w+ = )(.+)$", whole):
        for wrong in WRONG:
            yield "wrong type", whole[: found.start(1)] + wrong.encode() + whole[found.end(1) :]
    yield "byte order mark", b"\xef\xbb\xbf" + whole
    yield "CRLF", whole.replace(b"\n", b"\r\n")
    yield "bare CR", whole.replace(b"\n", b"\r")
    yield "UTF-16", whole.decode().encode("utf-16")
    yield "merge markers", b"<<<<<<< mine\n" + whole + b"=======\n" + whole + b">>>>>>> theirs\n"
    yield "twice", whole + whole
    yield "blocks twice", whole + b"\n" + whole[whole.find(b"[[") :]
    for schema in (b"99", b"0", b'"1"', b"true", b"1.0"):
        yield "another schema", whole.replace(b"schema = 1", b"schema = " + schema)
    yield "no schema", whole.replace(b"schema = 1\n", b"")
    yield "nothing", b""
    yield "blank", b" \n\n"
    yield "NUL bytes", bytes(len(whole))
    yield "too deep", b"a = " + b"[" * 3000
    yield "no end", whole.rstrip(b"\n")
    yield (
        "inline",
        b'schema = 1\nactivity = [{ id = "a1" }, 3]\ncustomer = {}\nseries = 4\ngoal = [5]\nchannel = 6\noffer = 7\n',
    )


@pytest.mark.parametrize("name", TRIED)
def test_whatever_a_file_holds_nothing_of_it_is_lost(
    name: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    counts: Counter[str] = Counter()
    for number, (kind, data) in enumerate(damages(SAMPLE[name].encode())):
        home = lay(tmp_path / str(number), SAMPLE)
        (home / name).write_bytes(data)
        try:
            counts += survived(home, name, data)
        except Exception as error:
            raise AssertionError(kind, data) from error
    record_property("counts", f"{name} damaged: {dict(counts)}")


def survived(home: Path, name: str, data: bytes) -> Counter[str]:
    """Read, change and undo over a damaged file, and return what came of it."""
    session = opened(home, ticking(SUNDAY))
    session.need_all()
    damage = [problem for problem in session.problems if problem.is_damage]
    counts = Counter({"files": 1, "damaged": bool(damage)})
    assert {problem.file for problem in damage} <= {name}
    assert all(1 <= problem.line <= data.count(b"\n") + 1 for problem in damage)
    assert session.plan.activity("b1").title == "Row b1"
    assert (home / name).read_bytes() == data
    whole = None if damage else held(home)
    for edit in TRIED[name][: 2 if damage else None]:
        before = texts(home)
        try:
            session.change(edit, SAID)
        except PlannerError:
            counts["refused"] += 1
            assert texts(home) == before
            continue
        assert not damage or texts(home)[name] == data
        if texts(home) == before:  # there is nothing of it left to change
            continue
        session.undo()
        counts["changed and undone"] += 1
        assert whole is None or held(home) == whole
    return counts


def held(home: Path) -> list[str]:
    """Return what the files hold, in whichever file a row lies, and whatever ids doubles were given."""
    found = []
    for data in texts(home).values():
        values = tomli.loads(data.decode("utf-8-sig"))
        for name, item in values.items():
            rows = item if isinstance(item, list) else [item]
            for row in rows:
                if isinstance(row, dict):
                    row.pop("id", None)
                    row.setdefault("state", "planned" if {"date", "bucket"} & row.keys() else "draft")
                found.append(f"{name}: {row}")
    return sorted(text for text in found if not text.startswith(("schema: ", "snapshot: ")))


def test_rows_that_can_be_read_are_shown_beside_those_that_cannot(tmp_path: Path) -> None:
    bad = block("a2", minutes='"half an hour"', title='"Ring Berg"')
    home = lay(tmp_path / "plan", {WEEK: file(block("a1"), bad, block("A3"))})
    session = opened(home)
    assert [(each.title, each.minutes) for each in session.plan.stored()] == [("Row a1", None), ("Ring Berg", None)]
    assert [(each.line, each.key, dict(each.values)) for each in session.problems] == [
        (14, "wrong_value", {"field": "minutes", "value": "half an hour"}),
        (17, "wrong_value", {"field": "id", "value": "A3"}),
    ]


def test_a_double_gets_a_new_id_with_the_files_next_save(tmp_path: Path) -> None:
    home = lay(tmp_path / "plan", {WEEK: file(block("a1"), block("a1", title='"Berg"'))})
    session = opened(home, ticking(SUNDAY))
    (double,) = (each.id for each in session.plan.stored() if each.title == "Berg")
    assert [(each.line, each.key, dict(each.values)) for each in session.problems] == [
        (10, "duplicate_id", {"id": "a1", "new": double})
    ]
    assert opened(home).find(double) == double
    session.change(titled("a1", "Ring Kari"), SAID)
    assert opened(home).problems == ()
    assert f'id = "{double}"\ntitle = "Berg"' in (home / WEEK).read_text()


def test_a_row_in_the_wrong_week_is_shown_where_it_belongs_and_moved_there_when_it_is_saved(tmp_path: Path) -> None:
    home = lay(tmp_path / "plan", {WEEK: file(block("a1", date="2027-02-24"), block("a2")), "unplaced.toml": file()})
    session = opened(home, ticking(SUNDAY))
    assert [each.id for each in session.plan.on(dt.date(2027, 2, 24))] == ["a1"]
    assert [(each.file, each.line, each.key, each.is_damage) for each in session.problems] == [
        (WEEK, 7, "wrong_week", False)
    ]
    session.change(titled("a2", "Berg"), SAID)
    assert "a1" in (home / WEEK).read_text()
    session.change(titled("a1", "Ring Kari"), SAID)
    assert 'id = "a1"' not in (home / WEEK).read_text()
    assert 'title = "Ring Kari"' in (home / NEXT_WEEK).read_text()
    assert session.problems == ()


def test_of_an_id_in_two_files_the_one_changed_last_is_shown_and_the_other_kept(tmp_path: Path) -> None:
    old = block("a1", title='"Old"', changed="2027-02-01T10:00:00Z")
    new = block("a1", title='"New"', date="2027-02-24", changed="2027-02-02T10:00:00Z")
    home = lay(tmp_path / "plan", {WEEK: file(old), NEXT_WEEK: file(new)})
    session = opened(home, ticking(SUNDAY))
    session.need_weeks(["2027-W08"])
    assert [each.title for each in session.plan.stored()] == ["New"]
    assert [(each.file, each.key, each.is_damage) for each in session.problems] == [(WEEK, "id_in_two_files", False)]
    session.change(titled("a1", "Newer"), SAID)
    assert "Old" in (home / WEEK).read_text()
    session.change(move("a1", 17), SAID)
    assert (home / WEEK).read_text().count("[[activity]]") == 1
    assert [each.title for each in opened(home).plan.stored()] == ["Newer"]


def test_copies_that_a_sync_left_are_told_and_never_read(tmp_path: Path) -> None:
    copies = (
        "weeks/2027/2027-W07.sync-conflict-20260818-173636-D4LGQYW.toml",
        "weeks/2027/2027-W07 (Ingrids conflicted copy 2027-02-17).toml",
        "weeks/2027/2027-W07 (1).toml",
    )
    others = {
        "weeks/2027/2027-w07.toml": "unknown_file",
        "notes.toml": "unknown_file",
        "weeks/2026/2027-W07.toml": "unknown_file",
    }
    ignored = (
        "weeks/2027/.2027-W07.toml.swp",
        "weeks/2027/.~2027-W07.toml.1.00ff00ff.tmp",
        "weeks/2027/4913",
        "README.md",
    )
    made = dict.fromkeys([*copies, *others, *ignored], file(block("x1")))
    home = lay(tmp_path / "plan", {WEEK: file(block("a1"))} | made)
    session = opened(home)
    session.need_all()
    assert [each.id for each in session.plan.stored()] == ["a1"]
    expected = others | dict.fromkeys(copies, "conflict_copy")
    assert {each.file: each.key for each in session.problems} == expected
    assert not any(each.is_damage for each in session.problems)
