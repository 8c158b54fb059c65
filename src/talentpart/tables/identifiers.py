"""What others call the records, one row for each line."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.records import Organisation, Told
from talentpart.tables._cells import Row
from talentpart.values import Day

COLUMNS = ("record", "scheme", "id", "part", "certainty", "source")


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the identifiers record by record, in the order of the files."""
    for entry in dataset.entries.values():
        if isinstance(entry.record, Told | Organisation):
            for line in entry.record.identifiers:
                yield entry.record.id, line.scheme, line.id, line.part, line.certainty, list(line.source)
