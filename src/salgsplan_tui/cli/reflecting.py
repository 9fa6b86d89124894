"""Looking back on a case on the command line: what is private is told to nobody but the one who typed it (S6)."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.domain.reflection import COMPETENCES, Reflection
from salgsplan_tui.domain.reflection_edits import reflect, reflection_on
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.language import N_
from salgsplan_tui.session import Said

_DEGREES: Final = range(1, 6)


def reflect_on(call: Call, case: ServiceCase, text: str | None, values: Mapping[str, object]) -> None:
    """Note how the seller coped in a case, in place of what they noted before.

    Raises:
        MisuseError: nothing is told, or a degree is not 1 to 5.
    """
    call.session.need_reflections()
    told = {each: degree for each in COMPETENCES if isinstance(degree := values.get(each), int)}
    wrong = next((degree for degree in told.values() if degree not in _DEGREES), None)
    if wrong is not None:
        raise MisuseError(N_("“{value}” is not 1 to 5."), value=wrong)
    if not told and not text:
        raise MisuseError(N_("Say how you coped: --knowledge, --psychology, --social, --tolerance 1 to 5, or words."))
    before = reflection_on(call.plan, case.id)
    made = before or Reflection(id=call.session.new_id(), date=call.now.date(), case=case.id)
    made = made.changed_to(**told, date=call.now.date(), text=text or made.text, shared=bool(values.get("share")))
    said = Said("reflected", {"id": case.id, "title": case.title, "count": 1})
    call.change(partial(reflect, reflection=made, at=call.clock.stamp()), said)
    if call.options.json:
        call.print_json({"reflection": _document(made)})
        return
    from salgsplan_tui.language.said import said_in_words  # noqa: PLC0415  # only for people

    call.console.say(said_in_words(said.key, said.values))


def _document(made: Reflection) -> dict[str, object]:
    return {
        "id": made.id,
        "date": made.date.isoformat(),
        "case": made.case,
        **{each: made.degrees.get(each) for each in COMPETENCES},
        "text": made.text,
        "shared": made.shared,
    }
