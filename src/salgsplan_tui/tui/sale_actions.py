"""What is done to offers and orders, from the customer's card and from the money: won, lost, credited (S48)."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, get_args

from salgsplan_tui.domain import offer_steps, sales_edits
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.said import Said
from salgsplan_tui.domain.sales import LostReason, Offer, OfferState, Order
from salgsplan_tui.domain.sales_drafts import SaleSort, Source, drafted, order_of_offer
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.language.formats import amount, amount_rounded, short_date
from salgsplan_tui.language.reason_names import lost_reason_name
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.session import Edit
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.dialogs.choice_list import Choice
from salgsplan_tui.tui.sales_labels import lines_words, offer_state_name, origin_words
from salgsplan_tui.tui.working_view import WorkingView

if TYPE_CHECKING:
    from salgsplan_tui.tui.customer_fields import Reader
    from salgsplan_tui.tui.dialogs.record_form import RecordResult
    from salgsplan_tui.tui.sale_form import SaleForm

_OF_OPEN: Final = (
    ("won", N_("won: it becomes an order")),
    ("lost", N_("lost")),
    ("withdrawn", N_("withdrawn")),
    ("expired", N_("expired")),
    ("edit", N_("edit")),
    ("remove", N_("remove a mistake")),
)
_OF_DECIDED: Final = (("sent", N_("out again")), ("edit", N_("edit")), ("remove", N_("remove a mistake")))
_OF_ORDER: Final = (
    ("edit", N_("edit")),
    ("credit", N_("credit")),
    ("called_off", N_("call it off")),
    ("remove", N_("remove a mistake")),
)
_STATES: Final[dict[str, OfferState]] = {"withdrawn": "withdrawn", "expired": "expired"}


class SaleActions(WorkingView):
    """A view from which offers and orders are opened."""

    def _at(self) -> dt.datetime:
        return self.desk.clock.stamp()

    def _reader(self) -> "Reader":
        from salgsplan_tui.tui.customer_fields import Reader  # noqa: PLC0415

        return Reader(self.desk.read, self.desk.read_days)

    def open_sale(self, kind: str, identity: str, back: Callable[[], None]) -> None:
        """Ask what is to be done with an offer or an order; `back` shows again where it was opened from."""
        if self.hide:
            self.main.tell("presentation_hides")
        elif kind == "offer" and identity in self.plan.offers:
            self._open_offer(self.plan.offers[identity], back)
        elif identity in self.plan.orders:
            self._open_order(self.plan.orders[identity], back)

    def _open_offer(self, offer: Offer, back: Callable[[], None]) -> None:
        words = [amount_rounded(offer.amount), offer_state_name(offer.state)]
        if offer.is_open:
            days = offer.age(self.now.date()) or 0
            words.append(ngettext("{count} day", "{count} days", days).format(count=days))
        words += [lines_words(self.plan, offer.lines)] if offer.lines else []
        title = _("The offer to {name}").format(name=self._whose(offer))
        choices = _OF_OPEN if offer.is_open else _OF_DECIDED
        self._choose(title, " · ".join(words), choices, partial(self._do_with_offer, offer, back), back)

    def _open_order(self, order: Order, back: Callable[[], None]) -> None:
        words = [amount_rounded(order.net), short_date(order.date), origin_words(self.plan, order)]
        words += [lines_words(self.plan, order.lines)] if order.lines else []
        title = _("The order from {name}").format(name=self._whose(order))
        done = {"called_off", "credit"} if order.cancelled else set()
        choices = tuple(each for each in _OF_ORDER if each[0] not in done)
        self._choose(title, " · ".join(words), choices, partial(self._do_with_order, order, back), back)

    def _choose(
        self,
        title: str,
        detail: str,
        choices: tuple[tuple[str, str], ...],
        then: Callable[[str], None],
        back: Callable[[], None],
    ) -> None:
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

        asked = [Choice(code, _(words)) for code, words in choices]
        self.app.push_screen(
            ChooseDialog(title, asked, detail=detail), lambda chosen: back() if chosen is None else then(chosen)
        )

    def _do_with_offer(self, offer: Offer, back: Callable[[], None], what: str) -> None:
        today, at = self.now.date(), self._at()
        match what:
            case "won":
                order = order_of_offer(self.desk.with_sales(offer.customer), offer, self.desk.session.new_id(), today)
                self._open_form(order, back, key="offer_won")
            case "lost":
                self._ask_reason(offer, back)
            case "edit":
                self._open_form(offer, back, is_new=False)
            case "remove":
                self._ask_sale("offer_removed", offer, partial(sales_edits.remove_offer, identity=offer.id), back)
            case "sent":
                edit = partial(offer_steps.send, identity=offer.id, today=today, at=at)
                self._ask_sale("offer_out_again", offer, edit, back)
            case _:
                edit = partial(offer_steps.decide, identity=offer.id, state=_STATES[what], today=today, at=at)
                self._ask_sale(f"offer_{what}", offer, edit, back)

    def _do_with_order(self, order: Order, back: Callable[[], None], what: str) -> None:
        match what:
            case "edit":
                self._open_form(order, back, is_new=False)
            case "credit":
                self._ask_credit(order, back)
            case "remove":
                self._ask_sale("order_removed", order, partial(sales_edits.remove_order, identity=order.id), back)
            case _:
                edit = partial(offer_steps.call_off, identity=order.id, at=self._at())
                self._ask_sale("called_off", order, edit, back)

    def _ask_reason(self, offer: Offer, back: Callable[[], None]) -> None:
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

        choices = [Choice(each, lost_reason_name(each)) for each in get_args(LostReason)]
        title = _("Why was the offer to {name} lost?").format(name=self._whose(offer))
        self.app.push_screen(ChooseDialog(title, choices), partial(self._lose, offer, back))

    def _lose(self, offer: Offer, back: Callable[[], None], reason: LostReason | None) -> None:
        if reason is None:
            back()
        elif reason == "other":
            from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog  # noqa: PLC0415

            title = _("Why was the offer to {name} lost?").format(name=self._whose(offer))
            self.app.push_screen(AskWordsDialog(title), lambda words: self._set_lost(offer, back, reason, words))
        else:
            self._set_lost(offer, back, reason, None)

    def _set_lost(self, offer: Offer, back: Callable[[], None], reason: LostReason, text: str | None) -> None:
        edit = partial(
            offer_steps.decide,
            identity=offer.id,
            state="lost",
            today=self.now.date(),
            at=self._at(),
            reason=reason,
            text=text,
        )
        self._ask_sale("offer_lost", offer, edit, back)

    def _ask_credit(self, order: Order, back: Callable[[], None], texts: dict[str, str] | None = None) -> None:
        from salgsplan_tui.tui.dialogs.form_fields import written_amount  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.record_fields import RecordField  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.record_form import RecordForm  # noqa: PLC0415

        title = _("Credit the order from {name}: {amount} is left").format(
            name=self._whose(order), amount=amount(order.net)
        )
        field = RecordField("amount", N_("Amount"), self._reader().amount)
        form = RecordForm(title, [field], texts or {"amount": written_amount(order.net)})
        self.app.push_screen(form, partial(self._take_credit, order, back))

    def _take_credit(self, order: Order, back: Callable[[], None], result: "RecordResult | None") -> None:
        ore = None if result is None or not result.saved else result.values["amount"]
        if result is None or not isinstance(ore, int):
            back()
            return
        edit = partial(offer_steps.credit, identity=order.id, amount=ore, at=self._at())
        again = partial(self._ask_credit, order, back, dict(result.texts))
        self._ask_sale("credited", order, edit, back, ore=ore, otherwise=again)

    def new_sale(self, sort: SaleSort, customer: str, back: Callable[[], None]) -> None:
        """Open the form of a new offer to a customer, or of a new order of it."""
        plan, today, identity = self.desk.with_sales(customer), self.now.date(), self.desk.session.new_id()
        self._open_form(drafted(plan, Source(customer), sort, identity, today), back)

    def _open_form(
        self,
        sale: Offer | Order,
        back: Callable[[], None],
        *,
        is_new: bool = True,
        key: str = "",
        texts: dict[str, str] | None = None,
    ) -> None:
        from salgsplan_tui.tui.sale_form import SaleForm  # noqa: PLC0415

        form = SaleForm(self.desk.with_sales(sale.customer), self._reader(), sale, is_new)
        self.app.push_screen(form.form(texts), partial(self._take_form, form, back, key))

    def _take_form(self, form: "SaleForm", back: Callable[[], None], key: str, result: "RecordResult | None") -> None:
        made = None if result is None or not result.saved else form.made(result.values)
        if result is None or made is None:
            back()
            return
        at, before = self._at(), form.sale
        if form.is_new:
            key = key or ("offer_sent" if isinstance(made, Offer) else "ordered")
            edit: Edit = partial(offer_steps.put_sale, sale=made, at=at)
        else:
            key = "offer_edited" if isinstance(made, Offer) else "order_edited"
            edit = _changing(made, before, at)
        again = partial(
            self._open_form, before, back, is_new=form.is_new, key=key if form.is_new else "", texts=dict(result.texts)
        )
        self._ask_sale(key, made, edit, back, otherwise=again)

    def _ask_sale(  # noqa: PLR0913  # what a change is told by, and what comes of it
        self,
        key: str,
        sale: Offer | Order,
        edit: Edit,
        back: Callable[[], None],
        *,
        ore: int | None = None,
        otherwise: Callable[[], None] | None = None,
    ) -> None:
        said = Said(key, {"id": sale.id, "title": self._whose(sale), "amount": sale.amount if ore is None else ore})
        self.post_message(Change(edit, said, otherwise=otherwise or back, afterwards=lambda _before, _after: back()))

    def _whose(self, sale: Offer | Order) -> str:
        customer = self.plan.customers.get(sale.customer)
        return sale.customer if customer is None else safe_line(customer.name)


def _changing(made: Offer | Order, before: Offer | Order, at: dt.datetime) -> Callable[[Plan], Plan]:
    """Return the edit that sets what the form changed, and nothing else."""
    fields = {name: getattr(made, name) for name in made.__dict__ if getattr(made, name) != getattr(before, name)}
    if isinstance(made, Offer):
        return lambda plan: sales_edits.change_offer(plan, made.id, at=at, **fields) if fields else plan
    return lambda plan: sales_edits.change_order(plan, made.id, at=at, **fields) if fields else plan
