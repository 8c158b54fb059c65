"""Standard input in place of a file of the dataset: `-` with `--stdin-path PATH`, as an editor gives its text."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from talentpart.errors import UsageError

_DASH = "-"


def stands_in(paths: Sequence[Path], stdin_path: Path | None, command: str) -> bool:
    """Tell whether standard input is to be read. Raises UsageError where only half of what that takes is given."""
    dashed = any(str(path) == _DASH for path in paths)
    if not dashed and stdin_path is None:
        return False
    usage = f"write `talentpart {command} - --stdin-path PATH`"
    if not dashed:
        message = f"--stdin-path says for which file standard input stands in, and no - asks to read it; {usage}"
    elif len(paths) > 1:
        message = f"- stands in for one file, and other paths are given beside it; {usage}"
    elif stdin_path is None:
        message = f"- does not say for which file standard input stands in; {usage}"
    elif sys.stdin is None or sys.stdin.isatty():
        message = f"standard input is a terminal, and a text should come from it; {usage} < FILE"
    else:
        return True
    raise UsageError(message)


def read_stdin() -> bytes:
    """Give what comes from standard input, one byte more than the largest file at most."""
    from talentpart.errors import TalentpartError
    from talentpart.store.text import LARGEST

    try:
        return sys.stdin.buffer.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        message = f"cannot read standard input: {str(error).lower()}"
        raise TalentpartError(message) from None


def name_below(root: Path, path: Path) -> str:
    """Give the path below the root of a file that may not exist. Raises UsageError when it lies elsewhere."""
    as_written = (Path(os.path.abspath(root)), Path(os.path.abspath(path)))  # noqa: PTH100 - links not followed
    for top, file in (as_written, (root.resolve(), path.resolve())):
        if file != top and file.is_relative_to(top):
            return file.relative_to(top).as_posix()
    message = f"{path} is outside the dataset in {root}; give its dataset with --data"
    raise UsageError(message)
