"""A code is not in its list.

What: The value should be one of the codes of a codelist, and is none of them.

Why: What has a code of its own is counted apart, and found by no filter.

How to mend: Take the nearest right code; or add the new one to the list, with a label and a definition. Words as
printed go under `as_stated`.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": "source: report\nmobility: wrok\n"},
        at=("projects/pilot.yaml", 2, 11),
        message="'wrok' is no code of the list mobility; did you mean 'work'?",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report\nfigures:\n  - {measure: trained, value: 9, basis: plan}\n"},
        at=("projects/pilot.yaml", 3, 41),
        message="'plan' is no word for 'basis'; did you mean 'planned'?",
    ),
)
GOOD = (Good({"projects/pilot.yaml": "source: report\nmobility: work\n"}),)
