"""The forms in which people print a value: numbers, amounts of money, shares, spans and ordinals; days have their own.

A form is plain text. A blank in it stands for any white space of a text, `…` for up to three words in between.
"""

from dataclasses import dataclass
from decimal import Decimal

from talentpart.values import Amount, Day
from talentpart.verify.days import day_forms, ending

WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
ORDINALS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip
_MARKS = {
    "EUR": ("EUR", "€", "euro", "euros", "Euro", "Euros"), "USD": ("USD", "US$", "$"), "GBP": ("GBP", "£"),
    "JPY": ("JPY", "¥"),
}  # fmt: skip
_SCALES = (
    (10**9, ("billion", "bn")), (10**6, ("million", "mn", "m", "mio")), (10**3, ("thousand", "k")),
)  # fmt: skip
_MOST_PLACES = 3
_GROUP = 3
_MONTHS = 12
# A long number is hardly printed by chance, so it may stand apart from its currency, as in a table.
_LONG = 10_000
_SHARES = {Decimal(50): ("half",)}


@dataclass(frozen=True, slots=True)
class Percent:
    """A share in percent."""

    number: Decimal


@dataclass(frozen=True, slots=True)
class Span:
    """From one number to another, in a unit (months may be printed as years)."""

    low: Decimal
    high: Decimal
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Ordinal:
    """Which one in a row of things of that name: the second roundtable."""

    number: int
    thing: str


Printed = Day | Amount | Percent | Span | Ordinal | Decimal


def forms(value: Printed) -> tuple[str, ...]:
    """Give every form in which a value may be printed, the commonest first."""
    match value:
        case Day():
            found = day_forms(value)
        case Amount():
            found = _amount(value)
        case Percent():
            found = _percent(value.number)
        case Span():
            found = _span(value)
        case Ordinal():
            found = _ordinal(value)
        case _:
            found = _number(value)
    return tuple(dict.fromkeys(found))


def in_words(number: Decimal) -> tuple[str, ...]:
    """Give the words for a small whole number: `five`; none for others."""
    small = number == number.to_integral_value() and 0 <= number < len(WORDS)
    return (WORDS[int(number)],) if small else ()


def _number(number: Decimal) -> list[str]:
    return [*_digits(number), *_scaled(number)]


def _digits(number: Decimal) -> list[str]:
    """Give a number in full: `1496448.50`, `1,496,448.50`, `1 496 448,50`."""
    whole, _, part = f"{_plain(number):f}".partition(".")
    parts = [part, part.ljust(2, "0")] if part else ["", "00"]
    found = []
    for each in parts:
        tail = f".{each}" if each else ""
        comma = f",{each}" if each else ""
        found.append(whole + tail)
        if each and len(each) != _GROUP:
            found.append(whole + comma)
        if len(whole) > _GROUP:
            found += [f"{_grouped(whole, sign)}{tail}" for sign in (",", " ", "'")]
            found += [f"{_grouped(whole, ' ')}{comma}"] if each else []
            # One dot alone may be a decimal point: 1.500 is no sure 1500.
            if each or len(whole) > 2 * _GROUP:
                found.append(f"{_grouped(whole, '.')}{comma}")
    return found


def _scaled(number: Decimal) -> list[str]:
    found = []
    for scale, words in _SCALES:
        size = _plain(number / scale)
        places = -int(size.as_tuple().exponent) if size.as_tuple().exponent else 0
        if number >= scale and places <= _MOST_PLACES:
            texts = dict.fromkeys((f"{size:f}", f"{size:f}".replace(".", ","), f"{size:.1f}" if places <= 1 else ""))
            found += [f"{text}{gap}{word}" for text in texts if text for word in words for gap in (" ", "")]
    return found


def _amount(amount: Amount) -> list[str]:
    marks = _MARKS.get(amount.currency, (amount.currency,))
    numbers = _number(amount.number)
    # What people read first, so that a report names the form that they expect.
    numbers.sort(key=lambda text: not text.endswith("million"))
    found = [f"{mark} {number}" for mark in marks for number in numbers]
    found += [f"{mark}{number}" for mark in marks for number in numbers]
    found += [f"{number}{gap}{mark}" for mark in marks for number in numbers for gap in (" ", "")]
    return found + (_digits(amount.number) if amount.number >= _LONG else [])


def _percent(number: Decimal) -> list[str]:
    texts = [f"{_plain(number):f}", f"{_plain(number):f}".replace(".", ",")]
    found = [f"{text}{sign}" for text in texts for sign in ("%", " %", " per cent", " percent")]
    return found + list(_SHARES.get(_plain(number), ()))


def _span(span: Span) -> list[str]:
    found = _between(span.low, span.high)
    if span.unit == "months" and not span.low % _MONTHS and not span.high % _MONTHS:
        found += [f"{each} years" for each in _between(span.low / _MONTHS, span.high / _MONTHS)]
    return found


def _between(low: Decimal, high: Decimal) -> list[str]:
    pairs = [(f"{_plain(low):f}", f"{_plain(high):f}")]
    pairs += [(first, last) for first in in_words(low) for last in in_words(high)]
    joins = ("{}-{}", "{} - {}", "{}\u2013{}", "{} \u2013 {}", "{} to {}", "{}-to-{}", "between {} and {}", "{} or {}")
    return [join.format(first, last) for first, last in pairs for join in joins]


def _ordinal(ordinal: Ordinal) -> list[str]:
    number, thing = ordinal.number, ordinal.thing
    words = [ORDINALS[number]] if 0 < number < len(ORDINALS) else []
    words.append(f"{number}{ending(number)}")
    found = [f"{word}{gap}{thing}{end}" for end in ("", "s") for gap in (" ", "…") for word in words]
    return [*found, f"{thing} {number}", f"{thing} no. {number}"]


def _grouped(whole: str, sign: str) -> str:
    return f"{int(whole):,}".replace(",", sign)


def _plain(number: Decimal) -> Decimal:
    """Give a number without zeros at its end and without an exponent."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
