"""Notes in the person's own editor: what was typed comes back, and is never lost."""

import sys
from pathlib import Path

import pytest

from salgsplan_tui.domain.errors import NotWrittenError
from salgsplan_tui.tui.editor import edited, editor_command


def editor(tmp_path: Path, body: str) -> dict[str, str]:
    script = tmp_path / "my editor.py"
    script.write_text(f"import pathlib, sys\npath = pathlib.Path(sys.argv[1])\n{body}\n", encoding="utf-8")
    return {"EDITOR": f'{sys.executable} "{script}"', "PATH": "/usr/bin:/bin"}


def test_visual_goes_before_editor_and_may_have_words_of_its_own() -> None:
    assert editor_command({"VISUAL": "code --wait", "EDITOR": "vi"}) == ["code", "--wait"]


def test_what_was_typed_comes_back(tmp_path: Path) -> None:
    environment = editor(tmp_path, "path.write_text(path.read_text() + 'ta med prøver\\n')")
    assert edited("Husk: ", environment) == "Husk: ta med prøver"


def test_an_editor_left_with_an_error_and_nothing_changed_changes_nothing(tmp_path: Path) -> None:
    assert edited("Husk", editor(tmp_path, "sys.exit(1)")) == "Husk"


def test_text_typed_before_the_editor_failed_is_kept_and_named(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError) as told:
        edited("Husk", editor(tmp_path, "path.write_text('mye tekst'); sys.exit(3)"))
    kept = Path(str(told.value.values["path"]))
    assert kept.read_text(encoding="utf-8") == "mye tekst"
    assert kept.stat().st_mode & 0o777 == 0o600
    kept.unlink()


def test_without_an_editor_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError) as told:
        editor_command({"PATH": str(tmp_path)})
    assert told.value.key == "no_editor"
    with pytest.raises(NotWrittenError):
        edited("", {"EDITOR": str(tmp_path / "none")})
