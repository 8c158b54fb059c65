"""What the tests of lint share: a small invented dataset, into which an example is put."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
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
def run(put: Callable[[Files], Path], tmp_path: Path) -> Run:
    """Give a function that lints the base dataset with files put over it, others taken out, and texts beside it."""

    def lint_files(
        files: Files,
        wanted: Wanted | None = None,
        texts: Mapping[str, str] | None = None,
        without: tuple[str, ...] = (),
    ) -> Outcome:
        root, asked = put(files), wanted or Wanted(choose())
        for name in without:
            (root / name).unlink()
        if texts:
            folder = tmp_path / "texts"
            folder.mkdir(exist_ok=True)
            for source, text in texts.items():
                (folder / f"{source}.txt").write_text(text, encoding="utf-8")
            asked = replace(asked, texts=folder)
        return lint(root, "the tests", AS_OF, asked)

    return lint_files
