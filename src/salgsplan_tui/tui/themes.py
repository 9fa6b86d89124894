"""Colours: a light and a dark theme of our own, and the terminal's own sixteen for the rest."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from textual.theme import Theme

DEFAULT: Final = "dark"

_CHOICES: Final[Mapping[str, str]] = {
    "dark": "salgsplan-dark",
    "light": "salgsplan-light",
    "ansi-dark": "ansi-dark",
    "ansi-light": "ansi-light",
}


def theme_name(choice: str | None, environment: Mapping[str, str]) -> str:
    """Return Textual's name of the theme; NO_COLOR and poor terminals get the one that sends no colours of its own."""
    if environment.get("NO_COLOR") or environment.get("TERM") in {"linux", "xterm", "vt100", "vt220", "ansi"}:
        return "ansi-light" if choice in {"light", "ansi-light"} else "ansi-dark"
    return _CHOICES.get(choice or DEFAULT, _CHOICES[DEFAULT])


def own_themes() -> "tuple[Theme, ...]":
    """Return the two themes of our own: calm grounds, one accent, amber for what needs a look."""
    from textual.theme import Theme  # noqa: PLC0415  # the names above are asked for before Textual is loaded

    return (
        Theme(
            name="salgsplan-dark",
            primary="#7fb4ca",
            secondary="#98bb6c",
            accent="#e6c384",
            warning="#ffa066",
            error="#e46876",
            success="#98bb6c",
            foreground="#dcd7ba",
            background="#16161d",
            surface="#1f1f28",
            panel="#2a2a37",
            dark=True,
        ),
        Theme(
            name="salgsplan-light",
            primary="#2d6a8a",
            secondary="#4d7a2d",
            accent="#8a5a00",
            warning="#b35900",
            error="#b3263a",
            success="#3f7a2d",
            foreground="#22242b",
            background="#fbfaf6",
            surface="#f3f1ea",
            panel="#e6e3d8",
            dark=False,
        ),
    )
