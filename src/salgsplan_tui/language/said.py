"""What a change did, in words: for the toast after it, and for undo."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.language.formats import amount, bucket, clock, date_range, day_and_month, duration
from salgsplan_tui.language.safe import clip, safe_line

_LONGEST_TITLE: Final = 40

_ONE: Final = {
    "added": N_("Added “{title}”"),
    "adopted": N_("Took down “{title}”"),
    "added_part": N_("Added “{title}” to the plan"),
    "added_plan": N_("Made the plan “{title}”"),
    "added_series": N_("Added the series “{title}”"),
    "area_added": N_("Added the improvement area “{title}”"),
    "area_edited": N_("Changed the improvement area “{title}”"),
    "area_measured": N_("Noted where “{title}” stands"),
    "area_removed": N_("Removed the improvement area “{title}”"),
    "area_settled": N_("Settled the improvement area “{title}”"),
    "called_off": N_("The order from {title} is called off"),
    "called": N_("Done: “{title}”, with every call"),
    "cancelled": N_("Cancelled “{title}”"),
    "case_acknowledged": N_("“{title}” is acknowledged"),
    "case_closed": N_("Closed the case “{title}”"),
    "case_compensated": N_("Noted the compensation of “{title}”"),
    "case_edited": N_("Changed the case “{title}”"),
    "case_escalated": N_("Raised “{title}” to the leader"),
    "case_followed_up": N_("“{title}” is followed up"),
    "case_goes_on": N_("“{title}” goes on"),
    "case_heard": N_("“{title}”: the customer is heard"),
    "case_linked": N_("The activity belongs to “{title}”"),
    "case_mood": N_("Noted the mood in “{title}”"),
    "case_next": N_("Planned the next activity of “{title}”"),
    "case_opened": N_("Opened the case “{title}”"),
    "case_removed": N_("Removed the case “{title}”"),
    "case_reopened": N_("Reopened the case “{title}”"),
    "case_resolved": N_("“{title}” is solved"),
    "case_solution_agreed": N_("“{title}”: a solution is agreed"),
    "case_waits": N_("“{title}” waits for the customer, and the clock stands still"),
    "channel_changed": N_("Changed “{title}”"),
    "channel_hidden": N_("Hid “{title}” where channels are chosen"),
    "channel_made": N_("Made “{title}”"),
    "channel_shown": N_("“{title}” can be chosen again"),
    "confirmed": N_("Confirmed “{title}”"),
    "contact_added": N_("Added the contact {title}"),
    "contact_edited": N_("Changed the contact {title}"),
    "credited": N_("Credited {amount} of the order from {title}"),
    "customer_added": N_("Added the customer {title}"),
    "customer_edited": N_("Changed the customer {title}"),
    "customer_removed": N_("Removed the customer {title}"),
    "done": N_("Done: “{title}”"),
    "done_offer": N_("Done: “{title}”, with an offer of {amount}"),
    "done_order": N_("Done: “{title}”, with an order of {amount}"),
    "done_next": N_("Done: “{title}”, and the next step is planned"),
    "duplicated": N_("Copied “{title}”"),
    "edited": N_("Changed “{title}”"),
    "goal": N_("Set the goal “{title}”"),
    "goal_measured": N_("Noted how far “{title}” has come"),
    "goal_settled": N_("Settled the goal “{title}”"),
    "forgotten": N_("Erased a person"),
    "issued": N_("Issued “{title}”"),
    "imported": N_("Imported contacts from “{title}”"),
    "logged": N_("Logged “{title}”"),
    "material_delivered": N_("Material delivered: “{title}”"),
    "material_taken_back": N_("Material not delivered after all: “{title}”"),
    "missing_planned": N_("Planned what was missing, in {to}"),
    "moved": N_("Moved “{title}” to {to}"),
    "moved_money": N_("Moved {amount} to “{title}”"),
    "must_dos": N_("Set the week's must-dos"),
    "need_added": N_("Asked the leader for “{title}”"),
    "need_resolved": N_("Resolved by the leader: “{title}”"),
    "noted": N_("Noted on “{title}”"),
    "nps_noted": N_("Noted the NPS answer of {title}"),
    "offer_edited": N_("Changed the offer to {title}"),
    "offer_expired": N_("The offer to {title} has expired"),
    "offer_lost": N_("The offer to {title} is lost"),
    "offer_out_again": N_("The offer to {title} is out again"),
    "offer_removed": N_("Removed the offer to {title}"),
    "offer_sent": N_("Offer to {title}: {amount}"),
    "offer_withdrawn": N_("The offer to {title} is withdrawn"),
    "offer_won": N_("The offer to {title} is won: an order of {amount}"),
    "ordered": N_("Order from {title}: {amount}"),
    "order_edited": N_("Changed the order from {title}"),
    "order_removed": N_("Removed the order from {title}"),
    "older_let_go": N_("Let go what was long overdue"),
    "playbook": N_("Planned “{title}”"),
    "playbook_saved": N_("Saved the playbook “{title}”: F5 plans it"),
    "kept_on": N_("{title} is kept on"),
    "register_checked": N_("Noted what the register says of {title}"),
    "removed": N_("Removed “{title}”"),
    "plan_activated": N_("“{title}” is active"),
    "plan_archived": N_("Put away “{title}”"),
    "plan_changed": N_("Changed the plan “{title}”"),
    "plan_closed": N_("Closed “{title}”"),
    "plan_drafted": N_("“{title}” is a draft again"),
    "plan_followed": N_("Copied the programme into “{title}”"),
    "plan_removed": N_("Removed the plan “{title}”"),
    "plan_reopened": N_("Took up “{title}” again"),
    "reopened": N_("Reopened “{title}”"),
    "reviewed": N_("The review of {to} is finished"),
    "review_left": N_("The review of {to} waits to be gone on with"),
    "review_noted": N_("Noted in the review of {to}"),
    "reflected": N_("Noted your own look back on “{title}”"),
    "responded": N_("Noted answers to “{title}”"),
    "scenario_kept": N_("Changed “{title}” as it was tried"),
    "settings": N_("Changed the settings"),
    "skipped": N_("Not done: “{title}”"),
    "stage_set": N_("{title} is at another stage"),
    "started": N_("Started “{title}”"),
    "stretched": N_("“{title}” takes {minutes}"),
    "welcomed": N_("Welcome, {title}"),
    "took_leave": N_("Off {to}"),
    "took_ill": N_("Ill {to}"),
    "took_closed": N_("Closed {to}"),
    "took_leave_back": N_("At work {to} after all"),
}
_PARTS: Final = {
    "later": N_("this and all later"),
    "all": N_("the whole series"),
    "steps": N_("with all steps still open"),
}
"""How much of a series or a playbook it was, where it was more than one."""


def said_in_words(key: str, values: Mapping[str, object]) -> str:
    """Return one short sentence; a key from a newer program is shown as it is."""
    count = values.get("count")
    if key == "copied":
        return _copied(values)
    last = str(values.get("last") or "")
    words = {
        "title": clip(safe_line(str(values.get("title", ""))), _LONGEST_TITLE),
        "amount": amount(ore) if isinstance(ore := values.get("amount"), int) else "",
        "to": place_in_words(str(values.get("to") or ""), str(values.get("start") or "")),
        "minutes": duration(_number(values, "minutes")),
    }
    if last and last != values.get("to"):
        words["to"] = date_range(dt.date.fromisoformat(str(values["to"])), dt.date.fromisoformat(last))
    sentence = _(_ONE[key]).format(**words) if key in _ONE else f"{key}: {words['title']}"
    if values.get("part") in _PARTS:
        sentence += f" · {_(_PARTS[str(values['part'])])}"
    if not isinstance(count, int) or count < 2:  # noqa: PLR2004  # one row needs no number
        return sentence
    others = ngettext("and {count} more", "and {count} more", count - 1).format(count=count - 1)
    return f"{sentence} {others}"


def _copied(values: Mapping[str, object]) -> str:
    """Return «Kopierte 6 aktiviteter til uke 9, 2 utelatt på fridager»."""
    count, left = _number(values, "count"), _number(values, "left_out")
    words = ngettext("Copied {count} activity to {to}", "Copied {count} activities to {to}", count)
    sentence = words.format(count=count, to=place_in_words(str(values.get("to") or "")))
    if not left:
        return sentence
    return ngettext("{copied}, {count} left out on a day off", "{copied}, {count} left out on days off", left).format(
        copied=sentence, count=left
    )


def _number(values: Mapping[str, object], name: str) -> int:
    value = str(values.get(name) or 0)
    return int(value) if value.isdecimal() else 0


def place_in_words(to: str, start: str = "") -> str:
    """Return a date, a bucket or nowhere in words: «fre 19.2. 10:30»."""
    if not to:
        return _("no date")
    try:
        return bucket(to)
    except ValueError:
        day = day_and_month(dt.date.fromisoformat(to))
    return f"{day} {clock(dt.time.fromisoformat(start))}" if start else day
