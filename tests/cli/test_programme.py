"""`programme`: the plan in short, and its seven-column table as Markdown, HTML, CSV and JSON."""

import csv
import io
from pathlib import Path

import pytest

from tests.cli.running import Salgsplan


def test_a_programme_says_what_it_is_and_what_it_hangs_under(salgsplan: Salgsplan) -> None:
    lines = salgsplan("program").lines()
    assert lines[0].startswith("1. kvartal 2027")
    assert lines[1].startswith(
        "markedsprogram (operativt salgsprogram) · 4. januar – 31. mars 2027".replace(" – ", "–")
    )
    assert lines[2:5] == [
        "↑ Øst 2026–2027 · taktisk salgsplan",
        "↑ Ren luft der folk er · strategisk salgsplan",
        "↑ Tindeluft mot 2031 · strategisk plan",
    ]
    assert "Ring først, besøk deretter" in lines


def test_the_table_has_seven_columns_and_every_activity_that_counts(salgsplan: Salgsplan) -> None:
    rows = list(csv.reader(io.StringIO(salgsplan("programme", "--format", "csv").out)))
    assert rows[0] == ["Tidsperiode", "Mål", "Målgruppe", "Aktivitet", "Kostnadsbudsjett i kr", "Ansvar", "Kontroll"]
    assert (len(rows) - 1, {len(row) for row in rows}) == (46, {7})
    fair = next(row for row in rows if row[3].startswith("Fagmessen"))
    assert fair[0].replace("\xa0", " ") == "10.–12. mars 2027"
    assert (fair[4], fair[5], fair[6]) == ("42318.00", "Ingrid Solvang", "60 samtaler")
    done = next(row for row in rows if row[3] == "Brev til 60 borettslag")
    assert (done[2], done[4], done[6]) == ("60 borettslag", "2340.00", "60 av 60 brev: 3 svar, møter avtalt 1")


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("form", ["txt", "md", "html", "csv"])
def test_every_format_is_written_in_both_languages(
    salgsplan: Salgsplan, form: str, language: str, tmp_path: Path
) -> None:
    file = tmp_path / f"programme.{form}"
    assert salgsplan("programme", "-o", str(file), "--lang", language).code == 0
    text = file.read_text("utf-8")
    assert "Ringeøkt" in text or form == "txt"
    assert salgsplan("programme", "--format", form, "--lang", language).out == text


def test_text_from_the_plan_is_nothing_but_text(salgsplan: Salgsplan) -> None:
    assert salgsplan("add", '"=1+1 <b>|*" 3.3 10:00').code == 0
    assert "'=1+1" in salgsplan("programme", "--format", "csv").out
    assert "&lt;b&gt;" in salgsplan("programme", "--format", "html").out
    assert "\\<b\\>\\|\\*" in salgsplan("programme", "--format", "md").out


def test_other_programs_read_what_it_is_and_what_it_lacks(salgsplan: Salgsplan) -> None:
    document = salgsplan("programme", "--json").json
    assert list(document) == ["schema", "as_of", "programme", "rows", "without_goal", "effort"]
    programme = document["programme"]
    assert (programme["id"], programme["lacks"], programme["cautions"]) == ("q1-2027", [], [])
    assert len(document["rows"]) == 46
    assert document["without_goal"] == []


def test_without_a_programme_there_is_nothing_wrong(new_plan: Salgsplan) -> None:
    assert new_plan("programme", "--json").json["programme"] is None
    assert new_plan("programme").code == 0


def test_what_to_look_out_for_is_told_in_words_and_codes(salgsplan: Salgsplan) -> None:
    file = salgsplan.home / "plans/q1-2027.toml"
    text = file.read_text("utf-8").replace('parent = "ost-2026-2027"', 'parent = "gone"')
    wish = '\n[[goal]]\nid = "m9"\ntitle = "Bli bedre på salg"\n\n[[strategy]]\nid = "st1"'
    file.write_text(text.replace('\n[[strategy]]\nid = "st1"', wish, 1), "utf-8")
    cautions = salgsplan("programme", "--json").json["programme"]["cautions"]
    assert cautions == [{"code": "unknown_parent", "about": "gone"}, {"code": "vision", "about": "m9"}]
    assert "! en visjon, for den har ikke tall, enhet eller frist: Bli bedre på salg" in salgsplan("programme").lines()


def test_hours_and_kroner_with_and_without_a_goal_add_up(salgsplan: Salgsplan) -> None:
    effort = salgsplan("programme", "--json").json["effort"]
    parts = [effort[name] for name in ("with_goal", "without_goal", "own_work")]
    assert sum(part["minutes"] for part in parts) == effort["total"]["minutes"] == 5400
    assert sum(round(float(part["cost"]) * 100) for part in parts) == 99_918_80
    assert effort["areas"] == [{"id": "f3", "activities": 9, "minutes": 810, "cost": "2970.20"}]
    text = salgsplan("programme").out
    assert "for et mål" in text
    assert "satsningsområde: Serviceavtaler" in text


def test_it_tells_whether_all_of_it_fits(salgsplan: Salgsplan) -> None:
    text = salgsplan("programme", "--fit").out.replace("\xa0", " ")
    fit = salgsplan("programme", "--fit", "--json").json
    left = (fit["capacity"] - fit["planned"] - fit["needed"] + 1) / 60
    assert f"Ja, {left:.1f} t er igjen.".replace(".", ",", 1) in text
    assert "uke 10" in text
    assert (fit["fits"], fit["capacity"]) == (True, 12375)
    assert [week["week"] for week in fit["weeks"]] == [f"2027-W{number:02}" for number in range(7, 14)]
    assert (fit["breaks"], fit["advice"]) == (None, [])


def test_without_a_programme_nothing_is_said_to_fit(salgsplan: Salgsplan) -> None:
    assert salgsplan("programme", "--fit", "--today", "2031-01-01").code == 0
    assert salgsplan("programme", "--fit", "--json", "--today", "2031-01-01").json["fits"] is None
