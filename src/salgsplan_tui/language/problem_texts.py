"""The sentence for each thing that is wrong in a file the person wrote. By key, in alphabetical order."""

from typing import Final

from salgsplan_tui.language import N_

PROBLEMS: Final[dict[str, str | tuple[str, ...]]] = {
    "id_in_two_files": N_("The activity {id} stands here too; the one in {other} was changed last and is shown."),
    "key_clash": N_("The key {key} for {id} is taken by {owner}, so {id} keeps its own."),
    "key_unknown_id": N_("The key {key} is set for {id}, but there is no such command."),
    "missing_value": N_("{field} is missing."),
    "not_a_table": N_("{field} should be a section of its own."),
    "not_certain": N_("It was saved, but the disk did not confirm it."),
    "rewritten": N_("The file was written anew in the usual order; the old one is among the copies."),
    "wrong_value": N_("{field} has a value that cannot be used."),
}
