"""A number is larger or smaller than it can be.

What: A count is below zero, a share above a hundred, a number of a meeting below one.

Why: It is a slip of the hand, and would be added up all the same.

How to mend: Hold it against the source.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": "source: report\nfigures:\n  - {measure: trained, value: -9}\n"},
        at=("projects/pilot.yaml", 3, 31),
        message="'value' is -9, and must be at least 0",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report\nmoney:\n  - {payer: fund, percent: 120}\n"},
        at=("projects/pilot.yaml", 3, 28),
        message="'percent' is 120, and must be at most 100",
    ),
)
GOOD = (Good({"projects/pilot.yaml": "source: report\nmoney:\n  - {payer: fund, percent: 95}\n"}),)
