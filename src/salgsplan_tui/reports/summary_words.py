"""The facts of a quarter or a year as sentences, for the seller to make a summary of their own of (chapter 6.7)."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from salgsplan_tui.domain.channels import Catalogue
from salgsplan_tui.domain.reports.values import Figure, Figures, Report
from salgsplan_tui.language import _, ngettext
from salgsplan_tui.language.formats import number
from salgsplan_tui.reports.wording import Wording


def proposed_sentences(report: Report, channels: Catalogue) -> tuple[str, ...]:
    """Return up to five sentences in the language spoken now; none where the report holds the seller's own already."""
    section = report.section("summary")
    blocks = () if section is None else section.blocks
    found = (each.figures for each in blocks if isinstance(each, Figures) and each.code == "facts")
    facts = {each.code: each for each in next(found, ())}
    return tuple(_sentences(facts, Wording(channels))) if facts else ()


def _sentences(facts: Mapping[str, Figure], wording: Wording) -> Iterator[str]:
    """Yield what there is to tell; of nothing there is no sentence, but for the order intake."""
    value = facts["order_value"]
    if value.against is None:
        yield _("Order intake is {value}.").format(value=wording.say(value.item))
    else:
        told = _("Order intake is {value} of a goal of {goal}.")
        yield told.format(value=wording.say(value.item), goal=wording.say(value.against))
    if facts["order_value_before"].item.value:
        yield _("The period before it was {value}.").format(value=wording.say(facts["order_value_before"].item))
    hits = facts["hit_rate"].item
    if hits.value is not None and hits.part is not None and hits.whole is not None:
        told = _("{won} of {decided} offers that were decided were won.")
        yield told.format(won=number(hits.part), decided=number(hits.whole))
    if facts["open_offers"].item.value:
        yield _("Offers of {value} are out.").format(value=wording.say(facts["open_offers"].item))
    new = facts["new_customers"].item.value
    if isinstance(new, int | Fraction) and new:
        told = ngettext(
            "{count} customer bought for the first time.", "{count} customers bought for the first time.", int(new)
        )
        yield told.format(count=number(new))
