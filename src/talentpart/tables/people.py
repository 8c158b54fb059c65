"""The figures that are counted in people, with the columns of `figures`."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.tables import figures
from talentpart.tables._cells import Row
from talentpart.values import Day

COLUMNS = figures.COLUMNS
_UNIT = COLUMNS.index("unit")


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:
    """Give the figures whose measure is counted in people."""
    return (row for row in figures.rows(dataset, as_of) if row[_UNIT] == "people")
