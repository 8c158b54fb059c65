"""What a finding is known by from one run to the next, wherever its line has moved."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from talentpart.finding import Finding
from talentpart.lint.outcome import Outcome

_BREAK = re.compile(r"\r\n|\n|\r")
_DIGITS = re.compile("[0-9]+")
_LENGTH = 32


def fingerprints(outcome: Outcome) -> tuple[str, ...]:
    """Give a fingerprint for each finding, in their order: 32 hex digits, no two alike.

    It stays when lines move, when files or findings are added elsewhere, and however the dataset is named; it changes
    with the marked line itself. Where two findings have all of that in common, their order tells them apart.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    found: list[str] = []
    for identity in _identities(outcome):
        seen[identity] += 1
        text = "\0".join((*identity, str(seen[identity])))
        found.append(hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:_LENGTH])
    return tuple(found)


def _identities(outcome: Outcome) -> Iterator[tuple[str, ...]]:
    """Give what each finding is about: its rule, its file, what the line says, and what is wrong there."""
    for path, group in groupby(outcome.findings, key=lambda each: each.location.path):
        lines = _BREAK.split(outcome.texts(path))
        name = outcome.names.get(path, path)
        for each in group:
            number = each.location.line
            line = lines[number - 1] if 0 < number <= len(lines) else ""
            yield each.rule, name, " ".join(line.split()), _gist(each, path, name)


def _gist(finding: Finding, path: str, name: str) -> str:
    """Give what a message says that lasts: no numbers, no advice (it depends on other records), no folder."""
    message = finding.message
    folder = path.removesuffix(name)
    if folder not in {"", "/", path}:
        message = message.replace(path, name)
        message = re.sub(rf"(?<![^\s'\"]){re.escape(folder)}(?=\S*\.ya?ml)", "", message)
    return _DIGITS.sub("#", message.partition(";")[0])
