"""An organisation does nothing in the records.

What: No record gives the organisation a role, an amount to pay or pass on, or a relation.

Why: Either a reference was mistyped into another organisation, or what it does was never entered.

How to mend: Enter what it does, with its source; or take the file out.

Fine when: The organisation is kept for what comes next: waive it until then.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.links import named
from talentpart.model.records import Organisation
from talentpart.values import Day

SEVERITY = Severity.WARNING
WHOLE = True
_BODY = "source: report\nnames: [Lonely Body]\nkind: agency\n"
BAD = (
    Bad(
        {"organisations/lonely.yaml": _BODY},
        at=("organisations/lonely.yaml", 1, 1),
        message="no record gives this organisation anything to do",
    ),
)
GOOD = (
    Good(
        {
            "organisations/lonely.yaml": _BODY,
            "projects/pilot.yaml": "source: report\norganisations:\n  - {organisation: lonely, role: lead}\n",
        }
    ),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Give each organisation that no link leads to."""
    used = named(dataset)
    for organisation in dataset.all(Organisation):
        if organisation.id not in used:
            yield Fault("no record gives this organisation anything to do", organisation)
