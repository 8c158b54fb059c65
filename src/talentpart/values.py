"""Values that print themselves: partial days and amounts of money.

A day is never more exact than its source: it knows the earliest and the latest day it can be, and its precision.
"""

import calendar
import re
from decimal import Decimal

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

# Control characters are excluded by fullmatch, and [0-9] admits no other digits than these ten.
_DAY = re.compile(r"([0-9]{4})(?:-(?:(H[1-9])|(Q[1-9])|([0-9]{2})(?:-([0-9]{2}))?))?")
_AMOUNT = re.compile(r"([A-Z]{3}) ([0-9]+(?:\.[0-9]+)?)")
_LAST_MONTH = 12
_MILLION = 1_000_000
_BILLION = 1_000_000_000
_TENTH = Decimal("0.1")


class Day:
    """A day, month, quarter, half-year, year, or stretch from one to another, as written in a record.

    `earliest` and `latest` are ISO days (text that sorts); `precision` is one of day, month, quarter, half, year,
    stretch. Two days are equal when they were written alike. It is a plain class, not a dataclass, since msgspec
    would read a dataclass from a mapping instead of from text.
    """

    __slots__ = ("earliest", "latest", "precision", "text")

    def __init__(self, text: str, earliest: str, latest: str, precision: str) -> None:
        """Take the parts as `parse` found them."""
        self.text = text
        self.earliest = earliest
        self.latest = latest
        self.precision = precision

    def __eq__(self, other: object) -> bool:
        """Compare by what was written."""
        return isinstance(other, Day) and other.text == self.text

    def __hash__(self) -> int:
        """Follow equality."""
        return hash(self.text)

    def __repr__(self) -> str:
        """Print as a call that makes it."""
        return f"Day.parse({self.text!r})"

    @classmethod
    def parse(cls, text: str) -> "Day":
        """Read `2023`, `2023-06`, `2023-06-08`, `2024-H2`, `2024-Q3` or two of these joined by `/`.

        Raises ValueError with a sentence that names what is wrong (`no month 13`).
        """
        if text.count("/") == 1:
            return cls._stretch(text)
        match = _DAY.fullmatch(text)
        if match is None:
            message = f"'{text}' is no day; write YYYY, YYYY-MM, YYYY-MM-DD, YYYY-H1, YYYY-Q1 or two of them with /"
            raise ValueError(message)
        year, half, quarter, month, day = match.groups()
        if year == "0000":
            message = "no year 0000"
            raise ValueError(message)
        if half:
            return cls._months(text, year, half, 2, "half")
        if quarter:
            return cls._months(text, year, quarter, 4, "quarter")
        if month is None:
            return cls(text, f"{year}-01-01", f"{year}-12-31", "year")
        return cls._within_month(text, year, month, day)

    @classmethod
    def _stretch(cls, text: str) -> "Day":
        first, _, last = text.partition("/")
        start, end = cls.parse(first), cls.parse(last)
        if end.latest < start.earliest:
            message = f"'{text}' ends before it starts"
            raise ValueError(message)
        return cls(text, start.earliest, end.latest, "stretch")

    @classmethod
    def _within_month(cls, text: str, year: str, month: str, day: str | None) -> "Day":
        if not 1 <= int(month) <= _LAST_MONTH:
            message = f"no month {month}"
            raise ValueError(message)
        days = calendar.monthrange(int(year), int(month))[1]
        if day is None:
            return cls(text, f"{text}-01", f"{text}-{days:02}", "month")
        if not 1 <= int(day) <= days:
            message = f"no day {day} in {MONTHS[int(month) - 1]} {year}"
            raise ValueError(message)
        return cls(text, text, text, "day")

    @classmethod
    def _months(cls, text: str, year: str, letter: str, parts: int, precision: str) -> "Day":
        number = int(letter[1])
        if number > parts:
            message = f"no {precision} {letter}"
            raise ValueError(message)
        length = _LAST_MONTH // parts
        first, last = (number - 1) * length + 1, number * length
        days = calendar.monthrange(int(year), last)[1]
        return cls(text, f"{year}-{first:02}-01", f"{year}-{last:02}-{days:02}", precision)

    def within(self, other: "Day") -> bool:
        """Tell whether this day lies wholly inside the other."""
        return other.earliest <= self.earliest and self.latest <= other.latest

    def __str__(self) -> str:
        """Print as people write it: `8 July 2022`, `June 2023`, `second half of 2024`, `2021 to 2027`."""
        if self.precision == "stretch":
            first, _, last = self.text.partition("/")
            return f"{Day.parse(first)} to {Day.parse(last)}"
        year = self.text[:4]
        if self.precision == "year":
            return year
        if self.precision == "half":
            return f"{('first', 'second')[int(self.text[-1]) - 1]} half of {year}"
        if self.precision == "quarter":
            return f"{('first', 'second', 'third', 'fourth')[int(self.text[-1]) - 1]} quarter of {year}"
        month = MONTHS[int(self.text[5:7]) - 1]
        return f"{month} {year}" if self.precision == "month" else f"{int(self.text[8:])} {month} {year}"


class Amount:
    """An amount of money in one currency (ISO 4217), as exact as it was written."""

    __slots__ = ("currency", "number")

    def __init__(self, currency: str, number: Decimal) -> None:
        """Take the currency's code and the number of units."""
        self.currency = currency
        self.number = number

    def __eq__(self, other: object) -> bool:
        """Compare currency and number."""
        return isinstance(other, Amount) and (other.currency, other.number) == (self.currency, self.number)

    def __hash__(self) -> int:
        """Follow equality."""
        return hash((self.currency, self.number))

    def __repr__(self) -> str:
        """Print as a call that makes it."""
        return f"Amount.parse({self.written!r})"

    @classmethod
    def parse(cls, text: str) -> "Amount":
        """Read `EUR 1496448.50`: a currency, one space, a plain decimal. Raises ValueError with a sentence."""
        match = _AMOUNT.fullmatch(text)
        if match is None:
            message = f"'{text}' is no amount; write a currency, a space and plain digits, such as EUR 1496448.50"
            raise ValueError(message)
        return cls(match[1], Decimal(match[2]))

    @property
    def written(self) -> str:
        """Give the form that stands in a record."""
        return f"{self.currency} {self.number:f}"

    def __str__(self) -> str:
        """Print as people write it, losing nothing: `EUR 17.6 million`, `EUR 79,462 million`, `EUR 1,496,448.50`."""
        for unit, name in ((_BILLION, "billion"), (_MILLION, "million")):
            count = self.number / unit
            if self.number >= unit and count == count.quantize(_TENTH):
                return f"{self.currency} {count.quantize(_TENTH).normalize():,f} {name}"
        return f"{self.currency} {self.number:,f}"
