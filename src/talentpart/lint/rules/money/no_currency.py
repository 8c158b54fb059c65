"""An amount of money has no currency.

What: A bare number stands where an amount of money should, as a number or as text.

Why: Amounts in different currencies are never added, and a number without one cannot be shown or added to anything.

How to mend: Write the currency by its three letters (ISO 4217), a space and plain digits: `EUR 1500000`.

Fine when: Never. If the source gives no currency, put `money.amount` under `missing` and keep its words in a `note`.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": "source: report\nmoney:\n  - {amount: 1500000}\n"},
        at=("projects/pilot.yaml", 3, 14),
        message="1500000 in 'amount' has no currency; write an ISO 4217 code, a space and the plain number",
    ),
    Bad(
        {"projects/pilot.yaml": 'source: report\nmoney:\n  - {payer: fund, amount: EUR 900}\n  - amount: "1500.50"\n'},
        at=("projects/pilot.yaml", 4, 13),
        message="1500.50 in 'amount' has no currency; write EUR 1500.50, as elsewhere in this file",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report\nmoney: [EUR 9, CHF 9, 1500]\n"},
        at=("projects/pilot.yaml", 2, 23),
        message="1500 in 'money' has no currency; write an ISO 4217 code, a space and the plain number",
    ),
)
GOOD = (Good({"projects/pilot.yaml": "source: report\nmoney:\n  - {amount: EUR 1500000}\n"}),)
