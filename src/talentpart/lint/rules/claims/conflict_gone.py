"""A difference that is said to be open is none.

What: A path under `conflicts` names no line any more, or only lines that agree.

Why: Reports print an open conflict as a warning. One that has been settled, or moved, warns of nothing.

How to mend: Take the conflict out, or correct its path.

Fine when: Never.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Line
from talentpart.queries.agree import agree, is_share
from talentpart.queries.paths import match
from talentpart.queries.shape import odd_step
from talentpart.values import Day

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {
            "projects/pilot.yaml": (
                "source: report\nfigures:\n  - {measure: trained, value: 9}\n"
                "conflicts:\n  - {field: figures.moved, because: two counts}\n"
            )
        },
        at=("projects/pilot.yaml", 5, 13),
        message="nothing is said under figures.moved, so nothing is open there",
    ),
    Bad(
        {
            "projects/pilot.yaml": (
                "source: report\nfigures:\n  - {measure: trained, value: 9}\n"
                "  - {measure: trained, value: 9, source: report#table}\n"
                "conflicts:\n  - {field: figures.trained, because: two counts}\n"
            )
        },
        at=("projects/pilot.yaml", 6, 13),
        message="the lines under figures.trained agree, so nothing is open there",
    ),
)
GOOD = (
    Good(
        {
            "projects/pilot.yaml": (
                "source: report\nfigures:\n  - {measure: trained, value: 9}\n"
                "  - {measure: trained, value: 8, source: report#table}\n"
                "conflicts:\n  - {field: figures.trained, because: two counts}\n"
            )
        }
    ),
)
_COMPETE = frozenset({"status", "events", "figures", "money"})


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Look for a difference under each path; one that spans several paths, or words, is left to the reader."""
    for entry in dataset.entries.values():
        record = entry.record
        for index, conflict in enumerate(record.conflicts):
            steps = ("conflicts", index, "field")
            for path in conflict.field:
                lines = match(record, path)
                if not lines and odd_step(dataset, record, path) is None:
                    message = f"nothing is said under {path}, so nothing is open there"
                    yield Fault(message, record, steps=steps, word=path)
                elif len(conflict.field) == 1 and lines and _agreed(lines):
                    message = f"the lines under {path} agree, so nothing is open there"
                    yield Fault(message, record, steps=steps, word=path)


def _agreed(found: list[tuple[str, Line]]) -> bool:
    """Tell whether lines can all be true; words cannot be held against each other, nor a share against a number."""
    lines = [line for _, line in found if line.rank != "set-aside"]
    if any(name not in _COMPETE for name, _ in found) or len({is_share(line) for line in lines}) > 1:
        return False
    return all(agree(one, other) for i, one in enumerate(lines) for other in lines[i + 1 :])
