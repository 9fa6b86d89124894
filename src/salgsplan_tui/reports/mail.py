"""A mail with a report: a draft with the report attached, or a link that opens an empty one with a few words."""

from collections.abc import Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from typing import Final, NamedTuple
from urllib.parse import quote

from salgsplan_tui.domain.settings import Recipient
from salgsplan_tui.language import _
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.reports.page import Page, Pairs

_LONGEST: Final = 1900
"""Longer links are cut off by some programs."""
_TOLD: Final = 8


class Attachment(NamedTuple):
    """The document, its name, and what mail programs call it."""

    name: str
    media: str
    data: bytes


def draft(page: Page, recipients: Sequence[Recipient], attachment: Attachment) -> bytes:
    """Return a draft that a mail program opens to be sent; the same bytes for the same report."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = safe_line(page.title)
    mail["To"] = [_address(each) for each in recipients if each.email and "@" in each.email]
    mail["X-Unsent"] = "1"
    mail.set_content(_body(page))
    main, _slash, sub = attachment.media.partition("/")
    mail.add_attachment(attachment.data, maintype=main, subtype=sub, filename=attachment.name)
    mail.set_boundary(f"=_{sha256(attachment.data).hexdigest()[:32]}")
    return mail.as_bytes()


def link(page: Page, recipients: Sequence[Recipient]) -> str:
    """Return a mailto: link; what is too long for one is cut at the end of a line."""
    to = ",".join(quote(each.email, safe="@") for each in recipients if each.email)
    start = f"mailto:{to}?subject={quote(safe_line(page.title))}&body="
    lines = _body(page).splitlines()
    while lines and len(start) + len(_quoted(lines)) > _LONGEST:
        lines.pop()
    return start + _quoted(lines)


def _quoted(lines: Sequence[str]) -> str:
    return quote("\r\n".join(lines))


def _body(page: Page) -> str:
    """Return the mail's own words: what is attached, and the first figures."""
    lines = [_("{title}, {about}.").format(title=safe_line(page.title), about=safe_line(page.about)), ""]
    pairs = [row for section in page.sections for part in section.parts if isinstance(part, Pairs) for row in part.rows]
    lines += [f"{safe_line(name)}: {safe_line(value)}" for name, value in pairs[:_TOLD]]
    return "\n".join([*lines, "", _("The whole report is attached."), ""])


def _address(recipient: Recipient) -> Address:
    user, _at, domain = (recipient.email or "").rpartition("@")
    return Address(display_name=safe_line(recipient.name), username=user, domain=domain)
