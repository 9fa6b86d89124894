"""What came of an activity: a code, a word for it in either language, or an answer to a question."""

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.choices import asked, code_named
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.domain.activity import Activity, Outcome
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.labels import outcome_name


def outcome_meant(call: Call, text: str) -> Outcome:
    """Return the outcome of this code, name or word.

    Raises:
        MisuseError: there is none such.
    """
    code = code_named(text, _names()) or call.session.words.outcomes.codes.get(tuple(text.casefold().split()))
    if code is None:
        raise MisuseError(N_("“{value}” is no outcome. Choose one of: {codes}."), value=text, codes=", ".join(_names()))
    return Outcome(code)


def outcome_wanted(call: Call, row: Activity) -> Outcome:
    """Ask what came of it where somebody can answer; else it is `other`, and that is said.

    Raises:
        MisuseError: the answer is no outcome.
    """
    if call.can_ask:
        question = _("What came of “{title}”? Enter means other.").format(title=safe_line(row.title))
        answer = asked(call, question, _names())
        return outcome_meant(call, answer) if answer else Outcome.OTHER
    call.console.say(_("No outcome was given, so it is noted as “other”. Use --outcome."))
    return Outcome.OTHER


def words_for(call: Call, outcome: Outcome) -> str:
    """Return words that quick add reads as this outcome."""
    codes = call.session.words.outcomes.codes
    return next(" ".join(words) for words, code in codes.items() if code == outcome.value)


def _names() -> dict[str, str]:
    return {outcome.value: outcome_name(outcome) for outcome in Outcome}
