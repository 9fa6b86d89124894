"""What `report` needs to make a report and to hand it on."""

import datetime as dt
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from salgsplan_tui.cli.call import Call
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.issued import ReportKind
from salgsplan_tui.domain.reports.scope import Scope
from salgsplan_tui.domain.reports.table import days_of, last_issue, needed_days
from salgsplan_tui.domain.reports.values import Report
from salgsplan_tui.domain.settings import Recipient
from salgsplan_tui.language import Language, _
from salgsplan_tui.session import Said

if TYPE_CHECKING:
    from salgsplan_tui.session import Session


class Document(NamedTuple):
    """A report as it was written."""

    report: Report
    data: bytes
    form: str
    name: str
    """What its file is called."""
    recipients: tuple[Recipient, ...]
    language: Language
    """The language it is written in."""


def scope_of(call: Call, kind: ReportKind, words: tuple[str, ...]) -> Scope:
    """Return what a report looks at, with all it needs read.

    Raises:
        MistypedError: the words mean no period.
        NotFoundError: `no_plan`: there is no such programme.
    """
    return read_scope(call.session, kind, days_meant(call, kind, words), call.now)


class Days(NamedTuple):
    """The period of a report."""

    key: str
    span: Span


def days_meant(call: Call, kind: ReportKind, words: tuple[str, ...]) -> Days:
    """Return the period that the words mean; without words the one that runs now."""
    if kind == "programme":
        return _programme(call, " ".join(words))
    day = call.now.date()
    if words:
        day = _day_meant(call, kind, " ".join(words))
    return Days(*days_of(call.plan, kind, day))


def _day_meant(call: Call, kind: ReportKind, text: str) -> dt.date:
    from salgsplan_tui.cli.when import day_meant, week_meant  # noqa: PLC0415  # most look at now
    from salgsplan_tui.domain.dates import week_span  # noqa: PLC0415

    if kind == "week":
        return week_span(week_meant(call, text)).start
    if kind == "year" and len(text) == len("2027") and text.isdecimal():
        return dt.date(int(text), 1, 1)
    return day_meant(call, text)


def _programme(call: Call, text: str) -> Days:
    call.session.need_sales_plans()
    plans = call.plan.sales_plans
    if not text:
        return Days(*days_of(call.plan, "programme", call.now.date()))
    named = [each for each in plans.values() if each.title.casefold() == text.casefold()]
    found = plans.get(text) or next(iter(named), None)
    if found is None:
        raise NotFoundError("no_plan", id=text)
    return Days(found.id, found.span)


def read_scope(session: "Session", kind: ReportKind, days: Days, now: dt.datetime) -> Scope:
    """Let the session read what a report needs, and return what it looks at."""
    session.need_report(needed_days(kind, days.span))
    if kind in {"quarter", "year"}:
        session.need_sales_plans()
    return Scope(session.plan, kind, days.key, days.span, now, before=last_issue(session.plan, kind))


def recipients_of(call: Call, kind: ReportKind, names: Sequence[str]) -> tuple[Recipient, ...]:
    """Return whom it goes to: those named, as the settings know them, else those whom the settings tell."""
    from salgsplan_tui.domain.reports.issuing import recipients_for  # noqa: PLC0415

    known = {each.name.casefold(): each for each in call.plan.settings.recipients}
    if names:
        return tuple(known.get(name.casefold()) or _stranger(name) for name in names)
    return recipients_for(call.plan.settings.recipients, kind)


def _stranger(name: str) -> Recipient:
    return Recipient(name=name, email=name) if "@" in name else Recipient(name=name)


def mailed(call: Call, document: Document) -> bytes:
    """Return a mail draft with the report attached."""
    from salgsplan_tui.reports.formats import FORMATS  # noqa: PLC0415
    from salgsplan_tui.reports.mail import Attachment, draft  # noqa: PLC0415
    from salgsplan_tui.reports.page import page_of  # noqa: PLC0415

    page = page_of(document.report, call.plan.channels)
    attachment = Attachment(document.name, FORMATS[document.form].media, document.data)
    return draft(page, document.recipients, attachment)


def remember(call: Call, document: Document, file: str | None) -> None:
    """Remember a report as handed on, and say so."""
    from salgsplan_tui.domain.reports.issuing import Handed, issue, issue_of  # noqa: PLC0415
    from salgsplan_tui.reports.page import page_of  # noqa: PLC0415

    names = tuple(each.name for each in document.recipients)
    file = None if file is None else Path(file).name
    handed = Handed(document.report, document.data, document.form, document.language, names, file)
    remembered = issue_of(handed, call.session.new_id(), call.clock.stamp())
    title = page_of(document.report, call.plan.channels).title
    call.change(partial(issue, remembered=remembered, report=document.report), Said("issued", {"title": title}))
    told = (
        _("Would be remembered as issued to {names}.")
        if call.options.dry_run
        else _("Remembered as issued to {names}.")
    )
    call.console.say(told.format(names=", ".join(names) or _("nobody")))
