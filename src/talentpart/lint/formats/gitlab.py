"""GitLab's code quality report: findings beside the lines of a merge request, told apart from those of its target."""

import json

from talentpart.finding import Finding, Severity
from talentpart.lint.fingerprint import fingerprints
from talentpart.lint.outcome import Outcome
from talentpart.page import Datum
from talentpart.plain import safe

# The words there are info, minor, major, critical and blocker; the last two are for what harms a running service.
_WEIGHTS = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def render(outcome: Outcome, *, color: bool = False) -> str:  # noqa: ARG001 - every format takes it
    """Give every finding, whatever `--max-findings` says."""
    found = zip(outcome.findings, fingerprints(outcome), strict=True)
    return json.dumps([_item(*each) for each in found], indent=2, ensure_ascii=True) + "\n"


def _item(finding: Finding, fingerprint: str) -> Datum:
    return {
        "description": safe(f"{finding.message} ({finding.hint})" if finding.hint else finding.message),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _WEIGHTS[finding.severity],
        # A file as a whole has no line there, so it is told at its first.
        "location": {"path": finding.location.path, "lines": {"begin": max(finding.location.line, 1)}},
    }
