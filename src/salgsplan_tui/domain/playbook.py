"""A playbook: a named chain of activities, each so long before or after one date."""

from typing import Annotated

from salgsplan_tui.domain.channels import Code
from salgsplan_tui.domain.fields import AsTuple, ClockTime, Minutes, Texts, Value, within
from salgsplan_tui.domain.offsets import Offset


class PlaybookStep(Value):
    """One activity of a playbook."""

    nb: str
    en: str
    channel: Code | None = None
    type: Code | None = None
    minutes: Minutes | None = None
    start: ClockTime | None = None
    days: Annotated[int, within(1, 366)] | None = None
    """Over how many days it lasts, where that is more than one."""
    offset: Offset
    """How long before or after the playbook's date it stands."""
    material: Offset | None = None
    """How long before or after its own date its material is due."""


class Playbook(Value):
    """A chain of activities under one name."""

    code: Code
    nb: str
    en: str
    words: Texts = ()
    """What people call it beside its names."""
    steps: Annotated[tuple[PlaybookStep, ...], AsTuple] = ()

    @property
    def id(self) -> str:
        """What tells it from the other blocks of its file."""
        return self.code

    def name(self, language: str) -> str:
        """Return its name."""
        return self.nb if language == "nb" else self.en
