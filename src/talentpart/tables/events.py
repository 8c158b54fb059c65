"""Events, one row each, however many sources tell of it; its day is reported, else stated, else planned."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.tables._cells import Row, basis, country, flat, listed, sources, told
from talentpart.tables._settled import Happening, happenings
from talentpart.values import Day

COLUMNS = (
    "subject_kind", "subject", "country", "key", "type", "number", "part", "scope", "basis", "date", "date_earliest",
    "date_latest", "date_precision", "contested", "outcomes", "place", "level", "source",
)  # fmt: skip


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the events record by record, in the order of the files."""
    for record in told(dataset):
        for each in happenings(dataset, record):
            line, lines = each.line, each.lines
            yield (
                record.record_kind, record.id, country(dataset, record, line), ".".join(each.key), line.type,
                line.number, line.part, line.scope, basis(line), *_days(each),
                each.said.open or each.said.differs, listed(code for one in lines for code in one.outcomes),
                next((one.place for one in lines if one.place), None),
                next((one.level for one in lines if one.level), None), sources(each.witnesses),
            )  # fmt: skip


def _days(event: Happening) -> tuple[str | None, str | None, str | None, str | None]:
    """Give the day of an event; an open one has no day, but bounds that hold all that is said."""
    days = [one.date for one in event.said.lines if one.date]
    if event.said.open and len({each.text for each in days}) > 1:
        return None, min(each.earliest for each in days), max(each.latest for each in days), "open"
    return flat(event.line.date)
