"""Whom an activity is for: the names in a line become customers and contacts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from salgsplan_tui.domain.customers import Customer, CustomerKind
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.quick_add.channel_words import Heard
from salgsplan_tui.domain.quick_add.known_names import known_names
from salgsplan_tui.domain.quick_add.mentions import Mention, firms, is_legal_form, marked_names
from salgsplan_tui.domain.quick_add.names import names_of
from salgsplan_tui.domain.quick_add.reading import Candidate
from salgsplan_tui.domain.quick_add.words import Words
from salgsplan_tui.domain.quick_add.worksheet import Setting, Worksheet


@dataclass(frozen=True)
class Whom:
    """The ids of those a line names."""

    customers: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


def read_whom(sheet: Worksheet, setting: Setting, heard: Sequence[Heard]) -> Whom:
    """Take the names out of a line, and make the new customers among them.

    Raises:
        NotUnderstoodError: a name could mean several; `candidates` tells whom.
    """
    names = names_of(setting.plan.customers, setting.words)
    found = marked_names(sheet, setting.words, names) + firms(sheet, setting.words, names, heard)
    found += known_names(sheet, setting, names, heard)
    found = sorted(_with_whom(found), key=lambda mention: mention.first)
    sure = {mention.hits[0].candidate.customer for mention in found if len(mention.hits) == 1}
    people = tuple(_person(sheet, setting, mention, sure) for mention in found)
    return Whom(
        tuple(dict.fromkeys(person.customer for person in people)),
        tuple(dict.fromkeys(person.contact for person in people if person.contact is not None)),
    )


def _with_whom(mentions: list[Mention]) -> list[Mention]:
    """Leave out what is only talked about, where somebody else is named."""
    with_whom = [mention for mention in mentions if not mention.is_topic]
    return with_whom or mentions


def _person(sheet: Worksheet, setting: Setting, mention: Mention, sure: set[str]) -> Candidate:
    """Return the one who is meant; a firm named beside tells which of two."""
    candidates = tuple(hit.candidate for hit in mention.hits)
    if len(candidates) > 1:
        candidates = tuple(each for each in candidates if each.customer in sure) or candidates
    if len(candidates) > 1:
        raise sheet.refusal("ambiguous_person", mention.first, mention.last, candidates=candidates)
    person = candidates[0] if candidates else _newcomer(sheet, setting, mention)
    sheet.chip("whom", person.short, mention.first, mention.last)
    return person


def _newcomer(sheet: Worksheet, setting: Setting, mention: Mention) -> Candidate:
    key = fold(mention.name)
    if key not in setting.made:
        kind = kind_of_firm(setting.words, mention.name)
        setting.made[key] = Customer(id=setting.new_id(), name=mention.name, kind=kind)
        sheet.notice("new_customer", mention.first, mention.last, name=mention.name)
    customer = setting.made[key]
    return Candidate(customer.name, customer.id, None, customer.name)


def kind_of_firm(words: Words, name: str) -> CustomerKind:
    """Return what kind of customer a firm is, as its legal form says."""
    form = name.rpartition(" ")[2]
    if not is_legal_form(words, form):
        return "company"
    code = words.legal_forms.code(form.casefold()) or words.legal_words.code(form.casefold())
    return cast("CustomerKind", code)  # words.toml names the kinds
