"""A comma in braces has cut a text in two.

What: Inside `{ }` a comma ends the value, and what follows became a key without a value: `{because: its page, after
closure}`.

Why: Half of the sentence is lost, and the other half is a field that nobody knows.

How to mend: Quote the text: `{because: "its page, after closure"}`; or write the line as a block.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": "source: report\nmobility: {value: work, note: first here, then there}\n"},
        at=("projects/pilot.yaml", 2, 43),
        message="a comma ends a value in braces, so 'then there' became a field without a value",
    ),
)
GOOD = (Good({"projects/pilot.yaml": 'source: report\nmobility: {value: work, note: "first here, then there"}\n'}),)
