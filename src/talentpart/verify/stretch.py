"""The part of a text that a reference names: from the heading of a place to the heading of the next."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from talentpart.model.records import Source
from talentpart.verify.find import found

_PAGE = re.compile(r"p([0-9]+)")
_ARTICLE = re.compile(r"art-([0-9]+[a-z]?)")
# How many words of a heading must stand together where the rest of it was torn off.
_FEWEST_WORDS = 3
_WHOLE_LINE, _OPENING, _WITHIN = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a place begins and ends in a text, in characters; `doubt` says why it may be more than was meant."""

    start: int
    end: int
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the label of a place stands; `torn` where only its first words stand together."""

    start: int
    end: int
    torn: bool = False


def stretch(text: str, source: Source, place: str) -> Stretch:
    """Give the stretch of a text that a place names: a heading of the source record, a page `p4`, an article `art-3`.

    It is the whole text, with the reason, where the place cannot be found; no place names the whole text.
    """
    whole = Stretch(0, len(text))
    if not place:
        return whole
    heads = headings(text, source)
    if place in heads:
        start = heads[place].start
        return Stretch(start, min((each.start for each in heads.values() if each.start > start), default=len(text)))
    if any(each.place == place for each in source.places):
        return Stretch(0, len(text), f"the heading of '{place}' is not in the text, so all of it was searched")
    other = _page(text, place) or _article(text, place)
    return other or Stretch(0, len(text), f"'{place}' is no place of the source, so the whole text was searched")


def headings(text: str, source: Source) -> Mapping[str, Heading]:
    """Give where the heading of each place stands, of those that the text has.

    Places are taken in the order of the source record. A label may also be printed inside a sentence, so each is the
    best that stands after the one before: a line of its own, else what opens a line or runs into a sentence.
    """
    heads: dict[str, Heading] = {}
    after = 0
    for place in source.places:
        candidates = _candidates(text, place.label)
        later = [each for each in candidates if each.start >= after] or candidates
        if later:
            heads[place.place] = max(later, key=lambda each: (_rank(text, each), -each.start))
            after = heads[place.place].end
    return heads


def _candidates(text: str, label: str) -> list[Heading]:
    spans = found(text, (label,), case="exact") or found(text, (label,))
    if spans:
        return [Heading(*each) for each in spans]
    words = label.split()
    for count in range(len(words) - 1, max(_FEWEST_WORDS, (len(words) + 1) // 2) - 1, -1):
        if spans := found(text, (" ".join(words[:count]),), case="exact"):
            return [Heading(*each, torn=True) for each in spans]
    return []


def _rank(text: str, heading: Heading) -> int:
    before = text[text.rfind("\n", 0, heading.start) + 1 : heading.start]
    rest = text[heading.end :].partition("\n")[0]
    opens = not any(char.isalnum() for char in before)
    if opens and before != text[: heading.start] and not rest.strip(" \t:."):
        return _WHOLE_LINE
    # In a page without line breaks a heading touches the sentence before or behind it, or ends in a colon.
    touches = rest[:1].isupper() or rest[:1] == ":" or bool(before and before[-1] in ".:;!?)")
    return _OPENING if (opens and "\n" in text[: heading.start]) or touches else _WITHIN


def _page(text: str, place: str) -> Stretch | None:
    """Give a page by its number, in a text that has a form feed between pages."""
    number = _PAGE.fullmatch(place)
    if number is None or "\f" not in text:
        return None
    ends = [each.start() for each in re.finditer("\f", text)]
    starts, index = [0, *(each + 1 for each in ends)], int(number[1]) - 1
    return Stretch(starts[index], [*ends, len(text)][index]) if 0 <= index < len(starts) else None


def _article(text: str, place: str) -> Stretch | None:
    """Give an article by its number, up to the next line that begins with an article."""
    number = _ARTICLE.fullmatch(place)
    if number is None:
        return None
    start = re.search(rf"^\W*Article\s+{number[1]}\b", text, re.MULTILINE | re.IGNORECASE)
    if start is None:
        return None
    end = re.compile(r"^\W*Article\s+[0-9]", re.MULTILINE | re.IGNORECASE).search(text, start.end())
    return Stretch(start.start(), end.start() if end else len(text))
