"""`talentpart schema` through the door: the list, a schema that stands alone, outputs, and the data dictionary."""

import json
from pathlib import Path

import pytest

from talentpart.cli import main
from talentpart.model.records import KINDS

BASE = Path(__file__).parents[1] / "lint" / "base"


def test_list(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a kind, every record kind and every output is listed."""
    assert main(["schema"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert {*KINDS, "dataset", "waivers"} <= set(listed)
    assert "output/lint" in listed


@pytest.mark.parametrize("kind", [*KINDS, "dataset", "waivers", "output/lint", "query"])
def test_schema(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each schema is a valid one that says what it is of, and refers to nothing outside itself."""
    from jsonschema import Draft202012Validator

    assert main(["schema", kind]) == 0
    out = capsys.readouterr().out
    schema = json.loads(out)
    Draft202012Validator.check_schema(schema)
    assert schema["title"]
    assert all(each.startswith('"#') for each in out.split('"$ref": ')[1:])


def test_codes_are_filled_in(capsys: pytest.CaptureFixture[str]) -> None:
    """A schema holds the codes of the dataset's own lists, so that other programs can check with it."""
    assert main(["schema", "project", "--data", str(BASE)]) == 0
    out = capsys.readouterr().out
    assert '"garment"' in out
    assert '"codelist"' not in out


@pytest.mark.parametrize("kind", KINDS)
def test_dictionary(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The data dictionary has a row for every field of a kind and of its lines, each with what it is."""
    assert main(["schema", kind, "-f", "markdown"]) == 0
    out = capsys.readouterr().out
    rows = [line for line in out.splitlines() if line.startswith("| `")]
    named = {row.split("`")[1] for row in rows}
    assert set(KINDS[kind].__struct_fields__) - {"id"} <= named
    assert all(row.count(" | ") == 2 and row.split(" | ")[2] != " |" for row in rows)
    assert out.startswith(f"## {kind}\n")


def test_dictionary_words(capsys: pytest.CaptureFixture[str]) -> None:
    """A field is described by what it may hold: a code of a list, one of some words, a day, lines."""
    assert main(["schema", "project", "-f", "markdown"]) == 0
    out = capsys.readouterr().out
    assert "| `measure` (always) | a code of `measures`, or several | What is counted. |" in out
    assert "| `basis` | one of `planned`, `actual` |" in out
    assert "| `date` | a day |" in out
    assert "| `events` | lines, see `events` below |" in out


def test_slips(capsys: pytest.CaptureFixture[str]) -> None:
    """A kind or format that does not exist gets the nearest right one, and exits with 2."""
    assert main(["schema", "projct"]) == 2
    assert "no schema called 'projct'; did you mean 'project'?" in capsys.readouterr().err
    assert main(["schema", "project", "-f", "csv"]) == 2
    assert "no format called 'csv'; there are json, markdown" in capsys.readouterr().err
