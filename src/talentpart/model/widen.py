"""Short forms of the files, widened once into full lines; nothing above this module ever sees a short form.

A bare word is a line with only its first field; one line needs no brackets; a line whose first field, `part` or
`as_stated` is a list is said of each, and becomes several.
"""

from collections.abc import Sequence
from functools import cache
from inspect import get_annotations
from sys import intern
from typing import get_args, get_origin

import msgspec

from talentpart.model.lines import Line
from talentpart.model.records import Record

Raw = dict[str, object]


class Shape:
    """Which fields of a struct hold many texts, many lines or many small structs, read off its annotations."""

    __slots__ = ("first", "lines", "parts", "spread", "texts")

    def __init__(self, struct: type[msgspec.Struct]) -> None:
        """Walk the annotations of the struct and of what it inherits from."""
        self.first = str(getattr(struct, "first", ""))
        texts: list[str] = []
        self.lines: dict[str, Shape] = {}
        self.parts: dict[str, Shape] = {}
        for owner in reversed(struct.__mro__):
            for name, kind in get_annotations(owner).items():
                outer: object = get_origin(kind)
                if outer is not tuple:
                    continue
                inner = get_args(kind)[0]
                if inner is str:
                    texts.append(name)
                elif issubclass(inner, Line):
                    self.lines[name] = shape_of(inner)
                else:
                    self.parts[name] = shape_of(inner)
        self.texts = frozenset(texts)
        # A list in one of these is said of each.
        self.spread = tuple(name for name in (self.first, "part", "as_stated") if name not in self.texts)


@cache
def shape_of(struct: type[msgspec.Struct]) -> Shape:
    """Give the shape of a record kind, or of the lines of a list; most kinds share those of most lists."""
    return Shape(struct)


@cache
def lists_of(kind: type[Record]) -> tuple[str, ...]:
    """Give the names of the fields of a record kind that hold lines, in their order."""
    return tuple(shape_of(kind).lines)


def widen(data: Raw, shape: Shape) -> tuple[Raw, dict[str, Sequence[int]]]:
    """Give the record with every line in full, and for each list the place of each line in the file.

    Lines that name no source get the record's own.
    """
    full = dict(data)
    _listed(full, shape.texts)
    places: dict[str, Sequence[int]] = {}
    source = full.get("source")
    for name, inner in shape.lines.items():
        if name not in full:
            continue
        written = _many(full[name])
        made = [_lines(value, inner) for value in written]
        lines = [line for some in made for line in some]
        if source is not None:
            for line in lines:
                line.setdefault("source", source)
        full[name] = lines
        single = len(lines) == len(written) and all(made)
        places[name] = _counted(len(lines)) if single else [index for index, some in enumerate(made) for _ in some]
    for name, inner in shape.parts.items():
        if name in full:
            full[name] = [_part(value, inner) for value in _many(full[name])]
    return full, places


@cache
def _counted(length: int) -> range:
    """Give the places of lines of which none was written as several; most lists share theirs."""
    return range(length)


def _many(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _listed(data: Raw, names: frozenset[str]) -> None:
    for name in names:
        value = data.get(name)
        if isinstance(value, list):
            data[name] = [intern(one) if isinstance(one, str) and " " not in one else one for one in value]
        elif value is not None:
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


def _lines(value: object, shape: Shape) -> list[Raw]:
    """Give the one line that a value stands for, or the several when one of its fields is a list.

    Codes and ids are few and stand in most lines, so of those that say the same only one text is kept.
    """
    line: Raw = {}
    texts = shape.texts
    listed = False
    for name, each in value.items() if isinstance(value, dict) else ((shape.first, value),):
        if isinstance(each, str):
            text = each if " " in each else intern(each)
            line[name] = [text] if name in texts else text
        elif isinstance(each, list):
            line[name] = [intern(one) if isinstance(one, str) and " " not in one else one for one in each]
            listed = True
        else:
            line[name] = [each] if each is not None and name in texts else each
    for name in shape.spread if listed else ():
        many = line.get(name)
        if isinstance(many, list):
            return [{**line, name: one} for one in many]
    return [line]
