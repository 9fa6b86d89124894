"""The list of lines: the cursor stands on rows, marks survive, long text is cut, the mouse chooses."""

from rich.style import Style
from textual.app import App, ComposeResult
from textual.strip import Strip

from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.widgets.drawn_lines import draw
from salgsplan_tui.tui.widgets.line_list import LineList
from tests.tui.keys import press_fast, settle


def heading(text: str) -> Line:
    return Line((Part(f"── {text} ", "heading"),), rule=True)


def row(name: str, right: str = "") -> Line:
    return Line((Part(name),), (Part(right),) if right else (), Target("activity", name))


LINES = (heading("one"), row("a"), row("b"), heading("two"), row("c", "1 t"), row("c"), row("d"))


class ListApp(App[None]):
    """A list, and what it said."""

    def __init__(self, lines: tuple[Line, ...] = LINES) -> None:
        super().__init__()
        self.lines = lines
        self.said: list[str] = []

    def compose(self) -> ComposeResult:
        yield LineList(id="list")

    def on_mount(self) -> None:
        self.query_one(LineList).show(self.lines)
        self.query_one(LineList).focus()

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        self.said.append(f"chosen {message.target.id}")

    @property
    def at(self) -> str | None:
        target = self.query_one(LineList).target
        return None if target is None else target.id


async def test_the_cursor_skips_headings_and_the_later_lines_of_a_row() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 10)) as pilot:
        await settle(pilot)
        places = [app.at]
        for key in ("down", "j", "j", "down", "k", "up"):
            await press_fast(pilot, key)
            places.append(app.at)
        assert places == ["a", "b", "c", "d", "d", "c", "b"]


async def test_first_and_last_have_keys_and_one_g_alone_does_nothing() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 10)) as pilot:
        await press_fast(pilot, "G")
        assert app.at == "d"
        await press_fast(pilot, "g", "k")
        assert app.at == "c"
        await press_fast(pilot, "g")
        assert app.at == "c"
        await press_fast(pilot, "g")
        assert app.at == "a"


async def test_the_cursor_stays_on_its_row_when_the_list_changes_and_moves_on_when_it_is_gone() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 10)) as pilot:
        shown = app.query_one(LineList)
        await press_fast(pilot, "j", "j")
        shown.show((row("x"), *LINES))
        assert app.at == "c"
        shown.show((heading("one"), row("a"), row("b"), heading("two"), row("d")))
        assert app.at == "d"
        shown.show((heading("nothing"),))
        assert app.at is None
        await press_fast(pilot, "j", "G", "g", "g")
        assert app.at is None


async def test_a_long_list_scrolls_with_the_cursor() -> None:
    app = ListApp(tuple(row(f"r{number:02}") for number in range(50)))
    async with app.run_test(size=(40, 10)) as pilot:
        await press_fast(pilot, *("j",) * 30)
        shown = app.query_one(LineList)
        assert app.at == "r30"
        assert shown.scroll_offset.y <= 30 < shown.scroll_offset.y + 10
        await press_fast(pilot, "g", "g")
        assert shown.scroll_offset.y == 0


async def test_a_click_selects_and_a_double_click_chooses() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.click(LineList, offset=(3, 5))
        assert app.at == "c"
        await pilot.click(LineList, offset=(3, 6), times=2)
        assert app.said[-1] == "chosen d"
        await pilot.click(LineList, offset=(3, 0))
        assert app.at == "d"


async def test_a_cursor_key_paints_two_lines_and_not_the_screen() -> None:
    app = ListApp(tuple(row(f"r{number:02}") for number in range(20)))
    async with app.run_test(size=(40, 24)) as pilot:
        await settle(pilot)
        shown, painted = app.query_one(LineList), list[int]()
        original = shown.render_line

        def render_line(y: int) -> Strip:
            painted.append(y)
            return original(y)

        shown.render_line = render_line  # type: ignore[method-assign]  # to see what is painted
        await press_fast(pilot, "j")
        assert set(painted) == {0, 1}


def test_the_left_is_cut_where_it_would_meet_the_right() -> None:
    line = Line((Part("Ring Bjørkely: svar på tilbud"),), (Part("30 m"),))
    assert draw(line, 20, lambda _: Style()).text == "Ring Bjørkely:… 30 m"
    assert draw(line, 40, lambda _: Style()).text == "Ring Bjørkely: svar på tilbud       30 m"


def test_every_line_is_exactly_as_wide_as_the_screen_also_with_wide_signs() -> None:
    for text in ("📞 Ring 漢字", "e\u0301" * 30, "", "👩‍👩‍👧 familie", "x" * 5000):
        for width in (1, 2, 10, 33, 80):
            assert draw(Line((Part(text),), (Part("1 t"),)), width, lambda _: Style()).cell_length == width
            assert draw(Line((Part(text),), rule=True), width, lambda _: Style()).cell_length == width


async def test_other_lines_lay_out_the_screen_only_where_a_scroll_bar_comes_or_goes() -> None:
    app, layouts = ListApp(LINES[:4]), []

    async with app.run_test(size=(40, 6)) as pilot:
        await settle(pilot)
        lines = app.query_one(LineList)
        app.screen.screen_layout_refresh_signal.subscribe(app.screen, lambda _screen: layouts.append(len(lines.lines)))
        lines.show(LINES[:6])
        await settle(pilot)
        assert (layouts, lines.render_line(4).text.split()) == ([], ["c", "1", "t"])
        lines.show((*LINES, row("e"), row("f")))
        await settle(pilot)
        assert layouts
        layouts.clear()
        await press_fast(pilot, "end")
        assert lines.scroll_offset.y == 3
        lines.show(LINES)
        await settle(pilot)
        assert (layouts, lines.scroll_offset.y, lines.vertical_scrollbar.window_virtual_size) == ([], 1, 7)


async def test_the_same_lines_are_not_painted_again() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 10)) as pilot:
        await settle(pilot)
        lines = app.query_one(LineList)
        drawn = lines.render_lines(lines.size.region)
        lines.show(LINES)
        await settle(pilot)
        assert all(one is other for one, other in zip(drawn, lines.render_lines(lines.size.region), strict=True))
        lines.show(LINES, at=Target("activity", "c"))
        assert app.at == "c"
        again = lines.render_lines(lines.size.region)
        assert [line for line in range(10) if again[line] is not drawn[line]] == [1, 4]
