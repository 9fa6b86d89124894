"""The table: each figure with its median, what it is measured against, the ratio, and the target."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO


@dataclass
class Report:
    """Prints one row at a time."""

    out: TextIO

    def heading(self, text: str) -> None:
        """Begin a part of the table."""
        print(f"\n{text}\n{'-' * len(text)}", file=self.out, flush=True)

    def figure(self, name: str, values: Sequence[float], unit: str = "ms") -> float:
        """Print a figure's minimum, median and maximum, and return the median."""
        low, middle, high = min(values), statistics.median(values), max(values)
        print(f"{name:<58} {middle:9.1f} {unit}   ({low:.1f} - {high:.1f}, n={len(values)})", file=self.out, flush=True)
        return middle

    def ratio(self, name: str, value: float, base: float, target: float) -> None:
        """Print how many times the base it is, and the target."""
        times = value / base
        verdict = "ok" if times <= target else "MISSED"
        print(f"{name:<58} {times:9.2f} x    (target at most {target:g} x: {verdict})", file=self.out, flush=True)

    def at_most(self, name: str, value: float, limit: float, unit: str = "ms") -> None:
        """Print a figure beside its limit."""
        verdict = "ok" if value <= limit else "MISSED"
        print(f"{name:<58} {value:9.1f} {unit}   (target at most {limit:.1f}: {verdict})", file=self.out, flush=True)

    def note(self, text: str) -> None:
        """Print a remark."""
        print(f"  {text}", file=self.out, flush=True)
