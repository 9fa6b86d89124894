"""What the person chose with the common options, and the words that have to be known before all others."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from salgsplan_tui.language import N_, Language


@dataclass
class Options:
    """What the person chose with the common options; None where nothing was said."""

    home: str | None = None
    lang: Language | None = None
    today: dt.datetime | None = None
    json: bool = False
    no_color: bool = False
    yes: bool = False
    dry_run: bool = False
    width: int | None = None

    def look_ahead(self, words: Sequence[str]) -> None:
        """Find language, folder and width before the words are read, so that mistakes and help are told as wanted."""
        for index, word in enumerate(words):
            name, equals, value = word.partition("=")
            given = value if equals else "".join(words[index + 1 : index + 2])
            if name == "--home" and given:
                self.home = given
            elif name == "--width" and given.isdecimal():
                self.width = int(given)
            elif name == "--lang":
                from salgsplan_tui.language.choosing import language_named  # noqa: PLC0415  # few ask for one

                self.lang = language_named(given)


def moment(text: str) -> dt.datetime:
    """Read "2027-02-17" or "2027-02-17T08:00" as the person's local time.

    Raises:
        MisuseError: it is neither.
    """
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is not None:
        from salgsplan_tui.cli.misuse import MisuseError  # noqa: PLC0415  # it loads click

        raise MisuseError(N_("“{value}” is no date such as 2027-02-17 or 2027-02-17T08:00."), value=text)
    return found
