"""The keys of the views in which the plan is seen by days and hours; what they do is the main screen's."""

from textual.binding import Binding

from salgsplan_tui.language import N_


def hour_keys(*, show: bool) -> list[Binding]:
    """Return the keys, with those that change a row's place among the hours in the bar of hints, or not."""
    return [
        Binding("p", "screen.place", N_("place"), show=show, id="hours.place"),
        Binding("w,f8", "screen.stretch(15)", N_("longer"), show=show, id="hours.longer"),
        Binding("W,f7", "screen.stretch(-15)", N_("shorter"), show=show, id="hours.shorter"),
        Binding("v", "screen.must_dos", N_("the week's must-dos"), show=False, id="hours.must_dos"),
        Binding("z", "screen.copy", N_("copy the day or week"), show=False, id="hours.copy"),
    ]
