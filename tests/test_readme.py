"""The README tells what the program does: its table of keys comes from the bindings themselves."""

import re
from pathlib import Path

from salgsplan_tui.language import _, set_language
from salgsplan_tui.tui.own_keys import all_bindings, key_name

README = Path(__file__).parents[1] / "README.md"


def table_of_keys() -> str:
    """Return the table as the README should have it; run the test to see what differs."""
    set_language("en")
    keys: dict[str, list[str]] = {}
    words: dict[str, str] = {}
    for binding in all_bindings():
        if binding.id:
            keys.setdefault(binding.id, []).append(f"`{key_name(binding.key)}`")
            words[binding.id] = _(binding.description)
    set_language("nb")
    rows = []
    for name, shown in keys.items():
        norwegian = _(words[name])
        rows.append(f"| {' '.join(shown)} | {words[name]} | {norwegian} | {name} |")
    return "\n".join(["| key | does | gjør | id |", "|---|---|---|---|", *rows])


def test_the_table_of_keys_is_the_bindings() -> None:
    written = re.search(r"<!-- keys -->\n(.*?)<!-- /keys -->", README.read_text(encoding="utf-8"), re.DOTALL)
    assert written is not None
    assert written[1].strip() == table_of_keys()


def test_there_are_exactly_two_set_up_commands_and_each_is_one_line() -> None:
    text = README.read_text(encoding="utf-8")
    commands = re.findall(r"<!-- (start|test)-command -->\n```sh\n(.+?)\n```", text)
    assert [name for name, _ in commands] == ["start", "test"]
    assert all(command.startswith("python3 -m venv") for _, command in commands)
