"""A line is ranked without a reason.

What: A line has `rank: preferred` or `rank: set-aside`, and no `because`.

Why: Which of two sources to believe is a judgement, and a reader can only check it when its reason stands beside it.

How to mend: Add `because`, in one line of your own words.

Fine when: Never.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.queries.paths import lines_of
from talentpart.values import Day

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": "source: report\nfigures:\n  - {measure: trained, value: 9, rank: preferred}\n"},
        at=("projects/pilot.yaml", 3, 40),
        message="this line is preferred without a reason; say why under because",
    ),
)
GOOD = (
    Good(
        {
            "projects/pilot.yaml": (
                "source: report\nfigures:\n  - {measure: trained, value: 9, rank: preferred, because: it is newer}\n"
            )
        }
    ),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Look at each line that has a rank."""
    for entry in dataset.entries.values():
        for _, line in lines_of(entry.record):
            if line.rank and not line.because:
                what = "preferred" if line.rank == "preferred" else "set aside"
                yield Fault(
                    f"this line is {what} without a reason; say why under because", entry.record, line, ("rank",)
                )
