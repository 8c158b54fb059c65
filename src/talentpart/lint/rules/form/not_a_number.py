"""A number is none.

What: The value is `.nan` or `.inf`, or too large to be held.

Why: It passes every comparison and spoils every sum, and JSON has no word for it.

How to mend: Leave the field out and say under `missing` why.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": "source: report\nfigures:\n  - {measure: trained, value: .nan}\n"},
        at=("projects/pilot.yaml", 3, 31),
        message=".nan is no number that a record can hold; write plain digits",
    ),
)
GOOD = (Good({"projects/pilot.yaml": "source: report\nfigures:\n  - {measure: trained, value: 9}\n"}),)
