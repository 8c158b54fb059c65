"""What the tests of lint share: a small invented dataset, into which an example is put."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from talentpart.lint.outcome import Outcome
from talentpart.lint.rule import choose
from talentpart.lint.runner import Wanted, lint
from talentpart.values import Day

BASE = Path(__file__).parent / "base"
AS_OF = Day.parse("2026-11-24")
Files = Mapping[str, str | bytes]
Run = Callable[..., Outcome]


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Files], Path]:
    """Give a function that writes files over a copy of the base dataset, from whose folder paths are then told."""

    def write(files: Files) -> Path:
        root = tmp_path / "data"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(BASE, root)
        for name, text in files.items():
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        monkeypatch.chdir(root)
        return Path()

    return write


@pytest.fixture
def run(put: Callable[[Files], Path]) -> Run:
    """Give a function that lints the base dataset with some files put over it."""

    def lint_files(files: Files, wanted: Wanted | None = None) -> Outcome:
        return lint(put(files), "the tests", AS_OF, wanted or Wanted(choose()))

    return lint_files
