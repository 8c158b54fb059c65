"""Figures, one row for each line: counts of people, months, firms and the like, with their bounds."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.queries.paths import key
from talentpart.tables._cells import Row, as_written, basis, day, number, numbers, told
from talentpart.values import Day

COLUMNS = (
    "record", "key", "measure", "unit", "scope", "part", "origin", "destination", "period", "basis", "value",
    "value_min", "value_max", "bound", "text", "percent", "of", "certainty", "as_of", "rank", "source",
)  # fmt: skip


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the figures record by record, in the order of the files; an amount of money is the value of its figure."""
    for record in told(dataset):
        for line in record.figures:
            item = dataset.codes("measures").get(line.measure)
            value = line.amount.number if line.amount else line.value
            yield (
                record.id, ".".join(key(line)), line.measure, item.unit if item else None, line.scope, line.part,
                list(line.origin), list(line.destination), line.period, basis(line), number(value), *numbers(line),
                line.bound, as_written(line), number(line.percent), line.of, line.certainty, day(line.as_of), line.rank,
                list(line.source),
            )  # fmt: skip
