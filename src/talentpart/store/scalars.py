"""What a plain scalar means to us, and what other readers of YAML would make of it.

We read `true`, `false`, `null`, `~`, nothing and plain decimals; all else is text. YAML 1.1 and YAML 1.2 readers see
more than that, and not the same, so a scalar on which they differ from us must be quoted.
"""

import math
import re

from talentpart.values import Day

OPENING_QUOTES = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb"
# A plain scalar can only be something else than text when it starts so, or is one of WORDS.
SUSPECT = frozenset("0123456789+-.~=<" + OPENING_QUOTES)
LONGEST_WORD = 5
MOST_DIGITS = 15

_OURS: dict[str, object] = {"true": True, "false": False, "null": None, "~": None}
_YES_NO = {form for word in ("y", "n", "yes", "no", "on", "off") for form in (word, word.capitalize(), word.upper())}
_BOOLEANS = {"True", "TRUE", "False", "FALSE"}
WORDS = frozenset(_OURS) | _YES_NO | _BOOLEANS | {"Null", "NULL", "=", "<<"}

_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_DAY = re.compile(r"[0-9]{4}-(?:[0-9]{2}(?:-[0-9]{2})?|H[0-9]|Q[0-9])")
_TIMESTAMP = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}.{0,20}")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_BINARY = re.compile(r"[-+]?0b[0-9a-fA-F_]*")
_HEX = re.compile(r"[-+]?0x[0-9a-fA-F_]*")
_OCTAL_11 = re.compile(r"[-+]?0[0-7_]+")
_OCTAL_12 = re.compile(r"0o[0-7]*")
_INT_11 = re.compile(r"[-+]?(?:0|[1-9][0-9_]*)")
_SIXTIES = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?")
_FLOAT_11 = re.compile(r"[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?")
_INT_12 = re.compile(r"[-+]?[0-9]+")
_FLOAT_12 = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


def plain(value: str) -> tuple[object, str, str]:
    """Give what a suspect plain scalar is to us, and the rule and sentence of what is wrong with it, or two blanks."""
    if value in WORDS:
        return _word(value)
    if value[0] in OPENING_QUOTES:
        return value, "invisible-character", f"'{value[0]}' is no quotation mark to YAML and stays in the text"
    if _DECIMAL.fullmatch(value):
        return _decimal(value)
    if _DAY.fullmatch(value.partition("/")[0]):
        return _day(value)
    return _number(value)


def quotable(value: str) -> bool:
    """Tell whether an ambiguous scalar is surely meant as text: a word or a day, and not what may be a number."""
    return value in WORDS or bool(_DAY.fullmatch(value.partition("/")[0]) or _TIMESTAMP.fullmatch(value))


def _decimal(value: str) -> tuple[object, str, str]:
    digits = sum(map(str.isdigit, value))
    if digits > MOST_DIGITS:
        return _ambiguous(value, f"is a number of {digits} digits, which not every reader keeps whole")
    return (float(value) if "." in value else int(value)), "", ""


def _number(value: str) -> tuple[object, str, str]:
    """Say what other readers make of text that they may take for a number or a timestamp."""
    if _TIMESTAMP.fullmatch(value):
        return _ambiguous(value, "is a date to YAML 1.1 readers")
    if _NOT_FINITE.fullmatch(value) or (_FLOAT_12.fullmatch(value) and math.isinf(float(value))):
        return value, "not-a-number", f"{_short(value)} is no number that a record can hold; write plain digits"
    old, new = _number_11(value), _number_12(value)
    return _ambiguous(value, _readings(old, new)) if old or new else (value, "", "")


def _word(value: str) -> tuple[object, str, str]:
    if value in _OURS:
        return _OURS[value], "", ""
    if value in _YES_NO:
        return _ambiguous(value, "is a boolean to YAML 1.1 readers")
    if value in _BOOLEANS:
        return _ambiguous(value, "is a boolean to other YAML readers")
    if value == "=":
        return _ambiguous(value, "is a default value to YAML 1.1 readers")
    if value == "<<":
        return _ambiguous(value, "is a merge key to YAML 1.1 readers")
    return _ambiguous(value, "is nothing to other YAML readers")


def _day(value: str) -> tuple[object, str, str]:
    try:
        Day.parse(value)
    except ValueError:
        return value, "", ""  # The schema says what is wrong with a day, in the field that holds it.
    if _DAY.fullmatch(value) and value.count("-") == 2:  # noqa: PLR2004 - year, month and day
        return _ambiguous(value, "is a date to YAML 1.1 readers")
    return _ambiguous(value, "looks like a day, and days are always quoted")


def _ambiguous(value: str, what: str) -> tuple[object, str, str]:
    return value, "ambiguous-scalar", f"{_short(value)} {what}: quote it"


def _short(value: str) -> str:
    most = 24
    return value if len(value) <= most else value[:most] + "..."


def _readings(old: str, new: str) -> str:
    if old == new:
        return f"is {old} to other YAML readers"
    if old and new:
        return f"is {old} to YAML 1.1 readers and {new} to YAML 1.2 readers"
    return f"is {old} to YAML 1.1 readers" if old else f"is {new} to YAML 1.2 readers"


def _number_11(value: str) -> str:
    """Say which number a YAML 1.1 reader makes of it, or give a blank."""
    bare = value.replace("_", "")
    if len(value) > MOST_DIGITS + 10:
        found = any(each.fullmatch(value) for each in (_BINARY, _HEX, _OCTAL_11, _INT_11, _SIXTIES, _FLOAT_11))
        return "a very long number" if found else ""
    for pattern, radix in ((_BINARY, 2), (_HEX, 16), (_OCTAL_11, 8), (_INT_11, 10)):
        if pattern.fullmatch(value):
            return _whole(bare, radix)
    if _SIXTIES.fullmatch(value):
        return _sixties(value, bare)
    if _FLOAT_11.fullmatch(value):
        return f"the number {float(bare):.15g}"
    return ""


def _sixties(value: str, bare: str) -> str:
    """Say which number to base sixty it is: a whole one may not start with 0, a broken one may."""
    if "." not in value and value.lstrip("+-").startswith("0"):
        return ""
    total = 0.0
    for part in bare.lstrip("+-").split(":"):
        total = total * 60 + float(part)
    return f"the number {-total if value[0] == '-' else total:.15g}"


def _number_12(value: str) -> str:
    """Say which number a YAML 1.2 reader makes of it, or give a blank."""
    if len(value) > MOST_DIGITS + 10:
        return "a very long number" if _INT_12.fullmatch(value) or _FLOAT_12.fullmatch(value) else ""
    if _OCTAL_12.fullmatch(value):
        return _whole(value, 8)
    if _HEX.fullmatch(value) and value[0] == "0" and "_" not in value:
        return _whole(value, 16)
    if _FLOAT_12.fullmatch(value):
        return f"the number {float(value):.15g}"
    return ""


def _whole(bare: str, radix: int) -> str:
    try:
        return f"the number {int(bare, radix)}"
    except ValueError:
        return "a broken number"
