"""JUnit's XML, which every CI server shows as tests: an error is a failed test, a clean file one that passed.

The format allows a test one failure, so a file has a test for each finding. Its name holds no line, so a server knows
the test again when lines move. A warning is a skipped test, with its message: it fails no more than it does elsewhere,
unless `--strict` says so.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html import escape

from talentpart.finding import Finding, Severity
from talentpart.lint.formats.concise import line, mute
from talentpart.lint.outcome import Outcome
from talentpart.plain import safe

SUFFIX = ".xml"
_PACKAGE = "talentpart"
_TOP = "dataset"
# What XML 1.0 has no way to write; most of it never gets this far.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(outcome: Outcome, *, color: bool = False) -> str:  # noqa: ARG001 - every format takes it
    """Give a suite for each folder of the dataset, with every finding, whatever `--max-findings` says.

    Nothing is timed, and the moment is the day as of which lint was run, so that two runs give the same bytes.
    """
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>"]
    for number, (folder, paths) in enumerate(_folders(outcome).items()):
        lines += _suite(outcome, number, folder, paths)
    text = "\n".join([*lines, "</testsuites>", ""])
    # Whatever encoding the text goes out in, it is read as it was meant.
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _folders(outcome: Outcome) -> dict[str, dict[str, list[Finding]]]:
    """Give, for each folder, the files with their findings."""
    found: dict[str, list[Finding]] = {path: [] for path in outcome.names}
    for finding in outcome.findings:
        found.setdefault(finding.location.path, []).append(finding)
    folders: dict[str, dict[str, list[Finding]]] = {}
    for path, findings in found.items():
        folder, below, _ = outcome.names.get(path, path).partition("/")
        folders.setdefault(folder if below else _TOP, {})[path] = findings
    return folders


def _suite(outcome: Outcome, number: int, folder: str, paths: dict[str, list[Finding]]) -> Iterator[str]:
    findings = [finding for found in paths.values() for finding in found]
    counts = Counter(_fails(outcome, finding) for finding in findings)
    attributes = {
        "name": folder, "package": _PACKAGE, "id": number, "timestamp": f"{outcome.as_of.latest}T00:00:00",
        "hostname": "localhost", "time": "0", "errors": 0, "failures": counts[True], "skipped": counts[False],
        "tests": sum(max(len(found), 1) for found in paths.values()),
    }  # fmt: skip
    yield f"  <testsuite{_attributes(attributes)}>"
    yield "    <properties>"
    origin = outcome.origin
    for name, value in (("version", origin.version), ("sha256", origin.sha256), ("as_of", outcome.as_of.text)):
        yield f"      <property{_attributes({'name': name, 'value': value})}/>"
    yield "    </properties>"
    for path, found in paths.items():
        yield from _cases(outcome, f"{_PACKAGE}.{folder}", path, found)
    # What is said of the run as a whole is said once.
    notes = "" if number else "\n".join(map(safe, outcome.notes))
    yield f"    <system-out>{_inside(notes)}</system-out>"
    yield "    <system-err></system-err>"
    yield "  </testsuite>"


def _cases(outcome: Outcome, classname: str, path: str, findings: list[Finding]) -> Iterator[str]:
    def case(name: str) -> str:
        return f"    <testcase{_attributes({'classname': classname, 'name': name, 'time': '0'})}"

    if not findings:
        yield f"{case(path)}/>"
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.rule] += 1
        again = f" ({seen[finding.rule]})" if seen[finding.rule] > 1 else ""
        yield f"{case(f'{path}: {finding.rule}{again}')}>"
        if _fails(outcome, finding):
            attributes = {"type": finding.rule, "message": finding.message}
            yield f"      <failure{_attributes(attributes)}>{_inside(_body(finding))}</failure>"
        else:
            attributes = {"message": f"{finding.severity}: {finding.message} [{finding.rule}]"}
            yield f"      <skipped{_attributes(attributes)}>{_inside(_body(finding))}</skipped>"
        yield "    </testcase>"


def _fails(outcome: Outcome, finding: Finding) -> bool:
    return outcome.strict or finding.severity is Severity.ERROR


def _body(finding: Finding) -> str:
    """Give the finding as people read it elsewhere, with how to mend it, other places, and where more is said."""
    lines = [line(finding), safe(finding.hint)]
    lines += [safe(f"{each.location}: {each.message}") for each in finding.related]
    lines.append(f"`talentpart rule {finding.rule}` explains.")
    return "\n".join(mute(each) for each in lines if each)


def _attributes(values: Mapping[str, object]) -> str:
    written = ((name, _inside(safe(str(value))).replace('"', "&quot;")) for name, value in values.items())
    return "".join(f' {name}="{value}"' for name, value in written)


def _inside(text: str) -> str:
    return escape(_ILLEGAL.sub("\ufffd", text), quote=False)
