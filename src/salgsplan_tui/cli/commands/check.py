"""`check`: reads every file, and tells what is wrong in which line; nothing is changed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.commands.consistency import oddities
from salgsplan_tui.cli.problems import problem_text
from salgsplan_tui.domain.errors import Problem
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.language.safe import safe_line

_DAMAGED: Final = 4

_ODDITIES: Final = {
    "done_without_outcome": N_("{id} is done without an outcome"),
    "no_reason": N_("{id} is cancelled without a reason"),
    "ends_before_start": N_("{id} ends on {value}, before it begins"),
    "amount_disagrees": N_("{id}: its products come to {value} kr, its amount says otherwise"),
    "unknown_channel": N_("{id} has an unknown channel: {value}"),
    "unknown_type": N_("{id} has an unknown type: {value}"),
    "unknown_customer": N_("{id} names a customer who is not known: {value}"),
    "unknown_contact": N_("{id} names a contact who is not known: {value}"),
    "unknown_activity": N_("{id} names an activity that is not there: {value}"),
    "unknown_next": N_("{id} is followed by an activity that is not there: {value}"),
    "unknown_offer": N_("{id} names an offer that is not there: {value}"),
    "unknown_order": N_("{id} names an order that is not there: {value}"),
    "unknown_case": N_("{id} names a service case that is not there: {value}"),
    "unknown_area": N_("{id} names an improvement area that is not there: {value}"),
    "unknown_goal": N_("{id} names a goal that is not there: {value}"),
    "unknown_strategy": N_("{id} names a strategy that is not there: {value}"),
    "unknown_focus_area": N_("{id} names a focus area that is not there: {value}"),
    "unknown_line": N_("{id} names a line of the cost budget that is not there: {value}"),
    "unknown_product": N_("{id} names a product that is not there: {value}"),
    "unknown_plan": N_("{id} names a sales plan that is not there: {value}"),
}


class Finding(NamedTuple):
    """One thing that is wrong or odd, and where."""

    file: str
    line: int
    code: str
    text: str
    is_damage: bool


@command("check", N_("What is wrong stands as file:line: what, and the exit code is 4. What is only odd is a warning."))
def check_command(call: Call) -> None:
    """Print what is wrong."""
    call.need_all()
    call.tells_problems = False
    findings = [*(_problem(each) for each in call.session.problems), *_oddities(call)]
    damaged = [each for each in findings if each.is_damage]
    odd = [each for each in findings if not each.is_damage]
    if call.options.json:
        kinds = {"problems": damaged, "warnings": odd}
        call.print_json({name: [_document(each) for each in some] for name, some in kinds.items()})
    else:
        for each in damaged + odd:
            warning = "" if each.is_damage else _("warning: ")
            call.console.print(f"{safe_line(each.file)}:{each.line}: {warning}{each.text}")
        call.console.say(_summary(len(damaged), len(odd)))
    call.exit_code = _DAMAGED if damaged else 0


def _document(finding: Finding) -> dict[str, object]:
    return {"file": finding.file, "line": finding.line, "code": finding.code, "text": finding.text}


def _problem(problem: Problem) -> Finding:
    return Finding(problem.file, problem.line, problem.key, problem_text(problem), problem.is_damage)


def _oddities(call: Call) -> Iterator[Finding]:
    lines = _Lines(call.home)
    damaged = [each.file for each in call.session.problems if each.is_damage]
    for odd in oddities(call.plan, damaged):
        text = _(_ODDITIES[odd.code]).format(id=odd.id, value=safe_line(odd.value))
        yield Finding(odd.file, lines.of(odd.file, odd.id), odd.code, text, is_damage=False)


class _Lines:
    """Finds the line of a row in its file; the file last read is kept, for its rows come one after the other."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._file = ""
        self._lines: list[str] = []

    def of(self, file: str, identity: str) -> int:
        """Return the line with the row's id, or the first where the file says it in another way."""
        if file != self._file:
            self._file, self._lines = file, (self._home / file).read_text("utf-8", errors="replace").splitlines()
        wanted = (f'id = "{identity}"', f"id = '{identity}'")
        return next((number for number, line in enumerate(self._lines, start=1) if line.strip() in wanted), 1)


def _summary(damaged: int, odd: int) -> str:
    if not damaged and not odd:
        return _("Every file is whole.")
    problems = ngettext("{count} problem", "{count} problems", damaged).format(count=damaged)
    warnings = ngettext("{count} warning", "{count} warnings", odd).format(count=odd)
    return f"{problems}, {warnings}"
