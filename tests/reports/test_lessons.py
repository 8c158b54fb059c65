"""The lessons, through the door: what they rest on first, the advice in its order, then theme by theme."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from talentpart.cli import main
from talentpart.model.load import open_dataset
from talentpart.model.records import Lessons

Golden = Callable[[str, str], None]
Report = Callable[..., str]
Document = Callable[..., dict[str, Any]]
ROOT = Path(__file__).parents[2]


def test_lessons_in_text(report: Report, golden: Golden) -> None:
    """The report reads as its golden file, in 80 columns."""
    golden("reports/sample-lessons.txt", report("sample", "lessons", "--width", "80", "--format", "text"))


def test_lessons_in_json(document: Document, golden: Golden) -> None:
    """A machine gets a row a lesson, the recommendations in their order."""
    page = document("sample", "lessons")
    golden("reports/sample-lessons.json", json.dumps(page, indent=2, ensure_ascii=False) + "\n")
    advice = [(row["number"], row["part"]) for row in page["advice"] if "lesson" in row]
    assert advice == [(1, None), (1, "small-firms"), (2, None)]


def test_what_the_lessons_rest_on_comes_first(report: Report) -> None:
    """The day as of which they hold, and that they are early, stand before any lesson."""
    text = " ".join(report("sample", "lessons").split())
    basis = text.index("All of this was written before HARBOUR had ended")
    assert text.index("holds as of November 2024") < basis < text.index("Ask firms before anybody is trained")


def test_no_lesson_is_told_before_its_source(capsys: pytest.CaptureFixture[str]) -> None:
    """As of 2023 a report of 2024 teaches nothing."""
    assert main(["report", "lessons", "--data", str(ROOT / "tests" / "sample"), "--as-of", "2023"]) == 0
    out = capsys.readouterr().out
    assert "No lesson found." in out
    assert "Ask firms" not in out


def test_every_lesson_of_the_records_is_told(document: Document) -> None:
    """No finding, lesson, risk or recommendation is dropped, whatever the records hold."""
    page = document("data", "lessons")
    told = [
        (row["lesson"], row["part"]) for name in ("advice", "learnt") for row in page.get(name, ()) if "lesson" in row
    ]
    held = [
        (line.lesson, line.part)
        for record in open_dataset(ROOT / "data", "data").all(Lessons)
        for line in record.lessons
        if line.theme != "evidence" or line.kind == "recommendation"
    ]
    assert sorted(told, key=str) == sorted(held, key=str)


def test_recommendations_keep_their_order(document: Document) -> None:
    """The numbers run from one without a gap, each with its main line first."""
    rows = [row for row in document("data", "lessons").get("advice", ()) if "lesson" in row]
    mains = [row["number"] for row in rows if row["part"] is None]
    assert mains == sorted(mains)
