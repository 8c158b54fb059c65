"""The days of a source cannot all be right.

What: A source was read before it was published, or before the earliest day on which it can have been; or its bounds
`not_before` and `not_after` leave no day between them.

Why: What a source says is told from its day on, and of two sources the newer one may win; both rest on these days.

How to mend: Correct the day that is wrong; `dating` says how the bounds are known.

Fine when: Never. A page that changes is a source of its own for each version.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.records import Source
from talentpart.values import Day

SEVERITY = Severity.ERROR
_PAGE = (
    "title: A page\nauthority: official\ntype: web-page\nurl: https://page.example/\nlanguage: en\n"
    'retrieved: "2026-01-02"\nread: whole\n%s\n'
)
_USED = "source: page\nmobility: work\n"
BAD = (
    Bad(
        {"sources/page.yaml": _PAGE % 'published: "2026-02"', "projects/pilot.yaml": _USED},
        at=("sources/page.yaml", 8, 12),
        message="it was read on 2 January 2026, so it cannot have been published later, in February 2026",
    ),
    Bad(
        {"sources/page.yaml": _PAGE % 'not_before: "2025-06"\nnot_after: "2024"', "projects/pilot.yaml": _USED},
        at=("sources/page.yaml", 9, 12),
        message="not_after is 2024 and not_before June 2025, so no day is left on which it can have been published",
    ),
)
GOOD = (
    Good({"sources/page.yaml": _PAGE % 'published: "2026"', "projects/pilot.yaml": _USED}),
    Good({"sources/page.yaml": _PAGE % 'not_before: "2025-06"\nnot_after: "2025"', "projects/pilot.yaml": _USED}),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Compare the days of each source, and give the first that cannot be."""
    for source in dataset.all(Source):
        first, last, read = source.not_before, source.not_after, source.retrieved
        told = "published" if source.published else "not_before"
        day = source.published or first
        if day is not None and read.latest < day.earliest:
            message = f"it was read {_on(read)}, so it cannot have been published later, {_on(day)}"
            yield Fault(message, source, steps=(told,))
        elif first is not None and last is not None and last.latest < first.earliest:
            message = (
                f"not_after is {last} and not_before {first}, so no day is left on which it can have been published"
            )
            yield Fault(message, source, steps=("not_after",))


def _on(day: Day) -> str:
    return f"{'on' if day.precision == 'day' else 'in'} {day}"
