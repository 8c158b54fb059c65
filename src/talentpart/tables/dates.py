"""Lines on the day of an event, one row each: what every source says."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.queries.paths import key
from talentpart.tables._cells import Row, basis, flat, told
from talentpart.values import Day

COLUMNS = (
    "record", "key", "type", "part", "origin", "basis", "date", "date_earliest", "date_latest", "date_precision",
    "bound", "rank", "source",
)  # fmt: skip


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the lines that state a day, record by record, in the order of the files."""
    for record in told(dataset):
        for line in record.events:
            if line.date is not None:
                yield (
                    record.id, ".".join(key(line)), line.type, line.part, list(line.origin), basis(line),
                    *flat(line.date), line.bound, line.rank, list(line.source),
                )  # fmt: skip
