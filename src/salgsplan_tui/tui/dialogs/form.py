"""The form: everything about an activity, in the words of quick add; it says what is not concrete yet (S23)."""

import datetime as dt
from dataclasses import replace
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.concreteness import missing_of
from salgsplan_tui.domain.contact_checks import findings_of
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.safe import safe_line, width
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.form_context import FormContext, Understood
from salgsplan_tui.tui.dialogs.form_costs import SUMS, CostsField, FormWithCosts, ReadProgramme, items_echo
from salgsplan_tui.tui.dialogs.form_fields import (
    FIELDS,
    FIGURES,
    READ_TOGETHER,
    FormField,
    UsualApproach,
    defaults_of,
    items_words,
    options_of,
    texts_of,
)
from salgsplan_tui.tui.dialogs.form_material import OF_MATERIAL, day_of, shown_fields, texts_along, usual_material
from salgsplan_tui.tui.dialogs.form_page import echoes_column, labels_column, opens_group, status_text
from salgsplan_tui.tui.dialogs.form_place import place_in_time
from salgsplan_tui.tui.dialogs.form_reading import filled, understand
from salgsplan_tui.tui.dialogs.form_result import FormResult, form_result
from salgsplan_tui.tui.dialogs.pick import Pick
from salgsplan_tui.tui.dialogs.place_text import place_of
from salgsplan_tui.tui.dialogs.reading import Read, ReadWhen
from salgsplan_tui.tui.widgets.hint_bar import HintBar

__all__ = ["ActivityForm", "FormResult"]


class ActivityForm(FormWithCosts):
    """Edits an activity field by field; an error stays beside its field, and nothing typed is lost."""

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", N_("save"), id="form.save"),
        Binding("up", "go(-1)", N_("Up"), show=False, priority=True, id="form.up"),
        Binding("down", "go(1)", N_("Down"), show=False, priority=True, id="form.down"),
        Binding("f2", "choices", N_("list of choices"), id="form.choices"),
        Binding("tab", "app.focus_next", N_("next field"), id="form.next"),
        Binding("escape", "leave", N_("close"), id="dialog.leave"),
    ]

    def __init__(  # noqa: PLR0913  # the form is told what it edits, and how to read words
        self,
        plan: Plan,
        activity: Activity,
        *,
        read: Read,
        read_when: ReadWhen,
        now: dt.datetime,
        usual_approach: UsualApproach,
        read_programme: ReadProgramme,
        is_new: bool = False,
        draft: FormResult | None = None,
    ) -> None:
        """Take the activity in its plan, how to read words, and what was typed before."""
        super().__init__()
        self._plan, self._activity, self._is_new, self._now = plan, activity, is_new, now
        edited = None if draft is None else draft.activity.costs
        self._form = FormContext(plan, activity, read, read_when, now.date(), edited)
        self._texts = texts_of(plan, activity) | dict({} if draft is None else draft.draft)
        self._read_programme = read_programme
        self._usual_approach = usual_approach
        self._defaults = self._usual()
        self._along = texts_along(self._form, activity.date)
        self._shown = shown_fields(plan, self._texts)
        self._understood: dict[str, Understood] = {}
        self._errors: dict[str, NotUnderstoodError] = {}
        self._had_groups = False

    def compose(self) -> ComposeResult:
        """Lay out labels, fields and echoes side by side, and under them what is not concrete yet."""
        with Box().entitle(
            _("New activity") if self._is_new else _("Edit: {title}").format(title=self._activity.title)
        ):
            with VerticalScroll(can_focus=False), Horizontal():
                yield Static(self._labels(), id="labels")
                with Vertical(id="fields"):
                    for each in FIELDS:
                        control = self._control(each)
                        control.display = each in self._shown
                        yield control
                yield Static(id="echoes")
            yield Static(id="status")
            yield HintBar()

    def _control(self, each: FormField) -> Input | Pick | TextArea:
        text = self._texts[each.name]
        if each.is_picked:
            control: Input | Pick | TextArea = Pick(
                _(each.label), options_of(self._plan, each.name, self._texts), text, id=each.name
            )
        elif each.name == "items":
            control = CostsField(text, self._show_costs, id=each.name)
        elif each.is_long:
            control = TextArea(text, id=each.name, compact=True, soft_wrap=True)
        else:
            # A figure is typed anew, not added to.
            control = Input(text, id=each.name, compact=True, select_on_focus=each.name in FIGURES)
            if each.name == "repeat":
                control.placeholder = _("F2 chooses, or write it")
        return control.set_class(opens_group(each), "-opens-group")

    def on_mount(self) -> None:
        """Read every field once."""
        for each in FIELDS:
            self._understand(each.name)

    def on_resize(self, _event: events.Resize) -> None:
        """Write labels and echoes at the width there is."""
        if self._is_wide != self._had_groups:
            self.query_one("#labels", Static).update(self._labels())
        self.call_after_refresh(self._show)

    @property
    def _is_wide(self) -> bool:
        return self.app.size.width >= _WIDE

    def _labels(self) -> Content:
        self._had_groups = self._is_wide
        return labels_column(self._shown, with_groups=self._had_groups)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Read a field that was typed in; what goes along with the day is written anew."""
        name = message.input.id or ""
        if self._take(name, message.value) and name == "date":
            self._bring_along()

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Read a field of several lines."""
        self._take(message.text_area.id or "", message.text_area.text)

    def on_pick_changed(self, message: Pick.Changed) -> None:
        """Read a field that was picked; a type brings what it usually takes."""
        name = message.pick.id or ""
        if not self._take(name, message.pick.code):
            return
        if name == "channel":
            self._offer_types()
        if name in {"channel", "type"}:
            self._bring_defaults()
            self._show_fields()

    def on_descendant_focus(self) -> None:
        """Say more about the field that has the keys."""
        self._show_status()

    def _take(self, name: str, text: str) -> bool:
        """Read a field again if it says something else than before."""
        if self._texts.get(name, text) == text:
            return False
        self._texts[name] = text
        for each in (name, *READ_TOGETHER.get(name, ())):
            self._understand(each)
        self._show()
        return True

    def _offer_types(self) -> None:
        pick, usual = self.query_one("#type", Pick), self._plan.channels.type(self._texts["channel"] or None)
        pick.offer(options_of(self._plan, "type", {**self._texts, "type": ""}))
        pick.code = "" if usual is None else usual.code

    def _bring_defaults(self) -> None:
        """Fill in what the type usually takes, where the person has not written something else."""
        before, self._defaults = self._defaults, self._usual()
        for name, text in self._defaults.items():
            if self._texts[name] in {"", before.get(name, "")}:
                self._write(name, text)
        self._understand("planned")

    def _usual(self) -> dict[str, str]:
        material = {"material": usual_material(self._form, self._texts)} if self._activity.is_open else {}
        return (
            defaults_of(self._plan.channels, self._texts["channel"], self._texts["type"], self._usual_approach)
            | material
        )

    def _write(self, name: str, text: str) -> None:
        control = self.query_one(f"#{name}")
        if isinstance(control, Input):
            control.value = text
        elif isinstance(control, Pick):
            control.code = text
        elif isinstance(control, TextArea):
            control.text = text

    def _bring_along(self) -> None:
        """Write what goes along with another day, where the person has not written something else."""
        before, self._along = self._along, texts_along(self._form, day_of(self._form, self._texts))
        usual, self._defaults = self._defaults, self._usual()
        for name in OF_MATERIAL:
            if self._is_new and self._texts[name] == usual.get(name):
                self._write(name, self._defaults[name])
            elif self._texts[name] == before[name]:
                self._write(name, self._along[name])

    def _show_fields(self) -> None:
        """Show the fields that such an activity has."""
        self._shown = shown_fields(self._plan, self._texts)
        for each in FIELDS:
            self.query_one(f"#{each.name}").display = each in self._shown
        self.query_one("#labels", Static).update(self._labels())
        self._show()

    def _understand(self, name: str) -> None:
        self._errors.pop(name, None)
        try:
            self._understood[name] = understand(self._form, name, self._texts)
        except NotUnderstoodError as error:
            self._understood[name] = Understood()
            self._errors[name] = error

    def _show(self) -> None:
        row = self._filled()
        self._understood["items"] = Understood(echo=items_echo(self._form, row))
        self.query_one(CostsField).tell(items_words(self._plan, row.costs))
        echoes = self.query_one("#echoes", Static)
        told = echoes_column(self._shown, self._understood, self._errors, echoes.content_size.width)
        echoes.update(told, layout=False)  # its place is fixed: laying the form out again takes 20 ms
        self._show_status()

    def _show_status(self) -> None:
        name = self.focused.id if self.focused is not None else None
        filled = self._filled()
        missing = missing_of(filled, self._plan.channels)
        findings = findings_of(self._plan, filled, self._now) if filled.is_open else ()
        told = status_text(self._errors.get(name or ""), missing, findings, self._cut(name or ""))
        self.query_one("#status", Static).update(told, layout=False)

    def _cut(self, name: str) -> str:
        echo = self._understood[name].echo if name in self._understood else ""
        return echo if width(safe_line(echo)) > self.query_one("#echoes", Static).content_size.width else ""

    def _place(self) -> Placement:
        try:
            return place_in_time(self._form, self._texts)
        except NotUnderstoodError:
            return place_of(self._activity)

    def _filled(self) -> Activity:
        return filled(self._form, self._understood, self._place())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the arrows to fields that have lines of their own; one typed field has a list of choices."""
        del parameters
        if action == "choices":
            return self.focused is not None and self.focused.id in {"repeat", *SUMS}
        return action != "go" or not isinstance(self.focused, TextArea)

    def action_choices(self) -> None:
        """Offer ways to repeat, each with its next dates; in a field of outlays, show them one by one."""
        if self.focused is None or self.focused.id != "repeat":
            self._show_costs()
            return
        from salgsplan_tui.tui.dialogs.pick import PickDialog  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.repeat_choices import repeat_choices  # noqa: PLC0415  # few rows repeat

        found = repeat_choices(self._form, self._texts)
        self.app.push_screen(PickDialog(found, title=_("Repeat")), self._take_choice)

    def _take_choice(self, words: str | None) -> None:
        if words is not None:
            field = self.query_one("#repeat", Input)
            field.value = words
            field.cursor_position = len(words)

    def action_go(self, step: int) -> None:
        """Go to the field above or below."""
        if step > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def on_input_submitted(self) -> None:
        """Save."""
        self.action_save()

    def action_save(self) -> None:
        """Give back what the form says; where something is not understood, go there instead."""
        wrong = next((each.name for each in FIELDS if each.name in self._errors), None)
        if wrong is not None:
            self.query_one(f"#{wrong}").focus()
            self.app.bell()
            return
        self.dismiss(self._result(saved=True))

    def action_leave(self) -> None:
        """Close, and give back what was typed."""
        self.dismiss(self._result(saved=False))

    def _result(self, *, saved: bool) -> FormResult:
        customers = self._understood["whom"].customers
        result = form_result(self._activity, self._filled(), customers, dict(self._texts), saved=saved)
        return replace(result, series=self._understood["repeat"].series)


_WIDE: Final = 100
"""From this width on the groups have names."""
