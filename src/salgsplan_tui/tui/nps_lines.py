"""What customers answered when asked whether they would recommend us: how many, and each answer (chapter 4.12)."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from salgsplan_tui.domain.nps import FEW_ANSWERS, Answers
from salgsplan_tui.language import _, ngettext
from salgsplan_tui.language.formats import number, short_date
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.plain_text import padded
from salgsplan_tui.tui.terms import COMES_TO, FIRST, LESS, Term, term_lines

_DAY_CELLS = 16


def answers_words(answers: Answers) -> str:
    """Return how many answered; of a few, that they make no score."""
    count = len(answers.given)
    words = ngettext("{count} answer", "{count} answers", count).format(count=count)
    if not answers.are_few:
        return words
    return _("{answers}; an NPS takes {least}").format(answers=words, least=FEW_ANSWERS)


def score_terms(answers: Answers) -> Iterator[Line]:
    """Yield how the score comes to be; of few answers, how many promote, are in between and detract."""
    count = len(answers.given)
    promoters, detractors = _("promoters, 9–10"), _("detractors, 0–6")
    if answers.score is None:
        yield from term_lines(
            Term(FIRST, promoters, str(answers.promoters)),
            Term(FIRST, _("in between, 7–8"), str(answers.passives)),
            Term(FIRST, detractors, str(answers.detractors)),
        )
        return
    yield from term_lines(
        Term(FIRST, _share(promoters, answers.promoters, count), number(Fraction(100 * answers.promoters, count))),
        Term(LESS, _share(detractors, answers.detractors, count), number(Fraction(100 * answers.detractors, count))),
        Term(COMES_TO, _("NPS"), number(answers.score)),
    )


def _share(words: str, part: int, whole: int) -> str:
    return _("{what}: {count} of {all}, in percent").format(what=words, count=part, all=whole)


def answer_lines(answers: Answers, name: Callable[[str], str]) -> Iterator[Line]:
    """Yield the answers, the newest first, each by its customer."""
    for each in reversed(answers.given):
        left = (Part(f" {padded(short_date(each.answer.date), _DAY_CELLS)} ", "time"), Part(name(each.customer.name)))
        yield Line(left, (Part(f"{each.answer.score} ", "figure"),), target=Target("customer", each.customer.id))
