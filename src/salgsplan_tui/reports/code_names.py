"""The words of reports for codes: what is told where there is nothing, states, reasons, classes."""

from typing import Final

from salgsplan_tui.language import N_

WORDS: Final = {
    "busy": N_("Busy"),
    "private_customer": N_("private customer"),
    "person": N_("contact person"),
    "whole_week": N_("the week as a whole"),
    "service_case": N_("service case"),
    "total": N_("In all"),
    "no_goal": N_("No goal with number, unit and deadline is set."),
    "no_order_goal": N_("No goal of order intake is set, so nothing can be counted back."),
    "nothing_planned": N_("Nothing is planned."),
    "nothing_planned_next": N_("No programme is made for the period ahead yet."),
    "nothing_done": N_("Nothing was done in these days."),
    "no_must_dos": N_("The week's three most important things are not chosen."),
    "no_needs": N_("Nothing is needed from the leader now."),
    "no_budget": N_("There is no cost budget."),
    "none_over": N_("No line is over."),
    "no_offers": N_("No offers are expected to be decided."),
    "no_offers_out": N_("No offers are out."),
    "no_risks": N_("The figures show no risk."),
    "no_days_off": N_("No days off."),
    "no_improvements": N_("No improvement areas are noted."),
    "no_nps": N_(
        "NPS: nobody has told it yet. Ask the customers, and note their answers on their cards or tell it in a goal."
    ),
    "no_links": N_("The programme hangs under no plan above."),
    "no_market_plan": N_("No plan above tells a market share."),
    "no_strategies": N_("No strategies are written."),
    "wages_kept_back": N_("Wages are left out; the seller has not chosen to show them."),
    "shared": N_("shared"),
    "without_line": N_("without a line"),
    "counter": N_("at the counter"),
    "own_activity": N_("own activity"),
    "closed_day": N_("closed"),
    "away": N_("away"),
    "behind_pace": N_("Behind pace:"),
    "over_budget": N_("Over budget:"),
    "old_offers": N_("Offers older than a week:"),
    "overdue_rows": N_("Overdue rows:"),
    "full_week": N_("More planned than there is time for:"),
    "since": N_("Since the report of"),
    "no_change": N_("nothing has changed"),
    "rows_new": N_("New rows:"),
    "rows_gone": N_("Rows gone:"),
    "rows_moved": N_("Rows moved:"),
    "ex_vat": N_("All amounts are without VAT."),
    "differs": N_("differs"),
}

WITHHELD: Final = {
    "private": N_("private rows shown as busy"),
    "persons": N_("names of persons left out"),
    "firms": N_("names of firms left out"),
    "wages": N_("wages left out"),
}

GOAL_STATUSES: Final = {
    "open": N_("under way"),
    "reached": N_("reached"),
    "missed": N_("missed"),
    "dropped": N_("dropped"),
}

AREAS: Final = {
    "new_sales": N_("new sales"),
    "order_intake": N_("order intake"),
    "repurchase": N_("repurchase"),
    "additional_purchase": N_("additional purchase"),
    "loyalty": N_("loyalty"),
    "market_share": N_("market share"),
    "service": N_("service"),
    "activity": N_("activity"),
    "profit": N_("profit"),
    "competence": N_("competence"),
    "other": N_("other"),
}

STEPS: Final = {
    "attempts": N_("attempts"),
    "reached": N_("persons reached"),
    "meetings": N_("meetings"),
    "offers": N_("offers"),
    "orders": N_("orders"),
}

CLASSES: Final = {
    "A": N_("A customer"),
    "B": N_("B customer"),
    "C": N_("C customer"),
    "none": N_("customer without class"),
}
