"""Ten years of a salesperson's work, the same every time: 50,000 activities in 522 week files, 60 complaints a year."""

import datetime as dt
import random
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from salgsplan_tui.storage.emitter import document

LAST_DAY: Final = dt.date(2027, 12, 31)
TODAY: Final = "2027-02-17T08:00"

_SEED: Final = 20270217
_FIRMS: Final = 200
_SOON: Final = "2027-02-26"
_CASES, _OPEN_CASES = 60, 6
"""How many service cases a year brings, and how many are open now."""
_CHANNELS: Final = (
    ("phone", "call", "Ring", 10), ("phone", "call_session", "Ringeøkt", 120), ("meeting", "meeting", "Møte med", 60),
    ("visit", "single", "Besøk hos", 60), ("email", "one", "E-post til", 10), ("letter", "letter", "Brev til", 45),
    ("offer", "offer", "Tilbud til", 60), ("offer_followup", "offer_followup", "Følg opp tilbud", 15),
)  # fmt: skip
_SYLLABLES: Final = ("berg", "dal", "fjell", "gran", "havn", "lund", "myr", "sol", "strand", "tinde", "vik", "øy", "ås")
_OUTCOMES: Final = ("reached", "no_answer", "meeting_booked", "offer_wanted", "info_given", "not_now")


@dataclass(frozen=True)
class Size:
    """How much to make."""

    years: int
    activities: int


@dataclass(frozen=True)
class Folder:
    """A generated data folder."""

    home: Path
    size: Size


def generate(home: Path, size: Size) -> Folder:
    """Write the folder unless it is there already."""
    if not (home / "settings.toml").exists():
        chance = random.Random(_SEED)  # noqa: S311  # made up data, not a secret
        home.mkdir(parents=True)
        (home / "settings.toml").write_text('schema = 1\nname = "Benk Måler"\nlanguage = "nb"\n', encoding="utf-8")
        _write(home / "customers.toml", {"schema": 1}, "customer", [_firm(chance, number) for number in range(_FIRMS)])
        _write_cases(home, size, chance, _write_weeks(home, size, chance))
    return Folder(home, size)


def _firm(chance: random.Random, number: int) -> dict[str, object]:
    name = (chance.choice(_SYLLABLES) + chance.choice(_SYLLABLES)).capitalize()
    contact = {"id": f"p{number:04}", "name": f"Kari {name}sen", "phone": "00 00 00 00"}
    return {"id": f"k{number:04}", "name": f"{name} AS", "class": chance.choice("ABC"), "contacts": [contact]}


def _write_weeks(home: Path, size: Size, chance: random.Random) -> list[str]:
    """Write the weeks, and return the ids of what lies right ahead."""
    weeks = _weeks(size.years)
    rows: dict[str, list[dict[str, object]]] = {week: [] for week in weeks}
    keys = list(weeks)
    for number in range(size.activities):
        week = keys[number * len(keys) // size.activities]
        rows[week].append(_activity(chance, number, weeks[week]))
    for week, found in rows.items():
        found.sort(key=lambda row: (str(row["date"]), str(row["start"]), str(row["id"])))
        head = {"schema": 1, "week": {"must_dos": ["Få svar", "Sende tilbud", "Ringe 16"]}}
        _write(home / "weeks" / week[:4] / f"{week}.toml", head, "activity", found)
    soon = (str(row["id"]) for found in rows.values() for row in found if TODAY[:10] < str(row["date"]) <= _SOON)
    return list(soon)


def _write_cases(home: Path, size: Size, chance: random.Random, ahead: list[str]) -> None:
    """Write the service cases by year; the last ones are open, each with something planned in it."""
    years = range(LAST_DAY.year - size.years + 1, LAST_DAY.year + 1)
    for year in years:
        days = (dt.date(2027, 2, 16) - dt.date(year, 1, 1)).days if year == LAST_DAY.year else 365
        opened = sorted(dt.date(year, 1, 1) + dt.timedelta(days=chance.randrange(days)) for _ in range(_CASES))
        rows = [_case(chance, f"s{year}-{number:02}", day) for number, day in enumerate(opened)]
        for row in rows[-_OPEN_CASES:] if year == LAST_DAY.year else ():
            row |= {"state": "heard", "result": None, "end_mood": None, "closed": None, "resolved": None}
            row["activities"] = [ahead[chance.randrange(len(ahead))]] if ahead else []
        _write(home / "service" / f"{year}.toml", {"schema": 1}, "case", rows)


def _case(chance: random.Random, identity: str, day: dt.date) -> dict[str, object]:
    firm, mood = chance.randrange(_FIRMS), chance.randrange(-1, 2)
    came_in = dt.datetime(day.year, day.month, day.day, chance.randrange(8, 16))
    return {
        "id": identity,
        "title": f"Klage {chance.choice(_SYLLABLES).capitalize()}",
        "customer": f"k{firm:04}",
        "contact": f"p{firm:04}",
        "cause": chance.choice(("støy", "feil vare", "forsinket", "mangel")),
        "state": "closed",
        "opened": came_in,
        "start_mood": -1,
        "first_response": came_in + dt.timedelta(hours=chance.randrange(5)),
        "resolved": came_in + dt.timedelta(days=chance.randrange(1, 9)),
        "closed": day + dt.timedelta(days=10),
        "end_mood": mood,
        "result": {-1: "dissatisfied", 0: "neutral", 1: "satisfied"}[mood],
    }


def _weeks(years: int) -> dict[str, dt.date]:
    monday = LAST_DAY - dt.timedelta(days=LAST_DAY.weekday())
    mondays = [monday - dt.timedelta(weeks=back) for back in range(round(years * 52.2))]
    return {f"{day.isocalendar().year}-W{day.isocalendar().week:02}": day for day in reversed(mondays)}


def _activity(chance: random.Random, number: int, monday: dt.date) -> dict[str, object]:
    channel, kind, verb, minutes = chance.choice(_CHANNELS)
    firm = chance.randrange(_FIRMS)
    date = monday + dt.timedelta(days=chance.randrange(5))
    past = date < dt.date(2027, 2, 17)
    stamp = dt.datetime(date.year, date.month, date.day, 6, tzinfo=dt.UTC)
    row: dict[str, object] = {
        "id": f"{number:05x}{chance.getrandbits(20):05x}",
        "title": f"{verb} {chance.choice(_SYLLABLES).capitalize()} {number}",
        "channel": channel,
        "type": kind,
        "state": "planned",
        "date": date,
        "start": f"{chance.randrange(8, 16):02}:{chance.choice((0, 15, 30, 45)):02}",
        "minutes": minutes,
        "customers": [f"k{firm:04}"],
        "contacts": [f"p{firm:04}"],
        "costs": [{"kind": "other", "planned": f"{chance.randrange(20, 900)}.00"}],
        "notes": "Avtalt sist: prøve i to uker, svar innen fredag." if number % 3 == 0 else None,
    }
    if past and chance.random() < 0.995:  # noqa: PLR2004  # a few are always left open
        row |= {"state": "done", "outcome": chance.choice(_OUTCOMES), "actual_minutes": minutes}
    return row | {"created": stamp, "changed": stamp}


def _write(path: Path, head: dict[str, object], table: str, rows: list[dict[str, object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(document({**head, table: rows}), encoding="utf-8")


def with_programme(folder: Folder, home: Path) -> Folder:
    """Copy a folder and lay a programme of one year over its last one: 5,000 rows, five of six serve a goal."""
    if not home.exists():
        chance = random.Random(_SEED)  # noqa: S311  # made up data, not a secret
        shutil.copytree(folder.home, home)
        (home / "plans").mkdir()
        (home / "plans/year.toml").write_text(_PROGRAMME, encoding="utf-8")
        for path in sorted(home.glob(f"weeks/{LAST_DAY.year}/*.toml")):
            head, *rows = path.read_text(encoding="utf-8").split("\nchannel = ")
            served = (_served(chance) for _row in rows)
            text = "".join(f"{goal}\nchannel = {row}" for goal, row in zip(served, rows, strict=True))
            path.write_text(head + text, encoding="utf-8")
    return Folder(home, folder.size)


def _served(chance: random.Random) -> str:
    return (
        f'\ngoal = "m{chance.randrange(1, 6)}"\nprogramme = "ap{chance.randrange(1, 6)}"' if chance.randrange(6) else ""
    )


_GOALS: Final = (
    ("orders", "count", "120.00"), ("order_value", "kr", "4800000.00"), ("meetings", "count", "400.00"),
    ("attempts", "count", "2500.00"), ("hours", "hours", "1500.00"),
)  # fmt: skip
_PROGRAMME: Final = "".join(
    (
        'schema = 1\nid = "year"\ntitle = "Årsprogram"\nstart = 2027-01-01\nend = 2027-12-31\nstatus = "active"\n',
        '[rates]\nreached = "50.00"\nmeeting = "25.00"\noffer = "75.00"\nhit = "50.00"\naverage_order = "40000.00"\n',
        *(
            f'[[goal]]\nid = "m{at}"\ntitle = "Mål {at}"\nmeasure = "{measure}"\nunit = "{unit}"\n'
            f'target = "{target}"\ndeadline = 2027-12-31\n'
            for at, (measure, unit, target) in enumerate(_GOALS, start=1)
        ),
        *(f'[[strategy]]\nid = "st{at}"\ntitle = "Strategi {at}"\ngoals = ["m{at}"]\n' for at in range(1, 6)),
        *(f'[[programme]]\nid = "ap{at}"\ntitle = "Program {at}"\nstrategy = "st{at}"\n' for at in range(1, 6)),
    )
)
