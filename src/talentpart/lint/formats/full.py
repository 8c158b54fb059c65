"""Each finding with its line of the file, carets under what is meant, how to mend it, and other places: for people."""

from collections.abc import Iterator

from talentpart.finding import Finding, Location, Severity
from talentpart.lint.formats.concise import line, mute
from talentpart.lint.outcome import Outcome
from talentpart.plain import safe

_ROOM = 120
_CUT = "..."
_CODES = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m"}
_RESET = "\x1b[0m"


def render(outcome: Outcome, *, color: bool = False) -> str:
    """Give a frame for each finding, and the closing line."""
    lines: list[str] = []
    for each in outcome.shown():
        if isinstance(each, Finding):
            lines += _finding(outcome, each, color=color)
        else:
            lines.append(mute(safe(str(each))))
    return "\n".join([*lines, *outcome.ending()])


def _finding(outcome: Outcome, finding: Finding, *, color: bool) -> Iterator[str]:
    start, reset = (_CODES[finding.severity], _RESET) if color else ("", "")
    head = line(finding)
    yield head.replace(f": {finding.severity}: ", f": {start}{finding.severity}{reset}: ", 1) if color else head
    yield from _frame(outcome, finding.location, start, reset)
    if finding.hint:
        yield f"      = {safe(finding.hint)}"
    for other in finding.related:
        place = other.location
        where = f"line {place.line}" if place.path == finding.location.path else safe(str(place))
        yield f"      = {where}: {safe(other.message)}"


def _frame(outcome: Outcome, place: Location, start: str, reset: str) -> Iterator[str]:
    text = outcome.source_line(place.path, place.line)
    if text is None or not place.line:
        return
    last = place.end_column if place.end_line == place.line else len(text) + 1
    before, marked, after = _cut(text, place.column - 1, max(last - 1, place.column))
    yield f"{place.line:>5} | {before}{marked}{after}".rstrip()
    yield f"      | {' ' * _width(before)}{start}{'^' * max(_width(marked), 1)}{reset}"


def _cut(text: str, first: int, last: int) -> tuple[str, str, str]:
    """Give what stands before, in and after a span, harmless, with what is far from it left out."""
    before, marked, after = (_shown(part) for part in (text[:first], text[first:last], text[last:]))
    if _width(before) + _width(marked) + _width(after) <= _ROOM:
        return before, marked, after
    if _width(marked) > _ROOM:
        marked = _head(marked, _ROOM) + _CUT
    room = _ROOM - min(_width(marked), _ROOM)
    if _width(before) > max(room, _ROOM // 2):
        before = _CUT + _head(before[::-1], max(room // 2, 10))[::-1]
    rest = max(room - _width(before), 10)
    return before, marked, after if _width(after) <= rest else _head(after, rest) + _CUT


def _head(text: str, width: int) -> str:
    """Give as much of the start of a text as fits into a width."""
    used = 0
    for index, sign in enumerate(text):
        used += _width(sign)
        if used > width:
            return text[:index]
    return text


def _shown(text: str) -> str:
    """Make text harmless, a tab as wide as four blanks, so that carets stand where they should."""
    return safe("".join("    " if sign == "\t" else safe(sign) for sign in text))


def _width(text: str) -> int:
    """Give the columns that a text takes on a screen."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth

    width: int = wcswidth(text)
    return width if width >= 0 else len(text)
