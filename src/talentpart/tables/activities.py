"""The rows of `texts` that are activities."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.tables import texts
from talentpart.tables._cells import Row
from talentpart.values import Day

COLUMNS = texts.COLUMNS


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:
    """Give the activities of all records."""
    return texts.of_topic(dataset, as_of, "activities")
