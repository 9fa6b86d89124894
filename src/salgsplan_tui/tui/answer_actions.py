"""What comes before and after an activity that many meet: its material is delivered, and answers come in (5.3)."""

from functools import partial

from salgsplan_tui.domain import life
from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.language import _
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.activity_actions import ActivityActions
from salgsplan_tui.tui.change import Change, over, said


class AnswerActions(ActivityActions):
    """A screen on which material is ticked off, and answers are added to what was done."""

    def action_deliver_material(self) -> None:
        """Tick off that the material was delivered, or take that back."""
        rows = tuple(row for row in self.rows if row.material_due is not None)
        if not rows:
            for row in self.rows[:1]:
                self.tell("no_material", id=row.id)
            return
        sent = rows[0].material_sent is None
        rows = tuple(row for row in rows if (row.material_sent is None) is sent)
        step = partial(life.deliver_material, today=self.desk.clock.today(), at=self.desk.clock.stamp())
        words = said("material_delivered" if sent else "material_taken_back", rows)
        self.post_message(Change(over(tuple(row.id for row in rows), step), words))

    def action_respond(self) -> None:
        """Ask how many answers came to what was done."""
        for row in self.rows[:1]:
            if row.state is State.DONE:
                self._ask_answers(row)
            else:
                self.tell("not_done", id=row.id)

    def _ask_answers(self, row: Activity, text: str = "") -> None:
        from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog  # noqa: PLC0415

        question = _("How many answers to “{title}”?").format(title=labels.title(self.desk.plan, row))
        dialog = AskWordsDialog(question, detail=_so_far(row), text=text)
        self.app.push_screen(dialog, partial(self._respond, row))

    def _respond(self, row: Activity, text: str | None) -> None:
        """Add the answers and who asked; what is neither a number nor names is given back to be written again."""
        if text is None:
            return
        from salgsplan_tui.domain.answers import Arrival, answers_meant, ids_needed, respond  # noqa: PLC0415

        try:
            answers = answers_meant(text)
        except NotUnderstoodError as error:
            self.tell(error.key, **error.values)
            self._ask_answers(row, text)
            return
        desk = self.desk
        new_ids = desk.session.new_ids(ids_needed(answers))
        arrival = Arrival(desk.session.words, new_ids, desk.clock.today(), desk.clock.stamp())
        edit = partial(respond, identity=row.id, answers=answers, arrival=arrival)
        again = partial(self._ask_answers, row, text)
        self.post_message(Change(edit, said("responded", (row,)), otherwise=again))


def _so_far(row: Activity) -> str:
    count = row.outcome_counts.get("responses", 0)
    told = _("{count} so far; those that came since are added").format(count=count)
    return f"{told}\n" + _("Who asked can be named: 2 Kari Nordmann, Ola Hansen (Berg AS)")
