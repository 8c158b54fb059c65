"""The roadmaps, one row each; where no source states a status the cell is empty, and `gaps` says why."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Line
from talentpart.model.records import Roadmap
from talentpart.queries.paths import event_at
from talentpart.tables._cells import Row, day, sources
from talentpart.tables._settled import happenings, status, status_value
from talentpart.values import Day

COLUMNS = ("id", "partnership", "status", "date", "at", "source")


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the roadmaps in the order of their ids; the day is that of its own event, else of the one in `at`."""
    for record in dataset.all(Roadmap):
        own = [each.line for each in happenings(dataset, record) if not each.planned]
        said = status(dataset, record)
        lines: list[Line] = [*own, *(said.lines if said else ())]
        at = next((line.at for line in lines if line.at), None)
        dated = next((line.date for line in own if line.date), None)
        event = event_at(dataset, record, at) if at else None
        yield (
            record.id, record.partnership, status_value(dataset, record), day(dated or (event.date if event else None)),
            at, sources(lines),
        )  # fmt: skip
