"""A codelist is not there.

What: A field holds codes of a codelist, and the dataset has no such list under `codelists/`.

Why: A code that no list holds is checked by nobody, and has no label in the reports.

How to mend: Bring the file back, or give it its name again: a codelist is known by the name of its file.

Fine when: Never.
"""

from collections.abc import Iterator
from functools import lru_cache

from talentpart.finding import Location, Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset, Entry
from talentpart.model.records import Record
from talentpart.store.bundle import Schema, bundle, codelists, node_at
from talentpart.values import Day

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {},
        at=("countries/xanadu/partnership.yaml", 6, 41),
        message="there is no list tiers, of which 'priority' should be a code; write codelists/tiers.yaml",
        without=("codelists/tiers.yaml",),
    ),
)
GOOD = (Good({"projects/pilot.yaml": "source: report\nmobility: work\n"}),)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Give the first use of each list that is not there."""
    lost = codelists().difference(dataset.codelists)
    for entry in dataset.entries.values() if lost else ():
        if not _may_use(entry.record, lost):
            continue
        for name, code, where in _uses(entry, lost):
            if name in lost:
                lost -= {name}
                message = f"there is no list {name}, of which '{code}' should be a code; write codelists/{name}.yaml"
                yield Fault(message, entry.record, where=where, rests_on=(name,))


def _may_use(record: Record, lost: frozenset[str]) -> bool:
    """Tell whether a record fills a field that holds a code of one of some lists, so that its file is worth reading."""
    for name, field in _asked(record.record_kind, lost):
        value = getattr(record, name, None)
        if value and (not field or any(getattr(line, field, None) for line in value)):
            return True
    return False


@lru_cache(maxsize=64)
def _asked(kind: str, lost: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Give the fields of a record, and of the lines of its lists, in which codes of some lists stand."""
    schema = bundle(kind)
    found: list[tuple[str, str]] = []
    for name in node_at(schema, ()).get("properties", {}):
        inner = node_at(schema, (name, 0)).get("properties", {})
        found += [(name, field) for field in inner if _holds(schema, (name, 0, field), lost)]
        if not inner and _holds(schema, (name,), lost):
            found.append((name, ""))
    return tuple(found)


def _holds(schema: Schema, steps: tuple[str | int, ...], lost: frozenset[str]) -> bool:
    node = node_at(schema, steps)
    inner = [*node.get("properties", ()), *((0,) if "items" in node else ())]
    return node.get("codelist") in lost or any(_holds(schema, (*steps, each), lost) for each in inner)


def _uses(entry: Entry, lost: frozenset[str]) -> Iterator[tuple[str, str, Location]]:
    """Give each code in a file that should be of one of some lists, with its list and its place."""
    document = entry.document
    schema = bundle(document.kind)
    for steps in document.places.values:
        name = node_at(schema, steps).get("codelist", "")
        if name in lost and steps:
            where = document.locate(*steps)
            code = document.written(where).strip("\"'")
            if not code.startswith(("[", "{", "-")):
                yield name, code, where
