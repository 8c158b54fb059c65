"""The day by which a source was to be read again has passed.

What: `review_by` of a source lies before the day as of which lint runs; or the source was read again since
(`retrieved`), and still bears the old `review_by`.

Why: A page on which figures rest may have changed, moved or gone, and whoever set the day wanted to know.

How to mend: Read the source again, correct what hangs on it, write the day under `retrieved`, and set the next
`review_by`; `talentpart report sources --due` lists what hangs on it. A newer version of the page is a source of its
own (`replaced_by`). Take `review_by` out where the text cannot change any more.

Fine when: Never: set a later day if there is a reason to wait.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.records import Source
from talentpart.values import Day

SEVERITY = Severity.WARNING
_PAGE = (
    'title: A page\nauthority: official\ntype: web-page\nurl: https://page.example/\nlanguage: en\npublished: "2025"\n'
    'retrieved: "2026-10-01"\nread: whole\nreview_by: "%s"\n'
)
_USED = "source: page\nmobility: work\n"
BAD = (
    Bad(
        {"sources/page.yaml": _PAGE % "2026-10", "projects/pilot.yaml": _USED},
        at=("sources/page.yaml", 9, 12),
        message="this source was to be read again by October 2026; read it again, and set the next day",
    ),
    Bad(
        {"sources/page.yaml": _PAGE % "2026-09-30", "projects/pilot.yaml": _USED},
        at=("sources/page.yaml", 9, 12),
        message="this source was read again on 1 October 2026, later than this day; set the next one",
    ),
)
GOOD = (Good({"sources/page.yaml": _PAGE % "2026-11-24", "projects/pilot.yaml": _USED}),)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:
    """Hold the day of each source against the day as of which lint runs, and against that on which it was read."""
    for source in dataset.all(Source):
        day, read = source.review_by, source.retrieved
        if day is None or day.latest >= as_of.earliest:
            continue
        message = f"this source was to be read again by {day}; read it again, and set the next day"
        if day.latest < read.earliest:
            if read.earliest > as_of.latest:
                continue  # The day of reading is the wrong one, and has a rule of its own.
            on = "on" if read.precision == "day" else "in"
            message = f"this source was read again {on} {read}, later than this day; set the next one"
        yield Fault(message, source, steps=("review_by",))
