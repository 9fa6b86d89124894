"""`timetable`: three months as text, Markdown, HTML and JSON, on stdout or in a file."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.cli.running import Salgsplan

HOSTILE = (
    '=HYPERLINK("http://x")|`<img src=x onerror=alert(1)>`[a](javascript:x) '
    "</td></table><script>alert(1)</script>\u202e"
)


class Page(HTMLParser):
    """What an HTML page is made of: its tags, their attributes, and the texts of its fields."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.cells: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag != "meta":
            self.open.append(tag)
        if tag in {"td", "th"}:
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if {"td", "th"} & set(self.open):
            self.cells[-1] += data


def with_title(salgsplan: Salgsplan, title: str) -> None:
    week = salgsplan.home / "weeks/2027/2027-W07.toml"
    text = week.read_text("utf-8").replace('"Ring Bjørkely: svar på tilbud T04"', json.dumps(title, ensure_ascii=False))
    week.write_text(text, "utf-8")


def test_the_weeks_are_told_from_the_first_to_the_last(salgsplan: Salgsplan) -> None:
    lines = salgsplan("timetable").lines()
    assert lines[0] == "Timeplan 17. februar–16. mai 2027"
    assert lines[1] == "21 aktiviteter · 50,3 + 1,5 reise av 438,8 t (12 %) · 71 752 kr"
    weeks = [line.strip("› ").split()[0] for line in lines[4:17]]
    assert weeks == [str(number) for number in range(7, 20)]
    assert lines[7].startswith("10 8.3.   ♪━━━ ☎━━━ ▲═══ ════ ════ ━━━━•━━━")
    assert lines[7].endswith("59 % 42 318 10.3. Fagmessen I…")


def test_a_wide_page_tells_the_dates_in_full(salgsplan: Salgsplan) -> None:
    text = salgsplan("timeplan", "--width", "200").out
    assert "∅ uten kundekontakt · 6.5. Kristi himmelfartsdag · 7.5. inneklemt dag" in text


def test_it_begins_on_the_day_that_is_named(salgsplan: Salgsplan) -> None:
    assert salgsplan("timetable", "1.3").lines()[0] == "Timeplan 1. mars–31. mai 2027"
    assert (
        salgsplan("timetable", "2026-12-16", "--lang", "en")
        .lines()[0]
        .startswith("Timetable 16 December 2026 – 15 March 2027")
    )


def test_json_holds_every_layout_and_measure(salgsplan: Salgsplan) -> None:
    document = salgsplan("timetable", "--json").json
    assert document["schema"] == 1
    assert (document["start"], document["end"]) == ("2027-02-17", "2027-05-16")
    assert (document["count"], document["planned_minutes"], document["planned_cost"]) == (21, 3015, "71752.40")
    assert (document["capacity_minutes"], document["load"]) == (26325, "11.79")
    fair = next(week for week in document["weeks"] if week["week"] == "2027-W10")
    assert (fair["load"], fair["planned_cost"]) == ("58.67", "42318.00")
    assert fair["dates"] == [
        {
            "date": "2027-03-10",
            "kind": "fair",
            "code": None,
            "id": "a38",
            "name": "Fagmessen Inneluftdagene (10.–12.3.)",
        },
        {
            "date": "2027-03-12",
            "kind": "material",
            "code": None,
            "id": "a43",
            "name": "Annonse i lokalavis, kvartside",
        },
    ]
    assert [day["planned_minutes"] for day in fair["days"]] == [0, 60, 420, 420, 420, 0, 0]
    assert next(week["week"] for week in document["weeks"] if week["without_contact"]) == "2027-W13"
    assert sum(line["count"] for line in document["channels"]) == 21
    assert sum(line["count"] for line in document["programmes"]) == 21
    assert {row["id"] for row in document["activities"]} >= {"a27", "a35", "a38", "a47"}
    assert salgsplan("timetable", "--format", "json").json == document


def test_the_load_of_a_week_off_is_null(salgsplan: Salgsplan) -> None:
    weeks = {week["week"]: week for week in salgsplan("timetable", "2027-07-12", "--json").json["weeks"]}
    assert weeks["2027-W28"]["load"] is None
    assert weeks["2027-W28"]["capacity_minutes"] == 0
    assert weeks["2027-W28"]["dates"][0]["kind"] == "leave"


@pytest.mark.parametrize("layout", ["days", "channels", "programmes"])
@pytest.mark.parametrize("measure", ["activities", "hours", "cost"])
def test_html_is_whole_fetches_nothing_and_has_a_field_for_each_day_or_week(
    salgsplan: Salgsplan, layout: str, measure: str
) -> None:
    page = Page(salgsplan("timetable", "--format", "html", "--layout", layout, "--measure", measure).out)
    assert page.open == []
    assert not {"script", "link", "img", "iframe", "base", "form"} & set(page.tags)
    assert {name for name, _value in page.attributes} <= {"lang", "charset", "class", "rowspan", "colspan"}
    rows = {"days": 13 + 6 + 1, "channels": 12 + 3, "programmes": 6 + 3}
    assert page.tags.count("tr") == rows[layout]


def test_html_tells_times_lengths_or_prices(salgsplan: Salgsplan) -> None:
    told = {
        measure: " ".join(Page(salgsplan("timetable", "--format", "html", "--measure", measure).out).cells)
        for measure in ("activities", "hours", "cost")
    }
    assert "10:00 ∩ Demonstrasjon i butikk, Solsvingen" in told["activities"]
    assert "∩ Demonstrasjon i butikk, Solsvingen 1 t 30 m" in told["hours"]
    assert "∩ Demonstrasjon i butikk, Solsvingen 1\xa0012\xa0kr" in told["cost"]
    assert "▲ Fagmessen Inneluftdagene (10.–12.3.) 42\xa0318\xa0kr" in told["cost"]
    assert "• 25.3. skjærtorsdag" in told["hours"]
    assert "= 7.5. inneklemt dag" in told["hours"]


def test_a_title_is_nothing_but_text_in_html(salgsplan: Salgsplan) -> None:
    with_title(salgsplan, HOSTILE)
    text = salgsplan("timetable", "--format", "html").out
    page = Page(text)
    assert page.open == []
    assert not {"script", "img"} & set(page.tags)
    assert "\u202e" not in text
    assert any("=HYPERLINK" in cell for cell in page.cells)
    assert not any(cell.lstrip(" ").startswith(tuple("=+-@")) for cell in page.cells)


def test_a_programme_that_is_called_like_a_formula_is_none(salgsplan: Salgsplan) -> None:
    plan = salgsplan.home / "plans/q1-2027.toml"
    plan.write_text(plan.read_text("utf-8").replace('title = "Nysalg"', 'title = "=1+1|<b>"'), "utf-8")
    page = Page(salgsplan("timetable", "--format", "html", "--layout", "programmes").out)
    assert "\xa0=1+1|<b>" in page.cells
    assert r"| =1+1\|\<b\> |" in salgsplan("timetable", "--format", "md", "--layout", "programmes").out


def test_markdown_has_a_table_and_the_weeks_and_no_markup_from_titles(salgsplan: Salgsplan) -> None:
    with_title(salgsplan, HOSTILE)
    text = salgsplan("timetable", "--format", "md").out
    lines = text.splitlines()
    table = [line for line in lines if line.startswith("| ")]
    assert len(table) == 1 + 13
    assert {line.count("|") - line.count(r"\|") for line in table} == {12}
    assert r"\<script\>" in text
    assert "<script>" not in text
    assert "## uke 10 · 8.–14. mars 2027" in lines
    assert "- ons 10.3. – fre 12.3. ▲ Fagmessen Inneluftdagene (10.–12.3.)" in lines


def test_a_file_is_written_in_the_format_of_its_name_and_not_over_another(salgsplan: Salgsplan, tmp_path: Path) -> None:
    for name, begins in (("a.html", "<!DOCTYPE html>"), ("b.md", "# Timeplan"), ("c.json", "{"), ("d.txt", "Timeplan")):
        file = tmp_path / name
        answer = salgsplan("timetable", "-o", str(file))
        assert (answer.code, answer.out) == (0, "")
        assert str(file) in answer.err
        assert file.read_text("utf-8").startswith(begins)
    before = (tmp_path / "a.html").read_bytes()
    refused = salgsplan("timetable", "--lang", "en", "-o", str(tmp_path / "a.html"))
    assert (refused.code, refused.out) == (5, "")
    assert "is there already" in refused.err
    assert (tmp_path / "a.html").read_bytes() == before
    assert salgsplan("timetable", "--lang", "en", "-o", str(tmp_path / "a.html"), "--yes").code == 0
    assert (tmp_path / "a.html").read_bytes() != before


def test_a_dry_run_writes_no_file_and_a_missing_folder_is_told(salgsplan: Salgsplan, tmp_path: Path) -> None:
    assert salgsplan("timetable", "-o", str(tmp_path / "a.html"), "--dry-run").code == 0
    assert not (tmp_path / "a.html").exists()
    assert salgsplan("timetable", "-o", str(tmp_path / "no/a.html")).code == 7


def test_the_same_plan_gives_the_same_bytes(salgsplan: Salgsplan) -> None:
    for form in ("txt", "md", "html", "json"):
        assert salgsplan("timetable", "--format", form) == salgsplan("timetable", "--format", form)


def test_a_row_without_a_day_and_one_of_a_month_are_told(salgsplan: Salgsplan) -> None:
    salgsplan("add", "brev til 40 borettslag uke 9")
    salgsplan("add", "ringeøkt mars")
    lines = salgsplan("timetable").lines()
    assert any("+1" in line for line in lines if line.startswith("9 1.3."))
    assert any(line.startswith("mars 2027: ☎") for line in lines)
    page = Page(salgsplan("timetable", "--format", "html").out)
    assert "uten dag ennå" in page.cells


def test_an_empty_plan_has_13_weeks_without_a_customer(new_plan: Salgsplan) -> None:
    text = new_plan("timetable").out
    assert sum("∅" in line for line in text.splitlines()) == 13 + 1  # the legend
    assert "0 aktiviteter · 0,0 av" in text


def test_what_is_no_format_is_refused(salgsplan: Salgsplan) -> None:
    assert salgsplan("timetable", "--format", "pdf").code == 2
    assert salgsplan("timetable", "konferanse").code == 2
