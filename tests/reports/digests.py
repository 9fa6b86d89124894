"""Writes every kind of report in every format and language, and prints what each comes to; a program of its own."""

import json
import sys
from hashlib import sha256

from salgsplan_tui.domain.reports.table import KINDS
from salgsplan_tui.domain.settings import Recipient
from salgsplan_tui.language import LANGUAGES, speaking
from salgsplan_tui.reports.formats import FORMATS, Job, written
from salgsplan_tui.reports.mail import Attachment, draft
from salgsplan_tui.reports.page import page_of
from tests.domain.reports.made import WAGES, made
from tests.sample import sample_plan


def main() -> None:
    """Print the SHA-256 of each document by kind, language and format."""
    leader, channels = Recipient(name="Rune Kvistad", email="rune@tindeluft.example"), sample_plan().channels
    found: dict[str, str] = {}
    for kind in KINDS:
        report = made(kind, wages=WAGES)
        for language in LANGUAGES:
            with speaking(language):
                data = {form: written(form, Job(report, channels)) for form in FORMATS}
                data["csv for programs"] = written("csv", Job(report, channels, for_programs=True))
                attached = Attachment("rapport.pdf", FORMATS["pdf"].media, data["pdf"])
                data["eml"] = draft(page_of(report, channels), [leader], attached)
            found |= {f"{kind} {language} {form}": sha256(each).hexdigest() for form, each in data.items()}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
