"""Which option of `programme` adds which kind of part, and which kinds its other options change.

Goals and budget lines are changed by `goals` and `budget`; a test holds these tables against the forms of the screens.
"""

from collections.abc import Mapping
from typing import Final

from salgsplan_tui.domain.fields import Value
from salgsplan_tui.domain.plan_parts import (
    Benefit,
    DepartmentActivity,
    FocusArea,
    MarketShareTarget,
    Product,
    Segment,
    TextSection,
)
from salgsplan_tui.domain.programme import ActivityProgramme, Strategy

ADDED: Final[Mapping[str, type[Value]]] = {
    "strategy": Strategy,
    "activities": ActivityProgramme,
    "focus": FocusArea,
    "product": Product,
    "segment": Segment,
    "benefit": Benefit,
    "work": DepartmentActivity,
}
"""The parts that are added a line each; `--market` and `--text` take FIELD=VALUE and TITLE=TEXT."""
CHANGED: Final[tuple[type[Value], ...]] = (*ADDED.values(), TextSection, MarketShareTarget)
"""The parts that `--edit`, `--set`, `--place` and `--remove` look for a name among."""
