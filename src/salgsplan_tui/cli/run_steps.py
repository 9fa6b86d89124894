"""How much of a playbook's run a move means, where it changes the run's own date."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.values import OneOf
from salgsplan_tui.domain.activity import Activity, MovedBy, Reason
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.playbooks import RunPart, anchors_moved, move_run, open_steps
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.session import Said

_PARTS = get_args(RunPart)


def steps_option() -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # any command's own function
    """Return the option that tells whether the open steps of a playbook go along."""
    text = N_("Where it is the date of a playbook: only this one, or all steps still open.")
    return click.option("--steps", metavar="|".join(_PARTS), type=OneOf(_PARTS), help=text)


@dataclass(frozen=True)
class Along:
    """A run that goes along with a move, its new date, and the rows that go."""

    run: str
    date: dt.date
    steps: tuple[Activity, ...]

    def move(  # as a single move, it is told by whom and why
        self,
        plan: Plan,
        *,
        at: dt.datetime,
        by: MovedBy = "me",
        reason: Reason | None = None,
        reason_text: str | None = None,
    ) -> Plan:
        """Let the open steps stand around the new date."""
        return move_run(plan, self.run, self.date, at=at, by=by, reason=reason, reason_text=reason_text)


def along(call: Call, row: Activity, to: Placement | None, part: RunPart | None) -> Along | None:
    """Return the run that goes along with a row, asked for where nothing was said and somebody can answer.

    Raises:
        RefusedError: it was said of a row that stands on no playbook's date.
    """
    runs = {} if to is None else anchors_moved((row,), {row.id: to})
    for run, date in runs.items():
        call.session.need_mentions([run])
        steps = open_steps(call.plan, run, besides={row.id})
        return Along(run, date, steps) if steps and _goes_along(call, steps, part) else None
    if part == "all":
        raise RefusedError("no_anchor", id=row.id)
    return None


def _goes_along(call: Call, steps: tuple[Activity, ...], part: RunPart | None) -> bool:
    count = len(steps)
    if part is not None or not call.can_ask:
        if part is None:
            words = ngettext(
                "{count} open step of its playbook stays where it is; --steps all moves it along.",
                "{count} open steps of its playbook stay where they are; --steps all moves them along.",
                count,
            )
            call.console.say(f"! {words.format(count=count)}")
        return part == "all"
    from salgsplan_tui.cli.choices import asked, code_named  # noqa: PLC0415  # only at a terminal
    from salgsplan_tui.tui.labels import when  # noqa: PLC0415

    for step in steps:
        call.console.say(f"  {when(step)} {safe_line(step.title)}")
    names = {"this": _("only this one"), "all": _("all steps still open")}
    question = _("It is the date of a playbook. Does the rest go along?")
    return code_named(asked(call, question, names), names) == "all"


def with_steps(said: Said, run: Along | None) -> Said:
    """Return what a change does, with the steps that go along."""
    return said if run is None else Said(said.key, {**said.values, "part": "steps"})


def show_steps(call: Call, run: Along | None) -> None:
    """Print the rows that went along."""
    if run is not None and not call.options.json and not call.options.dry_run:
        from salgsplan_tui.cli.text.row_list import print_rows  # noqa: PLC0415  # only for people

        print_rows(call, call.plan, [call.plan.activity(step.id) for step in run.steps])


def print_moved(call: Call, plan: Plan, identity: str, run: Along) -> None:
    """Answer other programs with the row that was moved, and the steps that went along."""
    from salgsplan_tui.cli.as_json import activity_document, activity_documents  # noqa: PLC0415  # only for them

    steps = activity_documents(plan, (plan.activity(step.id) for step in run.steps))
    call.print_json({"activity": activity_document(plan, plan.activity(identity)), "steps": steps})
