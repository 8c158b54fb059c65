"""Where the lines of one thing differ and nothing says what to make of it, and which events can be two."""

from collections.abc import Iterator
from dataclasses import dataclass

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event, Line
from talentpart.model.records import Record
from talentpart.queries.agree import agree
from talentpart.queries.answers import answer, things
from talentpart.queries.paths import claim_ids

# Types of which a record can have several, so that two days need not differ: a launch is one, a meeting is not.
RECURRING = frozenset({"roundtable", "technical-workshop", "technical-meeting", "meeting", "review", "deadline"})
_COMPETE = ("status", "events", "figures", "money")


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A thing of a record on which two lines differ: its list, key, basis, all its lines and the first two that do."""

    name: str
    key: tuple[str, ...]
    basis: str
    lines: tuple[Line, ...]
    one: Line
    other: Line

    @property
    def path(self) -> str:
        """Give the path of the thing within its record."""
        return ".".join((self.name, *self.key, *(() if self.basis == "stated" else (self.basis,))))

    @property
    def two_events(self) -> bool:
        """Tell whether the two lines may speak of two events, which nothing tells apart."""
        return two_events(self.one, self.other)


def unsettled(dataset: Dataset, record: Record) -> Iterator[Unsettled]:
    """Settle each thing of a record as the reports do, and give those that stay open without a word in the record."""
    for (name, key, basis), lines in things(record, *_COMPETE).items():
        if len(lines) == 1:
            continue
        found = answer(dataset, record, name, lines)
        if not found.open or (found.because and found.settled == "open"):
            continue
        if any(dataset.source(reference) is None for line in lines for reference in line.source):
            continue  # Which is the newer cannot be told while a source is not found.
        pair = _pair(record, name, found.lines, lines)
        if pair is not None:
            yield Unsettled(name, key, basis, tuple(lines), *pair)


def unnamed(line: Line) -> bool:
    """Tell whether a line is an event of a type that recurs, with neither number nor part to say which it is."""
    return isinstance(line, Event) and line.type in RECURRING and line.number is None and line.part is None


def two_events(one: Line, other: Line) -> bool:
    """Tell whether two lines are events of a type that recurs, unnamed, on days that cannot be one."""
    return unnamed(one) and unnamed(other) and not agree(one, other)


def _pair(record: Record, name: str, shown: tuple[Line, ...], lines: list[Line]) -> tuple[Line, Line] | None:
    """Give the first two lines that differ, in the order of the file; two of one identity are said twice instead."""
    ordered = [line for line in lines if any(line is each for each in shown)]
    pairs = ((one, other) for i, one in enumerate(ordered) for other in ordered[i + 1 :])
    differing = (pair for pair in pairs if not agree(*pair))
    return next(
        (
            (one, other)
            for one, other in differing
            if two_events(one, other) or not {*claim_ids(record, name, one)} & {*claim_ids(record, name, other)}
        ),
        None,
    )
