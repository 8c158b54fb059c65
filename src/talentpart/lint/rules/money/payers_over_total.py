"""The payers give more than the whole.

What: What one payer gives, or all of them together, is more than the total that stands beside it: in one currency, of
one type and period, of the same part, on the same basis.

Why: Both are shown, one as a part of the other, and a total that is smaller than its parts is wrong.

How to mend: Hold the amounts against their sources: mostly a digit was mistyped; or the total is of a part (`part`), or
what a payer gives is for more than this record (`scope: wider`).

Fine when: Never; if sources differ so much, put `money` under `conflicts`, or set one line aside, with the reason.
"""

from collections.abc import Iterator
from decimal import Decimal

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Money
from talentpart.queries.payers import over_total
from talentpart.queries.slips import slip
from talentpart.values import Day

SEVERITY = Severity.ERROR
_MONEY = "source: report\nmoney:\n  - {amount: EUR 3000000}\n  - {payer: fund, amount: EUR %s}\n%s"
_AGENCY = "  - {payer: agency, amount: EUR 1000000}\n"
BAD = (
    Bad(
        {"projects/pilot.yaml": _MONEY % ("30000000", "")},
        at=("projects/pilot.yaml", 4, 27),
        message="fund gives EUR 30 million, more than the whole of EUR 3 million",
    ),
    Bad(
        {"projects/pilot.yaml": _MONEY % ("2500000", _AGENCY)},
        at=("projects/pilot.yaml", 5, 29),
        message="fund and agency give EUR 3.5 million together, more than the whole of EUR 3 million",
    ),
)
GOOD = (
    Good({"projects/pilot.yaml": _MONEY % ("2000000", _AGENCY)}),
    Good({"projects/pilot.yaml": _MONEY % ("30000000, scope: wider", "")}),
    Good({"projects/pilot.yaml": _MONEY % ("30000000, part: courses", "")}),
    Good(
        {
            "projects/pilot.yaml": _MONEY % ("3500000", "")
            + "conflicts:\n  - {field: [money.total, money.fund], because: two reports}\n"
        }
    ),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Hold what payers give against the highest total of the same whole."""
    for entry in dataset.entries.values():
        for given, most in over_total(dataset, entry.record):
            last = given[-1]
            related = ((most, "the whole"), *((line, f"{line.payer} gives") for line in given[:-1]))
            yield Fault(_said(given, most), entry.record, last, ("amount",), hint=_hint(last, most), related=related)


def _said(given: list[Money], most: Money) -> str:
    if len(given) == 1:
        return f"{given[0].payer} gives {given[0].amount}, more than the whole of {most.amount}"
    amounts = [line.amount for line in given if line.amount]
    summed = type(amounts[0])(amounts[0].currency, sum((each.number for each in amounts), Decimal(0)))
    named = f"{', '.join(str(line.payer) for line in given[:-1])} and {given[-1].payer}"
    return f"{named} give {summed} together, more than the whole of {most.amount}"


def _hint(line: Money, most: Money) -> str:
    factor = slip(line, most)
    return f"one is about {factor:,} times the other: look for a slip of the pen" if factor else ""
