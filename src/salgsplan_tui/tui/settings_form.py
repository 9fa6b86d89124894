"""The form of the settings that a person changes now and then; the rest stands in `settings.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.settings import Settings
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.language.formats import duration
from salgsplan_tui.tui.dialogs.item_words import count_of
from salgsplan_tui.tui.dialogs.reading import Read
from salgsplan_tui.tui.dialogs.record_fields import Meant, RecordField
from salgsplan_tui.tui.dialogs.record_form import RecordForm
from salgsplan_tui.tui.settings_words import ROLES, week_of, written_week

_MOST_DAYS: Final = 3650


@dataclass(frozen=True)
class SettingsForm:
    """A form over the settings as they stand."""

    settings: Settings
    read: Read

    def form(self, texts: Mapping[str, str] | None = None) -> RecordForm:
        """Return the form, with what was typed before where it was left."""
        return RecordForm(_("Settings"), self._fields(), texts or self._texts())

    def changed(self, values: Mapping[str, object]) -> Mapping[str, object]:
        """Return the settings that the form says otherwise; what is as it was is not written."""
        told = {**values, "name": values["name"] or ""}
        return {name: value for name, value in told.items() if value != getattr(self.settings, name)}

    def _fields(self) -> tuple[RecordField, ...]:
        languages = (("", _("as the computer has it")), ("nb", "Norsk (bokmål)"), ("en", "English"))
        return (
            RecordField("name", N_("Name")),
            RecordField("role", N_("Role"), Meant, [(code, _(words)) for code, words in ROLES]),
            RecordField("firm", N_("Firm")),
            RecordField("office", N_("Driving from"), _office),
            RecordField("working_hours", N_("Working hours"), _hours, opens_group=True),
            RecordField("expired_is_lost_after", N_("Expired offer lost after"), self._days),
            RecordField("language", N_("Language"), self._language, languages),
        )

    def _texts(self) -> Mapping[str, str]:
        stands = self.settings
        days = stands.expired_is_lost_after
        return {
            "name": stands.name,
            "role": stands.role,
            "firm": stands.firm or "",
            "office": stands.office or "",
            "working_hours": written_week(stands.working_hours),
            "expired_is_lost_after": "" if days is None else str(days),
            "language": stands.language or "",
        }

    def _days(self, text: str) -> Meant:
        if not text.strip():
            return Meant(None, _("never"))
        days = count_of(text, self.read)
        if days > _MOST_DAYS:
            raise NotUnderstoodError("too_many_days", days=_MOST_DAYS)
        return Meant(days, ngettext("{count} day", "{count} days", days).format(count=days))

    def _language(self, text: str) -> Meant:
        return Meant(text or None, "" if text == (self.settings.language or "") else _("from the next start"))


def _office(text: str) -> Meant:
    return Meant(text.strip() or None, "" if text.strip() else _("the firm"))


def _hours(text: str) -> Meant:
    hours = week_of(text)
    minutes = sum(each.minutes for each in hours.values())
    return Meant(hours, _("{duration} a week").format(duration=duration(minutes)))
