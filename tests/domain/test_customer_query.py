"""What is typed to choose among the customers: words and filters, in both languages, mixed as one likes."""

import pytest

from salgsplan_tui.domain.customer_filter import CustomerFilter, both
from salgsplan_tui.domain.customer_query import CustomerQueryReader
from salgsplan_tui.domain.customers import Stage
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.storage.query_words import query_words


def read(text: str) -> CustomerFilter:
    return CustomerQueryReader(query_words()).read(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", CustomerFilter()),
        ("berg  lie", CustomerFilter(words=("berg", "lie"))),
        ("klasse:A", CustomerFilter(customer_class="A")),
        ("CLASS:b berg", CustomerFilter(customer_class="B", words=("berg",))),
        ("trinn:emne", CustomerFilter(stage=Stage.LEAD)),
        ("stage:has_bought", None),
        ('trinn:"tilbud gitt"', CustomerFilter(stage=Stage.OFFERED)),
        ("stage:offered", CustomerFilter(stage=Stage.OFFERED)),
        ("trinn:sov", CustomerFilter(stage=Stage.DORMANT)),
        ("segment:eiendom", CustomerFilter(segment_part="eiendom")),
        ('segment:"barnehager og"', CustomerFilter(segment_part="barnehager og")),
        ("dager:30", CustomerFilter(not_contacted=30)),
        ("days>30", CustomerFilter(not_contacted=31)),
        ("dager>=60d", CustomerFilter(not_contacted=60)),
        ("neste:ingen", CustomerFilter(no_next_step=True)),
        ("next:none class:C", CustomerFilter(no_next_step=True, customer_class="C")),
        ("tilbud:åpne saker:open", CustomerFilter(with_offers=True, with_cases=True)),
        ("klasse:", CustomerFilter()),
        ("kl:14 a>b", CustomerFilter(words=("kl:14", "a>b"))),
        ('"klasse:A"', CustomerFilter(words=("klasse:A",))),
    ],
)
def test_a_line_asks_for_this(text: str, asked: CustomerFilter | None) -> None:
    if asked is None:
        with pytest.raises(NotUnderstoodError):
            read(text)
    else:
        assert read(text) == asked


@pytest.mark.parametrize(
    ("text", "key", "at"),
    [
        ("berg klasse:D", "unknown_class", (5, 13)),
        ("trinn:xyz", "unknown_stage", (0, 9)),
        ("trinn:har", "unknown_stage", (0, 9)),
        ("dager:mange", "not_days", (0, 11)),
        ("dager<30", "not_days", (0, 8)),
        ("neste:kanskje", "unknown_yes_no", (0, 13)),
    ],
)
def test_what_means_nothing_is_told_with_its_place(text: str, key: str, at: tuple[int, int]) -> None:
    with pytest.raises(NotUnderstoodError, match=key) as raised:
        read(text)
    assert raised.value.at == at


def test_two_filters_ask_for_both_and_the_later_one_wins() -> None:
    keys = CustomerFilter(customer_class="A", not_contacted=30)
    assert both(keys, read("klasse:B berg")) == CustomerFilter(customer_class="B", not_contacted=30, words=("berg",))
    assert both(keys, CustomerFilter()) == keys
