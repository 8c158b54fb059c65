"""Which libraries a command loads: each costs its users time, so a command loads those it needs and no other."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HEAVY = frozenset({
    "importlib.metadata", "jinja2", "jsonschema", "jsonschema_rs", "msgspec", "pygments", "rich", "sqlite3", "tabulate",
    "wcwidth", "yaml",
})  # fmt: skip
READING = frozenset({"msgspec", "yaml"})
PROGRAM = """
import atexit, json, sys

@atexit.register
def tell():
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        json.dump(sorted(sys.modules), out)

from talentpart.cli import main
sys.exit(main(sys.argv[2:]))
"""
Run = subprocess.CompletedProcess[str]


def run(tmp_path: Path, *words: str, **variables: str) -> tuple[Run, frozenset[str]]:
    """Run a command in the checkout; give what it did, and the heavy libraries that were loaded when it ended."""
    out = tmp_path / "modules.json"
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TALENTPART_", "FORCE_COLOR"))}
    environment = {**kept, "PYTHONPATH": str(ROOT / "src"), "SOURCE_DATE_EPOCH": "1795478400", **variables}
    command = [sys.executable, "-c", PROGRAM, str(out), *words]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    return done, HEAVY.intersection(json.loads(out.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("command", "may"),
    [
        ("--version", frozenset()),
        ("--help", frozenset()),
        ("report --help", frozenset()),
        ("report egypt -f json", READING),
        ("report egypt -f text", READING | {"wcwidth"}),
        ("report egypt -f markdown", READING | {"wcwidth"}),
        ("report egypt -f terminal", READING | {"rich", "pygments", "wcwidth"}),
        ("query events -f json", READING),
        ("query events -f csv", READING),
        ("query events --country egypt --sort date -f jsonl", READING),
        ("query money --where 1=1 -f json", READING | {"sqlite3"}),
        ("show palim -f json", READING),
        ("info -f json", READING),
        ("lint -f concise", READING | {"jsonschema_rs", "wcwidth"}),
        ("lint -f json", READING | {"jsonschema_rs", "wcwidth"}),
        ("rule", READING | {"wcwidth"}),
        ("rule said-twice", READING | {"wcwidth"}),
        ("schema project", READING),  # the codes of the dataset are filled in
    ],
)
def test_a_command_loads_what_it_needs_and_no_more(tmp_path: Path, command: str, may: frozenset[str]) -> None:
    """A command answers with only the heavy libraries that its answer needs."""
    done, heavy = run(tmp_path, *command.split())
    assert done.returncode in {0, 1}, done.stderr
    assert heavy <= may


@pytest.mark.parametrize("command", ["report", "show"])
def test_completion_of_an_id_reads_no_record(tmp_path: Path, command: str) -> None:
    """Completing an id looks at file names only, so nothing that reads YAML or builds records is loaded."""
    asked = {"_TALENTPART_COMPLETE": "complete_bash", "COMP_WORDS": f"talentpart {command} pal", "COMP_CWORD": "2"}
    done, heavy = run(tmp_path, **asked)
    assert done.stdout.split() == ["palim"], done.stderr
    assert not heavy
