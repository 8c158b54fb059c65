"""A character stands there that nobody sees.

What: The text has a no-break space, a zero-width or direction character, a line separator, or a curly quote where a
straight one should begin the value.

Why: Two values that look alike are not the same, and a search finds only one of them.

How to mend: Delete the character and type it anew.

Fine when: Never; letters with accents and other scripts are welcome.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": 'source: report\nnames: ["Pi\u200blot"]\n'},
        at=("projects/pilot.yaml", 2, 12),
        message="U+200B (zero width space) cannot be seen and changes what the text means",
    ),
    Bad(
        {"projects/pilot.yaml": "source:\u00a0report\n"},
        at=("projects/pilot.yaml", 1, 8),
        message="U+00A0 (no-break space) cannot be seen and changes what the text means",
    ),
)
GOOD = (Good({"projects/pilot.yaml": "source: report\nnames: [Pilóte]\n"}),)
