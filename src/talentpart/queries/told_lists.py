"""The events, figures and amounts of any record, whatever its kind; none where its kind has no such list."""

from typing import cast

from talentpart.model.lines import Event, Figure, Money
from talentpart.model.records import Record


def events(record: Record) -> tuple[Event, ...]:
    """Give the events of a record."""
    return cast("tuple[Event, ...]", getattr(record, "events", ()))


def figures(record: Record) -> tuple[Figure, ...]:
    """Give the figures of a record."""
    return cast("tuple[Figure, ...]", getattr(record, "figures", ()))


def money(record: Record) -> tuple[Money, ...]:
    """Give the amounts of a record."""
    return cast("tuple[Money, ...]", getattr(record, "money", ()))


def numbers(record: Record) -> tuple[Figure | Money, ...]:
    """Give the figures of a record, then its amounts."""
    return (*figures(record), *money(record))
