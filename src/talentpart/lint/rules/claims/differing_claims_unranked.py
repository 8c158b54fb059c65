"""Sources differ, and the record does not say what to make of it.

What: Lines of one thing and one basis compete and cannot all be true: the days, numbers or statuses do not agree, none
of them is preferred or set aside, none is the older state or the older version of a page, and the question does not
stand under `conflicts`.

Why: Nothing is settled in silence: a reader is either told which value holds and why, or that it is open.

How to mend: Mark the line that holds with `rank: preferred` and `because`; or set one aside, with `because`; or put
the path under `conflicts` with the reason why it is left open. Perhaps the lines do not speak of one thing: then a
`part`, `scope`, `as_of` or `origin` tells them apart.

Fine when: Never; that is what `conflicts` is for.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event, Figure, Line, Money, Status
from talentpart.queries.slips import slip
from talentpart.queries.unsettled import unsettled
from talentpart.values import Day

SEVERITY = Severity.ERROR
_TWO = (
    "source: report\nfigures:\n  - {measure: trained, value: 9}\n"
    "  - {measure: trained, value: 12, source: report#table%s}\n"
)
BAD = (
    Bad(
        {"projects/pilot.yaml": _TWO % ""},
        at=("projects/pilot.yaml", 4, 5),
        message="figures.trained is 9 in one line and 12 in another; which holds is not said",
    ),
    Bad(
        {
            "projects/pilot.yaml": (
                'source: report\nevents:\n  - {type: start, basis: actual, date: "2024-01"}\n'
                '  - {type: start, basis: actual, date: "2024-03", source: report#table}\n'
            )
        },
        at=("projects/pilot.yaml", 4, 5),
        message="events.start.actual is January 2024 in one line and March 2024 in another; which holds is not said",
    ),
)
GOOD = (
    Good({"projects/pilot.yaml": _TWO % ", rank: preferred, because: the table is newer"}),
    Good(
        {
            "projects/pilot.yaml": _TWO % ""
            + "conflicts:\n  - {field: figures.trained, because: two counts of one year}\n"
        }
    ),
    Good({"projects/pilot.yaml": _TWO % ", bound: at-most"}),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Give what is unsettled in each record, but for events that may be two: another rule asks for their numbers."""
    for entry in dataset.entries.values():
        for found in unsettled(dataset, entry.record):
            if found.two_events:
                continue
            one, other = found.one, found.other
            hint = "mark one with rank and because, or put the path under conflicts"
            factor = slip(one, other)
            if factor:
                hint = f"one is about {factor:,} times the other: look for a slip of the pen; else {hint}"
            yield Fault(
                f"{found.path} is {_said(one)} in one line and {_said(other)} in another; which holds is not said",
                entry.record,
                other,
                hint=hint,
                related=((one, f"{_said(one)} stands here"),),
                rests_on=tuple({ref.partition("#")[0] for line in found.lines for ref in line.source}),
            )


def _said(line: Line) -> str:
    """Give the value of a line in words, with its bound."""
    value = ""
    if isinstance(line, Status):
        value = line.value
    elif isinstance(line, Event):
        value = str(line.date or "without a day")
    elif isinstance(line, Money | Figure):
        if line.amount is not None:
            value = str(line.amount)
        elif line.percent is not None:
            value = f"{line.percent}%"
        elif isinstance(line, Figure):
            value = str(line.value) if line.value is not None else f"{line.min} to {line.max}"
    return f"{line.bound.replace('-', ' ')} {value}" if line.bound else value
