"""What the hostile tests share: a small clean dataset, hostile files put into it, and lint asked through the door."""

import contextlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import pytest

from talentpart.cli import main
from talentpart.store import events

BASE = Path(__file__).parents[1] / "lint" / "base"
SRC = Path(__file__).parents[2] / "src"
# Line, column, rule and message.
Seen = tuple[int, int, str, str]
Files = Mapping[str, str | bytes]
VARIABLES = (
    "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TALENTPART_DEBUG", "TALENTPART_DATA", "COLUMNS", "GITHUB_ACTIONS",
)  # fmt: skip


class Told(NamedTuple):
    """What lint says in JSON: its exit code, and what it found, by file below the dataset."""

    code: int
    found: dict[str, list[Seen]]


class Outcome(NamedTuple):
    """What a command line leaves: its exit code, and what it printed."""

    code: int
    out: str
    err: str


def row_name(row: str) -> str:
    """Give the file of a hostile row: `Y1-on` stands in `projects/y1-on.yaml`."""
    return f"projects/{re.sub('[^a-z0-9-]', '-', row.lower())}.yaml"


def write(root: Path, files: Files) -> Path:
    """Write files over a copy of the clean dataset."""
    shutil.copytree(BASE, root)
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return root


@pytest.fixture(scope="session", params=["libyaml", "pure"])
def fast(request: pytest.FixtureRequest) -> bool:
    """Run what asks for it under both parsers, and tell whether this is the fast one."""
    if request.param == "libyaml" and not events.FAST:
        pytest.skip("PyYAML was built without libyaml here")
    return bool(request.param == "libyaml")


@pytest.fixture(scope="module")
def sweep(fast: bool, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Files], Told]:  # noqa: FBT001 - pytest fills it by name
    """Give a function that puts the file of each row into one dataset and lints it, errors and warnings, once."""

    def give(rows: Files) -> Told:
        root = write(tmp_path_factory.mktemp("sweep") / "data", {row_name(row): text for row, text in rows.items()})
        out = io.StringIO()
        with mock.patch.object(events, "FAST", new=fast), contextlib.redirect_stdout(out):
            code = main(["lint", "--data", str(root), "--as-of", "2026-11-24", "-f", "json"])
        found: dict[str, list[Seen]] = {}
        for item in json.loads(out.getvalue())["items"]:
            seen = (item["line"], item["column"], item["rule"], item["message"].replace(str(root), "data"))
            found.setdefault(os.path.relpath(item["path"], root), []).append(seen)
        return Told(code, found)

    return give


@pytest.fixture
def dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Files], Path]:
    """Give a function that writes a dataset into `data`, below the folder from which commands are then run."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")
    monkeypatch.chdir(tmp_path)

    def give(files: Files) -> Path:
        return write(tmp_path / "data", files)

    return give


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Give a function that runs a command line within this process."""

    def give(*words: str) -> Outcome:
        capsys.readouterr()
        code = main(words)
        return Outcome(code, *capsys.readouterr())

    return give


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., "subprocess.Popen[bytes]"]]:
    """Give a function that starts a command line in a process of its own, with few variables of the environment."""
    begun: list[subprocess.Popen[bytes]] = []

    def give(*words: str, **more: str) -> "subprocess.Popen[bytes]":
        kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "SYSTEMROOT"}}
        environment = {**kept, "PYTHONPATH": str(SRC), "SOURCE_DATE_EPOCH": "1795478400", **more}
        command = [sys.executable, "-m", "talentpart", *words]
        pipe = subprocess.PIPE
        begun.append(subprocess.Popen(command, env=environment, cwd=tmp_path, stdin=pipe, stdout=pipe, stderr=pipe))
        return begun[-1]

    yield give
    for process in begun:
        if process.poll() is None:
            process.kill()
        with process:
            pass  # Its pipes are closed, and it is waited for.
