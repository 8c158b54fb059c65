"""Nobody is told how to get at a source.

What: A source has no `url`, no archived copy and no host of a copy (`via`), and `missing` does not say why.

Why: A footnote is there to be followed; whoever doubts a figure has to find the text on which it rests.

How to mend: Enter its address under `url`; or put `url` under `missing` with the reason, and say in its note where the
text can be had.

Fine when: Never: of a letter or an interview `missing` says `not-published`, and its note who keeps it.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.records import Source
from talentpart.values import Day

SEVERITY = Severity.WARNING
_PAGE = (
    'title: A page\nauthority: official\ntype: web-page\n%slanguage: en\npublished: "2025"\n'
    'retrieved: "2026-01-02"\nread: whole\n'
)
_USED = "source: page\nmobility: work\n"
BAD = (
    Bad(
        {"sources/page.yaml": _PAGE % "", "projects/pilot.yaml": _USED},
        at=("sources/page.yaml", 1, 1),
        message="this source has no url, and missing does not say why",
    ),
)
GOOD = (
    Good({"sources/page.yaml": _PAGE % "url: https://page.example/\n", "projects/pilot.yaml": _USED}),
    Good({"sources/page.yaml": _PAGE % "missing: {field: url, why: not-stated}\n", "projects/pilot.yaml": _USED}),
    Good({"sources/page.yaml": _PAGE % "via: copies.example\n", "projects/pilot.yaml": _USED}),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Give each source that leads nowhere in silence."""
    for source in dataset.all(Source):
        if source.url or source.archived or source.via:
            continue
        if not any("url" in each.field for each in source.missing):
            message = "this source has no url, and missing does not say why"
            hint = "enter its url; or put url under missing with the reason, and say in the note where it can be had"
            yield Fault(message, source, hint=hint, thing="url")
