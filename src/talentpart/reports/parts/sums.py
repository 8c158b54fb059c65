"""Sums of money in words, at the unit of their coarsest part."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from talentpart.queries.money import Total, add
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
            texts.append(f"{bottom} to {_rounded(currency, high, unit)}")
    return " and ".join(texts)


def _rounded(currency: str, number: Decimal, unit: Decimal) -> Amount:
    return Amount(currency, (number / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit)
