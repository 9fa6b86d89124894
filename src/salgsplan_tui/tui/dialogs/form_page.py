"""What stands beside and under the fields of the form: labels, echoes, errors, and what is not concrete yet (S23)."""

from collections.abc import Mapping, Sequence
from typing import Final

from textual.content import Content

from salgsplan_tui.domain.concreteness import Missing
from salgsplan_tui.domain.contact_checks import Finding
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.safe import clip, safe_line, width
from salgsplan_tui.tui.dialogs.form_context import Understood
from salgsplan_tui.tui.dialogs.form_fields import FIELDS, FormField
from salgsplan_tui.tui.dialogs.refusal import refused_in_words
from salgsplan_tui.tui.labels import finding_words

_MISSING: Final[dict[Missing, str]] = {
    "what": N_("what"),
    "who": N_("who"),
    "where": N_("where or how"),
    "when": N_("when"),
    "cost": N_("cost"),
}
_GROUP_GAP: Final = 2
_BESIDE_LONG: Final = [Content("")] * 3
"""What stands beside the further lines of a long field, which has four."""


def opens_group(each: FormField) -> bool:
    """Say whether a field is the first of its group; a line is left free above it."""
    place = FIELDS.index(each)
    return place > 0 and FIELDS[place - 1].group != each.group


def labels_column(fields: Sequence[FormField], *, with_groups: bool) -> Content:
    """Return the labels, one a line; with the groups' names before them where there is room."""
    column = max(width(_(each.group)) for each in FIELDS) + _GROUP_GAP
    lines: list[Content] = []
    for place, each in enumerate(fields):
        if opens_group(each):
            lines.append(Content(""))
        group = _(each.group) if place == 0 or opens_group(each) else ""
        lines.append(Content.assemble((group.ljust(column) if with_groups else "", "bold $primary"), _(each.label)))
        lines += _BESIDE_LONG if each.is_long else []
    return Content("\n").join(lines)


def echoes_column(
    fields: Sequence[FormField],
    understood: Mapping[str, Understood],
    errors: Mapping[str, NotUnderstoodError],
    room: int,
) -> Content:
    """Return what each field means, or why it is not understood, one a line."""
    lines: list[Content] = []
    for each in fields:
        if opens_group(each):
            lines.append(Content(""))
        if each.name in errors:
            lines.append(Content.styled(clip(refused_in_words(errors[each.name]), room), "$text-error"))
        else:
            lines.append(Content.styled(clip(safe_line(understood[each.name].echo), room), "$foreground-muted"))
        lines += _BESIDE_LONG if each.is_long else []
    return Content("\n").join(lines)


def status_text(
    error: NotUnderstoodError | None, missing: tuple[Missing, ...], findings: tuple[Finding, ...] = (), cut: str = ""
) -> Content:
    """Return the whole error of the field that has the keys, whom the law stands before, and what is not concrete.

    `cut` is what that field means, where there is no room for it beside the field.
    """
    lines = [] if error is None else [Content.styled(refused_in_words(error), "$text-error")]
    lines += [Content.styled(safe_line(cut), "$foreground-muted")] if cut else []
    lines += [
        Content.styled(f"! {finding_words(each)}", "$text-error" if each.is_block else "$text-warning")
        for each in findings[:1]
    ]
    if missing:
        told = ", ".join(_(_MISSING[each]) for each in missing)
        lines.append(Content.styled(_("Not concrete yet: {missing}").format(missing=told), "$text-warning"))
    else:
        lines.append(Content.styled("✓ " + _("Concrete"), "$text-success"))
    return Content("\n").join(lines)
