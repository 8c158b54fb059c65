"""Every word in the records that should be the id of another record: where it stands, and what it may name."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import cast

import msgspec

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Lesson, Line, Money, Relation, Role
from talentpart.model.records import Record, Roadmap, Source
from talentpart.model.widen import lists_of

_SOURCE = ("source",)
_BODY = ("organisation",)
_PAYER = ("instrument", "organisation")
_PROJECT = ("project",)
_IN_SOURCE = ("source",)
# The lines that name other records than their sources.
_NAMING = (Role, Relation, Lesson, Money)


class Link(msgspec.Struct, frozen=True, gc=False):
    """A reference from a record, or one of its lines, to the record that `target` names.

    `steps` lead to it from the line, or from the top of the record's file where there is no line; `word` is the
    reference as written, `place` what it adds after `#`; `kinds` are the record kinds that may stand there (none: any
    but codelists).
    """

    record: Record
    line: Line | None
    steps: tuple[str | int, ...]
    word: str
    kinds: tuple[str, ...] = ()

    @property
    def target(self) -> str:
        """Give the id that is named."""
        return self.word.partition("#")[0]

    @property
    def place(self) -> str:
        """Give the place within a source, or nothing."""
        return self.word.partition("#")[2]


def links(dataset: Dataset) -> Iterator[Link]:
    """Give every link of a dataset, record by record in the order of their ids.

    A source that a line only has from its record is given once, for the record.
    """
    for entry in dataset.entries.values():
        yield from links_of(entry.record)


@lru_cache(maxsize=1)  # Four rules ask it of one dataset, and it is small: records name the same sources over and over.
def mentioned(dataset: Dataset) -> Mapping[tuple[str, tuple[str, ...]], bool]:
    """Give every reference once, as written and with the kinds of record that may stand there.

    With it comes whether some other record than the one that it names has it.
    """
    found: dict[tuple[str, tuple[str, ...]], bool] = {}
    for entry in dataset.entries.values():
        record = entry.record
        here = {(link.word, link.kinds) for link in _of_kind(record)}
        sources = {record.source, *[missing.source for missing in record.missing]}
        for name in lists_of(type(record)):
            lines = cast("tuple[Line, ...]", getattr(record, name))
            sources.update([line.source for line in lines])
            if lines and isinstance(lines[0], _NAMING):  # The lines of a list are of one kind.
                here.update((link.word, link.kinds) for line in lines for link in _of_line(record, line))
        here.update((word, _SOURCE) for words in sources for word in words)
        for asked in here:
            if not found.get(asked):
                found[asked] = asked[0].partition("#")[0] != record.id
    return found


def named(dataset: Dataset) -> frozenset[str]:
    """Give the ids that some other record than that of the id names."""
    return frozenset(word.partition("#")[0] for (word, _), elsewhere in mentioned(dataset).items() if elsewhere)


def links_of(record: Record) -> Iterator[Link]:
    """Give every link of a record."""
    own = record.source
    yield from _of_record(record)
    for name in lists_of(type(record)):
        for line in cast("tuple[Line, ...]", getattr(record, name)):
            if line.source != own:
                for word in line.source:
                    yield Link(record, line, _IN_SOURCE, word, _SOURCE)
            if isinstance(line, _NAMING):
                yield from _of_line(record, line)


def _of_record(record: Record) -> Iterator[Link]:
    for word in record.source:
        yield Link(record, None, ("source",), word, _SOURCE)
    for index, missing in enumerate(record.missing):
        for word in missing.source:
            yield Link(record, None, ("missing", index, "source"), word, _SOURCE)
    yield from _of_kind(record)


def _of_kind(record: Record) -> Iterator[Link]:
    """Give the links that only records of some kinds have of their own."""
    if isinstance(record, Roadmap):
        yield Link(record, None, ("partnership",), record.partnership, ("partnership",))
    if isinstance(record, Source):
        for name in ("replaced_by", "repeats"):
            value = getattr(record, name)
            if value:
                yield Link(record, None, (name,), value, _SOURCE)


def _of_line(record: Record, line: Line) -> Iterator[Link]:
    """Give the links of a line to others than its sources."""
    if isinstance(line, Role):
        yield Link(record, line, ("organisation",), line.organisation, _BODY)
    elif isinstance(line, Relation):
        yield Link(record, line, ("target",), line.target)
    elif isinstance(line, Lesson):
        for word in line.projects:
            yield Link(record, line, ("projects",), word, _PROJECT)
    elif isinstance(line, Money):
        for name in ("payer", "through"):
            value = getattr(line, name)
            if value:
                yield Link(record, line, (name,), value, _PAYER)
