"""What tables are made of: plain values, flat days, exact numbers, and the records that tell a story."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from talentpart.errors import UsageError
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event, Figure, Line, Money
from talentpart.model.records import Lessons, Partnership, Project, Record, Roadmap, Source, Told
from talentpart.queries.agree import bounds
from talentpart.queries.scope import country_of, origins
from talentpart.queries.subjects import nearest, short_name
from talentpart.values import Day

Value = str | int | float | bool | None | list[str]
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; a cell is text, a number, true or false, nothing, or a list of texts."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


# Columns that hold numbers, and columns that hold days, whatever the table.
NUMERIC = frozenset({
    "number", "roundtables", "year", "amount", "value", "value_min", "value_max", "percent", "rate", "claims",
})  # fmt: skip
DAYS = frozenset({
    "date", "date_earliest", "date_latest", "date_from", "date_to", "state_date", "launched", "last_event", "start",
    "end", "opened", "closes", "as_of", "day", "published", "not_before", "not_after", "retrieved", "review_by",
    "checked",
})  # fmt: skip


def no_such(name: str, known: Iterable[str], thing: str) -> UsageError:
    """Give the error for a name that is none of the known ones: with the nearest, or else with all of them."""
    names = tuple(known)
    near = nearest(name, names)
    hint = f"did you mean {' or '.join(map(repr, near))}?" if near else f"there are {', '.join(names)}"
    return UsageError(f"no {thing} called '{name}'; {hint}", near=near)


def told(dataset: Dataset) -> Iterator[Told]:
    """Give the records that tell a story, in the order of their ids."""
    for entry in dataset.entries.values():
        if isinstance(entry.record, Told):
            yield entry.record


def number(value: Decimal | float | None) -> int | float | None:
    """Give a number that JSON prints exactly: whole ones without a point."""
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def day(value: Day | None) -> str | None:
    """Give a day as it was written."""
    return value.text if value else None


def flat(value: Day | None) -> tuple[str | None, str | None, str | None, str | None]:
    """Give a day as four cells: as written, earliest, latest, precision."""
    return (value.text, value.earliest, value.latest, value.precision) if value else (None, None, None, None)


def listed(values: Iterable[str]) -> list[str]:
    """Give texts as a cell, each once, in their order."""
    return list(dict.fromkeys(values))


def basis(line: Line) -> str:
    """Give a line's basis: planned, actual or stated."""
    return line.basis or "stated"


def sources(lines: Iterable[Line]) -> list[str]:
    """Give every source reference of some lines, each once."""
    return listed(reference for line in lines for reference in line.source)


def numbers(line: Money | Figure) -> tuple[int | float | None, int | float | None]:
    """Give the lowest and the highest number that a line allows; nothing for a share or an open end."""
    if line.percent is not None:
        return None, None
    low, high = bounds(line)
    return number(low), number(high)


def as_written(line: Money | Figure) -> str | None:
    """Give the printed words of a line, else its amount as the record writes it."""
    return line.as_stated or (line.amount.written if line.amount else None)


def name_of(dataset: Dataset, record: Record) -> str:
    """Give the name by which people know a record; a partnership's is that of its country."""
    if isinstance(record, Source):
        return record.title
    if isinstance(record, Roadmap):
        partnership = dataset.find(Partnership, record.partnership)
        return f"Roadmap of {name_of(dataset, partnership) if partnership else record.partnership}"
    if isinstance(record, Lessons):
        source = dataset.source(record.source[0]) if record.source else None
        return f"Lessons of {source.title.partition(':')[0]}" if source else record.id
    if isinstance(record, Partnership):
        return dataset.label("places", record.country)
    return short_name(dataset, record.id)


def country(dataset: Dataset, record: Record, line: Line | None = None) -> str | None:
    """Give the one country of which a record, or a line of it, speaks alone; nothing where it speaks of several."""
    if isinstance(record, Partnership):
        return record.country
    if isinstance(record, Roadmap):
        partnership = dataset.find(Partnership, record.partnership)
        return partnership.country if partnership else None
    if isinstance(record, Project):
        limited = listed(country_of(dataset, each) for each in line.origin) if line else []
        found = limited or list(origins(dataset, record))
        return found[0] if len(found) == 1 else None
    return None


def one_value(record: Told, name: str) -> str | None:
    """Give the first word of a list of words that is not set aside, such as the kind of a record."""
    return next((line.value for line in getattr(record, name) if line.rank != "set-aside"), None)


def event_day(line: Event) -> str:
    """Give the key that sorts an event by the earliest day it can be; those without a day come last."""
    return line.date.earliest if line.date else "9999"


def with_wider(dataset: Dataset, sector: str) -> set[str]:
    """Give a sector and those it lies in: a project in textiles serves what was agreed for industry."""
    found: set[str] = set()
    while sector not in found:
        found.add(sector)
        item = dataset.codes("sectors").get(sector)
        sector = item.parent if item and item.parent else sector
    return found
