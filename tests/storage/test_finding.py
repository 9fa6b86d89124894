"""Finding an activity by the beginning of its id, wherever it lies, and telling how much of an id is enough."""

from pathlib import Path

import pytest

from salgsplan_tui.domain.errors import DamagedError, NotFoundError
from tests.folders import WEEK, block, file, lay, opened

OLD = "weeks/2020/2020-W10.toml"


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Path:
    return lay(
        tmp_path / "plan",
        {
            WEEK: file(block("a2"), block("a26"), block("ab1", notes='"id = \\"zz9\\""')),
            OLD: file(block("a27", date="2020-03-04", state='"done"'), block("qq7", date="2020-03-04")),
            "unplaced.toml": file('[[activity]]\nid = "u15"\ntitle = "Messe"\n'),
            "series.toml": file('[[series]]\nid = "s1"\ntitle = "Lunsj"\nrrule = "FREQ=WEEKLY"\nfirst = 2027-02-18\n'),
        },
    )


@pytest.mark.parametrize(
    ("beginning", "found"),
    [
        ("a26", "a26"),
        ("A26", "a26"),
        (" ab ", "ab1"),
        ("a2", "a2"),
        ("q", "qq7"),
        ("a27", "a27"),
        ("u", "u15"),
        ("s1-20270225", "s1-20270225"),
        ("s1-2027022", "s1-20270225"),
    ],
)
def test_an_exact_id_or_a_beginning_that_is_no_others_is_found_in_every_file(
    home: Path, beginning: str, found: str
) -> None:
    session = opened(home)
    assert session.find(beginning) == found
    assert session.plan.activity(found).id == found


def test_a_beginning_of_several_names_them_also_those_in_files_that_nobody_had_read(home: Path) -> None:
    with pytest.raises(NotFoundError, match="ambiguous") as raised:
        opened(home).find("a")
    assert raised.value.values == {"id": "a", "candidates": ("a2", "a26", "a27", "ab1")}


@pytest.mark.parametrize("beginning", ["", "zz9", "x", "[", "æ", "../x", "s1-20270226", "s1-9999", "s1-0000"])
def test_what_is_no_ids_beginning_is_told(home: Path, beginning: str) -> None:
    with pytest.raises(NotFoundError, match="no_activity"):
        opened(home).find(beginning)


def test_a_row_in_a_damaged_file_is_told_with_the_damage(home: Path) -> None:
    lay(home, {OLD: (home / OLD).read_text() + "\n[[activity"})
    with pytest.raises(DamagedError, match="not_toml"):
        opened(home).find("qq")


def test_enough_of_an_id_is_what_no_other_begins_with_and_two_characters_at_least(home: Path) -> None:
    session = opened(home)
    session.need_all()
    assert session.shortest(["a2", "a26", "a27", "ab1", "qq7", "u15"]) == {
        "a2": "a2",
        "a26": "a26",
        "a27": "a27",
        "ab1": "ab",
        "qq7": "qq",
        "u15": "u1",
    }
    assert session.shortest(["s1-20270225"]) == {"s1-20270225": "s1-20270225"}
    for identity, short in session.shortest(row.id for row in session.plan.stored()).items():
        assert session.find(short) == identity


def test_with_weeks_that_were_not_read_a_little_more_of_an_id_is_told(home: Path) -> None:
    rows = [block(f"{number:010}", date="2020-01-01") for number in range(30)]
    lay(
        home,
        {WEEK: file(block("a2b3c4d5e6")), **{f"weeks/2021/2021-W{week:02}.toml": file(*rows) for week in range(1, 53)}},
    )
    assert opened(home).shortest(["a2b3c4d5e6"]) == {"a2b3c4d5e6": "a2b3"}
