"""The files that others build on in CI: they parse, name only what exists, and their scripts do what they say."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from talentpart.cli import COMMANDS, main
from talentpart.lint import formats
from talentpart.store.parse import parse

ROOT = Path(__file__).resolve().parents[1]
BASE = ROOT / "tests" / "lint" / "base"
PAGES = ("docs/ci.md", "docs/editors.md")
ACTION = "action.yml"
GITLAB = "templates/gitlab.yml"
HOOKS = ".pre-commit-hooks.yaml"
BASH = shutil.which("bash")
needs_bash = pytest.mark.skipif(BASH is None or sys.platform == "win32", reason="there is no bash for scripts here")
BROKEN = "source: report\norganisations:\n  - {organisation: enabel, role: lead, zebra: x}\n"


def text(name: str) -> str:
    """Give the text of a file of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def loaded(name: str, under: str = "") -> dict[str, Any]:
    """Give what a YAML file holds, below a key of that name where it is a list."""
    document = parse(name, (f"{under}:\n" if under else "").encode() + text(name).encode())
    assert document.data is not None, document.findings
    return document.data


def steps() -> list[dict[str, Any]]:
    """Give the steps of the action."""
    found: list[dict[str, Any]] = loaded(ACTION)["runs"]["steps"]
    return found


def job() -> dict[str, Any]:
    """Give the job of the GitLab template."""
    found: dict[str, Any] = loaded(GITLAB)["talentpart"]
    return found


def hooks() -> list[dict[str, Any]]:
    """Give the hooks for pre-commit."""
    found: list[dict[str, Any]] = loaded(HOOKS, "hooks")["hooks"]
    return found


def command_lines() -> Iterator[list[str]]:
    """Give the words of each talentpart command that the files and pages name."""
    for hook in hooks():
        yield [*shlex.split(hook["entry"]), *hook["args"]]
    yield from (shlex.split(line) for line in job()["script"])
    for name in PAGES:
        for line in text(name).splitlines():
            whole = re.match(r"talentpart \w+ .*", line)
            for found in [whole[0]] if whole else re.findall(r"`(talentpart [a-z]+[^`]*)`", line):
                yield shlex.split(found.partition(" < ")[0])


def script_words() -> list[str]:
    """Give the words that the action puts together in its script."""
    lines = [line for line in steps()[1]["run"].splitlines() if "words" in line]
    return re.findall(r"--[a-z-]+|-f|\w+:\$\w+|(?<=-f )\w+", " ".join(lines))


def test_every_command_and_option_exists(capsys: pytest.CaptureFixture[str]) -> None:
    """What files and pages tell people or machines to run is known to talentpart, option by option."""
    lines = [line for line in command_lines() if line[1:2] and line[1].isalpha()]
    lines.append(["talentpart", "lint", *script_words()])
    assert {"lint", "fmt"} <= {line[1] for line in lines}
    for program, command, *words in lines:
        assert (program, command in COMMANDS) == ("talentpart", True), command
        assert main([command, "--help"]) == 0
        known = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", capsys.readouterr().out))
        options = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)}
        assert options <= known, (command, options - known)


def test_every_format_exists() -> None:
    """A format that a file or page asks for is one of lint's, and those for machines go to files."""
    asked = [line[at + 1] for line in command_lines() for at, word in enumerate(line) if word == "-f"]
    asked += [word for word in script_words() if not word.startswith("-")]
    assert {each.partition(":")[0] for each in asked} >= {"github", "sarif", "markdown", "gitlab", "junit", "concise"}
    assert {each.partition(":")[0] for each in asked if each != "lint"} <= set(formats.names())


def test_inputs_reach_scripts_as_variables_only() -> None:
    """No input is pasted into a script, each is declared, used and documented, and each step names its shell."""
    whole = text(ACTION)
    declared = set(loaded(ACTION)["inputs"])
    assert set(re.findall(r"inputs\.([a-z-]+)", whole)) == declared
    assert [name for name in declared if f"| `{name}` |" not in text("docs/ci.md")] == []
    for step in steps():
        assert step["shell"] == "bash"
        assert "${{" not in step["run"]
        assert set(re.findall(r"\$\{?([A-Z_]+)", step["run"])) <= {
            *step["env"], "RUNNER_TEMP", "GITHUB_ACTION_PATH", "GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT"
        }  # fmt: skip


def test_the_action_fetches_nothing_by_name() -> None:
    """Its steps use no other action, and pip installs the folder of the action itself."""
    assert not [step for step in steps() if "uses" in step]
    assert re.findall(r"pip install [^\n]*", text(ACTION)) == [
        'pip install --quiet --disable-pip-version-check "$GITHUB_ACTION_PATH"'
    ]


def test_the_hooks_see_what_they_must() -> None:
    """Lint looks at the whole dataset at every commit, fmt at the records of the commit."""
    lint, fmt = hooks()
    assert (lint["id"], lint["pass_filenames"], lint["always_run"]) == ("talentpart-lint", False, True)
    assert fmt["id"] == "talentpart-fmt"
    records = [f"data/{path.relative_to(ROOT / 'data').as_posix()}" for path in (ROOT / "data").rglob("*.yaml")]
    assert [name for name in records if not re.search(fmt["files"], name)] == []
    assert not re.search(fmt["files"], "docs/data/x.yaml")


def test_gitlab_collects_what_the_job_writes() -> None:
    """The reports of the job are the files that its command writes."""
    written = re.findall(r"-f \w+:(\S+)", job()["script"][0])
    assert sorted(written) == sorted(job()["artifacts"]["reports"].values())


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Give a folder as a runner has it: a small dataset, and a talentpart that is installed beside it."""
    shutil.copytree(BASE, tmp_path / "work" / "data")
    programs = tmp_path / "temp" / "talentpart" / "bin"
    programs.mkdir(parents=True)
    source, python = shlex.quote(str(ROOT / "src")), shlex.quote(sys.executable)
    start = f'#!/bin/sh\nPYTHONPATH={source} exec {python} -m talentpart "$@"\n'
    (programs / "talentpart").write_text(start, encoding="utf-8")
    (programs / "talentpart").chmod(0o755)
    return tmp_path


def started(checkout: Path, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a script as a runner does, in the folder with the dataset."""
    temp = checkout / "temp"
    (temp / "script.sh").write_text(script, encoding="utf-8")
    environment = {
        "PATH": os.pathsep.join((str(temp / "talentpart" / "bin"), os.environ["PATH"])),
        "SOURCE_DATE_EPOCH": "1795478400",
        "RUNNER_TEMP": str(temp),
        "GITHUB_STEP_SUMMARY": str(temp / "summary"),
        "GITHUB_OUTPUT": str(temp / "output"),
        **variables,
    }
    words = [str(BASH), "--noprofile", "--norc", "-eo", "pipefail", str(temp / "script.sh")]
    return subprocess.run(
        words, cwd=checkout / "work", env=environment, capture_output=True, encoding="utf-8", check=False, timeout=60
    )


def linted(checkout: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the step of the action that lints, with its inputs as they are when a workflow sets none."""
    given = {name: str(each["default"]) for name, each in loaded(ACTION)["inputs"].items()}
    variables = {name.upper().replace("-", "_"): value for name, value in given.items()}
    return started(checkout, steps()[1]["run"], **{**variables, **inputs})


@needs_bash
def test_the_action_passes_what_is_fine(checkout: Path) -> None:
    """A clean dataset passes: no notes, a summary that says so, a SARIF file without results."""
    done = linted(checkout)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "no findings" in (checkout / "temp" / "summary").read_text(encoding="utf-8")
    assert (checkout / "temp" / "output").read_text(encoding="utf-8") == "sarif=talentpart.sarif\nexit-code=0\n"
    sarif = json.loads((checkout / "work" / "talentpart.sarif").read_text(encoding="utf-8"))
    assert sarif["runs"][0]["results"] == []


@needs_bash
def test_the_action_shows_what_is_wrong(checkout: Path) -> None:
    """A finding fails the step and stands beside its line, in the summary and in the SARIF file."""
    (checkout / "work" / "data" / "projects").mkdir(exist_ok=True)
    (checkout / "work" / "data" / "projects" / "x.yaml").write_text(BROKEN, encoding="utf-8")
    done = linted(checkout, PATHS="data/projects\n")
    assert done.returncode == 1
    assert "::error file=data/projects/x.yaml,line=3," in done.stdout
    assert "`unknown-field`" in (checkout / "temp" / "summary").read_text(encoding="utf-8")
    assert "exit-code=1\n" in (checkout / "temp" / "output").read_text(encoding="utf-8")
    assert "unknown-field" in (checkout / "work" / "talentpart.sarif").read_text(encoding="utf-8")


@needs_bash
def test_the_action_runs_nothing_that_an_input_holds(checkout: Path) -> None:
    """Quotes, backticks and dollars in an input stay text, an option among the paths is a path, no output is forged."""
    hostile = 'x"; touch pwned; $(touch pwned)`touch pwned`'
    before = sorted(path.name for path in (checkout / "work").iterdir())
    for name in ("DATA", "PATHS", "MAX_FINDINGS", "SINCE"):
        assert linted(checkout, **{name: hostile}).returncode in {2, 3}, name
    done = linted(checkout, PATHS="--fix", SARIF="x.sarif\nexit-code=0")
    assert (done.returncode, done.stderr) == (2, "error: there is no file or folder --fix\n")
    last = (checkout / "temp" / "output").read_text(encoding="utf-8").splitlines()[-2:]
    assert last == ["sarif=x.sarif", "exit-code=2"]
    assert sorted(path.name for path in (checkout / "work").iterdir()) == before


@needs_bash
def test_the_gitlab_job_writes_its_reports(checkout: Path) -> None:
    """The command of the job leaves both reports, and its log is for people."""
    (checkout / "work" / "data" / "projects").mkdir(exist_ok=True)
    (checkout / "work" / "data" / "projects" / "x.yaml").write_text(BROKEN, encoding="utf-8")
    variables = {name: str(value) for name, value in job()["variables"].items()}
    done = started(checkout, job()["script"][0], **variables)
    assert (done.returncode, done.stderr) == (1, "")
    assert "data/projects/x.yaml:3:" in done.stdout
    quality = json.loads((checkout / "work" / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert [each["check_name"] for each in quality] == ["unknown-field"]
    assert "unknown-field" in (checkout / "work" / "talentpart-junit.xml").read_text(encoding="utf-8")
