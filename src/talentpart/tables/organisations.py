"""The organisations, one row each."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.records import Organisation
from talentpart.queries.relations import targets
from talentpart.tables._cells import Row, listed, name_of
from talentpart.values import Day

COLUMNS = ("id", "name", "kind", "country", "part_of", "source")


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the organisations in the order of their ids."""
    for record in dataset.all(Organisation):
        yield (
            record.id, name_of(dataset, record), listed(line.value for line in record.kind), record.country,
            targets(record, "part-of"), list(record.source),
        )  # fmt: skip
