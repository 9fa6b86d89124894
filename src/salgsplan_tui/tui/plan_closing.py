"""Closing a plan from the screen: of each open goal it is asked how it ended, and why (chapter 6.5)."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from salgsplan_tui.domain.goals import GoalFigures
from salgsplan_tui.domain.programme import Goal, GoalStatus, SalesPlan
from salgsplan_tui.domain.programme_life import Settled, close
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import _
from salgsplan_tui.language.figures import share
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.goal_words import status_name

if TYPE_CHECKING:
    from salgsplan_tui.tui.activity_actions import ActivityActions


class Standing(NamedTuple):
    """How far a goal has come."""

    figure: str
    """As it may be shown."""
    figures: GoalFigures

    def __str__(self) -> str:
        """Return it in words: the figure, and how much of the goal that is."""
        told = _("it stands at {figure}").format(figure=self.figure)
        reached = self.figures.attainment
        return told if reached is None else _("{told}, {share} of the goal").format(told=told, share=share(reached, 0))


class Ending(NamedTuple):
    """What is asked about one goal."""

    goal: Goal
    stands: "Standing | None" = None
    may_be_open: bool = False
    """It was settled before, and may be taken up again."""


class Closing:
    """Asks how the goals of a plan ended, and closes it."""

    def __init__(
        self,
        main: "ActivityActions",
        plan: SalesPlan,
        stands: Mapping[str, Standing],
        request: Callable[[Change], object],
    ) -> None:
        """Take the screen, the plan, how far each goal has come, by id, and whom the change is asked of."""
        self._main, self._plan, self._stands, self._request = main, plan, stands, request
        self._settled: dict[str, Settled] = {}

    def ask(self) -> None:
        """Ask of the next open goal; after the last the plan is closed, all as one step."""
        waiting = (each for each in self._plan.goals if each.status == "open" and each.is_concrete)
        goal = next((each for each in waiting if each.id not in self._settled), None)
        if goal is None:
            self._close()
        else:
            ask_end(self._main, Ending(goal, self._stands.get(goal.id)), partial(self._take, goal))

    def _take(self, goal: Goal, end: Settled) -> None:
        self._settled[goal.id] = end
        self.ask()

    def _close(self) -> None:
        shown, goals, at = self._plan, dict(self._settled), self._main.desk.clock.stamp()
        said = Said("plan_closed", {"title": shown.title, "id": shown.id})
        self._request(Change(lambda plan: close(plan, shown.id, goals, at=at), said))


def ask_end(main: "ActivityActions", about: Ending, then: Callable[[Settled], None]) -> None:
    """Ask how a goal ended, and why; the cursor stands on what the figures say, so that Enter takes that."""
    from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog  # noqa: PLC0415
    from salgsplan_tui.tui.dialogs.choice_list import Choice  # noqa: PLC0415
    from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

    goal, stands, may_be_open = about
    ends: tuple[GoalStatus, ...] = ("reached", "missed", "dropped", *(("open",) if may_be_open else ()))
    proposed = None if stands is None else stands.figures.proposed_end
    by_figures = _("as the figures stand")
    choices = [Choice(end, status_name(end), detail=by_figures if end == proposed else "") for end in ends]
    title = safe_line(goal.title)

    def ask_why(end: GoalStatus | None) -> None:
        if end is not None:
            dialog = AskWordsDialog(_("Why? Esc leaves it out"), detail=f"{title}: {status_name(end)}")
            main.app.push_screen(dialog, lambda cause: then(Settled(end, cause)))

    main.app.push_screen(ChooseDialog(title, choices, detail=str(stands or ""), at=proposed), ask_why)
