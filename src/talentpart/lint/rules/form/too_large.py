"""A file is larger or deeper than any record.

What: The file has more than 256 KiB, or lists and mappings more than 40 deep.

Why: No honest record comes near; what does is a mistake, or made to stop the program.

How to mend: Split the record, or take out what came in by mistake.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": "source: report\nnames: " + "[" * 50 + "]" * 50 + "\n"},
        at=("projects/pilot.yaml", 2, 47),
        message="the file nests deeper than 40 levels; a record needs four",
    ),
)
GOOD = (Good({"projects/pilot.yaml": "source: report\nnames: [Pilot]\n"}),)
