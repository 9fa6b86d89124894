"""`python -m benchmarks`: speed and memory as medians and ratios, peers measured in the same run.

Targets hold on a quiet machine; a ratio is worth more than a time. Installed peers (khal, calcurse, task) join in.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks import dialogs, edits, peers, programme, reports, screens, searches, text, views
from benchmarks.data import Size, generate
from benchmarks.report import Report


def main() -> None:
    """Make the data, measure, print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="how often each thing is measured (default 9)")
    parser.add_argument("--data", type=Path, help="keep the generated folders here, and use them again")
    names = ["text", "reports", "screens", "edits", "views", "programme", "dialogs", "searches", "peers"]
    parser.add_argument("--only", choices=names, action="append", help="measure only this")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="salgsplan-bench-") as scratch:
        root = chosen.data or Path(scratch)
        big = generate(root / "big", Size(years=10, activities=50_000))
        small = generate(root / "small", Size(years=1, activities=100))
        report = Report(sys.stdout)
        parts = {
            "text": text.measure,
            "reports": reports.measure,
            "screens": screens.measure,
            "edits": edits.measure,
            "views": views.measure,
            "programme": programme.measure,
            "dialogs": dialogs.measure,
            "searches": searches.measure,
            "peers": peers.measure,
        }
        for name, measure in parts.items():
            if chosen.only is None or name in chosen.only:
                measure(report, big, small, chosen.runs)


if __name__ == "__main__":
    main()
