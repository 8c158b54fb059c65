"""From the bytes of a file to a document: plain data, and a finding for all that is wrong with its form."""

import re

from talentpart.finding import Finding, Location, Related, Severity
from talentpart.plain import safe
from talentpart.store.build import build
from talentpart.store.invisible import invisible
from talentpart.store.places import Places, find_places
from talentpart.store.text import read_text

_LINE_END = re.compile("\r\n|\r|\n")


class Document:
    """What one file holds: its text, its data if it holds a record, and what is wrong with its form.

    `path` is as shown to users; `name` is the path below the root of the dataset; the folder gives `kind` and `id`.
    `digest` is that of the bytes.
    """

    __slots__ = ("_places", "data", "digest", "findings", "id", "kind", "name", "path", "text")

    def __init__(self, path: str, text: str, data: dict[str, object] | None, findings: list[Finding]) -> None:
        """Take what parsing found."""
        self.path = path
        self.text = text
        self.data = data
        self.findings = findings
        self.name = path
        self.kind = self.id = ""
        self.digest = b""
        self._places: Places | None = None

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
        if len(document.findings) > 1:
            document.findings.sort(key=Finding.order)
    return document


def _record(document: Document, text: str) -> dict[str, object] | None:
    """Build the record of a document, and add what is wrong to its findings."""
    built = build(document.path, text)
    document.findings += built.findings
    if built.repeated:
        _repeated(document)
    if not built.read:
        return None
    if isinstance(built.value, dict):
        return built.value
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
