"""`list` and `show`."""

import pytest

from tests.cli.running import Salgsplan


def found(salgsplan: Salgsplan, *words: str) -> list[str]:
    answer = salgsplan("list", "--json", *words)
    assert answer.code in {0, 3}, answer.err
    return [row["id"] for row in answer.json["activities"]]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (("odegard",), ["a14", "a19"]),
        (("Ødegård",), ["a14", "a19"]),
        (("BJORKELY",), ["a05", "a20", "a21", "a27"]),
        (("ringeøkt", "messe"), ["a34", "a37", "a39"]),
        (("barnehager", "webinar"), ["a23"]),
        (("tilbud", "bjørkely", "svar"), ["a27"]),
    ],
)
def test_words_are_found_in_titles_and_names_whatever_their_letters(
    salgsplan: Salgsplan, words: tuple[str, ...], ids: list[str]
) -> None:
    assert found(salgsplan, *words) == ids


def test_words_are_found_in_notes_places_and_tags(salgsplan: Salgsplan) -> None:
    identity = salgsplan("add", "møte sted:Ålesund #Årsavtale :: ta med prøver", "--json").json["activity"]["id"]
    for word in ("alesund", "arsavtale", "prøver", "prover"):
        assert identity in found(salgsplan, word)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (("--status", "overdue"), ["a26"]),
        (("--status", "cancelled"), ["a22"]),
        (("--status", "confirmed"), ["a28", "a35", "a36", "a38", "a43"]),
        (("--channel", "trade_fair"), ["a38"]),
        (("--channel", "fagmesse"), ["a38"]),
        (("--channel", "press"), ["a19"]),
        (("--customer", "k12"), ["a20", "a29", "a33"]),
        (("--customer", "demir"), ["a20", "a29", "a33"]),
        (("--goal", "m4"), ["a15", "a25", "a29"]),
        (("--from", "2027-02-17", "--to", "2027-02-18"), ["a27", "a28", "a29", "a30"]),
        (("--from", "uke 6", "--to", "uke 6"), ["a20", "a21", "a22", "a23", "a24"]),
        (("--from", "1.1", "--to", "6.1"), ["a01", "a02"]),
        (("--from", "i dag", "--to", "fredag", "--status", "open"), ["a27", "a28", "a29", "a30", "a31"]),
        (("--from", "2027-03-11", "--to", "2027-03-11"), ["a35", "a38"]),
        (("--to", "2027-01-05"), ["a01", "a02"]),
        (("--from", "2027-03-30"), ["a42", "a46", "a47"]),
    ],
)
def test_filters_narrow_the_list(salgsplan: Salgsplan, words: tuple[str, ...], ids: list[str]) -> None:
    assert found(salgsplan, *words) == ids


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (("kanal:telefon", "status:forfalt"), ["a26"]),
        (("channel:trade_fair",), ["a38"]),
        (("kunde:demir", "fra:1.3"), ["a33"]),
        (("customer:Solsvingen Dagligvare", "status:open"), ["a30", "a45"]),
        (('kunde:"Granholt Eiendom" tilbudsgjennomgang',), ["a28"]),
        (("uke:6",), ["a20", "a21", "a22", "a23", "a24"]),
        (("kr>10000",), ["a14", "a35", "a38"]),
        (("--amount", "9000-12000"), ["a35", "a43"]),
        (("--amount", "40000-"), ["a38"]),
        (("--status", "open", "kr>10000", "radio"), ["a35"]),
    ],
)
def test_filters_stand_among_the_words_as_in_the_screens(
    salgsplan: Salgsplan, words: tuple[str, ...], ids: list[str]
) -> None:
    assert found(salgsplan, *words) == ids


@pytest.mark.parametrize("words", [("berg", "kanal:brevdue"), ("status:tull",), ("fra:tull",), ("--amount", "mye")])
def test_a_filter_that_means_nothing_is_pointed_out(salgsplan: Salgsplan, words: tuple[str, ...]) -> None:
    answer = salgsplan("list", *words)
    assert (answer.code, answer.out) == (2, "")
    assert "^^^" in answer.err


def test_without_a_filter_everything_is_listed(salgsplan: Salgsplan) -> None:
    assert len(found(salgsplan)) == 47
    assert len(salgsplan("liste").lines()) == 47


def test_the_goals_words_find_its_rows_too(salgsplan: Salgsplan) -> None:
    assert found(salgsplan, "--goal", "gjenkjøp") == found(salgsplan, "--goal", "m2")


def test_nothing_found_is_told_with_exit_code_3(salgsplan: Salgsplan) -> None:
    answer = salgsplan("list", "xyzzy")
    assert (answer.code, answer.out, answer.err) == (3, "", "Ingenting passer.\n")
    answer = salgsplan("list", "xyzzy", "--json")
    assert (answer.code, answer.json["activities"]) == (3, [])


def test_an_unknown_channel_is_told(salgsplan: Salgsplan) -> None:
    answer = salgsplan("list", "--channel", "brevdue")
    assert answer.code == 2
    assert "brevdue" in answer.err


def test_a_row_of_another_year_tells_the_year(salgsplan: Salgsplan) -> None:
    assert "2027" not in salgsplan("list", "a27", "Bjørkely").out
    assert "17.2.2027 09:00" in salgsplan("list", "svar på tilbud", "--today", "2028-01-01").out


def test_a_series_is_listed_for_the_days_asked_for(salgsplan: Salgsplan) -> None:
    salgsplan("add", "ringeøkt hver mandag 9-10")
    rows = found(salgsplan, "--from", "2029-01-01", "--to", "2029-01-31")
    assert len(rows) == 5
    assert len(found(salgsplan, "ringeøkt", "--from", "i dag", "--channel", "phone", "--status", "open")) > 13


def test_a_series_is_found_in_a_week_that_is_frozen_too(salgsplan: Salgsplan) -> None:
    salgsplan("add", "morgenmøte hver virkedag 8-8:15 til 5.3")
    salgsplan("--today", "2027-03-01T08:00", "add", "ring i dag 12:00")  # the first change of its week freezes it
    assert b"[snapshot]" in (salgsplan.home / "weeks/2027/2027-W09.toml").read_bytes()
    days = ("--from", "2027-03-01", "--to", "2027-03-05", "--today", "2027-03-01T09:00")
    assert len(found(salgsplan, "morgenmøte", *days)) == 5
    salgsplan("move", found(salgsplan, "morgenmøte", *days)[0], "2027-03-02", "09:00")
    assert len(found(salgsplan, "morgenmøte", *days)) == 5  # one is touched now, and is there once


def test_show_tells_everything_about_a_row(salgsplan: Salgsplan) -> None:
    text = salgsplan("vis", "a28").out
    for told in (
        "Tilbudsgjennomgang Granholt Eiendom",
        "onsdag 17. februar 2027 · uke 7",
        "Jonas Wærum",
        "52 km",
        "a28",
    ):
        assert told in text
    english = salgsplan("show", "a28", "--lang", "en").out
    assert "Wednesday 17 February 2027 · week 7" in english


@pytest.mark.parametrize("asked", ["k01", "p01", "K01", "Haugstad", "bjørkely"])
def test_show_takes_a_customer_or_contact_too(salgsplan: Salgsplan, asked: str) -> None:
    text = salgsplan("show", asked).out
    assert "Bjørkely Borettslag" in text
    assert "Marit Haugstad" in text
    found = salgsplan("show", asked, "--json").json
    assert found["customer"]["id"] == "k01"
    assert found.get("contact") == ("p01" if asked == "p01" else None)


def test_show_tells_when_several_customers_are_meant(salgsplan: Salgsplan) -> None:
    answer = salgsplan("show", "p0")
    assert (answer.code, answer.out) == (3, "")
    assert "k01" in answer.err


def test_what_is_not_there_is_told_with_exit_code_3(salgsplan: Salgsplan) -> None:
    answer = salgsplan("show", "zzz")
    assert (answer.code, answer.out) == (3, "")
    assert "zzz" in answer.err


def test_an_activity_shows_the_plan_it_was_taken_down_from(salgsplan: Salgsplan) -> None:
    assert any(
        line.split() == ["Hentet", "ned", "fra", "Inneklima", "Øst"] for line in salgsplan("show", "a38").lines()
    )
    row = salgsplan("show", "a38", "--json").json["activity"]
    assert row["origin"] == {"id": "inneklima-ost:d1", "title": "Inneklima Øst"}
