"""Finding a printed form in a text: white space is one, hyphens at the ends of lines join, and no letter is ignored.

A form is found only where it stands alone: 120 is not in 1200, nor EUR 3 in EUR 3 million. Texts taken out of web pages
run headings into sentences, so a word may also end where a capital begins (`TunisiaThe`).
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from talentpart.values import MONTHS

Case = Literal["exact", "first", "names", "any"]

GAP = "…"
# A soft hyphen, or a hyphen at the end of a line, inside a word.
_BREAK = "(?:\u00ad|[-\u2010\u00ad][^\\S\\n]*\\n\\s*)?"
_HYPHEN = "[-\u2010\u2011](?:[^\\S\\n]*\\n\\s*)?"
_WORDS_BETWEEN = r"(?:\s+[^\s.;:!?]+){0,3}\s+"
_BLANKS = " \u00a0\u2009\u202f"
_DIGITS = re.compile("[0-9]+")
_NUMBER = re.compile(rf"[0-9][0-9.,'{_BLANKS}]*")
_SCALE = re.compile(r"\s*(?:thousand|million|billion|trillion|mn\b|bn\b|m\b|k\b|%|per\s*cent)", re.IGNORECASE)
_MORE_DIGITS = re.compile(rf"[.,'\u2019][0-9]|[{_BLANKS}][0-9]{{3}}(?![0-9])")
_GROUP_BEFORE = re.compile(rf"(?<![0-9])[0-9]{{1,3}}[{_BLANKS}]$")
_GROUP = re.compile(r"[0-9]{3}(?![0-9])")
_LAST_GROUP = re.compile(r"(?<![0-9])[0-9]{1,3}$")
# What makes a bare number part of something else: money, a span, a code such as COVID-19 or COM(2020), a day.
_MONEY = r"(?:US)?[€$£¥]|(?:EUR|USD|GBP|JPY|CHF|BDT|EGP|MAD|NGN|PKR|TND|XOF|[Ee]uros?)\b"
_NO_COUNT_BEFORE = re.compile(rf"(?:(?:{_MONEY})\s*|\w[-\u2013]|[A-Za-z]\(|/)$")
_NO_COUNT_AFTER = re.compile(rf"\s*(?:{_MONEY})|[-\u2013][0-9]|/[0-9]|\s+(?:{'|'.join(MONTHS)})\b")
_NEAR = 12


def spot(text: str, offset: int) -> tuple[int, int]:
    """Give line and column of a character, both from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def found(
    text: str, forms: Iterable[str], *, case: Case = "any", start: int = 0, end: int | None = None
) -> list[tuple[int, int]]:
    """Give where any of the forms stands alone in a stretch of a text, in order; what overlaps counts once.

    `case` says which letters must be as printed: `exact` all, `first` all but the first, `any` none, `names` all of a
    form of one word and none of others.
    """
    last = len(text) if end is None else end
    spans = sorted(
        (each.start(), each.end())
        for form in forms
        if _may_hold(text, form)
        for each in _matches(_pattern(form, case), text, start, last)
        if _alone(text, each.start(), each.end(), bare=_NUMBER.fullmatch(form) is not None)
    )
    merged: list[tuple[int, int]] = []
    for one, other in spans:
        if merged and one < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(other, merged[-1][1]))
        else:
            merged.append((one, other))
    return merged


def _may_hold(text: str, form: str) -> bool:
    """Tell whether a text has the digits of a form, which is quick, and settles most of the many forms of a number."""
    return all(digits in text for digits in _DIGITS.findall(form))


def _matches(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Give every match, also one that begins inside another."""
    at = start
    while (match := pattern.search(text, at, end)) is not None:
        yield match
        at = match.start() + 1


@lru_cache(maxsize=8192)
def _pattern(form: str, case: Case) -> re.Pattern[str]:
    if case == "names":
        case = "any" if " " in form else "exact"
    pieces = []
    for index, char in enumerate(form):
        follows = form[index + 1 : index + 2]
        if char == GAP:
            pieces.append(_WORDS_BETWEEN)
        elif char.isspace():
            pieces.append(r"\s+")
        elif char in "-\u2010\u2011":
            pieces.append(_HYPHEN)
        else:
            letter = re.escape(char)
            if case == "first" and not index and char.isalpha():
                letter = f"(?:{re.escape(char.upper())}|{re.escape(char.lower())})"
            pieces.append(letter + (_BREAK if char.isalpha() and follows.isalpha() else ""))
    return re.compile("".join(pieces), re.IGNORECASE if case == "any" else 0)


def _alone(text: str, start: int, end: int, *, bare: bool) -> bool:
    """Tell whether a match is the whole of a word or number, not a piece of a longer one."""
    before, after = text[max(start - _NEAR, 0) : start], text[end : end + _NEAR]
    if not _begins(before, text[start : start + _NEAR]) or not _ends(text[max(end - _NEAR, start) : end], after):
        return False
    return not bare or not (_NO_COUNT_BEFORE.search(before) or _NO_COUNT_AFTER.match(after))


def _begins(before: str, match: str) -> bool:
    if not before or not match[0].isalnum():
        return True
    if match[0].isdigit():
        inside = before[-1].isalnum() or re.search(r"[0-9][.,'\u2019]$", before)
        return not inside and not (_GROUP_BEFORE.search(before) and _GROUP.match(match))
    # A word runs on from the one before only where it begins with a capital: partnershipsMoreover.
    return not before[-1].isalnum() or (match[0].isupper() and not before[-1].isupper())


def _ends(match: str, after: str) -> bool:
    if not after or not match[-1].isalnum():
        return True
    runs_on = after[0].isupper() and after[1:2].islower()
    if match[-1].isdigit():
        if after[0].isalnum():
            return runs_on
        digits = _MORE_DIGITS.match(after)
        longer = digits is not None and (after[0] not in _BLANKS or _LAST_GROUP.search(match) is not None)
        return not longer and not _SCALE.match(after)
    return not after[0].isalnum() or (match[-1].islower() and runs_on)
