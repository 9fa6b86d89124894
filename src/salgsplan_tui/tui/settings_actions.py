"""The settings, changed in a form from any view; it is one step to undo like any other change."""

from functools import partial
from typing import TYPE_CHECKING

from salgsplan_tui.domain.edits import set_settings
from salgsplan_tui.domain.said import Said
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.selected_rows import SelectedRows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salgsplan_tui.tui.dialogs.record_form import RecordResult
    from salgsplan_tui.tui.settings_form import SettingsForm


class SettingsActions(SelectedRows):
    """A screen from which the settings are opened."""

    def open_settings(self, texts: "Mapping[str, str] | None" = None) -> None:
        """Open the form of the settings, with what was typed before where it could not be saved."""
        from salgsplan_tui.tui.settings_form import SettingsForm  # noqa: PLC0415

        form = SettingsForm(self.desk.plan.settings, self.desk.read)
        self.app.push_screen(form.form(texts), partial(self._take_settings, form))

    def _take_settings(self, form: "SettingsForm", result: "RecordResult | None") -> None:
        if result is None or not result.saved:
            return
        fields = form.changed(result.values)
        if fields:
            again = partial(self.open_settings, dict(result.texts))
            self.post_message(Change(lambda plan: set_settings(plan, **fields), Said("settings"), otherwise=again))
