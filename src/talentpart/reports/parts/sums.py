"""Sums of money in words, at the unit of their coarsest part, and the amounts that a total rests on."""

from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Decimal

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Money
from talentpart.page import Cited
from talentpart.queries.money import Total, add, planned_beside
from talentpart.reports.parts.cite import of_lines
from talentpart.reports.parts.said import equal
from talentpart.values import Amount

# A rounded amount is printed as its source prints it, without "about".
_LOOSE = frozenset({"about", "nearly"})


def sum_text(totals: Iterable[Total]) -> str:
    """Add totals, each currency on its own, and print the sum at the unit of its coarsest part.

    It is "about" where a part of it is.
    """
    kept = list(totals)
    texts = []
    for currency, (low, high, unit) in add(kept).items():
        bottom = _rounded(currency, low, unit)
        if high is None:
            texts.append(f"at least {bottom}")
        elif high == low:
            best = [each.answer.best for each in kept if each.currency == currency]
            loose = any(line is not None and line.bound in _LOOSE for line in best)
            texts.append(f"{'about ' if loose else ''}{bottom}")
        else:
            top = _rounded(currency, high, unit)
            texts.append(f"about {bottom}" if top == bottom else _range(str(bottom), str(top)))
    return " and ".join(texts)


def cells(dataset: Dataset, found: Total, words: Callable[[Money], str], *, every: bool = False) -> list[Cited]:
    """Give the amounts that a total rests on: of those left open each text once, on all its sources; of a sum each.

    Behind a sum stands what others are planned to add, which is not in it.
    """
    lines = found.answer.lines if found.answer.open or found.summed else found.answer.lines[:1]
    groups = [(words(line), [line]) for line in lines] if found.summed else list(equal(lines, lines, words).items())
    starred = found.answer.differs and not found.summed
    groups += [(f"planned {words(line).removeprefix('planned ')}", [line]) for line in planned_beside(found)]
    return [
        Cited(same[0].amount, of_lines(dataset, same), text=text, starred=starred, every=every, name="amount")
        for text, same in groups
    ]


def _range(bottom: str, top: str) -> str:
    """Join two amounts, the currency and what is counted in once where they share them: `EUR 28 to 33 million`."""
    currency, low, *unit = bottom.split()
    _, high, *same = top.split()
    return f"{currency} {low} to {high} {unit[0]}" if unit and unit == same else f"{bottom} to {top}"


def _rounded(currency: str, number: Decimal, unit: Decimal) -> Amount:
    rounded = (number / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit
    # Money has no tenths: a sum of whole units has no decimals, any other has cents.
    whole = rounded == rounded.to_integral_value()
    return Amount(currency, rounded.quantize(Decimal(1) if whole else Decimal("0.01")))
