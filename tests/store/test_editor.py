"""The schemas for editors: they stand alone, say what each field is for, and hold a record to what lint holds it to."""

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from referencing import Registry

from talentpart.store import bundle, editor
from talentpart.store.folder import read
from talentpart.values import Amount, Day

DATA = Path(__file__).parents[2] / "data"
DOCUMENTS = list(read(DATA))
CODES = editor.meanings_of(DOCUMENTS)
FOLDER = bundle.schema_folder() / "editor"
PARTS = editor.editor("project", CODES)["$defs"]

days = st.from_regex(r"[0-9]{4}(-([0-9]{2}|[HQ][0-9])(-[0-9]{2})?)?(/[0-9]{4}(-[0-9]{2})?)?", fullmatch=True)
amounts = st.from_regex(r"[A-Z]{2,4}  ?[0-9]+([.,][0-9]+)?", fullmatch=True)


def written(kind: str) -> dict[str, Any]:
    """Give the schema of a kind as it stands in the folder that editors read."""
    whole: dict[str, Any] = json.loads((FOLDER / f"{kind}.schema.json").read_text(encoding="utf-8"))
    return whole


def nodes(value: object) -> Iterator[dict[str, Any]]:
    """Give every object inside some JSON."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(each)


def described(node: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give name and schema of each field inside a schema, at any depth."""
    for each in nodes(node):
        fields = each.get("properties")
        if isinstance(fields, dict):
            yield from ((name, field) for name, field in fields.items() if isinstance(field, dict))


def test_what_is_written_is_fresh() -> None:
    """`schemas/editor/` holds the codes of `data/codelists` as they are now; `python3 run.py schemas` writes it."""
    made = editor.editor_files(DATA)
    assert {path.name for path in FOLDER.iterdir()} == set(made)
    stale = [name for name, text in made.items() if (FOLDER / name).read_text(encoding="utf-8") != text]
    assert stale == [], "write them with `python3 run.py schemas`"


@pytest.mark.parametrize("kind", bundle.kinds())
def test_a_schema_for_editors_stands_alone(kind: str) -> None:
    """It points nowhere outside itself, and none of our own words is left in it but the message of a pattern."""
    whole = written(kind)
    jsonschema.Draft202012Validator.check_schema(whole)
    for node in nodes(whole):
        reference = node.get("$ref", "#/$defs/")
        assert not isinstance(reference, str) or reference.startswith("#/$defs/")
        assert not {"codelist", "first", "format"} & {key for key in node if isinstance(node[key], str)}
        assert not {"oneOf", "anyOf", "unevaluatedProperties"} & node.keys()


@pytest.mark.parametrize("kind", bundle.kinds())
def test_every_field_says_what_it_is_for(kind: str) -> None:
    """An editor shows a sentence on each field, and the examples and choices beside it fit the field."""
    whole = written(kind)
    fields = list(described(whole))
    assert fields
    for name, field in fields:
        assert re.fullmatch(r"[A-Z][^\n]{5,}[.]", field.get("description", "")), name
        checker = jsonschema.Draft202012Validator({**field, "$defs": whole["$defs"]}, registry=Registry())
        assert [each for each in field.get("examples", ()) if not checker.is_valid(each)] == [], name


def test_the_real_records_please_the_editor() -> None:
    """What lint takes for fine, an editor does not underline."""
    made = {kind: jsonschema.Draft202012Validator(written(kind), registry=Registry()) for kind in bundle.kinds()}
    wrong = [document.path for document in DOCUMENTS if not made[document.kind].is_valid(document.data)]
    assert wrong == []


def test_every_record_names_its_schema() -> None:
    """The first line of each record leads editors to the schema of its kind."""
    for document in DOCUMENTS:
        up = "../" * (document.name.count("/") + 1)
        first = document.text.partition("\n")[0]
        assert first == f"# yaml-language-server: $schema={up}schemas/editor/{document.kind}.schema.json", document.path


@pytest.mark.parametrize("part", ["basis", "date", "type"])
def test_an_editor_underlines_what_lint_refuses(part: str) -> None:
    """A choice, a day and a code that do not exist are wrong in an editor as well."""
    checker = jsonschema.Draft202012Validator(written("project"), registry=Registry())
    event = {"type": "start", "basis": "planned", "date": "2024-06"}
    good = {"events": [event]}
    bad = copy.deepcopy(good)
    bad["events"][0][part] = "2024-13"
    assert checker.is_valid(good)
    assert not checker.is_valid(bad)
    assert not checker.is_valid({"events": bad["events"][0]})


@given(text=st.one_of(days, amounts))
def test_the_pattern_of_a_value_takes_all_that_lint_takes(text: str) -> None:
    """An editor knows patterns only: none may refuse a good value, and one that takes a bad one leaves it to lint."""
    for name, parse in (("day", Day.parse), ("amount", Amount.parse)):
        try:
            parse(text)
        except ValueError:
            continue
        assert re.search(PARTS[name]["pattern"], text)
