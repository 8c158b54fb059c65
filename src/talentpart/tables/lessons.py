"""Lessons, one row each: findings, lessons, risks and recommendations, in our own words.

A row with a `part` is an element of the recommendation or lesson of the same name that has none.
"""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.records import Lessons
from talentpart.tables._cells import Row, day
from talentpart.values import Day

COLUMNS = (
    "record", "lesson", "part", "kind", "theme", "number", "text", "projects", "sectors", "certainty", "as_of",
    "as_stated", "source",
)  # fmt: skip


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the lessons record by record, in the order of the files."""
    for record in dataset.all(Lessons):
        for line in record.lessons:
            yield (
                record.id, line.lesson, line.part, line.kind, line.theme, line.number, line.text, list(line.projects),
                list(line.sectors), line.certainty, day(line.as_of), line.as_stated, list(line.source),
            )  # fmt: skip
