"""Wages paid out: private, read only where profit is asked for, and in no report unless chosen (chapter 4.10, S53)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from salgsplan_tui.domain.amounts import Amount
from salgsplan_tui.domain.fields import Day, Id, Value


class Wage(Value):
    """One payment of wages."""

    id: Id
    """Where a file gives none, its day: "2027-01-20"."""
    date: Day
    gross: Amount

    @classmethod
    def gathered(cls, table: Mapping[str, object]) -> Mapping[str, object]:
        """Return a table with its id."""
        return table if "id" in table or "date" not in table else {"id": str(table["date"]), **table}


@dataclass(frozen=True)
class WageCost:
    """What an employee costs in a year, by the official method (chapter 4.10); amounts in øre, rates as shares."""

    agreed: int
    """The agreed pay of the year."""
    holiday_weeks: int = 5
    holiday_pay: Fraction = Fraction(12, 100)
    employers_tax: Fraction = Fraction(141, 1000)
    pension: Fraction = Fraction(2, 100)
    injury_insurance: int = 3_000_00

    @property
    def pay(self) -> Fraction:
        """What is paid when the holiday weeks are taken out."""
        return self.agreed * Fraction(52 - self.holiday_weeks, 52)

    @property
    def holiday(self) -> Fraction:
        """The holiday pay on it."""
        return self.pay * self.holiday_pay

    @property
    def tax(self) -> Fraction:
        """The employer's tax on both."""
        return (self.pay + self.holiday) * self.employers_tax

    @property
    def pension_with_tax(self) -> Fraction:
        """The pension of the agreed pay, and the tax on it."""
        return self.agreed * self.pension * (1 + self.employers_tax)

    @property
    def total(self) -> Fraction:
        """Everything together."""
        return self.pay + self.holiday + self.tax + self.pension_with_tax + self.injury_insurance
