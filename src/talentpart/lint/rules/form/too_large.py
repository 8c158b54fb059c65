"""A file is larger or deeper than any record.

What: The file has more than 256 KiB, lists and mappings more than 40 deep, or a record of more than 1,000 lines. A
line that is said of each in a list counts as often as the list is long.

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
    Bad(
        {"projects/pilot.yaml": "source: report\nnames: [Pilot]\nnotes:\n" + "  - a\n" * 1_000},
        at=("projects/pilot.yaml", 3, 1),
        message="the record comes to 1001 lines, most of them in 'notes'; it may hold 1000",
    ),
)
GOOD = (Good({"projects/pilot.yaml": "source: report\nnames: [Pilot]\n"}),)
