"""The sentence for each thing to know about how a typed line was read. By code, in alphabetical order."""

from typing import Final

from salgsplan_tui.language import N_

NOTICES: Final[dict[str, str | tuple[str, ...]]] = {
    "case_goes_on": N_("Belongs to the open service case “{title}”."),
    "case_opened": N_("Opens the service case “{title}”, which came in by {channel}."),
    "case_opened_somehow": N_(
        "Opens the service case “{title}”. How it came in is not told: write “by e-mail” or “by phone”."
    ),
    "contact_rule": (
        N_("Not allowed: {name} {reason}. Allowed only if {lift}."),
        N_("{name} {reason}."),
    ),
    "duration_mismatch": N_("From start to end is {minutes:duration}, but the text says {other:duration}."),
    "holiday": N_("Public holiday on {date}: {holiday:holiday}."),
    "new_customer": N_("{name} is new and is added to the customers."),
    "no_channel": N_("No channel was found in the text."),
    "past_moved": N_("The time has passed, so it is moved to {date} {start}."),
    "read_as_minutes": N_("“{text}” is read as {minutes:duration}, not as months."),
    "read_as_time": N_("“{text}” is read as the time {start}."),
    "row_bad_email": N_("An e-mail address that is none is kept in the notes."),
    "row_broken_card": N_("The card is broken."),
    "row_cleaned": N_("Hidden characters were taken out."),
    "row_encoding": N_("Its characters cannot be read."),
    "row_formula": N_("“{text}” is a formula and no name."),
    "row_nameless": N_("It names nobody."),
    "row_over_limit": N_("“{text}” is beyond the {most:number} contacts that one file may hold: put it into another."),
    "row_shortened": N_("A text that was too long is cut."),
    "row_too_long": N_("It has more cells than there are columns."),
    "thousands": N_("“{text}” is read as {number:number}."),
    "unknown_goal": N_("No goal is called “{text}”; the words are kept."),
    "unknown_programme": N_("No activity programme is called “{text}”; the words are kept."),
    "weekday_mismatch": N_("The weekday says {date}, but the date is {other}."),
    "weekend": N_("Falls in a weekend: {date}."),
}
