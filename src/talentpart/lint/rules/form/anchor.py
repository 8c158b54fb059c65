"""A file points into itself.

What: An anchor (`&name`) or an alias (`*name`) stands in the file.

Why: A few lines of aliases can unfold into gigabytes, and a record should say what it says where it says it.

How to mend: Write the value out at each place; or quote it, if the sign is meant as text.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": "source: &r report\nmobility: work\n"},
        at=("projects/pilot.yaml", 1, 9),
        message="'&r' is an anchor, and records hold none",
    ),
)
GOOD = (Good({"projects/pilot.yaml": 'source: report\nnames: ["R&D"]\n'}),)
