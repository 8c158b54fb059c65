"""What editors are given: folders mapped to schemas, tasks, and schemas that tell a newcomer what to write."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from referencing import Registry

from talentpart.cli import main
from talentpart.store import bundle, editor
from talentpart.store.folder import read
from talentpart.store.parse import parse

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = list(read(ROOT / "data"))
CODES = editor.meanings_of(DOCUMENTS)
BASE = ROOT / "tests" / "lint" / "base"


def settings(name: str) -> dict[str, Any]:
    """Give a file of `.vscode/`."""
    found: dict[str, Any] = json.loads((ROOT / ".vscode" / name).read_text(encoding="utf-8"))
    return found


def fields(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give name and schema of every field that a bundled schema describes."""
    for node in bundle.nodes(schema):
        yield from node.get("properties", {}).items()


def line_of(field: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Give the schema of a line, where a field holds lines."""
    name = field.get("items", {}).get("$ref", "").removeprefix("#/$defs/")
    line: dict[str, Any] = schema["$defs"].get(name, {})
    return line if "properties" in line else {}


def test_every_record_has_one_schema_by_its_folder() -> None:
    """`yaml.schemas` leads each file of the dataset to the schema of its kind, and to no other."""
    mapped = settings("settings.json")["yaml.schemas"]
    assert [name for name in mapped if not (ROOT / name).is_file()] == []
    for document in DOCUMENTS:
        path = Path("data", document.name)
        found = [Path(name).name for name, pattern in mapped.items() if path.match(pattern)]
        assert found == [f"{document.kind}.schema.json"], document.path


def test_every_kind_is_mapped() -> None:
    """A kind that has a schema is found by its folder even while it has no record."""
    mapped = {Path(name).name for name in settings("settings.json")["yaml.schemas"]}
    assert mapped == {path.name for path in (ROOT / "schemas" / "editor").iterdir()}


def test_the_first_line_of_a_record_leads_to_its_schema() -> None:
    """The path behind `$schema=`, taken from the file itself, is a schema that exists, and that of its kind."""
    for document in DOCUMENTS:
        written = document.text.partition("\n")[0].partition("$schema=")[2]
        schema = (ROOT / "data" / document.name).parent / written
        assert schema.resolve() == ROOT / "schemas" / "editor" / f"{document.kind}.schema.json", document.path


@pytest.mark.parametrize("kind", bundle.kinds())
def test_every_field_tells_what_to_write(kind: str) -> None:
    """A field has an example that fits it, or choices that are explained one by one."""
    whole = bundle.bundle(kind, CODES)
    for name, field in fields(whole):
        examples = [*field.get("examples", ()), *line_of(field, whole).get("examples", ())]
        if "enum" in field:
            assert len(field["enumDescriptions"]) == len(field["enum"]), name
            assert all(re.fullmatch(r"[A-Z].*[.]", each) for each in field["enumDescriptions"]), name
        else:
            assert examples, name
        checker = jsonschema.Draft202012Validator({**field, "$defs": whole["$defs"]}, registry=Registry())
        several = field.get("type") == "array"
        assert [each for each in examples if not checker.is_valid([each] if several else each)] == [], name


@pytest.mark.parametrize("kind", bundle.kinds())
def test_an_example_is_written_as_records_are(kind: str) -> None:
    """What an editor shows as an example is YAML that lint takes, quotes and all."""
    whole = editor.editor(kind, CODES)
    shown = [field["markdownDescription"] for _, field in fields(whole) if "markdownDescription" in field]
    assert shown
    for text in shown:
        example = text.partition("```yaml\n")[2].partition("```")[0]
        document = parse("example.yaml", example.encode())
        assert (document.data is None, document.findings) == (False, []), example
    assert all("examples" not in field for _, field in fields(whole)), "an editor would insert it unasked"


@pytest.mark.parametrize("name", sorted(CODES))
def test_every_code_says_what_it_means(name: str) -> None:
    """Beside each code that an editor offers stands its label or definition."""
    assert [code for code, meaning in CODES[name].items() if not meaning] == []


def test_codes_that_records_quote_are_inserted_in_quotes() -> None:
    """A place is offered quoted, another code bare."""
    definitions = editor.editor("project", CODES)["$defs"]
    places = {each["body"] for each in definitions["choices.places"]["defaultSnippets"]}
    sectors = {each["body"] for each in definitions["choices.sectors"]["defaultSnippets"]}
    assert '"EG"' in places
    assert "construction" in sectors


def test_the_tasks_are_commands_that_exist(capsys: pytest.CaptureFixture[str]) -> None:
    """Each task starts run.py with words that talentpart takes, beside `--help`."""
    for task in settings("tasks.json")["tasks"]:
        script, *words = task["args"]
        assert (ROOT / script).is_file()
        assert main([*words, "--help"]) == 0
        shown = capsys.readouterr().out
        assert [word for word in words if word.startswith("--") and word not in shown] == []


def test_the_problem_matchers_read_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A finding at a place and one of a whole file each fit one pattern; the closing line fits none."""
    for path in BASE.rglob("*.yaml"):
        copied = tmp_path / path.relative_to(BASE)
        copied.parent.mkdir(parents=True, exist_ok=True)
        copied.write_bytes(path.read_bytes())
    (tmp_path / "projects").mkdir(exist_ok=True)
    (tmp_path / "projects" / "x.yaml").write_text("source: report\nzebra: x\n", encoding="utf-8")
    (tmp_path / "projects" / "y.txt").write_text("x\n", encoding="utf-8")
    assert main(["lint", "-f", "concise", "--data", str(tmp_path), "--as-of", "2026-11-24"]) == 1
    lines = [line for line in capsys.readouterr().out.replace(str(tmp_path), "data").splitlines() if line]
    for task in settings("tasks.json")["tasks"]:
        placed, whole = (each["pattern"] for each in task["problemMatcher"])
        at = [match for line in lines if (match := re.search(placed["regexp"], line))]
        of = [match for line in lines if (match := re.search(whole["regexp"], line)) and "kind" in whole]
        found = [(match[placed["file"]], match[placed["line"]], match[placed["code"]]) for match in at]
        assert ("data/projects/x.yaml", "2", "unknown-field") in found
        assert ("data/projects/y.txt", "stray-file") in [(match[whole["file"]], match[whole["code"]]) for match in of]
        assert not [
            line for line in lines[-1:] if re.search(placed["regexp"], line) or re.search(whole["regexp"], line)
        ]
        assert not [line for line in lines if re.search(placed["regexp"], line) and re.search(whole["regexp"], line)]
