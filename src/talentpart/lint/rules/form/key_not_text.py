"""The name of a field is not a word.

What: A key is a number, a list or a mapping, or is empty.

Why: Fields are called by words; other readers turn such keys into something else, or fail.

How to mend: Quote it, if it is meant; mostly a bracket or a dash stands in the wrong place.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": "source: report\n? [a, b]\n: work\n"},
        at=("projects/pilot.yaml", 2, 3),
        message="the name of a field is text, and a list is none",
    ),
)
GOOD = (Good({"projects/pilot.yaml": "source: report\nmobility: work\n"}),)
