"""Money, one row for each line: who pays, how much, and how sure; nothing is added up here."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.queries.paths import key
from talentpart.tables._cells import Row, as_written, basis, day, number, numbers, told
from talentpart.values import Day

COLUMNS = (
    "record", "key", "payer", "through", "type", "scope", "part", "origin", "destination", "period", "prices", "basis",
    "amount", "value_min", "value_max", "bound", "text", "currency", "percent", "certainty", "as_of", "rank", "source",
)  # fmt: skip


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the lines on money record by record, in the order of the files."""
    for record in told(dataset):
        for line in record.money:
            yield (
                record.id, ".".join(key(line)), line.payer, line.through, line.type or "budget", line.scope, line.part,
                list(line.origin), list(line.destination), line.period, line.prices, basis(line),
                number(line.amount.number) if line.amount else None, *numbers(line), line.bound, as_written(line),
                line.amount.currency if line.amount else None, number(line.percent), line.certainty, day(line.as_of),
                line.rank, list(line.source),
            )  # fmt: skip
