"""A field is missing without which the record says nothing.

What: A mapping lacks a field that its schema requires.

Why: A figure without a measure, or a source without the day on which it was read, cannot be used for anything.

How to mend: Add the field; the finding says what it is for.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": "source: report\nfigures:\n  - {value: 9}\n"},
        at=("projects/pilot.yaml", 3, 5),
        message="'measure' is missing in 'figures' (what is counted)",
    ),
    Bad(
        {"countries/xanadu/roadmap.yaml": "source: report\nstatus: endorsed\n"},
        at=("countries/xanadu/roadmap.yaml", 1, 1),
        message="'partnership' is missing (the partnership, by the id of its record)",
    ),
)
GOOD = (Good({"projects/pilot.yaml": "source: report\nfigures:\n  - {measure: trained, value: 9}\n"}),)
