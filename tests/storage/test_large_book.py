"""A large register of customers: only who is asked for is read, and it says the same as if all of it were."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from salgsplan_tui.domain import customer_edits
from salgsplan_tui.domain.customer_book import CustomerBook
from salgsplan_tui.session import Session
from salgsplan_tui.storage import large_book as module
from salgsplan_tui.storage import reading
from salgsplan_tui.storage.contents import Content, content_of
from salgsplan_tui.storage.document import read
from salgsplan_tui.storage.large_book import LargeBook, large_book
from salgsplan_tui.storage.tables import row_from
from tests.folders import SAID, WEEK, block, file, lay, opened
from tests.planning import STAMP

HEAD = "schema = 1 # mitt\n\n"


def firm(number: int, *more: str) -> str:
    """Return the block of a firm with one contact."""
    lines = [
        "[[customer]]",
        f'id = "k{number:04}"',
        f'name = "Firma {number}"',
        f'contacts = [{{ id = "p{number:04}", name = "Person {number}" }}]',
        *more,
    ]
    return "\n".join(lines) + "\n\n"


TEXT = HEAD + "".join(map(firm, range(500)))


@pytest.fixture(autouse=True)
def small_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGE", 2000)


def whole(text: str) -> Content:
    return content_of("customers.toml", read(Path("customers.toml"), text))[0]


def book(text: str = TEXT) -> LargeBook:
    made = large_book(text, lambda: whole(text))
    assert made is not None
    return made


def again(home: Path) -> Session:
    """Open the folder twice: the second time what is right is known."""
    opened(home)
    return opened(home)


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Path:
    week = file(block("a1", customers='["k0007"]', contacts='["p0008"]'))
    return lay(tmp_path / "plan", {"customers.toml": TEXT, WEEK: week})


def parsed(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Count the blocks that are read from now on."""
    counted = count()

    def counting(*given: object) -> object:
        next(counted)
        return row_from(*given)  # type: ignore[arg-type]  # what it was given

    monkeypatch.setattr(module, "row_from", counting)
    return counted


def test_one_customer_is_read_without_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    made, counted = book(), parsed(monkeypatch)
    assert made["k0007"].name == "Firma 7"
    assert made["k0007"] is made["k0007"]
    found = made.contact("p0009")
    assert found is not None
    assert (found[0].id, found[1].name) == ("k0009", "Person 9")
    assert made.contact("k0009") is None
    assert made.contact("p9999") is None
    assert "k0010" in made
    assert "p0010" not in made
    assert "nobody" not in made
    assert len(made) == 500
    assert next(counted) == 3, "blocks 7, 9 and 10 - and no other"


def test_all_of_it_says_what_a_reading_of_the_whole_file_says() -> None:
    made = book()
    assert dict(made) == whole(TEXT).customers
    assert list(made) == list(whole(TEXT).customers)
    assert made == whole(TEXT).customers


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("[[customer]]", "[[ customer ]]", 1),
        TEXT.replace("[[customer]]", ' [["customer"]]', 1),
        TEXT + "[about]\nx = 1\n",
        TEXT.replace(HEAD, HEAD + "extra = 1\n"),
        TEXT.replace('name = "Firma 3"', 'name = "Firma 3"\nnotes = """\n[[customer]]\n"""'),
        TEXT.replace('name = "Firma 3"', "name = '''Firma 3'''"),
        HEAD,
        "",
    ],
)
def test_a_file_whose_blocks_are_not_certain_is_read_whole(text: str) -> None:
    assert large_book(text, lambda: whole(text)) is None


def test_texts_of_several_lines_comments_and_tables_inside_a_block_are_no_hindrance() -> None:
    notes = 'notes = """\nen linje\n"""'
    text = HEAD + firm(1, notes) + "# [[customer]] i en merknad\n" + firm(2, "[[customer.stage_changes]]", 'x = "y"')
    made = large_book(text, lambda: whole(text))
    assert made is not None
    assert len(made) == 2
    assert made["k0001"].extra_fields["notes"] == "en linje\n"


def test_what_was_vouched_for_in_vain_is_read_whole() -> None:
    text = TEXT.replace('name = "Firma 3"\n', "")
    made = book(text)
    assert made.get("k0003") == whole(text).customers.get("k0003")
    assert dict(made) == whole(text).customers


def test_the_second_start_reads_only_whom_the_day_names(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = opened(home)
    assert not isinstance(first.plan.customers, CustomerBook), "nobody has checked it yet"
    counted = parsed(monkeypatch)
    session = opened(home)
    assert isinstance(session.plan.customers, CustomerBook)
    assert session.plan.customers["k0007"].name == "Firma 7"
    found = session.plan.contact("p0008")
    assert found is not None
    assert found[1].name == "Person 8"
    assert next(counted) == 2
    assert not session.problems


def test_a_change_of_something_else_reads_nobody_more(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session, counted = again(home), parsed(monkeypatch)
    before = (home / "customers.toml").read_bytes()
    session.change(lambda plan: plan.without_activity("a1"), SAID)
    assert next(counted) == 0
    assert (home / "customers.toml").read_bytes() == before
    assert isinstance(session.plan.customers, CustomerBook)


def test_a_change_of_one_customer_touches_its_own_lines_only(home: Path) -> None:
    session = again(home)
    session.change(lambda plan: customer_edits.change_customer(plan, "k0007", at=STAMP, segment="eiendom"), SAID)
    text = (home / "customers.toml").read_text("utf-8")
    assert text.replace('segment = "eiendom"\n', "").replace("changed = 2027-02-17T07:00:00Z\n", "") == TEXT
    assert opened(home).plan.customers["k0007"].segment == "eiendom"
    session.undo()
    assert (home / "customers.toml").read_text("utf-8") == TEXT


def test_what_another_program_changes_is_seen(home: Path) -> None:
    session = again(home)
    changed = TEXT.replace("Firma 7", "Firma syv")
    (home / "customers.toml").write_text(changed, "utf-8")
    assert session.reload()
    assert session.plan.customers["k0007"].name == "Firma syv"


def test_a_register_that_is_torn_is_told_and_not_written_over(home: Path) -> None:
    again(home)
    (home / "customers.toml").write_text(TEXT[:-30] + '"', "utf-8")
    session = opened(home)
    assert [problem.key for problem in session.problems] == ["not_toml"]
