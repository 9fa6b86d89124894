"""The search for service cases finds in raw bytes just what reading everything would find, the newest year first."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salgsplan_tui.domain.case_search import CaseMatcher
from salgsplan_tui.domain.search import AmountRange, Matcher, Search
from salgsplan_tui.session import Session
from salgsplan_tui.storage.emitter import value
from tests.folders import file, lay, opened
from tests.planning import NOW

CUSTOMERS = """\
schema = 1

[[customer]]
id = "k1"
name = "Ødegård Bygg"
[[customer.contacts]]
id = "p1"
name = "Tuva Bø"

[[customer]]
id = "k2"
name = "Åsen & Sønn AS"
"""


def case(identity: str, day: str, **keys: str) -> str:
    """Return the block of a case; a keyword is a line, its value as it stands."""
    usual = {"title": f'"Sak {identity}"', "customer": '"k1"', "state": '"closed"', "opened": f"{day}T09:00:00"}
    lines = [f"{key} = {text}" for key, text in ({"id": f'"{identity}"'} | usual | keys).items()]
    return "\n".join(["[[case]]", *lines]) + "\n"


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Path:
    return lay(
        tmp_path / "plan",
        {
            "settings.toml": "schema = 1\n",
            "customers.toml": CUSTOMERS,
            "service/2025.toml": file(
                case("s1", "2025-03-03", cause='"Støy fra vifte"', contact='"p1"'),
                case("s2", "2025-05-05", type="'claim'", customer='"k2"'),
            ),
            "service/2026.toml": file(case("s3", "2026-06-06", type='"praise"', evidence='"Best i byen"')),
            "service/2027.toml": file(
                case("s4", "2027-02-01"), case("s5", "2027-02-16", state='"heard"', title='"Feil filter"')
            ),
        },
    )


def found(session: Session, search: Search, most: int | None = None) -> list[str]:
    return [each.id for one in session.search_cases(search, most) for each in one.cases]


@pytest.mark.parametrize(
    ("search", "ids"),
    [
        (Search(words=("filter",)), ["s5"]),
        (Search(words=("stoy", "BØ")), ["s1"]),
        (Search(words=("odegard",)), ["s5", "s4", "s3", "s1"]),
        (Search(words=("klage",)), ["s5", "s4", "s1"]),
        (Search(words=("complaint", "filter")), ["s5"]),
        (Search(words=("reklamasjon",)), ["s2"]),
        (Search(words=("ros", "byen")), ["s3"]),
        (Search(customer="asen"), ["s2"]),
        (Search(status="open"), ["s5"]),
        (Search(last=dt.date(2025, 4, 1)), ["s1"]),
        (Search(first=dt.date(2026, 1, 1), words=("sak",)), ["s5", "s4", "s3"]),
        (Search(words=("finnes", "ikke")), []),
        (Search(status="done"), []),
        (Search(goal="m1"), []),
        (Search(amount=AmountRange(least=1)), []),
        (Search(channels=frozenset({"phone"})), []),
        (Search(), []),
    ],
)
def test_cases_are_found_by_what_is_said_of_them_the_newest_first(home: Path, search: Search, ids: list[str]) -> None:
    assert found(opened(home), search) == ids


def test_older_years_are_left_alone_once_enough_was_found(home: Path) -> None:
    finds = opened(home).search_cases(Search(words=("odegard",)), 2)
    first = next(finds)
    assert [each.id for each in first.cases] == ["s5", "s4"]
    assert next(finds, None) is None


def test_searching_reads_no_case_into_the_plan_and_tells_a_file_that_cannot_be_read(home: Path) -> None:
    (home / "service/2026.toml").write_text('[[case]]\nid = "s3"\ntitle = "filter', encoding="utf-8")
    session = opened(home)
    finds = list(session.search_cases(Search(words=("filter",))))
    assert [each.file for each in finds if each.problem is not None] == ["service/2026.toml"]
    assert [each.id for one in finds for each in one.cases] == ["s5"]
    assert set(session.plan.cases) == {"s4", "s5"}


TEXTS = st.text("aeoåøæÅØklg\"'\\\n[]=#1", max_size=10)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(cases=st.lists(st.tuples(TEXTS, TEXTS), max_size=4), word=TEXTS)
def test_raw_bytes_find_what_reading_everything_finds(tmp_path: Path, cases: list[tuple[str, str]], word: str) -> None:
    search = Search(words=tuple(word.split()))
    blocks = [
        case(f"s{at}", "2026-05-05", title=value(title), cause=value(cause)) for at, (title, cause) in enumerate(cases)
    ]
    home = lay(tmp_path / "plan", {"settings.toml": "schema = 1\n", "service/2026.toml": file(*blocks)})
    session = opened(home)
    raw = found(session, search)
    session.need_all()
    matcher = CaseMatcher(Matcher(session.plan, search, NOW), session.query_words.case_types)
    assert sorted(raw) == sorted(each.id for each in session.plan.cases.values() if matcher.fits(each))
