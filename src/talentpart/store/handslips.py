"""Slips of the hand that YAML tells only by what follows from them: where the slip itself is, and what it is.

The parser stops where a text can no longer be YAML, which is often lines below the mark or bracket that is missing.
"""

import re
from collections.abc import Callable

import yaml
from yaml.tokens import ScalarToken

# Where the slip is, line and column from 0, and the sentence and the hint on it.
Slip = tuple[int, int, str, str]

_LINE_END = re.compile("\r\n|\r|\n")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: |$)", re.MULTILINE)
_GLUED = re.compile(r"[ ]*(?:- )*[A-Za-z_-]+:[^\s/:]")
_DASH = re.compile(r"[ ]*-[^\s-]")
_FIELD = re.compile(r"[A-Za-z_-]+:(?:\s|$)")
_NAME = re.compile(r"[A-Za-z_-]*")
_ITEM = re.compile(r"[ ]*(?:- +)*")


def slip(error: yaml.MarkedYAMLError, text: str) -> Slip | None:
    """Give the slip that an error of the pure parser comes from, where it is one of those that are known."""
    mark, problem = error.problem_mark, error.problem or ""
    if mark is None:
        return None
    conflict = _CONFLICT.search(text)
    if conflict is not None:
        at = len(_LINE_END.findall(text[: conflict.start()]))
        return at, 0, "a merge conflict is left here", "keep one of the two sides, and take the marks out"
    lines = _LINE_END.split(text)
    look = next((each for words, each in _LOOKS if problem.startswith(words)), None)
    if look is None or mark.line >= len(lines):
        return None
    found = _behind_quotes(text, mark, lines[mark.line])
    return found if found is not None else look(mark, error.context_mark or mark, lines)


def _behind_quotes(text: str, mark: yaml.Mark, line: str) -> Slip | None:
    """Look for a quoted text that ends just before the fault: closed too late, or with more text behind it."""
    last = _scalar_before(text, mark)
    if last is None or not last.style or last.style not in "\"'":
        return None
    start, end = last.start_mark, last.end_mark
    if end.line != mark.line or line[end.column : mark.column].strip():
        return None
    if start.line < end.line:
        message = f"this quotation mark is closed only in line {end.line + 1}, so all between is one text"
        return start.line, start.column, message, "close it where its text ends"
    if _FIELD.match(line, mark.column) or line[mark.column : mark.column + 1] in set(":{}[],"):
        return None
    hint = "put the whole text in quotes of the other kind"
    return mark.line, mark.column, "text goes on behind the quotation mark that closes it", hint


def _scalar_before(text: str, mark: yaml.Mark) -> ScalarToken | None:
    """Give the last text that ends before a mark."""
    last: ScalarToken | None = None
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if token.start_mark.index >= mark.index:
                break
            if isinstance(token, ScalarToken) and token.end_mark.index <= mark.index:
                last = token
    except yaml.YAMLError:
        return last  # The fault may be one of scanning: what stands before it has been seen.
    return last


def _no_fit(mark: yaml.Mark, _start: yaml.Mark, lines: list[str]) -> Slip | None:
    """Look for a bracket too many, and for a dash without its blank."""
    line = lines[mark.line]
    sign = line[mark.column : mark.column + 1]
    if sign and sign in "}]":
        opens = "{" if sign == "}" else "["
        return mark.line, mark.column, f"this '{sign}' closes nothing", f"take it out, or put the '{opens}' before it"
    if _DASH.match(line) and not line[: mark.column].strip():
        return mark.line, mark.column, "no blank stands behind this '-'", "write '- ' before an item of a list"
    return None


def _open(mark: yaml.Mark, start: yaml.Mark, lines: list[str]) -> Slip | None:
    """Look for a bracket that was left open at the end of a line."""
    line = lines[mark.line]
    above = lines[mark.line - 1].rstrip() if mark.line else ""
    # A field on the next line has become a part of the last text in the bracket, up to its colon.
    if start.line == mark.line or above.endswith(",") or not _NAME.fullmatch(_ITEM.sub("", line[: mark.column], 1)):
        return None
    opens = lines[start.line][start.column]
    closes = "}" if opens == "{" else "]"
    below = f"before line {mark.line + 1}" if any(each.strip() for each in lines[mark.line :]) else "anywhere"
    return start.line, start.column, f"this '{opens}' is not closed {below}", f"close it with '{closes}'"


def _no_field(_mark: yaml.Mark, start: yaml.Mark, lines: list[str]) -> Slip | None:
    """Look for an item without its dash, and for a field without the blank behind its colon."""
    line = lines[start.line]
    if line[start.column : start.column + 1] in {"{", "["}:
        message = f"a field cannot begin with '{line[start.column]}'"
        return start.line, start.column, message, "begin an item of a list with '- '"
    if _GLUED.match(line):
        column = line.index(":", start.column) if ":" in line[start.column :] else start.column
        return start.line, column, "no blank stands behind this ':'", "write 'field: value'"
    return None


def _unopened(mark: yaml.Mark, _start: yaml.Mark, lines: list[str]) -> Slip | None:
    """Look for an item in braces that lacks the first of them."""
    line = lines[mark.line]
    item = _ITEM.match(line)
    at = item.end() if item else 0
    lacking = line.rstrip().endswith("}") and line.count("{") < line.count("}")
    if not lacking or ", " not in line[at : mark.column] or line[at : at + 1] in set("\"'{["):
        return None
    return mark.line, at, "the '{' that this line's '}' closes is missing", "begin the fields with '{'"


# What the parser's problem begins with, and where to look then.
_LOOKS: tuple[tuple[str, Callable[[yaml.Mark, yaml.Mark, list[str]], Slip | None]], ...] = (
    ("expected <block end>", _no_fit),
    ("expected ',' or", _open),
    ("could not find expected ':'", _no_field),
    ("mapping values are not allowed here", _unopened),
)
