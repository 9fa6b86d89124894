"""The private file: wages. It is no part of the plan, so that nothing shows it that does not ask for it (S53)."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from salgsplan_tui.domain.amounts import text_from_ore
from salgsplan_tui.domain.checking import Make, checked
from salgsplan_tui.domain.wages import Wage
from salgsplan_tui.storage import emitter
from salgsplan_tui.storage.document import read
from salgsplan_tui.storage.faults import Faults
from salgsplan_tui.storage.files import MISSING, Decoded, decode, encode, read_bytes
from salgsplan_tui.storage.names import PRIVATE
from salgsplan_tui.storage.reading import damaged
from salgsplan_tui.storage.safe_writes import make_folder, replace_file
from salgsplan_tui.storage.splice import DeleteBlock, Edit, InsertBlock, SetKeys, splice
from salgsplan_tui.storage.tables import Table

_NEW: Final = "schema = 1\n"
_ARRAY: Final = "wage"
_ORDER: Final = ("id", "date", "gross")


def wages(home: Path) -> tuple[Wage, ...]:
    """Return the wages paid out, in the file's order; none where there is no such file.

    Raises:
        DamagedError: the file cannot be read as it stands.
    """
    path = home / PRIVATE
    try:
        data, _signature = read_bytes(path)
    except FileNotFoundError:
        return ()
    faults = Faults(PRIVATE, read(path, decode(path, data).text), checked)
    found = [faults.read(table, _wage, ("wage", at)) for at, table in faults.tables("wage")]
    faults.check_schema(is_hand_made=True)
    problem = next((each for each in faults.found if each.is_damage), None)
    if problem is not None:
        raise damaged(path, problem)
    return tuple(wage for wage in found if wage is not None)


def _wage(table: Table, make: Make) -> Wage:
    return make(Wage, table)


def change_wages(home: Path, edit: Callable[[tuple[Wage, ...]], tuple[Wage, ...]], note: Path) -> tuple[Wage, ...]:
    """Write what an edit makes of the wages, and return them; call it under the lock.

    `note` is a file outside the data folder that stands there while it is written.

    Only the blocks of the payments that change are touched; a new file is for its owner's eyes only. Nothing of it is
    kept in the journal or among the copies.

    Raises:
        ConflictError: `changed_outside`: somebody wrote it meanwhile.
        DamagedError: the file cannot be read as it stands.
        NotWrittenError: it could not be written; the old file is whole.
    """
    path = home / PRIVATE
    before = wages(home)
    after = tuple(sorted(edit(before), key=lambda each: (each.date, each.id)))
    if after == tuple(sorted(before, key=lambda each: (each.date, each.id))):
        return before
    try:
        data, known = read_bytes(path)
        decoded = decode(path, data)
    except FileNotFoundError:
        decoded, known = Decoded(_NEW, has_bom=False), MISSING
    document = splice(read(path, decoded.text), *_edits(before, after))
    make_folder(home)
    replace_file(note, b"")
    try:
        replace_file(path, encode(Decoded(document.text, decoded.has_bom)), known)
    finally:
        with suppress(OSError):  # the next start looks again then
            note.unlink()
    return wages(home)


def _edits(before: tuple[Wage, ...], after: tuple[Wage, ...]) -> Iterator[Edit]:
    """Yield the edits that make one list of payments of another: those that go, change and come."""
    wanted = {each.id: each for each in after}
    rest = [each for each in before if each.id in wanted]
    for place in reversed(range(len(before))):
        if before[place].id not in wanted:
            yield DeleteBlock(_ARRAY, place)
    for place, each in enumerate(rest):
        if wanted[each.id] != each:
            yield SetKeys(_ARRAY, place, _table(wanted[each.id]), _ORDER)
    for each in after:
        if each.id not in {there.id for there in before}:
            place = next((at for at, there in enumerate(rest) if there.date > each.date), len(rest))
            rest.insert(place, each)
            yield InsertBlock(_ARRAY, place, emitter.block(_ARRAY, _table(each), _ORDER))


def _table(wage: Wage) -> dict[str, object]:
    """Return a payment as the file holds it; an id that is its day is not written."""
    told: dict[str, object] = {"date": wage.date, "gross": text_from_ore(wage.gross)}
    return told if wage.id == wage.date.isoformat() else {"id": wage.id, **told}
