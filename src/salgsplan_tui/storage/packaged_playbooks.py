"""Reads the playbooks that come with the program."""

from collections.abc import Mapping

import tomli

from salgsplan_tui.domain.checking import checked
from salgsplan_tui.domain.playbook import Playbook
from salgsplan_tui.storage.packaged import FOLDER


def playbooks() -> Mapping[str, Playbook]:
    """Return them by code, in their order."""
    data = tomli.loads((FOLDER / "playbooks.toml").read_text("utf-8"))
    return {str(table["code"]): checked(Playbook, table) for table in data["playbook"]}
