"""What is wrong with the schemas is no fault of the data, and what JSON Schema confuses is nowhere asked of it."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from talentpart.cli import main
from talentpart.store import bundle, schemas
from talentpart.store.parse import Document, parse

SAMPLE = Path(__file__).parents[1] / "sample"
# What compares true with 1, a float with a decimal, or takes the wrong one of several branches.
AVOIDED = {"oneOf", "anyOf", "not", "multipleOf", "uniqueItems", "const", "dependentSchemas", "patternProperties"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a copy of the schemas that may be spoilt, and that the store reads meanwhile."""
    copy = tmp_path / "schemas"
    shutil.copytree(bundle.schema_folder(), copy)
    monkeypatch.setattr(bundle, "schema_folder", lambda: copy)
    schemas._checker.cache_clear()  # noqa: SLF001 - what was made of the sound schemas must not be used
    yield copy
    schemas._checker.cache_clear()  # noqa: SLF001 - the same the other way round


def project() -> Document:
    """Give a good record."""
    document = parse("projects/x.yaml", b"kind: pilot\n")
    document.kind, document.id = "project", "x"
    return document


@pytest.mark.parametrize("text", ['{"type": "objekt"}', '{"properties": 3}', "{", '{"$ref": "#/$defs/nothing"}', ""])
def test_a_broken_schema_is_no_finding(folder: Path, text: str) -> None:
    """J11: the program is at fault, and it does not say that the record is."""
    assert schemas.check(project(), {}) == []
    schemas._checker.cache_clear()  # noqa: SLF001 - the schema is about to change
    (folder / "project.schema.json").write_text(text, encoding="utf-8")
    with pytest.raises((ValueError, KeyError, AttributeError, TypeError)):
        schemas.check(project(), {})


def test_lint_ends_with_70_on_a_broken_schema(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """J11: through the door it is an error of talentpart, not one of the dataset."""
    (folder / "project.schema.json").write_text('{"type": "objekt"}', encoding="utf-8")
    assert main(["lint", "--data", str(SAMPLE)]) == 70
    assert "objekt" not in capsys.readouterr().out


@pytest.mark.parametrize("kind", bundle.kinds())
def test_no_schema_asks_what_engines_answer_differently(kind: str) -> None:
    """J4-J6: no unions, no equality of values, no multiples: a number is a number and a choice is text."""
    asked: set[str] = set()
    for node in nodes(json.loads(json.dumps(bundle.bundle(kind, {"places": ["EG"]})))):
        asked |= AVOIDED & node.keys()
        choices = node.get("enum", [])
        assert not isinstance(choices, list) or all(isinstance(each, str) for each in choices)
    assert asked == set()


@pytest.mark.parametrize("engine", [schemas.fast, schemas.slow])
@pytest.mark.parametrize(
    ("field", "value", "valid"),
    [
        ("number", 1, True),
        ("number", 1.0, True),
        ("number", True, False),
        ("number", 1.5, False),
        ("number", "1", False),
        ("type", "start", True),
        ("type", True, False),
        ("type", 1, False),
        ("type", None, False),
    ],
)
def test_a_boolean_is_no_number(engine: Any, field: str, value: object, *, valid: bool) -> None:  # noqa: ANN401
    """J5: Python takes true for 1, and neither engine may."""
    is_valid, _ = engine(bundle.bundle("project"))
    assert is_valid({"events": [{"type": "start", field: value}]}) is valid


def nodes(value: object) -> Iterator[dict[str, Any]]:
    """Give every object inside some JSON."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(each)
