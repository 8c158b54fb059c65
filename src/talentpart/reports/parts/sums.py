"""Sums of money in words, at the unit of their coarsest part, and the amounts that a total rests on."""

from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Decimal

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Money
from talentpart.page import Cited, Part
from talentpart.queries.money import Total, add, planned_beside
from talentpart.reports.parts.cite import of_lines
from talentpart.reports.parts.said import equal
from talentpart.reports.parts.words import hedged
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


def amounts(dataset: Dataset, found: Total) -> list[Part]:
    """Give the amounts that a total rests on: those left open joined by "or", those of several payers by "and"."""
    parts: list[Part] = ["at least "] if found.summed else []
    for index, each in enumerate(cells(dataset, found, lambda line: str(line.amount))):
        parts += [" and " if found.summed else " or "] if index else []
        parts.append(each)
    return parts


def cells(dataset: Dataset, found: Total, written: Callable[[Money], str], *, every: bool = False) -> list[Cited]:
    """Give the amounts that a total rests on: of those left open each text once, on all its sources; of a sum each.

    Behind a sum stands what others are planned to add, which is not in it. `written` gives an amount without its bound.
    """

    def words(line: Money) -> str:
        return f"{'planned ' if line.basis == 'planned' else ''}{hedged(line, written(line))}"

    lines = found.answer.lines if found.answer.open or found.summed else found.answer.lines[:1]
    each_once = equal(lines, lines, words).items()
    groups = [(words(line), [line]) for line in (*lines, *planned_beside(found))] if found.summed else each_once
    starred = found.answer.differs and not found.summed
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
