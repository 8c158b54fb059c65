"""What can go wrong, one class for each exit code; each carries a sentence for the user."""

from typing import ClassVar


class TalentpartError(Exception):
    """The command could not do its work: no dataset, unreadable data, unwritable output."""

    exit_code: ClassVar[int] = 3

    def __init__(self, message: str, *, near: tuple[str, ...] = ()) -> None:
        """Take the sentence, and the nearest right values where there are any."""
        super().__init__(message)
        self.message = message
        self.near = near


class DataError(TalentpartError):
    """The data cannot be read as records; the findings say where."""

    def __init__(self, message: str, findings: tuple[str, ...] = ()) -> None:
        """Take the sentence, and the findings already worded, a line each."""
        super().__init__(message)
        self.findings = findings


class UsageError(TalentpartError):
    """The command line is wrong, names no record, or leaves nothing to check."""

    exit_code: ClassVar[int] = 2


class UnknownName(UsageError):
    """A name stands for nothing in the dataset, or for two things."""
