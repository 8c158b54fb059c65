"""Occupations that an edition says are in short supply, one row for each time it says so.

`part` is the edition's own list in which it stands; `isco` its codes in ISCO-08, as the codelist has them.
"""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.records import Shortages
from talentpart.tables._cells import Row, day
from talentpart.values import Day

COLUMNS = (
    "record", "occupation", "label", "as_stated", "part", "origin", "destination", "isco", "certainty", "as_of", "rank",
    "source",
)  # fmt: skip


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the occupations edition by edition, in the order of the files."""
    items = dataset.codelists.get("occupations", {})
    for record in dataset.all(Shortages):
        for line in record.occupations:
            item = items.get(line.value)
            isco = [code for each in (item.mappings if item else ()) if each.scheme == "isco-08" for code in each.code]
            yield (
                record.id, line.value, item.label if item else line.value, line.as_stated, line.part,
                list(line.origin), list(line.destination), isco, line.certainty, day(line.as_of), line.rank,
                list(line.source),
            )  # fmt: skip
