"""A typed line with the part that could not be read pointed out beneath it."""

from salgsplan_tui.language.safe import safe_line, width


def pointed(line: str, at: tuple[int, int] | None) -> list[str]:
    """Return the line and, under it, a row of marks below the half-open span of characters."""
    if at is None or not line:
        return []
    start, end = at
    before, part = safe_line(line[:start]), safe_line(line[start:end])
    return [f"  {safe_line(line)}", f"  {' ' * width(before)}{'^' * max(1, width(part))}"]
