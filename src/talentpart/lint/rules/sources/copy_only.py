"""Something rests on unofficial copies alone, and nobody says why.

What: All sources of a claim, and of the lines that say the same, were read in unofficial copies (`via`), and neither
the line nor the record of the copy has a word on it.

Why: A mirror may have changed the text, or be gone tomorrow; its figures are quoted with a mark, and whoever quotes
them has to know whether the document itself was looked for.

How to mend: Look for the document itself and name it; else say under `notes` of the copy's record, or in a `note` on
the line, what was looked for and why the copy is believed.

Fine when: The document itself is nowhere to be had, and a note says so.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.records import Source
from talentpart.queries.witness import Claim, claims
from talentpart.values import Day

SEVERITY = Severity.WARNING
_COPY = (
    "title: A page\nauthority: official\ntype: web-page\nurl: https://copies.example/a\nvia: copies.example\n"
    'language: en\npublished: "2025"\nretrieved: "2026-01-02"\nread: whole\n'
)
_FIGURES = "figures:\n  - {measure: trained, value: 9, source: copy%s}\n  - {measure: moved, value: 3, source: copy}\n"
BAD = (
    Bad(
        {"sources/copy.yaml": _COPY, "projects/pilot.yaml": _FIGURES % ""},
        at=("sources/copy.yaml", 5, 6),
        message=(
            "2 claims rest on this unofficial copy alone, and nothing says why; the first is pilot.figures.trained"
        ),
    ),
    Bad(
        {"sources/copy.yaml": _COPY, "projects/pilot.yaml": _FIGURES % ", note: the page itself is gone"},
        at=("sources/copy.yaml", 5, 6),
        message="pilot.figures.moved rests on this unofficial copy alone, and nothing says why",
    ),
)
GOOD = (
    Good(
        {
            "sources/copy.yaml": _COPY + "notes: [The page itself was looked for in two archives and is gone.]\n",
            "projects/pilot.yaml": _FIGURES % "",
        }
    ),
    Good(
        {
            "sources/copy.yaml": _COPY,
            "projects/pilot.yaml": (
                "figures:\n  - {measure: trained, value: 9, source: copy}\n"
                "  - {measure: trained, value: 9, source: report}\n"
            ),
        }
    ),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Give each copy without a note on which claims rest alone, with the number of those that bear none either."""
    mirrors = {each.id: each for each in dataset.all(Source) if each.via}
    if all(each.notes for each in mirrors.values()):
        return
    found: dict[str, list[Claim]] = {}
    for claim in claims(dataset):
        if claim.sources <= mirrors.keys() and not claim.line.note and not claim.line.because:
            bare = [each for each in claim.sources if not mirrors[each].notes]
            if bare:
                found.setdefault(min(bare), []).append(claim)
    for name, hanging in found.items():
        first = hanging[0].path
        message = f"{first} rests on this unofficial copy alone, and nothing says why"
        if len(hanging) > 1:
            message = (
                f"{len(hanging)} claims rest on this unofficial copy alone, and nothing says why; the first is {first}"
            )
        hint = "say under notes what was looked for and why the copy is believed; or in a note on each line"
        rests_on = tuple({claim.record.id for claim in hanging})
        yield Fault(message, mirrors[name], steps=("via",), hint=hint, rests_on=rests_on)
