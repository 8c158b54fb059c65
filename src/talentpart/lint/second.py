"""A second process that reads and checks its share of the files, where they are so many that it pays.

It is another Python, not a fork of this one, which would be unsafe beside threads and is unknown on Windows. It starts
while this one is still loading rules, and writes its answers to a file without a name, so that neither waits for the
other and nothing is left behind. Whatever becomes of it, the result is the same: files without an answer are read by
the first process.
"""

import os
import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from talentpart.lint import rule
from talentpart.lint.check import Checker
from talentpart.model.load import unhindered
from talentpart.model.wire import Answer, answers, give, read_work, work
from talentpart.store.folder import File, opener

if TYPE_CHECKING:
    from subprocess import Popen

# With fewer files nobody gains by it, since its start takes as long as some hundred of them.
_ENOUGH = 500
_HEAD_START = 100
# Of fifteen files it reads eight, since the first process also makes the records of all that it reads itself.
_FIFTEEN, _EIGHT = 15, 8
_START = "import sys; sys.path[:] = {path!r}; from talentpart.lint.second import main; main()"


class Second:
    """The second process: asked once, answering once."""

    __slots__ = ("_given", "_process")

    def __init__(self, process: "Popen[bytes]", given: BinaryIO) -> None:
        """Take the process, and the file that it writes to."""
        self._process = process
        self._given = given

    def share(self, files: Sequence[File], instead: Collection[str]) -> tuple[list[File], list[File]]:
        """Give the files that the first process reads, and those for this one.

        For paths in `instead`, only the first process knows what stands in for the file.
        """
        first = _HEAD_START if len(files) >= _ENOUGH else 0
        mine = list(files[:first])
        theirs: list[File] = []
        for index, file in enumerate(files[first:]):
            (theirs if index % _FIFTEEN < _EIGHT and file[0] not in instead else mine).append(file)
        return mine, theirs

    def ask(self, root: Path, files: Sequence[File], checker: Checker) -> None:
        """Have files read and checked."""
        named = tuple((os.fsencode(name), kind, os.fsencode(record)) for name, kind, record in files)
        asked = work(os.fsencode(root), named, checker.codes, tuple(one.name for one in checker.rules))
        if self._process.stdin is not None:
            with suppress(OSError), self._process.stdin as door:  # It may have ended already.
                door.write(asked)

    def answers(self, files: Sequence[File]) -> Iterator[Answer | None]:
        """Wait, and give an answer for each of the files that it was asked for; None where there is none."""
        self._process.wait()
        self._given.seek(0)
        known = answers(self._given)
        for _ in files:
            yield next(known, None)


@contextmanager
def second(files: int, processes: int | None) -> Iterator[Second | None]:
    """Start the second process, which ends with the block, however that ends; None where one process is enough.

    `processes` is 1 or 2; None lets it hang on the number of files and of cores.
    """
    started = _started() if _wanted(files, processes) else None
    if started is None:
        yield None
        return
    process, given = started
    with given, process:
        try:
            yield Second(process, given)
        finally:
            process.kill()


def _wanted(files: int, processes: int | None) -> bool:
    if not sys.executable:
        return False
    return files >= _ENOUGH and _cores() > 1 if processes is None else processes > 1


def _started() -> "tuple[Popen[bytes], BinaryIO] | None":
    """Start the process, with a file for its answers; None where the system gives no more of either."""
    from subprocess import DEVNULL, PIPE, Popen
    from tempfile import TemporaryFile

    command = [sys.executable, "-S", *(["-B"] if sys.flags.dont_write_bytecode else [])]
    command += ["-c", _START.format(path=sys.path)]
    with ExitStack() as held:
        try:
            given = held.enter_context(TemporaryFile())
            process = Popen(command, stdin=PIPE, stdout=given, stderr=DEVNULL)  # noqa: S603 - this Python itself
        except OSError:
            return None
        held.pop_all()
    return process, given


def main() -> None:
    """Do the work that stands on standard input, and write the answers to standard output."""
    asked = read_work(sys.stdin.buffer.read())
    read_file = opener(Path(os.fsdecode(asked.root)))
    checker = Checker(map(rule.load, asked.rules), asked.codes)
    with unhindered():
        for name, kind, record in asked.files:
            one = read_file((os.fsdecode(name), kind, os.fsdecode(record)))
            checked = checker.check(one)
            give(Answer(one.path, one.data, one.digest, one.findings, checked), sys.stdout.buffer)
    sys.stdout.buffer.flush()


def _cores() -> int:
    """Give how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
