"""Events in an order in which they cannot have happened, and which of them is the one to look at."""

from collections.abc import Iterator
from dataclasses import dataclass

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event
from talentpart.model.records import Record
from talentpart.queries.days import earliest, latest, too_early
from talentpart.queries.paths import key
from talentpart.queries.told_lists import events
from talentpart.values import Day

# What comes first by the meaning of the types, not by custom: a launch is often held after the start of the work, and
# a text is published before or after it is adopted, so these have no order.
_FIRST: dict[str, tuple[str, ...]] = {
    "start": ("end",),
    "announcement": ("launch", "start", "implementation-start", "signature", "end"),
    "proposal": ("agreement", "adoption", "endorsement"),
    "agreement": ("adoption",),
    "signature": ("end",),
    "launch": ("end", "deadline"),
    "implementation-start": ("end",),
}
_ORDERED = frozenset(_FIRST) | {later for many in _FIRST.values() for later in many}
_SPAN = frozenset({"start", "end"})
_Pair = tuple[Event, Event]


@dataclass(frozen=True, slots=True)
class Misplaced:
    """An event that lies on the wrong side (`before` or `after`) of another of its record."""

    line: Event
    side: str
    other: Event

    @property
    def span(self) -> bool:
        """Tell whether the two are a start and an end."""
        return {self.line.type, self.other.type} == _SPAN


def misplaced(dataset: Dataset, record: Record, as_of: Day) -> Iterator[Misplaced]:
    """Give the events that stand in a wrong order, of one part and plans with plans; one for each fault.

    What is set aside, and what its own source cannot have told, is left out.
    """
    groups: dict[tuple[object, ...], list[Event]] = {}
    for line in events(record):
        if line.type in _ORDERED and line.date is not None and line.rank != "set-aside":
            groups.setdefault((*key(line)[1:], line.basis == "planned"), []).append(line)
    for lines in groups.values():
        pairs = _reversed(lines) if len(lines) > 1 else []
        early = {id(line) for pair in pairs for line in pair if too_early(dataset, record, line)}
        yield from _blamed([pair for pair in pairs if early.isdisjoint(map(id, pair))], as_of)


def _reversed(lines: list[Event]) -> list[_Pair]:
    """Give each two events of which the one that must come first surely came later."""
    return [
        (first, later)
        for first in lines
        for later in lines
        if later.type in _FIRST.get(first.type, ()) and latest(later) < earliest(first)
    ]


def _blamed(pairs: list[_Pair], as_of: Day) -> Iterator[Misplaced]:
    """Give the event to look at, and one it stands wrong to: that of most pairs, else one to come, else the later.

    One wrong day can break several pairs, and is one fault.
    """
    while pairs:
        counts: dict[int, int] = {}
        for line in (line for pair in pairs for line in pair):
            counts[id(line)] = counts.get(id(line), 0) + 1
        ahead = {id(line) for pair in pairs for line in pair if earliest(line) > as_of.latest}
        blamed = max(
            (line for first, later in pairs for line in (later, first)),
            key=lambda line: (counts[id(line)], id(line) in ahead and line.basis != "planned"),
        )
        touched = [pair for pair in pairs if blamed in pair]
        # Of several, start and end say it best.
        first, later = next((pair for pair in touched if {each.type for each in pair} == _SPAN), touched[0])
        yield Misplaced(later, "before", first) if blamed is later else Misplaced(first, "after", later)
        pairs = [pair for pair in pairs if blamed not in pair]
