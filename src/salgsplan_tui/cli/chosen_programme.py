"""Which programme a command is about: the one that is named, else the one that runs today."""

from salgsplan_tui.cli.call import Call
from salgsplan_tui.domain.basis import Basis, basis_of, running_programme
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.language import _


def chosen_basis(call: Call, words: tuple[str, ...]) -> Basis | None:
    """Return what the programme's figures are counted from, with that read; None where none is named and none runs.

    Raises:
        NotFoundError: none is called so, or several.
    """
    call.session.need_sales_plans()
    named = plan_called(call, " ".join(words)) if words else running_programme(call.plan, call.now.date())
    if named is None:
        return None
    call.session.need_programme(named.span)
    return basis_of(call.plan, call.plan.sales_plans[named.id], call.now.date())


def say_no_programme(call: Call) -> None:
    """Tell a person that no programme runs; nothing is wrong with that."""
    call.console.say(_("No market programme runs today."))


def plan_called(call: Call, text: str) -> SalesPlan:
    """Return the plan with this id, or with this in its title.

    Raises:
        NotFoundError: none is called so, or several.
    """
    plans, wanted = call.plan.sales_plans, fold(text)
    if wanted in plans:
        return plans[wanted]
    found = [each for each in plans.values() if each.id.startswith(wanted) or wanted in fold(each.title)]
    if len(found) > 1:
        raise NotFoundError("ambiguous", id=text, candidates=tuple(each.title or each.id for each in found))
    if not found:
        raise NotFoundError("no_plan", id=text)
    return found[0]
