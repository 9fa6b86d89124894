"""The first start: who you are, and where you are going (S1); or a look at a sample first."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from salgsplan_tui.domain.goal_line import NewGoal
from salgsplan_tui.domain.settings import WEEKDAYS, Settings, WorkingHours
from salgsplan_tui.language import N_, Language, _
from salgsplan_tui.language.formats import duration
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.choice_list import Choice, ChoiceList
from salgsplan_tui.tui.dialogs.first_goal import FirstGoalDialog
from salgsplan_tui.tui.dialogs.pick import Pick
from salgsplan_tui.tui.dialogs.reading import ReadGoal
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.settings_words import ROLES, hours_of
from salgsplan_tui.tui.widgets.hint_bar import HintBar

__all__ = ["LookAtDemo", "NewGoal", "Welcome", "WelcomeDialog"]


@dataclass(frozen=True)
class Welcome:
    """What was answered."""

    settings: Mapping[str, object]
    """language, name, role, working_hours."""
    goal: NewGoal | None = None


@dataclass(frozen=True)
class LookAtDemo:
    """The person wants to see the sample first."""

    language: Language


_Answer = Language | Literal["demo"]
_LABELS: Final = {"name": N_("Name"), "role": N_("Role"), "hours": N_("Working hours")}


class WelcomeDialog(PlannerModal[Welcome | LookAtDemo | None]):
    """Asks four short questions, the language first: it changes as it is chosen."""

    CSS_PATH = "welcome.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", N_("next field"), id="welcome.next"),
        Binding("ctrl+s", "go_on", N_("go on"), id="welcome.go_on"),
        Binding("f2", "demo", N_("look at a sample"), id="welcome.demo"),
        Binding("escape", "leave", N_("not now"), id="dialog.leave"),
    ]

    def __init__(
        self,
        *,
        language: Language,
        name: str,
        today: dt.date,
        read_goal: ReadGoal,
        speak: Callable[[Language], None],
    ) -> None:
        """Take the language and name to propose, how to read a goal, and how to change the language."""
        super().__init__()
        self._language, self._today, self._read_goal, self._speak = language, today, read_goal, speak
        self._texts = {"name": name, "hours": "08:00–16:00"}
        self._role = "seller"

    def compose(self) -> ComposeResult:
        """Lay out the questions."""
        with Box():
            yield Static(id="motto")
            yield ChoiceList(self._choices())
            with Horizontal():
                yield Static(id="name-label")
                yield Input(self._texts["name"], id="name", compact=True, select_on_focus=False)
            with Horizontal():
                yield Static(id="role-label")
                yield Pick(_("Role"), [(code, words) for code, words in ROLES], self._role, id="role")
            with Horizontal():
                yield Static(id="hours-label")
                yield Input(self._texts["hours"], id="hours", compact=True, select_on_focus=False)
                yield Static(id="echo")
            yield HintBar()

    def _choices(self) -> tuple[Choice[_Answer], ...]:
        sample = Choice[_Answer]("demo", _("look at a sample first: a seller's quarter"), "d")
        return (Choice[_Answer]("nb", "Norsk (bokmål)"), Choice[_Answer]("en", "English"), sample)

    def on_mount(self) -> None:
        """Propose the language of the surroundings."""
        self._say()
        self.query_one(ChoiceList).put_cursor_on(self._language)

    def on_option_list_option_highlighted(self) -> None:
        """Speak the language under the cursor at once."""
        answer = self.query_one(ChoiceList).chosen
        if answer in {"nb", "en"} and answer != self._language:
            self._language = answer
            self._speak(answer)
            self._say()

    def _say(self) -> None:
        """Say everything in the language that is spoken now."""
        self.query_one(Box).entitle(_("Welcome to Salgsplan"))
        self.query_one("#motto", Static).update(
            Content(_("If you do not know where you are going, any road will take you there."))
        )
        for name, words in _LABELS.items():
            self.query_one(f"#{name}-label", Static).update(Content(_(words)))
        self.query_one(ChoiceList).show(self._choices())
        self.query_one(Pick).offer([(code, _(words)) for code, words in ROLES])
        self._show_hours()
        self.refresh_bindings()

    def on_choice_list_picked(self, message: ChoiceList.Picked[_Answer]) -> None:
        """Go on to the name, or to the sample."""
        if message.value == "demo":
            self.action_demo()
        else:
            self.query_one("#name", Input).focus()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Keep what is typed, whatever language comes."""
        self._texts[message.input.id or ""] = message.value
        if message.input.id == "hours":
            self._show_hours()

    def on_pick_changed(self, message: Pick.Changed) -> None:
        """Keep the role."""
        self._role = message.pick.code

    def _show_hours(self) -> None:
        hours = hours_of(self._texts["hours"])
        echo = Content.styled("✗ " + _("Write it like 08:00–16:00"), "$text-error")
        if hours is not None:
            usual = Settings(working_hours={WEEKDAYS[0]: WorkingHours(start=hours[0], end=hours[1])})
            lunch, left = duration(usual.lunch_minutes), duration(usual.working_minutes(0))
            words = _("Mon to Fri, {duration} + {lunch} lunch").format(duration=left, lunch=lunch)
            echo = Content.styled(words, "$foreground-muted")
        self.query_one("#echo", Static).update(echo)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Go on to the next question, after the last one to the goal."""
        if message.input.id == "name":
            self.query_one("#role", Pick).focus()
        else:
            self.action_go_on()

    def action_go_on(self) -> None:
        """Ask for the first goal, once the hours are understood."""
        if hours_of(self._texts["hours"]) is None:
            self.query_one("#hours", Input).focus()
            return
        self.query_one(Box).display = False
        self.app.push_screen(FirstGoalDialog(self._read_goal), self._finish)

    def _finish(self, goal: NewGoal | None) -> None:
        self.dismiss(Welcome(self._settings(), goal))

    def _settings(self) -> Mapping[str, object]:
        start, end = hours_of(self._texts["hours"]) or (dt.time(8), dt.time(16))
        hours = f"{start:%H:%M}-{end:%H:%M}"
        return {
            "language": self._language,
            "name": self._texts["name"].strip(),
            "role": self._role,
            "working_hours": dict.fromkeys(WEEKDAYS[:5], hours),
        }

    def action_demo(self) -> None:
        """Look at the sample."""
        self.dismiss(LookAtDemo(self._language))

    def action_leave(self) -> None:
        """Ask another time."""
        self.dismiss(None)
