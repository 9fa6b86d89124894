"""Days, times, numbers and money as people write them, in the language spoken now (chapter 7.1, 7.2).

Own small code: babel would cost more than painting the day does. The tests compare with babel.
"""

import datetime as dt
from typing import TYPE_CHECKING, Final

from salgsplan_tui.language import language
from salgsplan_tui.language.conventions import CONVENTIONS, MINUS, Conventions

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

_BUCKETS: Final = {"W": (2, 53), "Q": (1, 4), "": (2, 12)}
"""How many figures the number of a week, quarter or month has, and the highest."""


def long_date(day: dt.date) -> str:
    """Return «onsdag 17. februar 2027»."""
    return _written(day, _here().long_date)


def full_date(day: dt.date) -> str:
    """Return «17. februar 2027»."""
    return _written(day, _here().full_date)


def short_date(day: dt.date) -> str:
    """Return «17.2.2027», in English "17 Feb 2027", which nobody reads as the second of the seventeenth."""
    return _written(day, _here().short_date)


def day_and_month(day: dt.date) -> str:
    """Return «tir 16.2.»."""
    return _written(day, _here().day_and_month)


def short_day(day: dt.date) -> str:
    """Return «16.2.», for a column of dates."""
    return _written(day, _here().short_day)


def date_range(first: dt.date, last: dt.date) -> str:
    """Return the days from the first to the last, both included: «15.–21. februar 2027»."""
    here = _here()
    end = _written(last, here.full_date)
    if first == last:
        return end
    if first.year != last.year:
        return f"{_written(first, here.full_date)}{here.between_dates}{end}"
    if first.month != last.month:
        return f"{_written(first, here.day_of_month)}{here.between_dates}{end}"
    return f"{_written(first, here.day)}–{end}"


def week_name(key: str) -> str:
    """Return «uke 7» for the week "2027-W07".

    Raises:
        ValueError: it names no week.
    """
    _year, kind, number = _parts(key)
    if kind != "W":
        raise ValueError(key)
    return _here().week.format(week=number)


def bucket(key: str) -> str:
    """Return «uke 43», «november 2026» or «4. kvartal 2026» for "2026-W43", "2026-11" or "2026-Q4".

    Raises:
        ValueError: it is none of these.
    """
    year, kind, _number = _parts(key)
    return week_name(key) if kind == "W" else f"{bucket_in_year(key)} {year}"


def bucket_in_year(key: str) -> str:
    """Return «uke 43», «november» or «4. kvartal»: the same where the year is plain.

    Raises:
        ValueError: it is none of these.
    """
    _year, kind, number = _parts(key)
    match kind:
        case "W":
            return week_name(key)
        case "Q":
            return _here().quarters[number - 1]
    return _here().months[number - 1]


def clock(time: dt.time) -> str:
    """Return «09:05»."""
    return f"{time.hour:02}:{time.minute:02}"


def duration(minutes: int) -> str:
    """Return «2 t», «30 m» or «1 t 30 m»."""
    here = _here()
    whole, rest = divmod(abs(minutes), 60)
    parts = [here.hours.format(count=whole)] if whole else []
    if rest or not whole:
        parts.append(here.minutes.format(count=rest))
    return _sign(minutes) + " ".join(parts)


def hours(minutes: int, decimals: int = 1) -> str:
    """Return minutes as hours with decimals: «7,5»."""
    return _number(_nearest(minutes * 10**decimals, 60), decimals)


def number(value: "int | Fraction | Decimal", decimals: int = 0) -> str:
    """Return a number rounded to so many decimals: «1 234,50»."""
    return _number(_nearest(value * 10**decimals), decimals)


def percent(value: "int | Fraction | Decimal", decimals: int = 1) -> str:
    """Return «12,5 %» for 12.5, with no more decimals than it needs and at most so many."""
    scaled = _nearest(value * 10**decimals)
    while decimals and scaled % 10 == 0:
        scaled, decimals = scaled // 10, decimals - 1
    return _sign(scaled) + _here().percent.format(number=_number(abs(scaled), decimals))


def amount(ore: int) -> str:
    """Return «4 400 kr», and the øre where there are any: «275,60 kr»."""
    return amount_exact(ore) if ore % 100 else amount_rounded(ore)


def amount_exact(ore: int) -> str:
    """Return kroner and øre: «4 400,00 kr»."""
    return _money(ore, 2)


def amount_rounded(ore: int) -> str:
    """Return the nearest whole kroner, as tables show them: «276 kr»."""
    return _money(_nearest(ore, 100), 0)


def kroner(ore: int) -> str:
    """Return the nearest whole kroner without the currency: «28 166»."""
    return _number(_nearest(ore, 100), 0)


def _here() -> Conventions:
    return CONVENTIONS[language()]


def _written(day: dt.date, pattern: str) -> str:
    here, month, weekday = _here(), day.month, day.weekday()
    return pattern.format(
        day=day.day,
        number=month,
        month=here.months[month - 1],
        month_short=here.months_short[month - 1],
        year=day.year,
        weekday=here.weekdays[weekday],
        weekday_short=here.weekdays_short[weekday],
    )


def _parts(key: str) -> tuple[int, str, int]:
    """Return the year, the kind and the number of a bucket; the first paint needs one, so no pattern is compiled."""
    year, _dash, rest = key.partition("-")
    kind = rest[:1] if rest[:1] in {"W", "Q"} else ""
    figures, most = _BUCKETS[kind]
    number = rest.removeprefix(kind)
    is_written = (year + number).isascii() and (year + number).isdigit() and (len(year), len(number)) == (4, figures)
    if not is_written or not 1 <= int(number) <= most:
        raise ValueError(key)
    return int(year), kind, int(number)


def _nearest(value: "int | Fraction | Decimal", divisor: int = 1) -> int:
    """Divide and round half away from zero, as people round."""
    size = -value if value < 0 else value
    nearest = int((size * 2 + divisor) // (2 * divisor))
    return -nearest if value < 0 else nearest


def _number(scaled: int, decimals: int) -> str:
    """Write an integer that counts tenths, hundredths and so on."""
    here = _here()
    whole, rest = divmod(abs(scaled), 10**decimals)
    fraction = f"{here.decimal}{rest:0{decimals}}" if decimals else ""
    return _sign(scaled) + f"{whole:,}".replace(",", here.thousands) + fraction


def _money(scaled: int, decimals: int) -> str:
    return _sign(scaled) + _here().money.format(number=_number(abs(scaled), decimals))


def _sign(value: int) -> str:
    return MINUS if value < 0 else ""
