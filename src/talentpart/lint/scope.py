"""Which files lint reports on: all, or those at and under the paths that were given."""

import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from talentpart.errors import UsageError
from talentpart.store.parse import Document


@dataclass(frozen=True, slots=True)
class Scope:
    """The paths that limit what is reported (none: all), and how many files stand at and under them."""

    paths: tuple[str, ...]
    files: int

    @classmethod
    def of(cls, root: Path, documents: Collection[Document], given: Sequence[Path], *, allow_empty: bool) -> "Scope":
        """Take the paths as given, from the current folder.

        Raises UsageError for a path that does not exist, lies outside the dataset, or (unless `allow_empty`) holds no
        record.
        """
        paths = tuple(os.path.abspath(path) for path in given)  # noqa: PTH100 - as written, links not followed
        if not paths:
            return cls((), sum(bool(document.kind) for document in documents))
        top = os.path.abspath(root)  # noqa: PTH100
        held = {os.path.abspath(document.path): document.kind for document in documents}  # noqa: PTH100
        counted: set[str] = set()
        for path, word in zip(paths, given, strict=True):
            if not os.path.lexists(path):
                message = f"there is no file or folder {word}"
                raise UsageError(message)
            if not _within(path, (top,)) and not _within(top, (path,)):
                message = f"{word} is outside the dataset in {root}; give its dataset with --data"
                raise UsageError(message)
            found = {each for each in held if _within(each, (path,))}
            if not found and not allow_empty:
                message = f"{word} holds no records; --allow-empty takes that for fine"
                raise UsageError(message)
            counted |= found
        # What belongs nowhere is reported on, and is no record.
        return cls(paths, sum(bool(held[each]) for each in counted))

    def holds(self, path: str) -> bool:
        """Tell whether a file is reported on."""
        return not self.paths or _within(os.path.abspath(path), self.paths)  # noqa: PTH100


def _within(path: str, folders: Iterable[str]) -> bool:
    return any(path == folder or path.startswith(folder.rstrip(os.sep) + os.sep) for folder in folders)
