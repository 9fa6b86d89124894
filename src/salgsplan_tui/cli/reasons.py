"""Why an activity is moved, skipped or called off: a code, its name, or the person's own words."""

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.choices import asked, code_named
from salgsplan_tui.domain.activity import Activity, Reason
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.labels import reason_name


def reason_meant(text: str) -> tuple[Reason, str | None]:
    """Return the reason of this code or name; words of one's own are `other`, and kept."""
    code = code_named(text, _names())
    return (Reason.OTHER, text) if code is None else (Reason(code), None)


def reason_asked(call: Call, row: Activity, question: str) -> str | None:
    """Ask why where somebody can answer, else return None; the question may hold `{title}`, and `{count}` of moves."""
    if not call.can_ask:
        return None
    words = question.format(title=safe_line(row.title), count=len(row.reschedules))
    return asked(call, words, _names()) or None


def _names() -> dict[str, str]:
    return {reason.value: reason_name(reason) for reason in Reason}
