"""What has changed in a dataset since a git revision, committed or not, and what is gone from it.

git is asked without a shell. What it would take from the environment of a hook (GIT_DIR and its kin) is kept from it,
so that the folder of the dataset alone says which checkout is meant.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from talentpart.errors import TalentpartError, UsageError
from talentpart.store.folder import ids, place_of, printable, read
from talentpart.store.parse import parse
from talentpart.store.schemas import codes_of

# What `git rev-parse --local-env-vars` names, save the settings that people give on purpose; and how paths are read.
_KEPT_FROM_GIT = frozenset((
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_DIR", "GIT_GRAFT_FILE", "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE", "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_SHALLOW_FILE", "GIT_WORK_TREE",
    "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Changes:
    """The files that have changed, by paths below the root, and what is gone: ids of records, codes of codelists."""

    files: frozenset[str]
    gone: frozenset[str]


def changes(root: Path, revision: str) -> Changes:
    """Give what has changed under a folder since a revision, whether it is committed or not.

    A file that has a new name counts as changed, and the id that it had as gone. Raises UsageError for a revision that
    git does not know, TalentpartError where there is no git or no checkout.
    """
    if revision.startswith("-") or not revision or "\0" in revision:
        message = f"--since takes a git revision, such as main or HEAD~3, and '{revision}' is none"
        raise UsageError(message)
    git = _Git(root)
    commit = git.commit(revision)
    files: set[str] = set()
    gone: set[str] = set()
    had: set[str] = set()
    for letter, old, new in git.changed(commit):
        if letter != "D":
            files.add(printable(new))
        if old and (letter == "D" or old != new):
            gone.add(place_of(printable(old))[2])
        if old and place_of(old)[1] == "codelist":
            had |= git.codes(commit, old)
    files |= {printable(each) for each in git.untracked()}
    if had:
        gone |= had - _codes_now(root)
    return Changes(frozenset(files), frozenset(gone - {""} - _ids_now(root)))


class _Git:
    """git, asked about the checkout that holds one folder; paths are given and taken below that folder."""

    def __init__(self, root: Path) -> None:
        """Find git and the checkout. Raises TalentpartError where there is none."""
        from shutil import which

        found = which("git")
        if found is None:
            message = "--since asks git what has changed, and git is not installed"
            raise TalentpartError(message)
        self.program = found
        self.root = root.resolve()
        self.shown = root
        code, top, said = self._ask("rev-parse", "--show-toplevel")
        if code:
            raise TalentpartError(_no_checkout(root, said))
        self.below = self.root.relative_to(Path(os.fsdecode(top.rstrip(b"\n"))).resolve()).as_posix()

    def commit(self, revision: str) -> str:
        """Give the commit that a revision names. Raises UsageError when it names none."""
        code, out, _ = self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if code:
            message = f"git knows no revision '{revision}' here; a shallow clone may have to fetch it first"
            raise UsageError(message)
        return os.fsdecode(out.strip())

    def changed(self, commit: str) -> Iterator[tuple[str, str, str]]:
        """Give for each tracked file that differs from a commit what happened, its old and its new path."""
        out = self._must(
            "diff", "--name-status", "-z", "--find-renames", "--relative", "--no-ext-diff", "--no-textconv",
            "--ignore-submodules=none", commit, "--", ".",
        )  # fmt: skip
        words = iter(os.fsdecode(each) for each in out.split(b"\0"))
        for status in words:
            if status[:1] in {"R", "C"}:
                yield status[0], next(words), next(words)
            elif status:
                path = next(words)
                yield status[0], "" if status == "A" else path, path

    def untracked(self) -> Iterator[str]:
        """Give the files that git does not keep, ignored ones too, since lint reads them as well."""
        out = self._must("ls-files", "-z", "--others", "--", ".")
        yield from (os.fsdecode(each) for each in out.split(b"\0") if each)

    def codes(self, commit: str, path: str) -> set[str]:
        """Give the codes that a codelist held in a commit."""
        whole = path if self.below == "." else f"{self.below}/{path}"
        document = parse(path, self._must("cat-file", "blob", f"{commit}:{whole}"))
        document.kind, document.id = "codelist", path
        return {code for codes in codes_of([document]).values() for code in codes}

    def _must(self, *words: str) -> bytes:
        code, out, said = self._ask(*words)
        if code:
            message = f"git could not say what has changed: {said or f'it ended with {code}'}"
            raise TalentpartError(message)
        return out

    def _ask(self, *words: str) -> tuple[int, bytes, str]:
        """Run git in the folder; give its exit code, what it answered, and why it failed."""
        import subprocess

        kept = {name: value for name, value in os.environ.items() if name not in _KEPT_FROM_GIT}
        environment = {**kept, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1"}
        command = [self.program, "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", *words]
        try:
            done = subprocess.run(  # noqa: S603 - the program is git, and no word is read by a shell
                command, cwd=self.root, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
            )
        except OSError as error:
            message = f"cannot ask git what has changed under {self.shown}: {(error.strerror or str(error)).lower()}"
            raise TalentpartError(message) from None
        lines = done.stderr.decode("utf-8", "backslashreplace").splitlines()
        return done.returncode, done.stdout, next((each[7:] for each in lines if each.startswith("fatal: ")), "")


def _no_checkout(root: Path, said: str) -> str:
    if "dubious ownership" in said:
        return (
            f"git does not trust the checkout of {root}, since it belongs to somebody else; "
            "`git config --global --add safe.directory FOLDER` lets it"
        )
    return f"{root} is in no git checkout, so nobody can say what has changed in it"


def _ids_now(root: Path) -> frozenset[str]:
    return frozenset(name for _, name in ids(root))


def _codes_now(root: Path) -> frozenset[str]:
    lists = codes_of(read(root, only=("codelist",)))
    return frozenset(code for codes in lists.values() for code in codes)
