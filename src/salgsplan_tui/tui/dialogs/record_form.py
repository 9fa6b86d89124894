"""A form of labelled fields: each is read while it is typed, an error stays beside it, and nothing typed is lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.safe import clip, safe_line, width
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.pick import Pick
from salgsplan_tui.tui.dialogs.record_fields import Meant, RecordField
from salgsplan_tui.tui.dialogs.refusal import refused_in_words
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar

_AROUND: Final = 3
"""The lines of the frame and of the keys."""
_MOST_SAID: Final = 3
"""A sentence about a field takes as many lines as it needs, up to so many."""


@dataclass(frozen=True)
class RecordResult:
    """What the form says; left with Esc it is not saved, and `texts` holds what was typed."""

    saved: bool
    values: Mapping[str, object] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)


class RecordForm(PlannerModal[RecordResult]):
    """Edits one thing field by field."""

    DEFAULT_CSS = """
    RecordForm { align: center middle; }
    RecordForm Box { width: 100; height: auto; max-height: 100%; }
    RecordForm VerticalScroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
    RecordForm Horizontal { height: auto; }
    RecordForm #labels { width: auto; height: auto; margin-right: 2; text-wrap: nowrap; }
    RecordForm #fields { width: 5fr; height: auto; }
    RecordForm #fields Input, RecordForm #fields TextArea { background: $panel; height: 1; }
    RecordForm #fields TextArea { height: 4; padding: 0; }
    RecordForm #fields .-opens-group { margin-top: 1; }
    RecordForm #echoes { width: 4fr; height: 100%; padding: 0 1; text-wrap: nowrap; }
    RecordForm.-alone #echoes { display: none; }
    RecordForm.-alone #fields TextArea { height: 10; }
    RecordForm #status { height: 1; color: $text-error; }
    RecordForm HintBar { margin-top: 0; }
    RecordForm #fields Input:ansi { text-style: underline; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", N_("save"), id="record.save"),
        Binding("up", "go(-1)", N_("Up"), show=False, priority=True, id="record.up"),
        Binding("down", "go(1)", N_("Down"), show=False, priority=True, id="record.down"),
        Binding("tab", "app.focus_next", N_("next field"), id="record.next"),
        Binding("escape", "leave", N_("close"), id="dialog.leave"),
    ]

    def __init__(self, title: str, fields: Sequence[RecordField], texts: Mapping[str, str]) -> None:
        """Take the form's title, its fields, and what stands in them."""
        super().__init__()
        self._title, self._fields = title, tuple(fields)
        # One long text alone has the whole room.
        self.set_class(len(self._fields) == 1 and self._fields[0].is_long, "-alone")
        self._texts = {each.name: texts.get(each.name, "") for each in fields}
        self._meant: dict[str, Meant] = {}
        self._errors: dict[str, NotUnderstoodError] = {}

    def compose(self) -> ComposeResult:
        """Lay out labels, fields and echoes side by side, and the whole error under them."""
        with Box().entitle(self._title):
            with VerticalScroll(can_focus=False), Horizontal():
                yield Static(self._labels(), id="labels")
                with Vertical(id="fields"):
                    for each in self._fields:
                        yield self._control(each)
                yield Static(id="echoes")
            yield Static(id="status")
            yield HintBar()

    def _control(self, each: RecordField) -> Input | Pick | TextArea:
        text = self._texts[each.name]
        if each.options is not None:
            control: Input | Pick | TextArea = Pick(_(each.label), each.options, text, id=each.name)
        elif each.is_long:
            control = TextArea(text, id=each.name, compact=True, soft_wrap=True)
        else:
            # A figure is typed anew, not added to: "60" in place of "50", never "5060".
            control = Input(text, id=each.name, compact=True, select_on_focus=_is_figure(each, text))
        return control.set_class(each.opens_group, "-opens-group")

    def on_mount(self) -> None:
        """Read every field once."""
        for each in self._fields:
            self._understand(each)

    def on_resize(self) -> None:
        """Write the echoes at the width there is, and leave room for the keys under a long form."""
        self._leave_room(1)
        self.call_after_refresh(self._show)

    def _leave_room(self, lines: int) -> None:
        """Leave so many lines for what there is to say under the fields."""
        self.query_one("#status").styles.height = lines
        self.query_one(VerticalScroll).styles.max_height = max(1, self.size.height - _AROUND - lines)

    def _labels(self) -> Content:
        lines: list[str] = []
        for each in self._fields:
            lines += ["", _(each.label)] if each.opens_group else [_(each.label)]
            lines += [""] * 3 if each.is_long else []
        return Content("\n".join(lines))

    def on_input_changed(self, message: Input.Changed) -> None:
        """Read a field that was typed in."""
        self._take(message.input.id or "", message.value)

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Read a long field."""
        self._take(message.text_area.id or "", message.text_area.text)

    def on_pick_changed(self, message: Pick.Changed) -> None:
        """Read a field that was picked."""
        self._take(message.pick.id or "", message.pick.code)

    def on_descendant_focus(self) -> None:
        """Say more about the field that has the keys."""
        self._show_status()

    def _take(self, name: str, text: str) -> None:
        if self._texts.get(name, text) == text:
            return
        self._texts[name] = text
        for each in self._fields:
            if name in {each.name, each.after}:
                self._understand(each)
        self._show()

    def _understand(self, each: RecordField) -> None:
        self._errors.pop(each.name, None)
        try:
            self._meant[each.name] = each.read(self._texts[each.name])
        except NotUnderstoodError as error:
            self._errors[each.name] = error

    def _show(self) -> None:
        echoes = self.query_one("#echoes", Static)
        room = echoes.content_size.width
        lines: list[Content] = []
        for each in self._fields:
            lines += [Content("")] if each.opens_group else []
            if each.name in self._errors:
                lines.append(Content.styled(clip(refused_in_words(self._errors[each.name]), room), "$text-error"))
            else:
                echo = self._meant[each.name].echo
                lines.append(Content.styled(clip(safe_line(echo), room), "$foreground-muted"))
            lines += [Content("")] * 3 if each.is_long else []
        echoes.update(Content("\n").join(lines), layout=False)
        self._show_status()

    def _show_status(self) -> None:
        name = "" if self.focused is None else self.focused.id or ""
        error, echo = self._errors.get(name), self._meant.get(name, Meant()).echo
        words = Content("" if error is None else refused_in_words(error))
        if error is None and width(safe_line(echo)) > self.query_one("#echoes").content_size.width:
            words = Content.styled(safe_line(echo), "$foreground-muted")  # it was cut beside the field
        status = self.query_one("#status", Static)
        if status.size.width:
            self._leave_room(min(_MOST_SAID, max(1, len(words.wrap(status.size.width)))))
        status.update(words, layout=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the arrows to a long field, which has lines of its own."""
        del parameters
        return action != "go" or not isinstance(self.focused, TextArea)

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
        wrong = next((each.name for each in self._fields if each.name in self._errors), None)
        if wrong is not None:
            self.query_one(f"#{wrong}").focus()
            self.app.bell()
            return
        values = {name: meant.value for name, meant in self._meant.items()}
        self.dismiss(RecordResult(saved=True, values=values, texts=dict(self._texts)))

    def action_leave(self) -> None:
        """Close, and give back what was typed."""
        self.dismiss(RecordResult(saved=False, texts=dict(self._texts)))


def _is_figure(each: RecordField, text: str) -> bool:
    """Say whether a field holds a number when the form opens."""
    try:
        return bool(text) and type(each.read(text).value) is int
    except NotUnderstoodError:
        return False
