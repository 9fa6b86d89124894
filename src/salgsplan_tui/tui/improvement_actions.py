"""What the keys do to improvement areas on the screen of service: made, edited, measured, settled, removed (S35)."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final, get_args

from textual.binding import Binding, BindingType

from salgsplan_tui.domain import improvement_edits
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.improvement import ImprovementArea
from salgsplan_tui.domain.measures import MEASURES
from salgsplan_tui.domain.programme import GoalStatus
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.session import Edit
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.improvement_page import lack_name, status_name
from salgsplan_tui.tui.service_actions import ServiceActions

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.record_form import RecordResult

_OF_CASES: Final = frozenset(
    {
        *("next_step", "wait", "mood", "next_activity", "compensate", "cause", "look_back", "escalate", "give_up"),
        "reopen_case",
    }
)
_OF_AREAS: Final = frozenset({"measure_area", "settle_area"})
_OF_BOTH: Final = frozenset({"edit_case", "new_case", "remove_case"})
"""What is done to a case or an improvement area, whichever is shown."""


class ImprovementActions(ServiceActions):
    """A view whose keys also act on the improvement area under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "measure_area", N_("where it stands now"), id="service.area_measure"),
        Binding("s", "settle_area", N_("reached, missed or dropped"), id="service.area_settle"),
        Binding("tab", "next_sheet", N_("figures"), id="service.sheet"),
        Binding("f", "next_filter", N_("which cases"), id="service.filter"),
        Binding("t", "type_words", N_("filter by words"), show=False, id="service.words"),
    ]

    @property
    def area(self) -> ImprovementArea | None:
        """The improvement area under the cursor."""
        target = self.target
        return self.plan.improvements.get(target.id) if target is not None and target.kind == "area" else None

    def sheet_allows(self, action: str) -> bool:
        """Say whether a key belongs to the sheet that is shown."""
        if action in _OF_CASES:
            return self.sheet == "cases"
        if action in _OF_BOTH:
            return self.sheet != "figures"
        return action not in _OF_AREAS or self.sheet == "areas"

    def action_new_case(self, texts: dict[str, str] | None = None) -> None:
        """Open the form of a new case, or of a new improvement area where those are shown."""
        if self.sheet == "areas":
            self.action_new_area(texts)
        else:
            super().action_new_case(texts)

    def action_edit_case(self, texts: dict[str, str] | None = None) -> None:
        """Open the form of the case or the improvement area."""
        if self.sheet == "areas":
            self.action_edit_area(texts)
        else:
            super().action_edit_case(texts)

    def action_remove_case(self) -> None:
        """Take a case or an improvement area out that was put in by mistake."""
        if self.sheet == "areas":
            self.action_remove_area()
        else:
            super().action_remove_case()

    def area_words(self) -> str:
        """Return what there is to know about the area under the cursor."""
        area = self.area
        if area is None:
            return ""
        missing = improvement_edits.lacks_of(self.plan, area)
        if missing:
            return _("lacks: {names}").format(names=", ".join(lack_name(lack) for lack in missing))
        return status_name(area.status)

    def open_area(self, identity: str) -> None:
        """Open the form of an improvement area."""
        if identity in self.plan.improvements:
            self.action_edit_area()

    def action_new_area(self, texts: Mapping[str, str] | None = None) -> None:
        """Open the form of a new improvement area."""
        area = ImprovementArea(id=self.desk.session.new_id(), title="")
        self._area_form(area, texts, is_new=True)

    def action_edit_area(self, texts: Mapping[str, str] | None = None) -> None:
        """Open the form of the improvement area."""
        if self.area is not None and not self.hide:
            self._area_form(self.area, texts, is_new=False)

    def _area_form(self, area: ImprovementArea, texts: Mapping[str, str] | None, *, is_new: bool) -> None:
        from salgsplan_tui.tui.dialogs.record_form import RecordForm  # noqa: PLC0415
        from salgsplan_tui.tui.improvement_fields import area_fields, area_texts  # noqa: PLC0415

        title = _("New improvement area") if is_new else _("Edit: {title}").format(title=safe_line(area.title))
        fields = area_fields(self.plan, self._reader(), area)
        form = RecordForm(title, fields, texts or area_texts(area))
        self.app.push_screen(form, partial(self._take_area, area, is_new=is_new))

    def _take_area(self, area: ImprovementArea, result: "RecordResult | None", *, is_new: bool) -> None:
        if result is None or not result.saved:
            return
        from salgsplan_tui.tui.improvement_fields import OWN_MEASURE  # noqa: PLC0415

        values = dict(result.values)
        values["measure"] = values.pop(OWN_MEASURE) or values["measure"]
        told = {name: value for name, value in values.items() if value != getattr(area, name)}
        measure = MEASURES.get(str(told.get("measure") or ""))
        if measure is not None and values.get("unit") is None:
            told["unit"] = measure.unit
        at = self._at()
        if is_new:
            made = area.changed_to(**told, owner=told.get("owner") or self.plan.settings.name or None)
            again = partial(self.action_new_area, dict(result.texts))
            edit: Edit = partial(improvement_edits.add_area, area=made, at=at)
            self._ask_area("area_added", made, edit, again)
        elif told:
            again = partial(self.action_edit_area, dict(result.texts))
            self._ask_area(
                "area_edited",
                area.changed_to(**told),
                lambda plan: improvement_edits.change_area(plan, area.id, at=at, **told),
                again,
            )

    def action_measure_area(self) -> None:
        """Note where the area stands today."""
        area = self.area
        if area is None:
            return
        from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog  # noqa: PLC0415
        from salgsplan_tui.tui.improvement_fields import hundredths  # noqa: PLC0415

        today, at = self._now().date(), self._at()

        def take(words: str | None) -> None:
            if words is None:
                return
            try:
                value = hundredths(words).value
            except NotUnderstoodError as error:
                self.main.tell(error.key, **error.values)
                return
            edit = partial(
                improvement_edits.measure_area, identity=area.id, value=int(str(value or 0)), on=today, at=at
            )
            self._ask_area("area_measured", area, edit)

        title = safe_line(area.title)
        self.app.push_screen(AskWordsDialog(_("Where does it stand now?"), detail=title), take)

    def action_settle_area(self) -> None:
        """Say that the area is reached, missed, dropped or worked on again."""
        area = self.area
        if area is None:
            return
        from salgsplan_tui.tui.dialogs.choice_list import Choice  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

        at = self._at()
        states: tuple[GoalStatus, ...] = get_args(GoalStatus)
        choices = tuple(Choice(state, status_name(state)) for state in states)

        def take(status: GoalStatus | None) -> None:
            if status is not None and status != area.status:
                self._ask_area(
                    "area_settled",
                    area,
                    lambda plan: improvement_edits.change_area(plan, area.id, at=at, status=status),
                )

        self.app.push_screen(ChooseDialog(_("How did it go?"), choices, detail=safe_line(area.title)), take)

    def action_remove_area(self) -> None:
        """Take an improvement area out that was put in by mistake; undo brings it back."""
        area = self.area
        if area is not None:
            edit = partial(improvement_edits.remove_area, identity=area.id, at=self._at())
            self._ask_area("area_removed", area, edit)

    def _ask_area(
        self, key: str, area: ImprovementArea, edit: Edit, otherwise: Callable[[], None] | None = None
    ) -> None:
        said = Said(key, {"id": area.id, "title": area.title, "count": 1})
        self.post_message(Change(edit, said, otherwise=otherwise, select=area.id))
