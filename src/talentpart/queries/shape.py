"""What a path within a record may hold: whether a gap or a conflict speaks of something that the record could say."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from inspect import get_annotations

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Line
from talentpart.model.records import Record
from talentpart.queries.paths import key, lines_of

# The codelists whose codes are the steps of a path, by list and field; the nearest right step is looked for there.
STEPS: Mapping[str, tuple[str, ...]] = {
    "names": ("name-kinds",),
    "events": ("event-types",),
    "figures": ("measures",),
    "sectors": ("sectors",),
    "organisations": ("roles",),
    "money": ("money-types",),
    "corridors": ("corridor-roles",),
    "member_states": ("place-roles",),
    "countries": ("place-roles",),
    "relations": ("relations",),
    "identifiers": ("identifier-schemes",),
    "mobility": ("mobility",),
    "target_groups": ("target-groups",),
    "skill_levels": ("skill-levels",),
}
# The lists that tell what a step may be.
CODELISTS = ("places", *dict.fromkeys(name for names in STEPS.values() for name in names))
_WORDS = frozenset({"planned", "actual", "stated", "total", "share", "wider", "unclear"})
# `people` may stand for the figures that are counted in people.
_PEOPLE = "people"


@lru_cache(maxsize=1024)  # The same few paths stand under `missing` in most records.
def list_of(path: str) -> tuple[str, tuple[str, ...]]:
    """Give the list or field that a path within a record begins with, and its later steps; its source is left out."""
    first, *rest = path.partition("@")[0].split(".")
    return ("figures" if first == _PEOPLE else first), tuple(rest)


def line_of(record: Record, name: str) -> type[Line] | None:
    """Give the class of the lines of a list that records of this kind may have; None when it is no list of lines."""
    return _line_of(type(record), name)


@cache
def _line_of(kind: type[Record], name: str) -> type[Line] | None:
    for owner in kind.__mro__:
        inner = getattr(get_annotations(owner).get(name), "__args__", (None,))[0]
        if isinstance(inner, type) and issubclass(inner, Line):
            return inner
    return None


def odd_step(dataset: Dataset, record: Record, path: str) -> tuple[str, str, tuple[str, ...]] | None:
    """Give the first step of a path that stands for nothing in a record of this kind; None when every step does.

    The step comes with the list that it stands under (nothing: it should be a list or field itself) and with the words
    that could stand there. A later step may be a field of a line, a basis, a number, a code of any codelist, the id of
    a record, or any part of the key of a line that the record has.
    """
    name, rest = list_of(path)
    fields = type(record).__struct_fields__
    if name not in fields:
        return name, "", (*fields, _PEOPLE)
    struct = line_of(record, name)
    if struct is None:
        return (rest[0], name, ()) if rest else None
    for step in rest:
        if _known(dataset, struct, step):
            continue
        if not any(step in part.split("+") for _, line in lines_of(record) for part in key(line)):
            return step, name, tuple(_likely(dataset, name, struct.__struct_fields__))
    return None


def is_sure(dataset: Dataset, record: Record, path: str) -> bool:
    """Tell whether every step of a path stands for something in any record of this kind, whatever its lines."""
    name, rest = list_of(path)
    struct = line_of(record, name)
    if struct is None:
        return not rest and name in type(record).__struct_fields__
    return all(_known(dataset, struct, step) for step in rest)


def _known(dataset: Dataset, struct: type[Line], step: str) -> bool:
    if step in struct.__struct_fields__ or step in _WORDS or step.isdecimal() or step in dataset.entries:
        return True
    return any(step in codes for codes in dataset.codelists.values())


def _likely(dataset: Dataset, name: str, fields: tuple[str, ...]) -> Iterator[str]:
    for codelist in STEPS.get(name, ()):
        yield from dataset.codes(codelist)
    yield from fields
