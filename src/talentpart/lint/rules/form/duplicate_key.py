"""A field stands twice.

What: A mapping has the same key twice, perhaps in two spellings of the same letters.

Why: Most readers keep the last and drop the first in silence.

How to mend: Join the two lists under one key, or take one out.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": "source: report\nmobility: work\nmobility: training\n"},
        at=("projects/pilot.yaml", 3, 1),
        message="'mobility' stands twice here, in line 2 and in line 3",
    ),
)
GOOD = (Good({"projects/pilot.yaml": "source: report\nmobility: [work, training]\n"}),)
