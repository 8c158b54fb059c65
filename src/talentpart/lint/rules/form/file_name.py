"""The name of a file cannot be an id.

What: A file's name, which is the id of its record, has other signs than a to z, 0 to 9 and the hyphen, or starts with
a hyphen.

Why: Ids stand in paths, addresses and command lines, and have to survive every file system.

How to mend: Rename it, in small letters with hyphens between words, and what refers to it.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/My Pilot.yaml": "source: report\n"},
        at=("projects/My Pilot.yaml", 0, 0),
        message="the id 'My Pilot' is not made of a-z, 0-9 and - alone",
    ),
)
GOOD = (Good({"projects/my-pilot.yaml": "source: report\n"}),)
