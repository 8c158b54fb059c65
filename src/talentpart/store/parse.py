"""From the bytes of a file to a document: plain data, and a finding for all that is wrong with its form."""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace

from talentpart.finding import Edit, Finding, Location, Related, Severity
from talentpart.plain import safe
from talentpart.store.build import build
from talentpart.store.crowd import MOST, crowd
from talentpart.store.invisible import invisible, scalars
from talentpart.store.places import Places, find_places
from talentpart.store.text import Lines, read_text

_LINE_END = re.compile("\r\n|\r|\n")
_BLOCK = ("|", ">")


class Document:
    """What one file holds: its text, its data if it holds a record, and what is wrong with its form.

    `path` is as shown to users; `name` is the path below the root of the dataset; the folder gives `kind` and `id`.
    `digest` is that of the bytes; `holds` says that there are data; `again` reads the file once more.
    """

    __slots__ = (
        "_data", "_places", "_text", "again", "digest", "findings", "holds", "id", "kind", "name", "path",
    )  # fmt: skip

    def __init__(self, path: str, text: str, data: dict[str, object] | None, findings: list[Finding]) -> None:
        """Take what parsing found."""
        self.path = path
        self._text: str | None = text
        self._data = data
        self.holds = data is not None
        self.again: Callable[[], Document] | None = None
        self.findings = findings
        self.name = path
        self.kind = self.id = ""
        self.digest = b""
        self._places: Places | None = None

    def forget(self) -> None:
        """Let text and data go, which take far more memory than the record; they are read again when asked for."""
        if self.again is not None:
            self._text = self._data = self._places = None

    @property
    def text(self) -> str:
        """Give the text as it is shown."""
        if self._text is None:
            self._remember()
        return self._text or ""

    @property
    def data(self) -> dict[str, object] | None:
        """Give the plain data, or None where the file holds no record that can be read."""
        if self.holds and self._data is None:
            self._remember()
        return self._data

    @data.setter
    def data(self, data: dict[str, object] | None) -> None:
        self._data = data
        self.holds = data is not None

    def _remember(self) -> None:
        """Read the file again; one that has gone meanwhile is empty."""
        if self.again is not None:
            fresh = self.again()
            self._text, self._data = fresh._text, fresh._data  # noqa: SLF001 - of the same class

    @property
    def places(self) -> Places:
        """Give where everything stands; read again from the text when it is first asked for."""
        if self._places is None:
            self._places = find_places(self.text)
        return self._places

    def written(self, where: Location) -> str:
        """Give what stands at a place, as far as its first line."""
        line = _LINE_END.split(self.text)[where.line - 1]
        return line[where.column - 1 : where.end_column - 1 if where.line == where.end_line else None]

    def locate(self, *steps: str | int, key: bool = False) -> Location:
        """Give the place of a value, or of its key; of the nearest value around it where it does not exist.

        Without steps it is the place of the first field.
        """
        values = self.places.values
        for length in range(len(steps), 0, -1):
            place = values.get(steps[:length])
            if place is not None:
                nothing = place.value[:2] == place.value[2:]
                return Location(self.path, *(place.key if place.key and (key or nothing) else place.value))
        if not values:
            return Location(self.path)
        return Location(self.path, *next((each.key for each in values.values() if each.key), values[()].value))


def parse(path: str, raw: bytes) -> Document:
    """Read one file; whatever stands in it, the answer is a document with findings, never an exception."""
    text, parses, findings = read_text(path, raw)
    document = Document(path, text, None, findings)
    if parses:
        parsed, odd = invisible(path, text)
        findings += odd
        document.data = _record(document, parsed)
        if any(each.rule == "whitespace" for each in findings):
            _settle(document, parsed)
        if len(document.findings) > 1:
            document.findings.sort(key=Finding.order)
    return document


def _settle(document: Document, parsed: str) -> None:
    """Keep of the mends of blanks and line ends those that change no text: quoted and block text stays as it is."""
    lines = Lines(document.path, document.text)
    starts, ends, styles = scalars(parsed) if document.data is not None else ([], [], [])

    def settled(each: Finding) -> tuple[Edit, ...]:
        edit = each.fix[0]
        start = lines.index(edit.location.line, edit.location.column)
        end = lines.index(edit.location.end_line, edit.location.end_column)
        if document.text[start : start + 1] == "\r":
            return each.fix  # However lines end, YAML reads the same.
        at = bisect_right(starts, start) - 1
        if at < 0 or start >= ends[at] + (styles[at] in _BLOCK and start == end):
            return each.fix
        if styles[at] in _BLOCK:
            head = _LINE_END.split(document.text[starts[at] : start], maxsplit=1)
            # Behind the sign that begins the block, or behind a block that keeps no line end.
            return each.fix if len(head) == 1 or (start == end and "-" in head[0].partition("#")[0]) else ()
        if styles[at] or "\t" not in document.text[start:end]:
            return () if styles[at] else each.fix
        return (Edit(edit.location, " " * (end - start)),)  # Inside plain text each blank is one of its characters.

    document.findings = [
        replace(each, fix=settled(each) if document.data is not None else ()) if each.rule == "whitespace" else each
        for each in document.findings
    ]


def _record(document: Document, text: str) -> dict[str, object] | None:
    """Build the record of a document, and add what is wrong to its findings."""
    built = build(document.path, text)
    document.findings += built.findings
    if built.repeated:
        _repeated(document)
    if not built.read:
        return None
    if isinstance(built.value, dict):
        crowded = crowd(built.value, text)
        if crowded is None:
            return built.value
        name, count = crowded
        message = f"the record comes to {count} lines, most of them in '{safe(name)}'; it may hold {MOST}"
        document.findings = [
            Finding(document.locate(name, key=True), "too-large", Severity.ERROR, message, "make several records of it")
        ]
        return None
    what = "a list, not a record" if isinstance(built.value, list) else "no record"
    where = Location(document.path) if built.value is None else document.locate()
    message = f"file holds {what}; a record starts with the name of a field"
    document.findings.append(Finding(where, "no-record", Severity.ERROR, message))
    return None


def _repeated(document: Document) -> None:
    """Add a finding for each key that stands twice; that one of the two is no text is the lesser fault."""
    path, repeated = document.path, document.places.repeated
    twice = {Location(path, *span) for each in repeated for span in (each.second, each.first)}
    found = [each for each in document.findings if each.rule != "key-not-text" or each.location not in twice]
    for key, second, first, dashless in repeated:
        message = f"'{safe(key)}' stands twice here, in line {first[0]} and in line {second[0]}"
        related = (Related(Location(path, *first), f"'{safe(key)}' stands here first"),)
        where = Location(path, *second)
        hint = "begin the next item with '- ', or keep one of the two" if dashless else "keep one of the two"
        found.append(Finding(where, "duplicate-key", Severity.ERROR, message, hint, related))
    document.findings = found
