"""The forms of a service case: the case itself, its next activity, its compensation, and the seller's look back."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from salgsplan_tui.domain import case_rows, edits, service_edits
from salgsplan_tui.domain.budget_lines import usual_line
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.reflection import Reflection
from salgsplan_tui.domain.reflection_edits import reflect, reflection_on
from salgsplan_tui.domain.said import Said
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.domain.service_edits import START_MOODS
from salgsplan_tui.language import _
from salgsplan_tui.session import Edit
from salgsplan_tui.tui.case_asking import CaseAsking
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.service_words import case_title, customer_of

if TYPE_CHECKING:
    from salgsplan_tui.domain.quick_add import Reading
    from salgsplan_tui.tui.customer_fields import Reader
    from salgsplan_tui.tui.dialogs.quick_add import QuickAddResult
    from salgsplan_tui.tui.dialogs.record_form import RecordResult

_NOT_OF_SERVICE: Final = frozenset({"contact_rule", "case_opened", "case_opened_somehow", "case_goes_on"})
"""What is said of a line that is none of a case."""


class CaseForms(CaseAsking):
    """A view that opens the forms of the service case under the cursor; dialogs are loaded when first opened."""

    @property
    def case(self) -> ServiceCase | None:
        """The case under the cursor."""
        target = self.target
        return self.plan.cases.get(target.id) if target is not None and target.kind == "case" else None

    def _at(self) -> dt.datetime:
        return self.desk.clock.stamp()

    def _now(self) -> dt.datetime:
        return self.desk.clock.now()

    def _reader(self) -> "Reader":
        from salgsplan_tui.tui.customer_fields import Reader  # noqa: PLC0415

        return Reader(self.desk.read, self.desk.read_days)

    def read_moment(self, text: str) -> dt.datetime:
        """Return the moment that typed words mean; a time alone is today's.

        Raises:
            NotUnderstoodError: they mean none.
        """
        try:
            return dt.datetime.strptime(text, "%Y-%m-%d %H:%M")  # noqa: DTZ007  # the person's own wall time
        except ValueError:
            place = self.desk.read_when(text)
        if place.date is None:
            raise NotUnderstoodError("not_a_date", text=text)
        return dt.datetime.combine(place.date, place.start or dt.time(16))

    def _change(  # what a change is told by, and what comes of it
        self,
        key: str,
        case: ServiceCase,
        edit: Edit,
        *,
        otherwise: Callable[[], None] | None = None,
        asks: bool = True,
    ) -> None:
        """Ask for a change; where an open case then has nothing planned, ask for its next activity."""

        def after(_before: Plan, plan: Plan) -> None:
            made = plan.cases.get(case.id)
            if asks and made is not None and case_rows.lacks_next(plan, made):
                self.plan_next(made)

        said = Said(key, {"id": case.id, "title": case_title(case), "count": 1})
        self.post_message(Change(edit, said, otherwise=otherwise, select=case.id, afterwards=after))

    def plan_next(self, case: ServiceCase, text: str = "") -> None:
        """Ask for the next activity of a case in a line of quick add; Esc leaves it for later."""
        from salgsplan_tui.tui.dialogs.quick_add import QuickAddDialog  # noqa: PLC0415

        name = customer_of(self.plan, case)
        begun = text or ("" if '"' in name else _("call {names}").format(names=f'@"{name}"') + " ")
        read = partial(self._read_next, case)
        self.app.push_screen(QuickAddDialog(read, self.desk.plan, begun), partial(self._take_next, case))

    def _read_next(self, case: ServiceCase, text: str) -> "Reading":
        """Read a line as the next activity of a case: people may always be talked to about their own (chapter 7.6)."""
        reading = self.desk.read(text, day=self._now().date())
        row = case_rows.as_service(case, reading.activity)
        is_own = row.purpose == "service"
        notices = tuple(each for each in reading.notices if not (is_own and each.code in _NOT_OF_SERVICE))
        return replace(reading, activity=row, notices=notices, case=None)

    def _take_next(self, case: ServiceCase, result: "QuickAddResult | None") -> None:
        if result is None or result.reading is None:
            return
        reading, now, at = result.reading, self._now(), self._at()

        def edit(plan: Plan) -> Plan:
            plan = edits.with_customers(plan, reading.customers, at=at)
            return case_rows.plan_next(plan, case.id, reading.activity, now=now, at=at)

        again = partial(self.plan_next, case, result.text)
        self._change("case_next", case, edit, otherwise=again, asks=False)

    def action_compensate(self, texts: dict[str, str] | None = None) -> None:
        """Ask for a compensation and the budget line it is held against."""
        case = self.case
        if case is None:
            return
        from salgsplan_tui.tui.case_fields import compensation_fields, compensation_texts  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.record_form import RecordForm  # noqa: PLC0415

        rows = case_rows.rows_of(self.plan, case)
        usual = usual_line(self.plan, rows[-1], case_rows.COMPENSATION, self._now().date()) if rows else None
        fields = compensation_fields(self._reader(), self.plan)
        form = RecordForm(_("Compensation"), fields, texts or compensation_texts(case, usual))
        self.app.push_screen(form, partial(self._take_compensation, case))

    def _take_compensation(self, case: ServiceCase, result: "RecordResult | None") -> None:
        if result is None or not result.saved:
            return
        amount, line = result.values.get("amount"), result.values.get("line")
        edit = partial(
            case_rows.compensate,
            identity=case.id,
            amount=amount if isinstance(amount, int) else 0,
            line=None if line is None else str(line),
            at=self._at(),
        )
        again = partial(self.action_compensate, dict(result.texts))
        self._change("case_compensated", case, edit, otherwise=again, asks=False)

    def action_look_back(self, texts: dict[str, str] | None = None) -> None:
        """Note how you coped in the case: for yourself alone (S6)."""
        case = self.case
        if case is None or self.hide:
            return
        from salgsplan_tui.tui.case_fields import reflection_fields, reflection_texts  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.record_form import RecordForm  # noqa: PLC0415

        self.desk.session.need_reflections()
        before = reflection_on(self.desk.plan, case.id)
        form = RecordForm(_("Own look back: only you see it"), reflection_fields(), texts or reflection_texts(before))
        self.app.push_screen(form, partial(self._take_look_back, case, before))

    def _take_look_back(self, case: ServiceCase, before: Reflection | None, result: "RecordResult | None") -> None:
        if result is None or not result.saved:
            return
        today = self._now().date()
        told = before or Reflection(id=self.desk.session.new_id(), date=today, case=case.id)
        made = told.changed_to(**{**result.values, "date": today})
        again = partial(self.action_look_back, dict(result.texts))
        self._change("reflected", case, partial(reflect, reflection=made, at=self._at()), otherwise=again, asks=False)

    def action_edit_case(self, texts: dict[str, str] | None = None) -> None:
        """Open the form of the case."""
        case = self.case
        if case is not None and not self.hide:
            self._form(case, texts, is_new=False)

    def action_new_case(self, texts: dict[str, str] | None = None) -> None:
        """Open the form of a new case."""
        from salgsplan_tui.tui.case_fields import NOBODY  # noqa: PLC0415

        opened = self._now().replace(second=0, microsecond=0)
        case = ServiceCase(id=self.desk.session.new_id(), customer=NOBODY, opened=opened)
        self._form(case.changed_to(start_mood=START_MOODS["complaint"]), texts, is_new=True)

    def _form(self, case: ServiceCase, texts: dict[str, str] | None, *, is_new: bool) -> None:
        from salgsplan_tui.tui.case_fields import case_fields, case_texts  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.record_form import RecordForm  # noqa: PLC0415

        title = _("New case") if is_new else _("Edit: {title}").format(title=case_title(case))
        fields = case_fields(self._reader(), self.read_moment, self.plan, case)
        form = RecordForm(title, fields, texts or case_texts(case))
        self.app.push_screen(form, partial(self._take_form, case, is_new=is_new))

    def _take_form(self, case: ServiceCase, result: "RecordResult | None", *, is_new: bool) -> None:
        if result is None or not result.saved:
            return
        texts = dict(result.texts)
        told = {name: value for name, value in result.values.items() if value != getattr(case, name)}
        told = {name: value for name, value in told.items() if value is not None or name not in {"opened", "type"}}
        if is_new and not told.get("customer"):
            self.main.tell("case_wants_customer")
            self.action_new_case(texts)
        elif is_new:
            made = case.changed_to(**told)
            edit = partial(service_edits.add_case, case=made, at=self._at())
            self._change("case_opened", made, edit, otherwise=partial(self.action_new_case, texts))
        elif told:
            edit = partial(_changed, identity=case.id, at=self._at(), fields=told)
            self._change("case_edited", case, edit, otherwise=partial(self.action_edit_case, texts), asks=False)


def _changed(plan: Plan, *, identity: str, at: dt.datetime, fields: Mapping[str, object]) -> Plan:
    return service_edits.change_case(plan, identity, at=at, **fields)
