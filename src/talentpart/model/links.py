"""Every word in the records that should be the id of another record: where it stands, and what it may name."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Lesson, Line, Money, Relation, Role
from talentpart.model.records import Record, Roadmap, Source

_SOURCE = ("source",)
_BODY = ("organisation",)
_PAYER = ("instrument", "organisation")
_PROJECT = ("project",)


@dataclass(frozen=True, slots=True)
class Link:
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


def links_of(record: Record) -> Iterator[Link]:
    """Give every link of a record."""
    yield from _of_record(record)
    for name in type(record).__struct_fields__:
        lines = getattr(record, name)
        if isinstance(lines, tuple) and lines and isinstance(lines[0], Line):
            for line in cast("tuple[Line, ...]", lines):
                yield from _of_line(record, line)


def _of_record(record: Record) -> Iterator[Link]:
    for word in record.source:
        yield Link(record, None, ("source",), word, _SOURCE)
    for index, missing in enumerate(record.missing):
        for word in missing.source:
            yield Link(record, None, ("missing", index, "source"), word, _SOURCE)
    if isinstance(record, Roadmap):
        yield Link(record, None, ("partnership",), record.partnership, ("partnership",))
    if isinstance(record, Source):
        for name in ("replaced_by", "repeats"):
            value = getattr(record, name)
            if value:
                yield Link(record, None, (name,), value, _SOURCE)


def _of_line(record: Record, line: Line) -> Iterator[Link]:
    if line.source != record.source:
        for word in line.source:
            yield Link(record, line, ("source",), word, _SOURCE)
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
