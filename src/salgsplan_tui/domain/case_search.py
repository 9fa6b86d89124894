"""Whether a service case is one of those looked for: by words of its title, customer, type, cause and what was said."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.search import Matcher
from salgsplan_tui.domain.service import ServiceCase

_OF_CASES: Final = frozenset({None, "open"})
"""The states asked for that a case can be in."""


@dataclass(frozen=True)
class CaseMatcher:
    """Whether service cases are those looked for; words may stand anywhere, whatever their case and accents."""

    matcher: Matcher
    types: Mapping[str, str]
    """What each type is called in either language, folded, by its code."""

    @property
    def may_fit(self) -> bool:
        """Say whether what is asked for is asked of cases too: a channel, a goal or an amount is not."""
        search = self.matcher.search
        asks_rows = search.channels is not None or search.goal is not None or search.amount is not None
        return search.is_narrow and not asks_rows and search.status in _OF_CASES

    def types_named(self, part: str) -> frozenset[str]:
        """Return the codes of the types whose name holds this text."""
        wanted = fold(part)
        return frozenset(code for code, names in self.types.items() if wanted in names)

    def fits(self, case: ServiceCase) -> bool:
        """Say whether a case is one of those looked for; the days are those on which it came in."""
        search = self.matcher.search
        whose = {case.customer, case.contact or case.customer}
        return (
            self.may_fit
            and (search.span is None or case.day in search.span)
            and (search.status is None or case.is_open)
            and (search.customer is None or not self.matcher.customer_ids.isdisjoint(whose))
            and self._has_words(case)
        )

    def _has_words(self, case: ServiceCase) -> bool:
        if not self.matcher.search.words:
            return True
        people = (self.matcher.people.get(each, "") for each in (case.customer, case.contact or ""))
        text = "\n".join((fold("\n".join(case_texts(case))), self.types.get(case.type, ""), *people))
        return all(fold(word) in text for word in self.matcher.search.words)


def case_texts(case: ServiceCase) -> tuple[str, ...]:
    """Return the texts of a case in which words are looked for, its title first."""
    texts = (case.cause, case.solution, case.evidence, case.reason, case.notes)
    return (case.title, *(each for each in texts if each), case.id)
