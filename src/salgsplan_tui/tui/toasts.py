"""What is told in a toast over the page: what went wrong, where, and what to do."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from textual.message_pump import MessagePump

from salgsplan_tui.domain.errors import NotFoundError, PlannerError, Problem
from salgsplan_tui.language import ngettext

Severity = Literal["information", "warning", "error"]

_SHOWN_PROBLEMS: Final = 3


def tell_error(teller: MessagePump, error: PlannerError) -> None:
    """Say what went wrong, where, and what to do; `teller` is the app, or what is on one of its screens."""
    tell_refusal(teller, error.key, error.values, "information" if isinstance(error, NotFoundError) else "error")


def tell_refusal(teller: MessagePump, key: str, values: Mapping[str, object], severity: Severity = "warning") -> None:
    """Say by its key what was refused."""
    from salgsplan_tui.language.messages import refusal  # noqa: PLC0415  # not before something is wrong

    teller.app.notify(refusal(key, values), severity=severity, timeout=8, markup=False)


def tell_problems(teller: MessagePump, problems: Sequence[Problem]) -> None:
    """Say what is wrong in the files, each with its line; of many only the first ones, and how many more there are."""
    from salgsplan_tui.language.messages import sentence  # noqa: PLC0415  # most days have none

    lines = [f"{each.file}:{each.line}: {sentence(each.key, dict(each.values))}" for each in problems[:_SHOWN_PROBLEMS]]
    more = len(problems) - len(lines)
    if more:
        lines.append(ngettext("and {count} more", "and {count} more", more).format(count=more))
    teller.app.notify("\n".join(lines), severity="warning", timeout=10, markup=False)
