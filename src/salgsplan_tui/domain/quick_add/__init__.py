"""Quick add: one line of text, in Norwegian, English or both, becomes an activity (interaction.md 4).

The order of work is the grammar's: literals, signs, repeat, cost, whom, dates, time, duration, quantity, channel; the
rest is the title. A name is looked for before dates, so that «ring Tor» is a person; a number belongs to the first
reader that has a use for it. What cannot be understood is refused with its place, and what is doubtful is said.
"""

from salgsplan_tui.domain.quick_add.read import read
from salgsplan_tui.domain.quick_add.read_when import read_when
from salgsplan_tui.domain.quick_add.reading import Candidate, Chip, Doubt, Notice, Reading
from salgsplan_tui.domain.quick_add.words import Phrases, Words

__all__ = ["Candidate", "Chip", "Doubt", "Notice", "Phrases", "Reading", "Words", "read", "read_when"]
