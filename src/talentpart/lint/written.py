"""The texts of a file that are written without quotes: what a stray sign next to them may have changed."""

import re
from collections.abc import Iterator

from talentpart.finding import Location
from talentpart.store.parse import Document

_QUOTES = frozenset("\"'|>")
_LINE_END = re.compile("\r\n|\r|\n")


def lines(document: Document) -> list[str]:
    """Give the lines of a file, as they are counted."""
    return _LINE_END.split(document.text)


def texts(document: Document) -> Iterator[tuple[Location, str]]:
    """Give each text of a file that is neither quoted nor a block, with its place, in the order of the file."""
    held = lines(document)
    for steps, place in document.places.values.items():
        value = _at(document.data, steps)
        line, column, *_ = place.value
        if isinstance(value, str) and value and held[line - 1][column - 1 : column] not in _QUOTES:
            yield Location(document.path, *place.value), value


def _at(value: object, steps: tuple[str | int, ...]) -> object:
    for step in steps:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value
