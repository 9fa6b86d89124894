"""How each language writes days, weeks, numbers and money (chapter 7.1, 7.2): data, which `formats` fills in."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final, NamedTuple

from salgsplan_tui.language import Language

HARD_SPACE: Final = "\xa0"
MINUS: Final = "−"


class Conventions(NamedTuple):
    """One language's names and patterns."""

    weekdays: tuple[str, ...]
    """Monday first."""
    weekdays_short: tuple[str, ...]
    """As in a column or before a date; the point that running text has is left out."""
    months: tuple[str, ...]
    months_short: tuple[str, ...]
    """As in running text, with the point where the language has one."""
    quarters: tuple[str, ...]

    day: str
    """A day of the month alone, as the first of two: «15.»."""
    day_of_month: str
    full_date: str
    long_date: str
    short_date: str
    day_and_month: str
    """The shortest date that still tells its weekday."""
    short_day: str
    """The shortest date without its weekday."""
    between_dates: str
    """What stands between two dates that are more than a number each."""
    week: str

    hours: str
    minutes: str

    decimal: str
    thousands: str
    money: str
    percent: str


NORWEGIAN: Final = Conventions(
    weekdays=("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    weekdays_short=("man", "tir", "ons", "tor", "fre", "lør", "søn"),
    months=(
        *("januar", "februar", "mars", "april", "mai", "juni"),
        *("juli", "august", "september", "oktober", "november", "desember"),
    ),
    months_short=(
        *("jan.", "feb.", "mars", "apr.", "mai", "juni"),
        *("juli", "aug.", "sep.", "okt.", "nov.", "des."),
    ),
    quarters=("1. kvartal", "2. kvartal", "3. kvartal", "4. kvartal"),
    day="{day}.",
    day_of_month="{day}. {month}",
    full_date="{day}. {month} {year}",
    long_date="{weekday} {day}. {month} {year}",
    short_date="{day}.{number}.{year}",
    day_and_month="{weekday_short} {day}.{number}.",
    short_day="{day}.{number}.",
    between_dates="–",
    week="uke {week}",
    hours="{count} t",
    minutes="{count} m",
    decimal=",",
    thousands=HARD_SPACE,
    money=f"{{number}}{HARD_SPACE}kr",
    percent=f"{{number}}{HARD_SPACE}%",
)

ENGLISH: Final = Conventions(
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    weekdays_short=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    months_short=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"),
    quarters=("1st quarter", "2nd quarter", "3rd quarter", "4th quarter"),
    day="{day}",
    day_of_month="{day} {month}",
    full_date="{day} {month} {year}",
    long_date="{weekday} {day} {month} {year}",
    short_date="{day} {month_short} {year}",
    day_and_month="{weekday_short} {day} {month_short}",
    short_day="{day} {month_short}",
    between_dates=" – ",
    week="week {week}",
    hours="{count} h",
    minutes="{count} m",
    decimal=".",
    thousands=",",
    money=f"NOK{HARD_SPACE}{{number}}",
    percent="{number}%",
)

CONVENTIONS: Final = MappingProxyType[Language, Conventions]({"nb": NORWEGIAN, "en": ENGLISH})


def calendar_words() -> Iterator[str]:
    """Yield the words of dates, numbers and money in all languages."""
    for each in CONVENTIONS.values():
        for written in each:
            yield from (written,) if isinstance(written, str) else written
