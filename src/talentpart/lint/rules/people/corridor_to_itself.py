"""A corridor leads to where it begins.

What: A corridor has the same country as origin and as destination, or a country and a place that lies in it.

Why: Nobody moves, so the record would count in tables of mobility by origin and destination where there is none.

How to mend: Correct one of the two codes; leave `destination` out where the source names none.

Fine when: Never; people who are trained at home are no corridor.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.records import Project
from talentpart.queries.scope import country_of
from talentpart.values import Day

SEVERITY = Severity.ERROR
_CORRIDOR = "source: report\ncorridors:\n  - {origin: %s, destination: %s}\n"
BAD = (
    Bad(
        {"projects/pilot.yaml": _CORRIDOR % ('"XA"', '"XA"')},
        at=("projects/pilot.yaml", 3, 33),
        message="the corridor begins in XA and leads there too; correct one of the two",
    ),
    Bad(
        {"projects/pilot.yaml": _CORRIDOR % ('["XA", "XB"]', "flanders")},
        at=("projects/pilot.yaml", 3, 41),
        message="the corridor begins in XB and leads to flanders, which lies there; correct one of the two",
    ),
)
GOOD = (Good({"projects/pilot.yaml": _CORRIDOR % ('"XA"', "flanders")}),)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Hold the two ends of each corridor against each other."""
    for project in dataset.all(Project):
        for line in project.corridors:
            begins = {country_of(dataset, each): each for each in line.origin}
            for place in line.destination:
                origin = begins.get(country_of(dataset, place))
                if origin is not None:
                    inner = dataset.label("places", place)
                    there = "leads there too" if origin == place else f"leads to {inner}, which lies there"
                    name = dataset.label("places", origin)
                    message = f"the corridor begins in {name} and {there}; correct one of the two"
                    yield Fault(message, project, line, ("destination",), word=place)
