"""What is looked for of figures and money: the number in its forms, or the printed words that stand for it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Figure, Line, Money, Number
from talentpart.values import Day
from talentpart.verify.find import found
from talentpart.verify.forms import WORDS, Percent, Printed, Span, forms, in_words
from talentpart.verify.look import Look, named, unchecked, words
from talentpart.verify.names import printed_names

NOTHING = "no number is given"
_HOLDS_NUMBER = re.compile(rf"[0-9]|\b(?:half|{'|'.join(WORDS)})\b", re.IGNORECASE)


def value_looks(what: str, sought: str, printed: tuple[str, ...], line: Line) -> Iterator[Look]:
    """Look for a value in its forms; where the line has printed words, for these, if they say the value.

    Words without a number (`annual`) are taken at their word.
    """
    if not line.as_stated:
        yield Look(what, sought, printed)
    elif _HOLDS_NUMBER.search(line.as_stated) and not found(line.as_stated, printed):
        yield Look(what, sought, fault=f"the printed words '{line.as_stated}' do not say it")
    else:
        # In a heading the words may be in capitals.
        yield Look("words", line.as_stated, (line.as_stated,))


def figure_looks(dataset: Dataset, line: Figure) -> Iterator[Look]:
    """Give what is looked for of a figure: number, span, amount or share, and its period."""
    item = dataset.codes("measures").get(line.measure)
    unit = item.unit if item and item.unit else ""
    value = _value(line, unit)
    if value is not None:
        # A number printed as a word is found by the printed words, which then have to say it.
        said = in_words(value) if isinstance(value, Decimal) and line.as_stated else ()
        what = "percent" if isinstance(value, Percent) else "amount" if line.amount else "number"
        printed = (*forms(value), *said)
        yield from value_looks(what, str(line.amount) if line.amount else printed[0], printed, line)
    else:
        yield words(line.as_stated) if line.as_stated else unchecked("number", NOTHING)
    yield from _period(line.period)


def money_looks(dataset: Dataset, line: Money, source: str) -> Iterator[Look]:
    """Give what is looked for of a line on money: amount or share, who pays, through whom, and for which time."""
    if line.amount is not None:
        yield from value_looks("amount", str(line.amount), forms(line.amount), line)
    elif line.percent is not None:
        printed = forms(Percent(_decimal(line.percent)))
        yield from value_looks("percent", printed[0], printed, line)
    elif line.as_stated:
        yield words(line.as_stated)
    for what, who in (("payer", line.payer), ("through", line.through)):
        if who is not None:
            yield named(what, *printed_names(dataset, who, source))
    yield from _period(line.period)


def _value(line: Figure, unit: str) -> Printed | None:
    if line.value is not None:
        return _decimal(line.value)
    if line.percent is not None:
        return Percent(_decimal(line.percent))
    if line.min is not None and line.max is not None:
        return Span(_decimal(line.min), _decimal(line.max), unit)
    one = line.min if line.min is not None else line.max
    return line.amount if one is None else _decimal(one)


def _period(text: str | None) -> Iterator[Look]:
    if text is None:
        return
    try:
        day = Day.parse(text)
    except ValueError:
        yield Look("period", text, (text,))
    else:
        yield Look("period", str(day), forms(day))


def _decimal(number: Number) -> Decimal:
    return Decimal(str(number))
