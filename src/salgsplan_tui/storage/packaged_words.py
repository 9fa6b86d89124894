"""Reads the words of quick add that come with the program."""

from dataclasses import fields

import tomli

from salgsplan_tui.domain.quick_add.words import Phrases, Words
from salgsplan_tui.storage.packaged import FOLDER


def words() -> Words:
    """Return the words of quick add in both languages."""
    tables = tomli.loads((FOLDER / "words.toml").read_text("utf-8"))
    phrases = {
        field.name: Phrases.of(tables[field.name.removesuffix("_")]) for field in fields(Words) if field.type == Phrases
    }
    spellings = frozenset(form for forms in tables["legal_forms"].values() for form in forms)
    return Words(**phrases, legal_spellings=spellings)
