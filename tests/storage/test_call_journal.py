"""The call session under way: kept after each call, read back whole, and never in the way when it cannot be read."""

import re
from pathlib import Path

import pytest

from salgsplan_tui.domain.activity import Outcome
from salgsplan_tui.domain.call_session import Callee, CallSession
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.forgetting import Identity
from salgsplan_tui.domain.sales import Offer, Order, ProductLine
from salgsplan_tui.storage.call_journal import keep_session, kept_session, purge_session
from tests.planning import NOW, STAMP, row

SESSION = CallSession(
    id="s1", title="Ringeøkt", people=(Callee(customer="k1", contact="p1"), Callee(customer="k2")), marks=(STAMP,)
)


def test_a_session_is_read_back_as_it_was_kept_with_its_next_steps(tmp_path: Path) -> None:
    step = row("n1", date="2027-02-26", start="10:00", contacts=("p1",))
    made = SESSION.with_call(
        Outcome.MEETING_BOOKED, at=STAMP, step=step, customers=[Customer(id="k9", name="Ny «AS»")]
    ).skipped()
    path = tmp_path / "call-session.toml"
    keep_session(path, made)
    assert kept_session(path) == made
    assert path.stat().st_mode & 0o077 == 0
    keep_session(path, None)
    assert kept_session(path) is None
    keep_session(path, None)


@pytest.mark.parametrize("text", ["", "id = 3\n", "id = ", 'id = "s1"\ntitle = "x"\nplace = "y"\n'])
def test_what_cannot_be_read_is_no_session(tmp_path: Path, text: str) -> None:
    path = tmp_path / "call-session.toml"
    path.write_text(text, "utf-8")
    assert kept_session(path) is None


NAMES = re.compile("|".join(Identity(("Kari Berg",), "kari@berg.example").marks), re.IGNORECASE)


def test_who_is_forgotten_is_taken_out_of_the_session_and_the_other_calls_stay(tmp_path: Path) -> None:
    path = tmp_path / "call-session.toml"
    step = row("n1", title="Møte med Kari Berg", notes="kari@berg.example svarer", contacts=("p1",))
    people = (Callee(customer="k1", contact="p1"), Callee(customer="k2"), Callee(customer="k1", contact="p1"))
    made = SESSION.changed_to(people=people).with_call(Outcome.MEETING_BOOKED, at=STAMP, step=step)
    keep_session(path, made)
    assert purge_session(path, "p1", NAMES)
    kept = kept_session(path)
    assert kept is not None
    assert (kept.attempts, kept.people) == (1, people[:2])
    assert "Berg" not in path.read_text("utf-8")
    assert not purge_session(path, "p1", NAMES), "there is nothing more to take out"


def test_a_session_that_cannot_be_read_goes_only_where_it_names_the_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "call-session.toml"
    assert not purge_session(path, "p1", NAMES)
    path.write_text('id = "s1"\ntitle = "torn', "utf-8")
    assert not purge_session(path, "p1", NAMES)
    assert path.exists()
    path.write_text('id = "s1"\ntitle = "Ring Kari Berg', "utf-8")
    assert purge_session(path, "p1", NAMES)
    assert not path.exists()


def test_offers_and_orders_are_kept_with_their_calls_and_lose_who_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "call-session.toml"
    order = Order(
        id="o9", customer="k1", contact="p1", date=NOW.date(), amount=12_345, origin="activity:s1",
        lines=(ProductLine(product="v1", quantity=3, price=4_115),), notes="Kari Berg vil ha det før påske",
    )  # fmt: skip
    offer = Offer(id="f9", customer="k2", activity="s1", state="sent", sent=NOW.date(), amount=50_000)
    made = SESSION.with_call(Outcome.ORDER, at=STAMP, sale=order).with_call(Outcome.OFFER_SENT, at=STAMP, sale=offer)
    keep_session(path, made)
    assert kept_session(path) == made
    assert purge_session(path, "p1", NAMES)
    kept = kept_session(path)
    assert kept is not None
    assert [call.sale and call.sale.amount for call in kept.calls] == [12_345, 50_000]
    assert "Berg" not in path.read_text("utf-8")
