"""Taking newcomers into the book: in their firms, with new ids, and nobody twice."""

from salgsplan_tui.domain.address_keys import email_key, hashed, is_shared, name_key, org_key, phone_key
from salgsplan_tui.domain.customers import Contact, Customer
from salgsplan_tui.domain.newcomers import Arrivals, Fate, Likeness, Newcomer, Sorted, counts, take_in
from salgsplan_tui.domain.plan import Plan
from tests.planning import STAMP, WEDNESDAY, plan_of

KARI = Contact(id="p1", name="Kari Berg", email="kari@berg.example")
BERG = Customer(id="k1", name="Berg AS", contacts=(KARI,))


def taken(*people: Sorted, book: tuple[Customer, ...] = (BERG,)) -> Plan:
    ids = tuple(f"n{number}" for number in range(10, 10 + 2 * len(people)))
    return take_in(plan_of(customers=book), Arrivals(people, ids, "kontakter.csv", WEDNESDAY), at=STAMP)


def new(fate: Fate = "new", like: Likeness | None = None, firm_id: str | None = None, **fields: object) -> Sorted:
    return Sorted(Newcomer(**{"row": 2} | fields), fate, like, firm_id)  # type: ignore[arg-type]  # a Newcomer's own fields


def test_a_person_without_a_firm_is_a_consumer_and_its_own_contact() -> None:
    plan = taken(new(name="Ola Dunk", phone="900 00 002", notes="fra messen"))
    ola = plan.customers["n10"]
    (contact,) = ola.contacts
    assert (ola.kind, contact.id, contact.notes) == ("consumer", "n10", "fra messen")
    assert (contact.source, contact.source_date, contact.informed) == ("kontakter.csv", WEDNESDAY, None)
    assert (ola.created, ola.changed) == (STAMP, STAMP)


def test_people_of_one_new_firm_come_into_it_together() -> None:
    plan = taken(new(name="Tor Lie", firm="Lie AS", org_number="999888777"), new(name="Una Lie", firm="LIE AS"))
    firm = plan.customers["n10"]
    assert (firm.name, firm.org_number, [each.name for each in firm.contacts]) == (
        "Lie AS",
        "999888777",
        ["Tor Lie", "Una Lie"],
    )
    assert plan.customers.keys() == {"k1", "n10"}


def test_a_person_of_a_known_firm_comes_into_it_and_nothing_else_of_it_changes() -> None:
    plan = taken(new(name="Tor", firm="Berg AS"), new(name="Una", firm="Berg Eiendom AS", firm_id="k1"))
    assert [each.id for each in plan.customers["k1"].contacts] == ["p1", "n11", "n13"]
    assert plan.customers["k1"].changed_to(contacts=(KARI,), changed=None) == BERG


def test_a_firm_alone_has_no_contact() -> None:
    assert taken(new(firm="Lie AS")).customers["n10"].contacts == ()


def test_a_firms_shared_address_is_told_apart() -> None:
    plan = taken(new(name="Tor", firm="Lie AS", email="post@lie.example"), new(name="Una", email="post@una.example"))
    kinds = [each.address_kind for customer in plan.customers.values() for each in customer.contacts]
    assert kinds == ["personal", "generic", "personal"]


def test_who_came_in_by_another_way_meanwhile_is_left_out() -> None:
    assert taken(new(name="K. Berg", email="KARI@berg.example")).customers == {"k1": BERG}


def test_left_out_is_left_out() -> None:
    assert taken(new("duplicate", name="Tor"), new("stopped", name="Una")).customers == {"k1": BERG}


def test_filling_in_adds_what_is_lacking_and_changes_nothing_that_stands() -> None:
    like = Likeness("email", "Kari Berg", "p1")
    plan = taken(new("filled", like, name="Kari B", role="leder", phone="900 00 001", email="kari@berg.example"))
    (kari,) = plan.customers["k1"].contacts
    assert kari == KARI.changed_to(role="leder", phone="900 00 001")


def test_counts_tell_each_fate() -> None:
    assert counts((new(name="A"), new("stopped", name="B"), new(name="C"))) == {
        "new": 2,
        "filled": 0,
        "duplicate": 0,
        "stopped": 1,
    }


def test_keys_are_compared_without_what_is_written_differently() -> None:
    assert email_key(" Kari@Berg.Example ") == "kari@berg.example"
    assert [email_key(each) for each in ("", None, "kari", "@x.no", "kari@berg", "a b@c.no")] == [None] * 6
    assert phone_key("+47 900-00 001") == phone_key("0047 90000001") == phone_key("90000001") == "90000001"
    assert phone_key("1234") is None
    assert org_key("NO 999 888 777 MVA") == "999888777"
    assert org_key("12345") is None
    assert name_key("Ødegård,  Åse-Marie") == "odegard ase marie"
    assert is_shared("Post@firma.no")
    assert not is_shared("kari@firma.no")
    assert hashed("a", "salt") != hashed("a", "other") != hashed("b", "other")
