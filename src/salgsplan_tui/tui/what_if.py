"""What if: other rates, prices, amounts or rows are tried on a copy of the plan, and kept or thrown away."""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from salgsplan_tui.domain.errors import PlannerError
from salgsplan_tui.domain.said import Said
from salgsplan_tui.domain.scenario import Scenario, compared, with_scenario
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.plan_life import PlanLife
from salgsplan_tui.tui.programme_page import ProgrammePage
from salgsplan_tui.tui.toasts import tell_error

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.record_fields import RecordField
    from salgsplan_tui.tui.dialogs.record_form import RecordResult


class WhatIf(PlanLife):
    """A programme on which scenarios are tried."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "what_if", N_("what if …"), id="programme.what_if"),
    ]

    def action_what_if(self, texts: Mapping[str, str] | None = None) -> None:
        """Ask what is to be tried; what stands there is as it is now."""
        from salgsplan_tui.tui.dialogs.record_form import RecordForm  # noqa: PLC0415

        page = self.page
        if page is None:
            return
        if self.hide:
            self.main.tell("presentation_hides")
        elif page.sales_plan.read_only:
            self.main.tell("plan_read_only", title=page.sales_plan.title)
        else:
            rows = tuple(row for row in self.selected if self.plan.activity(row).is_open)
            form = RecordForm(_("What if …"), self._fields(page, rows), texts or self._texts(page))
            self.app.push_screen(form, partial(self._try, page, rows))

    def _fields(self, page: ProgrammePage, rows: tuple[str, ...]) -> "tuple[RecordField, ...]":
        from salgsplan_tui.tui.dialogs.record_fields import RecordField  # noqa: PLC0415
        from salgsplan_tui.tui.plan_readers import PlanReader, picked  # noqa: PLC0415
        from salgsplan_tui.tui.what_if_fields import what_if_fields  # noqa: PLC0415

        reader = PlanReader(self.desk)
        words = ngettext("The {count} chosen activity", "The {count} chosen activities", len(rows)).format(
            count=len(rows)
        )
        choices = (("", _("as planned")), ("drop", _("dropped")), ("move", _("moved")))
        chosen = (
            RecordField("rows", words.format(count=len(rows)), picked, choices, opens_group=True),
            RecordField("day", N_("Moved to"), reader.coming_day),
        )
        return (*what_if_fields(reader, page.sales_plan), *(chosen if rows else ()))

    @staticmethod
    def _texts(page: ProgrammePage) -> dict[str, str]:
        from salgsplan_tui.tui.what_if_fields import what_if_texts  # noqa: PLC0415

        return what_if_texts(page.sales_plan)

    def _try(self, page: ProgrammePage, rows: tuple[str, ...], result: "RecordResult | None") -> None:
        if result is None or not result.saved:
            return
        from salgsplan_tui.tui.dialogs.what_if import WhatIfDialog  # noqa: PLC0415
        from salgsplan_tui.tui.what_if_lines import what_if_lines  # noqa: PLC0415

        again = partial(self.action_what_if, dict(result.texts))
        if result.values.get("rows") == "move" and result.values.get("day") is None:
            self.main.tell("move_to_needed")
            again()
            return
        scenario = _scenario(page, rows, result.values)
        try:
            now, then = compared(page.basis, scenario, at=self.at)
        except PlannerError as error:
            tell_error(self, error)
            again()
            return
        goals = {goal.id: goal for goal in page.sales_plan.goals if goal.is_concrete}
        dialog = WhatIfDialog(tuple(what_if_lines(now, then, goals)))
        self.app.push_screen(dialog, partial(self._settle_scenario, page, scenario, dict(result.texts)))

    def _settle_scenario(
        self, page: ProgrammePage, scenario: Scenario, texts: dict[str, str], answer: str | None
    ) -> None:
        if answer == "change":
            self.action_what_if(texts)
        elif answer == "keep":
            edit = partial(with_scenario, programme=page.sales_plan.id, scenario=scenario, at=self.at)
            self.post_message(Change(edit, Said("scenario_kept", {"title": page.sales_plan.title})))


def _scenario(page: ProgrammePage, rows: tuple[str, ...], values: Mapping[str, object]) -> Scenario:
    """Return what differs from how it is now."""
    from salgsplan_tui.tui.what_if_fields import scenario_of  # noqa: PLC0415

    what, day = values.get("rows"), values.get("day")
    moved = dict.fromkeys(rows, day) if what == "move" and isinstance(day, dt.date) else {}
    return scenario_of(page.sales_plan, values, dropped=rows if what == "drop" else (), moved=moved)
