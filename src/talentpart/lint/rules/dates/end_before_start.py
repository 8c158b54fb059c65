"""Something ends before it starts.

What: The latest day on which a record, or a part of it, can have ended lies before the earliest on which it started.

Why: Lengths and years of activity are computed from the two days, and one of them is wrong.

How to mend: Hold both days against their sources: mostly a year was mistyped.

Fine when: Never; if sources differ so much, set one line aside with its reason.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event
from talentpart.queries.days import when
from talentpart.queries.order import misplaced
from talentpart.values import Day

SEVERITY = Severity.ERROR
_DAYS = 'source: report\nevents:\n  - {type: start, date: "%s"}\n  - {type: end, date: "%s"}\n'
BAD = (
    Bad(
        {"projects/pilot.yaml": _DAYS % ("2024-03", "2023-12")},
        at=("projects/pilot.yaml", 4, 23),
        message="the end in December 2023 is before the start in March 2024",
    ),
    Bad(
        {"projects/pilot.yaml": _DAYS % ("2042-03-04", "2025-12")},
        at=("projects/pilot.yaml", 3, 25),
        message="the start on 4 March 2042 is after the end in December 2025",
    ),
)
GOOD = (
    Good({"projects/pilot.yaml": _DAYS % ("2024-03", "2024")}),
    Good({"projects/pilot.yaml": _DAYS % ('2024-03", bound: "by', "2023-12")}),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:
    """Compare the ends and starts of each record that speak of the same part, plans with plans."""
    for entry in dataset.entries.values():
        for found in misplaced(dataset, entry.record, as_of):
            if found.span:
                line, other = found.line, found.other
                message = f"the {line.type} {_when(line)} is {found.side} the {other.type} {_when(other)}"
                yield Fault(message, entry.record, line, ("date",), related=((other, f"the {other.type}"),))


def _when(line: Event) -> str:
    return when(line.date) if line.date else ""
