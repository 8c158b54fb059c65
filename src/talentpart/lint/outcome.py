"""What linting comes to, as one plain value that every format prints."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from talentpart.finding import Finding, Severity
from talentpart.page import Origin
from talentpart.values import Day

_BREAK = re.compile(r"\r\n|\n|\r")
MOST = 20


@dataclass(frozen=True, slots=True)
class More:
    """How many findings of one rule in one file are not shown, after those that are."""

    path: str
    rule: str
    count: int

    def __str__(self) -> str:
        """Say how many, and how to see them."""
        return f"{self.path}: … and {self.count} more [{self.rule}] (`--max-findings 0` shows all)"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The findings in their order, what was checked, and what a format needs to show them.

    `files` is the number of files checked; `texts` gives the text of a file by its path; `titles` the title of each
    rule that found something; `most` is how many findings of one rule are shown for one file (0: all); `names` the
    path below the root of the dataset of each file that is reported on, by its path; `strict` says that warnings fail;
    `digests` gives the SHA-256 of the bytes of each file with findings that carry a mend, as they were read.
    """

    findings: tuple[Finding, ...]
    files: int
    as_of: Day
    origin: Origin
    texts: Callable[[str], str]
    titles: Mapping[str, str]
    notes: tuple[str, ...] = ()
    most: int = MOST
    names: Mapping[str, str] = field(default_factory=dict)
    strict: bool = False
    digests: Mapping[str, bytes] = field(default_factory=dict)

    def count(self, severity: Severity) -> int:
        """Count the findings of one severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def failed(self, *, strict: bool) -> bool:
        """Tell whether `lint` fails: there is an error, or with `strict` anything at all."""
        return bool(self.findings) if strict else self.count(Severity.ERROR) > 0

    def shown(self) -> Iterator[Finding | More]:
        """Give the findings that people are shown, and after the last of a rule in a file how many are not."""
        counts: dict[tuple[str, str], int] = {}
        path = ""
        for finding in self.findings:
            if finding.location.path != path:
                yield from self._more(path, counts)
                path = finding.location.path
            place = (path, finding.rule)
            counts[place] = counts.get(place, 0) + 1
            if not self.most or counts[place] <= self.most:
                yield finding
        yield from self._more(path, counts)

    def _more(self, path: str, counts: Mapping[tuple[str, str], int]) -> Iterator[More]:
        if self.most:
            for (where, rule), count in counts.items():
                if where == path and count > self.most:
                    yield More(where, rule, count - self.most)

    def source_line(self, path: str, line: int) -> str | None:
        """Give the text of a line of a file, counted from 1; None where the file has no such line."""
        lines = _BREAK.split(self.texts(path))
        return lines[line - 1] if 0 < line <= len(lines) else None

    def ending(self) -> list[str]:
        """Give the lines below the findings: an empty one where there are any, what they come to, and the notes."""
        return [*([""] if self.findings else []), self.closing(), *self.notes, ""]

    def closing(self) -> str:
        """Say how many findings there are in how many files, and what explains the last of them."""
        files = plural(self.files, "file")
        if not self.findings:
            return f"no findings in {files}"
        weights = ", ".join(
            plural(self.count(severity), severity.value) for severity in Severity if self.count(severity)
        )
        touched = len({finding.location.path for finding in self.findings})
        found = f"{plural(len(self.findings), 'finding')} ({weights}) in {touched} of {files}"
        return f"{found}. `talentpart rule {self.findings[-1].rule}` explains."


def plural(count: int, thing: str) -> str:
    """Give a number with its thing, in the singular or the plural: `1 error`, `2 errors`."""
    return f"{count} {thing}{'' if count == 1 else 's'}"
