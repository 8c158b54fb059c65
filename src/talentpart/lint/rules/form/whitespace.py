"""Blanks or line ends are not as in the other files.

What: A line ends in blanks or in the signs of Windows or old Macs, or the file does not end in a line break.

Why: Changes that nobody sees hide the ones that count in a diff.

How to mend: Let the editor trim trailing blanks, end lines with LF, and end files with one line break.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.WARNING
BAD = (
    Bad(
        {"projects/pilot.yaml": "source: report  \n"},
        at=("projects/pilot.yaml", 1, 15),
        message="blanks stand at the end of the line; take them out",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report"},
        at=("projects/pilot.yaml", 1, 15),
        message="the file does not end with a line end; add one",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report\r\n"},
        at=("projects/pilot.yaml", 1, 15),
        message="lines end in CRLF; end them with LF",
    ),
)
GOOD = (Good({"projects/pilot.yaml": "source: report\n"}),)
