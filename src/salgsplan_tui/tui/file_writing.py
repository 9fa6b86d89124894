"""Writing what a view shows to a file: never over one that is there unasked, and no name typed in vain."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from salgsplan_tui.domain.errors import PlannerError, RefusedError
from salgsplan_tui.language import _
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.toasts import tell_error
from salgsplan_tui.tui.working_view import WorkingView

Again = Callable[[str], None]
"""Asks for the file's name once more, with what was typed."""
Then = Callable[[Path], None]
"""What is done when the file is written."""


class FileWriting(WorkingView):
    """A view from which files are written."""

    def put_file(
        self, path: Path, data: str | bytes, again: Again, then: Then | None = None, *, over: bool = False
    ) -> None:
        """Write a file and go on, or say so; where there is one already, ask whether it may go."""
        try:
            self.desk.session.put_out(path, data, over=over)
        except RefusedError:
            self.ask_over(path, partial(self.put_file, path, data, again, then, over=True), again)
        except PlannerError as error:
            tell_error(self, error)
            again(str(path))
        else:
            (then or self._say_written)(path)

    def _say_written(self, path: Path) -> None:
        self.say(_("Written to {path}.").format(path=safe_line(str(path))))

    def ask_over(self, path: Path, over: Callable[[], None], again: Again) -> None:
        """Ask whether a file that is there already may be written over, or another name is to be given."""
        from salgsplan_tui.tui.dialogs.choice_list import Choice  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

        def take(answer: str | None) -> None:
            if answer == "over":
                over()
            elif answer == "name":
                again(str(path))

        choices = (Choice("over", _("write over it")), Choice("name", _("give another name")))
        self.app.push_screen(ChooseDialog(_("The file is there already"), choices, detail=str(path)), take)
