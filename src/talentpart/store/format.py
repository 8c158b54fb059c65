"""Canonical form: quoted days and places, LF, one final line end, no tabs or trailing blanks, one blank after signs.

Nothing else: whatever stands in quoted or block text stays, and so do comments and the layout of lines. Tabs, blanks,
line ends and days are found while reading; here is what only canonical form asks for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml
from yaml.events import DocumentStartEvent, ScalarEvent, StreamEndEvent

from talentpart.finding import Edit, Finding, Location, Severity
from talentpart.store.bundle import Schema, bundle, kinds, node_at
from talentpart.store.edits import Fix, mend, raw_of
from talentpart.store.events import stream
from talentpart.store.invisible import parsed_text
from talentpart.store.parse import Document, parse
from talentpart.store.places import Steps
from talentpart.store.schemas import check
from talentpart.store.text import Lines

# A file without any of these needs no second look, and most files have none. Each begins with what is seldom found, so
# that a file is gone through quickly.
_MAYBE = (
    re.compile(r",\S"),
    re.compile(r": {2,}[^\s#]"),
    re.compile(r", {2,}[^\s#]"),
    re.compile(r":(?<=[\"'\]}]:)\S"),
)
_TWO_LETTERS = re.compile(r"[A-Z][A-Z] *(?:[,\]}\r\n#]|\Z)")
_LINE_END = re.compile("\r\n|\r|\n")
_SIGNS = re.compile("(?:^|(?<=[ \t\r\n]))#[^\r\n]*|([:,])([ \t]*)")
_COUNTRY = re.compile("[A-Z]{2}")
_ROUNDS = 5
_PLACES = "places"
_OF_THE_NAME = frozenset(("file-name", "reserved-id", "stray-file"))


@dataclass(frozen=True, slots=True)
class Odd:
    """A stretch that is not canonical, the sentence on it, and the text that should stand there."""

    where: Location
    message: str
    text: str


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file in canonical form, or as it was where `stuck` says what only a person can mend; `dropped` are our bugs."""

    raw: bytes
    stuck: tuple[Finding, ...] = ()
    dropped: tuple[Fix, ...] = ()


def formatted(document: Document) -> Formatted:
    """Give a file in canonical form; one whose form only a person can mend stays as it is."""
    stuck = unmendable(document)
    raw = raw_of(document)
    if stuck:
        return Formatted(raw, stuck)
    dropped: tuple[Fix, ...] = ()
    for _ in range(_ROUNDS):
        fixes = [each.fix for each in document.findings if each.fix]
        fixes += [each.fix for each in check(document, {}) if each.fix and each.rule == "ambiguous-scalar"]
        fixes += [(Edit(each.where, each.text),) for each in odd(document)]
        mended = mend(document, fixes)
        dropped = mended.dropped
        if not mended.done:
            break
        raw = mended.raw
        document = _again(document, raw)
    return Formatted(raw, dropped=dropped)


def unmendable(document: Document) -> tuple[Finding, ...]:
    """Give the errors in the form of a file that no machine mends; its name is another matter."""
    return tuple(
        each
        for each in document.findings
        if each.severity is Severity.ERROR and not each.fix and each.rule not in _OF_THE_NAME
    )


def odd(document: Document) -> list[Odd]:
    """Give what in a file is not canonical, beside what reading found: blanks after signs, places, empty last lines."""
    if document.data is None:
        return []
    text, found = document.text, []
    last = _LINE_END.search(text, len(text.rstrip(" \t\r\n")))
    empty = last is not None and _LINE_END.search(text, last.end()) is not None
    maybe = _maybe(text)
    if not maybe and not empty:
        return []
    lines = Lines(document.path, text)
    events = _events(text) if maybe else []
    for start, end in _gaps(events):
        found += [
            Odd(lines.at(at, at + len(sign)), message, f"{sign[0]} ") for at, sign, message in _signs(text, start, end)
        ]
    found += _places(document, events, lines)
    if last and empty and not _keeps_its_end(events or _events(text), text):
        message = "empty lines stand at the end of the file; take them out"
        found.append(Odd(lines.at(last.end(), len(text)), message, ""))
    told = {each.location for each in document.findings}
    return [each for each in found if each.where not in told]


def _maybe(text: str) -> bool:
    """Tell whether something in a text may not be canonical."""
    if any(each.search(text) for each in _MAYBE):
        return True
    for match in _TWO_LETTERS.finditer(text):
        at = match.start()
        while at and text[at - 1] == " ":
            at -= 1
        if not at or text[at - 1] in "\r\n[{,:-":
            return True
    return False


def _again(document: Document, raw: bytes) -> Document:
    """Read a file anew, as the same record."""
    again = parse(document.path, raw)
    again.kind, again.id, again.name = document.kind, document.id, document.name
    return again


def _events(text: str) -> list[Any]:
    """Give the events of a text, from the pure parser where libyaml cannot read it."""
    parsed = parsed_text(text)
    for pure in ("? " in parsed or "?\n" in parsed, True):
        found: list[Any] = []
        try:
            get = stream(parsed, pure=pure)
            while not found or type(found[-1]) is not StreamEndEvent:
                found.append(get())
        except yaml.YAMLError:
            continue
        return found
    return []


def _gaps(events: list[Any]) -> Iterator[tuple[int, int]]:
    """Give the stretches between the values of a record, where its signs and its comments stand."""
    before = None
    for event in events:
        start, end = event.start_mark.index, event.end_mark.index
        if start == end:
            continue  # What is not written, such as nothing behind a colon, parts no stretch.
        if before is not None and start > before:
            yield before, start
        if type(event) is not DocumentStartEvent:
            before = max(before or 0, end)


def _signs(text: str, start: int, end: int) -> Iterator[tuple[int, str, str]]:
    """Give where a sign does not stand before just one blank, sign and blanks, and the sentence on it."""
    for match in _SIGNS.finditer(text, start, end):
        sign, blanks = match.groups()
        after = text[match.end() : match.end() + 1]
        if sign is None or blanks == " " or "\t" in blanks or not after or after in "\r\n#":
            continue
        many = f", not {len(blanks)}" if blanks else ""
        yield match.start(), match[0], f"write one blank behind '{sign}'{many}"


def _places(document: Document, events: list[Any], lines: Lines) -> Iterator[Odd]:
    """Give the codes of countries that stand without quotes."""
    steps_at = None
    for event in events:
        kind = type(event)
        if kind is not ScalarEvent or event.style or not _COUNTRY.fullmatch(event.value):
            continue
        if steps_at is None:
            steps_at = {place.value: steps for steps, place in document.places.values.items()}
        where = lines.at(event.start_mark.index, event.end_mark.index)
        steps = steps_at.get((where.line, where.column, where.end_line, where.end_column), ())
        if _is_place(document, steps):
            message = f"{event.value} is the code of a country, and those are always quoted"
            yield Odd(where, message, f'"{event.value}"')


def _is_place(document: Document, steps: Steps) -> bool:
    """Tell whether the schema has the code of a place stand at some steps."""
    if not steps or document.kind not in kinds():
        return False
    if document.kind == "codelist":
        return document.id == _PLACES and steps[-1] == "code"
    # What a list of words may hold is said of the list.
    around = steps[:-1] if isinstance(steps[-1], int) else steps
    schema = _schema(document.kind)
    return any(node_at(schema, each).get("codelist") == _PLACES for each in (steps, around))


@lru_cache(maxsize=16)
def _schema(kind: str) -> Schema:
    return bundle(kind)


def _keeps_its_end(events: list[Any], text: str) -> bool:
    """Tell whether the last text of a file is a block that keeps the empty lines behind it."""
    last: Any = next((each for each in reversed(events) if type(each) is ScalarEvent), None)
    if last is None or last.style not in {"|", ">"}:
        return False
    return "+" in text[last.start_mark.index :].split("\n", 1)[0].partition("#")[0]
