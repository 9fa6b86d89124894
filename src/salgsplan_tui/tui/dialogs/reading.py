"""What dialogs are given to understand typed words with; they know neither files nor the clock."""

from collections.abc import Callable

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.goal_line import NewGoal
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.quick_add import Reading

Read = Callable[[str], Reading]
"""Reads a line of quick add; raises NotUnderstoodError, which tells where."""

ReadWhen = Callable[[str], Placement]
"""Reads words for a place in time; raises NotUnderstoodError."""

ReadDays = Callable[[str], Span]
"""Reads words for days that may have passed; raises NotUnderstoodError."""

ReadGoal = Callable[[str], NewGoal]
"""Reads what a line says of a goal; what it lacks is missing."""

ReadWhenOf = Callable[[str, Activity], Placement]
"""Reads words for the place of a certain row: a time alone keeps its date, a date alone its time."""
