"""The gaps, through the door: counted by kind, named by record, with the body that can answer."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from talentpart import tables
from talentpart.model.load import open_dataset
from talentpart.queries.told import as_of
from talentpart.values import Day

DATA = Path(__file__).parents[2] / "data"
Golden = Callable[[str, str], None]
Report = Callable[..., str]
Document = Callable[..., dict[str, Any]]


def test_gaps_in_text(report: Report, golden: Golden) -> None:
    """The report reads as its golden file, in 80 columns."""
    golden("reports/sample-gaps.txt", report("sample", "gaps", "--width", "80", "--format", "text"))


def test_gaps_in_json(document: Document, golden: Golden) -> None:
    """A machine gets a row a field, with whom to ask for it."""
    page = document("sample", "gaps")
    golden("reports/sample-gaps.json", json.dumps(page, indent=2, ensure_ascii=False) + "\n")


def test_the_counts_are_those_of_the_table(document: Document) -> None:
    """What is counted adds up to the rows of `query gaps`, those that cannot apply left out."""
    day = Day.parse("2026-11-24")
    rows = tables.rows(as_of(open_dataset(DATA, "data"), day), "gaps", day).rows
    counted = sum(row["gaps"] for row in document("data", "gaps")["count"])
    assert counted == sum(row[3] != "not-applicable" for row in rows)


def test_a_partnership_is_asked_of_the_lead_of_the_framework(document: Document) -> None:
    """Egypt's Member States are for DG HOME to name; a project's people and dates for those who lead or run it."""
    rows = document("data", "gaps")["ask"]
    egypt = {row["ask"] for row in rows if row.get("record") == "egypt"}
    assert egypt == {"DG HOME"}
    asked = {(row["record"], row["field"]): row["ask"] for row in rows if "record" in row}
    assert asked["palim", "figures.moved.actual"] == "Enabel"
    assert asked["ygca", "events.end"] == "SEPIE"
    assert asked["thamm", "figures.actual"] == "Enabel and GIZ"


def test_what_a_status_answers_is_no_silence(document: Document) -> None:
    """A plan to end, of what is known to be over, has not passed in silence: counted and listed are the same."""
    page = document("data", "gaps")
    (counted,) = [row["gaps"] for row in page["count"] if row["kind"] == "a planned day that passed in silence"]
    assert counted == sum(len(str(row["whose"]).split(", ")) for row in page["passed"] if "whose" in row)


def test_a_long_list_of_names_is_counted(document: Document, report: Report) -> None:
    """Which of hundreds of sources has no day is for a machine to read; a page says how many they are."""
    bare = [row["record"] for row in document("data", "gaps")["also"] if row.get("field") == "published"]
    assert len(bare) > 100
    text = " ".join(report("data", "gaps", "--format", "text").split())
    assert f"Published: {len(set(bare))} records." in text
    assert "Relation: " in text


def test_only_partnerships_without_a_status_stand_under_roadmap(document: Document) -> None:
    """Tunisia's roadmap is endorsed, the others' status is not stated (C17)."""
    rows = {row["partnership"]: row["why"] for row in document("data", "gaps")["roadmaps"] if "partnership" in row}
    assert "tunisia" not in rows
    assert rows.get("egypt", "not stated") == "not stated"


def test_a_plan_that_passed_in_silence_is_named(report: Report) -> None:
    """The start of implementation by the end of 2022 is told as a plan of which nothing is found (C12)."""
    text = report("data", "gaps", "--width", "100", "--format", "text")
    assert any(
        line.startswith("by the end of 2022 ") and "start of implementation" in line for line in text.splitlines()
    )
    assert "that time has passed, and nothing was found" in text


def test_a_country_narrows_the_gaps(report: Report, document: Document) -> None:
    """With --country only the records of that country are left, and the title says so."""
    text = report("sample", "gaps", "--country", "borvia", "--format", "text")
    assert text.startswith("GAPS · Bórvia")
    assert "Aurelia:" not in text
    whole = {row.get("record") for row in document("sample", "gaps")["ask"]}
    assert {"aurelia", "borvia"} <= whole


@pytest.mark.parametrize("dataset", ["sample", "data"])
def test_silence_is_never_a_zero(dataset: str, report: Report) -> None:
    """No line gives a zero or "n/a" for what is not known."""
    text = report(dataset, "gaps", "--format", "text")
    assert ": 0" not in text
    assert "n/a" not in text
