"""Of thousands of lines only those are written that are looked at, and the cursor walks them as any others."""

from textual.app import App, ComposeResult

from salgsplan_tui.tui.lines import Line, LinesAsSeen, Part, Target
from salgsplan_tui.tui.widgets.line_list import LineList
from tests.tui.keys import press_fast, settle

MANY = 20_000


def lines(written: list[int]) -> LinesAsSeen:
    targets = [Target("customer", f"k{number}") for number in range(MANY)]

    def write(number: int) -> Line:
        written.append(number)
        return Line((Part(f"line {number}"),), target=targets[number])

    return LinesAsSeen(targets, write)


class Shown(App[None]):
    """An app with one list."""

    def compose(self) -> ComposeResult:
        """Show the list."""
        yield LineList()


async def test_only_a_screenful_is_written_wherever_the_cursor_goes() -> None:
    written: list[int] = []
    async with Shown().run_test(size=(40, 10)) as pilot:
        found = pilot.app.query_one(LineList)
        found.focus()
        found.show(lines(written))
        await settle(pilot)
        await press_fast(pilot, "down", "down")
        assert found.target == Target("customer", "k2")
        await press_fast(pilot, "end", "up")
        assert found.target == Target("customer", f"k{MANY - 2}")
        found.go_to(Target("customer", "k500"))
        await settle(pilot)
        assert found.cursor == 500
        assert len(written) < 60
        found.show(lines(written))
        assert found.target == Target("customer", "k500"), "the cursor stays on its row"


def test_they_are_lines_like_others() -> None:
    written: list[int] = []
    some = lines(written)
    assert (len(some), some[1].left[0].text, some[-1].left[0].text) == (MANY, "line 1", f"line {MANY - 1}")
    assert [line.left[0].text for line in some[2:4]] == ["line 2", "line 3"]
    assert some[1] is some[1]
    assert written == [1, MANY - 1, 2, 3]
    assert len(list(some)) == MANY
