"""A value is of another kind than its field.

What: Text stands where a number should, a number where text should, or nothing at all.

Why: A version 3.10 that is read as a number becomes 3.1, and nothing is not a value.

How to mend: Quote what should be text; write numbers plainly; leave a field out when it has no value, and say why
under `missing`.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": "source: report\nfigures:\n  - {measure: trained, value: many}\n"},
        at=("projects/pilot.yaml", 3, 31),
        message="expected a number in 'value', found text ('many')",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report\nmobility: {value: work, note: 3.10}\n"},
        at=("projects/pilot.yaml", 2, 31),
        message="expected text in 'note', found a number (3.10); quote it",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report\nnames:\n"},
        at=("projects/pilot.yaml", 2, 1),
        message="expected text, a group of fields or a list in 'names', found nothing",
    ),
)
GOOD = (Good({"projects/pilot.yaml": "source: report\nfigures:\n  - {measure: trained, value: 9}\n"}),)
