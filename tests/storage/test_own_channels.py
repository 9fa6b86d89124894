"""A person's own channels.toml, changed in the program: only what is asked for, taken back and made again."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from salgsplan_tui.domain.channel_edits import add_channel, add_type, change_channel, change_type
from salgsplan_tui.domain.errors import ConflictError, DamagedError, NotFoundError, RefusedError
from salgsplan_tui.domain.plan import Plan
from tests.folders import change, lay, opened

OWN = """\
# My channels: do not lose this line.

# The telephone, as I use it.
[[channel]]
code = "phone"   # ring, ring
colour = "green"
sign = "T"

  # short ones only
  [[channel.type]]
  code = "call"
  minutes = 15   # never ten
  mood = "calm"

[[channel]]
code = "podcast"
nb = "podkast"

[units]
pages = { nb = "side", nb_many = "sider", en = "page", en_many = "pages" }
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return lay(tmp_path / "home", {"channels.toml": OWN})


def text(home: Path) -> str:
    return (home / "channels.toml").read_text("utf-8")


def test_a_channel_of_ones_own_is_made_where_there_is_no_file(tmp_path: Path) -> None:
    session = opened(tmp_path / "home")
    change(session, lambda plan: add_channel(plan, "podcast", {"nb": "podkast", "sign": "P"}, {"minutes": 90}))
    assert text(session.home) == (
        'schema = 1\n\n[[channel]]\ncode = "podcast"\nnb = "podkast"\nsign = "P"\n\n[[channel.type]]\nminutes = 90\n'
    )
    kind = session.plan.channels.type("podcast")
    assert kind is not None
    assert (kind.nb, kind.minutes) == ("podkast", 90)
    assert session.plan.channels.words["podkast"] == ("podcast", "podcast")
    session.undo()
    assert session.plan.channels.channel("podcast") is None
    session.redo()
    assert session.plan.channels.name("podcast", "nb") == "podkast"


def test_only_the_keys_asked_for_change_and_undo_gives_every_byte_back(home: Path) -> None:
    session = opened(home)
    change(session, lambda plan: change_type(plan, "phone", "call", {"minutes": 20, "unit": "calls"}))
    assert text(home) == OWN.replace("minutes = 15   # never ten", 'minutes = 20   # never ten\n  unit = "calls"')
    session.undo()
    assert text(home) == OWN
    change(session, lambda plan: change_channel(plan, "podcast", {"hidden": True}))
    assert text(home) == OWN.replace('nb = "podkast"', 'nb = "podkast"\nhidden = true')
    assert "podcast" not in [each.code for each in session.plan.channels.shown]
    session.undo()
    assert text(home) == OWN


def test_a_new_type_stands_below_its_channel_and_goes_again(home: Path) -> None:
    session = opened(home)
    change(session, lambda plan: add_type(plan, "phone", "reminder", {"nb": "påminnelse", "minutes": 5}))
    added = '\n[[channel.type]]\ncode = "reminder"\nnb = "påminnelse"\nminutes = 5\n'
    assert text(home) == OWN.replace('  mood = "calm"\n', f'  mood = "calm"\n{added}')
    assert session.plan.channels.type_name("phone", "reminder", "en") == "påminnelse"
    session.undo()
    assert text(home) == OWN
    session.redo()
    assert session.plan.channels.type("phone", "reminder") is not None


def test_a_packaged_channel_is_changed_and_hidden_by_its_code_alone(home: Path) -> None:
    session = opened(home)
    change(session, lambda plan: change_type(plan, "phone", "call_session", {"minutes": 60, "hidden": True}))
    change(session, lambda plan: change_channel(plan, "radio", {"hidden": True}))
    own = tomli.loads(text(home))["channel"]
    assert own[0]["type"][1] == {"code": "call_session", "minutes": 60, "hidden": True}
    assert own[2] == {"code": "radio", "hidden": True}
    assert [each.code for each in session.plan.channels.shown][:2] == ["phone", "letter"]
    assert "ringeøkt" not in session.plan.channels.words
    assert session.plan.channels.type_name("phone", "call_session", "nb") == "ringeøkt"


def test_a_list_that_is_emptied_is_empty_and_not_the_packaged_one(home: Path) -> None:
    session = opened(home)
    change(session, lambda plan: change_type(plan, "letter", "letter", {"costs": []}))
    kind = session.plan.channels.type("letter")
    assert kind is not None
    assert kind.costs == ()


def test_what_somebody_else_wrote_meanwhile_stays(home: Path) -> None:
    session = opened(home)

    def meanwhile(plan: Plan) -> Plan:
        if "minutes = 15" in text(home):
            (home / "channels.toml").write_text(OWN.replace("minutes = 15", "minutes = 16"), "utf-8")
        return change_type(plan, "phone", "call", {"unit": "calls"})

    change(session, meanwhile)
    assert "minutes = 16   # never ten" in text(home)
    assert 'unit = "calls"' in text(home)


def test_undo_refuses_where_somebody_else_changed_the_same_since(home: Path) -> None:
    session = opened(home)
    change(session, lambda plan: change_channel(plan, "podcast", {"nb": "lydserie"}))
    (home / "channels.toml").write_text(text(home).replace('"lydserie"', '"radioserie"'), "utf-8")
    with pytest.raises(ConflictError) as error:
        session.undo()
    assert error.value.key == "undo_conflict"
    assert '"radioserie"' in text(home)


@pytest.mark.parametrize(
    ("channel", "kind", "said", "field"),
    [
        ("phone", None, {"sign": "☎️"}, "sign"),
        ("phone", None, {"form": "crowd"}, "form"),
        ("phone", "call", {"minutes": -1}, "type.minutes"),
        ("phone", "call", {"lead_days": 400}, "type.lead_days"),
        ("phone", "call", {"purpose": "fun"}, "type.purpose"),
    ],
)
def test_what_cannot_be_is_refused_with_the_field_and_nothing_is_written(
    home: Path, channel: str, kind: str | None, said: dict[str, object], field: str
) -> None:
    session = opened(home)

    def edit(plan: Plan) -> Plan:
        return change_channel(plan, channel, said) if kind is None else change_type(plan, channel, kind, said)

    with pytest.raises(RefusedError) as error:
        change(session, edit)
    assert (error.value.key, error.value.values["field"]) == ("channel_unfit", field)
    assert text(home) == OWN


def test_what_is_there_or_not_there_is_told(home: Path) -> None:
    session = opened(home)
    with pytest.raises(RefusedError, match="channel_exists"):
        change(session, lambda plan: add_channel(plan, "podcast", {}, {}))
    with pytest.raises(RefusedError, match="type_exists"):
        change(session, lambda plan: add_type(plan, "phone", "call", {}))
    with pytest.raises(NotFoundError, match="no_such_channel"):
        change(session, lambda plan: change_channel(plan, "pigeon", {}))
    with pytest.raises(NotFoundError, match="no_such_channel"):
        change(session, lambda plan: change_type(plan, "phone", "pigeon", {}))


def test_a_file_that_cannot_be_read_is_left_as_it_is(home: Path) -> None:
    broken = OWN.replace('sign = "T"', 'sign = "TT"')
    (home / "channels.toml").write_text(broken, "utf-8")
    session = opened(home)
    with pytest.raises(DamagedError):
        change(session, lambda plan: change_channel(plan, "podcast", {"hidden": True}))
    assert text(home) == broken


@pytest.mark.parametrize(
    "own",
    [
        'channel = [{ code = "podcast", nb = "podkast" }]\n',
        '[[channel]]\ncode = "podcast"\nnb = "podkast"\ntype = [{ minutes = 30 }]\n',
        '[[channel]]\ncode = "podcast"\nnb = "podkast"\n[[channel.type]]\n[[channel.type.costs]]\nkind = "other"\n',
        '[[channel]]\ncode = "podcast"\n[[channel]]\ncode = "podcast"\nnb = "podkast"\n',
        '[[channel]]\r\ncode = "podcast"\r\nnb = "podkast"\r\n',
    ],
)
def test_however_the_file_is_written_it_says_the_same_and_the_change(tmp_path: Path, own: str) -> None:
    home = lay(tmp_path / "home", {"channels.toml": own})
    session = opened(home)
    said = {"minutes": 45, "costs": [{"kind": "print", "low": "8.00", "high": "8.00"}]}
    change(session, lambda plan: change_type(plan, "podcast", "podcast", said))
    found = opened(home).plan.channels.type("podcast")
    assert found is not None
    assert session.plan.channels.name("podcast", "nb") == "podkast"
    assert (found.minutes, found.costs[0].kind) == (45, "print")
    session.undo()
    assert tomli.loads(text(home).removeprefix("schema = 1\n")) in (tomli.loads(own), tomli.loads(own) | {"schema": 1})


COMMENTS = ("", "# mine\n", "\n# two\n# lines\n\n", "  # indented\n")
KEYS = ("minutes = 30 # usual\n", 'unit = "calls"\n', 'mood = "calm"\n', 'words_nb = [\n  "hei", # ho\n  "hopp",\n]\n')
SAID = st.fixed_dictionaries(
    {},
    optional={
        "minutes": st.integers(0, 900),
        "nb": st.text(max_size=12),
        "purpose": st.sampled_from(["marketing", "agreed", "service"]),
        "words_nb": st.lists(st.text(min_size=1, max_size=6), max_size=3),
        "costs": st.lists(st.just({"kind": "print", "low": "8.00", "high": "8.00"}), max_size=2),
        "template_nb": st.sampled_from(
            ["", "Spør.\nHør ferdig.", 'Si «hei» og """'],
        ),
        "hidden": st.booleans(),
    },
)


@st.composite
def own_files(draw: st.DrawFn) -> str:
    """Draw a file as people write them: comments anywhere, keys of their own, types in blocks of their own."""
    text = draw(st.sampled_from(["", "schema = 1\n\n"]))
    for code in draw(st.lists(st.sampled_from(["phone", "radio", "podcast"]), unique=True, max_size=3)):
        text += draw(st.sampled_from(COMMENTS)) + f'[[channel]]\ncode = "{code}"\ncolour = "green" # kept\n'
        kinds = [code, "call", "extra"] if code == "phone" else [code, "extra"]
        for kind in draw(st.lists(st.sampled_from(kinds), unique=True, max_size=2)):
            text += draw(st.sampled_from(COMMENTS)) + f'[[channel.type]]\ncode = "{kind}"\n'
            text += "".join(draw(st.lists(st.sampled_from(KEYS), unique=True)))
    return text + draw(st.sampled_from(["", '\n[units]\npages = { nb = "side" }\n']))


@settings(max_examples=60)
@given(own_files(), st.lists(st.tuples(st.sampled_from(["phone", "radio", "podcast"]), SAID), min_size=1, max_size=3))
def test_whatever_is_changed_in_whatever_file_the_rest_stays_and_undo_gives_it_back(
    own: str, said: list[tuple[str, dict[str, object]]]
) -> None:
    with TemporaryDirectory() as folder:
        home = lay(Path(folder) / "home", {"channels.toml": own} if own else {})
        session = opened(home)
        for channel, keys in said:
            before = held(home)
            known = session.plan.channels.channel(channel)
            kind = channel if known is None else known.types[-1].code
            if known is None:
                change(session, partial(add_channel, code=channel, said={"nb": channel}, usual=keys))
            else:
                change(session, partial(change_type, channel=channel, code=kind, said=keys))
            found = opened(home).plan.channels.type(channel, kind)
            assert found is not None
            for key, item in keys.items():
                wanted = tuple(item) if isinstance(item, list) else item
                assert key == "costs" or getattr(found, key) == (None if (key, item) == ("minutes", 0) else wanted), key
            assert all(line in held(home) for line in before.split("\n") if line.strip().startswith("#"))
            after = held(home)
            if after != before:
                session.undo()
                assert {"schema": 1, **tomli.loads(held(home))} == {"schema": 1, **tomli.loads(before)}
                session.redo()
                assert tomli.loads(held(home)) == tomli.loads(after)


def held(home: Path) -> str:
    """Return the text of the file; nothing where there is none."""
    return text(home) if (home / "channels.toml").exists() else ""
