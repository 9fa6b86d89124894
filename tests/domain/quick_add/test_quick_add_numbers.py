"""Costs, quantities, durations and kilometres in a line, and the numbers that are none of these."""

import pytest

from salgsplan_tui.domain.amounts import text_from_ore
from tests.domain.quick_add.lines import codes, reading, refused

COSTS = [
    ("1500 kr", "1500.00"),
    ("1500kr", "1500.00"),
    ("1 500 kr", "1500.00"),
    ("1\u00a0500 kr", "1500.00"),
    ("12 500 000 kr", "12500000.00"),
    ("1500,50 kr", "1500.50"),
    ("1500.5 kr", "1500.50"),
    ("1 500,50 kr", "1500.50"),
    ("1.234,50 kr", "1234.50"),
    ("1,234.50 kr", "1234.50"),
    ("500 kroner", "500.00"),
    ("500 kr.", "500.00"),
    ("500,-", "500.00"),
    ("500,–", "500.00"),
    ("kr 500", "500.00"),
    ("kr. 500", "500.00"),
    ("kr500", "500.00"),
    ("kr 500,-", "500.00"),
    ("NOK 500", "500.00"),
    ("500 NOK", "500.00"),
    ("12k", "12000.00"),
    ("1,5k", "1500.00"),
    ("NOK 12k", "12000.00"),
    ("12 tusen kroner", "12000.00"),
    ("1,2 mill", "1200000.00"),
    ("1.2 million kr", "1200000.00"),
    ("for 500 kr", "500.00"),
    ("0 kr", "0.00"),
    ("à 150 kr", "150.00"),
]


@pytest.mark.parametrize(("words", "amount"), COSTS, ids=[words for words, _ in COSTS])
def test_an_amount_with_a_currency_is_a_cost(words: str, amount: str) -> None:
    found = reading(f"annonse {words}")
    assert [text_from_ore(item.planned) for item in found.activity.costs] == [amount]
    assert (found.activity.title, found.activity.quantity_planned, codes(found)) == ("annonse", None, [])


@pytest.mark.parametrize("words", ["1.500 kr", "1,500 kr", "kr 1.500", "1.500,-"])
@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_point_or_comma_and_three_digits_is_thousands_in_both_languages_and_said(words: str, language: str) -> None:
    found = reading(f"annonse {words}", language=language)
    assert [item.planned for item in found.activity.costs] == [1500_00]
    assert codes(found) == ["thousands"]
    assert found.notices[0].values["number"] == 1500


PRICED = [
    ("brev til 200 kunder à 22kr", 200, 4400_00, "brev til 200 kunder"),
    ("brev til 200 kunder à 22", 200, 4400_00, "brev til 200 kunder"),
    ("brev til 200 kunder a 22 kr", 200, 4400_00, "brev til 200 kunder"),
    ("letter to 200 customers at 22 kr", 200, 4400_00, "letter to 200 customers"),
    ("brev 200 x 22 kr", 200, 4400_00, "brev 200"),
    ("brev 200x22kr", 200, 4400_00, "brev"),
    ("brev 200 stk à kr 22,50", 200, 4500_00, "brev 200 stk"),
    ("brev til 3 200 kunder à 22,50 kr", 3200, 72000_00, "brev til 3 200 kunder"),
    ("lunsj for 12 personer à 150 kr", 12, 1800_00, "lunsj for 12 personer"),
]


@pytest.mark.parametrize(("line", "quantity", "total", "title"), PRICED, ids=[line for line, *_ in PRICED])
def test_so_many_at_an_amount_each_is_their_product(line: str, quantity: int, total: int, title: str) -> None:
    found = reading(line).activity
    assert (found.quantity_planned, [item.planned for item in found.costs], found.title) == (quantity, [total], title)


def test_two_costs_are_two_items() -> None:
    assert [item.planned for item in reading("messe 45k standmateriell 3 000 kr").activity.costs] == [45000_00, 3000_00]


def test_the_number_of_a_week_or_an_hour_belongs_to_it_and_not_to_the_amount() -> None:
    for words in ("uke 43 500 kr", "uke 43 kr 500", "kl 10 500 kr", "fre kr 500", "fre 10 kr 500", "3.11 kr 500"):
        found = reading(f"annonse {words}").activity
        assert [item.planned for item in found.costs] == [500_00], words
    assert str(reading("annonse uke 43 500 kr").activity.bucket) == "2026-W43"


def test_an_hour_before_a_group_of_three_digits_is_refused_unless_a_hard_space_joins_them() -> None:
    assert refused("annonse fre 10 500 kr") == ("hour_or_amount", "10 500 kr")
    assert refused("annonse i morgen 9 500,-") == ("hour_or_amount", "9 500,-")
    found = reading("annonse fre 10\u00a0500 kr").activity
    assert (found.start, [item.planned for item in found.costs]) == (None, [10500_00])


def test_an_amount_of_a_day_and_a_month_is_what_is_left_of_them() -> None:
    found = reading("annonse november 12 500 kr").activity
    assert (found.bucket, [item.planned for item in found.costs]) == ("2026-11", [12500_00])


QUANTITIES = [
    ("telefon 40 stk", 40, "calls"),
    ("telefon 40stk", 40, "calls"),
    ("40 samtaler fre", 40, "calls"),
    ("ringe 16 A- og B-emner", 16, "calls"),
    ("webinar 25 deltakere", 25, "attendees"),
    ("ring Kari 3", 3, "calls"),
    ("telefon 1 200 stk", 1200, "calls"),
    ("plukke 30 epler", 30, None),
    ("plukke 30 stk", 30, "pieces"),
    ("plukke 30 møter", 30, "meetings"),
    ("call 40 customers", 40, "calls"),
]


@pytest.mark.parametrize(("line", "quantity", "unit"), QUANTITIES, ids=[line for line, *_ in QUANTITIES])
def test_a_number_of_things_is_a_quantity_and_stays_in_the_title(line: str, quantity: int, unit: str | None) -> None:
    found = reading(line).activity
    assert (found.quantity_planned, found.unit) == (quantity, unit)
    assert found.title == line.removesuffix(" fre")


NAMES = [
    "annonse i Fagbladet nr. 1",
    "møte i Storgata 5",
    "messe Oslo 2027",
    "tilbud T04",
    "svar på sak 0042",
    "webinar om versjon 2.0",
    "kurs 2 dager",
    "ring Kari etter 14",
    "demo av modell 3.14159",
    "1:1 med Kari",
    "banner 800x600",
    "1/2 side annonse",
    "annonse den 3. runden",
    "service 24/7",
    "20 % rabatt",
]


@pytest.mark.parametrize("line", NAMES)
def test_a_number_that_is_part_of_a_name_stays_in_the_title_alone(line: str) -> None:
    found = reading(line).activity
    assert (found.quantity_planned, found.date, found.start, found.title) == (None, None, None, line)


@pytest.mark.parametrize(
    "line",
    ["ring 22 33 44 55 Kari", "ring 22334455 Kari", "ring 900 12 345 Kari", "ring +47 22 33 44 55", "ring +4722334455"],
)
def test_a_telephone_number_is_no_quantity(line: str) -> None:
    found = reading(line).activity
    assert (found.quantity_planned, found.costs, found.title) == (None, (), line)


DURATIONS = [
    ("30m", 30),
    ("45 min", 45),
    ("90 minutter", 90),
    ("1t", 60),
    ("1h", 60),
    ("2 timer", 120),
    ("1t30", 90),
    ("1t30m", 90),
    ("1h30min", 90),
    ("1,5t", 90),
    ("1.5 h", 90),
    ("1 t 30 min", 90),
    ("1 time og 15 minutter", 75),
    ("en time", 60),
    ("an hour", 60),
    ("to timer", 120),
    ("two hours", 120),
    ("halvannen time", 90),
    ("en halv time", 30),
    ("half an hour", 30),
    ("et kvarter", 15),
    ("for 30 min", 30),
    ("på 30 min", 30),
]


@pytest.mark.parametrize(("words", "minutes"), DURATIONS, ids=[words for words, _ in DURATIONS])
def test_a_duration_is_read_and_leaves_the_title(words: str, minutes: int) -> None:
    found = reading(f"møte {words}")
    assert (found.activity.minutes, found.activity.title, codes(found)) == (minutes, "møte", [])


SAID = ["read_as_minutes"]


@pytest.mark.parametrize(
    ("words", "notices"), [("3m", SAID), ("6m", SAID), ("12m", SAID), ("10m", []), ("30m", []), ("3 min", [])]
)
def test_a_short_m_that_could_be_months_is_minutes_and_said(words: str, notices: list[str]) -> None:
    found = reading(f"annonse {words}")
    assert found.activity.minutes == int(words.rstrip(" min"))
    assert codes(found) == notices


@pytest.mark.parametrize("words", ["46 km", "46km", "km:46", "km: 46 km"])
def test_kilometres_are_read(words: str) -> None:
    found = reading(f"besøk Berg {words} 380 kr").activity
    assert (found.km_planned, found.title) == (46, "besøk Berg")
    assert [item.planned for item in found.costs] == [380_00]


REFUSALS = [
    ("annonse 500 eur", "other_currency", "500 eur"),
    ("annonse €500", "other_currency", "€500"),
    ("annonse 99999 mill kr", "too_large", "99999 mill kr"),
    ("telefon 99999999999 stk", "too_large", "99999999999"),
    ("møte 0m", "not_a_duration", "0m"),
    ("møte 99999t", "not_a_duration", "99999t"),
    ("møte 1t og så 2t", "two_durations", "2t"),
    ("besøk km:x", "not_a_number", "km:x"),
    ("besøk verdi:x", "not_an_amount", "verdi:x"),
]


@pytest.mark.parametrize(("line", "key", "words"), REFUSALS, ids=[line for line, *_ in REFUSALS])
def test_a_number_that_cannot_be_held_is_refused_with_its_place(line: str, key: str, words: str) -> None:
    assert refused(line) == (key, words)


MINUTES = [
    ("ring Kari", 10),
    ("telefon 40 stk", 400),
    ("besøk 3 kunder", 180),
    ("ringeøkt 16 samtaler", 120),
    ("brev til 200 kunder", 180),
    ("messe 10.3-12.3", 1260),
    ("messe 12.-14.11", 840),
    ("kjør til Drammen", None),
    ("plukke blomster", None),
]


@pytest.mark.parametrize(("line", "minutes"), MINUTES, ids=[line for line, _ in MINUTES])
def test_minutes_that_are_not_said_are_the_types_for_each_one_met_or_each_day_of_a_fair(
    line: str, minutes: int | None
) -> None:
    found = reading(line)
    assert found.activity.minutes == minutes
    assert "duration" not in [chip.kind for chip in found.chips]
