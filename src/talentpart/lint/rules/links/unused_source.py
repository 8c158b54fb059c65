"""A source stands behind nothing.

What: No record, line or gap names the source, and no other source is replaced by it or repeats it.

Why: Either a reference was mistyped into another source, or what the source says was never entered.

How to mend: Enter what the source says, with its reference; or take the file out.

Fine when: The source is kept for what comes next: waive it until then.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.lint.twins import twins
from talentpart.model.dataset import Dataset
from talentpart.model.links import named
from talentpart.model.records import Source
from talentpart.values import Day

SEVERITY = Severity.WARNING
WHOLE = True
_SOURCE = (
    'title: A page\nauthority: official\ntype: web-page\nlanguage: en\nretrieved: "2026-01-02"\nread: whole\n'
    'published: "2025"\n'
)
BAD = (
    Bad(
        {"sources/lonely.yaml": _SOURCE},
        at=("sources/lonely.yaml", 1, 1),
        message="nothing in the dataset rests on this source",
    ),
)
GOOD = (Good({"sources/lonely.yaml": _SOURCE, "projects/pilot.yaml": "source: lonely\nmobility: work\n"}),)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Give each source that no link leads to."""
    # One that stands in the records twice is one too many, which another rule says.
    used = {*named(dataset), *(source.id for source, _ in twins(dataset))}
    for source in dataset.all(Source):
        if source.id not in used:
            yield Fault("nothing in the dataset rests on this source", source)
