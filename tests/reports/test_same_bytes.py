"""The same data and day give the same bytes, wherever and by whomever a document is written: every kind and format."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from salgsplan_tui.domain.reports.table import KINDS
from salgsplan_tui.language import LANGUAGES
from salgsplan_tui.reports.formats import FORMATS

ROOT = Path(__file__).parents[2]
PLACES = {
    "Norway": {"LANG": "nb_NO.UTF-8", "LC_ALL": "nb_NO.UTF-8", "TZ": "Europe/Oslo", "TERM": "xterm-256color"},
    "Kiritimati": {"LANG": "C", "LC_ALL": "C", "TZ": "Pacific/Kiritimati", "TERM": "dumb", "PYTHONUTF8": "0"},
    "Honolulu": {"LANGUAGE": "de:en", "LC_ALL": "en_US.ISO-8859-1", "TZ": "Pacific/Honolulu", "COLUMNS": "200"},
}
"""Languages, time zones, terminals; the clock of Kiritimati is a day ahead of that of Honolulu."""


@pytest.fixture(name="digests", scope="module")
def _digests(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """Return what each document comes to in each place, with another order of everything that is hashed."""
    usual = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    running = {}
    for seed, (place, settings) in enumerate(PLACES.items()):
        home = tmp_path_factory.mktemp(place)
        told = usual | settings | {"PYTHONHASHSEED": str(seed), "HOME": str(home), "TMPDIR": str(home)}
        command = [sys.executable, "-m", "tests.reports.digests"]
        running[place] = subprocess.Popen(command, cwd=ROOT, env=told, stdout=subprocess.PIPE)  # noqa: S603  # our own
    return {place: json.loads(process.communicate()[0]) for place, process in running.items()}


def test_every_document_has_the_same_bytes_everywhere(digests: dict[str, dict[str, str]]) -> None:
    norway, *others = digests.values()
    assert len(norway) == len(KINDS) * len(LANGUAGES) * (len(FORMATS) + 2)
    for other in others:
        assert [name for name in norway if norway[name] != other[name]] == []


def test_no_two_documents_are_the_same(digests: dict[str, dict[str, str]]) -> None:
    told = {name: digest for name, digest in digests["Norway"].items() if "json" not in name and "programs" not in name}
    assert len(set(told.values())) == len(told)
