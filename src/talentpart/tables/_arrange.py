"""Rows in another order, fewer columns, or counted: what can be done to a table once its rows are chosen."""

import unicodedata
from collections.abc import Iterable

from talentpart.tables._cells import DAYS, Row, Table, Value, no_such
from talentpart.values import Day


def column(table: Table, name: str) -> int:
    """Give the place of a column. Raises UsageError, with the nearest names, for one that does not exist."""
    if name in table.columns:
        return table.columns.index(name)
    raise no_such(name, table.columns, f"column of {table.name}")


def only(table: Table, names: Iterable[str]) -> Table:
    """Give a table with these columns alone, in this order."""
    chosen = list(dict.fromkeys(names))
    places = [column(table, name) for name in chosen]
    return Table(table.name, tuple(chosen), tuple(tuple(row[place] for place in places) for row in table.rows))


def ordered(table: Table, keys: Iterable[str]) -> Table:
    """Give a table in the order of these columns, the first first; `-` before one turns it round, empty cells go last.

    Days are compared by the earliest and then the latest day that they can be, texts without regard to case.
    """
    rows = list(table.rows)
    for key in reversed(list(keys)):
        name = key.removeprefix("-")
        place = column(table, name)
        filled = [row for row in rows if row[place] not in (None, [])]
        empty = [row for row in rows if row[place] in (None, [])]
        filled.sort(key=lambda row: _key(name, row[place]), reverse=key.startswith("-"))
        rows = filled + empty
    return Table(table.name, table.columns, tuple(rows))


def grouped(table: Table, names: Iterable[str]) -> Table:
    """Give how many rows there are for each value of these columns; a row counts under each member of a list."""
    chosen = list(dict.fromkeys(names))
    places = [column(table, name) for name in chosen]
    counts: dict[tuple[Value, ...], int] = {}
    for row in table.rows:
        groups: list[tuple[Value, ...]] = [()]
        for place in places:
            value = row[place]
            members: list[Value] = list(value) or [None] if isinstance(value, list) else [value]
            groups = [(*group, member) for group in groups for member in members]
        for group in groups:
            counts[group] = counts.get(group, 0) + 1
    rows: list[Row] = [(*group, count) for group, count in counts.items()]
    rows.sort(key=lambda row: [(cell is None, _key(name, cell)) for name, cell in zip(chosen, row, strict=False)])
    return Table(table.name, (*chosen, "count"), tuple(rows))


def holds_lists(table: Table, names: Iterable[str]) -> bool:
    """Tell whether a row can stand in several groups of these columns."""
    places = [column(table, name) for name in names]
    return any(isinstance(cell := row[place], list) and len(cell) > 1 for row in table.rows for place in places)


def _key(name: str, value: Value) -> tuple[int, float, str, str]:
    """Give what a cell is compared by: numbers first, then days by their bounds, then texts by code point."""
    if isinstance(value, bool | int | float):
        return (0, float(value), "", "")
    text = "; ".join(value) if isinstance(value, list) else value or ""
    if name in DAYS and text:
        days = [Day.parse(each) for each in text.split(" or ")]
        return (1, 0, min(each.earliest for each in days), max(each.latest for each in days))
    return (2, 0, unicodedata.normalize("NFC", text).casefold(), text)
