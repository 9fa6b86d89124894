"""No document of any kind, in any format, for any reader, holds what is the seller's own: marked words tell."""

import io
import json
import re
import zipfile
from email import message_from_bytes
from email.policy import default

import pytest

from salgsplan_tui.domain.issued import ReportKind
from salgsplan_tui.domain.reports.privacy import Names
from salgsplan_tui.domain.reports.table import KINDS
from salgsplan_tui.domain.reports.team import team_report
from salgsplan_tui.domain.reports.values import Report
from salgsplan_tui.domain.settings import Recipient
from salgsplan_tui.language import speaking
from salgsplan_tui.reports.formats import FORMATS, Job, written
from salgsplan_tui.reports.mail import Attachment, draft, link
from salgsplan_tui.reports.page import page_of
from salgsplan_tui.reports.report_json import report_from
from salgsplan_tui.reports.report_pdf import set_words
from tests.domain.reports.made import made
from tests.reports.marked_plan import GROSS, OWN, PERSON, SHARED, marked_plan
from tests.sample import sample_plan

LEVELS: tuple[Names | None, ...] = (None, "contacts", "firms", "classes")


def documents(report: Report) -> dict[str, str]:
    """Return what each format holds, as text; of a PDF what it is set from."""
    channels = sample_plan().channels
    found = {}
    with speaking("nb"):
        for form in FORMATS:
            job = Job(report, channels)
            if form == "pdf":
                found[form] = json.dumps(set_words(job.page), ensure_ascii=False)
                continue
            data = written(form, job)
            found[form] = unpacked(data) if form == "xlsx" else data.decode()
        found["csv for programs"] = written("csv", Job(report, channels, for_programs=True)).decode()
        page = page_of(report, channels)
        file = Attachment("a.md", "text/markdown", found["md"].encode())
        mail = message_from_bytes(draft(page, [Recipient(name="Rune", email="r@t.example")], file), policy=default)
        (attached,) = mail.iter_attachments()
        body = mail.get_body()
        assert body is not None
        found["eml"] = "\n".join((str(mail["Subject"]), body.get_content(), attached.get_content()))
        found["mailto"] = link(page, [])
    return found


def unpacked(book: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(book)) as held:
        return "\n".join(held.read(name).decode() for name in held.namelist())


def found_words(text: str, *beginnings: str) -> list[str]:
    """Return the marked words in a text."""
    return sorted(set(re.findall(rf"(?i)(?:{'|'.join(map(re.escape, beginnings))})\w*", text)))


@pytest.mark.parametrize("names", LEVELS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_document_holds_what_is_private(kind: ReportKind, names: Names | None) -> None:
    secret = (OWN, *GROSS) if names == "contacts" else (OWN, PERSON, *GROSS)
    report = made(kind, marked_plan(), names=names)
    for form, text in documents(report).items():
        assert (form, found_words(text, *secret)) == (form, [])


@pytest.mark.parametrize("kind", KINDS)
def test_no_document_of_a_team_does_nor_one_from_exported_json(kind: ReportKind) -> None:
    own = made(kind, marked_plan())
    exported = report_from(json.loads(documents(own)["json"]))
    for form, text in documents(team_report((own, exported))).items():
        assert (form, found_words(text, OWN, PERSON, *GROSS)) == (form, [])


@pytest.mark.parametrize("kind", ["quarter", "year"])
def test_the_reports_further_up_name_no_firm_in_any_format(kind: ReportKind) -> None:
    firms = [customer.name for customer in sample_plan().customers.values()]
    for form, text in documents(made(kind, marked_plan())).items():
        assert (form, [name for name in firms if name in text]) == (form, [])


def test_a_look_back_is_told_where_it_is_shared_and_in_words_only_to_the_nearest_leader() -> None:
    told = {kind: documents(made(kind, marked_plan())) for kind in ("week", "month", "quarter")}
    assert found_words(told["week"]["md"], SHARED) == [f"{SHARED}Reflectiontext"]
    assert [form for form, text in told["week"].items() if SHARED not in text and form != "mailto"] == []
    for kind in ("month", "quarter"):
        assert "Toleranse: 3,0 (n=2)" in told[kind]["md"]
        assert not any(SHARED in text for text in told[kind].values())


def test_looks_back_of_several_sellers_stand_by_their_names_and_are_averaged_anew() -> None:
    team = [documents(team_report((made(kind, marked_plan()),) * 2)) for kind in ("week", "quarter")]
    assert team[0]["csv"].count(f"{SHARED}Reflectiontext") == 4
    assert "Toleranse: 3,0 (n=4)" in team[1]["md"]


def test_the_marked_words_would_be_found_where_they_are_told() -> None:
    told = documents(made("week", marked_plan(), names="contacts"))
    assert [form for form, text in told.items() if PERSON not in text] == ["mailto"]
    assert "Opptatt" in told["md"]
    assert "ring kontaktperson om tilbudet til kontaktperson" in documents(made("week", marked_plan()))["md"]
