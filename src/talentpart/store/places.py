"""Where each value and each key of a file stands: a second pass over its events, made only when somebody asks."""

from typing import Any, NamedTuple
from unicodedata import normalize

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from talentpart.store.events import DEEPEST, stream
from talentpart.store.invisible import parsed_text

Steps = tuple[str | int, ...]
# Line, column, end line and end column, all from 1; the end is exclusive.
Span = tuple[int, int, int, int]


class Repeated(NamedTuple):
    """A key that stands twice, its second and its first place, and whether a dash may be missing before the second."""

    key: str
    second: Span
    first: Span
    dashless: bool


class Place:
    """Where a value stands, and its key where it has one."""

    __slots__ = ("key", "value")

    def __init__(self, value: Span, key: Span | None) -> None:
        """Take both stretches."""
        self.value = value
        self.key = key


class Places:
    """Where everything in a file stands, and which keys stand twice."""

    __slots__ = ("repeated", "values")

    def __init__(self) -> None:
        """Start with nothing found."""
        self.values: dict[Steps, Place] = {}
        self.repeated: list[Repeated] = []


class _Open:
    """A list or mapping that has started and not ended."""

    __slots__ = ("count", "flow", "key", "key_span", "keys", "mapping", "names", "steps", "waits")

    def __init__(self, steps: Steps, *, mapping: bool, flow: bool) -> None:
        """Start before its first item."""
        self.steps = steps
        self.mapping = mapping
        self.flow = flow
        self.count = 0
        self.waits = mapping  # For a key, if it is a mapping.
        self.key = ""
        self.names: set[str] = set()
        self.keys: dict[str, Span] = {}
        self.key_span: Span | None = None

    def next(self) -> tuple[Steps, Span | None]:
        """Give the steps and the key of the value that stands next."""
        if self.mapping:
            self.waits = True
            return (*self.steps, self.key), self.key_span
        self.count += 1
        return (*self.steps, self.count - 1), None

    def take_key(self, key: str, span: Span, found: Places) -> None:
        """Take the key of the value that stands next."""
        # No path leads to the value of a key that stands twice, so that it is not taken for more of the first.
        self.key, self.key_span, self.waits = f"\0{key}" if key in self.names else key, span, False
        self.names.add(key)
        first = self.keys.setdefault(key, span)
        if first is not span:
            item = bool(self.steps) and isinstance(self.steps[-1], int)
            found.repeated.append(Repeated(key, span, first, dashless=item and not self.flow))
            if item:
                self.keys = {key: span}  # Whose dash is missing, that is the next item: its other keys are its own.


def find_places(text: str) -> Places:
    """Give the place of every value by its steps, as far as the text can be parsed; of equal keys the first counts."""
    parsed = parsed_text(text)
    found, whole = _find(parsed, pure="? " in parsed or "?\n" in parsed)  # Which libyaml places otherwise in braces.
    if not whole:  # What only libyaml refuses may still be a record.
        found = max(found, _find(parsed, pure=True)[0], key=lambda each: len(each.values))
    return found


def _find(text: str, *, pure: bool) -> tuple[Places, bool]:
    found = Places()
    stack: list[_Open] = []
    try:
        get = stream(text, pure=pure)
        while _take(get(), stack, found):
            pass
    except yaml.YAMLError:
        return found, False  # What stands before the fault has its place; the fault is a finding of its own.
    return found, True


def _take(event: Any, stack: list[_Open], found: Places) -> bool:  # noqa: ANN401 - events of two parsers
    """Take one event; tell whether to go on."""
    kind = type(event)
    steps: Steps
    if kind is ScalarEvent or kind is AliasEvent:
        span = _span(event.start_mark, event.end_mark)
        top = stack[-1] if stack else None
        if top is not None and top.waits:
            top.take_key(normalize("NFC", getattr(event, "value", "")), span, found)
        else:
            steps, key = top.next() if top else ((), None)
            found.values.setdefault(steps, Place(span, key))
            _stretch(stack, found, span)
    elif kind is MappingStartEvent or kind is SequenceStartEvent:
        span = _span(event.start_mark, event.end_mark)
        top = stack[-1] if stack else None
        if top is not None and top.waits:
            top.key, top.key_span, top.waits = "", span, False
            steps = (*top.steps, "", 0)
        else:
            steps, key = top.next() if top else ((), None)
            found.values.setdefault(steps, Place(span, key))
        stack.append(_Open(steps, mapping=kind is MappingStartEvent, flow=bool(event.flow_style)))
        return len(stack) <= DEEPEST
    elif kind is MappingEndEvent or kind is SequenceEndEvent:
        closed = stack.pop()
        if closed.flow:
            _stretch([*stack, closed], found, _span(event.start_mark, event.end_mark))
    return kind is not DocumentEndEvent and kind is not StreamEndEvent


def _stretch(stack: list[_Open], found: Places, span: Span) -> None:
    """Let what is open reach as far as what stands in it."""
    for each in stack:
        place = found.values.get(each.steps)
        if place is not None:
            place.value = (*place.value[:2], *span[2:])


def _span(start: Any, end: Any) -> Span:  # noqa: ANN401 - marks of two parsers
    return start.line + 1, start.column + 1, end.line + 1, end.column + 1
