"""A record cannot be put together.

What: The schema has nothing against the value, and the program still cannot take it: a whole number that is written
with a point, say.

Why: The record cannot be read, and every command that needs it stops.

How to mend: Look at the place that the finding names; `talentpart schema project --format markdown` says what may
stand there.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": "source: report\nevents:\n  - {type: roundtable, number: 1.0}\n"},
        at=("projects/pilot.yaml", 3, 32),
        message="expected a whole number in 'number', found one with a point",
    ),
)
GOOD = (Good({"projects/pilot.yaml": "source: report\nevents:\n  - {type: roundtable, number: 1}\n"}),)
