"""Where an answer goes: to stdout, or to a file that is not written over unasked."""

from pathlib import Path

from salgsplan_tui.cli.call import Call
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.language import _
from salgsplan_tui.language.safe import safe_line

_STDOUT = "-"


def put_out(call: Call, text: str, file: str | None) -> None:
    """Print the text, or write it to the file; with `--dry-run` only say where.

    Raises:
        NotWrittenError: the file could not be written.
        RefusedError: `file_exists`: there is such a file, and `--yes` was not said.
    """
    if file is None or file == _STDOUT:
        call.console.stdout.write(call.console.fitted(text))
        return
    _write(call, text.encode(), file)


def put_out_bytes(call: Call, data: bytes, file: str | None, *, form: str = "txt") -> None:
    """Do the same with a document that may be no text; one that is none goes to no terminal.

    Raises:
        NotWrittenError, RefusedError: as `put_out` tells; `report_needs_file`: nobody can read it on a terminal.
    """
    if file is not None and file != _STDOUT:
        _write(call, data, file)
    elif form in {"pdf", "xlsx"}:
        binary = getattr(call.console.stdout, "buffer", None)
        if binary is None or call.console.stdout.isatty():
            raise RefusedError("report_needs_file", format=form)
        binary.write(data)
    else:
        call.console.stdout.write(call.console.fitted(data.decode()))


def _write(call: Call, data: bytes, file: str) -> None:
    from salgsplan_tui.storage.safe_writes import need_folder, replace_file  # noqa: PLC0415  # most answers are printed

    path = Path(file).expanduser()
    need_folder(path)
    if path.exists() and not call.options.yes:
        raise RefusedError("file_exists", path=path)
    if not call.options.dry_run:
        replace_file(path, data)
    words = _("It would be written to {path}.") if call.options.dry_run else _("Written to {path}.")
    call.console.say(words.format(path=safe_line(str(path))))
