"""How records stand to each other, one row for each line."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.records import Organisation, Told
from talentpart.tables._cells import Row, basis
from talentpart.values import Day

COLUMNS = ("record", "relation", "target", "part", "basis", "certainty", "note", "rank", "source")


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the relations record by record, in the order of the files."""
    for entry in dataset.entries.values():
        if isinstance(entry.record, Told | Organisation):
            for line in entry.record.relations:
                yield (
                    entry.record.id, line.relation, line.target, line.part, basis(line), line.certainty, line.note,
                    line.rank, list(line.source),
                )  # fmt: skip
