"""A share is written as a number, or as a fraction.

What: A count of people, firms or projects lies between 0 and 1, or is no whole number; or its printed words are a
percentage; or a `percent` is below 1, with nothing to show that the source prints it so.

Why: Half a person was never trained. A share that is added to numbers, or taken for a hundredth of itself, is lost.

How to mend: Write `percent: 50` in place of `value: 0.5`, and in `of` of which figure it is the share.

Fine when: The source prints a share below one per cent: keep its words in `as_stated`.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Figure, Number
from talentpart.queries.told_lists import numbers
from talentpart.values import Day

SEVERITY = Severity.ERROR
_FIGURE = "source: report\nfigures:\n  - {measure: trained, %s}\n"
BAD = (
    Bad(
        {"projects/pilot.yaml": _FIGURE % "value: 0.5"},
        at=("projects/pilot.yaml", 3, 31),
        message="0.5 trained is a share, no number; write percent: 50 in place of value",
    ),
    Bad(
        {"projects/pilot.yaml": _FIGURE % "value: 18, as_stated: 18 %, part: women"},
        at=("projects/pilot.yaml", 3, 31),
        message="'18 %' is a share, no number; write percent: 18 in place of value",
    ),
    Bad(
        {"projects/pilot.yaml": _FIGURE % "value: 1.200"},
        at=("projects/pilot.yaml", 3, 31),
        message="1.2 trained is no whole number; a count is written in plain digits, a thousand as 1000",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report\nmoney:\n  - {payer: fund, percent: 0.9499}\n"},
        at=("projects/pilot.yaml", 3, 28),
        message="percent is 0.9499, less than one in a hundred; was 94.99 meant?",
    ),
)
GOOD = (
    Good({"projects/pilot.yaml": _FIGURE % "percent: 50, part: women"}),
    Good({"projects/pilot.yaml": _FIGURE % "percent: 0.5, as_stated: 0.5%, part: women"}),
    Good({"projects/pilot.yaml": _FIGURE % "value: 18"}),
)
_PERCENT = re.compile(r"(?:%|\bper ?cent)\W*\Z", re.IGNORECASE)
# What is measured, not counted, may well be half a unit.
_MEASURED = frozenset({"months", "years", "money", "percent"})


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Look at the counts that are no whole, and at the shares that are hardly any."""
    for entry in dataset.entries.values():
        for line in numbers(entry.record):
            if line.percent is not None and 0 < line.percent < 1 and not line.as_stated:
                message = f"percent is {line.percent}, less than one in a hundred; was {_hundred(line.percent)} meant?"
                yield Fault(message, entry.record, line, ("percent",))
            elif isinstance(line, Figure) and line.value is not None and _share(dataset, line):
                words = line.as_stated or ""
                printed = bool(_PERCENT.search(words))
                what = f"'{words}'" if printed else f"{line.value} {dataset.label('measures', line.measure)}"
                percent = _hundred(line.value) if line.value < 1 else line.value
                message = f"{what} is a share, no number; write percent: {percent} in place of value"
                yield Fault(message, entry.record, line, ("value",))
            elif isinstance(line, Figure) and line.value is not None and line.value % 1 and _counted(dataset, line):
                what = f"{line.value} {dataset.label('measures', line.measure)}"
                message = f"{what} is no whole number; a count is written in plain digits, a thousand as 1000"
                yield Fault(message, entry.record, line, ("value",))


def _share(dataset: Dataset, line: Figure) -> bool:
    below = line.value is not None and 0 < line.value < 1
    return _counted(dataset, line) and (below or bool(_PERCENT.search(line.as_stated or "")))


def _counted(dataset: Dataset, line: Figure) -> bool:
    item = dataset.codes("measures").get(line.measure)
    return item is not None and item.unit is not None and item.unit not in _MEASURED


def _hundred(number: Number) -> str:
    return f"{(Decimal(str(number)) * 100).normalize():f}"
