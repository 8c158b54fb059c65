"""A roundtable is left out of the count.

What: The roundtables of a partnership are numbered, and a number between the first and the last is missing; or a
later number has an earlier day.

Why: The state of a partnership, and what a briefing says comes next, hang on the count.

How to mend: Enter the roundtable that is missing, without a day if none is known; or correct the number.

Fine when: The body itself left a number out: waive it, with that as the reason.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event
from talentpart.model.records import Partnership
from talentpart.queries.days import earliest, too_early, when
from talentpart.values import Day

SEVERITY = Severity.WARNING
_ROUND = (
    'country: "XA"\nsource: report\nevents:\n  - {type: roundtable, number: 1, date: "2023-03", outcomes: [launched]}\n'
    '  - {type: roundtable, number: %s, date: "%s"}\nsectors: [ict]\nmember_states:\n'
    "  - {place: XB, role: interested}\n"
).replace("XB", '"XB"')
BAD = (
    Bad(
        {"countries/xanadu/partnership.yaml": _ROUND % (3, "2024-06")},
        at=("countries/xanadu/partnership.yaml", 5, 32),
        message="roundtable 3 follows roundtable 1; nothing is said of roundtable 2",
    ),
    Bad(
        {"countries/xanadu/partnership.yaml": _ROUND % (2, "2022-06")},
        at=("countries/xanadu/partnership.yaml", 5, 41),
        message="roundtable 2 in June 2022 is before roundtable 1 in March 2023",
    ),
)
GOOD = (Good({"countries/xanadu/partnership.yaml": _ROUND % (2, "2023")}),)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:
    """Go through the roundtables of each partnership in the order of their numbers."""
    for partnership in dataset.all(Partnership):
        numbered: dict[int, Event] = {}
        for line in partnership.events:
            if line.type == "roundtable" and line.number is not None and line.basis != "planned":
                numbered.setdefault(line.number, line)
        ordered = sorted(numbered)
        for before, number in zip([0, *ordered], ordered, strict=False):
            line = numbered[number]
            if number - before > 1:
                gap = (
                    f"roundtable {before + 1}"
                    if before + 1 == number - 1
                    else f"roundtables {before + 1} to {number - 1}"
                )
                follows = f"follows roundtable {before}" if before else "is the first"
                yield Fault(f"roundtable {number} {follows}; nothing is said of {gap}", partnership, line, ("number",))
            elif before and _earlier(line, numbered[before]):
                # A day that has not come, or that its own source cannot have told, is found there.
                if any(_odd(dataset, partnership, each, as_of) for each in (line, numbered[before])):
                    continue
                first = numbered[before]
                message = f"roundtable {number} {_when(line)} is before roundtable {before} {_when(first)}"
                yield Fault(message, partnership, line, ("date",), related=((first, f"roundtable {before}"),))


def _earlier(line: Event, before: Event) -> bool:
    return bool(line.date and before.date and line.date.latest < before.date.earliest)


def _odd(dataset: Dataset, partnership: Partnership, line: Event, as_of: Day) -> bool:
    return earliest(line) > as_of.latest or too_early(dataset, partnership, line) is not None


def _when(line: Event) -> str:
    return when(line.date) if line.date else ""
