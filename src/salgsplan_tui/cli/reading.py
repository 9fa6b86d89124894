"""Reading typed lines with the session's words; what is said in two ways is refused here, where nobody can be asked."""

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.mistyped import MistypedError
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import week_key
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.quick_add import Reading, read
from salgsplan_tui.language import language


def reading_of(call: Call, text: str, base: Activity | None = None) -> Reading:
    """Return what a line means; with a base, what it changes in that activity.

    Raises:
        MistypedError: it cannot be read; tells where.
    """
    call.session.need_weeks([week_key(call.now.date())])  # with the sales plans whose goals a line can name
    reading = _read(call, text, base)
    if reading.is_forbidden or reading.has_sale:
        call.session.need_sales_and_service()  # who has bought lately may be contacted more freely, and buys again
        reading = _read(call, text, base)
    if reading.case is not None:
        call.session.need_day(call.now.date())  # with the open cases: it may go on with one
        reading = _read(call, text, base)
    return reading


def _read(call: Call, text: str, base: Activity | None) -> Reading:
    try:
        return read(
            text,
            plan=call.plan,
            words=call.session.words,
            now=call.now,
            language=language(),
            new_id=call.session.new_id,
            base=base,
        )
    except NotUnderstoodError as error:
        raise MistypedError(text, error) from error


def certain(call: Call, text: str, base: Activity | None = None) -> Reading:
    """Return what a line means, unless parts of it say different things.

    Raises:
        MistypedError: it cannot be read, or they do; tells where.
    """
    reading = reading_of(call, text, base)
    for doubt in reading.doubts:
        notice = next((each for each in reading.notices if each.code == doubt.code), None)
        values = {} if notice is None else dict(notice.values)
        raise MistypedError(text, NotUnderstoodError(doubt.code, at=(doubt.start, doubt.end), **values))
    return reading
