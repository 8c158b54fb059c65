"""One line for each finding: what editors and `grep` read."""

from talentpart.finding import Finding
from talentpart.lint.outcome import Outcome
from talentpart.plain import safe


def render(outcome: Outcome, *, color: bool = False) -> str:  # noqa: ARG001 - every format takes it
    """Give the findings, a line each, and the closing line."""
    lines = [line(each) if isinstance(each, Finding) else mute(safe(str(each))) for each in outcome.shown()]
    return "\n".join([*lines, *outcome.ending()])


def line(finding: Finding) -> str:
    """Give a finding as one line: place, severity, message, and the rule in brackets."""
    return mute(f"{safe(str(finding.location))}: {finding.severity}: {safe(finding.message)} [{finding.rule}]")


def mute(text: str) -> str:
    """Keep a file's name from giving orders: CI takes a line that begins with `::` or `##[`, blanks aside, for one."""
    return f"./{text}" if text.lstrip().startswith(("::", "##[")) else text
