"""The options that every command takes."""

import re
from pathlib import Path

import pytest

from salgsplan_tui import __version__
from tests.cli.running import Salgsplan


@pytest.mark.parametrize(
    "words", [("--json", "day"), ("day", "--json"), ("dag", "--json"), ("--json", "--lang=en", "day")]
)
def test_an_option_stands_before_or_after_the_command(salgsplan: Salgsplan, words: tuple[str, ...]) -> None:
    assert salgsplan(*words).json["planned_minutes"] == 120


@pytest.mark.parametrize("words", [("--version",), ("day", "--version"), ("--version", "--lang", "en")])
def test_the_version_is_told_and_nothing_else_is_done(new_plan: Salgsplan, words: tuple[str, ...]) -> None:
    assert new_plan(*words) == (0, f"salgsplan {__version__}\n", "")


def test_a_folder_after_home_goes_before_the_one_of_the_environment(salgsplan: Salgsplan, tmp_path: Path) -> None:
    other = tmp_path / "other"
    assert salgsplan("--home", str(other), "list", "--json").json["activities"] == []
    assert len(salgsplan("list", "--json").json["activities"]) == 47


def test_today_is_any_day_that_is_asked_for(salgsplan: Salgsplan) -> None:
    assert "torsdag 18. februar 2027 · uke 7" in salgsplan("--today", "2027-02-18", "day").out
    assert "fredag 19. februar 2027" in salgsplan("day", environment={"SALGSPLAN_TODAY": "2027-02-19"}).out


def test_without_a_time_today_is_its_beginning(salgsplan: Salgsplan) -> None:
    overdue = salgsplan("--today", "2027-02-16", "list", "--status", "overdue", "--json").json["activities"]
    assert overdue == []
    overdue = salgsplan("--today", "2027-02-16T11:01", "list", "--status", "overdue", "--json").json["activities"]
    assert [row["id"] for row in overdue] == ["a26"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--today", "17.2"), "«17.2» er ikke en dato som 2027-02-17 eller 2027-02-17T08:00."),
        (("--today", "2027-02-17T08:00+01:00"), "er ikke en dato som"),
        (("--lang", "de"), "«de» er ikke et språk her. Velg nb eller en."),
        (("--width", "5"), "«5» er ikke en bredde. Bruk 20 til 1000."),
        (("--width",), "Valget --width må ha en verdi."),
        (("--json=3",), "Valget --json tar ingen verdi."),
        (("--jsn",), "Valget --jsn finnes ikke. Mente du --json"),
        (("--qqqq",), "Valget --qqqq finnes ikke."),
    ],
)
def test_an_option_that_cannot_be_used_is_told_and_the_exit_code_is_2(
    salgsplan: Salgsplan, words: tuple[str, ...], said: str
) -> None:
    for answer in (salgsplan(*words), salgsplan("day", *words)):
        assert (answer.code, answer.out) == (2, "")
        assert said in answer.err
        assert "--help" in answer.err


def test_a_date_of_the_environment_that_is_none_is_told(salgsplan: Salgsplan) -> None:
    answer = salgsplan("day", environment={"SALGSPLAN_TODAY": "soon"})
    assert answer.code == 2
    assert "«soon» er ikke en dato" in answer.err


@pytest.mark.parametrize(
    ("language", "said"), [("nb", "er for mye her"), ("en", "is too much here"), ("no", "er for mye")]
)
def test_a_mistake_is_told_in_the_language_asked_for_wherever_it_stands(
    salgsplan: Salgsplan, language: str, said: str
) -> None:
    assert said in salgsplan("where", "over", "there", "--lang", language).err
    assert said in salgsplan("--lang", language, "where", "over", "there").err


def test_the_language_is_the_settings_and_else_the_locales(salgsplan: Salgsplan) -> None:
    english = {"LANG": "en_GB.UTF-8"}
    settings = salgsplan.home / "settings.toml"
    plain = settings.read_text("utf-8")
    settings.write_text(plain.replace("schema = 1\n", 'schema = 1\nlanguage = "nb"\n'), "utf-8")
    assert "onsdag" in salgsplan("day", environment=english).out
    settings.write_text(plain, "utf-8")
    assert "Wednesday 17 February 2027" in salgsplan("day", environment=english).out
    assert "onsdag" in salgsplan("day", environment={"LANG": "C"}).out


def test_settings_that_cannot_be_read_do_not_hide_a_mistake(salgsplan: Salgsplan) -> None:
    (salgsplan.home / "settings.toml").write_bytes(b"\xff\x00[[[")
    assert "er for mye her" in salgsplan("where", "over", "there").err


def test_nothing_is_coloured_but_for_a_person_who_wants_colours(salgsplan: Salgsplan) -> None:
    assert "\x1b[" in salgsplan("day", is_terminal=True).out
    for plain in (
        salgsplan("day"),
        salgsplan("day", "--no-color", is_terminal=True),
        salgsplan("day", is_terminal=True, environment={"NO_COLOR": "1"}),
        salgsplan("day", is_terminal=True, environment={"TERM": "dumb"}),
    ):
        assert "\x1b" not in plain.out


def test_colours_are_never_the_only_meaning(salgsplan: Salgsplan) -> None:
    coloured = salgsplan("day", is_terminal=True).out
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == salgsplan("day").out
