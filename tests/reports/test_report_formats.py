"""Every format: the same bytes each time, text that is nothing but text, both languages, and pages that fit."""

import csv
import datetime as dt
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import openpyxl
import pytest

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.issued import ReportKind
from salgsplan_tui.domain.plan import Plan, empty_plan
from salgsplan_tui.domain.reports.table import KINDS
from salgsplan_tui.domain.reports.values import Figure, Report, kr
from salgsplan_tui.domain.wages import Wage
from salgsplan_tui.language import Language, language, speaking
from salgsplan_tui.reports.figure_names import in_words
from salgsplan_tui.reports.formats import FORMATS, Job, written
from salgsplan_tui.reports.page import Grid, PageSection
from salgsplan_tui.reports.report_json import MisfitError, report_document, report_from
from salgsplan_tui.reports.report_txt import section_lines
from tests.domain.reports.made import WAGES, made
from tests.sample import sample_plan

HOSTILE = (
    '=HYPERLINK("http://x")|`<img src=x onerror=alert(1)>`[a](javascript:x) #import "x" $1 @ref '
    "</td></table><script>alert(1)</script>\u202e\x1b[31m"
)
BOTH: tuple[Language, ...] = ("nb", "en")


def document(form: str, report: Report, lang: Language = "nb", *, machine: bool = False) -> bytes:
    with speaking(lang):
        return written(form, Job(report, sample_plan().channels, for_programs=machine))


def words(form: str, report: Report, lang: Language = "nb", *, machine: bool = False) -> str:
    return document(form, report, lang, machine=machine).decode().replace("\xa0", " ")


def hostile() -> Plan:
    plan = sample_plan()
    row = plan.activity("a27").changed_to(title=HOSTILE)
    needs = plan.sheets["2027-W07"]
    return replace(plan, sheets={**plan.sheets, "2027-W07": replace(needs, must_dos=(HOSTILE,))}).with_activity(row)


class Parsed(HTMLParser):
    """The tags of a page, its attributes and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_same_plan_gives_the_same_bytes(form: str, kind: ReportKind) -> None:
    assert document(form, made(kind)) == document(form, made(kind))


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in {"pdf", "xlsx"}])
def test_a_document_is_written_in_its_own_language_whatever_is_spoken(form: str) -> None:
    norwegian, english = (document(form, made("week"), lang) for lang in BOTH)
    assert language() == "nb"
    assert (norwegian != english) == (form != "json")


@pytest.mark.parametrize("lang", BOTH)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_well_formed_and_fetches_and_runs_nothing(kind: ReportKind, lang: Language) -> None:
    page = Parsed(words("html", made(kind, hostile(), names="contacts"), lang))
    assert page.open == []
    assert not {"script", "img", "link", "iframe", "object"} & set(page.tags)
    assert [name for name, _value in page.attributes if name.startswith("on") or name in {"src", "href"}] == []
    assert ("lang", lang) in page.attributes


def test_a_page_tells_the_goal_and_draws_it() -> None:
    page = Parsed(words("html", made("week")))
    assert "185 700 kr av 480 000 kr" in page.text
    assert "80 % (4 av 5)" in page.text
    assert "svg" in page.tags


def test_markdown_takes_no_text_for_markup() -> None:
    text = words("md", made("week", hostile(), names="contacts"))
    assert "<script>" not in text
    assert "[a](javascript" not in text
    rows = [line for line in text.splitlines() if line.startswith("|")]
    sizes = {len(re.findall(r"(?<!\\)\|", row)) for row in rows if "HYPERLINK" in row}
    assert sizes == {8}


@pytest.mark.parametrize("form", ["txt", "md", "csv"])
def test_no_document_holds_what_could_steer_a_terminal(form: str) -> None:
    text = words(form, made("week", hostile(), names="contacts"))
    assert not {"\x1b", "\u202e"} & set(text)


@pytest.mark.parametrize("cells", [30, 60, 78, 120])
@pytest.mark.parametrize("kind", KINDS)
def test_no_line_of_text_is_wider_than_asked_for(kind: ReportKind, cells: int) -> None:
    text = written("txt", Job(made(kind), sample_plan().channels, cells)).decode()
    assert max(map(len, text.splitlines())) <= cells


@pytest.mark.parametrize("lang", BOTH)
def test_a_wide_table_of_text_has_columns_with_its_headings_broken(lang: Language) -> None:
    text = words("txt", made("month"), lang)
    name, last = {"nb": ("Fagmesse", "mindreforbruk"), "en": ("Fagmesse", "Variance")}[lang]
    lines = text.splitlines()
    row = next(line for line in lines if line.startswith(name))
    head = next(line for line in reversed(lines[: lines.index(row)]) if line.endswith(last))
    assert " · " not in row
    assert len(row.split()) >= 7
    assert len(row) == len(head) <= 78, "figures end where their headings do"


def test_a_table_too_wide_for_its_lines_is_told_row_by_row() -> None:
    grid = Grid("", ("Hva", *("Beløp",) * 9), (("Messe", *("100 000",) * 9),), (False, *(True,) * 9))
    told = list(section_lines(PageSection(1, "plan", "Plan", (grid,)), 40))
    assert told[0].startswith("Messe · Beløp 100 000 · ")
    wide = list(section_lines(PageSection(1, "plan", "Plan", (grid,)), 80))
    assert [line.split()[0] for line in wide] == ["Hva", "Messe"]


def test_the_norwegian_table_has_commas_semicolons_and_a_mark_for_excel() -> None:
    data = document("csv", made("week"))
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert ["2", "Mål og tempo", "Oppnådd", "", "185700,00", "kr"] in rows
    assert ["2", "Mål og tempo", "Bak tempo", "", "70300,00", "kr"] in rows
    assert ["6", "Uka før", "Plangjennomføring", "", "80,00", "%"] in rows


def test_the_table_for_programs_has_codes_points_and_iso_dates() -> None:
    rows = list(csv.DictReader(io.StringIO(words("csv", made("week"), machine=True))))
    achieved = next(row for row in rows if row["code"] == "achieved")
    assert (achieved["section"], achieved["value"], achieved["unit"]) == ("key", "185700.00", "kr")
    done = next(row for row in rows if row["code"] == "fulfilment")
    assert (done["value"], done["part"], done["whole"]) == ("0.8", "4", "5")
    assert "2027-02-17" in {row["value"] for row in rows if row["code"] == "day"}


@pytest.mark.parametrize("machine", [True, False])
def test_no_cell_of_a_table_is_a_formula(machine: bool) -> None:  # noqa: FBT001  # which of the two forms
    text = words("csv", made("week", hostile(), names="contacts"), machine=machine)
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter="," if machine else ";")
    cells = [cell for row in rows for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert [cell for cell in cells if cell[:1] in {"=", "+", "@"}] == []


def test_the_workbook_holds_numbers_that_can_be_added_up() -> None:
    book = openpyxl.load_workbook(io.BytesIO(document("xlsx", made("month"))))
    budget = next(sheet for sheet in book.worksheets if sheet.title.startswith("6a"))
    *rows, total = list(budget.iter_rows(min_row=2, values_only=True))
    assert total[0] == "I alt"
    assert sum(row[1] for row in rows) == total[1] == 108_000
    assert total[2] == 28_166.4
    assert budget.cell(2, 2).number_format == '#,##0 "kr"'


def test_the_workbook_has_no_formula_and_no_link() -> None:
    book = openpyxl.load_workbook(io.BytesIO(document("xlsx", made("week", hostile(), names="contacts"))))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert any("HYPERLINK" in str(cell.value) for cell in cells)
    assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []


@pytest.mark.parametrize(("kind", "pages"), [("week", 1), ("month", 2), ("quarter", 2)])
@pytest.mark.parametrize("lang", BOTH)
def test_a_week_takes_one_page_and_a_month_and_a_quarter_two(kind: ReportKind, pages: int, lang: Language) -> None:
    data = document("pdf", made(kind, wages=WAGES), lang)
    assert data.startswith(b"%PDF")
    assert re.findall(rb"/Count (\d+)", data)[0] == str(pages).encode()


def test_a_crowded_week_keeps_to_its_page() -> None:
    plan = sample_plan()
    for number in range(20):
        day = f"2027-02-{15 + number % 5}"
        row = plan.activity("a27").changed_to(id=f"z{number:02}", title=f"Ring kunde nummer {number} om tilbud")
        plan = plan.with_activity(row.changed_to(date=dt.date.fromisoformat(day)))
    assert re.findall(rb"/Count (\d+)", document("pdf", made("week", plan)))[0] == b"1"


def test_text_of_a_plan_is_no_code_of_the_typesetter() -> None:
    assert document("pdf", made("week", hostile(), names="contacts")).startswith(b"%PDF")


@pytest.mark.parametrize("kind", KINDS)
def test_json_is_read_back_as_it_was(kind: ReportKind) -> None:
    report = made(kind, wages=tuple(map(Wage.changed_to, WAGES)))
    assert report_from(json.loads(words("json", report))) == report._replace(rows=())


@pytest.mark.parametrize(
    "change",
    [{"schema": 2}, {"report": "novel"}, {"start": "never"}, {"sections": [{}]}, {"sections": 3}, {"figures": [{}]}],
)
def test_a_document_that_is_no_report_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(MisfitError):
        report_from({**report_document(made("week")), **change})


@pytest.mark.parametrize("lang", BOTH)
@pytest.mark.parametrize("form", FORMATS)
def test_a_report_of_an_empty_plan_is_a_clear_page(form: str, lang: Language) -> None:
    data = document(form, made("quarter", empty_plan()), lang)
    if form in {"md", "txt", "html"}:
        said = {"nb": "ikke noe i planen", "en": "nothing in the plan"}[lang]
        assert said in " ".join(data.decode().split())
        assert len(data.decode().splitlines()) < 60


@pytest.mark.parametrize("lang", BOTH)
@pytest.mark.parametrize("form", ["md", "txt", "html"])
def test_behind_the_pace_is_said_with_words_and_no_minus(form: str, lang: Language) -> None:
    text = " ".join(document(form, made("week"), lang).decode().replace("\xa0", " ").split())
    name, amount, other = {
        "nb": ("Bak tempo", "70 300 kr", "Foran tempo"),
        "en": ("Behind pace", "NOK 70,300", "Ahead of pace"),
    }[lang]
    assert re.search(rf"{name}\W+(<dd>)?{amount}|{name}</dt><dd>{amount}", text)
    assert other not in text


def test_ahead_of_the_pace_stays_ahead() -> None:
    lead = Figure("ahead", kr(100_00))
    assert in_words(lead) == lead
    assert in_words(Figure("ahead", kr(None))).code == "ahead", "what cannot be told is not behind"


def test_what_is_left_out_and_kept_back_is_told_at_the_end() -> None:
    text = words("txt", made("quarter").without(["channels"]))
    assert "Utelatt: Kanaler." in text
    assert "lønn utelatt" in text


def test_figures_are_told_with_how_they_are_counted() -> None:
    text = " ".join(words("txt", made("week")).split())
    assert "Skulle vært nå: mål × arbeidsdager som er gått / arbeidsdager i alt" in text


def test_a_title_of_two_hundred_characters_breaks_no_page() -> None:
    plan = sample_plan().with_activity(sample_plan().activity("a27").changed_to(title="Langt " * 33))
    row: Activity = plan.activity("a27")
    assert len(row.title) > 190
    for form in FORMATS:
        assert document(form, made("week", plan))


def with_endless_names() -> Plan:
    """Return a plan whose seller, customers, programme and goals have names of twenty pages, full of markup."""
    plan, name = sample_plan(), f"{HOSTILE} " * 400
    programme = plan.sales_plans["q1-2027"]
    goals = tuple(goal.changed_to(title=name) for goal in programme.goals)
    return replace(
        plan,
        settings=plan.settings.changed_to(name=name),
        customers={key: each.changed_to(name=name) for key, each in plan.customers.items()},
        sales_plans={**plan.sales_plans, "q1-2027": programme.changed_to(title=name, goals=goals)},
    )


@pytest.mark.parametrize(("kind", "pages"), [("week", 3), ("month", 3), ("quarter", 2)])
def test_names_of_twenty_pages_are_cut_but_in_json(kind: ReportKind, pages: int) -> None:
    report = made(kind, with_endless_names(), names="contacts")
    for form in FORMATS:
        data = document(form, report)
        assert form == "json" or len(data) < 300_000
        if form == "pdf":
            assert int(re.findall(rb"/Count (\d+)", data)[0]) <= pages
    page = Parsed(words("html", report))
    assert (page.open, {"script", "img"} & set(page.tags)) == ([], set())


def test_a_chart_names_its_bars_in_full_where_there_is_room() -> None:
    text = words("html", made("quarter"))
    assert ">Servicebesøk som vei til merkjøp</text>" in text
    assert ">Ordreinngang 480 000 kr</text>" in words("html", made("week"))


@pytest.mark.parametrize(("lang", "name"), [("nb", "januar 2027"), ("en", "January 2027")])
def test_a_month_is_told_by_its_name_and_not_by_its_first_day(lang: Language, name: str) -> None:
    text = words("md", made("quarter", wages=WAGES), lang)
    assert f"| {name} | 52" in text
    assert "| fre 1.1. |" not in text


def test_the_offers_of_a_week_are_those_that_may_be_decided_in_it() -> None:
    assert "Kan avgjøres denne uka" in words("md", made("week"))
    assert "Kan avgjøres denne uka" not in words("md", made("month"))
    assert "Ingen tilbud er ute." in words("md", made("month", sample_plan_without_offers()))


def sample_plan_without_offers() -> Plan:
    return replace(sample_plan(), offers={})
