"""Draw the README's pictures anew from the sample data: `python docs/pictures.py`."""

import asyncio
import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.tui.keys import press_fast, settle  # noqa: E402  # found by the line above
from tests.tui.opening import app_on, sample  # noqa: E402

PICTURES = {
    "day": ("nb", (100, 28), []),
    "week": ("nb", (120, 38), ["2"]),
    "quick-add": ("nb", (100, 28), ["a", *"ring Marit fre 10:00 30m 150kr"]),
    "outcome": ("en", (100, 28), ["j", "j", "d"]),
    "timetable": ("nb", (120, 40), ["3", "j", "j", "j"]),
    "programme": ("nb", (120, 38), ["4"]),
    "funnel": ("en", (100, 24), ["4", "tab", "tab"]),
    "customers": ("nb", (120, 28), ["5", "j"]),
    "money": ("nb", (120, 36), ["6"]),
    "service": ("nb", (120, 32), ["7", "f", "f", "f", "f", "f"]),
    "report": ("nb", (120, 40), ["8"]),
    "move": ("en", (100, 28), ["m"]),
}
_WEB_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def draw(name: str) -> None:
    """Draw one picture, without the font that Textual would fetch from the web."""
    speaking, size, keys = PICTURES[name]
    with tempfile.TemporaryDirectory() as folder:
        app = app_on(sample(Path(folder) / "home"), speaking=speaking)
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            await press_fast(pilot, *keys)
            svg = app.export_screenshot(title="salgsplan", simplify=True)
    (ROOT / "docs" / f"{name}.svg").write_text(_WEB_FONT.sub("", svg), encoding="utf-8")


if __name__ == "__main__":
    for each in PICTURES:
        asyncio.run(draw(each))
