"""A file of 100,000 contacts: taken in row by row, told how far it has come, and no slower than it must be."""

from itertools import product
from string import ascii_lowercase, digits

from salgsplan_tui.exchange.duplicates import sort_newcomers
from salgsplan_tui.exchange.people import MOST_PEOPLE
from salgsplan_tui.exchange.table_people import people_in_table
from salgsplan_tui.exchange.vcards import people_in_cards
from salgsplan_tui.storage.packaged_columns import contact_columns

MANY = 100_000


def names(count: int) -> list[str]:
    """Return so many invented names of two words, no two of them much alike."""
    letters = ascii_lowercase + digits
    beginnings = [f"{one}{two}" for one, two in product(letters, letters)]
    size = len(beginnings)
    return [
        f"{beginnings[n % size]}{n * 7919:x} {beginnings[n // size % size][::-1]}{n * 104729:x}" for n in range(count)
    ]


def test_a_table_of_100_000_rows_is_read_and_every_row_told() -> None:
    rows = [f"{name};p{number}@firma{number}.example" for number, name in enumerate(names(MANY + 2))]
    rows[70_000] = "=cmd|x;a@b.example"
    heard: list[tuple[str, int, int]] = []
    found = people_in_table(
        "Navn;E-post\n" + "\n".join(rows),
        contact_columns(),
        {},
        lambda _firm: "company",
        lambda stage, done, of: heard.append((stage, done, of)),
    )
    assert len(found.newcomers) == MOST_PEOPLE == MANY
    assert [(each.row, each.key) for each in found.refused] == [(70_002, "row_formula"), (100_003, "row_over_limit")]
    assert [done for _stage, done, _of in heard] == list(range(1000, MANY + 2, 1000))
    assert {(stage, of) for stage, _done, of in heard} == {("read", MANY + 2)}


def test_who_is_there_twice_among_many_is_found() -> None:
    people = people_in_table(
        "Navn;Mobil\n" + "\n".join(f"{name};{90_000_000 + number}" for number, name in enumerate(names(30_000))),
        contact_columns(),
        {},
        lambda _firm: "company",
    ).newcomers
    heard: list[int] = []
    found = sort_newcomers((*people, people[123]), {}, progress=lambda _stage, done, _of: heard.append(done))
    assert [each.fate for each in found if each.fate != "new"] == ["duplicate"]
    assert heard == list(range(1000, 30_001, 1000))


def test_100_000_cards_are_read() -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTEL;TYPE=cell:{phone}\nEND:VCARD\n"
    text = "".join(card.format(name=name, phone=90_000_000 + number) for number, name in enumerate(names(MANY)))
    found = people_in_cards(text, lambda _firm: "company")
    assert (len(found.newcomers), found.refused) == (MANY, ())
    assert found.newcomers[-1].phone == "90099999"
