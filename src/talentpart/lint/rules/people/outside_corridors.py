"""A line is limited to a country that no corridor of its project has.

What: A figure, an amount, an event or a sector of a project has an `origin` in which none of its corridors begins, or a
`destination` that none of them names at either end.

Why: Reports show such a line under a country in which the project does not appear, so nobody finds it.

How to mend: Correct the code; or enter the corridor, from the same source (`role: listed` where it only lists it).

Fine when: The project has no corridor at all, since none is known: then `corridors` stands under `missing`, and this
rule is quiet.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Corridor, Line
from talentpart.model.records import Project
from talentpart.queries.paths import lines_of
from talentpart.queries.scope import country_of, destinations, origins
from talentpart.values import Day

SEVERITY = Severity.WARNING
_FIGURE = (
    'source: report\ncorridors:\n  - {origin: "XA", destination: %s}\nfigures:\n  - {measure: moved, value: 9, %s}\n'
)
_PLACES = (
    'label: Places\nitems:\n  - {code: "XA", label: "XA", dimension: country}\n'
    '  - {code: "XB", label: "XB", dimension: country}\n  - {code: "XC", label: "XC", dimension: country}\n'
    '  - {code: flanders, label: flanders, parent: "XB"}\n'
)
BAD = (
    Bad(
        {"projects/pilot.yaml": _FIGURE % ("flanders", 'origin: "XB"')},
        at=("projects/pilot.yaml", 5, 40),
        message="this line is of origin XB, and the corridors begin in XA",
    ),
    Bad(
        {
            "codelists/places.yaml": _PLACES,
            "projects/pilot.yaml": _FIGURE % ("flanders", 'destination: "XC"'),
        },
        at=("projects/pilot.yaml", 5, 45),
        message="this line is of destination XC, and the corridors lead to XB",
    ),
)
GOOD = (
    Good({"projects/pilot.yaml": _FIGURE % ("flanders", 'origin: "XA", destination: "XB"')}),
    Good({"projects/pilot.yaml": _FIGURE % ("flanders", 'destination: "XA"')}),
    Good({"projects/pilot.yaml": 'source: report\nfigures:\n  - {measure: moved, value: 9, origin: "XB"}\n'}),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Hold the limits of each line of a project against the ends of its corridors; a place is told once."""
    for project in dataset.all(Project):
        begin, end = origins(dataset, project), destinations(dataset, project)
        if not begin or set(begin) & set(end):
            continue  # A corridor that leads to itself is found there.
        odd: dict[tuple[str, str], list[Line]] = {}
        for _, line in lines_of(project):
            if (line.origin or line.destination) and line.scope is None and not isinstance(line, Corridor):
                _collect(dataset, line, {"origin": begin, "destination": (*end, *begin) if end else ()}, odd)
        for (side, place), lines in odd.items():
            known = ", ".join(dataset.label("places", each) for each in (begin if side == "origin" else end))
            lead = "begin in" if side == "origin" else "lead to"
            message = f"this line is of {side} {dataset.label('places', place)}, and the corridors {lead} {known}"
            related = tuple((line, "this one too") for line in lines[1:])
            yield Fault(message, project, lines[0], (side,), word=place, related=related)


def _collect(
    dataset: Dataset, line: Line, sides: dict[str, tuple[str, ...]], odd: dict[tuple[str, str], list[Line]]
) -> None:
    """Add a line under each side and place that is none of those that fit; every place fits where no end is known."""
    for side, fit in sides.items():
        for place in getattr(line, side):
            if fit and country_of(dataset, place) not in fit:
                odd.setdefault((side, place), []).append(line)
