"""What the pages of one sales plan have in common: what they are counted from, and how names and kroner are shown."""

from fractions import Fraction
from typing import Protocol

from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language.figures import money
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.labels import HIDDEN


class Figures(Protocol):
    """Figures that are counted from a basis."""

    @property
    def basis(self) -> Basis:
        """What they are counted from."""


class PlanPage:
    """One sales plan on a day, ready to be drawn."""

    known: Figures
    hide: bool
    """Presentation mode: names and amounts are hidden."""

    @property
    def basis(self) -> Basis:
        """What its figures are counted from."""
        return self.known.basis

    @property
    def plan(self) -> Plan:
        """Everything known."""
        return self.basis.plan

    def name(self, text: str) -> str:
        """Return a name as it may be shown."""
        return HIDDEN if self.hide else safe_line(text)

    def kroner(self, ore: Fraction | int | None) -> str:
        """Return whole kroner without their unit, as they may be shown."""
        return HIDDEN if self.hide and ore is not None else money(ore)
