"""Workflow commands of GitHub Actions: each finding becomes a note beside its line in a pull request."""

from talentpart.finding import Finding
from talentpart.lint.outcome import Outcome
from talentpart.plain import safe


def render(outcome: Outcome, *, color: bool = False) -> str:  # noqa: ARG001 - every format takes it
    """Give every finding as a command, whatever `--max-findings` says, and nothing else."""
    return "".join(f"{_command(finding)}\n" for finding in outcome.findings)


def _command(finding: Finding) -> str:
    place = finding.location
    numbers = {"line": place.line, "endLine": place.end_line, "col": place.column, "endColumn": place.end_column}
    if place.end_line > place.line:
        # Columns of two lines are refused there.
        numbers["col"] = numbers["endColumn"] = 0
    else:
        # There the last column is inside the span, here it is behind it.
        numbers["endColumn"] = max(place.end_column - 1, place.column)
    words = {"file": place.path, **{name: str(number) for name, number in numbers.items() if number}}
    words["title"] = finding.rule
    properties = ",".join(f"{name}={_property(word)}" for name, word in words.items())
    message = f"{finding.message} ({finding.hint})" if finding.hint else finding.message
    return f"::{finding.severity} {properties}::{_data(message)}"


def _data(text: str) -> str:
    """Escape as the runner reads a message: nothing may end the line."""
    return safe(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    """Escape as the runner reads a property: nothing may end the property either."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
