"""The sentence for each thing to know about how a typed line was read. By code, in alphabetical order."""

from typing import Final

from salgsplan_tui.language import N_

NOTICES: Final[dict[str, str | tuple[str, ...]]] = {
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
    "thousands": N_("“{text}” is read as {number:number}."),
    "weekday_mismatch": N_("The weekday says {date}, but the date is {other}."),
    "weekend": N_("Falls in a weekend: {date}."),
}
