"""The kinds policy and lessons under lint: their codes and their links are looked at as those of any other."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from talentpart.cli import main

SAMPLE = Path(__file__).parents[1] / "sample"
Edit = Callable[[str, str, str], str]


@pytest.fixture
def lint_with(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Edit:
    """Give a function that lints the sample with one word of one file replaced, and gives what is printed."""

    def give(file: str, old: str, new: str) -> str:
        shutil.copytree(SAMPLE, tmp_path / "data")
        path = tmp_path / "data" / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        assert main(["lint", "--data", str(tmp_path / "data"), "--as-of", "2025-06-01", "--format", "concise"]) == 1
        out: Any = capsys.readouterr().out
        return str(out)

    return give


@pytest.mark.parametrize(
    ("file", "old", "new", "finding"),
    [
        (
            "lessons/agency-report-2024-lessons.yaml", "projects: bridge", "projects: [harbour, bridgge]",
            ":27:25: error: 'bridgge' is no project; did you mean 'bridge'? [unknown-reference]",
        ),
        (
            "lessons/agency-report-2024-lessons.yaml", "projects: bridge", "projects: common-fund",
            ":27:15: error: 'common-fund' is an instrument, and a project should stand here [unknown-reference]",
        ),
        (
            "lessons/agency-report-2024-lessons.yaml", "theme: matching", "theme: matchign",
            "error: 'matchign' is no code of the list lesson-themes; did you mean 'matching'? [not-in-codelist]",
        ),
        (
            "policies/wide-road.yaml", "kind: strategy", "kind: stratagy",
            "error: 'stratagy' is no code of the list policy-kinds; did you mean 'strategy'? [not-in-codelist]",
        ),
        (
            "policies/wide-road.yaml", "target: sample-framework", "target: sample-framewrok",
            "error: 'sample-framewrok' is no record; did you mean 'sample-framework'? [unknown-reference]",
        ),
    ],
)  # fmt: skip
def test_a_slip_in_the_new_kinds_is_found(file: str, old: str, new: str, finding: str, lint_with: Edit) -> None:
    """A lost project, a project that is none, and slips in codes and targets are named with the nearest right word."""
    assert finding in lint_with(file, old, new)
