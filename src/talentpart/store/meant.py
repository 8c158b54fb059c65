"""What a value was surely meant to be that is not written as it should be: the nearest right day, amount or number.

Each gives a blank where nothing is sure, such as for 03/04/2023, which is one day to some and another to others.
"""

import re
from decimal import Decimal

from talentpart.values import MONTHS, Amount, Day

_LONG = 40
_QUOTES = "\"'\u201c\u201d\u2018\u2019 "
_YEAR_FIRST = re.compile(r"([0-9]{4})[-./]([0-9]{1,2})(?:[-./]([0-9]{1,2}))?")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-./])([0-9]{1,2})\2([0-9]{4})")
_IN_WORDS = re.compile(r"(?:([0-9]{1,2}) )?([A-Z][a-z]+) ([0-9]{4})")
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?:\.[0-9]{3}){2,}|[0-9]{1,3}(?:[ '\u00a0\u202f][0-9]{3})+")
_AMOUNT = re.compile(
    r"(?P<before>[\u20ac\u00a3]|[A-Za-z]{3})? ?(?P<number>[0-9][0-9.,'\u00a0\u202f]*)"
    r" ?(?P<times>million|billion)? ?(?P<behind>[\u20ac\u00a3]|[A-Za-z]{3})?"
)
_SIGNS = {"\u20ac": "EUR", "\u00a3": "GBP"}
_TIMES = {None: 1, "million": 10**6, "billion": 10**9}
_NOON = 12


def day(text: str) -> str:
    """Give the day that was meant by `2023-7`, `27-04-2023`, `December 2024` or two days with a dash between."""
    bare = text.strip(_QUOTES) if len(text) <= _LONG else ""
    ends = [each.strip() for each in re.split("[\u2013\u2014/]", bare)]
    found = "/".join(_one(each) or each for each in ends) if len(ends) == 2 else _one(bare)  # noqa: PLR2004 - from, to
    try:
        return Day.parse(found).text
    except ValueError:
        return ""


def _one(text: str) -> str:
    match = _YEAR_FIRST.fullmatch(text)
    if match is not None:
        return "-".join([match[1], *(each.zfill(2) for each in match.groups()[1:] if each)])
    match = _YEAR_LAST.fullmatch(text)
    if match is not None:
        first, sign, second, year = match.groups()
        sure = sign == "." or int(first) > _NOON or first == second
        return f"{year}-{second.zfill(2)}-{first.zfill(2)}" if sure else ""
    match = _IN_WORDS.fullmatch(text)
    if match is not None and match[2] in MONTHS:
        month = f"{match[3]}-{MONTHS.index(match[2]) + 1:02}"
        return f"{month}-{match[1].zfill(2)}" if match[1] else month
    return text


def amount(text: str) -> str:
    """Give the amount that was meant by `EUR 3,000,000`, `3000000 EUR` or `EUR 3 million`."""
    match = _AMOUNT.fullmatch(text) if len(text) <= _LONG else None
    currency = (match["before"] or match["behind"]) if match is not None else None
    if match is None or currency is None or (match["before"] and match["behind"]):
        return ""
    number = plain(match["number"])
    if not number:
        return ""
    whole = Decimal(number) * _TIMES[match["times"]]
    return Amount(_SIGNS.get(currency, currency.upper()), whole.normalize() if match["times"] else whole).written


def number(text: str) -> str:
    """Give the one number in a text: that of `245 people`, `50%`, or `1,200`."""
    if len(text) > _LONG:
        return ""
    whole = plain(text.strip(_QUOTES))
    found = [whole] if whole else [each for word in text.split() if (each := plain(word.strip("%")))]
    return found[0] if len(found) == 1 else ""


def plain(text: str) -> str:
    """Give a number in plain digits; a blank where it is none, or where `1.200` may be two."""
    if _PLAIN.fullmatch(text):
        return text
    if not _GROUPED.fullmatch(text):
        return ""
    return "".join(each for each in text if each.isdigit())
