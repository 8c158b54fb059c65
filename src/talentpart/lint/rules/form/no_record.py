"""A file holds no record.

What: The file is empty, has only comments, or holds a word or a list where fields should stand.

Why: An empty file looks like a record to whoever counts files.

How to mend: Write the fields, a line each (`source: report`); or take the file out.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": "# to be written\n"},
        at=("projects/pilot.yaml", 0, 0),
        message="file holds no record; a record starts with the name of a field",
    ),
    Bad(
        {"projects/pilot.yaml": "- source: report\n"},
        at=("projects/pilot.yaml", 1, 3),
        message="file holds a list, not a record; a record starts with the name of a field",
    ),
)
GOOD = (Good({"projects/pilot.yaml": "source: report\n"}),)
