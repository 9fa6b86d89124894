"""What other programs read of the driving log and the outlays: ISO dates, amounts as strings."""

from salgsplan_tui.cli.as_json import Document
from salgsplan_tui.domain.amounts import text_from_ore
from salgsplan_tui.domain.expenses import Drive, ExpenseClaim, Outlay


def expense_document(claim: ExpenseClaim) -> Document:
    """Return every drive and outlay, and what they come to."""
    return {
        "from": claim.span.start.isoformat(),
        "to": claim.span.last.isoformat(),
        "drives": [_drive(each) for each in claim.drives],
        "outlays": [_outlay(each) for each in claim.outlays],
        "total": {
            "km": claim.km,
            "mileage": text_from_ore(claim.mileage),
            "outlays": text_from_ore(claim.outlaid),
            "amount": text_from_ore(claim.total),
        },
    }


def _drive(drive: Drive) -> Document:
    return {
        "activity": drive.row.id,
        "date": drive.date.isoformat(),
        "from": drive.start or None,
        "to": drive.to or None,
        "purpose": drive.row.title,
        "km": drive.km,
        "rate": text_from_ore(drive.rate),
        "amount": text_from_ore(drive.amount),
    }


def _outlay(outlay: Outlay) -> Document:
    return {
        "activity": None if outlay.row is None else outlay.row.id,
        "date": outlay.date.isoformat(),
        "kind": outlay.kind,
        "purpose": outlay.purpose,
        "supplier": outlay.supplier,
        "invoice": outlay.invoice,
        "amount": text_from_ore(outlay.amount),
    }
