"""What tells that two entries are the same person or firm: e-mail address, telephone number, organisation number.

Of a person who was forgotten only hashes of these are kept (chapter 7.5). A hash with a known salt hides an address
from whoever looks at the file, not from somebody who tries all telephone numbers there are.
"""

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Final

from salgsplan_tui.domain.customers import Contact, Customer
from salgsplan_tui.domain.fold import fold

_PHONE_DIGITS: Final = 8
_ORG_DIGITS: Final = 9
_HASH_BYTES: Final = 16
_SHARED: Final = frozenset(
    {
        *("post", "firmapost", "postmottak", "info", "kontakt", "contact", "mail", "epost", "hei", "hello"),
        *("office", "kontor", "admin", "administrasjon", "resepsjon", "reception", "redaksjon", "butikk"),
        *("salg", "sales", "order", "ordre", "bestilling", "booking", "service", "support", "kundeservice"),
    }
)
"""What stands before the @ of an address that a firm shares."""


def email_key(email: str | None) -> str | None:
    """Return an e-mail address as it is compared, or None where it is none."""
    plain = (email or "").strip().casefold()
    name, at, host = plain.partition("@")
    return plain if name and at and "." in host and not any(sign.isspace() for sign in plain) else None


def is_shared(email: str | None) -> bool:
    """Say whether an e-mail address is likely a firm's own and not one person's: post@, info@."""
    return fold((email or "").partition("@")[0]).strip() in _SHARED


def phone_key(phone: str | None) -> str | None:
    """Return the last eight digits of a telephone number, or None where it has fewer."""
    digits = re.sub(r"\D", "", phone or "")
    return digits[-_PHONE_DIGITS:] if len(digits) >= _PHONE_DIGITS else None


def org_key(number: str | None) -> str | None:
    """Return the nine digits of an organisation number, or None where it is none."""
    digits = re.sub(r"\D", "", number or "")
    return digits if len(digits) == _ORG_DIGITS else None


def name_key(name: str) -> str:
    """Return a name as it is compared: folded, its words in order, without what stands between them."""
    return " ".join(re.findall(r"\w+", fold(name)))


def hashed(key: str, salt: str) -> str:
    """Return the hash of a key."""
    return blake2b(key.encode(), key=salt.encode()[:64], digest_size=_HASH_BYTES).hexdigest()


def stop_keys(contact: Contact, salt: str) -> tuple[str, ...]:
    """Return the hashes by which a forgotten person is known again."""
    keys = (email_key(contact.email), phone_key(contact.phone))
    return tuple(hashed(key, salt) for key in keys if key is not None)


def is_stopped(keys: Iterable[str | None], stops: Iterable[tuple[str, frozenset[str]]]) -> bool:
    """Say whether one of these keys belongs to somebody who was forgotten; `stops` are hashes by their salt."""
    known = [key for key in keys if key is not None]
    return any(hashed(key, salt) in hashes for salt, hashes in stops for key in known)


def stops_of(customers: Iterable[Customer]) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the hashes of all who were forgotten, by salt."""
    found: dict[str, set[str]] = {}
    for stop in (each.stop for customer in customers for each in customer.contacts):
        if stop is not None:
            found.setdefault(stop.salt, set()).update(stop.keys)
    return tuple((salt, frozenset(hashes)) for salt, hashes in found.items())


def keys_of(contact: Contact) -> Iterator[str]:
    """Yield the keys of a contact that are one person's alone."""
    email = email_key(contact.email)
    if email is not None and contact.address_kind == "personal" and not is_shared(email):
        yield email
    if (phone := phone_key(contact.phone)) is not None:
        yield phone
