"""The packaged catalogue as it ships, and a person's own file over it."""

from pathlib import Path

import pytest
import tomli
from rich.cells import cell_len

from salgsplan_tui.domain.channels import ActivityType, Catalogue, Channel, Term
from salgsplan_tui.domain.checking import checked
from salgsplan_tui.domain.errors import Problem
from salgsplan_tui.storage.document import read
from salgsplan_tui.storage.packaged import FOLDER, approach, catalogue

CODES = """
    phone letter advertisement distribution trade_journal press radio tv internet trade_fair social_media
    direct_message email sms meeting visit demo video_meeting site_visit in_store referral webinar event offer
    offer_followup service door_sale travel internal
"""
"""The channels in decisions.md's order."""


@pytest.fixture(name="packaged", scope="module")
def _packaged() -> Catalogue:
    found, problems = catalogue()
    assert problems == ()
    return found


def types(packaged: Catalogue) -> list[tuple[Channel, ActivityType]]:
    return [(channel, kind) for channel in packaged.channels for kind in channel.types]


def test_the_channels_are_those_of_the_field_in_order(packaged: Catalogue) -> None:
    assert [channel.code for channel in packaged.channels] == CODES.split()


def test_four_channels_have_types_and_the_others_one_of_their_own_name(packaged: Catalogue) -> None:
    several = {
        channel.code: [kind.code for kind in channel.types]
        for channel in packaged.channels
        if [kind.code for kind in channel.types] != [channel.code]
    }
    assert several == {
        "phone": ["call", "call_session", "follow_up"],
        "email": ["one", "many"],
        "sms": ["one", "many"],
        "visit": ["single", "round"],
        "internal": ["planning", "review", "report", "leave"],
    }


def test_the_packaged_file_is_valid_though_it_is_read_unchecked(packaged: Catalogue) -> None:
    text = (FOLDER / "channels.toml").read_text("utf-8")
    own, problems = catalogue(read(Path("channels.toml"), text))
    assert problems == ()
    assert own == packaged
    for channel in packaged.channels:
        assert channel == checked(Channel, channel.given_fields)
        assert not channel.extra_fields
        assert not any(kind.extra_fields for kind in channel.types)
    words = [*packaged.units.values(), *packaged.cost_kinds.values(), *packaged.measures.values()]
    assert all(word == checked(Term, word.given_fields) and not word.extra_fields for word in words)


def test_signs_are_all_different_one_cell_wide_and_no_emoji(packaged: Catalogue) -> None:
    signs = [channel.sign for channel in packaged.channels]
    assert len(set(signs)) == len(signs)
    assert all(cell_len(sign) == 1 for sign in signs)
    assert all(ord(sign) < 0x1F000 for sign in signs)
    assert [packaged.sign(code) for code in ("phone", "meeting", "service")] == ["☎", "⌂", "✚"]


def test_every_code_that_a_type_names_is_in_the_catalogue(packaged: Catalogue) -> None:
    for _, kind in types(packaged):
        assert kind.unit in packaged.units
        assert {cost.kind for cost in kind.costs} <= packaged.cost_kinds.keys()
        assert set(kind.measures) <= packaged.measures.keys()
    for cost_kind in packaged.cost_kinds.values():
        assert cost_kind.unit is None or cost_kind.unit in packaged.units


def test_every_measure_and_unit_is_used(packaged: Catalogue) -> None:
    measured = {measure for _, kind in types(packaged) for measure in kind.measures}
    counted = {kind.unit for _, kind in types(packaged)}
    priced = {kind.unit for kind in packaged.cost_kinds.values()}
    assert measured == packaged.measures.keys()
    assert counted | priced >= packaged.units.keys()


def test_a_cost_is_from_a_lower_to_a_higher_amount(packaged: Catalogue) -> None:
    amounts = [(cost.low, cost.high) for _, kind in types(packaged) for cost in kind.costs]
    assert all((low is None) == (high is None) for low, high in amounts)
    assert all(low <= high for low, high in amounts if low is not None and high is not None)
    letter = packaged.type("letter")
    assert letter is not None
    assert [(cost.kind, cost.low) for cost in letter.costs] == [("print", 8_00), ("postage", 30_00)]


def test_no_word_means_two_things(packaged: Catalogue) -> None:
    meaning: dict[str, tuple[str, str]] = {}
    for channel in packaged.channels:
        given = [(word, channel.types[0].code) for word in channel.words_nb + channel.words_en]
        given += [(word, kind.code) for kind in channel.types for word in kind.words_nb + kind.words_en]
        for word, code in given:
            assert word == word.casefold().strip()
            assert meaning.setdefault(word, (channel.code, code)) == (channel.code, code)


@pytest.mark.parametrize(
    ("words", "channel", "kind"),
    [
        ("ring ringe ringer ringte call calls telefon tlf phone", "phone", "call"),
        ("ringeøkt|call session|ringeøkter", "phone", "call_session"),
        ("følg opp|følge opp|follow up|follow-up|oppfølging", "phone", "follow_up"),
        ("brev letter letters", "letter", "letter"),
        ("annonse annonser ad advert advertisement", "advertisement", "advertisement"),
        ("messe|fagmesse|fair|trade fair|trade show", "trade_fair", "trade_fair"),
        ("linkedin|facebook|instagram|linkedin-post|sosiale medier|social media", "social_media", "social_media"),
        ("møte møt møter meeting meet lunsj lunch kundemøte", "meeting", "meeting"),
        ("besøk besøke besøker visit visits", "visit", "single"),
        ("besøksrunde|visit round", "visit", "round"),
        ("tilbud offer quote proposal", "offer", "offer"),
        ("følg opp tilbud|offer follow-up|follow up offer|purr tilbud", "offer_followup", "offer_followup"),
        ("e-post epost email e-mail mail", "email", "one"),
        ("nyhetsbrev newsletter", "email", "many"),
        ("sms|tekstmelding|text message", "sms", "one"),
        ("pressemelding|press release", "press", "press"),
        ("klage reklamasjon complaint service servicebesøk", "service", "service"),
        ("befaring|site visit", "site_visit", "site_visit"),
        ("demonstrasjon i butikk|in-store demo", "in_store", "in_store"),
        ("videomøte|teams|video call", "video_meeting", "video_meeting"),
        ("reise kjør travel drive", "travel", "travel"),
        ("ta fri|tar fri|ferie|leave|holiday|vacation|day off", "internal", "leave"),
        ("ukesgjennomgang|gjennomgang|weekly review|review", "internal", "review"),
        ("rapport kvartalsrapport report", "internal", "report"),
        ("planlegg planlegging planning", "internal", "planning"),
    ],
)
def test_people_are_understood_in_both_languages(packaged: Catalogue, words: str, channel: str, kind: str) -> None:
    for word in words.split("|") if "|" in words else words.split():
        assert packaged.words[word] == (channel, kind), word


def test_words_that_mean_something_else_in_a_line_are_no_channels(packaged: Catalogue) -> None:
    not_channels = "fri to kampanje some mai tor post kunder samtykke"
    assert not packaged.words.keys() & set(not_channels.split())


def test_sale_at_the_door_is_off_until_it_is_asked_for(packaged: Catalogue) -> None:
    assert "door_sale" not in [channel.code for channel in packaged.shown]
    own = read(Path("channels.toml"), '[[channel]]\ncode = "door_sale"\nhidden = false\n')
    shown, problems = catalogue(own)
    assert problems == ()
    assert "door_sale" in [channel.code for channel in shown.shown]


def test_leave_is_private(packaged: Catalogue) -> None:
    leave = packaged.type("internal", "leave")
    assert leave is not None
    assert (leave.kind, leave.minutes) == ("private", None)


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_type_says_how_to_go_about_it(packaged: Catalogue, language: str) -> None:
    for channel, kind in types(packaged):
        lines = approach(kind, channel.code, language).splitlines()
        assert 2 <= len(lines) <= 4, (channel.code, kind.code)
        assert all(1 <= len(line) <= 90 for line in lines), (channel.code, kind.code)


def test_no_approach_is_left_over(packaged: Catalogue) -> None:
    written = tomli.loads((FOLDER / "approaches.toml").read_text("utf-8"))
    named = {(channel, kind) for channel, found in written.items() for kind in found}
    assert named == {(channel.code, kind.code) for channel, kind in types(packaged)}


def test_the_persons_own_approach_goes_first(packaged: Catalogue) -> None:
    kind = packaged.type("phone", "call")
    assert kind is not None
    mine = kind.changed_to(template_nb="Smil.")
    assert approach(mine, "phone", "nb") == "Smil."
    assert approach(mine, "phone", "en").startswith("Say who you are")
    assert approach(mine.changed_to(code="own"), "phone", "en") == ""


def test_a_problem_in_the_own_file_is_told_with_its_line() -> None:
    own = read(
        Path("channels.toml"),
        """# mine
[[channel]]
code = "phone"

# shorter calls
[[channel.type]]
code = "call"
minutes = -5

[[channel]]
nb = "uten kode"

[units]
calls = { nb = 1 }
""",
    )
    found, problems = catalogue(own)
    assert found.name("phone", "nb") == "telefon"
    assert problems == (
        Problem("channels.toml", 8, "wrong_value", (("field", "channel.type.minutes"),)),
        Problem("channels.toml", 10, "missing_value", (("field", "channel.code"),)),
        Problem("channels.toml", 14, "wrong_value", (("field", "units.calls.nb"),)),
    )


def test_a_problem_in_an_own_file_of_other_shape_is_told_with_its_line() -> None:
    own = read(Path("channels.toml"), 'schema = 1\nchannel = 5\nunits = [1]\n[cost_kinds]\nprint = "trykk"\n')
    _, problems = catalogue(own)
    assert [(problem.line, problem.key) for problem in problems] == [
        (2, "not_a_table"),
        (3, "not_a_table"),
        (5, "not_a_table"),
    ]
