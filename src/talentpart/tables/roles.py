"""Organisations and what they do for a record, one row for each line; `country` is the organisation's."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.records import Organisation
from talentpart.tables._cells import Row, name_of, told
from talentpart.values import Day

COLUMNS = ("record", "organisation", "name", "country", "role", "part", "certainty", "source")


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the roles record by record, in the order of the files."""
    for record in told(dataset):
        for line in record.organisations:
            body = dataset.get(line.organisation)
            yield (
                record.id, line.organisation, name_of(dataset, body) if body else None,
                body.country if isinstance(body, Organisation) else None, line.role, line.part, line.certainty,
                list(line.source),
            )  # fmt: skip
