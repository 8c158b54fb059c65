"""How codes and identifiers are written: whether one keeps to the shape of its scheme, and the nearest form that does.

A shape is a regular expression of the whole. Those of identifiers are data and may come from anywhere, so only what is
sure to end soon is taken: short ones, in which no group recurs and few repetitions are open.
"""

import re
from collections.abc import Iterator
from functools import cache

# Divisions of NACE: those of Rev. 2.1 are those of Rev. 2 without the trade in vehicles, which has gone elsewhere.
_DIVISION = "0[1-35-9]|[1-2][0-9]|3[0-35-9]|4[12367]|49|5[0-35689]|6[0-6]|6[89]|7[0-57-9]|8[0-24-8]|9[0-9]"
_DIVISION_2 = f"{_DIVISION}|45"
# Major and sub-major groups of ISCO-08.
_SUB_MAJOR = "0[1-3]|1[1-4]|2[1-6]|3[1-5]|4[1-4]|5[1-4]|6[1-3]|7[1-5]|8[1-3]|9[1-6]"
CLASSIFICATIONS = {
    "nace-2": (f"[A-U]|({_DIVISION_2})([.][0-9][0-9]?)?", "a letter, or 2 to 4 digits such as 49, 49.4 and 49.41"),
    "nace-2.1": (f"[A-V]|({_DIVISION})([.][0-9][0-9]?)?", "a letter, or 2 to 4 digits such as 49, 49.4 and 49.41"),
    "isco-08": (f"[0-9]|({_SUB_MAJOR})[0-9]?[0-9]?", "1 to 4 digits, such as 83, 833 and 8332"),
    "dac": ("[1-9][0-9]{2}([0-9]{2})?", "3 digits or 5, such as 113 and 11330"),
}
_LONGEST_SHAPE = 200
_LONGEST = 80
_MOST_OPEN = 3
_OPEN = re.compile(r"[*+]|\{[0-9]*,\}")
_GROUP_RECURS = re.compile(r"\)(?:[*+]|\{)")


def versions(scheme: str) -> tuple[str, ...]:
    """Give the schemes that may be meant by one written without its version, or with the version in another form."""
    bare = re.sub(r"[^a-z0-9]|rev|20(?=08)", "", scheme)
    known = {each: re.sub(r"[^a-z0-9]", "", each) for each in CLASSIFICATIONS}
    if scheme in known:
        return ()
    exact = tuple(each for each, name in known.items() if name == bare)
    return exact or tuple(each for each, name in known.items() if bare and name.rstrip("0123456789") == bare)


def has_version(scheme: str) -> bool:
    """Tell whether a scheme names its version, which is a number, or is known not to have one."""
    return scheme in CLASSIFICATIONS or any(each.isdigit() for each in scheme)


@cache
def compiled(shape: str) -> re.Pattern[str] | None:
    """Give the expression for a shape; None where it is no expression, or one that might take long."""
    bare = re.sub(r"\\.|\[\^?\]?[^\]]*\]", "x", shape)
    if len(shape) > _LONGEST_SHAPE or _GROUP_RECURS.search(bare) or len(_OPEN.findall(bare)) > _MOST_OPEN:
        return None
    try:
        return re.compile(shape)
    except (re.error, OverflowError):
        return None


def fits(shape: re.Pattern[str], text: str) -> bool:
    """Tell whether a text has a shape; one longer than any identifier has none."""
    return len(text) <= _LONGEST and shape.fullmatch(text) is not None


def nearest_form(shape: re.Pattern[str], text: str) -> str:
    """Give the text as it should have been written: the first of its likely forms that has the shape, or nothing."""
    return next((each for each in _forms(text[:_LONGEST]) if each != text and fits(shape, each)), "")


def _forms(text: str) -> Iterator[str]:
    """Give a text without what is often put around it, with other blanks, signs and digits, the likeliest first."""
    bare = re.sub(r"\s+final$", "", text.strip(), flags=re.IGNORECASE)
    after = re.split(r":\s*|%3A", bare)[-1]
    for each in dict.fromkeys((bare, after, after.upper())):
        yield each
        yield "".join(each.split())
        yield re.sub(r"\)\s*", ") ", each)
        yield each.replace(",", ".")
        digits = re.sub(r"\D", "", each.rpartition(" ")[2])
        yield digits
        yield f"{digits[:2]}.{digits[2:]}"
        yield f"0{digits}"
        if each[:1].isalpha():
            yield each[:1]
    document = re.fullmatch(r"([A-Z]+)\W*([0-9]{4})\W+0*([0-9]+)", after.upper())
    if document:
        yield f"{document[1]}({document[2]}) {document[3]}"
    procedure = re.search(r"([0-9]{4})\W+([0-9]{1,4})", after)
    kind = re.search(r"[A-Z]{3}", after.upper())
    if procedure and kind:
        yield f"{procedure[1]}/{procedure[2]:0>4}({kind[0]})"
