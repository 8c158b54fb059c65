"""An event is planned by a source that is younger than the one that reports it.

What: One source reports that an event took place, and one that surely came out later still plans it, for a later day.

Why: Both cannot be: either the event did not take place, or the plan is of another event or was moved to the wrong
line. Reports show what is reported, and the plan would be lost.

How to mend: Hold both against their sources; perhaps the later one plans another phase (`part`), or the reported day
is itself a plan. Else mark one with `rank: set-aside` and `because`.

Fine when: The younger source only tells what was once planned, for a day before the reported one; that is no finding.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event, Line
from talentpart.queries.days import when
from talentpart.queries.paths import key
from talentpart.queries.told_lists import events
from talentpart.values import Day

SEVERITY = Severity.WARNING
_LATER = (
    'title: A later page\nauthority: official\ntype: web-page\nlanguage: en\nretrieved: "2026-01-02"\nread: whole\n'
    'published: "2025-09"\nmissing: {field: url, why: not-stated}\n'
)
_ENDS = (
    'source: report\nevents:\n  - {type: end, basis: actual, date: "2024-12"}\n'
    '  - {type: end, basis: planned, date: "%s", source: page}\n'
)
BAD = (
    Bad(
        {"sources/page.yaml": _LATER, "projects/pilot.yaml": _ENDS % "2026"},
        at=("projects/pilot.yaml", 4, 5),
        message="'page' still plans the end in 2026, and the older 'report' reports it in December 2024",
    ),
)
GOOD = (
    Good({"sources/page.yaml": _LATER, "projects/pilot.yaml": _ENDS % "2024-06"}),
    Good({"sources/page.yaml": _LATER.replace("2025-09", "2024"), "projects/pilot.yaml": _ENDS % "2026"}),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Hold the planned days of each record against those reported for the same event."""
    for entry in dataset.entries.values():
        lines = [line for line in events(entry.record) if line.date and line.rank != "set-aside"]
        planned = [line for line in lines if line.basis == "planned"]
        for line in planned:
            for other in lines:
                if other.basis == "actual" and key(other) == key(line) and _outlives(dataset, line, other):
                    message = (
                        f"'{_id(line)}' still plans the {dataset.label('event-types', line.type)} {_when(line)}, "
                        f"and the older '{_id(other)}' reports it {_when(other)}"
                    )
                    rests_on = tuple(ref.partition("#")[0] for ref in (*line.source, *other.source))
                    related = ((other, "reported here"),)
                    yield Fault(message, entry.record, line, related=related, rests_on=rests_on)
                    break


def _outlives(dataset: Dataset, planned: Event, actual: Event) -> bool:
    """Tell whether a plan is for a later day than what is reported, by sources that are surely younger."""
    if not planned.date or not actual.date or planned.date.earliest <= actual.date.latest:
        return False
    first = [source.published or source.not_before for source in map(dataset.source, planned.source) if source]
    last = [source.published or source.not_after for source in map(dataset.source, actual.source) if source]
    if not first or not last:
        return False
    begins = [day.earliest if day else "" for day in first]
    return max(day.latest if day else "9999" for day in last) < min(begins)


def _id(line: Line) -> str:
    return line.source[0].partition("#")[0]


def _when(line: Event) -> str:
    return when(line.date) if line.date else ""
