"""Something is a part of itself.

What: The parents of a code lead back to the code, or records are part of one another in a circle.

Why: Sums go from parts to wholes, and in a circle each would be counted inside the other and none at all.

How to mend: Take out the `parent` or the `part-of` that points the wrong way.

Fine when: Never.
"""

from collections.abc import Iterator, Mapping

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Relation
from talentpart.model.records import Codelist, Record
from talentpart.values import Day

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {
            "codelists/tiers.yaml": (
                "label: Tiers\nitems:\n  - {code: priority, label: priority, parent: interest}\n"
                "  - {code: interest, label: interest, parent: priority}\n"
            )
        },
        at=("codelists/tiers.yaml", 3, 47),
        message="'priority' is a part of itself: priority, interest, priority",
    ),
    Bad(
        {
            "projects/one.yaml": "source: report\nrelations:\n  - {relation: part-of, target: two}\n",
            "projects/two.yaml": "source: report\nrelations:\n  - {relation: part-of, target: one}\n",
        },
        at=("projects/one.yaml", 3, 33),
        message="'one' is a part of itself: one, two, one",
    ),
    Bad(
        {"projects/one.yaml": "source: report\nrelations:\n  - {relation: part-of, target: one}\n"},
        at=("projects/one.yaml", 3, 33),
        message="'one' is a part of itself: one, one",
    ),
)
GOOD = (
    Good(
        {
            "projects/one.yaml": "source: report\nrelations:\n  - {relation: part-of, target: two}\n",
            "projects/two.yaml": "source: report\nmobility: work\n",
        }
    ),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Climb from each code and each record; a circle is told once, where its first member by id stands."""
    for codelist in dataset.all(Codelist):
        parents = {item.code: (item.parent,) for item in codelist.items if item.parent}
        for index, item in enumerate(codelist.items):
            way = _circle(item.code, parents)
            if way:
                yield Fault(_sentence(way), codelist, steps=("items", index, "parent"))
    wholes = {
        entry.record.id: tuple(each.target for each in _part_of(entry.record)) for entry in dataset.entries.values()
    }
    for entry in dataset.entries.values():
        way = _circle(entry.record.id, wholes)
        if way:
            line = next(each for each in _part_of(entry.record) if each.target == way[1])
            yield Fault(_sentence(way), entry.record, line, ("target",))


def _part_of(record: Record) -> list[Relation]:
    lines: tuple[Relation, ...] = getattr(record, "relations", ())
    return [each for each in lines if each.relation == "part-of"]


def _circle(start: str, wholes: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Give the way from `start` back to it, if there is one and `start` comes first in it."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for whole in wholes.get(way[-1], ()):
            if whole == start:
                return (*way, start) if start == _first(way, wholes) else ()
            if whole not in seen:
                seen.add(whole)
                ways.append((*way, whole))
    return ()


def _first(way: tuple[str, ...], wholes: Mapping[str, tuple[str, ...]]) -> str:
    """Give the member of a circle that is told of: the first in the order of the list or of the ids."""
    order = list(wholes)
    return min(way, key=order.index)


def _sentence(way: tuple[str, ...]) -> str:
    return f"'{way[0]}' is a part of itself: {', '.join(way)}"
