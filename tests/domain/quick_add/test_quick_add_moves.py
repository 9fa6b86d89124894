"""The words for a place in time alone, as `move` takes them. Now is Wednesday 2026-10-07 09:15."""

import pytest

from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.quick_add import read_when
from tests.domain.quick_add.lines import NOW, packaged_words, reading

ROW = reading("ring Kari fre 10:00 30m").activity


def placed(text: str, *, beside_a_row: bool = False, language: str = "nb") -> Placement:
    base = ROW if beside_a_row else None
    return read_when(text, words=packaged_words(), now=NOW, language=language, base=base)


def shown(place: Placement) -> str:
    start = "" if place.start is None else f" {place.start:%H:%M}"
    last = "" if place.end_date is None else f"/{place.end_date}"
    return f"{place.date or place.bucket}{last}{start}"


PLACES = [
    ("fre", "2026-10-09"),
    ("på fredag", "2026-10-09"),
    ("til fredag 10", "2026-10-09 10:00"),
    ("fre 14", "2026-10-09 14:00"),
    ("fre kl 14.30", "2026-10-09 14:30"),
    ("Friday 2pm", "2026-10-09 14:00"),
    ("10:30", "2026-10-07 10:30"),
    ("1030", "2026-10-07 10:30"),
    ("930", "2026-10-07 09:30"),
    ("14", "2026-10-07 14:00"),
    ("08:00", "2026-10-08 08:00"),
    ("i morgen", "2026-10-08"),
    ("neste uke", "2026-W42"),
    ("uke 43", "2026-W43"),
    ("tirsdag uke 43 13:00", "2026-10-20 13:00"),
    ("november", "2026-11"),
    ("Q1", "2027-Q1"),
    ("+3d", "2026-10-10"),
    ("om to uker", "2026-10-21"),
    ("om 2 timer", "2026-10-07 11:15"),
    ("12.11", "2026-11-12"),
    ("12.-14.11", "2026-11-12/2026-11-14"),
    ("2026-W43", "2026-W43"),
    ("2026-12-01 09:00", "2026-12-01 09:00"),
]


@pytest.mark.parametrize(("text", "place"), PLACES, ids=[text for text, _ in PLACES])
def test_words_for_when_are_read_as_in_a_line(text: str, place: str) -> None:
    assert shown(placed(text)) == place


BESIDE = [
    ("10:30", "2026-10-09 10:30"),
    ("1030", "2026-10-09 10:30"),
    ("14", "2026-10-09 14:00"),
    ("man", "2026-10-12 10:00"),
    ("man 8", "2026-10-12 08:00"),
    ("+3d", "2026-10-10 10:00"),
    ("neste uke", "2026-W42"),
    ("12.-14.11", "2026-11-12/2026-11-14 10:00"),
]


@pytest.mark.parametrize(("text", "place"), BESIDE, ids=[text for text, _ in BESIDE])
def test_a_time_alone_keeps_the_rows_day_and_a_day_alone_its_time(text: str, place: str) -> None:
    assert shown(placed(text, beside_a_row=True)) == place


REFUSALS = [
    ("", "not_understood", ""),
    ("  ", "not_understood", "  "),
    ("tull", "not_understood", "tull"),
    ("fre tull", "not_understood", "tull"),
    ("hver fre", "not_understood", "hver"),
    ("innen fre", "not_understood", "innen"),
    ("fre -> nådd", "not_understood", "fre -> nådd"),
    ("24", "not_understood", "24"),
    ("40", "not_understood", "40"),
    ("25:00", "not_a_time", "25:00"),
    ("fre 10-11", "only_a_start", "10-11"),
    ("uke 43 10:00", "time_needs_a_day", "10:00"),
    ("mandag 25.12", "weekday_mismatch", "mandag 25.12"),
    ("uke 54", "no_such_week", "uke 54"),
]


@pytest.mark.parametrize(("text", "key", "words"), REFUSALS, ids=[text for text, _, _ in REFUSALS])
def test_what_is_not_about_when_is_refused_with_its_place(text: str, key: str, words: str) -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        placed(text)
    start, end = caught.value.at or (0, 0)
    assert (caught.value.key, text[start:end]) == (key, words)
