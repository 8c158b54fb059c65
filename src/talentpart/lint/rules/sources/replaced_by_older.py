"""The newer version of a page is older than the page.

What: `replaced_by` of a source names one that was surely published before it.

Why: Where the two differ, the newer version wins in silence; here the older would.

How to mend: Put `replaced_by` into the older record instead; or correct the day that is wrong.

Fine when: Never.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.lint.rules.sources.circular_source import circle_of, older
from talentpart.model.dataset import Dataset
from talentpart.model.records import Source
from talentpart.values import Day

SEVERITY = Severity.ERROR
_PAGE = (
    "title: A page\nauthority: official\ntype: web-page\nurl: https://page.example/%s\nlanguage: en\n"
    'retrieved: "2026-01-02"\nread: whole\n%s\n'
)
BAD = (
    Bad(
        {
            "sources/new.yaml": _PAGE % ("new", 'published: "2025-02"\nreplaced_by: old'),
            "sources/old.yaml": _PAGE % ("old", 'not_before: "2024"\nnot_after: "2025-01"'),
        },
        at=("sources/new.yaml", 9, 14),
        message="'old' is of January 2025 at the latest, and this source of February 2025; the newer takes the place",
    ),
)
GOOD = (
    Good(
        {
            "sources/new.yaml": _PAGE % ("new", 'published: "2025-02"'),
            "sources/old.yaml": _PAGE % ("old", 'not_before: "2024"\nreplaced_by: new'),
        }
    ),
    Good(
        {
            "sources/new.yaml": _PAGE % ("new", 'published: "2025-02"\nreplaced_by: undated'),
            "sources/undated.yaml": _PAGE % ("undated", 'not_before: "2024"'),
        }
    ),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Compare the days of each source and of the one that takes its place; without a day none is older or newer."""
    for source in dataset.all(Source):
        newer = dataset.find(Source, source.replaced_by or "")
        if newer is not None and older(newer, source) and not circle_of(dataset, source, "replaced_by"):
            last, first = newer.published or newer.not_after, source.published or source.not_before
            latest = "" if newer.published else " at the latest"
            earliest = "" if source.published else " at the earliest"
            message = (
                f"'{newer.id}' is of {last}{latest}, and this source of {first}{earliest}; the newer takes the place"
            )
            yield Fault(message, source, steps=("replaced_by",), rests_on=(newer.id,))
