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
from talentpart.model.records import Record
from talentpart.queries.agree import agree
from talentpart.queries.answers import answer, things
from talentpart.queries.paths import claim_ids
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
_COMPETE = ("status", "events", "figures", "money")


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Settle each thing as the reports do, and give those that stay open without a word in the record."""
    for entry in dataset.entries.values():
        for (name, key, basis), lines in things(entry.record, *_COMPETE).items():
            found = answer(dataset, entry.record, name, lines)
            if not found.open or (found.because and found.settled == "open"):
                continue
            if any(dataset.source(reference) is None for line in lines for reference in line.source):
                continue  # Which is the newer cannot be told while a source is not found.
            pair = _pair(entry.record, name, found.lines, lines)
            if pair is None:
                continue
            one, other = pair
            path = ".".join((name, *key, *(() if basis == "stated" else (basis,))))
            yield Fault(
                f"{path} is {_said(one)} in one line and {_said(other)} in another; which holds is not said",
                entry.record,
                other,
                hint="mark one with rank and because, or put the path under conflicts",
                related=((one, f"{_said(one)} stands here"),),
                rests_on=tuple({ref.partition("#")[0] for line in lines for ref in line.source}),
            )


def _pair(record: Record, name: str, shown: tuple[Line, ...], lines: list[Line]) -> tuple[Line, Line] | None:
    """Give the first two lines that differ, in the order of the file; two of one identity are said twice instead."""
    ordered = [line for line in lines if any(line is each for each in shown)]
    pairs = ((one, other) for i, one in enumerate(ordered) for other in ordered[i + 1 :])
    differing = (pair for pair in pairs if not agree(*pair))
    return next(
        (
            (one, other)
            for one, other in differing
            if not {*claim_ids(record, name, one)} & {*claim_ids(record, name, other)}
        ),
        None,
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
