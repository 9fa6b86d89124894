"""Settings: hours by weekday, the kilometre's price by date."""

import datetime as dt

import pytest

from salgsplan_tui.domain.checking import checked
from salgsplan_tui.domain.settings import Settings


def test_a_new_person_works_eight_to_four_with_half_an_hour_for_lunch() -> None:
    settings = Settings()
    assert settings.minutes_by_weekday == {0: 450, 1: 450, 2: 450, 3: 450, 4: 450, 5: 0, 6: 0}


def test_hours_are_written_as_people_write_them() -> None:
    settings = checked(Settings, {"working_hours": {"mon": "09:00-15:30"}, "lunch_minutes": 0})
    assert settings.working_minutes(0) == 390
    assert settings.working_minutes(1) == 0


@pytest.mark.parametrize(
    ("day", "ore"), [("2024-06-01", 500), ("2025-12-31", 500), ("2026-01-01", 530), ("2027-02-17", 530)]
)
def test_a_kilometre_costs_what_it_did_that_day(day: str, ore: int) -> None:
    assert Settings().km_rate(dt.date.fromisoformat(day)) == ore


def test_an_hour_costs_exactly() -> None:
    assert Settings().hour_cost(720) == 516000
