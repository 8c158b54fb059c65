"""Paths: the name of what a line speaks of, and the way back from a name to lines.

The key of a line is the key fields of its list, then scope, origin, destination and part. A path is record, list, key,
basis, field, joined by dots; steps may be left out, and `@` picks a source.
"""

from collections.abc import Iterator

from talentpart.errors import UnknownName
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event, Figure, Line, Money, Sector
from talentpart.model.records import Partnership, Record, Roadmap

_WHOLE = ("scope", "origin", "destination", "part")
# `people` may stand for the figures that are counted in people.
_ALIASES = {"people": "figures"}
_BASES = ("planned", "actual", "stated")


def lines_of(record: Record) -> Iterator[tuple[str, Line]]:
    """Give every line of a record with the name of its list, in the order of its class and file."""
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if isinstance(value, tuple) and value and isinstance(value[0], Line):
            for line in value:
                yield name, line


def key(line: Line) -> tuple[str, ...]:
    """Give what a line speaks of, as the steps of its path after the list's name; lines of one key compete."""
    steps: list[str] = []
    for name in line.key:
        value = getattr(line, name)
        if value is not None:
            steps.append(str(value))
        elif name == "payer":
            steps.append("total")
    if isinstance(line, Money | Figure) and line.percent is not None:
        steps.append("share")
    if isinstance(line, Sector) and line.sector is None and line.as_stated:
        steps.append(line.as_stated)
    for name in _WHOLE:
        value = getattr(line, name)
        if value:
            steps.append("+".join(value) if isinstance(value, tuple) else str(value))
    return tuple(steps)


def path(record: Record, name: str, line: Line) -> str:
    """Give the path of a line: record, list, key, and the basis where one is said."""
    return ".".join((record.id, name, *key(line), *((line.basis,) if line.basis else ())))


def claim_ids(record: Record, name: str, line: Line) -> tuple[str, ...]:
    """Give the identity of what a line says, once for each of its sources and in their order.

    It is made of path, source with place, as of and printed words, so it holds when lines move or their values change;
    two lines of a record that share one say the same thing twice.
    """
    more = "".join(f"~{each}" for each in (line.as_of.text if line.as_of else "", line.as_stated or "") if each)
    return tuple(f"{path(record, name, line)}@{source}{more}" for source in line.source or ("",))


def match(record: Record, text: str) -> list[tuple[str, Line]]:
    """Give the lines of a record that a path within it names (`figures.moved`, `events.roundtable.3`).

    Every step must equal a part of a line's key, its basis or one of its sources; no step, no limit.
    """
    steps, _, source = text.partition("@")
    first, *rest = steps.split(".")
    name = _ALIASES.get(first, first)
    found = []
    for each, line in lines_of(record):
        if each != name or (source and source not in {ref.partition("#")[0] for ref in line.source} | set(line.source)):
            continue
        parts = {*key(line), *(piece for step in key(line) for piece in step.split("+")), line.basis or "stated"}
        if all(step in parts or step in line.__struct_fields__ for step in rest):
            found.append((each, line))
    return found


def one_thing(record: Record, text: str) -> list[Line]:
    """Give the lines of the one thing that a path names, a line without part before one with.

    Raises UnknownName when the path names nothing, or two things, which it lists.
    """
    found = [line for _, line in match(record, text)]
    if not found:
        message = f"'{record.id}' says nothing under '{text}'"
        raise UnknownName(message)
    whole = [line for line in found if not any(getattr(line, name) for name in _WHOLE)]
    found = whole or found
    keys = sorted({key(line) for line in found})
    if len(keys) > 1:
        named = ", ".join(f"{text.partition('.')[0]}.{'.'.join(each)}" for each in keys)
        message = f"'{text}' of '{record.id}' names {len(keys)} things: {named}"
        raise UnknownName(message)
    return found


def touches(record: Record, pattern: str, name: str, line: Line) -> bool:
    """Tell whether a path within a record (of `missing`, of `conflicts`) speaks of this line."""
    return any(each is line for other, each in match(record, pattern) if other == name)


def event_at(dataset: Dataset, record: Record, at: str) -> Event | None:
    """Give the event that `at` names: of the record itself, or of the partnership that it belongs to."""
    owner = record
    if isinstance(record, Roadmap):
        owner = dataset.find(Partnership, record.partnership) or record
    found = [line for _, line in match(owner, f"events.{at}") if isinstance(line, Event)]
    return found[0] if found else None
