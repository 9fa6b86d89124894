"""`day`, `week` and `timetable` as text."""

import pytest

from salgsplan_tui.language.safe import width as cells
from tests.cli.running import Salgsplan

TIMETABLES = tuple(
    f"timetable --layout {layout} --measure {measure}"
    for layout in ("days", "channels", "programmes")
    for measure in ("activities", "hours", "cost")
)


def test_the_day_is_told_from_top_to_bottom(salgsplan: Salgsplan) -> None:
    lines = salgsplan("day").lines()
    assert lines[0].startswith("onsdag 17. februar 2027 · uke 7")
    assert "2,0 + 2,0 forfalt av 7,5 t" in lines[0]
    order = [
        "forfalt",
        "a26  ! tir 16.2. 09:00",
        "i dag",
        "a27",
        "09:30   ledig 1 t 30 m",
        "a28  ● 11:00",
        "a29",
        "må gjøres denne uken",
    ]
    found = [next(number for number, line in enumerate(lines) if line.startswith(start)) for start in order]
    assert found == sorted(found)
    assert lines[-1] == "3 Ringe 16 A- og B-emner"


def test_the_day_is_told_in_english(salgsplan: Salgsplan) -> None:
    text = salgsplan("day", "--lang", "en").out
    assert "Wednesday 17 February 2027 · week 7" in text
    assert "2.0 + 2.0 overdue of 7.5 h" in text
    assert "free 1 h 30 m" in text


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("fredag", "fredag 19. februar 2027"),
        ("i går", "tirsdag 16. februar 2027"),
        ("i morgen", "torsdag 18. februar 2027"),
        ("+3d", "lørdag 20. februar 2027"),
        ("15.2", "mandag 15. februar 2027"),
        ("4. januar", "mandag 4. januar 2027"),
        ("30.12", "onsdag 30. desember 2026"),
        ("2027-03-10", "onsdag 10. mars 2027"),
        ("uke 6", "mandag 8. februar 2027"),
    ],
)
def test_a_day_is_named_in_words_and_without_a_year_it_is_the_nearest(
    salgsplan: Salgsplan, words: str, day: str
) -> None:
    assert salgsplan("day", *words.split()).lines()[0].startswith(day)


@pytest.mark.parametrize(
    ("words", "week"),
    [
        ("", "uke 7 · 15.–21. februar 2027"),
        ("2027-W06", "uke 6 · 8.–14. februar 2027"),
        ("6", "uke 6 · 8.–14. februar 2027"),
        ("W8", "uke 8 · 22.–28. februar 2027"),
        ("neste uke", "uke 8 · 22.–28. februar 2027"),
        ("1.3", "uke 9 · 1.–7. mars 2027"),
        ("50", "uke 50 · 7.–13. desember 2026"),
    ],
)
def test_a_week_is_named_by_number_words_or_a_day_in_it(salgsplan: Salgsplan, words: str, week: str) -> None:
    assert salgsplan("week", *words.split()).lines()[0].startswith(week)


@pytest.mark.parametrize("words", [("day", "konferanse"), ("week", "54"), ("day", "31.2"), ("week", "2027-W53")])
def test_what_is_no_day_or_week_is_refused(salgsplan: Salgsplan, words: tuple[str, ...]) -> None:
    answer = salgsplan(*words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("salgsplan: ")


def test_a_holiday_is_named(salgsplan: Salgsplan) -> None:
    assert "grunnlovsdagen, 2. pinsedag" in salgsplan("day", "2027-05-17").out
    assert "skjærtorsdag" in salgsplan("week", "2027-W12").out


def test_a_double_booking_is_told_under_its_row(salgsplan: Salgsplan) -> None:
    salgsplan("add", "møte Granholt i dag 11:30 1t")
    assert salgsplan("day").out.count("! dobbeltbooket") == 2


def test_a_row_of_several_days_stands_on_each_of_them(salgsplan: Salgsplan) -> None:
    text = salgsplan("week", "2027-W10").out
    assert text.count("Fagmessen Inneluftdagene") == 3
    assert "til fre 12.3." in text


def test_what_has_no_day_yet_stands_by_itself(salgsplan: Salgsplan) -> None:
    salgsplan("add", "brev til 60 borettslag denne uka")
    assert "uten dag ennå" in salgsplan("week").out
    assert "denne uken, uten dag" in salgsplan("day").out


def test_the_totals_of_the_channels_stand_under_the_week(salgsplan: Salgsplan) -> None:
    lines = salgsplan("week").lines()
    phone = next(line for line in lines[lines.index("kanaler") :] if "telefon" in line)
    assert phone.split()[-3:] == ["2", "2,5", "t"]


def test_an_empty_plan_is_shown_and_nothing_is_made(new_plan: Salgsplan) -> None:
    for words in (("day",), ("week",), ("timetable",), ("list",), ("channels",), ("check",), ("where",)):
        assert new_plan(*words).code == 0
    assert not new_plan.home.exists()


def test_looking_changes_no_file_not_even_its_time(salgsplan: Salgsplan) -> None:
    before = {path: path.stat().st_mtime_ns for path in salgsplan.home.rglob("*")}
    for words in ("day", "week", "timetable", "list", "show a27", "check", "parse ring Ali", "channels"):
        salgsplan(*words.split())
    assert {path: path.stat().st_mtime_ns for path in salgsplan.home.rglob("*")} == before


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
@pytest.mark.parametrize("words", ["day", "week", "list", "channels", "day 2027-03-10", "week 2027-W10", *TIMETABLES])
def test_text_fits_the_width(salgsplan: Salgsplan, width: int, words: str) -> None:
    for language in ("nb", "en"):
        lines = salgsplan(*words.split(), "--width", str(width), "--lang", language).out.splitlines()
        assert max(map(cells, lines)) <= width
        assert all(line == line.rstrip() for line in lines)


def test_the_width_is_the_environments_where_none_is_asked_for(salgsplan: Salgsplan) -> None:
    assert max(map(len, salgsplan("list", environment={"COLUMNS": "100"}).out.splitlines())) > 90
    assert max(map(len, salgsplan("list").out.splitlines())) <= 80


@pytest.mark.parametrize("words", ["day", "week", "list", "channels", "show a28", "--help", "timetable"])
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp865"])
def test_a_terminal_without_utf_8_shows_what_it_can(salgsplan: Salgsplan, words: str, encoding: str) -> None:
    text = salgsplan(*words.split(), encoding=encoding).out
    assert text.encode(encoding)
    assert len(text) > 100


def test_signs_that_the_encoding_lacks_are_replaced_cell_for_cell(salgsplan: Salgsplan) -> None:
    utf8, latin = salgsplan("day").out.splitlines(), salgsplan("day", encoding="latin-1").out.splitlines()
    assert [len(line) for line in latin] == [len(line) for line in utf8]
    assert "uke 7" in latin[0]


def test_the_calendar_is_told_with_the_days_and_as_warnings(salgsplan: Salgsplan) -> None:
    assert "Sommerferie" in salgsplan("day", "2027-07-12").lines()
    assert "tir 13.7. · Sommerferie" in salgsplan("week", "2027-W28").lines()
    document = salgsplan("week", "2027-W28", "--json").json
    assert document["capacity_minutes"] == 0
    assert [(each["code"], each["ids"]) for each in document["warnings"]] == [("leave", [])] * 5


def test_the_week_names_its_low_season_and_its_bridge_day(salgsplan: Salgsplan) -> None:
    assert "vinterferie" in salgsplan("week", "2027-W08").lines()[0]
    assert "fre 7.5. · inneklemt dag" in salgsplan("week", "2027-W18").out
