"""Lines built from the grammar at random, in both languages and mixed, read back as what they were built from."""

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.domain.quick_add.lines import NOW, PEOPLE, plan_with, reading, told
from tests.domain.sales_plans import sales_plan

WEEKDAYS = [
    ("mandag", "man", "Monday", "mon"),
    ("tirsdag", "tir", "Tuesday", "tue"),
    ("onsdag", "ons", "Wednesday", "wed"),
    ("torsdag", "tors", "Thursday", "thu"),
    ("fredag", "fre", "Friday", "fri"),
    ("lørdag", "lør", "Saturday", "sat"),
    ("søndag", "søn", "Sunday", "sun"),
]
MONTHS = [
    ("januar", "January"), ("februar", "Feb"), ("mars", "March"), ("april", "Apr"), ("mai", "May"), ("juni", "June"),
    ("juli", "July"), ("aug.", "August"), ("september", "Sept"), ("oktober", "Oct"), ("november", "nov"),
    ("desember", "Dec"),
]  # fmt: skip
TODAY = NOW.date()


@dataclass(frozen=True)
class Item:
    """Words of a line, and the fields they say."""

    words: str
    fields: tuple[tuple[str, object], ...]


def item(words: str, **fields: object) -> Item:
    return Item(words, tuple(fields.items()))


SUBJECTS = [
    item("ring Kari", title="ring Kari", channel="phone", type="call", customers=["k01"], contacts=["p01"]),
    item("call kari nordmann", title="call kari nordmann", channel="phone", customers=["k01"], contacts=["p01"]),
    item("ring Tor", title="ring Tor", channel="phone", customers=["k03"]),
    item("møte med Hansen", title="møte med Hansen", channel="meeting", customers=["k02"]),
    item("meeting with Berg", title="meeting with Berg", channel="meeting", customers=["k05"]),
    item("visit @olsen", title="visit olsen", channel="visit", customers=["k04"]),
    item("lunsj med Kari og Per", title="lunsj med Kari og Per", customers=["k01", "k02"], contacts=["p01"]),
    item("følg opp tilbud Berg", title="følg opp tilbud Berg", channel="offer_followup", customers=["k05"]),
    item("tilbud Nord & Sør AS", title="tilbud Nord & Sør AS", channel="offer", customers=["n01"]),
    item("messe Oslo Spektrum", title="messe Oslo Spektrum", channel="trade_fair"),
    item("annonse i Fagbladet", title="annonse i Fagbladet", channel="advertisement"),
    item("radio spot", title="radio spot", channel="radio"),
    item('"ring fredag kl 10" kampanje', title="ring fredag kl 10 kampanje"),
    item("kjøpe blomster", title="kjøpe blomster"),
]


def weekday_forms(day: dt.date) -> list[str]:
    forms = WEEKDAYS[day.weekday()]
    ahead = (day - TODAY).days
    if 0 < ahead < 7:
        return [
            *forms[:1],
            *forms[2:3],
            f"på {forms[0]}",
            f"on {forms[2]}",
            forms[1] if forms[1] != "man" else "mandag",
        ]
    return []


def day_forms(day: dt.date) -> list[str]:
    ahead = (day - TODAY).days
    norwegian, english = MONTHS[day.month - 1]
    plain = f"{day.day}.{day.month}"
    return [
        *weekday_forms(day),
        *(["i morgen", "tomorrow"] if ahead == 1 else []),
        f"om {ahead} dager",
        f"in {ahead} days",
        f"+{ahead}d",
        plain,
        f"{plain}.",
        f"{plain}.{day.year}",
        f"{plain}.{day.year % 100}",
        f"{day.day}. {norwegian}",
        f"{day.day} {english}",
        f"den {day.day}. {norwegian} {day.year}",
        f"on the {day.day}. of {english}",
        f"{WEEKDAYS[day.weekday()][0]} {plain}",
        f"{WEEKDAYS[day.weekday()][0]} uke {day.isocalendar().week}",
        day.isoformat(),
    ]


days = st.integers(2, 300).map(lambda ahead: TODAY + dt.timedelta(days=ahead))
dates = days.flatmap(lambda day: st.sampled_from(day_forms(day)).map(lambda words: item(words, date=str(day))))
spans = st.tuples(days, st.integers(1, 20)).flatmap(
    lambda pair: st.just((pair[0], pair[0] + dt.timedelta(days=pair[1]))).flatmap(
        lambda ends: st.sampled_from(
            [
                f"{ends[0].day}.{ends[0].month}-{ends[1].day}.{ends[1].month}",
                f"{ends[0].day}.{ends[0].month}.–{ends[1].day}.{ends[1].month}.",
                f"fra {ends[0].day}.{ends[0].month} til {ends[1].day}.{ends[1].month}",
            ]
        ).map(lambda words: item(words, date=str(ends[0]), end_date=str(ends[1])))
    )
)
weeks = st.integers(1, 250).map(lambda ahead: (TODAY + dt.timedelta(days=ahead)).isocalendar())
buckets = weeks.flatmap(
    lambda week: st.sampled_from(
        [f"uke {week.week}", f"week {week.week}", f"u{week.week}", f"i uke {week.week}", f"uke {week.week} {week.year}"]
    ).map(lambda words: item(words, bucket=f"{week.year}-W{week.week:02}"))
)


def time_forms(hour: int, minute: int) -> list[str]:
    half = 12 if hour % 12 == 0 else hour % 12
    end = "am" if hour < 12 else "pm"
    clock = f"{hour:02}:{minute:02}"
    return [
        clock,
        f"kl {clock}",
        f"kl. {hour}.{minute:02}",
        f"at {clock}",
        f"{half}:{minute:02}{end}",
        f"kl {hour}.{minute:02}",
    ]


times = st.tuples(st.integers(0, 23), st.integers(0, 59)).flatmap(
    lambda at: st.sampled_from(time_forms(*at)).map(lambda words: item(words, start=f"{at[0]:02}:{at[1]:02}:00"))
)
durations = st.integers(1, 600).flatmap(
    lambda minutes: st.sampled_from(
        [f"{minutes}m", f"{minutes} min", f"{minutes} minutter", f"{minutes // 60 + 1}t{minutes % 60:02}"]
    ).map(lambda words: item(words, minutes=minutes if "t" not in words or "min" in words else minutes + 60))
)


def amount_forms(kroner: int) -> list[str]:
    spaced = f"{kroner:,}".replace(",", "\u00a0")
    return [
        f"{kroner} kr",
        f"{kroner}kr",
        f"kr {kroner}",
        f"{spaced} kr",
        f"{kroner},-",
        f"NOK {kroner}",
        f"{kroner},50 kr",
    ]


costs = st.integers(1, 2_000_000).flatmap(
    lambda kroner: st.sampled_from(amount_forms(kroner)).map(
        lambda words: item(words, costs=[{"planned": f"{kroner}.{'50' if ',50' in words else '00'}"}])
    )
)
LINES = [
    ("linje:b2", "b2"),
    ("line:B2", "b2"),
    ('linje:"Den andre"', "b2"),
    ("budsjettlinje:pot", "b1"),
    ("line:none", ""),
]
held = st.tuples(st.integers(1, 2_000_000), st.sampled_from(LINES)).flatmap(
    lambda each: st.sampled_from([f"{each[0]} kr {each[1][0]}", f"{each[1][0]} kr {each[0]}"]).map(
        lambda words: item(words, costs=[{"planned": f"{each[0]}.00"} | ({"line": each[1][1]} if each[1][1] else {})])
    )
)
PLAN = plan_with(
    *PEOPLE,
    sales_plans=(
        sales_plan(
            start=dt.date(2026, 1, 1),
            end=dt.date(2031, 12, 31),
            budget_lines=[{"id": "b1", "title": "Potten"}, {"id": "b2", "title": "Den andre"}],
        ),
    ),
)
"""Its lines are named for nothing, so that a cost has the line that is told, or none."""
words = st.text("abdeiklmnorstuvæøåABKÆØÅ", min_size=2, max_size=8)
tags = st.lists(words, min_size=1, max_size=2, unique=True).map(
    lambda each: item(" ".join(f"#{tag}" for tag in each), tags=each)
)
priorities = st.sampled_from(
    [item(form.format(number), priority=number) for number in (1, 2, 3) for form in ("!{}", "pri:{}", "priority:{}")]
)
places = words.flatmap(
    lambda place: st.sampled_from([f"sted:{place}", f"place:{place}", f'sted:"{place} S"']).map(
        lambda words: item(words, place=place if '"' not in words else f"{place} S")
    )
)
values = st.integers(1_000, 900_000).flatmap(
    lambda kroner: st.sampled_from([f"verdi:{kroner}", f"value:{kroner}kr"]).map(
        lambda words: item(words, value=f"{kroner}.00")
    )
)
distances = st.integers(0, 900).flatmap(
    lambda km: st.sampled_from([f"km:{km}", f"{km} km", f"{km}km"]).map(lambda words: item(words, km_planned=km))
)
ways = st.tuples(st.integers(1, 180), st.integers(1, 180)).flatmap(
    lambda each: st.sampled_from(
        [
            item(f"reise:{each[0]}m+{each[1]}m", travel_before=each[0], travel_after=each[1]),
            item(f"travel:{each[0]}", travel_before=each[0], travel_after=each[0]),
            item(f"reisetid:{each[0]}min", travel_before=each[0], travel_after=each[0]),
        ]
    )
)
materials = days.flatmap(
    lambda day: st.sampled_from([f"{key}:{day.day}.{day.month}.{day.year}" for key in ("materiell", "material")]).map(
        lambda words: item(words, material_due=str(day))
    )
)
approaches = st.sampled_from(["framgangsmåte", "approach"]).map(
    lambda key: item(f'{key}:"Spør om behovet, hør ferdig"', approach="Spør om behovet, hør ferdig")
)
dues = days.flatmap(
    lambda day: st.sampled_from([f"{lead} {day.day}.{day.month}.{day.year}" for lead in ("innen", "by", "frist")]).map(
        lambda words: item(words, due=str(day))
    )
)
whens = st.one_of(
    st.tuples(dates), st.tuples(dates, times), st.tuples(spans), st.tuples(buckets), st.tuples(times), st.just(())
)
others = st.lists(
    st.one_of(durations, costs, held, tags, priorities, places, values, distances, dues, ways, materials, approaches),
    max_size=4,
    unique_by=lambda each: each.fields[0][0],
)


@settings(max_examples=400)
@given(st.data(), st.sampled_from(SUBJECTS), whens, others, st.sampled_from(["nb", "en"]))
def test_a_line_built_from_items_reads_back_as_them(
    data: st.DataObject, subject: Item, when: tuple[Item, ...], rest: list[Item], language: str
) -> None:
    line = data.draw(st.permutations([subject, *when, *rest]))
    assume(not any(_says(one, "due") and _says(after, "start") for one, after in pairwise(line)))
    text = " ".join(each.words for each in line)
    found = told(reading(text, language=language, now=NOW, plan=PLAN).activity)
    expected = {name: value for each in line for name, value in each.fields}
    assert {name: found.get(name) for name in expected} == expected, text
    optional = {"minutes", "costs", "tags", "priority", "place", "value", "km_planned", "end_date", "due", "start"}
    optional |= {"travel_before", "travel_after", "approach"}
    assert {name for name in optional - {"minutes"} if name in found} <= expected.keys(), text
    assert "quantity_planned" not in found, text


def _says(each: Item, field: str) -> bool:
    """Say whether an item is of a field; a time right after a deadline would be the deadline's, which has none."""
    return field in dict(each.fields)
