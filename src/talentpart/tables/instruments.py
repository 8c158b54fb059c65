"""The instruments that pay, one row each; calls are among them, and have a table of their own."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.records import Instrument
from talentpart.queries.relations import targets
from talentpart.tables._cells import Row, listed, name_of, one_value
from talentpart.tables._settled import status_value
from talentpart.values import Day

COLUMNS = ("id", "name", "kind", "status", "part_of", "secretariat", "countries", "source")


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the instruments in the order of their ids."""
    for record in dataset.all(Instrument):
        yield (
            record.id, name_of(dataset, record), one_value(record, "kind"), status_value(dataset, record),
            targets(record, "part-of"),
            listed(line.organisation for line in record.organisations if line.role == "secretariat"),
            listed(line.place for line in record.countries), list(record.source),
        )  # fmt: skip
