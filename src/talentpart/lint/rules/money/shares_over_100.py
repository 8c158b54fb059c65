"""The shares of the payers come to more than the whole.

What: The percentages that payers bear of one total add up to more than 100, after all that rounding allows.

Why: A share becomes money in the reports, so together they would pay more than there is.

How to mend: Hold each share against its source: mostly a digit was mistyped, or a share is of another total (`part`,
`type`, `period`), or of the same money under another name (then `through` says so).

Fine when: Never; a share that is not believed is set aside with its reason.
"""

from collections.abc import Iterator
from decimal import Decimal

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.queries.payers import groups, least
from talentpart.queries.told_lists import money
from talentpart.values import Day

SEVERITY = Severity.ERROR
_SHARES = "source: report\nmoney:\n  - {payer: fund, percent: %s}\n  - {payer: agency, percent: %s%s}\n"
BAD = (
    Bad(
        {"projects/pilot.yaml": _SHARES % ("94.99", "50.1", "")},
        at=("projects/pilot.yaml", 4, 30),
        message="the shares of fund (94.99) and agency (50.1) come to 145.09% of the whole",
    ),
)
GOOD = (
    Good({"projects/pilot.yaml": _SHARES % ("94.99", "5.01", "")}),
    Good({"projects/pilot.yaml": _SHARES % ("67", "34", "")}),
    Good({"projects/pilot.yaml": _SHARES % ("94.99", "95", "")}),
    Good({"projects/pilot.yaml": _SHARES % ("94.99", "50.1", ", part: courses")}),
)
_WHOLE = 100


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Add up the shares that payers bear of one whole."""
    for entry in dataset.entries.values():
        lines = [line for line in money(entry.record) if line.percent is not None and line.amount is None]
        for group in groups(lines).values() if len(lines) > 1 else ():
            shares = [(line, low) for line, low in least(dataset, group) if line.percent is not None]
            room = sum((_half(Decimal(str(line.percent))) for line, _ in shares), Decimal(0))
            total = sum((low for _, low in shares), Decimal(0))
            if len(shares) > 1 and total - room > _WHOLE:
                named = " and ".join(f"{line.payer} ({line.percent})" for line, _ in shares)
                *others, last = [line for line, _ in shares]
                yield Fault(
                    f"the shares of {named} come to {total.normalize():f}% of the whole",
                    entry.record,
                    last,
                    ("percent",),
                    related=tuple((line, f"{line.payer}: {line.percent}%") for line in others),
                )


def _half(number: Decimal) -> Decimal:
    """Give half a unit of the last place of a number, which rounding may have added."""
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2
