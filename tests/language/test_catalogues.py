"""Nothing that people read is left untranslated, and the catalogue holds nothing that nobody says."""

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import read_mo
from babel.messages.pofile import normalize, read_po

import salgsplan_tui

_SOURCE: Final = Path(salgsplan_tui.__file__).parent
_PO: Final = _SOURCE / "language/nb.po"
_MO: Final = _SOURCE / "language/locale/nb/LC_MESSAGES/salgsplan.mo"
_MARKERS: Final = {"_", "N_", "ngettext", "pgettext"}

_ENTRY: Final = re.compile(r'^(?:msgctxt ((?:".*"\n)+))?msgid ((?:".*"\n)+)', re.MULTILINE)
_AVOIDED: Final = re.compile(
    r"\b(budsjett|avtale|merkekjøp|kjøpeglede|pipeline|lead)(e?[nt]|e?ne|r|er|s)?\b", re.IGNORECASE
)
"""Chapter 2's words to avoid; within a longer word, such as «kostnadsbudsjett», they are fine."""
_NORWEGIAN: Final = re.compile(r"[æøåÆØÅ]|\b(og|ikke|uke|dag|flytt|avlys|kunder?|aktivitet|det|til|fra|som|har|på)\b")

Key = tuple[str | None, tuple[str, ...]]
"""A text's context, and its words; those for one and those for many where there are two."""


@cache
def _said() -> tuple[Key, ...]:
    """Return every text in the source once, in the order of the files."""
    texts: dict[Key, None] = {}
    for path in sorted(_SOURCE.rglob("*.py")):
        with path.open("rb") as file:
            for _line, words, _comments, context in extract("python", file, DEFAULT_KEYWORDS):
                texts[context, _parts(words)] = None
    return tuple(texts)


@cache
def _catalogue() -> Catalog:
    with _PO.open("rb") as file:
        return read_po(file, locale="nb")


def _messages() -> dict[Key, Message]:
    return {(message.context, _parts(message.id)): message for message in _catalogue() if message.id}


def _parts(words: str | Iterable[str | None] | None) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(word for word in words or () if word)


def _placeholders(text: str) -> set[str]:
    fields = Formatter().parse(text)
    return {f"{name}:{form}" if form else name for _text, name, form, _conversion in fields if name is not None}


def _stanza(key: Key) -> str:
    """Return an entry for the catalogue, ready to be pasted and filled in."""
    context, words = key
    lines = [f"msgctxt {normalize(context)}"] if context else []
    lines += [f"{name} {normalize(word)}" for name, word in zip(("msgid", "msgid_plural"), words, strict=False)]
    lines += ['msgstr ""'] if len(words) == 1 else ['msgstr[0] ""', 'msgstr[1] ""']
    return "\n".join((*lines, ""))


def _report(keys: Iterable[Key]) -> str:
    return "\n" + "\n".join(map(_stanza, keys))


def test_every_text_in_the_source_is_in_the_catalogue() -> None:
    missing = [key for key in _said() if key not in _messages()]
    assert not missing, f"append these to language/nb.po:\n{_report(missing)}"


def test_every_text_in_the_catalogue_is_said_in_the_source() -> None:
    unused = [key for key in _messages() if key not in _said()]
    assert not unused, f"nobody says these, take them out of language/nb.po:\n{_report(unused)}"
    assert not _catalogue().obsolete


def test_every_text_is_translated_and_nothing_is_left_to_doubt() -> None:
    empty = [key for key, message in _messages().items() if not all(_parts(message.string)) or message.fuzzy]
    halves = [key for key, message in _messages().items() if len(_parts(message.string)) != len(key[1])]
    assert not empty + halves, _report(empty + halves)


def test_no_translation_is_the_english_sentence_itself() -> None:
    copied = [key for key, message in _messages().items() if message.string == message.id and key[1][0].count(" ") > 1]
    assert not copied, _report(copied)


def test_a_translation_has_the_placeholders_of_its_text() -> None:
    for (_context, words), message in _messages().items():
        for word, string in zip(words, _parts(message.string), strict=True):
            # One of something may be told without its number, in either language.
            allowed = [_placeholders(word)] + ([_placeholders(words[-1])] if word == words[0] else [])
            assert _placeholders(string) in allowed, f"{string!r} should have {allowed}"


def test_a_translation_begins_and_ends_with_the_spaces_of_its_text() -> None:
    for (_context, words), message in _messages().items():
        for word, string in zip(words, _parts(message.string), strict=True):
            assert word.replace(word.strip(), "x") == string.replace(string.strip(), "x"), repr(string)


def test_no_text_stands_twice_in_the_catalogue() -> None:
    entries = Counter(_ENTRY.findall(_PO.read_text("utf-8")))
    assert [entry for entry, count in entries.items() if count > 1] == []
    assert len(entries) == len(_messages()) + 1  # the header


def test_the_words_to_avoid_are_in_no_translation() -> None:
    strings = [string for message in _messages().values() for string in _parts(message.string)]
    assert [string for string in strings if _AVOIDED.search(string)] == []
    assert [string for string in strings if set(string) & set("“”")] == [], "Norwegian quotes are «»"


def test_the_source_texts_are_english() -> None:
    assert [words for _context, words in _said() if any(map(_NORWEGIAN.search, words))] == []


def test_a_text_is_written_out_where_it_is_marked() -> None:
    lost = [where for path in sorted(_SOURCE.rglob("*.py")) for where in _texts_that_are_not_found(path)]
    assert lost == [], "the catalogue knows no f-string, sum or nothing at all: use {placeholders} and .format()"


def _texts_that_are_not_found(path: Path) -> Iterator[str]:
    for call in ast.walk(ast.parse(path.read_bytes(), str(path))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in _MARKERS:
            texts = call.args[:2]
            yield from (f"{path.relative_to(_SOURCE)}:{call.lineno}" for each in texts if not _can_be_found(each))


def _can_be_found(text: ast.expr) -> bool:
    match text:
        case ast.JoinedStr() | ast.BinOp() | ast.Constant(value="") | ast.Call(func=ast.Attribute(attr="format")):
            return False
    return True


def test_the_compiled_catalogue_says_what_the_text_file_says() -> None:
    assert _MO.exists(), "compile it: python hatch_build.py"
    with _MO.open("rb") as file:
        compiled = {(each.context, _parts(each.id)): _parts(each.string) for each in read_mo(file) if each.id}
    assert compiled == {key: _parts(message.string) for key, message in _messages().items()}, "python hatch_build.py"
