"""Mending by machine what lint finds, where that is safe: in rounds, since one mend may lay open or cover another.

Files are mended in memory and linted as they would be then, so that nothing is written before all is known.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from talentpart.lint.outcome import Outcome
from talentpart.lint.runner import Wanted, lint
from talentpart.store.edits import Fix, mend, replace_file
from talentpart.store.folder import read_bytes
from talentpart.store.format import unmendable
from talentpart.store.parse import parse
from talentpart.values import Day

_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Change:
    """One file, by its path as shown and below the root, as it was and as it is to be."""

    path: str
    name: str
    was: bytes
    now: bytes


@dataclass(frozen=True, slots=True)
class Mending:
    """What was mended, and what remains.

    `outcome` holds the findings that remain; `done` counts the findings mended; `notes` say which files could not be
    written and which mends would have changed what a file means.
    """

    outcome: Outcome
    changes: tuple[Change, ...]
    done: int
    notes: tuple[str, ...] = ()


def fix(root: Path, where: str, as_of: Day, wanted: Wanted, *, write: bool) -> Mending:
    """Mend the findings that lint reports and that carry a mend; with `write` in the files, else only to be shown.

    A file is written only if it still holds what was linted, whole or not at all. Raises what lint does.
    """
    bench = _Bench(root)
    outcome = lint(root, where, as_of, wanted)
    for _ in range(_ROUNDS):
        if not bench.round(outcome):
            break
        outcome = lint(root, where, as_of, replace(wanted, instead=bench.now))
    changes = tuple(bench.changes())
    if not write:
        return Mending(outcome, changes, sum(bench.done.values()), tuple(bench.notes))
    written = []
    for change in changes:
        why = replace_file(root / change.name, change.now, change.was, root)
        if why:
            bench.notes.append(f"{change.path} was not written: {why}")
        else:
            written.append(change)
    if len(written) < len(changes):
        outcome = lint(root, where, as_of, wanted)
    done = sum(bench.done[change.name] for change in written)
    return Mending(outcome, tuple(written), done, tuple(bench.notes))


@dataclass(slots=True)
class _Bench:
    """The files being mended, by their paths below the root: as they were, as they are now, and how much was done."""

    root: Path
    was: dict[str, bytes] = field(default_factory=dict)
    now: dict[str, bytes] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)
    done: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    left: set[str] = field(default_factory=set)

    def round(self, outcome: Outcome) -> bool:
        """Mend what can be mended at once; tell whether anything was."""
        any_done = False
        for path, fixes in _by_path(outcome).items():
            name = outcome.names.get(path, "")
            if name and self._take(path, name, outcome.digests.get(path, b"")):
                any_done |= self._mend(path, name, fixes)
        return any_done

    def changes(self) -> list[Change]:
        """Give the files that are to hold something else."""
        return [
            Change(self.paths[name], name, self.was[name], now)
            for name, now in self.now.items()
            if now != self.was[name]
        ]

    def _take(self, path: str, name: str, linted: bytes) -> bool:
        """Take a file onto the bench; tell whether it is there, and is the one that was linted."""
        if name in self.left:
            return False
        if name in self.now:
            return True
        try:
            raw = read_bytes(self.root / name)
            changed = hashlib.sha256(raw).digest() != linted
        except OSError:
            raw, changed = b"", True
        if changed:
            self.left.add(name)
            self.notes.append(f"{path} was not written: it has changed since it was read")
            return False
        self.was[name] = self.now[name] = raw
        self.paths[name] = path
        self.done[name] = 0
        return True

    def _mend(self, path: str, name: str, fixes: Mapping[Fix, str]) -> bool:
        document = parse(path, self.now[name])
        # A number that might be text is for its author to settle, and in nobody's way.
        if document.data is None or any(each.rule != "ambiguous-scalar" for each in unmendable(document)):
            self.left.add(name)
            return False
        mended = mend(document, fixes)
        self.now[name] = mended.raw
        self.done[name] += len(mended.done)
        for each in mended.dropped:
            note = (
                f"{each[0].location}: the mend of {fixes[each]} would change what the file means, so it was left out; "
                "this is a bug in talentpart"
            )
            if note not in self.notes:
                self.notes.append(note)
        return bool(mended.done)


def _by_path(outcome: Outcome) -> dict[str, dict[Fix, str]]:
    """Give for each file its mends, in the order of the findings, each with its rule."""
    found: dict[str, dict[Fix, str]] = {}
    for each in outcome.findings:
        if each.fix:
            found.setdefault(each.location.path, {}).setdefault(each.fix, each.rule)
    return found
