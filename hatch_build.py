"""Compile the language catalogues when the package is built or installed for editing."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CATALOGUES = Path(__file__).parent / "src/salgsplan_tui/language"


def compile_catalogues() -> None:
    """Write a `.mo` beside every `.po`, in the folder layout that gettext looks in."""
    for po in sorted(CATALOGUES.glob("*.po")):
        folder = CATALOGUES / "locale" / po.stem / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        with po.open("rb") as source, (folder / "salgsplan.mo").open("wb") as target:
            write_mo(target, read_po(source, locale=po.stem))


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's generic is for builder authors
    """Hatchling's hook: compile before anything is packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogues for wheel, sdist and editable installs alike."""
        del version, build_data
        compile_catalogues()


if __name__ == "__main__":
    compile_catalogues()
