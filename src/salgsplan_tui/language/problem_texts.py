"""The sentence for each thing that is wrong in a file the person wrote. By key, in alphabetical order."""

from typing import Final

from salgsplan_tui.language import N_

PROBLEMS: Final[dict[str, str | tuple[str, ...]]] = {
    "conflict_copy": N_("A sync left this copy of a conflict. It is not read; take over by hand what you need of it."),
    "duplicate_id": N_(
        "The id {id} stands further up too. This row is shown as {new}, its id from the next save of the file."
    ),
    "empty_file": (
        N_("The file is empty. It is left as it is. A copy from before lies in {copy}."),
        N_("The file is empty. It is left as it is until you have put it right."),
    ),
    "id_in_two_files": N_("{id} stands here too; the one in {other} was changed last and is shown."),
    "key_clash": N_("The key {key} for {id} is taken by {owner}, so {id} keeps its own."),
    "key_unknown_id": N_("The key {key} is set for {id}, but there is no such command."),
    "merge_markers": N_("A merge was not finished here. Choose one side, and take the markers out."),
    "missing_value": N_("{field} is missing."),
    "not_a_table": N_("{field} should be a section of its own."),
    "not_certain": N_("It was saved, but the disk did not confirm it."),
    "nul_bytes": (
        N_("The file holds zero bytes, as after a power cut. A copy from before lies in {copy}."),
        N_("The file holds zero bytes, as after a power cut. It is left as it is until you have put it right."),
    ),
    "rewritten": N_("The file was written anew in the usual order; the old one is among the copies."),
    "too_deep": N_("There are too many brackets within brackets to read the file."),
    "unknown_file": N_("No data file has this name, so the file is not read."),
    "wrong_name": N_("The file is called {name}, but the id in it is {id}. Give them the same name."),
    "wrong_value": N_("{field} has a value that cannot be used."),
    "wrong_week": (
        N_("{id} belongs to {home}; it is moved there when it is next saved."),
        N_("{id} belongs to no week; it is moved when it is next saved."),
    ),
    "wrong_year": N_("{id} belongs to {home}; it is moved there when it is next saved."),
}
