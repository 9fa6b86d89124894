"""A search as it is typed: words and filters, in Norwegian, English or both."""

import datetime as dt

import pytest

from salgsplan_tui.domain.dates import inclusive
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.query import QueryReader, amount_range
from salgsplan_tui.domain.quick_add.looking import span_meant
from salgsplan_tui.domain.search import STATUSES, AmountRange, Search
from salgsplan_tui.storage.packaged import catalogue
from salgsplan_tui.storage.packaged_words import words
from salgsplan_tui.storage.query_words import query_words
from tests.planning import NOW

QUICK_ADD = words()
READER = QueryReader(
    query_words(),
    catalogue()[0],
    lambda text: span_meant(text, words=QUICK_ADD, now=NOW, language="nb"),
)
PHONE = frozenset({"phone"})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", Search()),
        ("ødegård messe", Search(words=("ødegård", "messe"))),
        ('"ring kari" 10:00', Search(words=("ring kari", "10:00"))),
        ("«ring kari» kunde:“Berg AS”", Search(words=("ring kari",), customer="Berg AS")),
        ("kanal:telefon", Search(channels=PHONE)),
        ("channel:phone", Search(channels=PHONE)),
        ("kanal:ring", Search(channels=PHONE)),
        ("kanal:fagm", Search(channels=frozenset({"trade_fair"}))),
        ('kunde:"Berg AS" tilbud', Search(words=("tilbud",), customer="Berg AS")),
        ("customer:k05", Search(customer="k05")),
        ("status:forfalt", Search(status="overdue")),
        ("status:ÅPNE", Search(status="open")),
        ("status:apen", Search(status="open")),
        ('tilstand:"ikke gjort"', Search(status="skipped")),
        ("status:cancel", Search(status="cancelled")),
        ("mål:m4", Search(goal="m4")),
        ("mal:gjenkjøp", Search(goal="gjenkjøp")),
        ("fra:1.1", Search(first=dt.date(2027, 1, 1))),
        ("to:1.3", Search(last=dt.date(2027, 3, 1))),
        ("dato:fredag", Search(first=dt.date(2027, 2, 19), last=dt.date(2027, 2, 19))),
        ("uke:6", Search(first=dt.date(2027, 2, 8), last=dt.date(2027, 2, 14))),
        ('month:"januar 2027"', Search(first=dt.date(2027, 1, 1), last=dt.date(2027, 1, 31))),
        ("fra:1.1 til:10.1 fra:3.1", Search(first=dt.date(2027, 1, 3), last=dt.date(2027, 1, 10))),
        ("kr>1000", Search(amount=AmountRange(least=100_001))),
        ("beløp<=1,2k", Search(amount=AmountRange(most=120_000))),
        ("amount:1000-5000", Search(amount=AmountRange(100_000, 500_000))),
        ("kr>1000 kr<2000", Search(amount=AmountRange(100_001, 199_999))),
        ("kr=276", Search(amount=AmountRange(27_600, 27_600))),
    ],
)
def test_a_line_is_read_as_words_and_filters(typed: str, meant: Search) -> None:
    assert READER.read(typed) == meant


@pytest.mark.parametrize("typed", ["kanal:", "status:", "fra:", "kr>", 'kunde:"', '"'])
def test_what_is_still_being_typed_narrows_nothing(typed: str) -> None:
    assert not READER.read(typed).is_narrow


@pytest.mark.parametrize("typed", ["http://berg.example", "10:30", "kari:", "a>b", "kanal>telefon"])
def test_what_is_no_filter_is_a_word(typed: str) -> None:
    assert READER.read(typed).words == (typed,)


@pytest.mark.parametrize(
    ("typed", "key", "at"),
    [
        ("berg kanal:brevdue", "unknown_channel", (5, 18)),
        ("status:tull", "unknown_status", (0, 11)),
        ("status:avl berg", None, None),
        ("fra:xyz", "not_understood", (0, 7)),
        ("kr>mye", "not_an_amount", (0, 6)),
        ("kr>1-2", "not_an_amount", (0, 6)),
    ],
)
def test_a_value_that_means_nothing_is_told_with_its_place(
    typed: str, key: str | None, at: tuple[int, int] | None
) -> None:
    if key is None:
        assert READER.read(typed).status == "cancelled"
        return
    with pytest.raises(NotUnderstoodError) as told:
        READER.read(typed)
    assert (told.value.key, told.value.at) == (key, at)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1000", AmountRange(100_000, 100_000)),
        ("1000-", AmountRange(least=100_000)),
        ("-1000", AmountRange(most=100_000)),
        ("1 000 - 5 000", AmountRange(100_000, 500_000)),
        ("250,50kr", AmountRange(25_050, 25_050)),
    ],
)
def test_amounts_are_read_as_ranges(text: str, meant: AmountRange) -> None:
    assert amount_range(text, (0, len(text))) == meant


def test_every_state_has_a_name_in_both_languages() -> None:
    assert set(STATUSES) == set(query_words().statuses.values())
    assert {"aapen", "open", "apen"} & query_words().statuses.keys()


def test_days_can_be_narrowed_twice() -> None:
    search = READER.filtered(READER.read("fra:1.1"), "to", "31.1")
    assert search.span == inclusive(dt.date(2027, 1, 1), dt.date(2027, 1, 31))
