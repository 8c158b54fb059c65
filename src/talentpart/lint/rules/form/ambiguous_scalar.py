"""Another YAML reader would take this value for something else.

What: An unquoted value is text here and a boolean, number or day to others: `NO`, `on`, `2024-05-01`, `12:30`, `010`,
`1_000`; or a day is written as a number: `2024`.

Why: The files are read by other programs too, and Norway became false in one of them.

How to mend: Put it into double quotes.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": "source: report\nevents:\n  - {type: start, date: 2024-05-01}\n"},
        at=("projects/pilot.yaml", 3, 25),
        message="2024-05-01 is a date to YAML 1.1 readers: quote it",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report\nevents:\n  - {type: start, date: 2024}\n"},
        at=("projects/pilot.yaml", 3, 25),
        message="2024 is a number to YAML readers: quote it",
    ),
    Bad(
        {"projects/pilot.yaml": 'source: report\ncorridors:\n  - {origin: NO, destination: "XB"}\n'},
        at=("projects/pilot.yaml", 3, 14),
        message="NO is a boolean to YAML 1.1 readers: quote it",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report\nevents:\n  - {type: start, part: 010}\n"},
        at=("projects/pilot.yaml", 3, 25),
        message="010 is the number 8 to YAML 1.1 readers and the number 10 to YAML 1.2 readers: quote it",
    ),
)
GOOD = (Good({"projects/pilot.yaml": 'source: report\nevents:\n  - {type: start, date: "2024-05-01"}\n'}),)
