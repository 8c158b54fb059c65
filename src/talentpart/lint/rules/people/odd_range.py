"""The ends of a range do not fit.

What: A figure has a `min` above its `max`, or only one of the two, or both alike.

Why: A range is printed and added with both its ends; one end alone is a number with a bound.

How to mend: Exchange the two; or write `value: 100, bound: at-least` for a `min` alone, `bound: at-most` for a `max`
alone, and plain `value` where both are alike.

Fine when: Never.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.queries.told_lists import figures
from talentpart.values import Day

SEVERITY = Severity.ERROR
_FIGURE = "source: report\nfigures:\n  - {measure: trained, %s}\n"
BAD = (
    Bad(
        {"projects/pilot.yaml": _FIGURE % "min: 150, max: 100"},
        at=("projects/pilot.yaml", 3, 29),
        message="min is 150 and max is 100; exchange them, or correct one",
    ),
    Bad(
        {"projects/pilot.yaml": _FIGURE % "min: 100"},
        at=("projects/pilot.yaml", 3, 29),
        message="min stands alone; write value: 100, bound: at-least",
    ),
    Bad(
        {"projects/pilot.yaml": _FIGURE % "max: 100"},
        at=("projects/pilot.yaml", 3, 29),
        message="max stands alone; write value: 100, bound: at-most",
    ),
    Bad(
        {"projects/pilot.yaml": _FIGURE % "min: 100, max: 100"},
        at=("projects/pilot.yaml", 3, 29),
        message="min and max are both 100; write value: 100",
    ),
)
GOOD = (Good({"projects/pilot.yaml": _FIGURE % "min: 100, max: 150"}),)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Look at the two ends of each range."""
    for entry in dataset.entries.values():
        for line in figures(entry.record):
            if line.value is not None or (line.min is None and line.max is None):
                continue
            if line.max is None:
                message = f"min stands alone; write value: {line.min}, bound: at-least"
            elif line.min is None:
                message = f"max stands alone; write value: {line.max}, bound: at-most"
            elif line.min == line.max:
                message = f"min and max are both {line.min}; write value: {line.min}"
            elif line.min > line.max:
                message = f"min is {line.min} and max is {line.max}; exchange them, or correct one"
            else:
                continue
            yield Fault(message, entry.record, line, ("max" if line.min is None else "min",))
