"""How the dialogs look: at 80×24 and 120×40, in both languages."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.events import Resize
from textual.geometry import Size
from textual.screen import ModalScreen

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.language import Language, language, set_language
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.choose import ChooseDialog, series_choices
from salgsplan_tui.tui.dialogs.copy import CopyDialog
from salgsplan_tui.tui.dialogs.details import DetailsDialog
from salgsplan_tui.tui.dialogs.form import ActivityForm
from salgsplan_tui.tui.dialogs.help import HelpDialog, KeyHelp
from salgsplan_tui.tui.dialogs.move import MoveDialog
from salgsplan_tui.tui.dialogs.must_dos import MustDosDialog
from salgsplan_tui.tui.dialogs.outcome import OutcomeDialog
from salgsplan_tui.tui.dialogs.palette import Command, PaletteDialog
from salgsplan_tui.tui.dialogs.quick_add import QuickAddDialog
from salgsplan_tui.tui.dialogs.reason import ReasonDialog
from salgsplan_tui.tui.dialogs.welcome import WelcomeDialog
from tests.tui.dialogs.host import opened
from tests.tui.dialogs.sample import NOW, TODAY, read, read_goal, read_when, sample, sample_plan, usual_approach
from tests.tui.keys import press_fast, settle
from tests.tui.pictures import picture

SMALL = Size(60, 16)
AnyDialog = ModalScreen[Any]  # dialogs of any answer


class Look(NamedTuple):
    """A dialog and the keys pressed in it before it is looked at."""

    dialog: Callable[[], AnyDialog]
    keys: Sequence[str] = ()


def _form(activity: Activity) -> AnyDialog:
    return ActivityForm(
        sample_plan(),
        activity,
        read=read,
        read_when=read_when,
        now=NOW,
        usual_approach=usual_approach,
        read_programme=lambda _programme: sample_plan(),
        is_new=activity.id == "new1",
    )


def _outcome(identity: str) -> AnyDialog:
    row = sample(identity)
    return OutcomeDialog(sample_plan(), row, now=NOW, read=partial(read, base=row))


def _welcome() -> AnyDialog:
    return WelcomeDialog(language=language(), name="ingrid", today=TODAY, read_goal=read_goal, speak=set_language)


def _copy() -> AnyDialog:
    proposed = Placement(bucket="2027-W08")
    return CopyDialog(TODAY, proposed=proposed, read_when=read_when, weeks=lambda _weeks: sample_plan())


_COMMANDS = [Command("undo", "angre", "u"), Command("done", "ferdig", "d"), Command("move", "flytt", "m", "med grunn")]
_KEYS = [
    KeyHelp("a", "ny", "screen"),
    KeyHelp("d", "ferdig", "screen"),
    KeyHelp("↑ k", "opp", "focus"),
    KeyHelp("q", "slutt", "app"),
]

LOOKS = {
    "quick add": Look(lambda: QuickAddDialog(read, sample_plan(), "ring Marit lør 10:00 30m 150kr #vår :: husk kaffe")),
    "quick add, a name": Look(lambda: QuickAddDialog(read, sample_plan(), ""), "ring @mar"),
    "quick add, refused": Look(lambda: QuickAddDialog(read, sample_plan(), "ring Marit 25:00")),
    "quick add, in doubt": Look(lambda: QuickAddDialog(read, sample_plan(), "ring Marit mandag 19.2"), ["enter"]),
    "form": Look(lambda: _form(sample("a28"))),
    "form, new": Look(lambda: _form(Activity(id="new1", outcome_counts={})), ["tab", *"annon", "enter", "down", *"x"]),
    "outcome": Look(lambda: _outcome("a27"), "j"),
    "outcome, next step": Look(lambda: _outcome("a27"), "4"),
    "outcome, call session": Look(lambda: _outcome("a26"), "++nm+n"),
    "move": Look(lambda: MoveDialog(sample_plan(), [sample("a26")], now=NOW, read_when=read_when)),
    "move, reason": Look(
        lambda: MoveDialog(sample_plan(), [sample("a26")], now=NOW, read_when=read_when), [*"25.3", "tab", "1", "tab"]
    ),
    "copy": Look(_copy),
    "copy, days off": Look(_copy, [*"uke 12"]),
    "must-dos": Look(lambda: MustDosDialog("uke 7", ("Få svar fra Granholt", "Tilbud til Solsvingen")), ["down"]),
    "reason": Look(lambda: ReasonDialog("Hvorfor?", needed=False)),
    "series": Look(lambda: ChooseDialog("Hva skal flyttes?", series_choices(), detail="Ringeøkt hver virkedag")),
    "details": Look(lambda: DetailsDialog(sample_plan(), sample("a28"), now=NOW)),
    "help": Look(lambda: HelpDialog("Taster", _KEYS)),
    "palette": Look(lambda: PaletteDialog(_COMMANDS), "fl"),
    "welcome": Look(_welcome),
    "first goal": Look(_welcome, ["ctrl+s", *"8 ordre innen 31.3."]),
    "first goal, a vision": Look(_welcome, ["ctrl+s", *"bli bedre"]),
}


@pytest.mark.parametrize(("spoken", "size"), [("nb", (80, 24)), ("en", (120, 40))])
@pytest.mark.parametrize("name", LOOKS)
async def test_a_dialog_looks_as_it_should_and_fits_when_the_terminal_gets_small(
    name: str, spoken: Language, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    set_language(spoken)
    look = LOOKS[name]
    async with opened(look.dialog(), language=spoken, size=size) as (app, pilot):
        await press_fast(pilot, *look.keys)
        assert picture(app) == snapshot
        app.post_message(Resize(SMALL, SMALL))
        await settle(pilot)
        assert app.screen.size == SMALL
        assert app.screen.region.contains_region(app.screen.query(Box).last().region)
