"""Every field of a plan that the screen's forms change is changed on the command line too, so the two cannot drift."""

import datetime as dt
from collections.abc import Mapping
from typing import Final, get_args

import pytest
import tomli

from salgsplan_tui.cli.commands.budget import budget_command
from salgsplan_tui.cli.commands.goals import goals_command
from salgsplan_tui.cli.commands.programme import programme_command
from salgsplan_tui.cli.plan_parts_by_option import ADDED, CHANGED
from salgsplan_tui.cli.programme_changes import OWN
from salgsplan_tui.domain.fields import Value
from salgsplan_tui.domain.plan_parts import (
    Benefit,
    BudgetLine,
    DepartmentActivity,
    FocusArea,
    MarketShareTarget,
    Product,
    Segment,
    TextSection,
)
from salgsplan_tui.domain.programme import ActivityProgramme, Goal, PlanKind, Strategy
from salgsplan_tui.tui.desk import Desk
from salgsplan_tui.tui.part_fields import FORMS
from salgsplan_tui.tui.part_names import OFFERED
from salgsplan_tui.tui.plan_fields import plan_fields
from salgsplan_tui.tui.plan_readers import PlanReader
from tests.cli.running import Salgsplan
from tests.tui.opening import session_on

MADE: Final[Mapping[type[Value], tuple[str, ...]]] = {
    Goal: ("goals", "--add", "8 ordre innen 31.3."),
    Strategy: ("programme", "--strategy", "Partnere"),
    ActivityProgramme: ("programme", "--activities", "Partnermøter"),
    BudgetLine: ("budget", "--add", "Podkast 12 000"),
    FocusArea: ("programme", "--focus", "skoler"),
    Product: ("programme", "--product", "Luftrenser 8000/7000"),
    Segment: ("programme", "--segment", "hoteller"),
    Benefit: ("programme", "--benefit", "hoteller: bedre omtale"),
    DepartmentActivity: ("programme", "--work", "Åpent hus, 10.3.2027, Drammen"),
    MarketShareTarget: ("programme", "--market", "total=85 mill", "--market", "share=12"),
    TextSection: ("programme", "--text", "Bakgrunn=Slik er det"),
}
"""How a part of each kind is made."""
TABLES: Final[Mapping[type[Value], str]] = {
    Goal: "goal",
    Strategy: "strategy",
    ActivityProgramme: "programme",
    BudgetLine: "budget_line",
    FocusArea: "focus_area",
    Product: "product",
    Segment: "segment",
    Benefit: "benefit",
    DepartmentActivity: "department_activity",
    MarketShareTarget: "market_share",
    TextSection: "section",
}
"""The table of each kind in a plan's file."""
SET: Final[Mapping[type[Value], Mapping[str, tuple[str, object]]]] = {
    Goal: {
        "title": ("Ti ordre", "Ti ordre"),
        "target": ("10", "10.00"),
        "unit": ("poeng", "points"),
        "deadline": ("15.3.2027", "2027-03-15"),
        "direction": ("høyst", "down"),
        "measure": ("", None),
        "area": ("service", "service"),
        "baseline": ("2,5", "2.50"),
        "parent": ("tm1", "tm1"),
        "focus_area": ("serviceavtaler", "f3"),
    },
    Strategy: {
        "title": ("Gode partnere", "Gode partnere"),
        "goals": ("m1, merkjøp", ["m1", "m3"]),
        "focus_area": ("f1", "f1"),
        "text": ("Ring dem", "Ring dem"),
    },
    ActivityProgramme: {
        "title": ("Partnerdager", "Partnerdager"),
        "strategy": ("synlig", "st4"),
        "goals": ("2", ["m2"]),
        "audience": ("arkitekter", "arkitekter"),
        "owner": ("Ingrid", "Ingrid"),
        "start": ("1.3.2027", "2027-03-01"),
        "end": ("12.3.2027", "2027-03-12"),
    },
    BudgetLine: {
        "title": ("Lydbok", "Lydbok"),
        "amount": ("1.500,50", "1500.50"),
        "strategy": ("ring først", "st1"),
        "parent": ("felles annonser", "mb2"),
        "mileage": ("ja", True),
    },
    FocusArea: {"title": ("barnehager", "barnehager")},
    Product: {
        "title": ("Stor luftrenser", "Stor luftrenser"),
        "priority": ("3", 3),
        "target_price": ("9k", "9000.00"),
        "floor_price": ("8 500 kr", "8500.00"),
        "margin": ("42,5 %", "42.50"),
    },
    Segment: {"title": ("Kontorer", "Kontorer")},
    Benefit: {"segment": ("skoler", "skoler"), "product": ("", None), "text": ("ro", "ro")},
    DepartmentActivity: {
        "title": ("Kundekveld", "Kundekveld"),
        "channel": ("webinar", "webinar"),
        "start": ("11.3.2027", "2027-03-11"),
        "end": ("12.3.2027", "2027-03-12"),
        "place": ("Oslo", "Oslo"),
        "audience": ("arkitekter", "arkitekter"),
        "cost": ("12 000", "12000.00"),
        "owner": ("Rune", "Rune"),
        "control": ("liste", "liste"),
    },
    MarketShareTarget: {
        "market": ("inneklima", "inneklima"),
        "basis": ("kunder", "customers"),
        "total": ("90 mill", "90000000.00"),
        "share": ("11,5", "11.50"),
        "value": ("10 350 000", "10350000.00"),
    },
    TextSection: {"title": ("Om oss", "Om oss"), "text": ("Ny tekst", "Ny tekst")},
}
"""What is typed for each field of each form, and what the file says then."""
KINDS: Final = pytest.mark.parametrize("kind", list(FORMS), ids=lambda kind: kind.__name__)


def reader(salgsplan: Salgsplan) -> PlanReader:
    session = session_on(salgsplan.home)
    session.need_sales_plans()
    return PlanReader(Desk(session, {}))


def parts(salgsplan: Salgsplan, kind: type[Value]) -> list[dict[str, object]]:
    plan = tomli.loads((salgsplan.home / "plans/q1-2027.toml").read_text("utf-8"))
    found = plan.get(TABLES[kind], [])
    return [found] if isinstance(found, dict) else found


@KINDS
def test_every_field_of_a_form_has_a_row_in_this_table(salgsplan: Salgsplan, kind: type[Value]) -> None:
    forms = reader(salgsplan)
    assert [each.name for each in FORMS[kind](forms, forms.plan.sales_plans["q1-2027"])] == list(SET[kind])


@KINDS
def test_each_field_is_set_as_its_form_would_and_all_are_taken_back(salgsplan: Salgsplan, kind: type[Value]) -> None:
    command, *making = MADE[kind]
    assert salgsplan(command, *making).code == 0
    before = parts(salgsplan, kind)[-1]
    part = "market_share" if kind is MarketShareTarget else str(before["id"])
    pairs = [word for name, (typed, _kept) in SET[kind].items() for word in ("--set", part, f"{name}={typed}")]
    answer = salgsplan(command, *pairs)
    assert answer.code == 0, answer.err
    after = parts(salgsplan, kind)[-1]
    found = {name: str(after[name]) if isinstance(after.get(name), dt.date) else after.get(name) for name in SET[kind]}
    assert found == {name: kept for name, (_typed, kept) in SET[kind].items()}
    assert salgsplan("undo").code == 0
    assert parts(salgsplan, kind)[-1] == before


def test_every_kind_of_part_the_screen_offers_has_its_options() -> None:
    offered = {kind for kinds in OFFERED.values() for kind in kinds}
    assert offered | {BudgetLine, Goal} == {BudgetLine, Goal, *CHANGED}
    assert set(FORMS) == {*CHANGED, Goal, BudgetLine} == set(MADE)
    options = {each.name for each in programme_command.params}
    assert {*ADDED, "market", "text"} <= options
    shared = {"edit", "settings", "place", "remove"}
    for command in (programme_command, goals_command, budget_command):
        assert shared <= {each.name for each in command.params}


@pytest.mark.parametrize("kind", get_args(PlanKind))
def test_every_field_of_a_plan_itself_has_its_option(salgsplan: Salgsplan, kind: PlanKind) -> None:
    names = {each.name for each in plan_fields(reader(salgsplan), kind, None, is_new=False)}
    grouped = {name.partition("-")[0] for name in names if "-" in name}
    assert {name for name in names if "-" not in name} <= set(OWN)
    assert grouped <= {"rates", "market_share"}, "--rate and --market set these"
    options = {option for each in programme_command.params for option in each.opts}
    assert {f"--{option}" for option in OWN.values()} | {"--rate", "--market"} <= options
