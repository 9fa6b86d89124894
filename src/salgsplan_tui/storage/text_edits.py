"""Edits of a TOML text whose every line ends in a line break: pairs in place, and whole sections in and out."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from salgsplan_tui.storage import emitter
from salgsplan_tui.storage.scanner import Pair, newline_of
from salgsplan_tui.storage.sections import Section


class Replacement(NamedTuple):
    """A span of the text, and what comes in its place."""

    start: int
    end: int
    text: str


def replaced(text: str, replacements: Iterable[Replacement]) -> str:
    """Return the text with every replacement made; those that begin and end alike go in as they come."""
    parts, position = [], 0
    for start, end, new in sorted(replacements, key=lambda one: one[:2]):
        parts += [text[position:start], new]
        position = end
    return "".join([*parts, text[position:]])


def with_section(text: str, at: int, section: str) -> str:
    """Return the text with a section put in at the beginning of a line, and a blank line between it and its neighbours.

    Between neighbours without a blank line it gets one below only, so that `without_sections` gives back what was.
    """
    newline = newline_of(text)
    section = section.strip("\r\n").replace("\r\n", "\n").replace("\n", newline) + newline
    before, after = text[:at], text[at:]
    if not text:
        return section
    if before and not _first_line(after).strip():
        return before + newline + section + after
    return before + section + newline + after


def without_sections(text: str, parts: Sequence[Section]) -> str:
    """Return the text without the sections, and without one of the blank lines around those that stand together."""
    spans: list[tuple[int, int]] = []
    for part in parts:
        follows = bool(spans) and not text[spans[-1][1] : part.start].strip()
        start = spans.pop()[0] if follows else part.start
        spans.append((start, part.end))
    for start, end in reversed(spans):
        text = _without_section(text, start, end)
    return text


def end_of_content(text: str) -> int:
    """Return where the blank lines at the end of the text begin."""
    content = text.rstrip(" \t\r\n")
    return text.index("\n", len(content)) + 1 if content else 0


def pair_edits(section: Section, changed: Mapping[str, object], order: Sequence[str]) -> list[Replacement]:
    """Return what sets, adds and (where None) takes out keys of the section.

    A new key stands after the nearest one before it in `order`; one that `order` does not name stands last.
    """
    present = section.pairs
    edits: list[Replacement] = []
    added: list[str] = []
    for name, item in changed.items():
        own = [pair for pair in present if pair.path[0] == name]
        if item is None:
            edits += [Replacement(pair.start, pair.end, "") for pair in own]
        elif own:
            edits.append(_set(section, own[0], name, item))
            edits += [Replacement(pair.start, pair.end, "") for pair in own[1:]]  # the other keys of a dotted one
        else:
            added.append(name)
    for name in sorted(added, key=lambda name: order.index(name) if name in order else len(order)):
        edits.append(_add(section, present, name, changed[name], order))
    return edits


def _without_section(text: str, start: int, end: int) -> str:
    """Return the text without the section's lines, and without one of the blank lines around it."""
    newline = newline_of(text)
    before, after = text[:start], text[end:]
    above, below = _last_line(before), _first_line(after)
    blank_above, blank_below = bool(above) and not above.strip(), bool(below) and not below.strip()
    # The blank line that `with_section` made is bare; one with spaces in it is somebody's own, and goes only if alone.
    if blank_below and (below == newline or not (blank_above and above == newline)):
        return before + after.removeprefix(below)
    if blank_above and (blank_below or not below):
        return before.removesuffix(above) + after
    return before + after


def _set(section: Section, pair: Pair, name: str, item: object) -> Replacement:
    newline = newline_of(section.text)
    if pair.path == (name,):
        new = emitter.value(item, pair.value_start - pair.start).replace("\n", newline)
        return Replacement(pair.value_start, pair.value_end, new)
    return Replacement(pair.key_start, pair.value_end, emitter.pair(name, item).replace("\n", newline))


def _add(section: Section, present: Sequence[Pair], name: str, item: object, order: Sequence[str]) -> Replacement:
    above = present[-1:]
    if name in order:
        before = order[: order.index(name)]
        ranked = [pair for pair in present if pair.path[0] in before]
        above = sorted(ranked, key=lambda pair: before.index(pair.path[0]))[-1:]
    beside = (*above, *present)[:1]
    indent = "".join(section.text[pair.start : pair.key_start] for pair in beside)
    at = above[0].end if above else section.body
    newline = newline_of(section.text)
    return Replacement(at, at, indent + emitter.pair(name, item).replace("\n", newline) + newline)


def _first_line(text: str) -> str:
    return text[: text.find("\n") + 1]


def _last_line(text: str) -> str:
    return text[text.rfind("\n", 0, -1) + 1 :]
