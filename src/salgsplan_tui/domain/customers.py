"""Customers and their contacts: whom an activity is for (chapter 3.2)."""

from typing import Annotated, Literal

from pydantic import Field

from salgsplan_tui.domain.fields import AsTuple, Day, Id, Moment, Value

CustomerKind = Literal["consumer", "company", "sole_trader", "public", "distributor", "media", "organisation"]


class Objection(Value):
    """A contact's own word that it wants no more marketing (chapter 7.5)."""

    channels: str = "all"
    at: Moment


class Contact(Value):
    """A person at a customer."""

    id: Id
    name: str
    role: str | None = None
    phone: str | None = None
    email: str | None = None
    objection: Objection | None = None


class Customer(Value):
    """A firm, a public body or a private person; a consumer is its own only contact."""

    id: Id
    name: str
    kind: CustomerKind = "company"
    customer_class: Annotated[Literal["A", "B", "C"] | None, Field(alias="class")] = None
    stage: str = "unknown"
    """The purchase stage, chapter 3.6."""
    existing_since: Day | int | None = None
    """The day or year it became a customer."""
    contacts: Annotated[tuple[Contact, ...], AsTuple] = ()
    created: Moment | None = None
    changed: Moment | None = None
