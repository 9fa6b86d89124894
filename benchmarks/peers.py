"""The planners people know, where they are installed: khal, calcurse and Taskwarrior on the same 50,000 activities."""

import json
import shutil
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from benchmarks.data import Folder
from benchmarks.programs import SALGSPLAN, environment
from benchmarks.report import Report
from benchmarks.text import milliseconds

_EVENT: Final = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//benchmark//EN
BEGIN:VEVENT
UID:{id}
DTSTAMP:20270101T000000Z
DTSTART:{day}T{start}00
DURATION:PT{minutes}M
SUMMARY:{title}
END:VEVENT
END:VCALENDAR
"""
_KHAL: Final = """[calendars]
[[work]]
path = {path}
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {cache}
"""


def measure(report: Report, big: Folder, small: Folder, runs: int) -> None:
    """Print the peers that are installed."""
    del small
    report.heading("Peers on the same activities (whole processes)")
    peers = {"khal": _khal, "calcurse": _calcurse, "task": _task}
    installed = [name for name in peers if shutil.which(name)]
    if not installed:
        report.note("none of khal, calcurse and task is installed")
        return
    with tempfile.TemporaryDirectory() as text:
        scratch = Path(text)
        env = environment(big.home, scratch)
        own = report.figure("salgsplan day", milliseconds([*SALGSPLAN, "day"], env, runs))
        for name in installed:
            command = peers[name](big.home, scratch)
            median = report.figure(name, milliseconds(command, env, runs))
            if name == "khal":
                report.ratio("  salgsplan day against khal list", own, median, 0.8)


def _rows(home: Path) -> Iterator[Mapping[str, object]]:
    for file in sorted(home.glob("weeks/*/*.toml")):
        yield from tomllib.loads(file.read_text(encoding="utf-8")).get("activity", ())


def _khal(home: Path, scratch: Path) -> list[str]:
    return ["khal", "-c", str(khal_calendar(home, scratch)), "list", "2027-02-17", "1d"]


def khal_calendar(home: Path, scratch: Path) -> Path:
    """Lay out the activities as khal's calendar, and return its configuration; its first run makes its index."""
    calendar = scratch / "vdir"
    calendar.mkdir()
    for row in _rows(home):
        day, start = str(row["date"]).replace("-", ""), str(row["start"]).replace(":", "")
        event = _EVENT.format(id=row["id"], day=day, start=start, minutes=row["minutes"], title=row["title"])
        (calendar / f"{row['id']}.ics").write_text(event.replace("\n", "\r\n"), encoding="utf-8", newline="")
    config = scratch / "khal.conf"
    config.write_text(_KHAL.format(path=calendar, cache=scratch / "khal.db"), encoding="utf-8")
    return config


def _calcurse(home: Path, scratch: Path) -> list[str]:
    folder = scratch / "calcurse"
    folder.mkdir()
    lines = []
    for row in _rows(home):
        year, month, day = str(row["date"]).split("-")
        date, start = f"{month}/{day}/{year}", str(row["start"])
        lines.append(f"{date} @ {start} -> {date} @ {start} |{row['title']}\n")
    (folder / "apts").write_text("".join(lines), encoding="utf-8")
    return ["calcurse", "-D", str(folder), "-C", str(folder), "-d", "02/17/2027", "-a"]


def _task(home: Path, scratch: Path) -> list[str]:
    import subprocess  # noqa: PLC0415  # only to fill Taskwarrior's own store

    config, store = scratch / "taskrc", scratch / "task"
    config.write_text(f"data.location={store}\nconfirmation=off\nverbose=nothing\n", encoding="utf-8")
    tasks = json.dumps([{"description": row["title"], "due": f"{row['date']}T12:00:00Z"} for row in _rows(home)])
    command = ["task", f"rc:{config}", "import", "-"]
    subprocess.run(command, input=tasks, text=True, check=True, capture_output=True)  # noqa: S603  # the peer
    return ["task", f"rc:{config}", "due:2027-02-17", "list"]
