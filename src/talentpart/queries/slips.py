"""Slips of magnitude: a number that is about a thousand or a million times another."""

from decimal import Decimal

from talentpart.model.lines import Line
from talentpart.queries.agree import span

_FACTORS = (1000, 1_000_000)
# Two counts of one thing differ by a quarter easily, hardly by more.
_NEAR = Decimal("1.25")


def slip(one: Line, other: Line) -> int:
    """Give by how much the number of one line is the other's, 1000 or 1000000, whichever is larger; else 0."""
    first, second = span(one), span(other)
    if first is None or second is None:
        return 0
    low, high = sorted((first[1], second[1]))
    if not low:
        return 0
    return next((factor for factor in _FACTORS if factor / _NEAR <= high / low <= factor * _NEAR), 0)
