"""Member States and partner countries that a record names, one row for each line."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Place
from talentpart.queries.scope import country_of
from talentpart.tables._cells import Row, told
from talentpart.values import Day

COLUMNS = ("record", "list", "place", "country", "role", "certainty", "source")


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the places record by record, in the order of the files."""
    for record in told(dataset):
        for name in ("member_states", "countries"):
            lines: tuple[Place, ...] = getattr(record, name, ())
            for line in lines:
                yield (
                    record.id, name, line.place, country_of(dataset, line.place), line.role, line.certainty,
                    list(line.source),
                )  # fmt: skip
