"""The text of a file that another program wrote, in whichever encoding; a bad byte spoils its own line only."""

import re
from typing import Final

from salgsplan_tui.domain.errors import NotUnderstoodError

MOST_BYTES: Final = 64 * 1024 * 1024
"""More is no list of contacts."""
BAD: Final = re.compile("[\udc80-\udcff]")
"""What stands in a text where a byte could not be read."""

_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


def text_of(data: bytes) -> str:
    """Return the text: UTF-16 where it says so, UTF-8 where most of its lines are, else Windows-1252.

    Raises:
        NotUnderstoodError: `import_too_large`, or `import_not_text`.
    """
    if len(data) > MOST_BYTES:
        raise NotUnderstoodError("import_too_large", most=MOST_BYTES // (1024 * 1024))
    if data[:2] in _UTF_16:
        return _utf_16(data)
    if b"\0" in data:
        raise NotUnderstoodError("import_not_text")
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="surrogateescape")
    lines = [line for line in text.splitlines() if not line.isascii()]
    spoilt = sum(BAD.search(line) is not None for line in lines)
    return text if spoilt * 2 <= len(lines) and (spoilt < len(lines) or not lines) else _cp1252(data)


def _utf_16(data: bytes) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise NotUnderstoodError("import_not_text") from error


def _cp1252(data: bytes) -> str:
    # Five bytes mean nothing there; each is marked as what could not be read.
    return (
        "".join(
            chr(0xDC00 + byte) if byte in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else bytes((byte,)).decode("cp1252")
            for byte in data
        )
        if re.search(rb"[\x81\x8d\x8f\x90\x9d]", data)
        else data.decode("cp1252")
    )
