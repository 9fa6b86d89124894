"""Playbooks on the screens: planned around a date, and made of rows that are marked."""

from functools import partial
from typing import TYPE_CHECKING

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.errors import PlannerError
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import _, language, ngettext
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.activity_actions import ActivityActions
from salgsplan_tui.tui.change import Change

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.playbook import PlaybookChoice

_FEWEST = 2


class PlaybookActions(ActivityActions):
    """A screen on which chains of activities are planned and saved."""

    def action_playbook(self) -> None:
        """Plan a chain of activities around one date."""
        from salgsplan_tui.tui.dialogs.playbook import PlaybookDialog  # noqa: PLC0415

        found = tuple(self.desk.session.playbooks.values())
        dialog = PlaybookDialog(self.desk.plan, found, read_when=self.desk.read_when)
        self.app.push_screen(dialog, self._start_playbook)

    def _start_playbook(self, choice: "PlaybookChoice | None") -> None:
        if choice is None:
            return
        from salgsplan_tui.domain.playbooks import Run, rows_of, start  # noqa: PLC0415

        new_ids = tuple(self.desk.session.new_id() for _step in range(len(choice.playbook.steps) + 1))
        rows = rows_of(Run(choice.playbook, choice.date, new_ids, language()), self.desk.plan)
        words = Said("playbook", {"title": choice.playbook.name(language()), "count": 1, "id": new_ids[0]})
        edit = partial(start, rows=rows, at=self.desk.clock.stamp())
        self.post_message(Change(edit, words, select=rows[0].id if rows else None))

    def action_save_playbook(self) -> None:
        """Make a playbook of the marked rows: ask around whose date, and what it is called."""
        rows = tuple(row for row in self.rows if row.date is not None)
        if len(rows) < _FEWEST:
            self.tell("mark_for_playbook")
            return
        from salgsplan_tui.domain.playbook_edits import usual_anchor  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.choice_list import Choice  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

        usual = usual_anchor(rows)
        titles = {row.id: f"{labels.sign(self.desk.plan, row)} {labels.title(self.desk.plan, row)}" for row in rows}
        ordered = sorted(rows, key=lambda row: row.id != usual.id)
        choices = [Choice(row, titles[row.id], detail=labels.when(row)) for row in ordered]
        dialog = ChooseDialog(_("Which one is the date that the others stand around?"), choices)
        self.app.push_screen(dialog, partial(self._ask_name, rows, text=""))

    def _ask_name(self, rows: tuple[Activity, ...], anchor: Activity | None, *, text: str) -> None:
        if anchor is None:
            return
        from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog  # noqa: PLC0415

        count = len(rows)
        told = ngettext("{count} step", "{count} steps", count).format(count=count)
        detail = _("{steps}, around {title}").format(steps=told, title=labels.title(self.desk.plan, anchor))
        dialog = AskWordsDialog(_("What is the playbook called?"), detail=detail, text=text)
        self.app.push_screen(dialog, partial(self._save_playbook, rows, anchor))

    def _save_playbook(self, rows: tuple[Activity, ...], anchor: Activity, name: str | None) -> None:
        """Save it; where another is called so, the name is asked for again."""
        if name is None:
            return
        from salgsplan_tui.domain.playbook_edits import add_playbook, playbook_from  # noqa: PLC0415

        again = partial(self._ask_name, rows, anchor, text=name)
        try:
            playbook = playbook_from(rows, anchor, name, self.desk.session.playbooks.values())
        except PlannerError as error:
            self.tell(error.key, **error.values)
            again()
            return
        words = Said("playbook_saved", {"title": playbook.nb, "count": 1, "id": playbook.code})
        self.post_message(Change(partial(add_playbook, playbook=playbook), words, otherwise=again))
