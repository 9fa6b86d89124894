"""The sentence for each thing that is wrong in a file the person wrote. By key, in alphabetical order."""

from typing import Final

from salgsplan_tui.language import N_

PROBLEMS: Final[dict[str, str | tuple[str, ...]]] = {
    "key_clash": N_("The key {key} for {id} is taken by {owner}, so {id} keeps its own."),
    "key_unknown_id": N_("The key {key} is set for {id}, but there is no such command."),
    "missing_value": N_("{field} is missing."),
    "not_a_table": N_("{field} should be a section of its own."),
    "wrong_value": N_("{field} has a value that cannot be used."),
}
