"""A text ends in a quotation mark that was never opened.

What: A text without quotes around it ends in a `"` or `'` (or in a curly one) of which it has no other: `label: Care
sector"`. An `'` behind an s or a figure is taken for an apostrophe.

Why: The other mark was lost, or this one is too much; either way it is printed.

How to mend: Put the missing mark at the start, or take this one out. A text that needs a mark of its own is quoted as a
whole: `note: 'in the words of the page "for all"'`.

Fine when: Never.
"""

import re
from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.lint.written import texts
from talentpart.store.parse import Document

SEVERITY = Severity.WARNING
_NAME = "source: report\nnames:\n  - {kind: short, text: %s}\nnotes:\n  - %s\n"
BAD = (
    Bad(
        {"projects/pilot.yaml": _NAME % ('Care sector"', "A note.")},
        at=("projects/pilot.yaml", 3, 25),
        message='the text ends in " and has no other; put the missing one at its start, or take this one out',
    ),
    Bad(
        {"projects/pilot.yaml": _NAME % ("Care", "It says care sector'")},
        at=("projects/pilot.yaml", 5, 5),
        message="the text ends in ' and has no other; put the missing one at its start, or take this one out",
    ),
)
GOOD = (Good({"projects/pilot.yaml": _NAME % ('the "Care"', "A pilot of the workers'")}),)
_OPENS = {'"': '"', "'": "'", "\u201d": "\u201c", "\u00bb": "\u00ab"}
# Lines on which a mark may have no partner: an odd number of straight ones, or an end in a single or curly one.
_SINGLE = re.compile(r"'(?<=[^\s's0-9]')[ \t]*(?:[,}\]]|$)", re.MULTILINE)
_CLOSING = re.compile(r"""\"(?<=[^\s[({,:"']\")""")
_CURLY = re.compile(r"[\u201d\u00bb][ \t]*(?:[,}\]]|$)", re.MULTILINE)


def look(document: Document) -> Iterator[Fault]:
    """Look at the end of each text that is not quoted, in files where a line looks like it."""
    if not _suspect(document.text):
        return
    for place, text in texts(document):
        mark = text[-1]
        opens = _OPENS.get(mark)
        if opens is None or opens in text[:-1] or mark in text[:-1] or len(text) == 1:
            continue
        if mark == "'" and (text[-2] in "sS" or text[-2].isdigit()):
            continue
        if mark == '"' and text[-2].isdigit():
            continue
        message = f"the text ends in {mark} and has no other; put the missing one at its start, or take this one out"
        yield Fault(message, where=place)


def _suspect(text: str) -> bool:
    """Tell whether on some line a mark may have no partner; most files are gone through quickly."""
    if _SINGLE.search(text) or (not text.isascii() and _CURLY.search(text)):
        return True
    # Of two marks one closes; where that is so, no line need be looked at.
    return text.count('"') != 2 * len(_CLOSING.findall(text)) and any(line.count('"') % 2 for line in text.split("\n"))
