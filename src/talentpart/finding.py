"""What lint finds: a place, a rule, a severity and a sentence, as plain values in one order."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: an error fails `lint`, a warning only with `--strict`."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Location:
    """A stretch of a file; lines and columns count from 1, columns in code points, the end is exclusive.

    Line 0 stands for the file as a whole.
    """

    path: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        """Print as editors understand it: `path:line:column`."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding speaks of, with what stands there."""

    location: Location
    message: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a file and the text that takes its place, so that a finding is mended by a machine."""

    location: Location
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with the data, where, and by which rule.

    `message` says what is so and what should be, in lower case without a full stop; `hint` how to mend it;
    `record` is the id of the record where there is one; `fix` mends it where that is safe: what the file means stays,
    or becomes what was surely meant.
    """

    location: Location
    rule: str
    severity: Severity
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    record: str = ""
    fix: tuple[Edit, ...] = ()

    def order(self) -> tuple[str, int, int, str, str]:
        """Give the one order of findings: path, line, column, rule, message."""
        place = self.location
        return (place.path, place.line, place.column, self.rule, self.message)
