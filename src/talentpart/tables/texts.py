"""Items of lists of texts, one row each, in our own words; `topic` is the list of the record they stand in."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Text
from talentpart.queries.paths import lines_of
from talentpart.tables._cells import Row, told
from talentpart.values import Day

COLUMNS = (
    "subject_kind", "subject", "topic", "list", "number", "stage", "activity", "text", "as_stated", "source",
)  # fmt: skip


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the texts record by record, in the order of the files."""
    for record in told(dataset):
        for name, line in lines_of(record):
            if isinstance(line, Text):
                yield (
                    record.record_kind, record.id, name, line.list, line.number, line.stage, line.activity, line.text,
                    line.as_stated, list(line.source),
                )  # fmt: skip


def of_topic(dataset: Dataset, as_of: Day, topic: str) -> Iterator[Row]:
    """Give the rows of one topic."""
    place = COLUMNS.index("topic")
    return (row for row in rows(dataset, as_of) if row[place] == topic)
