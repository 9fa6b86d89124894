"""Whatever is typed, it is read or refused with its place; what is read can be stored; and long lines stay quick."""

import datetime as dt
import sys
from contextlib import suppress
from dataclasses import fields
from functools import cache
from itertools import chain
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.checking import checked
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.quick_add import Phrases, Reading, read_when
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.storage.dumping import unusual
from tests.domain.quick_add.lines import NOW, attempt, channels, packaged_words, reading

ODD = [
    "Kari", "tor", "@hansen", "@Nils Vik", "Nordfjord AS", "AS", "10:00", "25:00", "14.30", "10.10", "30.2", "32.12",
    "99.99", "12.-14.11", "30.12-2.1", "9-10", "14-13", "13pm", "uke 0", "u43", "w99", "Q5", "2026-13-45", "2026-W99",
    "9999-12-31", "31.12.9999", "+99999d", "+3x", "om 99999 måneder", "1t30", "0m", "999999t", "1,5t", "12 500 kr",
    "1.500 kr", "999999999999 kr", "kr", "à", "x", "200", "0", "007", "22 33 44 55", "+47 22 33 44 55", "#tag", "#",
    "!1", "!9", "mål:møter", "verdi:", "km:x", "::", "->", "-> nådd", ";", "; +2d", '"lit 10:00"', '"', r"\fredag", "«",
    "-", "–", "...", ",", "(fre)", "fre,", "a,b", "²", "٣", "½", "ß", "İ", "\u202e", "\u200b", "👍", "\x00", "\x1b[31m",
    "\n", "hver", "x10", "til 18.12", "fra 2.11", "innen fre", "før fredag", "kl", "halv", "halv 25", "10:00 - 11:00",
    "hver 400. dag", "hver 31.", "1.1-31.12", "2026", "31 feb", "feb 30", "14-12 nov", "fre-man", "29.2",
]  # fmt: skip
"""Bits that come close to meaning something."""

MOMENTS = [NOW, dt.datetime(2027, 1, 1), dt.datetime(2028, 2, 29, 23, 59), dt.datetime(2026, 12, 31, 12)]


@cache
def vocabulary() -> list[str]:
    tables = [getattr(packaged_words(), field.name) for field in fields(packaged_words())]
    phrases = chain.from_iterable(table.codes for table in tables if isinstance(table, Phrases))
    return [*(" ".join(phrase) for phrase in phrases), *channels().words]


bits = st.one_of(st.sampled_from(ODD), st.deferred(lambda: st.sampled_from(vocabulary())), st.text(max_size=12))


def hold(text: str, found: Reading) -> None:
    """Check what every reading promises."""
    for activity in filter(None, (found.activity, found.next)):
        assert checked(Activity, unusual(activity)) == activity
        assert activity.date is None or activity.bucket is None
        assert activity.end_date is None or (activity.date is not None and activity.end_date > activity.date)
        assert activity.span is None or activity.span.last.year < 2300
        assert activity.state is not State.DONE or (activity.outcome is not None and activity.date is not None)
    places = [(chip.start, chip.end) for chip in found.chips]
    places += [(notice.start, notice.end) for notice in found.notices]
    places += [(doubt.start, doubt.end) for doubt in found.doubts]
    assert all(0 <= start <= end <= len(text) for start, end in places)
    assert set(found.activity.customers) <= {f"k0{number}" for number in range(1, 6)} | {
        each.id for each in found.customers
    }
    assert found.given <= set(Activity.field_annotations)
    if found.series is not None:
        assert checked(Series, unusual(found.series)) == found.series
        day = Span(found.series.first, found.series.first + dt.timedelta(days=1))
        assert list(found.series.dates(day)) == [found.series.first]


def read_or_refuse(text: str, language: str, now: dt.datetime, base: Activity | None) -> None:
    found = attempt(text, language=language, now=now, base=base)
    if isinstance(found, Reading):
        hold(text, found)
    else:
        assert found.at is not None
        assert 0 <= found.at[0] <= found.at[1] <= len(text)


languages, moments = st.sampled_from(["nb", "en"]), st.sampled_from(MOMENTS)
bases = st.sampled_from([None, reading("ring Kari fre 10:00 30m 150kr").activity])


@settings(max_examples=400)
@given(st.lists(bits, max_size=9).map(" ".join), languages, moments, bases)
def test_words_in_any_order_are_read_or_refused(
    text: str, language: str, now: dt.datetime, base: Activity | None
) -> None:
    read_or_refuse(text, language, now, base)


@settings(max_examples=300)
@given(st.text(max_size=200), languages)
def test_any_text_is_read_or_refused(text: str, language: str) -> None:
    read_or_refuse(text, language, NOW, None)


@settings(max_examples=200)
@given(st.lists(bits, max_size=5).map(" ".join), languages, moments)
def test_any_words_for_when_are_read_or_refused(text: str, language: str, now: dt.datetime) -> None:
    with suppress(NotUnderstoodError):
        found = read_when(text, words=packaged_words(), now=now, language=language)
        assert (found.date is None) != (found.bucket is None)


def test_what_is_no_character_is_refused() -> None:
    with pytest.raises(NotUnderstoodError, match="not_text") as caught:
        reading("ring Kari \udce6 fre")
    assert caught.value.at == (10, 11)


def test_a_year_in_which_nothing_can_be_planned_is_refused() -> None:
    for now in (dt.datetime(9999, 12, 31), dt.datetime(2, 1, 1)):
        with pytest.raises(NotUnderstoodError, match="no_such_date"):
            reading("ring Kari i morgen", now=now)


LONG = [
    "a", "ord ", "1 ", "1", "- ", "12 345 ", "999 ", "kr ", "1 kr ", "Aa ", "Aa & ", "& ", "de ", "Kari og ", "Aa AS ",
    "@a ", "#a ", '"a" ', "-> ", ":: ", "; ", "fre ", "12.- ", "1-2 ", "hver ", "i morgen ", "til ", "a,b", "a-", "(",
    "...", "\\", "x10 ", "10:00 ", "uke 1 ", "å", "👍", "\u202e", "nådd ", "km:1 ", "1x", "halv ", "tor ",
]  # fmt: skip


def steps(text: str) -> int:
    """Return how many calls of Python functions a reading takes: the same on every machine."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        read_or_refuse(text, "nb", NOW, None)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("bit", LONG)
@pytest.mark.parametrize("before", ["", "ring Kari -> "])
def test_a_line_twice_as_long_takes_about_twice_as_many_steps(bit: str, before: str) -> None:
    short, long = (before + (bit * length)[:length] for length in (2_500, 5_000))
    reading("ring Kari")
    assert steps(long) <= 2.5 * steps(short) + 2_000
