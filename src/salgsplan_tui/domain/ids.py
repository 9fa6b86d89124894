"""Ids: ten characters of Crockford's alphabet, which has no letters that are taken for figures."""

from typing import Final

ID_BITS: Final = 50
"""The bits that ten characters hold."""

_ALPHABET: Final = "0123456789abcdefghjkmnpqrstvwxyz"


def id_of(number: int) -> str:
    """Return the id of a number of `ID_BITS` bits."""
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(ID_BITS - 5, -1, -5))
