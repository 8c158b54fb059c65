"""SARIF 2.1.0: findings with their rules, places and mends, for code scanning and for editors that read it."""

import json
import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

from talentpart import __version__
from talentpart.finding import Edit, Finding, Location, Severity
from talentpart.lint import rule
from talentpart.lint.fingerprint import fingerprints
from talentpart.lint.outcome import Outcome
from talentpart.lint.rule import HEADINGS, Rule
from talentpart.page import Datum, Plain
from talentpart.plain import safe

SUFFIX = ".sarif"
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_ROOT = "%SRCROOT%"
# Text in a message that would be taken for a link to a place or an address.
_LINK = re.compile(r"\[(?=[^\[]*\]\()")


def render(outcome: Outcome, *, color: bool = False) -> str:  # noqa: ARG001 - every format takes it
    """Give one run with every finding, whatever `--max-findings` says, and the rules that found something."""
    rules = [rule.load(name) for name in sorted({finding.rule for finding in outcome.findings})]
    numbers = {each.name: number for number, each in enumerate(rules)}
    found = zip(outcome.findings, fingerprints(outcome), strict=True)
    run = {
        "tool": {"driver": {"name": "talentpart", "version": __version__, "rules": [_rule(each) for each in rules]}},
        "automationDetails": {"id": "talentpart/lint/"},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": [
            {"level": "note", "message": {"text": _text(note)}} for note in outcome.notes
        ]}],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which talentpart was run."}}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [_result(outcome, finding, mark, numbers) for finding, mark in found],
    }  # fmt: skip
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, indent=2, ensure_ascii=True, allow_nan=False) + "\n"


def _rule(one: Rule) -> Datum:
    pages = [(heading, one.page[heading]) for heading in HEADINGS]
    return {
        "id": one.name,
        "name": one.name.title().replace("-", ""),
        "shortDescription": {"text": one.title},
        "fullDescription": {"text": one.page["What"]},
        "help": {
            "text": "\n\n".join(f"{heading}: {text}" for heading, text in pages),
            "markdown": "\n\n".join(f"**{heading}:** {text}" for heading, text in pages),
        },
        "defaultConfiguration": {"level": _LEVELS[one.severity]},
        "properties": {"family": one.family, "tags": [one.family]},
    }


def _result(outcome: Outcome, finding: Finding, fingerprint: str, numbers: Mapping[str, int]) -> Datum:
    result: dict[str, Plain] = {
        "ruleId": finding.rule,
        "ruleIndex": numbers[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": _physical(finding.location)}],
        "partialFingerprints": {"talentpart/v1": fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _physical(each.location), "message": {"text": _text(each.message)}}
            for number, each in enumerate(finding.related, 1)
        ]
    if finding.fix:
        result["fixes"] = [_fix(outcome, finding)]
    if finding.record:
        result["properties"] = {"record": finding.record}
    return result


def _message(finding: Finding) -> str:
    """Give the message with its hint, and a link to each other place, without which code scanning shows none."""
    text = _text(f"{finding.message} ({finding.hint})" if finding.hint else finding.message)
    links = [f"[{_inside(each.message)}]({number})" for number, each in enumerate(finding.related, 1)]
    return f"{text}; see {', '.join(links)}" if links else text


def _text(text: str) -> str:
    return _LINK.sub(r"\\[", safe(text))


def _inside(text: str) -> str:
    """Escape what would end the text of a link."""
    return re.sub(r"[\\\[\]]", r"\\\g<0>", safe(text)) or "there"


def _physical(place: Location) -> Datum:
    where: dict[str, Plain] = {"artifactLocation": _artifact(place.path)}
    if place.line:
        where["region"] = _region(place)
    return where


def _artifact(path: str) -> Datum:
    address = quote(path.encode("utf-8", "backslashreplace"))
    if not Path(path).is_absolute():
        return {"uri": address, "uriBaseId": _ROOT}
    # A drive of Windows, the only place of a colon that is none of the name.
    return {"uri": f"file://{address}" if path.startswith("/") else f"file:///{address.replace('%3A', ':', 1)}"}


def _region(place: Location) -> Datum:
    numbers = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {name: number for name, number in numbers.items() if number}


def _fix(outcome: Outcome, finding: Finding) -> Datum:
    def path(edit: Edit) -> str:
        return edit.location.path

    changes = groupby(sorted(finding.fix, key=path), key=path)
    return {
        "description": {"text": _text(finding.hint or finding.message)},
        "artifactChanges": [
            {"artifactLocation": _artifact(name), "replacements": _replacements(outcome, edits)}
            for name, edits in changes
        ],
    }


def _replacements(outcome: Outcome, edits: Iterable[Edit]) -> list[Plain]:
    return [
        {
            "deletedRegion": (
                _region(each.location)
                if each.location.line
                else {"charOffset": 0, "charLength": len(outcome.texts(each.location.path))}
            ),
            "insertedContent": {"text": each.text},
        }
        for each in edits
    ]
