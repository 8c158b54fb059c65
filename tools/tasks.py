"""What run.py does: a task of this checkout, or any command of talentpart."""

import calendar
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from environment import PYTHON, ROOT, TALENTPART, CannotPrepareError, prepare

_CANNOT = 3
_INTERRUPTED = 130


def main(words: Sequence[str]) -> int:
    """Do what the words ask, and give the exit code."""
    task = TASKS.get(words[0]) if words else None
    try:
        prepare("test" if task else "")
        return task(words[1:]) if task else _become_talentpart(words)
    except CannotPrepareError as error:
        print(f"run.py: {error}", file=sys.stderr)
        return _CANNOT
    except KeyboardInterrupt:
        return _INTERRUPTED


def test(words: Sequence[str]) -> int:
    """Run the tests; a file that is opened without naming its encoding fails."""
    return _run("-m", "pytest", *words, PYTHONWARNDEFAULTENCODING="1")


def docs(words: Sequence[str]) -> int:
    """Write the generated parts of the documentation anew, or with --check only tell whether they are fresh."""
    pages = [str(path.relative_to(ROOT)) for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))]
    how = ["--check", "--diff"] if "--check" in words else ["-r"]
    return _run("-m", "cogapp", *how, "-P", "-I", "tools", *pages)


def schemas(words: Sequence[str]) -> int:
    """Write the schemas that editors use, with the codes of data/codelists filled in."""
    program = "import pathlib; from talentpart.store.editor import write_editor; write_editor(pathlib.Path())"
    return _run("-c", program, *words)


TASKS: dict[str, Callable[[Sequence[str]], int]] = {"test": test, "docs": docs, "schemas": schemas}


def dataset_day() -> str:
    """Give the day of the dataset in seconds since 1970, as SOURCE_DATE_EPOCH wants it."""
    text = Path(ROOT, "data", "dataset.yaml").read_text(encoding="utf-8")
    day = re.search(r'^day: "?([0-9]{4}-[0-9]{2}-[0-9]{2})', text, re.MULTILINE)
    if day is None:
        message = 'data/dataset.yaml has no line `day: "YYYY-MM-DD"`'
        raise CannotPrepareError(message)
    return str(calendar.timegm(time.strptime(day[1], "%Y-%m-%d")))


def _run(*arguments: str, **variables: str) -> int:
    """Run the environment's Python in this folder, on the day of the dataset unless another is set."""
    environment = {"SOURCE_DATE_EPOCH": dataset_day(), **os.environ, **variables}
    return subprocess.run([str(PYTHON), *arguments], cwd=ROOT, env=environment, check=False).returncode


def _become_talentpart(words: Sequence[str]) -> int:
    """Hand over to talentpart, in the folder where the user is."""
    if os.name == "nt":
        return subprocess.run([str(TALENTPART), *words], check=False).returncode
    return os.execv(PYTHON, [str(PYTHON), str(TALENTPART), *words])
