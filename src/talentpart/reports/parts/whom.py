"""Whom to ask: the bodies in a role of a record, and who knows the budget of a grant."""

from collections.abc import Iterable

from talentpart.model.dataset import Dataset
from talentpart.model.records import Instrument, Told
from talentpart.queries.subjects import short_name


def bodies_with(dataset: Dataset, record: Told, roles: Iterable[str]) -> list[str]:
    """Give the names of the bodies that have one of some roles, in the order of the roles."""
    lines = (line for role in roles for line in record.organisations if line.role == role)
    return list(dict.fromkeys(short_name(dataset, line.organisation) for line in lines))


def budget_body(dataset: Dataset, record: Told) -> str:
    """Name whom to ask for a budget: the secretariat of an instrument that a source says funds the record.

    Empty where none is recorded: then who leads the record is asked, else who carries it out.
    """
    for line in record.money:
        other = dataset.find(Instrument, line.through or line.payer or "")
        if other is not None and line.certainty is None and line.rank != "set-aside":
            found = bodies_with(dataset, other, ("secretariat",))
            if found:
                return f"{found[0]} ({short_name(dataset, other.id)})"
    return ""
