"""The catalogue's look-ups, and a person's own channels laid over it."""

import tomli

from salgsplan_tui.domain.channels import UNKNOWN_SIGN, ActivityType, Catalogue, Channel, Term
from salgsplan_tui.domain.checking import Misfit
from salgsplan_tui.domain.own_channels import laid_over

PHONE = Channel(
    code="phone",
    nb="telefon",
    en="phone",
    sign="☎",
    words_nb=("tlf",),
    types=(
        ActivityType(code="call", nb="telefonsamtale", en="phone call", minutes=10, unit="calls", words_nb=("ring",)),
        ActivityType(code="call_session", nb="ringeøkt", en="call session", minutes=120, words_en=("power hour",)),
    ),
)
RADIO = Channel(code="radio", nb="radio", en="radio", types=(ActivityType(code="radio", nb="radio", en="radio"),))
CATALOGUE = Catalogue(
    channels=(PHONE, RADIO),
    units={"calls": Term(nb="samtale", nb_many="samtaler", en="call", en_many="calls")},
    cost_kinds={"print": Term(nb="trykk", en="print")},
    measures={"reached": Term(nb="nådd", en="reached")},
)


def own(text: str) -> tuple[Catalogue, tuple[Misfit, ...]]:
    return laid_over(CATALOGUE, tomli.loads(text))


def test_channels_and_types_are_found_by_their_codes() -> None:
    assert CATALOGUE.channel("phone") == PHONE
    assert CATALOGUE.type("phone", "call_session") == PHONE.types[1]


def test_a_channels_first_type_is_the_usual_one() -> None:
    assert CATALOGUE.type("phone") == PHONE.types[0]


def test_names_follow_the_language() -> None:
    assert CATALOGUE.name("phone", "nb") == "telefon"
    assert CATALOGUE.name("phone", "en") == "phone"
    assert CATALOGUE.type_name("phone", "call_session", "nb") == "ringeøkt"
    assert CATALOGUE.unit_name("calls", 1, "nb") == "samtale"
    assert CATALOGUE.unit_name("calls", 16, "nb") == "samtaler"
    assert CATALOGUE.unit_name("calls", 0, "en") == "calls"
    assert CATALOGUE.cost_kind_name("print", "nb") == "trykk"
    assert CATALOGUE.measure_name("reached", "en") == "reached"


def test_what_is_not_known_is_named_by_its_code() -> None:
    assert CATALOGUE.channel("pigeon") is None
    assert CATALOGUE.channel(None) is None
    assert CATALOGUE.type("pigeon", "post") is None
    assert CATALOGUE.type("phone", "post") is None
    assert CATALOGUE.name("pigeon", "nb") == "pigeon"
    assert CATALOGUE.type_name("pigeon", "post", "nb") == "post"
    assert CATALOGUE.unit_name("feathers", 2, "en") == "feathers"
    assert CATALOGUE.cost_kind_name("corn", "en") == "corn"
    assert CATALOGUE.measure_name("miles", "en") == "miles"
    assert CATALOGUE.sign("pigeon") == CATALOGUE.sign(None) == UNKNOWN_SIGN


def test_a_word_means_a_channel_and_a_type() -> None:
    assert CATALOGUE.words["ring"] == ("phone", "call")
    assert CATALOGUE.words["tlf"] == ("phone", "call")
    assert CATALOGUE.words["power hour"] == ("phone", "call_session")
    assert CATALOGUE.words["ringeøkt"] == ("phone", "call_session")
    assert CATALOGUE.words["radio"] == ("radio", "radio")


def test_a_word_for_one_or_several_means_a_unit() -> None:
    assert CATALOGUE.unit_words["samtale"] == ("calls",)
    assert CATALOGUE.unit_words["calls"] == ("calls",)


def test_an_own_channel_is_added_last_with_one_type_of_its_own_name() -> None:
    catalogue, misfits = own("""
        [[channel]]
        code = "podcast"
        nb = "podkast"
        words_nb = ["episode"]
    """)
    assert misfits == ()
    assert [channel.code for channel in catalogue.channels] == ["phone", "radio", "podcast"]
    assert catalogue.name("podcast", "en") == "podkast"
    assert catalogue.type_name("podcast", "podcast", "nb") == "podkast"
    assert catalogue.words["episode"] == catalogue.words["podkast"] == ("podcast", "podcast")


def test_only_the_keys_given_are_changed() -> None:
    catalogue, misfits = own("""
        [[channel]]
        code = "phone"
        sign = "T"

        [[channel.type]]
        code = "call"
        minutes = 15
    """)
    assert misfits == ()
    assert catalogue.sign("phone") == "T"
    assert catalogue.name("phone", "nb") == "telefon"
    call = catalogue.type("phone", "call")
    assert call == PHONE.types[0].changed_to(minutes=15)
    assert catalogue.type("phone", "call_session") == PHONE.types[1]


def test_a_type_without_a_code_is_the_one_of_the_channels_own_name() -> None:
    catalogue, misfits = own("""
        [[channel]]
        code = "radio"
        [[channel.type]]
        minutes = 20
        costs = [{ kind = "ad_space", low = "100.00", high = "250.50" }]
    """)
    assert misfits == ()
    kind = catalogue.type("radio")
    assert kind is not None
    assert (kind.nb, kind.minutes) == ("radio", 20)
    assert (kind.costs[0].low, kind.costs[0].high) == (100_00, 250_50)


def test_an_own_type_stands_after_the_packaged_ones() -> None:
    catalogue, misfits = own("""
        [[channel]]
        code = "phone"
        [[channel.type]]
        code = "reminder"
        nb = "påminnelse"
        en = "reminder"
    """)
    assert misfits == ()
    found = catalogue.channel("phone")
    assert found is not None
    assert [kind.code for kind in found.types] == ["call", "call_session", "reminder"]


def test_a_hidden_channel_is_neither_offered_nor_read_but_still_named() -> None:
    catalogue, misfits = own("""
        [[channel]]
        code = "radio"
        hidden = true
    """)
    assert misfits == ()
    assert [channel.code for channel in catalogue.shown] == ["phone"]
    assert "radio" not in catalogue.words
    assert catalogue.name("radio", "nb") == "radio"


def test_own_units_cost_kinds_and_measures_are_laid_over_too() -> None:
    catalogue, misfits = own("""
        [units]
        calls = { nb_many = "telefoner" }
        pages = { nb = "side", nb_many = "sider", en = "page", en_many = "pages" }
        [cost_kinds]
        cake = { nb = "kake" }
    """)
    assert misfits == ()
    assert catalogue.unit_name("calls", 2, "nb") == "telefoner"
    assert catalogue.unit_name("pages", 2, "en") == "pages"
    assert catalogue.cost_kind_name("cake", "en") == "kake"


def test_keys_of_a_newer_program_are_kept() -> None:
    catalogue, misfits = own('[[channel]]\ncode = "radio"\ncolour = "green"')
    found = catalogue.channel("radio")
    assert misfits == ()
    assert found is not None
    assert found.extra_fields == {"colour": "green"}


def test_a_wrong_entry_is_told_and_the_packaged_one_holds() -> None:
    catalogue, misfits = own("""
        [[channel]]
        code = "phone"
        sign = "🕿️"

        [[channel]]
        code = "radio"
        [[channel.type]]
        minutes = "30"

        [[channel]]
        nb = "uten kode"

        [[channel]]
        code = "podcast"
    """)
    assert misfits == (
        Misfit(("channel", 0, "sign"), "wrong_value"),
        Misfit(("channel", 1, "type", 0, "minutes"), "wrong_value"),
        Misfit(("channel", 2, "code"), "missing_value"),
    )
    assert catalogue.channel("phone") == PHONE
    assert catalogue.channel("radio") == RADIO
    assert catalogue.name("podcast", "nb") == "podcast"


def test_a_file_of_other_shapes_changes_nothing() -> None:
    catalogue, misfits = own("""
        channel = 5
        units = "many"
        [cost_kinds]
        print = "trykk"
        post = { nb = 3 }
    """)
    assert catalogue == CATALOGUE
    assert misfits == (
        Misfit(("channel", 0), "not_a_table"),
        Misfit(("units",), "not_a_table"),
        Misfit(("cost_kinds", "print"), "not_a_table"),
        Misfit(("cost_kinds", "post", "nb"), "wrong_value"),
        Misfit(("cost_kinds", "post", "en"), "wrong_value"),
    )


def test_codes_that_are_no_text_are_told() -> None:
    catalogue, misfits = own("""
        channel = [1, { code = [1], nb = "x", en = "x" }, { code = "radio", type = [{ code = {} }, 7] }]
    """)
    assert catalogue.channel("radio") == RADIO
    assert {misfit.where[:2] for misfit in misfits} == {("channel", 0), ("channel", 1), ("channel", 2)}


def test_a_hidden_type_is_neither_offered_nor_read_but_still_named() -> None:
    catalogue, misfits = own("""
        [[channel]]
        code = "phone"
        [[channel.type]]
        code = "call"
        hidden = true
    """)
    assert misfits == ()
    phone = catalogue.channel("phone")
    assert phone is not None
    assert [each.code for each in phone.shown_types] == ["call_session"]
    assert catalogue.type("phone") == phone.usual == phone.types[1]
    assert "ring" not in catalogue.words
    assert catalogue.words["tlf"] == ("phone", "call_session")
    assert catalogue.type_name("phone", "call", "nb") == "telefonsamtale"


def test_a_channel_all_of_whose_types_are_hidden_is_hidden() -> None:
    catalogue, _misfits = own('[[channel]]\ncode = "radio"\n[[channel.type]]\nhidden = true')
    assert [channel.code for channel in catalogue.shown] == ["phone"]
    assert catalogue.type("radio") is not None


def test_no_minutes_and_no_gate_are_said_with_zero_and_an_empty_text() -> None:
    catalogue, misfits = own('[[channel]]\ncode = "phone"\ngate = ""\n[[channel.type]]\ncode = "call"\nminutes = 0')
    assert misfits == ()
    kind, phone = catalogue.type("phone", "call"), catalogue.channel("phone")
    assert kind is not None
    assert phone is not None
    assert (kind.minutes, phone.gate) == (None, None)
