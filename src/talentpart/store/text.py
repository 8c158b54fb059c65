"""From bytes to text that can be parsed: encoding, control characters, line ends, tabs and blanks."""

import re
from bisect import bisect_right
from typing import NamedTuple

from talentpart.finding import Edit, Finding, Location, Severity

LARGEST = 256 * 1024
BOM = b"\xef\xbb\xbf"
_FINE = bytes((10, *range(32, 127)))
_FINE_OR_HIGH = _FINE + bytes(range(128, 256))
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("\r\n|\r|\n")
_OLD_BREAK = re.compile("\r\n?")
# Possessive, since a long run of blanks would be tried from each of its places.
_BLANKS = re.compile("(?<![ \t])[ \t]++(?=[\r\n]|\\Z)")
_TABS = re.compile("(?<![ \t]) *+\t[ \t]*+(?![\r\n]|\\Z)")
_TABBED = re.compile("(?:^|(?<=\r)) *+\t[ \t]*+(?![\r\n#]|\\Z)", re.MULTILINE)


class Text(NamedTuple):
    """The text of a file as shown, whether it may be parsed, and what is wrong with its bytes."""

    shown: str
    parses: bool
    findings: list[Finding]


class Lines:
    """Where the lines of a text start, for LF, CRLF and CR alike."""

    __slots__ = ("path", "starts")

    def __init__(self, path: str, text: str) -> None:
        """Look for all line ends once."""
        self.path = path
        self.starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    def at(self, start: int, end: int | None = None) -> Location:
        """Give the place of a stretch of the text, by its index; one character when no end is given."""
        line, column = self._position(start)
        end_line, end_column = (line, column + 1) if end is None else self._position(end)
        return Location(self.path, line, column, end_line, end_column)

    def index(self, line: int, column: int) -> int:
        """Give the index of a place in the text."""
        return self.starts[line - 1] + column - 1

    def _position(self, index: int) -> tuple[int, int]:
        line = bisect_right(self.starts, index)
        return line, index - self.starts[line - 1] + 1


def read_text(path: str, raw: bytes) -> Text:
    """Decode a file, and say what is wrong with its bytes; a file that is too large is not decoded."""
    if len(raw) > LARGEST:
        message = f"the file is larger than {LARGEST // 1024} KiB; a record takes a few"
        return Text("", parses=False, findings=[_error(Location(path), "too-large", message)])
    findings: list[Finding] = []
    if raw.startswith(BOM):
        raw = raw[len(BOM) :]
        message = "the file starts with a byte order mark; save it as UTF-8 without one"
        where = Location(path, 1, 1, 1, 1)
        findings.append(Finding(where, "not-utf8", Severity.WARNING, message, fix=(Edit(where, ""),)))
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        return Text(raw.decode(errors="replace"), parses=False, findings=[_undecoded(path, raw, error)])
    fine = raw.isascii() and not raw.translate(None, _FINE)
    if not fine:
        control = _CONTROL.search(text)
        if control:
            message = f"control character U+{ord(control[0]):04X} is no text; take it out"
            if raw.count(0) * 4 > len(raw):
                message = "the file looks like UTF-16; save it as UTF-8"
            where = Lines(path, text).at(control.start())
            return Text(text, parses=False, findings=[_error(where, "not-utf8", message)])
    if fine and " \n" not in text and text.endswith("\n") and not text.endswith(" \n"):
        return Text(text, parses=True, findings=findings)
    tabbed = _TABBED.search(text)
    if tabbed:
        where = Lines(path, text).at(tabbed.start() + tabbed[0].index("\t"))
        findings.append(_error(where, "syntax", "a tab stands in the indentation", "indent with blanks"))
        return Text(text, parses=False, findings=findings)
    findings += _whitespace(path, text)
    return Text(text, parses=True, findings=findings)


def _error(location: Location, rule: str, message: str, hint: str = "") -> Finding:
    return Finding(location, rule, Severity.ERROR, message, hint)


def _undecoded(path: str, raw: bytes, error: UnicodeDecodeError) -> Finding:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _error(Location(path, 1, 1, 1, 1), "not-utf8", "the file is UTF-16; save it as UTF-8")
    before = raw[: error.start].decode()
    where = Lines(path, before).at(len(before))
    byte = raw[error.start : error.start + 1]
    name = "Latin-1" if byte[0] >= 0xA0 else "Windows-1252"  # noqa: PLR2004 - below it Latin-1 has control characters
    guess = byte.decode("cp1252", errors="replace")
    like = "" if guess == "\ufffd" else f" (looks like {name}: {guess})"
    message = f"byte 0x{byte.hex()} at {where.line}:{where.column} is not UTF-8{like}"
    return _error(where, "not-utf8", message, "save the file as UTF-8")


def _whitespace(path: str, text: str) -> list[Finding]:
    """Say what is wrong with line ends, tabs and blanks, none of which changes what the file means."""
    lines = Lines(path, text)
    found: list[tuple[int, int, str, tuple[Edit, ...]]] = []

    def mend(start: int, end: int, by: str) -> tuple[Edit, ...]:
        return (Edit(lines.at(start, end), by),)

    index = text.find("\r")
    if index >= 0:
        end = "CRLF" if text.startswith("\r\n", index) else "CR"
        ends = tuple(Edit(lines.at(*each.span()), "\n") for each in _OLD_BREAK.finditer(text))
        found.append((index, index, f"lines end in {end}; end them with LF", ends))
    if "\t" in text:
        message = "a tab stands in the line; write one blank"
        found += [(*each.span(), message, mend(*each.span(), " ")) for each in _TABS.finditer(text)]
    message = "blanks stand at the end of the line; take them out"
    found += [(*each.span(), message, mend(*each.span(), "")) for each in _BLANKS.finditer(text)]
    if text and not text.endswith(("\n", "\r")):
        size = len(text)
        found.append((size, size, "the file does not end with a line end; add one", mend(size, size, "\n")))
    return [
        Finding(lines.at(start, end), "whitespace", Severity.WARNING, message, fix=fix)
        for start, end, message, fix in found
    ]
