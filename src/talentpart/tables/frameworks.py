"""The frameworks under which partnerships and pilots stand, one row each."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.records import Framework
from talentpart.tables._cells import Row, listed, name_of, one_value
from talentpart.tables._settled import status_value
from talentpart.values import Day

COLUMNS = ("id", "name", "kind", "status", "lead", "countries", "source")


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the frameworks in the order of their ids."""
    for record in dataset.all(Framework):
        yield (
            record.id, name_of(dataset, record), one_value(record, "kind"), status_value(dataset, record),
            listed(line.organisation for line in record.organisations if line.role == "lead"),
            listed(line.place for line in record.countries), list(record.source),
        )  # fmt: skip
