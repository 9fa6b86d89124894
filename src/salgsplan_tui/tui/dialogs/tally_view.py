"""The tally of a call session on the screen."""

from dataclasses import dataclass
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from salgsplan_tui.language import N_, _
from salgsplan_tui.language.safe import width
from salgsplan_tui.tui.dialogs.tally import Call, Tally

_NAMES: Final[dict[Call, tuple[str, str]]] = {
    "attempt": ("+", N_("no answer")),
    "reached": ("n", N_("reached")),
    "meeting": ("m", N_("meeting booked")),
    "objected": ("o", N_("does not want contact")),
}


class TallyView(Widget, can_focus=True):
    """Counts calls, one key each."""

    DEFAULT_CSS = """
    TallyView { height: 7; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus", "call('attempt')", N_("no answer"), id="tally.attempt"),
        Binding("n", "call('reached')", N_("reached"), id="tally.reached"),
        Binding("m", "call('meeting')", N_("meeting"), id="tally.meeting"),
        Binding("o", "call('objected')", N_("no contact"), id="tally.objected"),
        Binding("minus,backspace", "take_back", N_("take back"), id="tally.take_back"),
        Binding("enter", "end", N_("end"), id="tally.end"),
    ]

    @dataclass
    class Counted(Message):
        """A call was made."""

        call: Call

    class Ended(Message):
        """The session is over."""

    def __init__(self, planned: int | None) -> None:
        """Start with no calls; `planned` is how many were meant."""
        super().__init__()
        self.tally = Tally()
        self._planned = planned

    def show(self, tally: Tally) -> None:
        """Show another tally."""
        self.tally = tally
        self.refresh()

    def render(self) -> Content:
        """Draw the counts, and the calls in order."""
        return tally_text(self.tally, self._planned)

    def action_call(self, call: Call) -> None:
        """Tell of a call."""
        self.post_message(self.Counted(call))

    def action_take_back(self) -> None:
        """Take the last call back."""
        self.show(self.tally.without_last())

    def action_end(self) -> None:
        """Tell that the session is over."""
        self.post_message(self.Ended())


def tally_text(tally: Tally, planned: int | None) -> Content:
    """Return a line a kind of call with its count, and the calls in order under them."""
    names = {call: _(name) for call, (_key, name) in _NAMES.items()}
    column = max(map(width, names.values()))
    rows = [
        Content.assemble(
            (f" {_NAMES[call][0]} ", "bold $primary"),
            f" {name.ljust(column)}  ",
            (f"{tally.count(call):>3} ", "bold"),
            ("▮" * min(tally.count(call), 30), "$primary"),
        )
        for call, name in names.items()
    ]
    called = _("{count} of {planned} called") if planned else _("{count} called")
    last = "".join(_NAMES[call][0] for call, _person in tally.calls[-40:])
    total = Content.assemble((called.format(count=tally.attempts, planned=planned), "bold"), f"  {last}")
    return Content("\n").join([*rows, Content(""), total])
