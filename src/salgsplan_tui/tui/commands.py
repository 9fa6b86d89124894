"""Every command by name, for the palette: made from the bindings, so that it never says less than the keys."""

from textual.binding import Binding
from textual.screen import Screen

from salgsplan_tui.language import _
from salgsplan_tui.tui.dialogs.palette import Command


def commands(screen: Screen[object]) -> tuple[Command, ...]:
    """Return the commands that can be run now, each once, with its keys."""
    found: dict[str, list[str]] = {}
    bindings: dict[str, Binding] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.id is None or binding.id.startswith("cursor."):
            continue
        bindings[binding.id] = binding
        found.setdefault(binding.id, []).append(screen.app.get_key_display(binding))
    return tuple(
        Command(id=binding.action, name=_(binding.description), key=" ".join(dict.fromkeys(found[name])))
        for name, binding in bindings.items()
    )
