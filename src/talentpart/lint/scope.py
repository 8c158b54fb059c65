"""Which findings lint reports: all, or those at and under the paths that were given, or in files that have changed."""

import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from talentpart.errors import UsageError
from talentpart.finding import Finding
from talentpart.lint.since import Changes
from talentpart.store.parse import Document


@dataclass(frozen=True, slots=True)
class Scope:
    """The paths that limit what is reported (none: all), the files that do (none: all), and how many files these are.

    `files` holds the paths of files as shown; `gone` the words whose loss is told wherever they are still used.
    """

    paths: tuple[str, ...]
    count: int
    files: frozenset[str] | None = None
    gone: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        root: Path,
        documents: Collection[Document],
        given: Sequence[Path],
        *,
        allow_empty: bool,
        changes: Changes | None = None,
    ) -> "Scope":
        """Take the paths as given, from the current folder, and what has changed since a revision.

        Raises UsageError for a path that does not exist, lies outside the dataset, or (unless `allow_empty`) holds no
        record.
        """
        paths = tuple(os.path.abspath(path) for path in given)  # noqa: PTH100 - as written, links not followed
        kinds = {os.path.abspath(document.path): document.kind for document in documents}  # noqa: PTH100
        for path, word in zip(paths, given, strict=True):
            _must_hold(path, word, root, kinds, allow_empty=allow_empty)
        files = None
        if changes is not None:
            files = frozenset(document.path for document in documents if document.name in changes.files)
        scope = cls(paths, 0, files, changes.gone if changes else frozenset())
        # What belongs nowhere is reported on, and is no record.
        count = sum(bool(document.kind) and scope.holds(document.path) for document in documents)
        return cls(scope.paths, count, scope.files, scope.gone)

    def holds(self, path: str) -> bool:
        """Tell whether a file is reported on."""
        return self._under(path) and (self.files is None or path in self.files)

    def tells(self, finding: Finding, document: Document | None) -> bool:
        """Tell whether a finding is reported: in such a file, or on a word for what is gone."""
        place = finding.location
        if self.holds(place.path):
            return True
        if not self.gone or document is None or not place.line or not self._under(place.path):
            return False
        return document.written(place).strip("\"'").partition("#")[0] in self.gone

    def _under(self, path: str) -> bool:
        return not self.paths or _within(os.path.abspath(path), self.paths)  # noqa: PTH100


def _must_hold(path: str, word: Path, root: Path, kinds: Collection[str], *, allow_empty: bool) -> None:
    """Raise UsageError where a path that was given leaves nothing to report on."""
    top = os.path.abspath(root)  # noqa: PTH100
    if path not in kinds and not os.path.lexists(path):
        message = f"there is no file or folder {word}"
        raise UsageError(message)
    if not _within(path, (top,)) and not _within(top, (path,)):
        message = f"{word} is outside the dataset in {root}; give its dataset with --data"
        raise UsageError(message)
    if not allow_empty and not any(_within(each, (path,)) for each in kinds):
        message = f"{word} holds no records; --allow-empty takes that for fine"
        raise UsageError(message)


def _within(path: str, folders: Iterable[str]) -> bool:
    return any(path == folder or path.startswith(folder.rstrip(os.sep) + os.sep) for folder in folders)
