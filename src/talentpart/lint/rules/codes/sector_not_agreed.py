"""A project serves a partnership in a sector that the partnership never agreed.

What: A project that is part of a partnership or supports it, straight or through a parent, and is not known to have
ended, names a sector that is neither among the sectors of the partnership, nor within one of them, nor around one. A
partnership whose list is open (`sectors_list: includes`) or that names no sector is not held against it.

Why: What both sides agreed is what an officer can ask money and visas for; a sector beside it is either news, or was
read of another country.

How to mend: Take the nearest right code; limit the sector to its country (`origin`); or enter the sector in the
partnership, with the source that says it was agreed.

Fine when: The source says so and nobody agreed on it: waive it, and say what was read. Precursors, which came before
the partnership, are not held against it.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Sector
from talentpart.model.records import Partnership, Project
from talentpart.queries.scope import country_of, stage_of
from talentpart.queries.sectors import wider
from talentpart.values import Day

SEVERITY = Severity.WARNING
_PILOT = "source: report\nrelations:\n  - {relation: %s, target: xanadu}\nsectors:\n  - {sector: %s, as_stated: x}\n"
_PART = "source: report\nrelations:\n  - {relation: part-of, target: pilot}\nsectors:\n  - {sector: care%s}\n"
_OPEN = (
    'country: "XA"\nsource: report\nevents:\n  - {type: roundtable, number: 1, date: "2023-03"}\n'
    "sectors:\n  - {sector: ict, as_stated: ICT}\nsectors_list: includes\n"
    "missing:\n  - {field: member_states, why: not-stated}\n"
)
BAD = (
    Bad(
        {"projects/pilot.yaml": _PILOT % ("supports", "tourism")},
        at=("projects/pilot.yaml", 5, 14),
        message="tourism is no sector that xanadu has agreed, which this project serves; it has agreed ict",
    ),
    Bad(
        {"projects/pilot.yaml": _PILOT % ("part-of", "ict"), "projects/component.yaml": _PART % ""},
        at=("projects/component.yaml", 5, 14),
        message="care is no sector that xanadu has agreed, which this project serves; it has agreed ict",
    ),
)
GOOD = (
    Good({"projects/pilot.yaml": _PILOT % ("part-of", "ict"), "projects/component.yaml": _PART % ', origin: "XB"'}),
    Good({"projects/pilot.yaml": "status: ended\n" + _PILOT % ("supports", "tourism")}),
    Good({"projects/pilot.yaml": _PILOT % ("supports", "tourism"), "countries/xanadu/partnership.yaml": _OPEN}),
)
_SERVES = frozenset({"part-of", "supports"})
# A wish of one side is not agreed.
_WISH = "asked-for"


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:
    """Hold the sectors of each project that serves partnerships against all that these have agreed."""
    for project in dataset.all(Project):
        served = _served(dataset, project)
        if not project.sectors or not served or stage_of(dataset, project, as_of) == "ended":
            continue
        agreed = [_agreed(each) for each in served]
        if not all(agreed):
            continue
        for line in project.sectors:
            code = line.sector
            if code is None or line.scope or line.rank == "set-aside" or line.tier == _WISH:
                continue
            limited = {country_of(dataset, place) for place in line.origin}
            held = [each for each in served if not limited or each.country in limited]
            if held and not any(_near(dataset, code, other) for each in held for other in _agreed(each)):
                yield Fault(
                    _message(held, code), project, line, ("sector",), word=code,
                    rests_on=("sectors", *(each.id for each in served)),
                )  # fmt: skip


def _message(held: list[Partnership], code: str) -> str:
    names = " or ".join(each.id for each in held)
    listed = ", ".join(dict.fromkeys(other for each in held for other in _agreed(each)))
    has = "it has agreed" if len(held) == 1 else "they have agreed"
    return f"{code} is no sector that {names} has agreed, which this project serves; {has} {listed}"


def _served(dataset: Dataset, project: Project) -> list[Partnership]:
    """Give the partnerships that a project serves, straight or through projects that it is part of."""
    found: dict[str, Partnership] = {}
    seen: set[str] = set()
    waiting = [project]
    while waiting:
        current = waiting.pop()
        if current.id in seen:
            continue
        seen.add(current.id)
        for line in current.relations:
            if line.relation not in _SERVES or line.rank == "set-aside":
                continue
            target = dataset.get(line.target)
            if isinstance(target, Partnership):
                found[target.id] = target
            elif isinstance(target, Project) and line.relation == "part-of":
                waiting.append(target)
    return list(found.values())


def _agreed(partnership: Partnership) -> tuple[str, ...]:
    """Give the sectors on which a partnership agreed; none where its list is open, so that others may be agreed too."""
    if partnership.sectors_list == "includes":
        return ()
    return tuple(line.sector for line in partnership.sectors if line.sector is not None and _counts(line))


def _counts(line: Sector) -> bool:
    return line.tier != _WISH and line.scope != "wider" and line.rank != "set-aside"


def _near(dataset: Dataset, one: str, other: str) -> bool:
    return other in wider(dataset, one) or one in wider(dataset, other)
