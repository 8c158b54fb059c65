"""Timelines drawn with characters: one line a track under an axis of years, in ASCII where asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from talentpart.page import Mark, Span, Timeline, Track
from talentpart.render._flow import GLUE, Ink, Line, Segment, Word, merged, span, words, wrap
from talentpart.values import Day

# What is drawn, as the eye knows it and in ASCII, with its style and what the legend calls it.
_SIGNS = {
    "roundtable": ("◆", "R", "round", "roundtable"),
    "event": ("●", "o", "happened", "other event"),
    "planned": ("○", "p", "plan", "planned"),
    "passed": ("!", "!", "passed", "planned, passed in silence"),
    "several": ("+", "+", "happened", "several at once"),
    "bar": ("━", "=", "bar", "runs"),
    "plan": ("┄", "-", "plan", "runs by plan"),
    "start": ("┣", "[", "bar", "begins"),
    "end": ("┫", "]", "bar", "ends"),
    "vague": ("░", ".", "unknown", "somewhere here"),
    "unknown": ("?", "?", "unknown", "day not found"),
    "later": ("▶", ">", "bar", "goes on"),
    "earlier": ("◀", "<", "unknown", "earlier"),
    "now": ("┊", ":", "axis", "as of"),
}
_LEGEND = tuple(each for each in _SIGNS if each not in {"start", "end", "now"})
_RULE, _TICK, _TODAY = ("─", "-"), ("┬", "+"), ("▼", "v")
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_LABEL = 5
_NARROW = 40
_LEAST_NAME, _MOST_NAME = 12, 24
_DIGITS = 10
# How far a stretch reaches whose other end is not known: to its sign alone, so that nothing looks like its length.
_STUB = 1
_FAINT = frozenset({"vague", "earlier", "later"})
_STRENGTH = ("planned", "event", "several", "passed", "roundtable")

Cell = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Axis:
    """Days laid over so many columns of text."""

    first: int
    last: int
    columns: int

    def at(self, day: str) -> int:
        """Give the column of an ISO day; below 0 or beyond the last column where it lies outside."""
        start, end = date(self.first, 1, 1).toordinal(), date(self.last, 12, 31).toordinal()
        return (date.fromisoformat(day).toordinal() - start) * self.columns // (end - start + 1)

    def inside(self, column: int) -> int:
        """Give the nearest column that is on the axis."""
        return min(max(column, 0), self.columns - 1)


def timeline(block: Timeline, ink: Ink, room: int) -> list[Line]:
    """Draw a timeline in so many columns: names at the left, the years above, a line down the day of the page."""
    size, axis = _laid(block, room)
    rows = [
        _put(words((Segment(ink.clean(track.label)),)), _draw(track, block.now, axis, ink), size, room)
        for track in block.tracks
    ]
    head, rule = _years(axis), _rule(axis, block.now, ink)
    label = words((Segment(ink.clean(block.label), "label"),))
    above = wrap(label, room) if len(wrap(label, size or room)) > 1 else []
    top = _put([] if above else label, head, size, room)
    return [*above, *(line for each in (top, _put([], rule, size, room), *rows) for line in each)]


def legend(blocks: Iterable[Timeline], ink: Ink, room: int) -> tuple[Segment, ...]:
    """Give the signs that some timelines use in so many columns, with their meaning, as one paragraph."""
    used: set[str] = set()
    for block in blocks:
        _, axis = _laid(block, room)
        for track in block.tracks:
            used.update(_signs(track, block.now, axis).values())
    found: list[Segment] = []
    for name in (each for each in _LEGEND if each in used):
        sign, style = _sign(name, ink)
        lead = ink.parts((" · ",)) if found else ()
        meaning = _SIGNS[name][3]
        if name == "roundtable":
            sign, meaning = "1", f"{meaning}, by its number"
        found += [*lead, Segment(sign, style), Segment(f" {meaning}".replace(" ", GLUE))]
    now = Segment(_SIGNS["now"][ink.ascii], "axis")
    return (*found, *(ink.parts((" · ",)) if found else ()), now, Segment(" day of this page".replace(" ", GLUE)))


def _laid(block: Timeline, room: int) -> tuple[int, _Axis]:
    """Give the columns that names take beside the drawing, and the axis that is left.

    They hang on the room alone, so that the years of several timelines stand below each other; on a page too narrow for
    both, names take none.
    """
    size = max(_LEAST_NAME, min(room // 4, _MOST_NAME)) if room >= _NARROW else 0
    return size, _Axis(block.first, block.last, room - size - 1 if size else room)


def _put(name: list[Word], cells: list[Cell], size: int, room: int) -> list[Line]:
    """Put a name beside its drawing, or above it where names have no columns; a long name takes further lines."""
    drawn = merged(Segment(*each) for each in cells)
    lines = wrap(name, size or room)
    if not size:
        return [*lines, drawn]
    if name and any(span(line) > size for line in lines):
        return [*wrap(name, room), merged((Segment(" " * (size + 1)), *drawn))]
    first, *rest = lines or [()]
    return [merged((*first, Segment(" " * (size - span(first) + 1)), *drawn)), *rest]


def _years(axis: _Axis) -> list[Cell]:
    """Give the line of years, as many as stand apart."""
    count = axis.last - axis.first + 1
    step = next((each for each in _STEPS if axis.columns * each // count >= _LABEL), _STEPS[-1])
    cells: list[Cell] = [(" ", "axis")] * axis.columns
    for year in range(axis.first, axis.last + 1):
        at = axis.at(f"{year:04}-01-01")
        if year % step == 0 and at + _LABEL - 1 <= axis.columns:
            cells[at : at + _LABEL - 1] = [(digit, "axis") for digit in f"{year:04}"]
    return cells


def _rule(axis: _Axis, now: Day, ink: Ink) -> list[Cell]:
    cells: list[Cell] = [(_RULE[ink.ascii], "axis")] * axis.columns
    if axis.columns >= 2 * (axis.last - axis.first + 1):
        for year in range(axis.first, axis.last + 1):
            cells[axis.at(f"{year:04}-01-01")] = (_TICK[ink.ascii], "axis")
    today = axis.at(now.latest)
    if 0 <= today < axis.columns:
        cells[today] = (_TODAY[ink.ascii], "axis")
    return cells


def _draw(track: Track, now: Day, axis: _Axis, ink: Ink) -> list[Cell]:
    cells: list[Cell] = [(" ", "")] * axis.columns
    today = axis.at(now.latest)
    if 0 <= today < axis.columns:
        cells[today] = _sign("now", ink)
    numbers = {
        axis.inside(sum(_reach(mark, axis)) // 2): mark.number for mark in track.marks if mark.kind == "roundtable"
    }
    for column, sign in _signs(track, now, axis).items():
        number = numbers.get(column) if sign == "roundtable" else None
        text, style = _sign(sign, ink)
        cells[column] = (str(number) if number is not None and number < _DIGITS else text, style)
    return cells


def _signs(track: Track, now: Day, axis: _Axis) -> dict[int, str]:
    """Give which sign stands in which column: what lasts gives way to the moments on it."""
    found: dict[int, str] = {}
    for each in track.spans:
        _stretch(found, each, now, axis)
    moments: dict[int, str] = {}
    for mark in track.marks:
        low, high = _reach(mark, axis)
        if high < 0 or low >= axis.columns:
            moments.setdefault(axis.inside(low), "earlier" if high < 0 else "later")
            continue
        for column in range(max(low, 0), min(high, axis.columns - 1) + 1):
            if column not in found and high > low:
                moments.setdefault(column, "vague")
        column = axis.inside((low + high) // 2)
        moments[column] = _stronger(moments.get(column), mark.kind)
    return found | moments


def _stronger(there: str | None, kind: str) -> str:
    """Choose what is seen of two moments in one column: a roundtable, then a silence; else that there are several."""
    if there is None or there in _FAINT:
        return kind
    stronger = max(there, kind, key=_STRENGTH.index)
    return stronger if stronger in {"passed", "roundtable"} else "several"


def _stretch(found: dict[int, str], each: Span, now: Day, axis: _Axis) -> None:
    """Lay what lasts over the columns: solid as far as it is known to run, dashed by plan, open where a day fails."""
    today = axis.at(now.latest)
    start = _between(each.start, axis) if each.start else _stub(each, today, axis)
    if each.end:
        end = _between(each.end, axis)
    else:
        end = (today, today) if each.running else (start[1] + _STUB, start[1] + _STUB)
    if end[1] < 0 or start[0] >= axis.columns:
        found[axis.inside(start[0])] = "earlier" if end[1] < 0 else "later"
        return
    inner = "bar"
    if each.start_planned or (each.end_planned and not each.running):
        inner = "plan"
    elif each.start is None or (each.end is None and not each.running):
        inner = "vague"
    for column in range(max(start[0], 0), min(end[1], axis.columns - 1) + 1):
        sure = start[1] <= column <= end[0] or start[1] > end[0]
        later = inner == "bar" and each.end_planned and column > today
        found[column] = ("plan" if later else inner) if sure else "vague"
    last = "end" if each.end else "later" if each.running else "unknown"
    _close(found, min(start[1], end[0]) if start[1] <= end[0] else start[0], "start" if each.start else "unknown", axis)
    _close(found, end[0] if start[1] <= end[0] else end[1], "passed" if each.passed else last, axis)


def _stub(each: Span, today: int, axis: _Axis) -> tuple[int, int]:
    """Give the columns of a start that is not known: a little before what is."""
    end = axis.at(each.end.earliest) if each.end else today
    return end - _STUB, end - _STUB


def _close(found: dict[int, str], column: int, sign: str, axis: _Axis) -> None:
    if column < 0:
        found[0] = "earlier"
    elif column >= axis.columns:
        found[axis.columns - 1] = "later"
    else:
        found[column] = sign


def _between(day: Day, axis: _Axis) -> tuple[int, int]:
    """Give the columns between which a day lies; two neighbours are no more than the edge of a month, and one."""
    low, high = axis.at(day.earliest), axis.at(day.latest)
    return (low, low) if high - low == 1 else (low, high)


def _reach(mark: Mark, axis: _Axis) -> tuple[int, int]:
    """Give the columns between which a moment lies; one that is due by a day stands at its end."""
    low, high = _between(mark.day, axis)
    return (high, high) if mark.by else (low, high)


def _sign(name: str, ink: Ink) -> Cell:
    eye, plain, style, _ = _SIGNS[name]
    return (plain if ink.ascii else eye), style
