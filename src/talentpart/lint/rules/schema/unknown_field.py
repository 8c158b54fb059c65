"""A field has a name that no record of the kind has.

What: The key is not in the schema: it was mistyped, is indented under the wrong field, or belongs to another kind of
record.

Why: What stands in it is read by nobody.

How to mend: Take the nearest right name; `talentpart schema project --format markdown` lists the fields.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": "source: report\nmobilty: work\n"},
        at=("projects/pilot.yaml", 2, 1),
        message="unknown field 'mobilty'; did you mean 'mobility'?",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report\nfigures:\n  - {measure: trained, valu: 9}\n"},
        at=("projects/pilot.yaml", 3, 24),
        message="unknown field 'valu'; did you mean 'value'?",
    ),
)
GOOD = (Good({"projects/pilot.yaml": "source: report\nmobility: work\n"}),)
