"""The name of a file is one that Windows keeps for itself.

What: The id is con, prn, aux, nul, com1 or a like name.

Why: A checkout of the dataset fails on Windows.

How to mend: Choose another id, say with the country added.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/con.yaml": "source: report\n"},
        at=("projects/con.yaml", 0, 0),
        message="the id 'con' is a name that Windows keeps for a device",
    ),
)
GOOD = (Good({"projects/con-artists.yaml": "source: report\n"}),)
