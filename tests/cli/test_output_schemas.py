"""What the commands print as JSON is what schemas/output/ says."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from talentpart.tables import load, table_names

Run = Callable[..., Any]
FOLDER = Path(__file__).parents[2] / "schemas" / "output"


def _schema(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
    return schema


def _check(schema: dict[str, Any], document: object) -> None:
    from jsonschema import Draft202012Validator
    from referencing import Registry

    errors = [
        f"{error.json_path}: {error.message}"
        for error in Draft202012Validator(schema, registry=Registry()).iter_errors(document)
    ]
    assert errors == []


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.json")), ids=lambda file: file.stem)
def test_every_schema_is_a_schema(file: Path) -> None:
    """Each file is valid against the metaschema of its draft."""
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(json.loads(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", table_names())
def test_rows_are_what_the_schema_of_their_table_says(run: Run, name: str) -> None:
    """A query is valid as a whole, and each of its rows has the columns and types of its table."""
    schema = _schema("query")
    document = json.loads(run("query", name, "-f", "json").out)
    _check(schema, document)
    row = {**schema["$defs"][name], "$defs": schema["$defs"]}
    assert tuple(row["properties"]) == load(name).COLUMNS
    for item in document["items"]:
        _check(row, item)


def test_rows_with_fewer_columns_are_valid_too(run: Run) -> None:
    """A query with chosen columns, or with groups, keeps to the envelope."""
    schema = _schema("query")
    _check(schema, json.loads(run("query", "events", "--columns", "date,key", "-f", "json").out))
    _check(schema, json.loads(run("query", "projects", "--group-by", "sectors", "-f", "json").out))


@pytest.mark.parametrize("name", ["bridge", "harbour", "aurelia", "aurelia-roadmap", "common-fund", "sample-framework",
                                  "nordland-agency", "union-page-2024", "sectors", "wide-road",
                                  "agency-report-2024-lessons"])  # fmt: skip
def test_a_record_is_what_its_schema_says(run: Run, name: str) -> None:
    """Every kind of record keeps to one schema."""
    _check(_schema("show"), json.loads(run("show", name, "-f", "json").out))


def test_info_is_what_its_schema_says(run: Run) -> None:
    """The account of the dataset keeps to its schema."""
    _check(_schema("info"), json.loads(run("info", "-f", "json").out))


def test_a_failure_is_what_its_schema_says(run: Run) -> None:
    """A document with errors keeps to its schema, whoever is at fault."""
    for words in (("show", "brigde"), ("query",), ("query", "events", "-d", "nowhere")):
        _check(_schema("errors"), json.loads(run(*words, "-f", "json").out))


def test_a_briefing_on_a_country_is_what_its_schema_says(run: Run) -> None:
    """A briefing has its subject, its sections and its sources under stable names."""
    outcome = run("report", "aurelia", "-f", "json")
    assert outcome.code == 0, outcome.err
    _check(_schema("report-country"), json.loads(outcome.out))


def test_lint_is_what_its_schema_says(run: Run) -> None:
    """Findings keep to their schema."""
    _check(_schema("lint"), json.loads(run("lint", "-f", "json").out))
