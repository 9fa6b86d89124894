"""What a goal can be measured by: the codes that the program counts itself, and what kind of figure each gives."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from salgsplan_tui.domain.programme import Area, Unit


class Measure(NamedTuple):
    """One way to tell how far a goal has come."""

    unit: Unit
    area: Area
    """The goal area it belongs to, where nothing else is said."""
    grows: bool = True
    """It adds up over the period, so there is a pace to keep; else it is a level to hold."""
    direction: Literal["up", "down"] = "up"
    """Whether a goal of it asks for at least so much, or at most, where nothing else is said."""


MEASURES: Final[Mapping[str, Measure]] = MappingProxyType(
    {
        "order_value": Measure("kr", "order_intake"),
        "orders": Measure("count", "order_intake"),
        "average_order": Measure("kr", "order_intake", grows=False),
        "contribution_margin": Measure("kr", "profit"),
        "own_sale_share": Measure("percent", "order_intake", grows=False),
        "new_customers": Measure("count", "new_sales"),
        "repurchase_rate": Measure("percent", "repurchase"),
        "additional_value": Measure("kr", "additional_purchase"),
        "additional_share": Measure("percent", "additional_purchase", grows=False),
        "retention": Measure("percent", "loyalty", grows=False),
        "nps": Measure("points", "loyalty", grows=False),
        "market_share": Measure("percent", "market_share"),
        "offers": Measure("count", "activity"),
        "offer_value": Measure("kr", "activity"),
        "hit_rate": Measure("percent", "order_intake", grows=False),
        "offers_followed_up": Measure("percent", "activity", grows=False),
        "attempts": Measure("count", "activity"),
        "reached": Measure("count", "activity"),
        "meetings_booked": Measure("count", "activity"),
        "meetings": Measure("count", "activity"),
        "activities": Measure("count", "activity"),
        "hours": Measure("hours", "activity"),
        "recovery_rate": Measure("percent", "service", grows=False),
        "buyers_joy_rate": Measure("percent", "service", grows=False),
        "first_response": Measure("hours", "service", grows=False, direction="down"),
        "resolution": Measure("hours", "service", grows=False, direction="down"),
    }
)
"""Every measure the program knows (chapter 4); of any other, and of `nps` with few answers, people tell."""

TOPICS: Final[Mapping[tuple[str, Unit], str]] = MappingProxyType(
    {
        ("orders", "count"): "orders",
        ("orders", "kr"): "order_value",
        ("margin", "kr"): "contribution_margin",
        ("additional", "kr"): "additional_value",
        ("additional", "percent"): "additional_share",
        ("repurchase", "percent"): "repurchase_rate",
        ("retention", "percent"): "retention",
        ("new_customers", "count"): "new_customers",
        ("offers", "count"): "offers",
        ("offers", "kr"): "offer_value",
        ("hits", "percent"): "hit_rate",
        ("own_sales", "percent"): "own_sale_share",
        ("calls", "count"): "attempts",
        ("meetings", "count"): "meetings",
        ("market", "percent"): "market_share",
        ("nps", "points"): "nps",
        ("satisfied", "percent"): "recovery_rate",
        ("buyers_joy", "percent"): "buyers_joy_rate",
        ("response", "hours"): "first_response",
    }
)
"""What words of a goal's title mean together with its unit; the words themselves are data (`words.toml`)."""


def unit_of(topics: tuple[str, ...]) -> Unit | None:
    """Return the unit of the first topic that is told in one only: «NPS 30» are points; None where none says it."""
    for topic in topics:
        units = {unit for about, unit in TOPICS if about == topic}
        if len(units) == 1:
            return units.pop()
    return None


def measure_of(topics: tuple[str, ...], unit: Unit) -> str | None:
    """Return the measure that the topics of a title ask for; kroner without one are order intake."""
    found = (TOPICS[topic, unit] for topic in topics if (topic, unit) in TOPICS)
    return next(found, "order_value" if unit == "kr" else None)
