"""The door: run a command line over the invented dataset, as of a fixed day, and see what comes out."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from talentpart.cli import main

SAMPLE = Path(__file__).parents[1] / "sample"


class Outcome(NamedTuple):
    """What a command line leaves: its exit code, and what it printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Point to the invented dataset and a fixed day, and take away what decides on colour and width."""
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TALENTPART_DEBUG", "COLUMNS", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TALENTPART_DATA", str(SAMPLE))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748736000")  # 1 June 2025


@pytest.fixture
def run(environment: None, capsys: pytest.CaptureFixture[str]) -> Run:  # noqa: ARG001 - it is set for what runs
    """Give a function that runs a command line."""

    def give(*words: str) -> Outcome:
        capsys.readouterr()
        code = main(words)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return give
