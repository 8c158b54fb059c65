"""The records of one dataset, read only, and where each of their lines stands in the files."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from talentpart.finding import Location
from talentpart.model.lines import Line
from talentpart.model.records import About, Codelist, Item, Record, Source, Waiver
from talentpart.store.parse import Document

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Entry:
    """A record, the file it came from, and for each of its lists the place of each line in that file."""

    record: Record
    document: Document
    places: Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """All records by id, in order of their ids; passed whole, so that a new fact never changes a signature.

    `where` says in words where it was found; `sha256` is the digest of its files; `left_out` counts the lines that a
    view as of an earlier day leaves out.
    """

    about: About
    where: str
    sha256: str
    entries: Mapping[str, Entry]
    codelists: Mapping[str, Mapping[str, Item]]
    waivers: tuple[Waiver, ...] = ()
    left_out: int = 0

    @classmethod
    def of(
        cls, about: About, where: str, sha256: str, entries: Iterable[Entry], waivers: tuple[Waiver, ...] = ()
    ) -> "Dataset":
        """Put entries in the order of their ids, whatever order their files were read in."""
        ordered = {entry.record.id: entry for entry in sorted(entries, key=lambda entry: entry.record.id)}
        lists = [entry.record for entry in ordered.values() if isinstance(entry.record, Codelist)]
        codelists = {record.id: {item.code: item for item in record.items} for record in lists}
        return cls(about, where, sha256, ordered, codelists, waivers)

    def get(self, name: str) -> Record | None:
        """Give the record of that id, if there is one."""
        entry = self.entries.get(name)
        return entry.record if entry else None

    def find(self, kind: type[R], name: str) -> R | None:
        """Give the record of that id if it is of that kind."""
        record = self.get(name)
        return record if isinstance(record, kind) else None

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Give the records of one kind, in the order of their ids."""
        return tuple(entry.record for entry in self.entries.values() if isinstance(entry.record, kind))

    def codes(self, codelist: str) -> Mapping[str, Item]:
        """Give the items of a codelist by code, in the order of the list; empty when there is no such list."""
        return self.codelists.get(codelist, {})

    def label(self, codelist: str, code: str | None) -> str:
        """Give the label of a code, or the code itself where the list does not hold it."""
        item = self.codes(codelist).get(code or "")
        return item.label if item else (code or "")

    def source(self, reference: str) -> Source | None:
        """Give the source that a reference names, with or without a place after `#`."""
        return self.find(Source, reference.partition("#")[0])

    def locate(self, record: Record, line: Line | None = None, *fields: str) -> Location:
        """Give the place in the files of a record, of one of its lines, or of a field of that line."""
        entry = self.entries[record.id]
        if line is None:
            return entry.document.locate(*fields)
        for name, origins in entry.places.items():
            for index, each in enumerate(getattr(record, name)):
                if each is line:
                    written = (entry.document.data or {}).get(name)
                    steps: tuple[str | int, ...] = (name, origins[index]) if isinstance(written, list) else (name,)
                    return entry.document.locate(*steps, *fields)
        return entry.document.locate()
