"""Running text: styled words that keep a mark with its word and a figure with its unit, and lines made of them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, assert_never

from talentpart.page import Cell, Cited, Footnote, Link, Part, shown
from talentpart.plain import ascii_only, safe
from talentpart.values import MONTHS

# A no-break space holds words together while lines are made, and is printed as a space.
GLUE = "\u00a0"
_SHORT = 24
_MONTH = f"(?:{'|'.join(MONTHS)}|{'|'.join(each[:3] for each in MONTHS)})"
# A number is looked for only where it begins, so that a long run of digits costs no more than its length.
_NUMBER = r"(?<![0-9.,])[0-9][0-9.,]*\+?\*?"
# Signs behind which a long word is cut first.
_PARTING = frozenset("-/._;,#?&=")
# Small words that a number may be parted from.
_SMALL = "of|to|or|and|in|on|at|by|for|from|with|until|is|are|was|were"
# What is not broken: the dot of a list after its item, amounts, dates, counts with what they count, `3 of 6`.
_TOGETHER = re.compile(
    rf"""
    (?<=\S)[ ]·
    | (?:\b[A-Z]{{2,3}}[ ])? {_NUMBER} (?:[ ](?:to|or)[ ]{_NUMBER})? [ ](?:%|million\b|billion\b|thousand\b)
    | \b[A-Z]{{2,3}}[ ]{_NUMBER}
    | \b[0-9]{{1,2}}[ ]{_MONTH} (?:[ ][0-9]{{4}})?
    | \b{_MONTH}[ ][0-9]{{4}}
    | (?<![0-9])[0-9]+[ ]of[ ][0-9]+
    | (?!(?:19|20)[0-9][0-9]\b) {_NUMBER} [ ] (?!(?:{_SMALL})\b)[a-z]+
    """.replace("[ ]", f"[ {GLUE}]"),
    re.VERBOSE,
)


class Segment(NamedTuple):
    """A stretch of text in one style: `title`, `label`, `head`, `mark`, `weak`, or none."""

    text: str
    style: str = ""


Word = tuple[Segment, ...]
Line = tuple[Segment, ...]
MARKS = ("mark", "weak")


def width(text: str) -> int:
    """Give the number of columns that a text takes."""
    if text.isascii() or max(text) < "\u0300":
        return len(text)
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def span(segments: Sequence[Segment]) -> int:
    """Give the number of columns of a word or line."""
    if len(segments) == 1:
        return width(segments[0].text)
    return sum(width(each.text) for each in segments)


@dataclass(frozen=True, slots=True)
class Ink:
    """How text and marks are put down: in ASCII or not, with which numbers for footnotes, or with none."""

    ascii: bool = False
    numbers: Mapping[Footnote, int] = field(default_factory=dict)

    def clean(self, text: str) -> str:
        """Make a text harmless, and ASCII where asked."""
        return ascii_only(safe(text)) if self.ascii else safe(text)

    def head(self, label: str) -> tuple[Segment, ...]:
        """Give the head of a column."""
        return (Segment(self.clean(label), "head"),) if label else ()

    def cell(self, cell: Cell) -> tuple[Segment, ...]:
        """Give a cell of a table as segments; the items of a list are joined by `; `."""
        match cell:
            case str() | Cited() | Link():
                return self.parts((cell,))
            case tuple():
                return self.parts(cell)
            case None | int() | float():
                return (Segment(shown(cell)),)
            case _ if isinstance(cell, Sequence):
                return self.parts(("; ".join(map(str, cell)),))
            case _:
                return self.parts((shown(cell),))

    def parts(self, parts: Iterable[Part]) -> tuple[Segment, ...]:
        """Give text and cited values as segments, with the marks of footnotes behind their values."""
        found: list[Segment] = []
        for part in parts:
            match part:
                case str():
                    found.append(Segment(self.clean(part)))
                case Cited():
                    found += self._cited(part)
                case Link(text, url):
                    found.append(Segment(self.clean(text if text == url or not url else f"{text} ({url})")))
                case _:
                    assert_never(part)
        return tuple(each for each in found if each.text)

    def _cited(self, cited: Cited) -> Iterator[Segment]:
        words = self.clean(cited.words()).rstrip(" ")
        if width(words) <= _SHORT:
            words = words.replace(" ", GLUE)
        elif cited.every:
            words = words.removesuffix(" all") + f"{GLUE}all"
        yield Segment(words)
        notes = dict.fromkeys((self.numbers[each], each.weak) for each in cited.notes if each in self.numbers)
        for index, (number, weak) in enumerate(notes):
            lead = "" if index else GLUE
            yield Segment(f"{lead}[{number}{'?' if weak else ''}]", "weak" if weak else "mark")


def words(segments: Iterable[Segment]) -> list[Word]:
    """Cut segments at their blanks into words, each of which stays in one line."""
    segments = tuple(segments)
    text = _TOGETHER.sub(lambda found: found[0].replace(" ", GLUE), "".join(each.text for each in segments))
    found: list[Word] = []
    current: list[Segment] = []
    at = 0
    for segment in segments:
        chunks = text[at : at + len(segment.text)].split(" ")
        at += len(segment.text)
        for index, chunk in enumerate(chunks):
            if index and current:
                found.append(tuple(current))
                current = []
            if chunk:
                current.append(Segment(chunk, segment.style))
    return [*found, tuple(current)] if current else found


def loosen(word: Word) -> list[Word]:
    """Cut a long word where words were held together, yet never before a mark."""
    if not any(GLUE in each.text for each in word):
        return [word]
    pieces: list[list[Segment]] = [[]]
    for segment in word:
        chunks = [segment.text] if segment.style in MARKS else re.split(f"{GLUE}(?!·)", segment.text)
        for index, chunk in enumerate(chunks):
            if index:
                pieces.append([])
            if chunk:
                pieces[-1].append(Segment(chunk, segment.style))
    return [tuple(each) for each in pieces if each]


def parted(word: Word, room: int) -> list[Word]:
    """Part a run of marks that is wider than the room between two marks; the first stays with its word."""
    pieces: list[list[Segment]] = [[]]
    used = 0
    for index, segment in enumerate(word):
        size = width(segment.text)
        between = index > 0 and segment.style in MARKS and word[index - 1].style in MARKS
        # What stands behind the last mark, a comma or full stop, stays with it.
        tail = sum(width(each.text) for each in word[index + 1 :]) if word[-1].style not in MARKS else 0
        last = all(each.style not in MARKS for each in word[index + 1 :])
        if between and used + size + (tail if last else 0) > room:
            pieces.append([])
            used = 0
        pieces[-1].append(segment)
        used += size
    return [tuple(each) for each in pieces]


def cut(word: Word, room: int) -> list[Word]:
    """Cut a word that is wider than the room into pieces that fit, behind a sign that parts words where it has one."""
    chars = [Segment(char, segment.style) for segment in word for char in segment.text]
    pieces: list[Word] = []
    start = 0
    while start < len(chars):
        used, end = 0, start
        while end < len(chars) and (end == start or used + width(chars[end].text) <= room):
            used += width(chars[end].text)
            end += 1
        if end < len(chars):
            end = max((at + 1 for at in range(start, end) if chars[at].text in _PARTING), default=end)
        pieces.append(merged(chars[start:end]))
        start = end
    return pieces


def wrap(found: Sequence[Word], room: int) -> list[Line]:
    """Make lines of at most that many columns; only a word that is wider goes beyond."""
    lines: list[list[Segment]] = []
    used = 0
    for word in (piece for each in found for piece in (_narrowed(each, room) if span(each) > room else [each])):
        size = span(word)
        if lines and used + 1 + size <= room:
            lines[-1] += [Segment(" "), *word]
            used += 1 + size
        else:
            lines.append(list(word))
            used = size
    return [merged(each) for each in lines]


def _narrowed(word: Word, room: int) -> list[Word]:
    return [piece for each in loosen(word) for piece in (parted(each, room) if span(each) > room else [each])]


def merged(segments: Iterable[Segment]) -> Line:
    """Join neighbours of one style, and print what held words together as a space."""
    found: list[Segment] = []
    for text, style in segments:
        if found and found[-1].style == style:
            found[-1] = Segment(found[-1].text + text.replace(GLUE, " "), style)
        else:
            found.append(Segment(text.replace(GLUE, " "), style))
    return tuple(found)
