"""A file cannot be read as text.

What: The file is not UTF-8, has a control character in it, begins with a byte order mark (a warning), or cannot be
opened at all.

Why: What stands in it is not what people see in it, and other programs read something else.

How to mend: Save the file as UTF-8 without a byte order mark; most editors call it just that.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": b"source: report\nnames: [C\xf4te]\n"},
        at=("projects/pilot.yaml", 2, 10),
        message="byte 0xf4 at 2:10 is not UTF-8 (looks like Latin-1: ô)",
    ),
    Bad(
        {"projects/pilot.yaml": b"\xef\xbb\xbfsource: report\n"},
        at=("projects/pilot.yaml", 1, 1),
        message="the file starts with a byte order mark; save it as UTF-8 without one",
        warning=True,
    ),
    Bad(
        {"projects/pilot.yaml": b"source: report\nnames: [a\x00b]\n"},
        at=("projects/pilot.yaml", 2, 10),
        message="control character U+0000 is no text; take it out",
    ),
)
GOOD = (Good({"projects/pilot.yaml": "source: report\nnames: [Côte]\n"}),)
