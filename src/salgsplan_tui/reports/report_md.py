"""A report as Markdown: text from the plan is nothing but text."""

from collections.abc import Iterable, Iterator

from salgsplan_tui.language import _
from salgsplan_tui.reports.inert import md_text
from salgsplan_tui.reports.page import Grid, Page, Pairs, Part, Picture, Sentences


def report_md(page: Page) -> str:
    """Return the whole report."""
    parts = [f"# {md_text(page.title)}", md_text(page.about)]
    for section in page.sections:
        parts.append(f"## {section.number}. {md_text(section.title)}")
        parts += [text for part in section.parts for text in _part(part)]
    parts.append("---")
    parts.append(_list(page.notes))
    if page.definitions:
        parts.append(f"**{md_text(_('How it is counted'))}**")
        parts.append("\n".join(f"- {md_text(name)}: {md_text(how)}" for name, how in page.definitions))
    return "\n\n".join(parts) + "\n"


def _part(part: Part) -> Iterator[str]:
    note = f" · {part.note}" if isinstance(part, Pairs | Grid) and part.note else ""
    if part.title or note:
        yield f"**{md_text((part.title + note).removeprefix(' · '))}**"
    match part:
        case Pairs():
            yield "\n".join(f"- {md_text(name)}: {md_text(value)}" for name, value in part.rows)
        case Grid():
            rule = "|" + "|".join("--:" if right else "---" for right in part.right) + "|"
            yield "\n".join([_row(part.columns), rule, *map(_row, part.rows)])
        case Sentences():
            yield md_text(" · ".join(part.lines)) if part.in_one else _list(part.lines)
        case Picture():
            yield "\n".join(f"- {md_text(bar.label)}: {md_text(bar.text)}" for bar in part.bars)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(md_text, cells))} |"


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {md_text(line)}" for line in lines)
