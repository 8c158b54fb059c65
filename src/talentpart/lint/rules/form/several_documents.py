"""A file holds more than one document.

What: A line `---` or `...` ends the first record and begins another.

Why: One file is one record, whose id is the file's name; of the second nobody would know how it is called.

How to mend: Put the second record into a file of its own.

Fine when: Never; a single `---` before the record is fine.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": "source: report\n---\nsource: report\n"},
        at=("projects/pilot.yaml", 2, 1),
        message="a file holds one record, and a second document starts here",
    ),
)
GOOD = (Good({"projects/pilot.yaml": "---\nsource: report\n"}),)
