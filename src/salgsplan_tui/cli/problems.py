"""What is wrong in data files, as lines that editors understand: `file:line: what`."""

from collections.abc import Iterator, Sequence
from typing import Final

from salgsplan_tui.domain.errors import Problem
from salgsplan_tui.language import ngettext
from salgsplan_tui.language.messages import sentence
from salgsplan_tui.language.safe import safe_line

_TOLD: Final = 5


def problem_text(problem: Problem) -> str:
    """Return what is wrong."""
    return sentence(problem.key, {"path": problem.file, "line": problem.line} | dict(problem.values))


def problem_lines(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield the first problems, those that keep a file from being written before all others, and where the rest is."""
    worst_first = sorted(problems, key=lambda problem: not problem.is_damage)
    for problem in worst_first[:_TOLD]:
        yield f"{safe_line(problem.file)}:{problem.line}: {problem_text(problem)}"
    if rest := len(problems[_TOLD:]):
        yield ngettext(
            "and {count} problem more, see: salgsplan check", "and {count} problems more, see: salgsplan check", rest
        ).format(count=rest)
