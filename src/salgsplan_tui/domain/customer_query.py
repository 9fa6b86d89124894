"""Reads what is typed to choose among the customers: words, and klasse:A trinn:emne segment:eiendom dager:30."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from salgsplan_tui.domain.customer_filter import CustomerFilter
from salgsplan_tui.domain.customers import Stage
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.query import QueryWords
from salgsplan_tui.domain.query_terms import Term, beginning, terms

_CLASSES: Final = frozenset("ABC")
_DAYS: Final = re.compile(r"(\d{1,4})\D*")
_COMPARED: Final = frozenset({"days"})


@dataclass(frozen=True)
class CustomerQueryReader:
    """Reads filters with the words of both languages."""

    words: QueryWords

    def read(self, text: str) -> CustomerFilter:
        """Return what a typed line asks for; a filter without a value does not count yet.

        Raises:
            NotUnderstoodError: a filter's value means nothing; `at` tells where.
        """
        found = CustomerFilter()
        for term in terms(text, self.words.customer_filters, _COMPARED):
            if term.code is None:
                found = replace(found, words=(*found.words, term.value)) if term.value else found
            elif term.value:
                found = replace(found, **self._narrowed(term))  # type: ignore[arg-type]  # its own fields
        return found

    def _narrowed(self, term: Term) -> Mapping[str, object]:
        reading: Mapping[str, Callable[[Term], Mapping[str, object]]] = {
            "class": self._class,
            "stage": self._stage,
            "segment": lambda each: {"segment_part": each.value},
            "days": self._days,
            "next_step": lambda each: {"no_next_step": self._is_nothing(each)},
            "offers": lambda each: {"with_offers": not self._is_nothing(each)},
            "cases": lambda each: {"with_cases": not self._is_nothing(each)},
        }
        return reading[term.code or ""](term)

    @staticmethod
    def _class(term: Term) -> Mapping[str, object]:
        if term.value.upper() not in _CLASSES:
            raise NotUnderstoodError("unknown_class", at=term.at, text=term.value)
        return {"customer_class": term.value.upper()}

    def _stage(self, term: Term) -> Mapping[str, object]:
        code = beginning(term.value, self.words.stages)
        if code is None:
            raise NotUnderstoodError("unknown_stage", at=term.at, text=term.value)
        return {"stage": Stage(code)}

    @staticmethod
    def _days(term: Term) -> Mapping[str, object]:
        match = _DAYS.fullmatch(term.value)
        if match is None or term.sign.startswith("<"):
            raise NotUnderstoodError("not_days", at=term.at, text=term.value)
        return {"not_contacted": int(match[1]) + (term.sign == ">")}

    def _is_nothing(self, term: Term) -> bool:
        wanted = fold(term.value)
        if wanted in self.words.nothing:
            return True
        if wanted in self.words.something:
            return False
        raise NotUnderstoodError("unknown_yes_no", at=term.at, text=term.value)
