"""What the tests of reports ask with: `talentpart report` through the door, as text or as checked JSON."""

import json
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from talentpart.cli import main
from talentpart.model.dataset import Dataset
from talentpart.model.load import open_dataset

Report = Callable[..., str]
Changed = Callable[..., str]
Document = Callable[..., dict[str, Any]]
_ROOT = Path(__file__).parents[2]
_KEPT = {_ROOT / "data", _ROOT / "tests" / "sample"}
_DATASETS = {"sample": (_ROOT / "tests" / "sample", "2025-06-01"), "data": (_ROOT / "data", "2026-11-24")}


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask from the folder of the checkout, so that pages read alike wherever it lies."""
    monkeypatch.chdir(_ROOT)


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the real records and the sample once for all tests of a process: a dataset never changes once it is read."""

    def open_once(root: Path, where: str) -> Dataset:
        return _read(root.resolve(), where) if root.resolve() in _KEPT else open_dataset(root, where)

    monkeypatch.setattr("talentpart.model.load.open_dataset", open_once)


@cache
def _read(root: Path, where: str) -> Dataset:
    return open_dataset(root, where)


@pytest.fixture
def report(capsys: pytest.CaptureFixture[str]) -> Report:
    """Give a function that prints a report on the `sample` or on the real `data`, as of one day."""

    def give(dataset: str, *words: str) -> str:
        folder, day = _DATASETS[dataset]
        # Named as from the checkout's folder, since a page says where its dataset was read from.
        assert main(["report", *words, "--data", folder.relative_to(_ROOT).as_posix(), "--as-of", day]) == 0
        out: str = capsys.readouterr().out
        return out

    return give


@pytest.fixture
def document(report: Report) -> Document:
    """Give a function that prints a report as JSON, held against the schema of its kind."""
    from jsonschema import Draft202012Validator
    from referencing import Registry

    def give(dataset: str, subject: str) -> dict[str, Any]:
        page: dict[str, Any] = json.loads(report(dataset, subject, "--format", "json"))
        file = _ROOT / "schemas" / "output" / f"report-{page['kind']}.schema.json"
        schema = json.loads(file.read_text(encoding="utf-8"))
        assert list(Draft202012Validator(schema, registry=Registry()).iter_errors(page)) == []
        page["dataset"]["sha256"] = "of the records"
        return page

    return give


@pytest.fixture
def changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Changed:
    """Give a function that prints a report on the sample with other files in it, as one line without line breaks.

    `files` has the text of each file by its path; a text that begins with `+` is added to the file of the sample.
    """

    def give(files: dict[str, str], *words: str) -> str:
        folder = tmp_path / "sample"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(_DATASETS["sample"][0], folder)
        for name, text in files.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            before = file.read_text(encoding="utf-8") if text.startswith("+") else ""
            file.write_text(f"{before}{text.removeprefix('+')}", encoding="utf-8")
        assert main(["report", *words, "--data", str(folder), "--as-of", _DATASETS["sample"][1]]) == 0
        out: str = capsys.readouterr().out
        return " ".join(out.split())

    return give
