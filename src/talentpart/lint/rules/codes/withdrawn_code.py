"""A record uses a code that is withdrawn.

What: A field holds a code whose item in its codelist has `status: withdrawn`.

Why: A code is withdrawn when another has taken its place, or when it meant two things; what still uses it is counted
under neither.

How to mend: Use the code that has taken its place: the finding names it where the definition or the parent of the
withdrawn code does.

Fine when: Never: a code that is still wanted is not withdrawn.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good, Step
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Line
from talentpart.model.records import Codelist, Item, Record
from talentpart.queries.paths import lines_of
from talentpart.values import Day

SEVERITY = Severity.WARNING
_LISTED = (
    "label: Sectors\nitems:\n  - {code: textiles, label: textiles}\n  - {code: ict, label: ict}\n"
    "  - {code: cloth, label: cloth, status: withdrawn%s}\n"
)
_PROJECT = "source: report\nsectors:\n  - {sector: %s, as_stated: cloth}\n"
BAD = (
    Bad(
        {"codelists/sectors.yaml": _LISTED % ", parent: textiles", "projects/pilot.yaml": _PROJECT % "cloth"},
        at=("projects/pilot.yaml", 3, 14),
        message="the code 'cloth' of sectors is withdrawn; use 'textiles'",
    ),
    Bad(
        {
            "codelists/sectors.yaml": _LISTED % ", definition: Meant two things.",
            "projects/pilot.yaml": _PROJECT % "[ict, cloth]",
        },
        at=("projects/pilot.yaml", 3, 20),
        message="the code 'cloth' of sectors is withdrawn; see its definition for what to use",
    ),
)
GOOD = (Good({"codelists/sectors.yaml": _LISTED % "", "projects/pilot.yaml": _PROJECT % "textiles"}),)
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Give the first use of each withdrawn code in each record."""
    gone = {
        name: codes
        for name, items in dataset.codelists.items()
        if (codes := {code: item for code, item in items.items() if item.status == "withdrawn"})
    }
    if not gone:
        return
    for entry in dataset.entries.values():
        if isinstance(entry.record, Codelist):
            continue
        told: set[tuple[str, str]] = set()
        for codelist, word, line, steps in _codes(entry.record):
            item = gone.get(codelist, {}).get(word)
            if item is not None and (codelist, word) not in told:
                told.add((codelist, word))
                message = f"the code '{word}' of {codelist} is withdrawn; {_instead(dataset.codes(codelist), item)}"
                yield Fault(message, entry.record, line, steps, word=word, rests_on=(codelist,))


def _instead(items: Mapping[str, Item], item: Item) -> str:
    """Say which code to use: one that the definition names, else the parent, if it is still in use."""
    named = [*_CODE.findall(item.definition or ""), item.parent or ""]
    for each in named:
        if each != item.code and each in items and items[each].status is None:
            return f"use '{each}'"
    return "see its definition for what to use" if item.definition else "take one that is still in use"


def _codes(record: Record) -> Iterator[tuple[str, str, Line | None, tuple[Step, ...]]]:
    """Give each code of a record with its codelist, as the schema of its kind says, and where it stands."""
    fields = _coded(record.record_kind)
    for (name, field), codelist in fields.items():
        if not name:
            for word in _words(getattr(record, field, None)):
                yield codelist, word, None, (field,)
    for name, line in lines_of(record):
        for field in line.__struct_fields__:
            codelist = fields.get((name, field), "")
            if codelist:
                for word in _words(getattr(line, field)):
                    yield codelist, word, line, (field,)


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(each for each in value if isinstance(each, str))
    return (value,) if isinstance(value, str) else ()


@cache
def _coded(kind: str) -> Mapping[tuple[str, str], str]:
    """Give the codelist of each field of a kind that has one, by the name of its list and its own (no list: blank)."""
    from talentpart.store.bundle import bundle, node_at

    whole = bundle(kind)
    found: dict[tuple[str, str], str] = {}
    for name in node_at(whole, ()).get("properties", {}):
        line = node_at(whole, (name, 0)) or node_at(whole, (name,))
        for field in line.get("properties", {}):
            codelist = node_at(whole, (name, 0, field)).get("codelist")
            if codelist:
                found[name, field] = codelist
        codelist = node_at(whole, (name,)).get("codelist")
        if codelist and not line.get("properties"):
            found["", name] = codelist
    return found
