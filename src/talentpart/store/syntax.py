"""What is wrong with a text that is no YAML, in words for somebody who does not know YAML."""

import yaml

from talentpart.store.handslips import slip

TAG = ("this is a tag, and records hold none", "take it out, or quote text that starts with '!'")
_HERE = "mapping values are not allowed here"
_TWO_COLONS = ("a second ': ' stands in one value", "quote text that contains ': '")
_FIELD_INSIDE = ("this line is a field inside a value", "indent it like the fields above, or quote the text")
# What stands in the parser's problem and in its context, whether the fault is where the context starts, and our words.
_WORDS = (
    ("could not find expected ':'", "", True, "this line has no ': '", "write 'field: value', or quote the text above"),
    (
        "unexpected end of stream",
        "quoted scalar",
        True,
        "this quotation mark is never closed",
        "close it, or put the text in other quotes",
    ),
    (
        "unexpected document separator",
        "quoted scalar",
        True,
        "this quotation mark is not closed before '---' or '...'",
        "close it, or put the text in other quotes",
    ),
    ("", "a directive", True, "a line cannot begin with '%'", "quote the text"),
    ("YAML directive", "", False, "a line cannot begin with '%'", "take it out"),
    ("incompatible YAML", "", False, "a line cannot begin with '%'", "take it out"),
    (
        "",
        "a block scalar",
        False,
        "nothing may stand behind the sign for text on several lines",
        "begin the text on the next line, or quote it",
    ),
    (
        "sequence entries are not allowed",
        "",
        False,
        "no item of a list can begin here",
        "put it on a line of its own, or quote text that starts with '- '",
    ),
    ("mapping keys are not allowed", "", False, "no value can begin with '?' here", "quote the text"),
    (
        "'<document start>'",
        "",
        False,
        "this stands outside the record that begins above",
        "begin every field of a record at the start of its line, or quote the text",
    ),
    (
        "expected escape sequence",
        "",
        False,
        "an escape in double quotes is cut short",
        "write the text in single quotes",
    ),
    ("but got '?'", "", False, "a '?' stands in plain text between brackets", "quote the text"),
    (
        "expected <block end>",
        "",
        False,
        "this does not fit the lines above",
        "check the indentation, or quote the text",
    ),
    (
        "unknown escape character",
        "",
        False,
        "there is no such escape in double quotes",
        "write the text in single quotes",
    ),
)


def fault(error: yaml.YAMLError, text: str) -> tuple[int, int, str, str, str]:
    """Give line and column (from 0), rule, sentence and hint for an error of the pure parser."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return 0, 0, "syntax", "the file cannot be read as YAML", ""
    mark, problem, context = error.problem_mark, error.problem or "", error.context or ""
    start = error.context_mark or mark
    if "tag handle" in problem or "a tag" in context:
        return start.line, start.column, "tag", *TAG
    for what, sign in (("an alias", "*"), ("an anchor", "&")):
        if context.endswith(what):
            hint = f"quote text that starts with '{sign}'"
            return start.line, start.column, "anchor", f"this is {what} to YAML, and records hold none", hint
    slipped = slip(error, text)
    if slipped is not None:
        line, column, sentence, hint = slipped
        return line, column, "syntax", sentence, hint
    for in_problem, in_context, at_start, sentence, hint in _WORDS:
        if in_problem in problem and in_context in context:
            where = start if at_start else mark
            return where.line, where.column, "syntax", sentence, hint
    return mark.line, mark.column, "syntax", *_said(problem, _line(text, mark.line), mark.column, start)


def _line(text: str, number: int) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[number] if number < len(lines) else ""


def _said(problem: str, line: str, column: int, start: yaml.Mark) -> tuple[str, str]:
    """Give sentence and hint for a problem whose words hang on the line where it is."""
    if problem == _HERE:
        return _TWO_COLONS if ": " in line[:column] else _FIELD_INSIDE
    if "that cannot start any token" in problem:
        return f"a value cannot start with '{line[column : column + 1]}'", "quote the text"
    if problem.startswith("expected ',' or"):
        closing = "}" if "'}'" in problem else "]"
        hint = f"the bracket opens at {start.line + 1}:{start.column + 1}; quote words that hold brackets or ': '"
        return f"expected ',' or '{closing}' here", hint
    if "the node content" in problem:
        sign = line[column : column + 1]
        if not sign:
            return "the file ends where a value should stand", "close the bracket, or quote the text above"
        return f"a value should stand here, and '{sign}' does", "quote the text, or take the sign out"
    return problem[:1].lower() + problem[1:], ""
