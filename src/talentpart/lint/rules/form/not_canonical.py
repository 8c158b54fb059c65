"""The file is not in canonical form.

What: Not one blank but none or several stand behind `:` or `,`; the code of a country stands without quotes; or empty
lines end the file.

Why: Where everybody writes the same way, a diff shows what was changed and nothing else; and a country without quotes
is the next NO.

How to mend: `talentpart fmt` writes the file in canonical form, and `talentpart lint --fix` mends this finding.

Fine when: Never; inside quoted and block text nothing is asked for.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.store.format import odd
from talentpart.store.parse import Document

SEVERITY = Severity.WARNING
BAD = (
    Bad(
        {"projects/pilot.yaml": "source:   report\n"},
        at=("projects/pilot.yaml", 1, 7),
        message="write one blank behind ':', not 3",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report\nmobility: [work,training]\n"},
        at=("projects/pilot.yaml", 2, 16),
        message="write one blank behind ','",
    ),
    Bad(
        {"projects/pilot.yaml": 'source: report\ncorridors: {origin: XA, destination: "XB"}\n'},
        at=("projects/pilot.yaml", 2, 21),
        message="XA is the code of a country, and those are always quoted",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report\n\n\n"},
        at=("projects/pilot.yaml", 2, 1),
        message="empty lines stand at the end of the file; take them out",
    ),
)
GOOD = (
    Good({"projects/pilot.yaml": 'source: report # one,  two\nnotes: ["a:  b,c"]\n'}),
    Good({"projects/pilot.yaml": "source: report\nnotes:\n  - >-\n    1,000:  one,two\n"}),
)


def look(document: Document) -> Iterator[Fault]:
    """Give what canonical form asks for beside what reading found, with its mend."""
    # Where a comma has cut a text or a number in two, a blank behind it is not what is missing.
    cut = {one.location.line for one in document.findings if one.rule == "comma-in-braces"}
    for each in odd(document):
        if each.where.line in cut and each.text == ", ":
            continue
        yield Fault(each.message, where=each.where, fix=each.text)
