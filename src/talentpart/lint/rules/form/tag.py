"""A value carries a YAML tag.

What: A tag such as `!!set` or `!secret` stands before a value.

Why: Tags make readers build other things than text, numbers and lists.

How to mend: Take it out; or quote the value, if the sign is meant as text.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": "source: !!str report\n"},
        at=("projects/pilot.yaml", 1, 9),
        message="this is a tag, and records hold none",
    ),
)
GOOD = (Good({"projects/pilot.yaml": "source: report\n"}),)
