"""The saved text of a source does not print what a line says by it.

What: With `--texts DIR`, which holds the texts of sources as `SOURCE-ID.txt`, each number, amount, day, name and
printed word of a line is looked for in the texts of its sources, in all forms in which it may be printed, and is not
found; or a source's own title or heading is not. A source without a text is not judged. `talentpart verify` tells more.

Why: A figure that cannot be found again in its source cannot be stood by, whoever typed it.

How to mend: Correct the value, or the source or place that the line names; where the source says it in other words, put
these under `as_stated`, or say in a `note` how it is printed.

Fine when: Never: a line whose words differ from the source's says so in its note.
"""

from collections.abc import Iterator
from pathlib import Path

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset

SEVERITY = Severity.ERROR
_PAGE = (
    'title: A page\nauthority: official\ntype: web-page\nurl: https://page.example/\nlanguage: en\npublished: "2025"\n'
    'retrieved: "2026-01-02"\nread: whole\nplaces:\n  - {place: results, label: Results}\n'
    "  - {place: plans, label: Plans}\n"
)
_TEXT = "A page\n\nResults\n\nOf 120 people, 90 were trained.\n\nPlans\n\nAnother 45 are to be trained.\n"
_LINE = "figures:\n  - {measure: trained, value: %s, source: page#results}\n"
BAD = (
    Bad(
        {"sources/page.yaml": _PAGE, "projects/pilot.yaml": _LINE % "95"},
        at=("projects/pilot.yaml", 2, 31),
        message="the number '95' is not found in the text of 'page#results'",
        texts={"page": _TEXT},
    ),
    Bad(
        {"sources/page.yaml": _PAGE, "projects/pilot.yaml": _LINE % "45"},
        at=("projects/pilot.yaml", 2, 31),
        message="the number '45' is not found in the text of 'page#results'; it is printed elsewhere in the text",
        texts={"page": _TEXT},
    ),
    Bad(
        {"sources/page.yaml": _PAGE.replace("label: Plans", "label: Outlook"), "projects/pilot.yaml": _LINE % "90"},
        at=("sources/page.yaml", 11, 27),
        message="the heading 'Outlook' is not found in the text of 'page#plans': the label is no heading of the text",
        texts={"page": _TEXT},
    ),
)
GOOD = (
    Good({"sources/page.yaml": _PAGE, "projects/pilot.yaml": _LINE % "90"}, texts={"page": _TEXT}),
    Good(
        {
            "sources/page.yaml": _PAGE,
            "projects/pilot.yaml": _LINE % "75, note: the page has three quarters of those who began",
        },
        texts={"page": _TEXT},
    ),
    Good({"sources/page.yaml": _PAGE, "projects/pilot.yaml": _LINE % "95"}, texts={"another": "Of another source.\n"}),
)


def hold(dataset: Dataset, texts: Path) -> Iterator[Fault]:
    """Look for what each line says in the texts of its sources."""
    from talentpart.lint.evidence import evidence  # Only who has texts pays for what reads them.

    return evidence(dataset, texts)
