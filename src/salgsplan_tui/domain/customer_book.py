"""A register of customers that need not all be known to find one of them."""

from abc import abstractmethod
from collections.abc import Mapping

from salgsplan_tui.domain.customers import Contact, Customer


class CustomerBook(Mapping[str, Customer]):
    """Customers by their ids; a contact is found without looking at all of them."""

    @abstractmethod
    def contact(self, identity: str) -> tuple[Customer, Contact] | None:
        """Return a contact and its customer, or None where nobody has this id."""
