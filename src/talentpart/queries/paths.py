"""Paths: the name of what a line speaks of, and the way back from a name to lines.

The key of a line is the key fields of its list, then scope, origin, destination and part. A path is record, list, key,
basis, field, joined by dots; steps may be left out, and `@` picks a source.
"""

from collections.abc import Iterator
from functools import lru_cache

from talentpart.errors import UnknownName
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event, Figure, Line, Money, Sector
from talentpart.model.records import Partnership, Record, Roadmap
from talentpart.model.widen import lists_of

_WHOLE = ("scope", "origin", "destination", "part")
# `people` may stand for the figures that are counted in people.
_ALIASES = {"people": "figures"}
_WITH_SHARES = (Money, Figure)
_BASES = ("planned", "actual", "stated")


def lines_of(record: Record) -> Iterator[tuple[str, Line]]:
    """Give every line of a record with the name of its list, in the order of its class and file."""
    for name in lists_of(type(record)):
        for line in getattr(record, name):
            yield name, line


def key(line: Line) -> tuple[str, ...]:  # noqa: C901 - every rule asks it of every line, so it is written out
    """Give what a line speaks of, as the steps of its path after the list's name; lines of one key compete."""
    steps: list[str] = []
    for name in line.key:
        value = getattr(line, name)
        if value is not None:
            steps.append(value if isinstance(value, str) else str(value))
        elif name == "payer":
            steps.append("total")
    if isinstance(line, _WITH_SHARES):
        if line.percent is not None:
            steps.append("share")
    elif isinstance(line, Sector) and line.sector is None and line.as_stated:
        steps.append(line.as_stated)
    if line.scope:
        steps.append(line.scope)
    if line.origin:
        steps.append("+".join(line.origin))
    if line.destination:
        steps.append("+".join(line.destination))
    if line.part:
        steps.append(line.part)
    return tuple(steps)


def path(record: Record, name: str, line: Line) -> str:
    """Give the path of a line: record, list, key, and the basis where one is said."""
    return ".".join((record.id, name, *key(line), *((line.basis,) if line.basis else ())))


def claim_ids(record: Record, name: str, line: Line) -> tuple[str, ...]:
    """Give the identity of what a line says, once for each of its sources and in their order.

    It is made of path, source with place, as of and printed words, so it holds when lines move or their values change;
    two lines of a record that share one say the same thing twice.
    """
    more = f"~{line.as_of.text}" if line.as_of else ""
    if line.as_stated:
        more = f"{more}~{line.as_stated}"
    said = path(record, name, line)
    return tuple([f"{said}@{source}{more}" for source in line.source or ("",)])


def match(record: Record, text: str) -> list[tuple[str, Line]]:
    """Give the lines of a record that a path within it names (`figures.moved`, `events.roundtable.3`).

    Every step must equal a part of a line's key, its basis or one of its sources; no step, no limit.
    """
    name, rest, source = _taken_apart(text)
    found: list[tuple[str, Line]] = []
    if name not in lists_of(type(record)):
        return found
    for line in getattr(record, name):
        if source and source not in {ref.partition("#")[0] for ref in line.source} | set(line.source):
            continue
        if rest and not _says(line, rest):
            continue
        found.append((name, line))
    return found


def _says(line: Line, steps: tuple[str, ...]) -> bool:
    """Tell whether every step is a part of a line's key, its basis, or the name of one of its fields."""
    said = key(line)
    for step in steps:
        if step in said or step == (line.basis or "stated") or step in line.__struct_fields__:
            continue
        if "+" not in "".join(said) or not any(step in each.split("+") for each in said):
            return False
    return True


@lru_cache(maxsize=1024)  # The same few paths stand in most records.
def _taken_apart(text: str) -> tuple[str, tuple[str, ...], str]:
    """Give the list that a path within a record begins with, its later steps and its source."""
    steps, _, source = text.partition("@")
    first, *rest = steps.split(".")
    return _ALIASES.get(first, first), tuple(rest), source


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


def contested(record: Record, pattern: str) -> list[tuple[str, Line]]:
    """Give the lines that a path under `conflicts` leaves open.

    A path that names a thing by the first field of its key means the whole: what is limited further than the path says,
    to a country or a part, is a thing of its own, and is meant only where no line is of the whole.
    """
    found = match(record, pattern)
    steps = frozenset(_taken_apart(pattern)[1])
    if len(found) < 2 or not any(getattr(line, line.key[0]) in steps for _, line in found if line.key):  # noqa: PLR2004 - two
        return found
    whole = [pair for pair in found if not _narrowed(pair[1], steps)]
    return whole if any(line.rank != "set-aside" for _, line in whole) else found


def _narrowed(line: Line, steps: frozenset[str]) -> bool:
    """Tell whether a line is limited to something that the steps of a path do not name."""
    for name in _WHOLE:
        value = getattr(line, name)
        if value and steps.isdisjoint((value,) if isinstance(value, str) else (*value, "+".join(value))):
            return True
    return False


def touches(record: Record, pattern: str, name: str, line: Line) -> bool:
    """Tell whether a path under `conflicts` leaves this line open."""
    return any(each is line for each in left_open(record, pattern, name))


def left_open(record: Record, pattern: str, name: str) -> list[Line]:
    """Give the lines of one list that a path under `conflicts` leaves open."""
    if _taken_apart(pattern)[0] != name:
        return []
    return [line for _, line in contested(record, pattern)]


def event_at(dataset: Dataset, record: Record, at: str) -> Event | None:
    """Give the event that `at` names: of the record itself, or of the partnership that it belongs to."""
    owner = record
    if isinstance(record, Roadmap):
        owner = dataset.find(Partnership, record.partnership) or record
    found = [line for _, line in match(owner, f"events.{at}") if isinstance(line, Event)]
    return found[0] if found else None
