"""Events stand in an order in which they cannot have happened.

What: Of one record, or one part of it, an event lies before another that must come first: it starts before it is
announced, ends before it is signed or launched, is adopted before it is proposed.

Why: Timelines and the state of a record are read off these days, and one of them is wrong.

How to mend: Hold both days against their sources: mostly a year was mistyped, or one of the two is of a part or phase
that `part` should name.

Fine when: Never; if sources differ so much, set one line aside with its reason. A launch is often held after the start
of the work, so these two have no order.
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
_DAYS = 'source: report\nevents:\n  - {type: %s, date: "%s"}\n  - {type: %s, date: "%s"%s}\n'
BAD = (
    Bad(
        {"projects/pilot.yaml": _DAYS % ("start", "2023-12", "announcement", "2024-03", "")},
        at=("projects/pilot.yaml", 3, 25),
        message="the start in December 2023 is before the announcement in March 2024",
    ),
    Bad(
        {
            "projects/pilot.yaml": _DAYS % ("announcement", "2025", "start", "2024-03", "")
            + '  - {type: launch, date: "2024-06"}\n'
        },
        at=("projects/pilot.yaml", 3, 32),
        message="the announcement in 2025 is after the start in March 2024",
    ),
)
GOOD = (
    Good({"projects/pilot.yaml": _DAYS % ("start", "2024", "announcement", "2024-03", "")}),
    Good({"projects/pilot.yaml": _DAYS % ("start", "2024-01", "launch", "2024-11-20", "")}),
    Good({"projects/pilot.yaml": _DAYS % ("start", "2023", "announcement", "2024", ", part: second-phase")}),
    Good({"projects/pilot.yaml": _DAYS % ("start", "2023", "announcement", "2024", ", bound: by")}),
    Good({"projects/pilot.yaml": _DAYS % ("end", "2023", "launch", "2024", ", basis: planned")}),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:
    """Compare the events of each record that speak of one part, plans with plans."""
    for entry in dataset.entries.values():
        for found in misplaced(dataset, entry.record, as_of):
            # An end before its start is found by the rule of that name.
            if not found.span:
                name, other = (dataset.label("event-types", each.type) for each in (found.line, found.other))
                message = f"the {name} {_when(found.line)} is {found.side} the {other} {_when(found.other)}"
                related = ((found.other, f"the {other}"),)
                yield Fault(message, entry.record, found.line, ("date",), related=related)


def _when(line: Event) -> str:
    return when(line.date) if line.date else ""
