"""Short forms of the files, widened once into full lines; nothing above this module ever sees a short form.

A bare word is a line with only its first field; one line needs no brackets; a line whose first field, `part` or
`as_stated` is a list is said of each, and becomes several.
"""

from collections.abc import Iterator
from inspect import get_annotations
from typing import get_args, get_origin

import msgspec

from talentpart.model.lines import Line
from talentpart.model.records import Record

Raw = dict[str, object]


class Shape:
    """Which fields of a struct hold many texts, many lines or many small structs, read off its annotations."""

    __slots__ = ("first", "lines", "parts", "texts")

    def __init__(self, struct: type[msgspec.Struct]) -> None:
        """Walk the annotations of the struct and of what it inherits from."""
        self.first = str(getattr(struct, "first", ""))
        self.texts: list[str] = []
        self.lines: dict[str, Shape] = {}
        self.parts: dict[str, Shape] = {}
        for owner in reversed(struct.__mro__):
            for name, kind in get_annotations(owner).items():
                outer: object = get_origin(kind)
                if outer is not tuple:
                    continue
                inner = get_args(kind)[0]
                if inner is str:
                    self.texts.append(name)
                elif issubclass(inner, Line):
                    self.lines[name] = Shape(inner)
                else:
                    self.parts[name] = Shape(inner)


def shapes(kinds: dict[str, type[Record]]) -> dict[str, Shape]:
    """Give the shape of each record kind."""
    return {name: Shape(kind) for name, kind in kinds.items()}


def widen(data: Raw, shape: Shape) -> tuple[Raw, dict[str, list[int]]]:
    """Give the record with every line in full, and for each list the place of each line in the file.

    Lines that name no source get the record's own.
    """
    full = dict(data)
    _listed(full, shape.texts)
    places: dict[str, list[int]] = {}
    source = full.get("source")
    for name, inner in shape.lines.items():
        if name not in full:
            continue
        lines: list[object] = []
        origins: list[int] = []
        for index, value in enumerate(_many(full[name])):
            for line in _line(value, inner):
                if isinstance(line, dict) and source is not None and "source" not in line:
                    line["source"] = source
                lines.append(line)
                origins.append(index)
        full[name] = lines
        places[name] = origins
    for name, inner in shape.parts.items():
        if name in full:
            full[name] = [_part(value, inner) for value in _many(full[name])]
    return full, places


def _many(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _listed(data: Raw, names: list[str]) -> None:
    for name in names:
        value = data.get(name)
        if value is not None and not isinstance(value, list):
            data[name] = [value]


def _part(value: object, shape: Shape) -> object:
    if not isinstance(value, dict):
        return value
    part = dict(value)
    _listed(part, shape.texts)
    for name, inner in shape.parts.items():
        if name in part:
            part[name] = [_part(each, inner) for each in _many(part[name])]
    return part


def _line(value: object, shape: Shape) -> Iterator[object]:
    """Give the one line that a value stands for, or the several when one of its fields is a list."""
    line: Raw = dict(value) if isinstance(value, dict) else {shape.first: value}
    _listed(line, shape.texts)
    for name in (shape.first, "part", "as_stated"):
        each = line.get(name)
        if isinstance(each, list) and name not in shape.texts:
            for one in each:
                yield {**line, name: one}
            return
    yield line
