"""The private file: wages. It is no part of the plan, so that nothing shows it that does not ask for it (S53)."""

from pathlib import Path

from salgsplan_tui.domain.checking import Make, checked
from salgsplan_tui.domain.wages import Wage
from salgsplan_tui.storage.document import read
from salgsplan_tui.storage.faults import Faults
from salgsplan_tui.storage.files import decode, read_bytes
from salgsplan_tui.storage.names import PRIVATE
from salgsplan_tui.storage.reading import damaged
from salgsplan_tui.storage.tables import Table


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
