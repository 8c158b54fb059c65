"""When do two lines say the same? Days, numbers and words, with their bounds."""

from decimal import Decimal

from talentpart.model.lines import Event, Figure, Line, Money, Status
from talentpart.values import Day

_ROUNDED = ("about", "rounded", "nearly")


def agree(one: Line, other: Line) -> bool:
    """Tell whether two lines of one thing can both be true; symmetric.

    Days agree when one lies within the other, or keeps to the other's `by`; numbers when they are equal, when one is
    the other rounded at its last digit that is not zero, or when one keeps to the other's bound. A share and a number
    do not compete, so they agree.
    """
    if isinstance(one, Status) and isinstance(other, Status):
        return one.value == other.value
    if isinstance(one, Event) and isinstance(other, Event):
        return _days_agree(one, other)
    if _currency(one) != _currency(other) and _currency(one) and _currency(other):
        return False
    first, second = span(one), span(other)
    if first is None or second is None or is_share(one) != is_share(other):
        return True
    return _fits(first, one.bound, second) or _fits(second, other.bound, first)


def is_share(line: Line) -> bool:
    """Tell whether a line states a percentage of a whole instead of a number."""
    return isinstance(line, Money | Figure) and line.percent is not None


def span(line: Line) -> tuple[Decimal, Decimal] | None:
    """Give the lowest and highest number that a line states as printed, its bound aside; None where it states none."""
    if isinstance(line, Money | Figure):
        if line.amount is not None:
            return line.amount.number, line.amount.number
        if line.percent is not None:
            return _exact(line.percent), _exact(line.percent)
    if isinstance(line, Figure):
        if line.value is not None:
            return _exact(line.value), _exact(line.value)
        if line.min is not None or line.max is not None:
            low = line.min if line.min is not None else line.max
            high = line.max if line.max is not None else line.min
            return _exact(low or 0), _exact(high or 0)
    return None


def bounds(line: Line) -> tuple[Decimal | None, Decimal | None]:
    """Give the lowest and highest number that a line allows; None stands for an open end.

    `about` and `rounded` allow half a unit of the last digit that is not zero to both sides, `nearly` below only.
    """
    found = span(line)
    if found is None:
        return None, None
    low, high = found
    if line.bound == "at-least":
        return low, None
    if line.bound == "at-most":
        return Decimal(0), high
    if line.bound in _ROUNDED:
        half = _unit(high) / 2
        return low - half, high + (0 if line.bound == "nearly" else half)
    return low, high


def exactness(line: Line) -> tuple[int, int, str]:
    """Give a key that puts the most exact line first: without bound, then the narrowest day or number."""
    if isinstance(line, Event):
        width = _width(line.date) if line.date else 10**6
        return (0 if line.bound is None else 1, width, line.date.text if line.date else "")
    low_high = span(line)
    if low_high is None:
        return (2, 0, "")
    trailing = len(str(int(low_high[0]))) - len(str(int(low_high[0])).rstrip("0"))
    return (0 if line.bound is None else 1, trailing, str(low_high[0]))


def _currency(line: Line) -> str:
    return line.amount.currency if isinstance(line, Money | Figure) and line.amount else ""


def _exact(number: float) -> Decimal:
    return Decimal(str(number))


def _unit(number: Decimal) -> Decimal:
    """Give the place value of the last digit that is not zero: 1,500,000 is known to 100,000."""
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def _fits(stated: tuple[Decimal, Decimal], bound: str | None, value: tuple[Decimal, Decimal]) -> bool:
    """Tell whether a value keeps to what is stated with its bound."""
    low, high = stated
    if value[0] >= low and value[1] <= high:
        return True
    if bound == "at-least":
        return value[0] >= low
    if bound == "at-most":
        return value[1] <= high
    if bound in _ROUNDED:
        half = _unit(high) / 2
        return low - half <= value[0] and value[1] <= high + (0 if bound == "nearly" else half)
    return False


def _days_agree(one: Event, other: Event) -> bool:
    if one.date is None or other.date is None:
        return True
    if one.date.within(other.date) or other.date.within(one.date):
        return True
    return (one.bound == "by" and other.date.latest <= one.date.latest) or (
        other.bound == "by" and one.date.latest <= other.date.latest
    )


def _width(day: Day) -> int:
    order = {"day": 0, "month": 1, "quarter": 2, "half": 3, "year": 4, "stretch": 5}
    return order[day.precision]
