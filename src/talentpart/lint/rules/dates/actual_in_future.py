"""Something is said to have happened on a day that has not come.

What: An event that is reported, or stated with no word on whether it is a plan, lies wholly after the day as of which
lint runs.

Why: Only a plan can lie ahead. A reader would take it for done.

How to mend: Write `basis: planned`; or correct the day.

Fine when: It is a deadline, a review or the years that a plan covers: these are set ahead, and need no basis.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.queries.days import earliest, happened, too_early
from talentpart.queries.order import misplaced
from talentpart.queries.paths import key
from talentpart.queries.told_lists import events
from talentpart.values import Day

SEVERITY = Severity.WARNING
_END = 'source: report\nevents:\n  - {type: %s, date: "%s"}\n'
_NEW = (
    'title: A new page\nauthority: official\ntype: web-page\nlanguage: en\nretrieved: "2026"\nread: whole\n'
    'published: "2026"\nmissing: {field: url, why: not-stated}\n'
)
BAD = (
    Bad(
        {"projects/pilot.yaml": _END % ("end", "2027-06")},
        at=("projects/pilot.yaml", 3, 23),
        message="the end is stated for June 2027, which has not come; write basis: planned, or correct the day",
    ),
    Bad(
        {
            "sources/page.yaml": _NEW,
            "projects/pilot.yaml": _END % ("end, basis: actual, source: page", "2026-12-20"),
        },
        at=("projects/pilot.yaml", 3, 52),
        message="the end is reported for 20 December 2026, which has not come; write basis: planned, "
        "or correct the day",
    ),
)
GOOD = (
    Good({"projects/pilot.yaml": _END % ("end, basis: planned", "2027-06")}),
    Good({"projects/pilot.yaml": _END % ("deadline", "2027-06")}),
    Good({"projects/pilot.yaml": _END % ("end", "2026")}),
)
# These are set ahead by what they are; a source that states one says no word on whether it happened.
_AHEAD = frozenset({"deadline", "review", "period-covered"})


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:
    """Hold the day of each event that is no plan against the day as of which lint runs."""
    for entry in dataset.entries.values():
        lines = [line for line in events(entry.record) if line.date and line.rank != "set-aside"]
        plans = {key(line) for line in lines if line.basis == "planned"}
        ahead = [line for line in lines if earliest(line) > as_of.latest]
        # What stands in a wrong order is found there.
        found = misplaced(dataset, entry.record, as_of) if ahead else ()
        odd = {id(line) for each in found for line in (each.line, each.other)}
        for line in ahead:
            if line.date is None or line.basis == "planned" or id(line) in odd:
                continue
            if not happened(line) and (line.type in _AHEAD or key(line) in plans):
                continue
            if too_early(dataset, entry.record, line) is None:
                said = f"reported for {line.date}" if line.basis == "actual" else f"stated for {line.date}"
                message = (
                    f"the {dataset.label('event-types', line.type)} is {said}, which has not come; "
                    "write basis: planned, or correct the day"
                )
                yield Fault(message, entry.record, line, ("date",))
