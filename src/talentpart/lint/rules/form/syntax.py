"""A file is not YAML.

What: The text breaks the rules of YAML at this place: a colon inside unquoted text, a bracket or a quotation mark that
is not closed, indentation that does not fit, a tab, the marks of a merge conflict.

Why: Nothing of the file can be read.

How to mend: Look at the place and just before it. Text that contains `: ` or ` #`, or begins with a bracket, a quote
or one of `*&!|>%@`, must be quoted.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": "source: report\nnames:\n  - text: Talent Partnership: Egypt\n"},
        at=("projects/pilot.yaml", 3, 29),
        message="a second ': ' stands in one value",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report\nnames:\n\t- text: Pilot\n"},
        at=("projects/pilot.yaml", 3, 1),
        message="a tab stands in the indentation",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report\nnames: [Pilot\n"},
        at=("projects/pilot.yaml", 2, 8),
        message="this '[' is not closed anywhere",
    ),
)
GOOD = (Good({"projects/pilot.yaml": 'source: report\nnames:\n  - text: "Talent Partnership: Egypt"\n'}),)
