"""Moving a block along the hours of a week: arrows bring it somewhere, Enter keeps it, words reach the move dialog."""

import datetime as dt
from typing import Final

from textual import events

from salgsplan_tui.tui.grid_move import GridMove
from salgsplan_tui.tui.views.view import PlannerView
from salgsplan_tui.tui.widgets.week_grid import WeekGrid

_ARROWS: Final = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
"""The days and lines that each key moves a block."""


class MovingAlong(PlannerView):
    """A view over an hour grid whose blocks can be moved."""

    grid: WeekGrid
    moving: GridMove | None = None
    """The row that arrows move; nothing is changed before it is kept."""

    def turn_to(self, day: dt.date) -> None:
        """Stand on another day; what was being moved stays where it was."""
        super().turn_to(day)
        self.moving = None

    def watch_plan(self) -> None:
        """Draw what has changed; what was being moved stays where it is now."""
        self.moving = None
        super().watch_plan()

    def begin_move(self) -> bool:
        """Let arrows move the block under the cursor, a single one that has a time and is open."""
        ids = self.selected
        is_block = self.grid.is_active and self.target is not None and ids == (self.target.id,)
        self.moving = GridMove.of(self.plan.activity(ids[0])) if is_block else None
        if self.moving is not None:
            self.say_status()
        return self.moving is not None

    def end_move(self) -> None:
        """Let the arrows be for the cursor again; the block stands where the plan says."""
        self.moving = None
        self.show_page()

    def say_status(self) -> None:
        """Say in words what the cursor stands on, or where a block has come."""
        raise NotImplementedError

    def on_key(self, event: events.Key) -> None:
        """Let arrows move a block, Enter keep it, Esc put it back; a letter begins the words for where to."""
        moving = self.moving
        if moving is None:
            return
        if event.key in _ARROWS:
            self._step(moving, *_ARROWS[event.key])
        elif event.key == "enter" and moving.has_begun:
            self.post_message(self.MoveKept(moving.row, moving.place))
        elif event.key in {"enter", "escape"} or event.is_printable:
            self._put_back(moving)
            if event.key != "escape":
                self.post_message(self.MoveTyped(event.character if event.is_printable else None))
        else:
            return
        event.stop()

    def _step(self, moving: GridMove, days: int, lines: int) -> None:
        drawing = self.grid.drawing
        self.moving = moving.stepped(days, lines, drawing.line_minutes, drawing.page.week.span)
        self.day = self.moving.date
        self.show_page()
        self.grid.go_to(moving.row.id)

    def _put_back(self, moving: GridMove) -> None:
        self.day = moving.row.date or self.day
        self.end_move()
        self.grid.go_to(moving.row.id)
