"""What a change did, in data; only the command line and the screens turn it into words."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Said:
    """The key of a sentence such as "moved", and what belongs in it; plain values, for they are written down."""

    key: str
    values: Mapping[str, str | int | None] = field(default_factory=dict)
