"""Who stands behind a claim: which sources say the same, which of them only repeat another, what hangs on one alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event, Figure, Line, Money, Status
from talentpart.model.records import Record, Source
from talentpart.queries.agree import agree
from talentpart.queries.answers import things
from talentpart.queries.paths import path

# More lines on one thing than any honest record has; each would be held against each.
MOST = 40
_COMPETING = (Status, Event, Figure, Money)


@dataclass(frozen=True, slots=True)
class Claim:
    """A line of a list of a record, and the ids of all sources that say what it says, whichever line names them."""

    record: Record
    list: str
    line: Line
    sources: frozenset[str]

    @property
    def path(self) -> str:
        """Give the path of the line."""
        return path(self.record, self.list, self.line)


def claims(dataset: Dataset) -> Iterator[Claim]:
    """Give every line of a dataset that names a source, record by record; what is set aside is no claim."""
    for entry in dataset.entries.values():
        yield from claims_of(entry.record)


def claims_of(record: Record) -> Iterator[Claim]:
    """Give every line of a record that names a source, the lines on one thing together."""
    for (name, _, _), lines in things(record).items():
        kept = [line for line in lines if line.rank != "set-aside" and line.source]
        for line in kept:
            same = [each for each in kept if says_same(line, each)] if 1 < len(kept) <= MOST else [line]
            yield Claim(record, name, line, frozenset().union(*map(source_ids, same)))


def by_source(dataset: Dataset) -> Mapping[str, list[Claim]]:
    """Give for each source the claims on lines that name it, in the order of their records."""
    found: dict[str, list[Claim]] = {}
    for claim in claims(dataset):
        for each in dict.fromkeys(reference.partition("#")[0] for reference in claim.line.source):
            found.setdefault(each, []).append(claim)
    return found


def source_ids(line: Line) -> frozenset[str]:
    """Give the ids of the sources of a line, places within them aside."""
    return frozenset(reference.partition("#")[0] for reference in line.source)


def says_same(one: Line, other: Line) -> bool:
    """Tell whether two lines of one thing say the same: values that agree, or else the same word."""
    if one is other:
        return True
    if isinstance(one, _COMPETING):
        return agree(one, other)
    return bool(getattr(one, one.first) == getattr(other, other.first))


def original(dataset: Dataset, source: str) -> str:
    """Give the id of the source whose text a source carries in the end, through others; itself where it is its own.

    A source that repeats itself, through others or straight, carries nobody's text but its own.
    """
    seen = {source}
    current = source
    while (record := dataset.find(Source, current)) is not None and record.repeats:
        current = record.repeats
        if current in seen:
            return source
        seen.add(current)
    return current
