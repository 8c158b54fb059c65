"""`talentpart verify`, through the door."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
SAMPLE = Path(__file__).parents[1] / "sample"
BRIDGE = SAMPLE / "projects" / "bridge.yaml"
REPORT = """What the agency did
The bridge
BRIDGE (Building Routes into Decent Growing Employment) is a pilot of the Nordland Agency, which moves graduates from
Aurelia to Coastland for training and work in the metal trades, with the Ministry of Work. It has ended. It began in
March 2022, was to end on 31 December 2023 and ended on 30 April 2024. Of 120 planned, 100 were trained and 30 moved, by
12 firms. It cost XAU 1,496,448.50, of which the Common Fund paid 94.99 %. It is L-17 in the ledger.
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Give a folder with the text of one source."""
    (tmp_path / "agency-report-2024.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path


def _items(run: Run, texts: Path, *words: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(run("verify", "--texts", str(texts), "-f", "json", *words).out)["items"]
    return items


def test_what_is_printed_is_found_and_the_exit_code_says_so(run: Run, texts: Path) -> None:
    """All that can be checked is found; the counts come first, and what was found is not listed."""
    outcome = run("verify", str(BRIDGE), "--texts", str(texts))
    assert outcome.code == 0, outcome.out
    assert "CLAIMS AND SOURCES" in outcome.out
    assert "0 not found" in outcome.out
    assert "NOT FOUND" not in outcome.out
    assert "bridge.figures.trained" not in outcome.out


def test_what_is_not_printed_is_listed_and_fails(run: Run, texts: Path) -> None:
    """The line names the claim, what was looked for, and the source."""
    file = texts / "agency-report-2024.txt"
    file.write_text(REPORT.replace("Of 120 planned", "Of 1200 planned"), encoding="utf-8")
    outcome = run("verify", str(BRIDGE), "--texts", str(texts))
    assert outcome.code == 1
    assert "NOT FOUND (1)" in outcome.out
    assert "bridge.figures.trained.planned: number '120' not in agency-report-2024#bridge" in outcome.out


def test_all_shows_every_value_with_its_place(run: Run, texts: Path) -> None:
    """What was found has its line, and what cannot be checked its reason."""
    out = run("verify", str(BRIDGE), "--texts", str(texts), "--all", "--width", "200").out
    assert "bridge.figures.moved.actual: number '30' in agency-report-2024#bridge at line 5:" in out
    assert "bridge.objectives.routes: text of agency-report-2024#bridge: own words" in out


def test_programs_get_every_value_as_a_row(run: Run, texts: Path) -> None:
    """JSON, JSON lines and CSV hold the same rows; the counts stand in the notes."""
    items = _items(run, texts, str(BRIDGE))
    moved = next(each for each in items if each["path"] == "bridge.figures.moved.actual")
    assert moved == {
        "claim_id": "bridge.figures.moved.actual@agency-report-2024#bridge", "record": "bridge",
        "path": "bridge.figures.moved.actual", "what": "number", "looked_for": "30", "source": "agency-report-2024",
        "place": "bridge", "result": "found", "line": 5, "column": moved["column"], "offset": moved["offset"],
        "occurrences": 1, "reason": None,
    }  # fmt: skip
    assert REPORT[moved["offset"] :].startswith("30")
    lines = run("verify", str(BRIDGE), "--texts", str(texts), "-f", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == items
    rows = list(csv.DictReader(StringIO(run("verify", str(BRIDGE), "--texts", str(texts), "-f", "csv").out)))
    assert [row["claim_id"] for row in rows] == [each["claim_id"] for each in items]
    notes = json.loads(run("verify", str(BRIDGE), "--texts", str(texts), "-f", "json").out)["notes"]
    assert notes[0].startswith("of ")


def test_markdown_has_the_counts_as_a_table(run: Run, texts: Path) -> None:
    """The page for people pastes into a document."""
    assert "| agency-report-2024 |" in run("verify", str(BRIDGE), "--texts", str(texts), "-f", "markdown").out


def test_the_whole_dataset_is_held_against_the_texts_there_are(run: Run, texts: Path) -> None:
    """A source without a text leaves its claims unchecked."""
    missing = [each for each in _items(run, texts) if each["source"] == "daily-bell-2024"]
    assert missing
    assert {each["result"] for each in missing} == {"unchecked"}


def test_output_is_what_its_schema_says(run: Run, texts: Path) -> None:
    """The document keeps to schemas/output/verify.schema.json."""
    from jsonschema import Draft202012Validator
    from referencing import Registry

    file = Path(__file__).parents[2] / "schemas" / "output" / "verify.schema.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    document = json.loads(run("verify", "--texts", str(texts), "-f", "json").out)
    assert list(Draft202012Validator(schema, registry=Registry()).iter_errors(document)) == []


def test_a_folder_without_a_text_leaves_nothing_to_check(run: Run, tmp_path: Path) -> None:
    """The message names a file that it should hold."""
    outcome = run("verify", "--texts", str(tmp_path))
    assert outcome.code == 2
    assert "has no text of a source that is cited; it should hold" in outcome.err


def test_a_wrong_path_and_records_without_claims_are_said(run: Run, texts: Path) -> None:
    """A path that is not there, and one that holds only codes, leave nothing to check."""
    wrong = run("verify", "nowhere.yaml", "--texts", str(texts))
    assert (wrong.code, "'nowhere.yaml' does not exist" in wrong.err) == (2, True)
    codes = run("verify", str(SAMPLE / "codelists"), "--texts", str(texts))
    assert (codes.code, "nothing to check" in codes.err) == (2, True)


def test_texts_that_cannot_be_read_stop_the_command(run: Run, texts: Path) -> None:
    """A missing folder, a file for a folder, and a text in another encoding exit with 3."""
    gone = run("verify", "--texts", str(texts / "gone"))
    assert (gone.code, "no such file or directory" in gone.err) == (3, True)
    file = texts / "agency-report-2024.txt"
    assert run("verify", "--texts", str(file)).code == 3
    file.write_bytes("tra\u00een\u00e9".encode("latin-1"))
    latin = run("verify", "--texts", str(texts))
    assert (latin.code, "byte 3 is not UTF-8" in latin.err) == (3, True)


def test_the_folder_has_to_be_named(run: Run) -> None:
    """Texts are not part of the dataset, so nobody guesses where they are."""
    outcome = run("verify")
    assert (outcome.code, "--texts" in outcome.err) == (2, True)
