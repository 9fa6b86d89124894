"""`channels add|change|hide|show`: the person's own channels and activity types, laid over the packaged ones."""

from collections.abc import Callable, Mapping

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.mistyped import MistypedError
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.reading import reading_of
from salgsplan_tui.domain.errors import NotFoundError, NotUnderstoodError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import N_, _, language
from salgsplan_tui.tui.channel_says import changing, hiding, making
from salgsplan_tui.tui.channel_words import ChannelReader, Chosen, chosen, words_of

Given = Mapping[str, str]
"""What the options say, by the names of the fields; those that were not given are not there."""


def do(call: Call, verb: str, name: str, within: str | None, given: Given) -> None:
    """Make, change, hide or show a channel or type.

    Raises:
        MisuseError: nothing is named, or nothing is to be changed.
        NotFoundError: there is none such, or several.
        NotUnderstoodError: an option means nothing.
    """
    if not name:
        raise MisuseError(N_("Which one? Give its name or code, such as phone or phone.call."))
    if verb == "add":
        _add(call, name, within, given)
        return
    found = _chosen(call, name)
    if verb == "change":
        values = _read(call, found, given)
        if not values:
            raise MisuseError(N_("Say what is to be otherwise, for instance --minutes 30m."))
        _make(call, "channel_changed", found.name, found.code, changing(found, values))
    else:
        hides = verb == "hide"
        key = "channel_hidden" if hides else "channel_shown"
        _make(call, key, found.name, found.code, hiding(found, hidden=hides))


def _add(call: Call, name: str, within: str | None, given: Given) -> None:
    channel = None if within is None else _chosen(call, within).channel.code
    names = {"name": given.get(language(), name), "other_name": given.get("en" if language() == "nb" else "nb", "")}
    values = _read(call, None, {**given, **names})
    code, edit = making(call.plan.channels, values, channel)
    _make(call, "channel_made", str(values["name"]), code, edit)


def _chosen(call: Call, text: str) -> Chosen:
    try:
        return chosen(call.plan.channels, text)
    except NotUnderstoodError as error:
        if error.key == "several_channels":
            raise NotFoundError("ambiguous", id=text, candidates=error.values["candidates"]) from error
        raise NotFoundError("no_such_channel", code=text) from error


def _read(call: Call, before: Chosen | None, given: Given) -> dict[str, object]:
    reader = ChannelReader(call.plan.channels, lambda text: reading_of(call, text), before)
    own, other = language(), "en" if language() == "nb" else "nb"
    readers: dict[str, Callable[[str], object]] = {
        "name": reader.name,
        "other_name": reader.other_name,
        "sign": reader.sign,
        "minutes": reader.minutes,
        "travel": reader.minutes,
        "costs": reader.costs,
        "lead_days": reader.lead_days,
        "unit": reader.unit,
        "measures": reader.measures,
        "words": words_of,
    }
    texts = {{own: "name", other: "other_name"}.get(key, key): text for key, text in given.items()}
    try:
        return {key: readers[key](text) if key in readers else text for key, text in texts.items()}
    except MistypedError as error:  # it points out a place in a line that nobody typed
        raise NotUnderstoodError(error.key, at=None, **error.values) from error


def _make(call: Call, key: str, name: str, code: str, edit: Callable[[Plan], Plan]) -> None:
    said = Said(key, {"title": name, "id": code})
    plan = call.change(edit, said)
    found = chosen(plan.channels, code).channel
    if call.options.json:
        from salgsplan_tui.cli.channel_document import channel_document  # noqa: PLC0415  # only for other programs

        call.print_json({"channel": channel_document(found)})
        return
    from salgsplan_tui.cli.text.channel_list import print_channels  # noqa: PLC0415  # only for people
    from salgsplan_tui.language.said import said_in_words  # noqa: PLC0415

    print_channels(call, plan.channels, (found,))
    words = said_in_words(said.key, said.values)
    if call.options.dry_run:
        words = _("Nothing is saved, this would be done: {what}").format(what=words)
    call.console.say(words)
