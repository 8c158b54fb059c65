"""The documentation names every command, report, format, rule, field and code; that it is fresh, cog checks."""

import importlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from talentpart.cli import COMMANDS
from talentpart.errors import DataError, TalentpartError, UnknownName, UsageError
from talentpart.lint import rule as rules
from talentpart.model.load import open_dataset
from talentpart.model.records import KINDS, Codelist
from talentpart.render import names as formats

ROOT = Path(__file__).resolve().parents[1]


def page(name: str) -> str:
    """Give the text of a page of the documentation."""
    return (ROOT / name).read_text(encoding="utf-8")


def properties(schema: object) -> Iterator[str]:
    """Give the name of every property that a schema describes, at any depth."""
    if isinstance(schema, dict):
        named = schema.get("properties")
        if isinstance(named, dict):
            yield from named
        for value in schema.values():
            yield from properties(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from properties(value)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    """A command stands in the README's table and has its help in docs/cli.md."""
    assert f"[`{command}`](docs/cli.md#talentpart-{command})" in page("README.md")
    assert f"## `talentpart {command}`" in page("docs/cli.md")


@pytest.mark.parametrize("name", sorted(formats()))
def test_every_format_of_answers_is_documented(name: str) -> None:
    """A format of answers stands in docs/cli.md."""
    assert f"| `{name}` |" in page("docs/cli.md")


@pytest.mark.parametrize("path", sorted((ROOT / "src/talentpart/lint/formats").glob("[a-z]*.py")), ids=lambda p: p.stem)
def test_every_format_of_findings_is_documented(path: Path) -> None:
    """A format of findings stands in docs/cli.md."""
    assert f"| `{path.stem}` |" in page("docs/cli.md")


@pytest.mark.parametrize("path", sorted((ROOT / "src/talentpart/reports").glob("[a-z]*.py")), ids=lambda p: p.stem)
def test_every_report_is_documented(path: Path) -> None:
    """A report's name stands in the help of `report`."""
    help_of_report = page("docs/cli.md").partition("## `talentpart report`")[2].partition("\n## ")[0]
    assert path.stem.replace("_", " ") in " ".join(help_of_report.lower().split())


@pytest.mark.parametrize(("name", "family"), sorted(rules.names().items()))
def test_every_rule_is_documented(name: str, family: str) -> None:
    """A rule has its page in docs/rules.md, under its family."""
    under = page("docs/rules.md").partition(f"\n## {family}\n")[2].partition("\n## ")[0]
    assert f"\n### {name}\n" in under


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_field_is_documented(kind: str) -> None:
    """Each property of a kind's schema stands in docs/data.md."""
    schema = json.loads(page(f"schemas/{kind}.schema.json"))
    text = page("docs/data.md")
    assert [name for name in sorted(set(properties(schema))) if name not in text] == []


def test_every_code_is_documented() -> None:
    """Each code of each codelist stands in docs/codelists.md, under its list."""
    text = page("docs/codelists.md")
    for codelist in open_dataset(ROOT / "data", "data").all(Codelist):
        under = text.partition(f"\n## {codelist.id}\n")[2].partition("\n## ")[0]
        assert [item.code for item in codelist.items if f"| `{item.code}` |" not in under] == []


@pytest.mark.parametrize("error", [TalentpartError, DataError, UsageError, UnknownName])
def test_every_exit_code_of_an_error_is_documented(error: type[TalentpartError]) -> None:
    """The exit code of each error stands in the README's table."""
    assert f"\n| {error.exit_code} | " in page("README.md")


def test_every_other_exit_code_is_documented() -> None:
    """The exit codes of a bug, an interruption and a closed pipe stand in the README's table."""
    failure = importlib.import_module("talentpart.cli.failure")
    for code in (0, 1, failure.BUG, failure.INTERRUPTED, failure.CLOSED_PIPE):
        assert f"\n| {code} | " in page("README.md")
