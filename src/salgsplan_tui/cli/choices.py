"""Asking which of some named things is meant: by number, by code, or by its name."""

from collections.abc import Mapping

from salgsplan_tui.cli.call import Call
from salgsplan_tui.language import _
from salgsplan_tui.language.sorting import folded


def asked(call: Call, question: str, names: Mapping[str, str]) -> str:
    """Print the names with numbers, ask, and return what was typed; a number is returned as the code it stands for."""
    call.console.say(question)
    for number, name in enumerate(names.values(), start=1):
        call.console.say(f"  {number:>2} {name}")
    answer = call.console.ask(_("Number or word: "))
    codes = list(names)
    if answer.isdecimal() and 1 <= int(answer) <= len(codes):
        return codes[int(answer) - 1]
    return answer


def code_named(text: str, names: Mapping[str, str]) -> str | None:
    """Return the code that a text is, or is the name of."""
    wanted = folded(text.strip()).replace("-", "_")
    codes = {folded(name): code for code, name in names.items()} | {code: code for code in names}
    return codes.get(wanted) or codes.get(wanted.replace(" ", "_"))
