"""Filters over rows: each looks at the row's own columns first, else at the record that the row belongs to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from talentpart.errors import UsageError
from talentpart.model.dataset import Dataset
from talentpart.model.records import (
    Partnership,
    Record,
    Roadmap,
)
from talentpart.queries.scope import country_of
from talentpart.queries.subjects import code, fold, place, record_id, unknown
from talentpart.tables._cells import Row, Table, Value, with_wider
from talentpart.tables._holds import READERS
from talentpart.values import Day

# The columns that name the record of a row, the first that a table has.
_RECORD = ("record", "subject", "component", "project", "id", "organisation")
_OWN: dict[str, tuple[str, ...]] = {
    "country": ("origin", "country"), "member_state": ("destination", "member_states"),
    "sector": ("sector", "sectors", "mainly"), "instrument": ("instruments", "payer", "through"),
    "organisation": ("organisation", "lead", "secretariat", "publisher"), "status": ("status",),
    "kind": ("kind", "type", "subject_kind", "record_kind"), "basis": ("basis", "start_basis", "end_basis"),
}  # fmt: skip
# From when to when a row speaks: the first pair that a table has.
_SPANS = (
    ("date_earliest", "date_latest"), ("date_from", "date_to"), ("start", "end"), ("launched", "last_event"),
    ("date", "date"), ("year", "year"), ("opened", "closes"), ("day", "day"), ("as_of", "as_of"),
    ("published", "published"),
)  # fmt: skip
_CODELISTS = {
    "kind": (
        "project-kinds",
        "instrument-kinds",
        "policy-kinds",
        "framework-kinds",
        "organisation-kinds",
        "lesson-kinds",
        "event-types",
    ),
    "status": ("statuses",),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked of the rows: of each filter any of its words, of all filters all.

    `since` and `until` are days between which a row must speak; `exact` leaves narrower sectors out.
    """

    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    since: Day | None = None
    until: Day | None = None
    exact: bool = False


def keep(dataset: Dataset, table: Table, filters: Filters) -> tuple[Table, list[str]]:
    """Give the rows that pass, and for each filter that found rows with nothing to look at a sentence that says so.

    Raises UsageError for a filter that can never apply to these rows, UnknownName for a word that names nothing.
    """
    columns, kept, notes = table.columns, list(table.rows), []
    for name, words in filters.words.items():
        if not words:
            continue
        values = [_values(dataset, name, columns, row) for row in kept]
        if kept and all(each is None for each in values):
            raise _useless(name)
        wanted = _wanted(dataset, name, words, values)
        empty = sum(1 for each in values if not each)
        if empty:
            notes.append(f"--{name.replace('_', '-')}: {_empty(empty, len(kept))}")
        kept = [row for row, each in zip(kept, values, strict=True) if _any(dataset, name, each or (), wanted, filters)]
    if filters.since or filters.until:
        kept, note = _between(columns, kept, filters)
        notes += note
    return Table(table.name, columns, tuple(kept)), notes


def _between(columns: tuple[str, ...], rows: list[Row], filters: Filters) -> tuple[list[Row], list[str]]:
    pair = next((each for each in _SPANS if set(each) <= set(columns)), None)
    name = "from" if filters.since else "to"
    if pair is None:
        raise _useless(name)
    first, last = columns.index(pair[0]), columns.index(pair[1])
    low = filters.since.earliest if filters.since else ""
    high = filters.until.latest if filters.until else "9999-99-99"
    kept, empty = [], 0
    for row in rows:
        start, end = _days(row[first]), _days(row[last])
        if start is None and end is None:
            empty += 1
        elif (start or end or low)[0] <= high and (end is None or end[1] >= low):
            kept.append(row)
    return kept, [f"--{name}: {_empty(empty, len(rows))}"] if empty else []


def _days(value: Value) -> tuple[str, str] | None:
    """Give the earliest and the latest day that a cell can be."""
    if value is None or isinstance(value, list):
        return None
    days = [Day.parse(each) for each in str(value).split(" or ")]
    return min(each.earliest for each in days), max(each.latest for each in days)


def _empty(count: int, total: int) -> str:
    return f"{count} of {total} rows hold nothing that this filter could match"


def _useless(name: str) -> UsageError:
    option = name.replace("_", "-")
    return UsageError(f"--{option} cannot apply to this table: neither its rows nor their records hold such a thing")


def _values(dataset: Dataset, name: str, columns: tuple[str, ...], row: Row) -> tuple[str, ...] | None:
    """Give what a filter looks at; nothing (None) where neither the row nor its record could ever hold it."""
    own = [each for each in _OWN[name] if each in columns]
    # Only in these two tables is `country` a Member State; elsewhere it is the partner country.
    if name == "member_state" and ({"organisation", "country"} <= set(columns) or {"place", "list"} <= set(columns)):
        own = ["country"]
    found: list[str] = []
    for each in own:
        value = row[columns.index(each)]
        found += value if isinstance(value, list) else [str(value)] if value is not None else []
        if found and name == "country":  # A line limited to its origins speaks of no other country.
            break
    # In `roles`, `country` is that of the organisation, while people who filter mean the record or the body.
    both = name == "kind" or (name in {"country", "member_state"} and "organisation" in columns)
    if (found and not both) or name == "basis":
        return tuple(found) if own else None
    column = next((each for each in _RECORD if each in columns and row[columns.index(each)]), None)
    record = dataset.get(str(row[columns.index(column)])) if column else None
    more = _of_record(dataset, name, record) if record else None
    return tuple(found) if more is None and own else None if more is None else (*found, *more)


def _of_record(dataset: Dataset, name: str, record: Record) -> tuple[str, ...] | None:
    """Give what a record holds of the thing a filter asks for; None where its kind cannot hold it."""
    if isinstance(record, Roadmap) and name in {"country", "member_state", "sector"}:
        partnership = dataset.find(Partnership, record.partnership)
        return READERS[name](dataset, partnership) if partnership else ()
    return READERS[name](dataset, record)


def _wanted(
    dataset: Dataset, name: str, words: tuple[str, ...], values: Iterable[tuple[str, ...] | None]
) -> frozenset[str]:
    """Give the codes and ids that the words of a filter name."""
    match name:
        case "country" | "member_state":
            return frozenset(place(dataset, word) for word in words)
        case "sector":
            return frozenset(code(dataset, "sectors", word, "sector") for word in words)
        case "instrument" | "organisation":
            kinds = ("instrument",) if name == "instrument" else ("organisation", "instrument")
            return frozenset(record_id(dataset, word, kinds) for word in words)
        case _:
            known = {piece for found in values for each in found or () for piece in each.split("/")}
            known |= {each for codelist in _CODELISTS.get(name, ()) for each in dataset.codes(codelist)}
            known |= {"planned", "actual", "stated"} if name == "basis" else set()
            return frozenset(_known(word, known, name) for word in words)


def _known(word: str, known: set[str], name: str) -> str:
    for each in sorted(known):
        if fold(each) == fold(word):
            return each
    raise unknown(name, word, sorted(known))


def _any(dataset: Dataset, name: str, values: Iterable[str], wanted: frozenset[str], filters: Filters) -> bool:
    match name:
        case "country" | "member_state":
            return any(each in wanted or country_of(dataset, each) in wanted for each in values)
        case "sector" if not filters.exact:
            return any(wanted & with_wider(dataset, each) for each in values)
        case "status":
            return any(piece in wanted for each in values for piece in each.split("/"))
        case _:
            return any(each in wanted for each in values)
