"""`done`, `cancel`, `skip`, `confirm`, `start` and `reopen`."""

import pytest

from tests.cli.running import Salgsplan


def state(salgsplan: Salgsplan, identity: str) -> tuple[str, str | None, str | None]:
    row = salgsplan("show", identity, "--json").json["activity"]
    return row["state"], row["outcome"], row["reason"]


@pytest.mark.parametrize("outcome", ["order", "ordre", "Ordre", "bestilling", "sold"])
def test_an_outcome_is_a_code_or_any_word_for_it(salgsplan: Salgsplan, outcome: str) -> None:
    assert salgsplan("done", "a27", "--outcome", outcome).code == 0
    assert state(salgsplan, "a27") == ("done", "order", None)


def test_an_outcome_that_is_none_is_refused_with_the_codes(salgsplan: Salgsplan) -> None:
    answer = salgsplan("done", "a27", "--outcome", "strålende")
    assert answer.code == 2
    assert "no_answer" in answer.err
    assert state(salgsplan, "a27") == ("planned", None, None)


def test_done_takes_all_that_it_came_to(salgsplan: Salgsplan) -> None:
    words = (
        "--outcome reached --minutes 95 --quantity 16 --count reached=9 --count meetings_booked=3 --actual-cost 1250.50"
    )
    row = salgsplan("done", "a26", *words.split(), "--note", "travelt", "--json").json["activity"]
    assert (row["actual_minutes"], row["quantity_done"], row["actual_cost"]) == (95, 16, "1250.50")
    assert (row["outcome_counts"], row["outcome_note"]) == ({"reached": 9, "meetings_booked": 3}, "travelt")


@pytest.mark.parametrize(
    ("typed", "amount"), [("1250", "1250.00"), ("1 250,50 kr", "1250.50"), ("1.250", "1250.00"), ("99,-", "99.00")]
)
def test_an_amount_is_written_as_people_write_it(salgsplan: Salgsplan, typed: str, amount: str) -> None:
    row = salgsplan("done", "a27", "--outcome", "other", "--actual-cost", typed, "--json").json["activity"]
    assert row["actual_cost"] == amount


def test_the_next_step_is_for_the_same_customer(salgsplan: Salgsplan) -> None:
    answer = salgsplan("done", "a27", "--outcome", "no_answer", "--next", "+2d", "--json").json
    assert (answer["next"]["date"], answer["next"]["title"]) == ("2027-02-19", answer["activity"]["title"])
    assert answer["next"]["customers"] == answer["activity"]["customers"]
    assert (answer["next"]["previous"], answer["activity"]["next"]) == ("a27", answer["next"]["id"])


def test_a_next_step_that_cannot_be_read_leaves_everything_as_it_was(salgsplan: Salgsplan) -> None:
    answer = salgsplan("done", "a27", "--outcome", "order", "--next", "møte 25:00")
    assert answer.code == 2
    assert "^^^^^" in answer.err
    assert state(salgsplan, "a27")[0] == "planned"


def test_without_an_outcome_and_without_a_terminal_it_is_other_and_that_is_said(salgsplan: Salgsplan) -> None:
    answer = salgsplan("ferdig", "a27")
    assert (answer.code, state(salgsplan, "a27")) == (0, ("done", "other", None))
    assert "--outcome" in answer.err


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [("7\n\n", "order"), ("ordre\n\n", "order"), ("no_answer\n\n", "no_answer"), ("\n\n", "other"), ("", "other")],
)
def test_at_a_terminal_the_outcome_is_asked_for(salgsplan: Salgsplan, typed: str, outcome: str) -> None:
    answer = salgsplan("done", "a27", typed=typed, is_terminal=True)
    assert "Hva kom det ut av «Ring Bjørkely: svar på tilbud T04»?" in answer.err
    assert state(salgsplan, "a27")[1] == outcome


def test_at_a_terminal_the_next_step_is_asked_for_too(salgsplan: Salgsplan) -> None:
    answer = salgsplan("done", "a27", typed="2\n+2d\n", is_terminal=True)
    assert answer.code == 0
    (row,) = salgsplan("list", "--from", "2027-02-19", "--to", "2027-02-19", "Bjørkely", "--json").json["activities"]
    assert row["previous"] == "a27"


def test_yes_asks_nothing(salgsplan: Salgsplan) -> None:
    answer = salgsplan("done", "a27", "--yes", is_terminal=True)
    assert (answer.code, state(salgsplan, "a27")[1]) == (0, "other")
    assert "1 nådd" not in answer.err


@pytest.mark.parametrize(
    ("reason", "code", "text"),
    [
        ("ill", "ill", None),
        ("customer_asked", "customer_asked", None),
        ("kunden ba om det", "customer_asked", None),
        ("kunden er syk", "other", "kunden er syk"),
    ],
)
def test_a_reason_is_a_code_its_name_or_ones_own_words(
    salgsplan: Salgsplan, reason: str, code: str, text: str | None
) -> None:
    row = salgsplan("cancel", "a27", "--reason", reason, "--json").json["activity"]
    assert (row["state"], row["reason"], row["reason_text"]) == ("cancelled", code, text)


def test_cancel_without_a_reason_is_refused_where_nobody_can_be_asked(salgsplan: Salgsplan) -> None:
    answer = salgsplan("avlys", "a27")
    assert answer.code == 2
    assert "--reason" in answer.err
    assert salgsplan("avlys", "a27", typed="2\n", is_terminal=True).code == 0
    assert state(salgsplan, "a27") == ("cancelled", None, "ill")


def test_the_other_states(salgsplan: Salgsplan) -> None:
    for words, wanted in (
        (("confirm", "a27"), "confirmed"),
        (("start", "a27"), "in_progress"),
        (("skip", "a27", "--reason", "ill"), "skipped"),
        (("reopen", "a27"), "planned"),
    ):
        answer = salgsplan(*words)
        assert (answer.code, state(salgsplan, "a27")[0]) == (0, wanted)
        assert "Ring Bjørkely" in answer.err


@pytest.mark.parametrize(
    "words",
    ["done a22 --outcome order", "cancel a22 --reason ill", "move a22 fre", "confirm a22", "skip a01", "reopen a27"],
)
def test_what_the_life_of_an_activity_forbids_is_refused_with_5(salgsplan: Salgsplan, words: str) -> None:
    before = salgsplan.snapshot()
    answer = salgsplan(*words.split())
    assert (answer.code, answer.out) == (5, "")
    assert answer.err
    assert salgsplan.snapshot() == before


def test_a_change_is_said_and_shown(salgsplan: Salgsplan) -> None:
    answer = salgsplan("done", "a27", "--outcome", "reached", "--lang", "en")
    assert answer.err == "Done: “Ring Bjørkely: svar på tilbud T04”\n"
    assert answer.out.startswith("  a27  ✓ Wed 17 Feb 09:00 ☎ Ring Bjørkely")


def test_a_dry_run_of_done_changes_nothing(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    answer = salgsplan("done", "a27", "--outcome", "order", "--next", "+2d", "--dry-run")
    assert "✓" in answer.out
    assert "Ingenting er lagret" in answer.err
    assert salgsplan.snapshot() == before


@pytest.mark.parametrize(("spoken", "words"), [("nb", "Si hvem du er"), ("en", "Say who you are")])
def test_what_starts_tells_how_to_go_about_it(salgsplan: Salgsplan, spoken: str, words: str) -> None:
    salgsplan("confirm", "a27")
    assert words in salgsplan("start", "a27", "--lang", spoken).out
    assert "approach" not in salgsplan("show", "a27", "--json").json["activity"]  # the keys of issue 2, and no more


def test_own_words_for_how_to_go_about_it_are_set_and_shown(salgsplan: Salgsplan) -> None:
    assert salgsplan("edit", "a27", 'framgangsmåte:"Begynn med filtrene"').code == 0
    assert "Begynn med filtrene" in salgsplan("show", "a27").out
    salgsplan("confirm", "a27")
    told = salgsplan("start", "a27").out
    assert "Begynn med filtrene" in told
    assert "Si hvem du er" not in told
