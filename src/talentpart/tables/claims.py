"""Claims, one row for each value that one source says; the identity survives when lines move or change."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Corridor, Event, Figure, Line, Money, Sector
from talentpart.model.records import Record
from talentpart.queries.answers import answer, is_weak
from talentpart.queries.paths import claim_ids, key, lines_of, path
from talentpart.queries.told import line_day
from talentpart.tables._cells import Row, Value, basis, day, number
from talentpart.values import Day

COLUMNS = (
    "claim_id", "record_kind", "record", "path", "value", "basis", "certainty", "bound", "as_of", "day", "rank",
    "because", "authority", "standing", "contested", "source", "anchor",
)  # fmt: skip
COMPETING = ("status", "events", "figures", "money")


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the claims record by record, in the order of the files and of the sources of a line."""
    for entry in dataset.entries.values():
        record = entry.record
        contested = _contested(dataset, record)
        for name, line in lines_of(record):
            for identity, reference in zip(claim_ids(record, name, line), line.source or (None,), strict=True):
                source, _, anchor = (reference or "").partition("#")
                witness = dataset.source(source)
                yield (
                    identity, record.record_kind, record.id, path(record, name, line),
                    said(line), basis(line), line.certainty, line.bound, day(line.as_of),
                    line_day(dataset, record, line) or None, line.rank, line.because,
                    witness.authority if witness else None,
                    ("weak" if is_weak(dataset, (source,)) else "firm") if witness else None,
                    (name, key(line), line.basis) in contested, source or None, anchor or None,
                )  # fmt: skip


def said(line: Line) -> Value:
    """Give the value that a line states: a number, a day, an amount, a code or a text."""
    match line:
        case Event():
            return line.date.text if line.date else "; ".join(line.outcomes) or line.type
        case Figure() if line.value is not None:
            return number(line.value)
        case Money() | Figure():
            return _amount(line)
        case Sector():
            return line.as_stated or line.sector
        case Corridor():
            return f"{'+'.join(line.origin)}-{'+'.join(line.destination)}"
        case _:
            return str(getattr(line, line.first))


def _amount(line: Money | Figure) -> Value:
    if line.amount is not None:
        return line.amount.written
    if line.percent is not None:
        return f"{line.percent} %"
    if isinstance(line, Figure) and (line.min is not None or line.max is not None):
        return f"{line.min if line.min is not None else ''} to {line.max if line.max is not None else ''}"
    return line.payer if isinstance(line, Money) else None


def _contested(dataset: Dataset, record: Record) -> set[tuple[str, tuple[str, ...], str | None]]:
    """Give the things of a record on which its sources differ."""
    things: dict[tuple[str, tuple[str, ...], str | None], list[Line]] = {}
    for name, line in lines_of(record):
        if name in COMPETING:
            things.setdefault((name, key(line), line.basis), []).append(line)
    return {
        thing
        for thing, lines in things.items()
        if (found := answer(dataset, record, thing[0], lines)).differs or found.open
    }
