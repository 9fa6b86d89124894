"""A playbook is made of rows: each as far from the date as it stands, under a code made of the name."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.offsets import away
from salgsplan_tui.domain.playbook_edits import offset_between, playbook_from, usual_anchor
from salgsplan_tui.domain.playbooks import Run, rows_of
from tests.planning import plan_of, row

FAIR = row("a2", date="2027-03-10", title="Messe", channel="trade_fair", material_due="2027-02-24")
LAST = row("a3", date="2027-03-15", title="Følg opp", offset="3wd")
days = st.dates(dt.date(2026, 1, 1), dt.date(2028, 12, 31))


@given(days, st.integers(-999, 999))
def test_an_offset_leads_back_to_the_day_it_was_made_from(day: dt.date, distance: int) -> None:
    other = day + dt.timedelta(days=distance)
    assert away(day, offset_between(day, other)) == other


def test_what_stands_too_far_off_is_refused() -> None:
    with pytest.raises(RefusedError, match="playbook_too_long"):
        offset_between(dt.date(2027, 1, 1), dt.date(2030, 1, 1))


def test_the_others_seem_to_stand_around_a_fair_or_the_date_of_a_run_else_the_last() -> None:
    assert usual_anchor((LAST, FAIR)) is FAIR
    run = row("a1", date="2027-03-09", offset="0d")
    assert usual_anchor((LAST, FAIR, run)) is run
    assert usual_anchor((row("b2", date="2027-03-01"), LAST)) is LAST


@pytest.mark.parametrize(
    ("name", "code"), [("Åpent hus på Økern", "apent_hus_pa_okern"), ("!!!", "own"), ("x" * 60, "x" * 29)]
)
def test_the_code_is_made_of_the_name(name: str, code: str) -> None:
    assert playbook_from((FAIR, LAST), FAIR, name, ()).code == code


def test_the_same_code_twice_gets_a_number_and_material_goes_along() -> None:
    first = playbook_from((FAIR, LAST), FAIR, "Å!", ())
    second = playbook_from((FAIR, LAST), FAIR, "Å?", (first,))
    assert (first.code, second.code) == ("a", "a_2")
    assert second.steps[0].material == "-10wd"


def test_a_fair_of_three_days_lasts_three_days_again() -> None:
    fair = FAIR.changed_to(end_date=dt.date(2027, 3, 12))
    made = playbook_from((fair, LAST), fair, "Messe", ())
    planned = rows_of(Run(made, dt.date(2027, 11, 9), ("r1", "x1", "x2"), "nb"), plan_of())
    assert [(row.date, row.end_date) for row in planned] == [
        (dt.date(2027, 11, 9), dt.date(2027, 11, 11)),
        (dt.date(2027, 11, 12), None),
    ]
