"""Something was read on a day that is still to come.

What: `retrieved` of a source, or `checked` of a record or of a gap, lies after the day as of which lint runs.

Why: Nobody has read it then; the day was mistyped, and what was read when cannot be told from it.

How to mend: Write the day on which it was read.

Fine when: Never.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good, Step
from talentpart.model.dataset import Dataset
from talentpart.model.records import Record, Source
from talentpart.values import Day

SEVERITY = Severity.WARNING
_PAGE = (
    'title: A page\nauthority: official\ntype: web-page\nurl: https://page.example/\nlanguage: en\npublished: "2025"\n'
    'retrieved: "%s"\nread: whole\n'
)
_USED = "source: page\nmobility: work\n"
BAD = (
    Bad(
        {"sources/page.yaml": _PAGE % "2062-11-02", "projects/pilot.yaml": _USED},
        at=("sources/page.yaml", 7, 12),
        message="it cannot have been read on 2 November 2062, which is still to come",
    ),
    Bad(
        {"projects/pilot.yaml": 'source: report\nchecked: "2026-12"\nmobility: work\n'},
        at=("projects/pilot.yaml", 2, 10),
        message="it cannot have been read in December 2026, which is still to come",
    ),
)
GOOD = (Good({"sources/page.yaml": _PAGE % "2026-11", "projects/pilot.yaml": _USED}),)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:
    """Hold the days of reading of each record against the day of lint, and give the first that is still to come."""
    for entry in dataset.entries.values():
        for day, steps in _days(entry.record):
            if day.earliest > as_of.latest:
                on = "on" if day.precision == "day" else "in"
                yield Fault(f"it cannot have been read {on} {day}, which is still to come", entry.record, steps=steps)
                break


def _days(record: Record) -> Iterator[tuple[Day, tuple[Step, ...]]]:
    if isinstance(record, Source):
        yield record.retrieved, ("retrieved",)
    if record.checked is not None:
        yield record.checked, ("checked",)
    for index, missing in enumerate(record.missing):
        if missing.checked is not None:
            yield missing.checked, ("missing", index, "checked")
