"""The hint bar shows the keys of the moment on one line, and a click presses them."""

from collections.abc import Iterator
from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Label

from salgsplan_tui.language import set_language
from salgsplan_tui.tui.screens import PlannerScreen
from salgsplan_tui.tui.widgets.hint_bar import HintBar
from tests.tui.keys import AnyPilot, press_fast, settle


class Day(PlannerScreen[None]):
    """A screen with keys near and far, one of them not usable now."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "note('new')", "Submit"),
        Binding("d,enter", "note('done')", "Select"),
        Binding("x", "cancel", "Select all"),
        Binding("z", "note('hidden')", "Top", show=False),
        Binding("question_mark", "note('help')", "Show menu", id="help"),
    ]

    def compose(self) -> ComposeResult:
        """Show what was pressed, a field and the bar."""
        yield Label("", id="pressed")
        yield Input()
        yield HintBar(always={"help"})

    def action_note(self, what: str) -> None:
        """Show what was pressed."""
        self.query_one("#pressed", Label).update(what)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse to cancel."""
        del parameters
        return None if action == "cancel" else True


class Planner(App[None]):
    """An app that shows the day."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", "Quit", show=False)]

    def on_mount(self) -> None:
        """Show it."""
        self.push_screen(Day())


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Speak English in each test."""
    set_language("en")
    yield
    set_language("nb")


def shown(pilot: AnyPilot) -> str:
    """What the bar shows now."""
    return str(pilot.app.screen.query_one(HintBar).render())


def pressed(pilot: AnyPilot) -> str:
    """What the screen was told."""
    return str(pilot.app.screen.query_one("#pressed", Label).content)


async def test_one_hint_an_action_in_the_order_of_the_keys() -> None:
    async with Planner().run_test() as pilot:
        await settle(pilot)
        assert shown(pilot) == "a Submit  d Select  x Select all  ? Show menu"


@pytest.mark.parametrize(
    ("width", "text"),
    [
        (47, "a Submit  d Select  x Select all  ? Show menu"),
        (46, "a Submit  d Select  ? Show menu"),
        (32, "a Submit  ? Show menu"),
        (20, "? Show menu"),
        (8, ""),
    ],
)
async def test_too_narrow_a_bar_leaves_out_the_far_ones_and_keeps_the_help(width: int, text: str) -> None:
    async with Planner().run_test(size=(width, 10)) as pilot:
        await settle(pilot)
        assert shown(pilot) == text
        assert pilot.app.screen.query_one(HintBar).size.height == 1


@pytest.mark.parametrize(
    ("width", "text"),
    [
        (34, "a Submit  d Select  x Select all\n? Show menu"),
        (33, "a Submit  d Select\nx Select all  ? Show menu"),
        (20, "a Submit  d Select\n? Show menu"),
        (8, ""),
    ],
)
async def test_a_bar_of_two_lines_fills_the_first_before_the_second_and_its_hints_are_clicked(
    width: int, text: str
) -> None:
    async with Planner().run_test(size=(width, 10)) as pilot:
        pilot.app.screen.query_one(HintBar).styles.height = 2
        await settle(pilot)
        assert shown(pilot) == text
        if text:
            await pilot.click(HintBar, offset=(1, 1))
            assert pressed(pilot) == ("help" if "\n?" in text else "")


async def test_keys_that_a_field_takes_are_no_hints_while_it_has_the_focus() -> None:
    async with Planner().run_test() as pilot:
        await press_fast(pilot, "tab")
        assert "a Submit" not in shown(pilot)


async def test_a_click_on_a_hint_presses_its_key() -> None:
    async with Planner().run_test() as pilot:
        await settle(pilot)
        await pilot.click(HintBar, offset=(13, 0))
        assert pressed(pilot) == "done"


async def test_a_hint_that_cannot_be_used_is_dim_and_does_nothing() -> None:
    async with Planner().run_test() as pilot:
        await settle(pilot)
        await pilot.click(HintBar, offset=(24, 0))
        assert pressed(pilot) == ""
        strip = pilot.app.screen.query_one(HintBar).render_line(0)
        assert [segment.text for segment in strip if segment.style and segment.style.dim] == ["x", " Select all"]


async def test_the_hints_change_with_the_language() -> None:
    async with Planner().run_test() as pilot:
        set_language("nb")
        pilot.app.screen.refresh_bindings()
        await settle(pilot)
        assert shown(pilot) == "a Send inn  d Velg  x Merk alt  ? Vis valgene"
