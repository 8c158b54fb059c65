"""The framework, through the door: lists apart by source, their differences named, other partnerships apart."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from talentpart.model.load import open_dataset
from talentpart.model.records import Framework, Policy

Golden = Callable[[str, str], None]
Report = Callable[..., str]
Document = Callable[..., dict[str, Any]]
DATA = Path(__file__).parents[2] / "data"


def test_framework_in_text(report: Report, golden: Golden) -> None:
    """The report reads as its golden file, in 80 columns."""
    golden("reports/sample-framework.txt", report("sample", "framework", "--width", "80", "--format", "text"))


def test_framework_in_json(document: Document, golden: Golden) -> None:
    """A machine gets a row a text, and the rows of `query policies` in order of day."""
    page = document("sample", "framework")
    golden("reports/sample-framework.json", json.dumps(page, indent=2, ensure_ascii=False) + "\n")
    assert [row["id"] for row in page["policies"] if "date" in row] == ["wide-road"]


def test_lists_of_objectives_stay_apart(document: Document, report: Report) -> None:
    """Two accounts of the aims are two lists, and what one alone prints is named."""
    lists = {row["list"] for row in document("sample", "framework")["objectives"] if "topic" in row}
    assert lists == {"aims-2022", "aims-2024"}
    assert 'Printed in one list alone: "and home again" in aims 2024' in " ".join(report("sample", "framework").split())


def test_groups_are_not_merged(report: Report) -> None:
    """Each source has target groups of its own."""
    assert "Each source has its own, and they are not merged." in " ".join(report("sample", "framework").split())


def test_twin_lists_are_told_apart(report: Report) -> None:
    """Two lists that are one but for an item are said to differ in it."""
    text = " ".join(report("sample", "framework").split())
    assert 'are one list but for "schools" in table 2022 and "training bodies" in table 2024' in text


def test_the_status_has_a_history(report: Report) -> None:
    """Each source's status is told, that of the oldest source first (C15)."""
    text = " ".join(report("sample", "framework").split())
    assert "announced [1]; running (the page has no day for it) [2]" in text


def test_the_real_differences_are_named(document: Document, report: Report) -> None:
    """Once the records hold the lists, their differences stand in the report (C13, C14, C33, C34)."""
    page = document("data", "framework")
    text = " ".join(report("data", "framework").split())
    if "objectives" in page:
        assert {"dual-objective", "objectives-2025", "objectives-2022"} <= {
            row.get("list") for row in page["objectives"]
        }
        assert '"return and readmission" in dual objective' in text
    if "stakeholders" in page:
        assert '"education" in joint work slides and "training institutions" in joint work factsheet' in text
    if "apart" in page:
        days = {"Morocco": "8 July", "Niger": "15 July", "Western Balkans": "4 November"}
        assert all(f"{partner} ({day} 2022)" in text for partner, day in days.items())
        assert "is not its Talent Partnership, which was launched in June 2023" in text


def test_a_partnership_of_another_kind_stands_apart(report: Report, document: Document) -> None:
    """It is under APART and not among the policies, with the warning that it looks like one (C34)."""
    text = " ".join(report("sample", "framework").split())
    assert "No Talent Partnerships, though some are with the same countries" in text
    assert "The night watch with Aurelia is not its partnership" in text
    page = document("sample", "framework")
    assert [row["id"] for row in page["apart"] if "date" in row] == ["night-watch"]
    assert "night-watch" not in {row.get("id") for row in page["policies"]}


def test_every_policy_of_the_records_is_told(document: Document) -> None:
    """No policy or initiative is dropped, whatever the records hold, and dated ones come in order."""
    page = document("data", "framework")
    rows = [row for name in ("policies", "apart") for row in page.get(name, ()) if "date" in row]
    assert sorted(row["id"] for row in rows) == sorted(each.id for each in open_dataset(DATA, "data").all(Policy))
    days = [row["date_earliest"] for row in page.get("policies", ()) if row.get("date")]
    assert days == sorted(days)


@pytest.mark.parametrize("topic", ["objectives", "components", "activities", "principles", "stakeholders"])
def test_no_text_of_a_framework_is_dropped(topic: str, document: Document) -> None:
    """Every line of every list of every framework is a row of the report."""
    page = document("data", "framework")
    told = [row["text"] for section in page.values() if isinstance(section, list) for row in section
            if isinstance(row, dict) and row.get("topic") == topic]  # fmt: skip
    held = [line.text for record in open_dataset(DATA, "data").all(Framework) for line in getattr(record, topic)]
    assert sorted(told) == sorted(held)


def test_each_target_has_its_own_footnote(report: Report) -> None:
    """That a first few partnerships were announced stands in one page alone, and is cited to it alone."""
    text = " ".join(report("data", "framework", "--width", "400", "--format", "text").split())
    found = re.search(r"announces Talent Partnerships((?: ?\[\d+\])+); among them those with ([\w, ]+) \[(\d+)\]", text)
    assert found is not None
    assert found[2] == "Egypt, Morocco and Tunisia"
    assert re.search(rf"\[{found[3]}\] European Commission, DG HOME, web page 'Talent partnerships'", text)


def test_what_else_is_announced_is_no_partnership(report: Report) -> None:
    """What the same communication announces beside the framework does not part it from its partnerships."""
    text = " ".join(report("data", "framework", "--width", "400", "--format", "text").split())
    assert re.search(r"among them those with Egypt, Morocco and Tunisia \[\d+\]; EU Talent Pool", text)
    assert "supports the Talent Partnership with Tunisia" in text


def test_a_name_that_two_sources_have_is_told_once(report: Report) -> None:
    """Each name of the pilots stands once, before all who use it."""
    text = " ".join(report("data", "framework", "--width", "400", "--format", "text").split())
    assert re.search(r'Called "Pilot Projects on Legal Migration", "Pilot Projects" \[\d+\]\[\d+\], "Pilots"', text)


def test_each_step_of_a_policy_has_its_own_day(report: Report) -> None:
    """A row has the day of the first step; each later one has its own, so that none reads as of the first."""
    text = " ".join(report("data", "framework", "--width", "400", "--format", "text").split())
    assert re.search(r"joint statement (\[\d+\??\])+; signature \(2023-07-16\)", text)
    assert "adoption (2026-04-29); publication (2026-05-12)" in text


def test_a_definition_begins_with_its_term(report: Report) -> None:
    """Whoever looks for what a roadmap is finds the word first."""
    text = " ".join(report("data", "framework", "--format", "text").split())
    assert "Roadmap: a text for each partnership" in text
    assert "Team Europe approach: the Commission acts" in text
    assert "COM(2018) 635" in text
