"""`channels add|change|hide|show`: one's own channels and types from the command line."""

import pytest
import tomli

from tests.cli.running import Salgsplan


@pytest.fixture(autouse=True)
def _without_own(salgsplan: Salgsplan) -> None:
    (salgsplan.home / "channels.toml").unlink()


def own(salgsplan: Salgsplan) -> list[dict[str, object]]:
    return list(tomli.loads((salgsplan.home / "channels.toml").read_text("utf-8"))["channel"])


def test_a_channel_is_made_and_at_once_usable(salgsplan: Salgsplan) -> None:
    words = ("--en", "podcast", "--minutes", "1t30", "--cost", "produksjon 500-2000; annet 50", "--sign", "P")
    answer = salgsplan("channels", "add", "podkast", *words)
    assert (answer.code, "P podkast" in answer.out) == (0, True), answer.err
    assert own(salgsplan) == [
        {
            "code": "podkast", "nb": "podkast", "en": "podcast", "sign": "P",
            "type": [
                {
                    "minutes": 90,
                    "costs": [
                        {"kind": "production", "low": "500.00", "high": "2000.00"},
                        {"kind": "other", "low": "50.00", "high": "50.00"},
                    ],
                }
            ],
        }
    ]  # fmt: skip
    made = salgsplan("add", "podkast om filtre fre 10", "--json").json["activity"]
    assert (made["channel"], made["type"], made["minutes"]) == ("podkast", "podkast", 90)
    salgsplan("undo")
    salgsplan("undo")
    assert "podkast" not in salgsplan("channels").out


def test_a_type_is_made_in_a_channel_changed_hidden_and_shown(salgsplan: Salgsplan) -> None:
    made = salgsplan("kanaler", "legg-til", "påminnelse", "--channel", "telefon", "--minutes", "5", "--json").json
    assert [each["code"] for each in made["channel"]["types"]][-1] == "paminnelse"
    assert salgsplan("kanaler", "endre", "phone.paminnelse", "--minutes", "10m", "--purpose", "agreed").code == 0
    assert own(salgsplan)[0]["type"] == [{"code": "paminnelse", "nb": "påminnelse", "minutes": 10, "purpose": "agreed"}]
    assert salgsplan("kanaler", "skjul", "påminnelse").code == 0
    assert "påminnelse" not in salgsplan("kanaler").out
    assert "påminnelse" in salgsplan("kanaler", "--hidden").out
    assert salgsplan("kanaler", "vis", "phone.paminnelse").code == 0
    assert "påminnelse" in salgsplan("kanaler").out


def test_a_packaged_channel_is_changed_by_what_differs_alone(salgsplan: Salgsplan) -> None:
    answer = salgsplan("channels", "change", "brev", "--nb", "post", "--minutes", "", "--cost", "", "--unit", "brev")
    assert answer.code == 0, answer.err
    assert own(salgsplan) == [{"code": "letter", "nb": "post", "type": [{"nb": "post", "minutes": 0, "costs": []}]}]
    letter = next(each for each in salgsplan("channels", "--json").json["channels"] if each["code"] == "letter")
    assert (letter["nb"], letter["en"], letter["types"][0]["minutes"], letter["types"][0]["costs"]) == (
        "post", "letter", None, [],
    )  # fmt: skip
    assert salgsplan("add", "post til 20 kunder uke 9", "--json").json["activity"]["channel"] == "letter"


def test_nothing_is_written_with_dry_run(salgsplan: Salgsplan) -> None:
    answer = salgsplan("channels", "hide", "radio", "--dry-run")
    assert "Ingenting er lagret" in answer.err
    assert not (salgsplan.home / "channels.toml").exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("channels change pigeon --minutes 5", 3, "pigeon"),
        ("channels add telefon", 2, "«telefon» finnes fra før"),
        ("channels add fly --sign ☎", 2, "«☎» er tegnet til phone"),
        ("channels add fly --sign TT", 2, "ett smalt tegn"),
        ("channels add fly --minutes lenge", 2, "«lenge»"),
        ("channels add fly --lead-days 999", 2, "opptil 366"),
        ("channels add fly --cost kake", 2, "«kake» er ikke en kostnadsart"),
        ("channels add fly --cost 500-200", 2, "minste beløpet"),
        ("channels add fly --unit fjær", 2, "«fjær» er ikke en enhet"),
        ("channels add fly --measures lykke", 2, "«lykke» er ikke noe det måles med"),
        ("channels add fly --purpose moro", 2, "moro"),
        ("channels change phone", 2, "--minutes"),
        ("channels hide", 2, "phone.call"),
        ("channels hide service", 0, "Skjulte"),
        ("channels fly", 2, "fly"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(salgsplan: Salgsplan, words: str, code: int, said: str) -> None:
    answer = salgsplan(*words.split())
    assert (answer.code, said in answer.err) == (code, True), answer.err
    assert (salgsplan.home / "channels.toml").exists() == (code == 0)
