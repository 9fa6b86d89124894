"""What the keys do to customers and contacts: the card, the forms, the stage, and the way into and out of the book."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from salgsplan_tui.domain import customer_edits
from salgsplan_tui.domain.customer_filter import CustomerFilter
from salgsplan_tui.domain.customer_history import suggested_stage
from salgsplan_tui.domain.customers import Contact, Customer, Stage
from salgsplan_tui.domain.objecting import with_objections
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.said import Said
from salgsplan_tui.domain.stages import is_backward
from salgsplan_tui.language import N_, _, language
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.session import Edit
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.customer_filters import CustomerFilters
from salgsplan_tui.tui.customer_labels import stage_name
from salgsplan_tui.tui.customer_page import CustomerRow
from salgsplan_tui.tui.sale_actions import SaleActions

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.customer_card import CardChoice
    from salgsplan_tui.tui.dialogs.record_form import RecordResult


class CustomerActions(CustomerFilters, SaleActions):  # in this order: Textual takes styles from the first base
    """A view whose keys act on the customer under the cursor; dialogs are loaded when they are first opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "change_stage", N_("to another stage"), show=False, id="customers.change_stage"),
        Binding("e", "edit_customer", N_("edit"), show=False, id="customers.edit"),
        Binding("c", "new_customer", N_("new customer"), show=False, id="customers.new"),
        Binding("delete,backspace", "remove_customer", N_("remove a mistake"), show=False, id="customers.remove"),
    ]

    @property
    def row(self) -> CustomerRow | None:
        """The customer under the cursor."""
        raise NotImplementedError

    @property
    def chosen(self) -> tuple[CustomerRow, ...]:
        """The customers that keys act on: those that are marked, in the order shown, else the one under the cursor."""
        if self.marked:
            return tuple(row for row in self.page.rows if row.record.customer.id in self.marked)
        return () if self.row is None else (self.row,)

    def open_target(self) -> bool:
        """Open the card of the customer under the cursor; in presentation mode it stays closed."""
        if self.row is None:
            return False
        if self.hide:
            self.main.tell("presentation_hides")
        else:
            self.open_card(self.row.record.customer.id)
        return True

    def read_filter(self, text: str) -> CustomerFilter:
        """Read what is typed to choose among the customers."""
        return self.desk.read_customer_filter(text)

    def open_found(self, identity: str) -> None:
        """Open the card of a customer; a filter that leaves it out is taken away."""
        if all(row.record.customer.id != identity for row in self.page.rows):
            self.show_all()
        self.go_to(identity)
        self.open_target()

    def open_card(self, identity: str) -> None:
        """Show everything about a customer, and go on from there."""
        from salgsplan_tui.tui.customer_card import CustomerCard  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.customer_card import CustomerCardDialog  # noqa: PLC0415

        self.go_to(identity)
        row = self.row
        if row is None or row.record.customer.id != identity:
            return
        approach = self.desk.session.approach(row.record.next, language()) if row.record.next else ""
        card = CustomerCard(self.plan, row, self.now, approach)
        self.app.push_screen(CustomerCardDialog(card), partial(self._go_on, identity))

    def _go_on(self, identity: str, choice: "CardChoice | None") -> None:
        if choice is None:
            return
        match choice.action:
            case "edit":
                self.action_edit_customer()
            case "stage":
                self.action_change_stage()
            case "contact":
                self.open_new_contact(identity)
            case "activity":
                self.call_later(self.main.run_action, "quick_add")
            case "insight":
                self._tell_insight(choice)
            case "offer" | "order":
                self.new_sale(choice.action, identity, partial(self.open_card, identity))
            case "open":
                self._open(identity, choice)

    def _tell_insight(self, choice: "CardChoice") -> None:
        target = choice.target
        if target is not None and target.kind == "contact":
            self.open_insight(target.id)
        else:
            self.action_insight()

    def action_insight(self) -> None:
        """Show what is kept about the person at the customer under the cursor."""
        raise NotImplementedError

    def open_insight(self, person: str) -> None:
        """Show what is kept about a person."""
        raise NotImplementedError

    def _open(self, identity: str, choice: "CardChoice") -> None:
        target = choice.target
        if target is not None and target.kind == "contact":
            self.open_contact(identity, target.id)
        elif target is not None and target.kind in {"offer", "order"}:
            self.open_sale(target.kind, target.id, partial(self.open_card, identity))
        elif target is not None:
            self.main.open_details(self.plan.activity(target.id))

    def action_edit_customer(self, texts: dict[str, str] | None = None) -> None:
        """Open the form of the customer under the cursor."""
        if self.row is None or self.hide:
            return
        from salgsplan_tui.tui.customer_fields import customer_fields, customer_texts  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.record_form import RecordForm  # noqa: PLC0415

        customer = self.row.record.customer
        title = _("Edit: {title}").format(title=customer.name)
        form = RecordForm(title, customer_fields(self._reader()), texts or customer_texts(customer))
        self.app.push_screen(form, partial(self._take_customer, customer))

    def _take_customer(self, customer: Customer, result: "RecordResult | None") -> None:
        if result is None or not result.saved:
            return
        from salgsplan_tui.tui.customer_fields import customer_values  # noqa: PLC0415

        fields, at = customer_values(customer, result.values, self.now.date()), self._at()
        if not fields:
            return

        def take(plan: Plan) -> Plan:
            plan = customer_edits.change_customer(plan, customer.id, at=at, **fields)
            alone = customer.is_person and "name" in fields and plan.contact(customer.id) is not None
            return customer_edits.change_contact(plan, customer.id, at=at, name=fields["name"]) if alone else plan

        again = partial(self.action_edit_customer, dict(result.texts))
        self._ask("customer_edited", customer.name, take, again, select=customer.id)

    def action_new_customer(self, texts: dict[str, str] | None = None) -> None:
        """Open an empty form of a customer; its first contact is asked for next."""
        from salgsplan_tui.tui.customer_fields import customer_fields  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.record_form import RecordForm  # noqa: PLC0415

        usual = {"kind": "company", "owner": self.plan.settings.name}
        form = RecordForm(_("New customer"), customer_fields(self._reader()), texts or usual)
        self.app.push_screen(form, self._take_new_customer)

    def _take_new_customer(self, result: "RecordResult | None") -> None:
        if result is None or not result.saved:
            return
        from salgsplan_tui.tui.customer_fields import customer_values  # noqa: PLC0415

        identity, at = self.desk.session.new_id(), self._at()
        name = str(result.values["name"])
        new = Customer(id=identity, name=name, stage=Stage.LEAD)
        customer = new.changed_to(**customer_values(new, result.values, self.now.date()))
        edit = partial(customer_edits.add_customer, customer=customer, at=at)
        again = partial(self.action_new_customer, dict(result.texts))
        self._ask("customer_added", name, edit, again, select=identity, card=identity)

    def open_new_contact(self, identity: str, texts: dict[str, str] | None = None) -> None:
        """Open an empty form of a contact; a person who is a customer is its own contact."""
        customer = self.plan.customers[identity]
        is_own = customer.is_person and not customer.contacts
        new = Contact(id=identity if is_own else self.desk.session.new_id(), name=customer.name if is_own else "")
        self._open_contact_form(identity, new, texts, is_new=True)

    def open_contact(self, identity: str, contact: str) -> None:
        """Open the form of a contact."""
        found = self.plan.contact(contact)
        if found is not None and not found[1].is_forgotten:
            self._open_contact_form(identity, found[1], None, is_new=False)

    def _open_contact_form(
        self, identity: str, contact: Contact, texts: dict[str, str] | None, *, is_new: bool
    ) -> None:
        from salgsplan_tui.tui.customer_fields import contact_fields, contact_texts  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.record_form import RecordForm  # noqa: PLC0415

        title = _("New contact") if is_new else _("Edit: {title}").format(title=contact.name)
        given = texts or contact_texts(contact, self.now.date())
        form = RecordForm(title, contact_fields(self._reader(), self.plan), given)
        self.app.push_screen(form, partial(self._take_contact, identity, contact, is_new=is_new))

    def _take_contact(self, identity: str, contact: Contact, result: "RecordResult | None", *, is_new: bool) -> None:
        if result is None or not result.saved:
            self.open_card(identity)
            return
        from salgsplan_tui.tui.customer_fields import contact_values  # noqa: PLC0415

        today, at = self.now.date(), self._at()
        fields = contact_values(contact, result.values, today)
        objects = bool(result.values["objects"]) and contact.objection is None

        def take(plan: Plan) -> Plan:
            if is_new:
                plan = customer_edits.add_contact(plan, identity, contact.changed_to(**fields), at=at)
            elif fields:
                plan = customer_edits.change_contact(plan, contact.id, at=at, **fields)
            return with_objections(plan, (contact.id,) if objects else (), today=today, at=at)

        key, name = ("contact_added" if is_new else "contact_edited"), str(result.values["name"])
        again = partial(self._open_contact_form, identity, contact, dict(result.texts), is_new=is_new)
        mentions = (contact.id, identity) if objects else ()
        self._ask(key, name, take, again, select=identity, card=identity, mentions=mentions)

    def action_change_stage(self) -> None:
        """Ask for the customer's new stage; what has happened suggests one."""
        if self.row is None:
            return
        from salgsplan_tui.tui.dialogs.choice_list import Choice  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

        record = self.row.record
        suggested, now = suggested_stage(record), record.customer.stage
        remarks = {now: _("now")} | ({suggested: _("suggested by what has happened")} if suggested else {})
        stages = sorted(Stage, key=lambda stage: stage is not suggested)
        choices = tuple(Choice(stage, stage_name(stage), detail=remarks.get(stage, "")) for stage in stages)
        name = "" if self.hide else safe_line(record.customer.name)
        dialog = ChooseDialog(_("Which stage is {name} at?").format(name=name), choices)
        self.app.push_screen(dialog, partial(self._take_stage_of, record.customer))

    def _take_stage_of(self, customer: Customer, stage: Stage | None) -> None:
        if stage is None or stage is customer.stage:
            return
        if not is_backward(customer.stage, stage):
            self._set_stage(customer, stage, None)
            return
        from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog  # noqa: PLC0415

        step = f"{stage_name(customer.stage)} → {stage_name(stage)}"
        self.app.push_screen(
            AskWordsDialog(_("Why back?"), detail=step),
            lambda reason: self._set_stage(customer, stage, reason) if reason else None,
        )

    def _set_stage(self, customer: Customer, stage: Stage, reason: str | None) -> None:
        edit = partial(
            customer_edits.set_stage,
            identity=customer.id,
            stage=stage,
            today=self.now.date(),
            at=self._at(),
            reason=reason,
        )
        self._ask("stage_set", customer.name, edit, select=customer.id)

    def action_remove_customer(self) -> None:
        """Take a mistake out of the book; one that activities name stays."""
        if self.row is not None:
            customer = self.row.record.customer
            edit = partial(customer_edits.remove_customer, identity=customer.id)
            self._ask("customer_removed", customer.name, edit)

    def _ask(  # noqa: PLR0913  # what a change is told by, and what comes of it
        self,
        key: str,
        name: str,
        edit: Edit,
        otherwise: Callable[[], None] | None = None,
        *,
        select: str | None = None,
        card: str | None = None,
        mentions: tuple[str, ...] = (),
    ) -> None:
        """Ask for a change; afterwards the card is shown again, where it led here."""

        def show(before: Plan, after: Plan) -> None:
            if card is not None:
                self.open_card(card)
            self.main.tell_stopped(before, after)

        said = Said(key, {"title": name})
        self.post_message(Change(edit, said, otherwise=otherwise, select=select, mentions=mentions, afterwards=show))
