"""Text from files is data: no escape sequence, no markup and no odd letter of it reaches the terminal or the layout."""

import json

import pytest

from salgsplan_tui.language.safe import width
from tests.cli.running import Salgsplan

HOSTILE = {
    "escape": "Ring \x1b[2J\x1b]0;owned\x07 Kari",
    "c1": "Ring \x9b2J Kari",
    "markup": "Ring [red]Kari[/red] [@click=app.bell]",
    "direction": "Ring \u202eiraK\u2066 her",
    "emoji": "Ring 👩\u200d👩\u200d👧 Kari 🎉",
    "wide": "电话 " * 30,
    "long": "Ring Kari " * 500,
    "lines": "Ring\n\n\tKari",
}


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_title_is_shown_as_plain_text_in_an_intact_layout(salgsplan: Salgsplan, title: str) -> None:
    week = salgsplan.home / "weeks/2027/2027-W07.toml"
    text = week.read_text("utf-8")
    written = json.dumps(title, ensure_ascii=False)
    week.write_text(text.replace('"Ring Bjørkely: svar på tilbud T04"', written), "utf-8")
    for words in (("day",), ("week",), ("list",), ("show", "a27"), ("move", "a27", "fre"), ("undo",)):
        answer = salgsplan(*words, is_terminal=True)
        shown = answer.out + answer.err
        for style in ("0", "1", "2", "33", "36", "1;31"):
            shown = shown.replace(f"\x1b[{style}m", "")
        assert not set(shown) & set("\x1b\x07\x9b\u202e\u2066\t"), shown
        assert max(map(width, answer.out.replace("\x1b", "").splitlines())) <= 80 + 60  # colours have no width
    assert salgsplan("day").code == 0
