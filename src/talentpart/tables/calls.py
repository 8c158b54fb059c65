"""The calls for proposals, one row each: when open, how much, and what share of the costs is paid."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.records import Instrument
from talentpart.queries.answers import answer
from talentpart.queries.paths import key
from talentpart.queries.relations import targets
from talentpart.tables._cells import Row, name_of, number, one_value
from talentpart.tables._settled import happenings, status_value
from talentpart.values import Day

COLUMNS = ("id", "name", "part_of", "status", "opened", "closes", "amount", "currency", "rate", "source")
_OPENS = frozenset({"announcement", "opening", "launch", "start"})
_CLOSES = frozenset({"closing", "deadline", "end"})


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the calls in the order of their ids; an amount on which sources differ is left empty."""
    for record in dataset.all(Instrument):
        if one_value(record, "kind") != "call":
            continue
        whole = [line for line in record.money if line.amount and line.payer is None and key(line) == ("total",)]
        said = answer(dataset, record, "money", whole) if whole else None
        amount = said.best.amount if said and said.best and not said.open else None
        yield (
            record.id, name_of(dataset, record),
            targets(record, "part-of"),
            status_value(dataset, record),
            _day(dataset, record, _OPENS), _day(dataset, record, _CLOSES), number(amount.number) if amount else None,
            amount.currency if amount else None, _rate(record), list(record.source),
        )  # fmt: skip


def _day(dataset: Dataset, record: Instrument, types: frozenset[str]) -> str | None:
    found = (each.line.date for each in happenings(dataset, record) if each.line.type in types)
    return next((date.text for date in found if date), None)


def _rate(record: Instrument) -> int | float | None:
    """Give the share of the costs that the call pays, in per cent."""
    figures = (line.percent for line in record.figures if "rate" in line.measure and line.percent is not None)
    money = (line.percent for line in record.money if line.percent is not None)
    return number(next(figures, next(money, None)))
