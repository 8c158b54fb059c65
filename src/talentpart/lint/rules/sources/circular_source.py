"""A source takes its own place, or repeats itself.

What: `replaced_by`, or `repeats`, leads from a source through others back to it.

Why: The newest version of a page, and the first to say a thing, are found by following these; a circle has neither.

How to mend: Take out the one that points the wrong way: `replaced_by` from the older version to the newer, `repeats`
from the copy to what it copies.

Fine when: Never.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.records import Source
from talentpart.values import Day

SEVERITY = Severity.ERROR
_PAGE = (
    'title: A page\nauthority: official\ntype: web-page\nurl: https://page.example/%s\nlanguage: en\npublished: "%s"\n'
    'retrieved: "2026-01-02"\nread: whole\n%s'
)
BAD = (
    Bad(
        {
            "sources/one.yaml": _PAGE % (1, 2024, "replaced_by: two\n"),
            "sources/two.yaml": _PAGE % (2, 2025, "replaced_by: one\n"),
        },
        at=("sources/two.yaml", 9, 14),
        message="'two' takes the place of itself: two, one, two",
    ),
    Bad(
        {"sources/one.yaml": _PAGE % (1, 2024, "repeats: one\n")},
        at=("sources/one.yaml", 9, 10),
        message="'one' repeats itself: one, one",
    ),
)
Field = Literal["replaced_by", "repeats"]
_FIELDS: tuple[tuple[Field, str], ...] = (("replaced_by", "takes the place of itself"), ("repeats", "repeats itself"))
GOOD = (
    Good(
        {
            "sources/one.yaml": _PAGE % (1, 2024, "replaced_by: two\nrepeats: report\n"),
            "sources/two.yaml": _PAGE % (2, 2025, "repeats: one\n"),
        }
    ),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Follow both from each source; a circle is told once, where it turns back to an older one, else at its first."""
    for source in dataset.all(Source):
        for field, words in _FIELDS:
            circle = circle_of(dataset, source, field)
            if circle and _told_at(dataset, circle, field) == source.id:
                message = f"'{source.id}' {words}: {', '.join((*circle, source.id))}"
                yield Fault(message, source, steps=(field,), rests_on=circle)


def _told_at(dataset: Dataset, circle: tuple[str, ...], field: Field) -> str:
    """Give the member of a circle that surely points the wrong way, else the first by id."""
    if field == "replaced_by":
        for one, other in pairwise((*circle, circle[0])):
            before, after = dataset.find(Source, one), dataset.find(Source, other)
            if before is not None and after is not None and older(after, before):
                return one
    return min(circle)


def older(one: Source, other: Source) -> bool:
    """Tell whether a source was surely published before another; without a day it is neither older nor newer."""
    last, first = one.published or one.not_after, other.published or other.not_before
    return last is not None and first is not None and last.latest < first.earliest


def circle_of(dataset: Dataset, source: Source, field: Field) -> tuple[str, ...]:
    """Give the sources through which a field leads from a source back to it; nothing where it does not."""
    found = {source.id: None}
    following: str | None = getattr(source, field)
    while following is not None and following not in found:
        found[following] = None
        record = dataset.find(Source, following)
        following = getattr(record, field) if record is not None else None
    return tuple(found) if following == source.id else ()
