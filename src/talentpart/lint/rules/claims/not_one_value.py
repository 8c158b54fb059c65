"""A line says no number, or more than one.

What: A figure has none of `value`, `min` with `max`, `amount` and `percent`, or two of them; an amount of money has
both `amount` and `percent`.

Why: A line is one statement. Of two numbers only one would be shown, and a figure without a number says nothing.

How to mend: Write a line for each; a share of a number is a line with `percent`, and `of` where it is a figure. What
is not said stands under `missing`.

Fine when: Never; money without a number says who pays, and is fine.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Figure, Money
from talentpart.queries.told_lists import numbers
from talentpart.values import Day

SEVERITY = Severity.ERROR
_FIGURES = "source: report\nfigures:\n  - {measure: trained, value: 9}\n  - {measure: moved%s}\n"
BAD = (
    Bad(
        {"projects/pilot.yaml": _FIGURES % ", value: 3, percent: 33"},
        at=("projects/pilot.yaml", 4, 41),
        message="this line has both value and percent; write a line for each",
    ),
    Bad(
        {"projects/pilot.yaml": _FIGURES % ""},
        at=("projects/pilot.yaml", 4, 5),
        message="this figure has no number; write value, min and max, amount or percent, or put it under missing",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report\nmoney:\n  - {payer: fund, amount: EUR 950, percent: 95}\n"},
        at=("projects/pilot.yaml", 3, 45),
        message="this line has both amount and percent; write a line for each",
    ),
)
GOOD = (
    Good({"projects/pilot.yaml": _FIGURES % ", min: 2, max: 4"}),
    Good({"projects/pilot.yaml": "source: report\nmoney:\n  - {payer: fund}\n"}),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Count the numbers of each figure and amount."""
    for entry in dataset.entries.values():
        for line in numbers(entry.record):
            said = _numbers(line)
            if len(said) > 1:
                message = f"this line has both {said[0]} and {said[1]}; write a line for each"
                yield Fault(message, entry.record, line, (said[1],))
            elif not said and isinstance(line, Figure):
                message = (
                    "this figure has no number; write value, min and max, amount or percent, or put it under missing"
                )
                yield Fault(message, entry.record, line)


def _numbers(line: Figure | Money) -> list[str]:
    """Give the fields of a line that hold a number; the ends of a range count once."""
    said = [name for name in ("amount", "percent") if getattr(line, name) is not None]
    if isinstance(line, Figure):
        if line.min is not None or line.max is not None:
            said.insert(0, "min" if line.min is not None else "max")
        if line.value is not None:
            said.insert(0, "value")
    return said
