"""A day, an amount, a path or an address is not written as such.

What: The text does not have the form of its field: a month 13, an amount without a currency or with signs between its
digits, an address that is none.

Why: It cannot be compared, added up or opened.

How to mend: Write days as "2024", "2024-06", "2024-06-11", "2024-H2" or "2024-Q3"; amounts as a currency, a space and
plain digits.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": 'source: report\nevents:\n  - {type: start, date: "2024-13"}\n'},
        at=("projects/pilot.yaml", 3, 25),
        message="no month 13",
    ),
    Bad(
        {"projects/pilot.yaml": 'source: report\nmoney:\n  - {amount: "EUR 3,000,000"}\n'},
        at=("projects/pilot.yaml", 3, 14),
        message="'EUR 3,000,000' is no amount; write a currency, a space and plain digits, such as EUR 1496448.50",
    ),
)
GOOD = (Good({"projects/pilot.yaml": "source: report\nmoney:\n  - {amount: EUR 3000000}\n"}),)
