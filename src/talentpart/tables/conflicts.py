"""Things on which sources differ, one row each, and how each is settled, if it is."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Line
from talentpart.model.records import Record
from talentpart.queries.answers import answer, things
from talentpart.queries.paths import contested, key
from talentpart.tables._cells import Row, Value, listed, sources
from talentpart.tables.claims import COMPETING, said
from talentpart.values import Day

COLUMNS = ("record", "path", "said", "sources", "settled", "because")


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give for each record what is left open on purpose, then what else its lines differ on."""
    for entry in dataset.entries.values():
        yield from of_record(dataset, entry.record)


def of_record(dataset: Dataset, record: Record) -> Iterator[Row]:
    """Give the rows of one record."""
    covered: set[int] = set()
    for conflict in record.conflicts:
        lines = [line for pattern in conflict.field for _, line in contested(record, pattern)]
        covered.update(id(line) for line in lines)
        yield record.id, "; ".join(conflict.field), _said(lines), sources(lines), "open", conflict.because
    for (name, steps, basis), lines in things(record, *COMPETING).items():
        if any(id(line) in covered for line in lines):
            continue
        found = answer(dataset, record, name, lines)
        if found.differs or found.open or found.settled == "history":
            path = ".".join((name, *steps, *((basis,) if basis != "stated" else ())))
            yield record.id, path, _said(lines), sources(lines), found.settled, found.because or None


def _said(lines: list[Line]) -> Value:
    """Give each value that is said; where the lines speak of several things, with the key of each."""
    kept = [line for line in lines if line.rank != "set-aside"]
    several = len({key(line) for line in kept}) > 1
    return listed(f"{'.'.join(key(line))}: {said(line)}" if several else str(said(line)) for line in kept)
