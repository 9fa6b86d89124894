"""Whom a line is for: known names in any writing, marked ones, firms, names that are dates."""

import pytest

from salgsplan_tui.domain.customers import Contact, Customer, CustomerKind
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.quick_add import Candidate
from tests.domain.quick_add.lines import codes, plan_with, reading

BOOK = plan_with(
    Customer(
        id="k01", name="Bjørkely Borettslag", kind="organisation", contacts=(Contact(id="c01", name="Marit Haug"),)
    ),
    Customer(id="k02", name="Granholt Eiendom AS", contacts=(Contact(id="c02", name="Jonas Wærum"),)),
    Customer(
        id="k05", name="Kvernsletta kommune", kind="public", contacts=(Contact(id="c05", name="Per Åge Tangvald"),)
    ),
    Customer(id="k08", name="Solsvingen Dagligvare AS", contacts=(Contact(id="c08", name="Tor Magne Lien"),)),
    Customer(id="k10", name="Fagbladet Inneluft", kind="media", contacts=(Contact(id="c10", name="Stian Ødegård"),)),
    Customer(id="k12", name="Ali Demir", kind="consumer"),
    Customer(id="k13", name="Hansen Bygg AS", contacts=(Contact(id="c13", name="Per Hansen"),)),
    Customer(id="k14", name="Anne-Lise van Dyk", kind="consumer"),
    Customer(id="k15", name="May Lund", kind="consumer"),
    Customer(id="k16", name="Sol & Vind AS"),
)

KNOWN = [
    ("ring Marit Haug", "k01", "c01"),
    ("ring Marit", "k01", "c01"),
    ("ring marit", "k01", "c01"),
    ("RING MARIT", "k01", "c01"),
    ("ring Haug", "k01", "c01"),
    ("ring Bjørkely Borettslag", "k01", None),
    ("ring Bjørkely", "k01", None),
    ("ring bjorkely", "k01", None),
    ("Ring Bjørkely: svar på tilbud", "k01", None),
    ("ring tilbake Marit", "k01", "c01"),
    ("møte med Marit", "k01", "c01"),
    ("besøk hos Granholt", "k02", None),
    ("Tilbudsgjennomgang Granholt Eiendom", "k02", None),
    ("ring granholt eiendom as", "k02", None),
    ("Granholt: tilbud", "k02", None),
    ("ring Wærum", "k02", "c02"),
    ("ring waerum", "k02", "c02"),
    ("Oppklaringsmøte anbud, Kvernsletta kommune", "k05", None),
    ("ring Per Åge", "k05", "c05"),
    ("ring Per Tangvald", "k05", "c05"),
    ("ring ØDEGÅRD", "k10", "c10"),
    ("ring odegard", "k10", "c10"),
    ("ring Tor Magne", "k08", "c08"),
    ("ring Tor", "k08", "c08"),
    ("ring tor", "k08", "c08"),
    ("ring Anne-Lise", "k14", None),
    ("ring van Dyk", "k14", None),
    ("letter to Ali", "k12", None),
    ("tilbud ali", "k12", None),
    ("Ali ringer tilbake", "k12", None),
    ("call May", "k15", None),
    ("møte Sol & Vind AS", "k16", None),
    ("møte sol & vind", "k16", None),
    ("ring @marit", "k01", "c01"),
    ("ring @Marit Haug", "k01", "c01"),
    ('ring @"Marit Haug"', "k01", "c01"),
    ("ring Per hos Hansen Bygg", "k13", "c13"),
    ("møte Per (Hansen Bygg AS)", "k13", "c13"),
    ("møte Granholt om Bjørkely", "k02", None),
]


@pytest.mark.parametrize(("line", "customer", "contact"), KNOWN, ids=[line for line, _, _ in KNOWN])
def test_a_known_name_is_found_and_stays_in_the_title(line: str, customer: str, contact: str | None) -> None:
    found = reading(f"{line} fre 10:00", plan=BOOK)
    assert found.activity.customers == (customer,)
    assert found.activity.contacts == (() if contact is None else (contact,))
    assert (str(found.activity.date), found.customers) == ("2026-10-09", ())
    assert found.activity.title == line.replace("@", "").replace('"', "")


NOBODY = [
    "ring Marit Hansen",
    "annonse Fagbladet",
    "messe Oslo Spektrum",
    "lunsj med Nils Vik",
    "møte Nordfjord",
    "planlegg ruten, tre stopp per dag",
    "Per dags dato er planen klar",
    "ring hans sekretær",
]


@pytest.mark.parametrize("line", NOBODY)
def test_an_unknown_name_is_nobody_and_stays_in_the_title(line: str) -> None:
    found = reading(line, plan=BOOK)
    assert (found.activity.customers, found.customers, found.activity.title) == ((), (), line)


def test_several_people_are_all_named() -> None:
    for line in ("lunsj med Marit og Ali", "lunsj med Marit, Ali", "lunch with Marit and Ali", "lunsj Marit,Ali"):
        found = reading(line, plan=BOOK).activity
        assert (found.customers, found.contacts, found.title) == (("k01", "k12"), ("c01",), line)


NEW: list[tuple[str, str, CustomerKind]] = [
    ("møte Nordfjord AS", "Nordfjord AS", "company"),
    ("møte Nord & Sør ASA", "Nord & Sør ASA", "company"),
    ("møte Bilsenteret i Oslo AS", "Bilsenteret i Oslo AS", "company"),
    ("møte 3M Norge AS", "3M Norge AS", "company"),
    ("ring Tor Bygg AS", "Tor Bygg AS", "company"),
    ("møte Hansen Rør AS", "Hansen Rør AS", "company"),
    ("møte Granholt Eiendom ASA", "Granholt Eiendom ASA", "company"),
    ("meet Smith & Jones Ltd.", "Smith & Jones Ltd", "company"),
    ("møte Mai Design ENK", "Mai Design ENK", "sole_trader"),
    ("møte Lillevik kommune", "Lillevik kommune", "public"),
    ("brev til Furulia borettslag", "Furulia borettslag", "organisation"),
    ("lunsj @Nils Vik", "Nils Vik", "company"),
    ("lunsj @nils", "nils", "company"),
    ('lunsj @"Kafé 7"', "Kafé 7", "company"),
]


@pytest.mark.parametrize(("line", "name", "kind"), NEW, ids=[line for line, _, _ in NEW])
def test_a_marked_name_and_a_firm_with_its_legal_form_are_made_and_said(
    line: str, name: str, kind: CustomerKind
) -> None:
    found = reading(f"{line} tir 9", plan=BOOK)
    assert [(each.name, each.kind) for each in found.customers] == [(name, kind)]
    assert found.activity.customers == (found.customers[0].id,)
    assert codes(found) == ["new_customer"]
    assert str(found.activity.date) == "2026-10-13"


def test_a_known_person_and_a_new_firm_are_two() -> None:
    found = reading("møte Marit og Nordfjord AS", plan=BOOK)
    assert found.activity.customers == ("k01", found.customers[0].id)


def test_a_new_firm_that_is_named_twice_is_made_once() -> None:
    found = reading("ring Nordfjord AS -> avtalt møte; møte Nordfjord AS tir", plan=BOOK)
    assert len(found.customers) == 1
    assert found.next is not None
    assert found.activity.customers == found.next.customers


def test_a_legal_form_in_small_letters_is_a_word() -> None:
    assert reading("reklame as usual", plan=BOOK).customers == ()
    assert reading("brev til 60 borettslag", plan=BOOK).activity.audience == "60 borettslag"


def test_two_people_of_one_name_are_refused_with_the_candidates() -> None:
    for line in ("ring Per fre", "ring per", "ring @per"):
        with pytest.raises(NotUnderstoodError) as caught:
            reading(line, plan=BOOK)
        assert caught.value.key == "ambiguous_person"
        assert caught.value.values["candidates"] == (
            Candidate("Per Åge Tangvald (Kvernsletta kommune)", "k05", "c05", "Per Åge Tangvald"),
            Candidate("Per Hansen (Hansen Bygg AS)", "k13", "c13", "Per Hansen"),
        )


def test_an_id_after_the_sign_names_just_this_one_and_the_title_says_the_name() -> None:
    found = reading("ring @c13 fre", plan=BOOK).activity
    assert (found.customers, found.contacts, found.title) == (("k13",), ("c13",), "ring Per Hansen")
    assert reading("ring @k13, fre", plan=BOOK).activity.title == "ring Hansen Bygg AS"


DATES_THAT_ARE_NAMES = [
    ("ring Tor tor 10", "k08", "2026-10-08", "ring Tor"),
    ("ring tor tor 10", "k08", "2026-10-08", "ring tor"),
    ("ring tor i morgen", "k08", "2026-10-08", "ring tor"),
    ("ring Tor kl 10", "k08", "2026-10-07", "ring Tor"),
    ("møte tor 10", None, "2026-10-08", "møte"),
    ("møte tor 10:00 med Marit", "k01", "2026-10-08", "møte med Marit"),
    ("møte Marit tor", "k01", "2026-10-08", "møte Marit"),
    ("call May on May 5", "k15", "2027-05-05", "call May"),
    ("call Marit May 5th", "k01", "2027-05-05", "call Marit"),
    ("call Marit 5 May", "k01", "2027-05-05", "call Marit"),
    ("ring Mai fre", None, "2026-10-09", "ring Mai"),
    ("ring Jan 12.11", None, "2026-11-12", "ring Jan"),
    ("møte April 3. april", None, "2027-04-03", "møte April"),
    ("lunch with June fri", None, "2026-10-09", "lunch with June"),
    ("møte August i august", None, "None", "møte August"),
]


@pytest.mark.parametrize(
    ("line", "customer", "day", "title"), DATES_THAT_ARE_NAMES, ids=[line for line, *_ in DATES_THAT_ARE_NAMES]
)
def test_a_name_that_is_a_date_is_a_name_where_a_name_is_expected(
    line: str, customer: str | None, day: str, title: str
) -> None:
    found = reading(line, plan=BOOK, language="en" if "May" in line else "nb").activity
    assert found.customers == (() if customer is None else (customer,))
    assert (str(found.date), found.title) == (day, title)


ORDINARY_WORDS = [
    ("ta fri fredag", "2026-10-09", "ta fri"),
    ("ta fri i morgen", "2026-10-08", "ta fri"),
    ("ta fri 12.10", "2026-10-12", "ta fri"),
    ("ta fri", "None", "ta fri"),
    ("fri kaffe torsdag", "2026-10-08", "fri kaffe"),
    ("man bør ringe Marit", "None", "man bør ringe Marit"),
    ("call Marit fri about prices", "2026-10-09", "call Marit about prices"),
    ("møte Sol & Vind AS man 8", "2026-10-12", "møte Sol & Vind AS"),
    ("fri 10:00 call Marit", "2026-10-09", "call Marit"),
    ("may call Marit", "None", "may call Marit"),
]


@pytest.mark.parametrize(("line", "day", "title"), ORDINARY_WORDS, ids=[line for line, _, _ in ORDINARY_WORDS])
def test_a_date_that_is_an_ordinary_word_is_a_date_only_where_the_line_confirms_it(
    line: str, day: str, title: str
) -> None:
    found = reading(line, plan=BOOK).activity
    assert (str(found.date), found.bucket, found.title) == (day, None, title)
