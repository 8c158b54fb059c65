"""The editions of reports and lists of occupations in short supply, one row each, with the first day known of each."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.records import Shortages
from talentpart.queries.relations import targets
from talentpart.tables._cells import Row, event_day, flat, listed, name_of
from talentpart.tables._settled import happenings
from talentpart.values import Day

COLUMNS = (
    "id", "name", "event", "date", "date_earliest", "date_latest", "date_precision", "follows", "occupations",
    "sectors", "countries", "source",
)  # fmt: skip


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the editions in the order of their ids; `event` says of what `date` is the day."""
    for record in dataset.all(Shortages):
        dated = [each for each in happenings(dataset, record) if each.line.date]
        first = min(dated, key=lambda each: (each.planned, event_day(each.line)), default=None)
        yield (
            record.id, name_of(dataset, record),
            ".".join(first.key) if first else None, *flat(first.line.date if first else None),
            targets(record, "follows"),
            listed(line.value for line in record.occupations),
            listed(line.sector for line in record.sectors if line.sector),
            listed(line.place for line in record.countries), list(record.source),
        )  # fmt: skip
