"""Textual's own words for its keys, named here so that they are translated: screens.py says them."""

from typing import Final

from salgsplan_tui.language import N_

TEXTUAL_WORDS: Final = frozenset(
    {
        # the app, its screens and whatever scrolls
        N_("Quit"),
        N_("Quit the app and return to the command prompt."),
        N_("Focus Next"),
        N_("Focus Previous"),
        N_("Copy selected text"),
        N_("Scroll Up"),
        N_("Scroll Down"),
        N_("Scroll Left"),
        N_("Scroll Right"),
        N_("Scroll Home"),
        N_("Scroll End"),
        N_("Page Up"),
        N_("Page Down"),
        N_("Page Left"),
        N_("Page Right"),
        # a field
        N_("Move cursor left"),
        N_("Move cursor right or accept the completion suggestion"),
        N_("Go to start"),
        N_("Go to end"),
        N_("Move cursor left and select"),
        N_("Move cursor left a word"),
        N_("Move cursor left a word and select"),
        N_("Move cursor right and select"),
        N_("Move cursor right a word"),
        N_("Move cursor right a word and select"),
        N_("Delete character left"),
        N_("Delete character right"),
        N_("Select all"),
        N_("Select line start"),
        N_("Select line end"),
        N_("Submit"),
        N_("Delete left to start of word"),
        N_("Delete all to the left"),
        N_("Delete right to start of word"),
        N_("Delete all to the right"),
        N_("Cut selected text"),
        N_("Paste text from the clipboard"),
        # lists, tables and menus
        N_("Up"),
        N_("Down"),
        N_("First"),
        N_("Last"),
        N_("Select"),
        N_("Cursor up"),
        N_("Cursor down"),
        N_("Cursor left"),
        N_("Cursor right"),
        N_("Home"),
        N_("End"),
        N_("Page up"),
        N_("Page down"),
        N_("Top"),
        N_("Bottom"),
        N_("Show menu"),
        # the palette
        N_("Go to bottom"),
        N_("Go to top"),
        N_("Next command"),
        N_("Exit the command palette"),
        N_("Next page"),
        N_("Previous page"),
        N_("Previous command"),
    }
)
