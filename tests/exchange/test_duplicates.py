"""Who may be there already is found and told; nobody is merged."""

from salgsplan_tui.domain.address_keys import stop_keys
from salgsplan_tui.domain.customers import Contact, Customer, StopRow
from salgsplan_tui.domain.newcomers import Newcomer, Sorted
from salgsplan_tui.exchange.duplicates import sort_newcomers
from tests.planning import WEDNESDAY

KARI = Contact(id="p1", name="Kari Berg", phone="+47 900 00 001", email="kari@berg.example")
BERG = Customer(id="k1", name="Berg AS", org_number="999888777", contacts=(KARI,))
OLA = Customer(id="k2", name="Ola Ødegård", kind="consumer", contacts=(Contact(id="k2", name="Ola Ødegård"),))
BOOK = {each.id: each for each in (BERG, OLA)}


def told(*newcomers: Newcomer, fill: bool = False) -> list[tuple[str, str | None]]:
    return [_told(each) for each in sort_newcomers(newcomers, BOOK, fill=fill)]


def _told(each: Sorted) -> tuple[str, str | None]:
    like = each.like
    return each.fate, None if like is None else f"{like.why} {like.id or f'row {like.row}'}"


def test_an_address_or_number_of_somebody_in_the_book_is_theirs_however_it_is_written() -> None:
    assert told(
        Newcomer(row=2, name="K. Berg", firm="Annet AS", email=" KARI@berg.EXAMPLE "),
        Newcomer(row=3, name="Kari", phone="90000001"),
    ) == [("duplicate", "email p1"), ("duplicate", "phone p1")]


def test_colleagues_may_share_a_number_and_an_address_of_the_firm() -> None:
    assert told(
        Newcomer(row=2, name="Tor Lie", firm="Berg AS", phone="900 00 001"),
        Newcomer(row=3, name="Una Dahl", firm="Ny AS", email="post@ny.example"),
        Newcomer(row=4, name="Per Holm", firm="Ny AS", email="post@ny.example"),
    ) == [("new", None), ("new", None), ("new", None)]


def test_a_name_much_like_one_in_the_book_is_a_possible_duplicate_unless_the_firm_is_another() -> None:
    assert told(
        Newcomer(row=2, name="Berg, Kari", firm="Berg AS"),
        Newcomer(row=3, name="Kari Bergh", firm="Berg AS"),
        Newcomer(row=4, name="Kari Berg", firm="Helt Annet Firma AS"),
        Newcomer(row=5, name="Ola Odegard"),
        Newcomer(row=6, name="Kari Berg"),
    ) == [
        ("duplicate", "name p1"),
        ("duplicate", "name p1"),
        ("new", None),
        ("duplicate", "name k2"),
        ("duplicate", "name p1"),
    ]


def test_a_firm_is_the_one_in_the_book_by_its_number_or_its_name() -> None:
    sorted_people = sort_newcomers(
        (
            Newcomer(row=2, name="Tor Lie", firm="BERG as"),
            Newcomer(row=3, name="Una Dahl", firm="Berg Eiendom AS", org_number="999 888 777"),
        ),
        BOOK,
    )
    assert [each.firm for each in sorted_people] == ["k1", "k1"]


def test_a_firm_alone_that_is_there_already_is_a_duplicate_and_one_much_alike_is_told() -> None:
    assert told(
        Newcomer(row=2, firm="Berg AS"),
        Newcomer(row=3, firm="Bergh AS", name="Tor Lie"),
        Newcomer(row=4, firm="Firma 1 AS"),
        Newcomer(row=5, firm="Firma 11 AS"),
        Newcomer(row=6, firm="Firma 1 AS", name="Per Dahl"),
    ) == [("duplicate", "firm k1"), ("duplicate", "firm k1"), ("new", None), ("new", None), ("new", None)]


def test_the_same_person_twice_in_a_file_is_taken_once() -> None:
    assert told(
        Newcomer(row=2, name="Tor Lie", email="tor@lie.example"),
        Newcomer(row=3, name="T. Lie", email="tor@lie.example"),
        Newcomer(row=4, name="Lie Tor"),
    ) == [("new", None), ("duplicate", "email row 2"), ("duplicate", "name row 2")]


def test_filling_in_is_for_those_who_are_known_for_certain() -> None:
    assert told(
        Newcomer(row=2, name="Kari Berg", email="kari@berg.example"),
        Newcomer(row=3, name="Ola Ødegård"),
        fill=True,
    ) == [("filled", "email p1"), ("duplicate", "name k2")]


def test_who_was_forgotten_stays_out() -> None:
    stop = StopRow(on=WEDNESDAY, salt="s", keys=stop_keys(KARI, "s"))
    gone = Customer(id="k9", name="–", contacts=(Contact(id="p9", name="–", stop=stop),))
    found = sort_newcomers(
        (
            Newcomer(row=2, name="Kari B", email="Kari@berg.example"),
            Newcomer(row=3, name="Noen", phone="0047 90000001"),
            Newcomer(row=4, name="Noen andre", phone="90000002"),
        ),
        {"k9": gone},
    )
    assert [each.fate for each in found] == ["stopped", "stopped", "new"]
