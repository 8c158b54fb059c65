"""One JSON document with every finding, whatever `--max-findings` says: for programs."""

import json
from collections.abc import Iterator

from talentpart.finding import Finding, Location
from talentpart.lint.fingerprint import fingerprints
from talentpart.lint.outcome import Outcome
from talentpart.page import Datum

SUFFIX = ".json"
FORMAT_VERSION = "1.0"


def render(outcome: Outcome, *, color: bool = False) -> str:  # noqa: ARG001 - every format takes it
    """Give the document; schemas/output/lint.schema.json says what it holds."""
    origin = outcome.origin
    document = {
        "format_version": FORMAT_VERSION,
        "kind": "lint",
        "as_of": outcome.as_of.text,
        "dataset": {"version": origin.version, "day": origin.day, "sha256": origin.sha256},
        "files": outcome.files,
        "items": list(items(outcome)),
        "notes": list(outcome.notes),
    }
    return json.dumps(document, indent=2, ensure_ascii=True, allow_nan=False) + "\n"


def items(outcome: Outcome) -> Iterator[Datum]:
    """Give every finding as plain data."""
    for finding, fingerprint in zip(outcome.findings, fingerprints(outcome), strict=True):
        yield _item(finding, fingerprint)


def _item(finding: Finding, fingerprint: str) -> Datum:
    return {
        **_place(finding.location),
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "record": finding.record,
        "related": [{**_place(each.location), "message": each.message} for each in finding.related],
        "fix": [{**_place(each.location), "text": each.text} for each in finding.fix],
        "fingerprint": fingerprint,
    }


def _place(place: Location) -> dict[str, str | int]:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
