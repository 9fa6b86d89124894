"""The sample salesperson's 17 February, as a plan in memory."""

import datetime as dt
from dataclasses import replace
from functools import cache
from itertools import count

from salgsplan_tui.domain import goal_line, quick_add
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.customers import Contact, Customer
from salgsplan_tui.domain.goal_line import NewGoal
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import ActivityProgramme, Goal, SalesPlan
from salgsplan_tui.domain.quick_add import Reading
from salgsplan_tui.language import language
from salgsplan_tui.storage.packaged import approach, catalogue
from salgsplan_tui.storage.packaged_words import words
from tests.planning import plan_of, row

NOW = dt.datetime(2027, 2, 17, 8, 0)
TODAY = NOW.date()


def _customer(number: str, name: str, contact: str, role: str, **fields: object) -> Customer:
    person = Contact(id=f"p{number}", name=contact, role=role, phone=f"00 00 00 {number}")
    return Customer(id=f"k{number}", name=name, contacts=(person,)).changed_to(**fields)


CUSTOMERS = (
    _customer("01", "Bjørkely Borettslag", "Marit Haugstad", "styreleder", existing_since=2024),
    _customer("02", "Granholt Eiendom AS", "Jonas Wærum", "driftssjef", existing_since=2022, customer_class="A"),
    _customer("05", "Kvernsletta kommune", "Per Åge Tangvald", "innkjøper"),
    _customer("07", "Havnekvartalet Kontorfellesskap AS", "Oda Brekkhus", "daglig leder"),
    Customer(id="k12", name="Ali Demir", kind="consumer", contacts=(Contact(id="p12", name="Ali Demir"),)),
)


def _rows() -> tuple[Activity, ...]:
    phone = {"channel": "phone", "type": "call"}
    return (
        row("a12", title="Behovsmøte Granholt", channel="meeting", type="meeting", date="2027-01-26", start="09:00",
            state="done", outcome="offer_wanted", customers=["k02"], contacts=["p02"]),
        row("a26", title="Ringeøkt: A- og B-emner", channel="phone", type="call_session", date="2027-02-16",
            start="09:00", minutes=120, quantity_planned=16, unit="calls", customers=["k05", "k07"],
            contacts=["p05", "p07"], programme="ap1", goal="m5"),
        row("a27", title="Ring Bjørkely: svar på tilbud T04", **phone, date="2027-02-17", start="09:00", minutes=30,
            customers=["k01"], contacts=["p01"], programme="ap2", goal="m1"),
        row("a28", title="Tilbudsgjennomgang Granholt Eiendom", channel="meeting", type="meeting", state="confirmed",
            date="2027-02-17", start="11:00", minutes=60, customers=["k02"], contacts=["p02"], km_planned=52, goal="m1",
            notes="Ta med prisliste.\nSpør om [Oslo]-kontoret.", place="Granholtveien 4",
            reschedules=[{"from": "2027-02-10", "to": "2027-02-17", "by": "customer", "reason": "ill"}]),
        row("a29", title="Ring Ali Demir om klage", channel="service", kind="service", purpose="service",
            date="2027-02-17", start="14:00", minutes=30, customers=["k12"], contacts=["p12"]),
        row("a30", title="Demonstrasjon i butikk", channel="in_store", type="in_store", date="2027-02-18",
            start="10:00", minutes=90, costs=[{"kind": "sample", "planned": "800.00"}]),
        row("a31", title="Ukesgjennomgang uke 7", channel="internal", type="review", kind="internal",
            purpose="internal", date="2027-02-19", start="14:30", minutes=45),
        row("w1", title="Skriv tilbud Solsvingen", channel="offer", type="offer", bucket="2027-W07", minutes=60),
    )  # fmt: skip


@cache
def sample_plan() -> Plan:
    """Return the plan with the packaged catalogue."""
    plan = plan_of(*_rows(), customers=CUSTOMERS)
    programme = SalesPlan(
        id="q1",
        title="1. kvartal 2027",
        start=dt.date(2027, 1, 4),
        end=dt.date(2027, 3, 31),
        goals=(
            Goal(id="m1", title="Ordreinngang 480 000 kr", unit="kr", target=480_000_00, deadline=dt.date(2027, 3, 31)),
            Goal(id="m5", title="4 nye kunder", unit="count", target=4_00, deadline=dt.date(2027, 3, 31)),
        ),
        programmes=(ActivityProgramme(id="ap1", title="Nysalg"), ActivityProgramme(id="ap2", title="Faste kunder")),
    )
    return replace(plan, channels=catalogue()[0], sales_plans={"q1": programme})


def sample(identity: str) -> Activity:
    """Return one of its rows."""
    return sample_plan().activity(identity)


def read(text: str, base: Activity | None = None, plan: Plan | None = None) -> Reading:
    """Read a line as the planner does."""
    ids = (f"new{number}" for number in count(1))
    return quick_add.read(
        text,
        plan=plan or sample_plan(),
        words=_words(),
        now=NOW,
        language=language(),
        new_id=lambda: next(ids),
        base=base,
    )


def read_when(text: str, base: Activity | None = None) -> Placement:
    """Read words for a place in time as the planner does."""
    return quick_add.read_when(text, words=_words(), now=NOW, language=language(), base=base)


def read_goal(text: str) -> NewGoal:
    """Read what a line says of a goal as the planner does."""
    return goal_line.read_goal(text, words=_words(), read_when=read_when)


_words = cache(words)


def usual_approach(channel: str, kind: str) -> str:
    """Return how a type is gone about, as the packaged words have it."""
    found = sample_plan().channels.type(channel, kind)
    return "" if found is None else approach(found, channel, language())
