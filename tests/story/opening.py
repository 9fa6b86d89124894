"""What the stories share: the installed program, and what the files hold afterwards."""

import sysconfig
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import tomli

from tests.story.terminal import Terminal

SALGSPLAN = str(Path(sysconfig.get_path("scripts")) / "salgsplan")

Open = Callable[..., AbstractContextManager[Terminal]]
Leave = Callable[[Terminal], None]


def activities(home: Path) -> dict[str, dict[str, object]]:
    """Return every activity in the week files, by id."""
    rows = (
        row
        for file in home.glob("weeks/*/*.toml")
        for row in tomli.loads(file.read_text(encoding="utf-8")).get("activity", ())
    )
    return {str(row["id"]): row for row in rows}
