"""The words for what is known of customers and contacts; plain functions, no widgets (style guide 16)."""

from typing import Final

from salgsplan_tui.domain.customers import AddressKind, CustomerKind, Stage
from salgsplan_tui.language import N_, _

_STAGES: Final = {
    Stage.UNKNOWN: N_("unknown"),
    Stage.LEAD: N_("lead"),
    Stage.CONTACTED: N_("contacted"),
    Stage.INTERESTED: N_("interested"),
    Stage.NEED_CLEAR: N_("need clear"),
    Stage.OFFERED: N_("offer given"),
    Stage.BOUGHT: N_("has bought"),
    Stage.REPURCHASED: N_("has bought again"),
    Stage.EXPANDED: N_("has bought more"),
    Stage.AMBASSADOR: N_("ambassador"),
    Stage.DORMANT: N_("dormant"),
    Stage.LOST: N_("lost"),
    Stage.NOT_TARGET: N_("not a target"),
}
_KINDS: Final[dict[CustomerKind, str]] = {
    "consumer": N_("consumer"),
    "company": N_("company"),
    "sole_trader": N_("sole trader"),
    "public": N_("public body"),
    "distributor": N_("distributor"),
    "media": N_("media"),
    "organisation": N_("organisation"),
}
_ADDRESSES: Final[dict[AddressKind, str]] = {
    "personal": N_("the person's own address"),
    "generic": N_("a shared address"),
}


def stage_name(stage: Stage) -> str:
    """Return a purchase stage in words."""
    return _(_STAGES[stage])


def kind_name(kind: CustomerKind) -> str:
    """Return the kind of a customer in words."""
    return _(_KINDS[kind])


def address_name(kind: AddressKind) -> str:
    """Return whose an e-mail address is in words."""
    return _(_ADDRESSES[kind])
