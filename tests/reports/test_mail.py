"""A mail draft with the report attached, and a link that opens one."""

from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, urlsplit

from salgsplan_tui.domain.settings import Recipient
from salgsplan_tui.reports.mail import Attachment, draft, link
from salgsplan_tui.reports.page import page_of
from tests.domain.reports.made import made
from tests.sample import sample_plan

LEADER = Recipient(name="Rune Kvistad", email="rune.kvistad@tindeluft.example")


def test_a_draft_holds_the_document_as_it_is_and_waits_to_be_sent() -> None:
    page = page_of(made("week"), sample_plan().channels)
    file = Attachment("ukeplan.pdf", "application/pdf", b"%PDF \xe6")
    mail = message_from_bytes(draft(page, [LEADER], file), policy=default)
    assert mail["Subject"] == "Ukeplan · uke 7 · 15.–21. februar 2027"
    assert mail["To"] == "Rune Kvistad <rune.kvistad@tindeluft.example>"
    assert mail["X-Unsent"] == "1"
    (attached,) = mail.iter_attachments()
    assert (attached.get_filename(), attached.get_content()) == ("ukeplan.pdf", b"%PDF \xe6")


def test_the_same_report_gives_the_same_draft() -> None:
    page = page_of(made("week"), sample_plan().channels)
    file = Attachment("ukeplan.pdf", "application/pdf", b"%PDF")
    assert draft(page, [LEADER], file) == draft(page, [LEADER], file)


def test_a_name_cannot_put_a_head_of_its_own_into_the_mail() -> None:
    page = page_of(made("week"), sample_plan().channels)
    hostile = Recipient(name="Rune\r\nBcc: x@y.example", email="rune@tindeluft.example")
    mail = message_from_bytes(draft(page, [hostile], Attachment("a.md", "text/markdown", b"#")), policy=default)
    assert mail["Bcc"] is None


def test_a_link_is_short_enough_and_says_what_it_is_about() -> None:
    found = link(page_of(made("quarter"), sample_plan().channels), [LEADER])
    assert len(found) <= 2000
    parts = urlsplit(found)
    assert (parts.scheme, parts.path) == ("mailto", "rune.kvistad@tindeluft.example")
    assert parse_qs(parts.query)["subject"] == ["Kvartalsrapport · 1. kvartal 2027"]
    assert "+" not in parts.query
