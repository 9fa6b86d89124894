"""`review`: the ten pages as text and JSON, and what can be noted from the command line."""

from syrupy.assertion import SnapshotAssertion

from tests.cli.running import Salgsplan


def test_the_pages_stand_under_one_another(salgsplan: Salgsplan, snapshot: SnapshotAssertion) -> None:
    assert salgsplan("review").out == snapshot
    assert salgsplan("--lang", "en", "review", "2027-W06").out == snapshot


def test_what_other_programs_read(salgsplan: Salgsplan) -> None:
    document = salgsplan("review", "2027-W06", "--json").json
    assert list(document) == [
        *("schema", "week", "fulfilment", "open", "results", "wanted", "customers_without_next_step", "old_offers"),
        *("open_cases", "closed_cases", "cost", "worked", "change", "needs", "next_week", "done"),
    ]
    assert (document["fulfilment"]["planned"], document["fulfilment"]["done"]) == (5, 4)
    assert document["next_week"]["week"] == "2027-W07"
    assert document["next_week"]["planned_minutes"] == 435


def test_notes_needs_and_the_end_are_written_and_undone(salgsplan: Salgsplan) -> None:
    salgsplan("review", "--worked", "Ring før ti", "--change", "Færre møter", "--need", "Rabatt", "--done")
    document = salgsplan("review", "--json").json
    assert (document["worked"], document["change"], document["done"]) == (
        "Ring før ti",
        "Færre møter",
        "2027-02-17T08:00",
    )
    carried = "Avgjørelse om rabatt til offentlige kunder"
    assert [(each["text"], each["weeks"]) for each in document["needs"]] == [(carried, 3), ("Rabatt", 0)]
    left = salgsplan("review", "--resolved", "1", "--json").json["needs"]
    assert [each["text"] for each in left] == ["Rabatt"]
    salgsplan("undo")
    assert [each["text"] for each in salgsplan("review", "--json").json["needs"]] == [carried, "Rabatt"]


def test_a_need_that_is_not_there_is_told(salgsplan: Salgsplan) -> None:
    ended = salgsplan("review", "--resolved", "3")
    assert (ended.code, "Det er 1 behov" in ended.err) == (2, True)
