"""A second process that reads and checks its share of the files, where they are so many that it pays.

It is another Python, not a fork of this one, which would be unsafe beside threads and is unknown on Windows. It starts
while this one is still loading rules. A thread here hands it the work and takes in what it answers, so that neither
process waits for the other, and the first makes records of the answers while the second is still reading. Whatever
becomes of it, the result is the same: files without an answer are read by the first process.
"""

import os
import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from talentpart.lint import rule
from talentpart.lint.check import Checker
from talentpart.model.load import unhindered
from talentpart.model.wire import Answer, answers, give, read_work, taken, work
from talentpart.store.folder import File, opener

if TYPE_CHECKING:
    from subprocess import Popen

# With fewer files nobody gains by it, since its start takes as long as some hundred of them.
_ENOUGH = 500
_HEAD_START = 100
# Of twelve files it reads seven, since the first process also makes the records of them all.
_TWELVE, _SEVEN = 12, 7
_START = "import sys; sys.path[:] = {path!r}; from talentpart.lint.second import main; main()"


class Second:
    """The second process: asked once, answering once."""

    __slots__ = ("_given", "_process", "_talk")

    def __init__(self, process: "Popen[bytes]") -> None:
        """Take the process, which waits for its work."""
        self._process = process
        self._given: SimpleQueue[bytes | None] = SimpleQueue()
        self._talk: Thread | None = None

    def share(self, files: Sequence[File], instead: Collection[str]) -> tuple[list[File], list[File]]:
        """Give the files that the first process reads, and those for this one.

        For paths in `instead`, only the first process knows what stands in for the file.
        """
        first = _HEAD_START if len(files) >= _ENOUGH else 0
        mine = list(files[:first])
        theirs: list[File] = []
        for index, file in enumerate(files[first:]):
            (theirs if index % _TWELVE < _SEVEN and file[0] not in instead else mine).append(file)
        return mine, theirs

    def ask(self, root: Path, files: Sequence[File], checker: Checker) -> None:
        """Have files read and checked."""
        named = tuple((os.fsencode(name), kind, os.fsencode(record)) for name, kind, record in files)
        asked = work(os.fsencode(root), named, checker.codes, tuple(one.name for one in checker.rules))
        talk = Thread(target=self._ask, args=(asked,), daemon=True)
        try:
            talk.start()
        except RuntimeError:  # The system gives no more of them, so no file gets an answer.
            self._given.put(None)
        else:
            self._talk = talk

    def answers(self, files: Sequence[File]) -> Iterator[Answer | None]:
        """Give an answer for each of the files that it was asked for, as they come in; None where there is none."""
        known = answers(iter(self._given.get, None))
        for _ in files:
            yield next(known, None)

    def end(self) -> None:
        """Stop the process, whatever it is at."""
        self._process.kill()
        if self._talk is not None:
            self._talk.join()

    def _ask(self, asked: bytes) -> None:
        """Hand over the work, and take in the answers, of which the last is nothing."""
        door, out = self._process.stdin, self._process.stdout
        if door is not None and out is not None:
            with suppress(OSError), door:  # It may have ended already.
                door.write(asked)
            with suppress(OSError, MemoryError):  # Nonsense may claim to be of any length.
                for each in taken(out):
                    self._given.put(each)
        self._given.put(None)


@contextmanager
def second(files: int, processes: int | None) -> Iterator[Second | None]:
    """Start the second process, which ends with the block, however that ends; None where one process is enough.

    `processes` is 1 or 2; None lets it hang on the number of files and of cores.
    """
    process = _started() if _wanted(files, processes) else None
    if process is None:
        yield None
        return
    with process:
        helper = Second(process)
        try:
            yield helper
        finally:
            helper.end()


def _wanted(files: int, processes: int | None) -> bool:
    if not sys.executable:
        return False
    return files >= _ENOUGH and _cores() > 1 if processes is None else processes > 1


def _started() -> "Popen[bytes] | None":
    """Start the process; None where the system gives no more of them."""
    from subprocess import DEVNULL, PIPE, Popen

    command = [sys.executable, "-S", *(["-B"] if sys.flags.dont_write_bytecode else [])]
    command += ["-c", _START.format(path=sys.path)]
    try:
        return Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL)  # noqa: S603 - this Python itself
    except OSError:
        return None


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
