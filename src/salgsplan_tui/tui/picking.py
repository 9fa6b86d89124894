"""From the picker to the form, and on the way to channels and types of one's own: made, changed, hidden."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from salgsplan_tui.domain.channel_results import ChannelResult, results_by_channel
from salgsplan_tui.domain.channels import Channel
from salgsplan_tui.domain.dates import ONE_WEEK, week_key, week_of
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import _
from salgsplan_tui.session import Edit, Session
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.channel_fields import channel_fields, new_texts, texts_of, title_of
from salgsplan_tui.tui.channel_says import changing, hiding, making
from salgsplan_tui.tui.channel_words import ChannelReader, Chosen, is_alone
from salgsplan_tui.tui.dialogs.choice_list import Choice
from salgsplan_tui.tui.dialogs.choose import ChooseDialog
from salgsplan_tui.tui.dialogs.picker import Picked, PickerDialog, Wish
from salgsplan_tui.tui.dialogs.record_form import RecordForm, RecordResult

if TYPE_CHECKING:
    from salgsplan_tui.tui.adding_actions import AddingActions

_QUARTER: Final = 14
"""The weeks whose results the picker tells: this one and the quarter before it."""


@dataclass
class Picking:
    """Asks with the picker, does what is wished of the catalogue, and comes back to the picker each time."""

    screen: "AddingActions"
    then: Callable[[Picked], None]
    """Goes on with what was picked."""
    results: Mapping[str, ChannelResult] | None = None
    """What the channels gave so far, once it is read."""
    drafts: dict[str, dict[str, str]] = field(default_factory=dict)
    """What was typed in forms that were left, by what they were about."""

    def ask(self, wish: Wish | None = None) -> None:
        """Open the picker, as it was left where something was wished."""
        plan = self.screen.desk.plan
        self.screen.app.push_screen(PickerDialog(plan, self.results, wish), self._answered)

    def need_results(self, session: Session) -> None:
        """Read the last quarter and the sales, from which is told what the channels gave so far."""
        monday = week_of(session.clock.today()).start
        session.need_weeks(week_key(monday - ONE_WEEK * back) for back in range(_QUARTER))
        session.need_sales_and_service()

    def tell_results(self) -> None:
        """Tell what the channels gave so far, now that it is read."""
        plan = self.screen.desk.plan
        self.results = results_by_channel(plan)
        if isinstance(self.screen.app.screen, PickerDialog):
            self.screen.app.screen.tell_results(plan, self.results)

    def _answered(self, answer: Picked | Wish | None) -> None:
        match answer:
            case Picked():
                self.then(answer)
            case Wish(what="new"):
                self._ask_where(answer)
            case Wish(picked=Picked() as picked):
                self._ask_which(answer, picked)

    def _ask_where(self, wish: Wish) -> None:
        """Ask whether a channel is new, or a kind of activity in the one under the cursor."""
        if wish.picked is None:
            self._open_form(wish, None, None)
            return
        channel = wish.picked.channel
        in_channel = _("a kind of activity in “{name}”").format(name=Chosen(channel).name)
        choices: tuple[Choice[Callable[[], None]], ...] = (
            Choice(partial(self._open_form, wish, None, None), _("a channel of its own")),
            Choice(partial(self._open_form, wish, None, channel), in_channel),
        )
        self._choose(_("What is new?"), choices, wish)

    def _ask_which(self, wish: Wish, picked: Picked) -> None:
        """Ask whether the type under the cursor is meant, or its channel, where these are two things."""
        whole = Chosen(picked.channel)
        if is_alone(picked.channel):
            self._do(wish, whole)
            return
        kind = Chosen(picked.channel, picked.type)
        choices: tuple[Choice[Callable[[], None]], ...] = (
            Choice(partial(self._do, wish, kind), _("the kind of activity “{name}”").format(name=kind.name)),
            Choice(partial(self._do, wish, whole), _("the whole channel “{name}”").format(name=whole.name)),
        )
        self._choose(_("Change what?") if wish.what == "change" else _("Hide or show what?"), choices, wish)

    def _choose(self, question: str, choices: tuple[Choice[Callable[[], None]], ...], wish: Wish) -> None:
        """Ask, and go on as was answered; without an answer back to the picker."""

        def go_on(then: Callable[[], None] | None) -> None:
            if then is None:
                self.ask(wish)
            else:
                then()

        self.screen.app.push_screen(ChooseDialog(question, choices), go_on)

    def _do(self, wish: Wish, chosen: Chosen) -> None:
        if wish.what == "change":
            self._open_form(wish, chosen, None)
            return
        hides = not chosen.is_hidden
        key = "channel_hidden" if hides else "channel_shown"
        self._change(wish, hiding(chosen, hidden=hides), Said(key, {"title": chosen.name, "id": chosen.code}))

    def _open_form(self, wish: Wish, before: Chosen | None, within: Channel | None) -> None:
        desk, catalogue = self.screen.desk, self.screen.desk.plan.channels
        about = f"{wish.what} {'' if before is None else before.code} {'' if within is None else within.code}"
        shown = new_texts(wish.query, within) if before is None else texts_of(catalogue, before, desk.usual_approach)
        is_type = within is not None or (before is not None and before.type is not None)
        is_whole = before is None or before.is_whole
        fields = channel_fields(
            ChannelReader(catalogue, desk.read, before), of_channel=not is_type, of_type=is_type or is_whole
        )
        draft = self.drafts.pop(about, None)
        texts = shown if draft is None else {**draft, "name": (before is None and wish.query) or draft["name"]}
        form = RecordForm(title_of(before, within), fields, texts)

        def take(result: RecordResult | None) -> None:
            if result is None or not result.saved:
                self._keep(about, result, shown)
                self.ask(wish)
                return
            self.drafts[about] = dict(result.texts)  # until it is saved
            again = partial(self._open_form, wish, before, within)
            if before is None:
                code, edit = making(catalogue, result.values, None if within is None else within.code)
                key = "channel_made"
            else:
                code, edit = before.code, changing(before, result.values, shown["approach"].strip())
                key = "channel_changed"
            self._change(wish, edit, Said(key, {"title": str(result.values["name"]), "id": code}), again)

        self.screen.app.push_screen(form, take)

    def _keep(self, about: str, result: RecordResult | None, shown: dict[str, str]) -> None:
        """Keep what was typed in a form that is left, for the next time."""
        typed = {} if result is None else dict(result.texts)
        if any(text != shown.get(name, "") for name, text in typed.items()):
            self.drafts[about] = typed

    def _change(self, wish: Wish, edit: Edit, said: Said, again: Callable[[], None] | None = None) -> None:
        def back(_before: Plan, _after: Plan) -> None:
            self.drafts.clear()
            self.ask(wish.standing_on(str(said.values["id"])))

        otherwise = again or partial(self.ask, wish)
        self.screen.post_message(Change(edit, said, otherwise=otherwise, afterwards=back))
