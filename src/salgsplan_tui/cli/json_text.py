"""A JSON document as text: one line for each key and for each item of a list, harmless on any terminal."""

import json
import re
from collections.abc import Mapping
from typing import Final

_UNSAFE: Final = re.compile("[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
"""Control characters and marks that turn or hide text; JSON itself escapes only those below a space."""


def dumped(document: Mapping[str, object], encoding: str) -> str:
    """Return the document as text that this encoding can write."""
    to_ascii = encoding.lower().replace("-", "") != "utf8"
    pairs = (f"{json.dumps(key)}: {_value(value, to_ascii=to_ascii)}" for key, value in document.items())
    text = "{\n  " + ",\n  ".join(pairs) + "\n}\n"
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _value(value: object, *, to_ascii: bool) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        # Each by itself: the standard library indents in slow Python, and a line is easier to compare.
        return "[\n    " + ",\n    ".join(json.dumps(item, ensure_ascii=to_ascii) for item in value) + "\n  ]"
    return json.dumps(value, ensure_ascii=to_ascii)
