"""The search over everything finds in raw bytes just what reading everything would find."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salgsplan_tui.domain.activity import State
from salgsplan_tui.domain.search import AmountRange, Matcher, Search
from salgsplan_tui.domain.sheet import order
from salgsplan_tui.session import Session
from salgsplan_tui.storage.emitter import value
from tests.folders import NEXT_WEEK, WEEK, add, block, change, file, lay, opened
from tests.planning import NOW

CUSTOMERS = """\
schema = 1

[[customer]]
id = "k1"
name = "Fagbladet Inneluft"
[[customer.contacts]]
id = "p1"
name = "Stian Ødegård"

[[customer]]
id = "k2"
name = "Åsen & Sønn AS"
"""
OLD = "weeks/2018/2018-W03.toml"
HAND = """\
schema = 1

[[activity]]
id = 'h1'
title = 'Ring Kvæfjord'
date = 2018-01-16
customers = ['k2']

[[activity]]
id = "h2"
title = "Messe"
date = 2018-01-17
end_date = 2027-02-18
channel = "trade_fair"
state = "done"
costs = [{ kind = "stand_rent", actual = "42000.00" }]
notes = \"\"\"
Fikk prøver
av Ødegård\"\"\"
"""


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Path:
    return lay(
        tmp_path / "plan",
        {
            "settings.toml": "schema = 1\n",
            "customers.toml": CUSTOMERS,
            "unplaced.toml": 'schema = 1\n\n[[activity]]\nid = "u1"\ntitle = "Idé: frokost for lærere"\n',
            OLD: HAND,
            WEEK: file(
                block("a1", title='"Ring redaksjonen"', contacts='["p1"]', channel='"phone"'),
                block(
                    "a2", title='"Besøk"', state='"cancelled"', reason='"ill"', customers='["k2"]', value='"9000.00"'
                ),
            ),
            NEXT_WEEK: file(block("b1", date="2027-02-24", title='"Odegaard ringer"', goal='"m1"')),
        },
    )


def found(session: Session, search: Search) -> list[str]:
    session.need_sales_plans()
    return [row.id for each in session.search(search) for row in each.rows]


@pytest.mark.parametrize(
    ("search", "ids"),
    [
        (Search(words=("odegard",)), ["b1", "a1", "h2"]),
        (Search(words=("ØDEGÅRD", "ring")), ["b1", "a1"]),
        (Search(words=("laerer",)), ["u1"]),
        (Search(words=("kvaefjord",)), ["h1"]),
        (Search(words=("asen",)), ["a2", "h1"]),
        (Search(customer="asen"), ["a2", "h1"]),
        (Search(customer="K2"), ["a2", "h1"]),
        (Search(channels=frozenset({"phone", "trade_fair"})), ["a1", "h2"]),
        (Search(status="cancelled"), ["a2"]),
        (Search(status="planned"), ["b1", "a1", "h1"]),
        (Search(status="draft"), ["u1"]),
        (Search(status="overdue"), ["h1"]),
        (Search(goal="m1"), ["b1"]),
        (Search(amount=AmountRange(least=900_000)), ["a2", "h2"]),
        (Search(amount=AmountRange(most=900_000)), ["a2"]),
        (Search(first=dt.date(2027, 2, 18), last=dt.date(2027, 2, 18)), ["h2"]),
        (Search(last=dt.date(2018, 12, 31)), ["h2", "h1"]),
        (Search(first=dt.date(2027, 2, 24)), ["b1"]),
        (Search(words=("finnes", "ikke")), []),
        (Search(), ["u1", "b1", "a1", "a2", "h2", "h1"]),
    ],
)
def test_everything_is_found_newest_week_first(home: Path, search: Search, ids: list[str]) -> None:
    assert sorted(found(opened(home), search)) == sorted(ids)
    in_order = [row for row in found(opened(home), search) if row in {"b1", "h1"}]
    assert in_order == sorted(in_order)


def test_searching_reads_no_file_into_the_plan(home: Path) -> None:
    session = opened(home)
    before = session.plan
    assert found(session, Search(words=("odegard",)))
    assert session.plan.sheets.keys() == before.sheets.keys()


def test_the_first_file_with_a_hit_is_told_before_the_rest_is_looked_at(home: Path) -> None:
    session = opened(home)
    finds = iter(session.search(Search(words=("odegard",))))
    first = next(each for each in finds if each.rows)
    assert first.file == NEXT_WEEK
    (home / OLD).unlink()
    assert not any(each.file == OLD and each.rows for each in finds)


def test_what_was_read_is_found_as_the_plan_has_it(home: Path) -> None:
    session = opened(home)
    change(session, add("a9", title="Ring Ødegård igjen"))
    assert found(session, Search(words=("igjen",))) == ["a9"]


def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_found(home: Path) -> None:
    (home / NEXT_WEEK).write_text('[[activity]]\nid = "b1"\ntitle = "Odegaard', encoding="utf-8")
    finds = list(opened(home).search(Search(words=("odegard",))))
    assert [each.file for each in finds if each.problem is not None] == [NEXT_WEEK]
    assert [row.id for each in finds for row in each.rows] == ["a1", "h2"]


def test_a_row_that_stands_in_two_files_is_found_once(home: Path) -> None:
    lay(home, {"weeks/2019/2019-W03.toml": file(block("b1", date="2019-01-16", title='"Odegaard før"'))})
    assert found(opened(home), Search(words=("odegaard",))).count("b1") == 1


def test_what_repeats_is_found_for_the_coming_months(home: Path) -> None:
    series = '[[series]]\nid = "s1"\ntitle = "Ringeøkt"\nrrule = "FREQ=WEEKLY"\nfirst = 2027-02-15\n'
    touched = block("s1-20270222", date="2027-02-23", title='"Ringeøkt"', series='"s1"', occurrence="2027-02-22")
    lay(home, {"series.toml": f"schema = 1\n\n{series}", NEXT_WEEK: file(touched)})
    ids = found(opened(home), Search(words=("ringeokt",)))
    assert len(ids) == len(set(ids)) == 13
    assert "s1-20270222" in ids


TEXTS = st.text("aeoåøæÅØnrg\"'\\\n[]=#1", max_size=10)
STATES = st.sampled_from([None, *State])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rows=st.lists(st.tuples(TEXTS, TEXTS, STATES), max_size=6), word=TEXTS, status=st.sampled_from([None, "open"]))
def test_raw_bytes_find_what_reading_everything_finds(
    tmp_path: Path, rows: list[tuple[str, str, State | None]], word: str, status: str | None
) -> None:
    search = Search(words=tuple(word.split()), status=status)
    blocks = list(_blocks(rows))
    home = lay(tmp_path / "plan", {"settings.toml": "schema = 1\n", NEXT_WEEK: file(*blocks)})
    session = opened(home)
    raw = [row.id for each in session.search(search) for row in each.rows]
    session.need_all()
    matcher = Matcher(session.plan, search, NOW)
    read = sorted((row for row in session.plan.stored() if matcher.fits(row)), key=order, reverse=True)
    assert raw == [row.id for row in read]


def _blocks(rows: list[tuple[str, str, State | None]]) -> Iterator[str]:
    for number, (title, notes, state) in enumerate(rows):
        keys = {"date": "2027-02-24", "title": value(title), "notes": value(notes)}
        text = block(f"a{number}", **keys, **({"state": f'"{state}"'} if state else {}))
        yield text if state else text.replace('state = "planned"\n', "")
