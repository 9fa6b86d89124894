"""Offers followed up in time: the customer was spoken with in the week after the offer went out (S35, chapter 6.3)."""

import datetime as dt
from collections.abc import Iterator
from typing import Final, NamedTuple

from salgsplan_tui.domain.activity import Activity, Outcome
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.loyalty import Share, share
from salgsplan_tui.domain.sales import Offer

FOLLOW_UP_DAYS: Final = 7
"""So many days after an offer was sent it is to be followed up; older ones are told as waiting in the review."""
_UNREACHED: Final = frozenset({Outcome.NO_ANSWER, Outcome.CALL_BACK, Outcome.WRONG_PERSON})
_ONE_TO_ONE: Final = "one_to_one"
_TO_ONE: Final = "one"
"""The type of an e-mail or text message to one person."""


class FollowedOffer(NamedTuple):
    """An offer whose days are over, and what followed it up in them, if anything did."""

    offer: Offer
    row: Activity | None


def offers_to_follow(basis: Basis) -> Iterator[FollowedOffer]:
    """Yield the offers sent in the period whose seven days were over in it by the day.

    One that the customer decided on before that needed no following up.
    """
    known = basis.known
    for offer in basis.offers:
        if offer.sent is None:
            continue
        last = offer.sent + dt.timedelta(days=FOLLOW_UP_DAYS)
        is_settled = offer.decided is not None and offer.decided <= last
        if last in known and not is_settled:
            found = (row for row in basis.done if _follows_up(basis, row, offer, last))
            yield FollowedOffer(offer, next(found, None))


def followed_up(basis: Basis) -> Share:
    """Return how many of them were followed up, of how many."""
    found = tuple(offers_to_follow(basis))
    return share(sum(1 for each in found if each.row is not None), len(found))


def _follows_up(basis: Basis, row: Activity, offer: Offer, last: dt.date) -> bool:
    """Say whether the customer was met with, called or written to by name, and was there; a case is no follow-up."""
    if row.date is None or offer.sent is None or not offer.sent < row.date <= last:
        return False
    channels = basis.plan.channels
    channel, kind = channels.channel(row.channel), channels.type(row.channel, row.type)
    is_to_one = channel is not None and (channel.form == _ONE_TO_ONE or (kind is not None and kind.code == _TO_ONE))
    is_theirs = offer.customer in row.customers and row.kind == "customer"
    return is_to_one and is_theirs and row.outcome not in _UNREACHED
