"""The overview, through the door: one screen, sums that never cross bases, and what is open said as such."""

import json
from collections.abc import Callable
from typing import Any

import pytest

Golden = Callable[[str, str], None]
Report = Callable[..., str]
Document = Callable[..., dict[str, Any]]
Changed = Callable[..., str]
# Two projects of the sample, to which a test adds what it is about.
PROJECT = """source: daily-bell-2024
names: {text: Orchard scheme, kind: description}
kind: programme
"""
GARDEN = """source: daily-bell-2024
names: {text: GARDEN, kind: short}
kind: programme
events:
"""


def test_overview_in_text(report: Report, golden: Golden) -> None:
    """The overview reads as its golden file, on one screen of 80 columns."""
    text = report("sample", "overview", "--width", "80", "--format", "text")
    golden("reports/sample-overview.txt", text)
    assert len(text.splitlines()) <= 60


def test_overview_in_json(document: Document, golden: Golden) -> None:
    """The overview says the same to a machine, with a row for each project."""
    page = document("sample", "overview")
    golden("reports/sample-overview.json", json.dumps(page, indent=2, ensure_ascii=False) + "\n")
    trained = [row for row in page["people"] if row.get("basis") == "planned" and row.get("measure") == "trained"]
    assert [row["project"] for row in trained] == ["bridge", "harbour", "orchard"]


def test_the_real_overview_fits_one_screen(report: Report) -> None:
    """However much the records hold, the page without its sources stays within 60 lines and says what gave way.

    With its sources it is longer, which it says too.
    """
    text = report("data", "overview", "--width", "80", "--format", "text", "--no-sources")
    assert len(text.splitlines()) <= 60
    assert "Left out, so that the page has at most 60 lines: " in text
    whole = report("data", "overview", "--width", "80", "--format", "text")
    assert len(whole.splitlines()) <= 60 or "The page has more than the 60 lines that it should have" in whole
    assert len(whole.partition("\nSOURCES")[0].splitlines()) <= 60


def test_planned_stated_and_reported_are_never_added(document: Document) -> None:
    """Each basis has rows of its own: 120 were planned for PALIM, are stated, and were trained, and never make 360."""
    rows = [row for row in document("data", "overview")["people"] if "measure" in row]
    assert {row["basis"] for row in rows} <= {"planned", "stated", "actual"}
    trained = [row for row in rows if row["measure"] == "trained" and row["project"] == "palim"]
    assert {row["basis"]: row["value_min"] for row in trained} == {"planned": 120, "stated": 120, "actual": 120}
    assert len(trained) == 3


def test_a_part_of_a_figure_is_in_no_sum(document: Document) -> None:
    """The 30 who move are among PALIM's 120, so that no sum of those who moved holds them."""
    rows = [row for row in document("data", "overview")["people"] if row.get("measure") == "moved"]
    assert all(row["project"] != "palim" for row in rows if row["basis"] == "stated")


@pytest.mark.parametrize("partner", ["Bangladesh", "Egypt", "Morocco", "Pakistan", "Tunisia"])
def test_every_partnership_has_a_row(partner: str, report: Report) -> None:
    """Each partner stands in the table, with its launch."""
    lines = report("data", "overview", "--width", "100", "--format", "text").splitlines()
    assert any(line.startswith(partner) and "2023-0" in line for line in lines)


def test_an_open_question_is_told_in_the_words_of_its_record(report: Report) -> None:
    """OPEN gives the reason that stands with the conflict."""
    assert "BRIDGE: the agency moves 30 of 100" in " ".join(report("sample", "overview").split())


def test_plans_of_several_projects_are_not_added(report: Report, document: Document) -> None:
    """The largest plans stand side by side, each with its project: nobody published their sum."""
    text = " ".join(report("data", "overview", "--format", "text", "--no-sources").split())
    assert "Planned: 3,500 for placement (Legal channels of entry to Italy); 3,000 for training (Supporting a" in text
    assert "6,500" not in text
    assert "our sum" not in text.partition("MONEY")[0]
    moved = [row for row in document("data", "overview")["people"] if row.get("measure") == "moved"]
    assert len({(row["project"], row["basis"]) for row in moved}) == len(moved)


def test_one_plan_said_of_several_is_told_once(changed: Changed) -> None:
    """A plan that one page has for two projects is one plan, for both whom it names."""
    event = "  - {type: launch, basis: planned, date: '2024-11', source: union-page-2024}\n"
    files = {"projects/orchard.yaml": f"{PROJECT}events:\n{event}", "projects/garden.yaml": GARDEN + event}
    text = changed(files, "overview", "--no-sources")
    assert "launch for 2024-11 (GARDEN, Orchard scheme)" in text
    apart = {**files, "projects/garden.yaml": GARDEN + event.replace("union-page-2024", "daily-bell-2024")}
    assert "launch for 2024-11 (GARDEN); launch for 2024-11 (Orchard scheme)" in changed(
        apart, "overview", "--no-sources"
    )


def test_plans_that_passed_in_silence_are_counted_once(report: Report) -> None:
    """AHEAD and GAPS give one number of plans that passed in silence, and the latest of them come last."""
    text = " ".join(report("data", "overview", "--format", "text", "--no-sources").split())
    number = text.rpartition(" plans passed and nothing was found, the latest: ")[0].rpartition(" ")[2]
    assert f"; {number.lower()} plans passed in silence." in text


def test_a_whole_year_is_no_newer_than_a_month_in_it(changed: Changed) -> None:
    """Among the newest, October 2024 stands before what is only said of half of that year, or of all of it."""
    events = 'events:\n  - {type: launch, date: "2024"}\n  - {type: announcement, date: "2024-10"}\n'
    text = changed({"projects/orchard.yaml": PROJECT + events}, "overview", "--no-sources").partition(" NEWEST ")[2]
    newest = text.partition(" AHEAD ")[0]
    assert newest.startswith("October 2024 Orchard scheme: announcement. Second half of 2024 Aurelia: ")
    assert "2024 Orchard scheme: launch" not in newest


def test_many_open_questions_are_named_by_their_records(changed: Changed) -> None:
    """Of more than three open questions the page gives the records, and how many there are of each."""
    conflicts = "+conflicts:\n" + "".join(
        f"  - {{field: events.{each}, because: {each} is open}}\n" for each in ("start", "end", "launch")
    )
    text = changed({"projects/orchard.yaml": conflicts}, "overview")
    assert "Four questions left open, on BRIDGE and Orchard scheme (three)." in text


def test_the_largest_figures_stand_for_the_rest(changed: Changed) -> None:
    """Of more than three plans the largest are told and the rest is counted; who applied is no result."""
    names = ("trained", "moved", "prepared")
    codes = "+  - {code: applicants, label: applicants, unit: people}\n"
    figures = "".join(
        f"  - {{measure: {name}, basis: planned, value: {1000 * (index + 1)}}}\n" for index, name in enumerate(names)
    )
    project = """source: daily-bell-2024
names: {text: GARDEN, kind: short}
kind: programme
figures:
  - {measure: applicants, basis: planned, value: 50000}
"""
    files = {"codelists/measures.yaml": codes, "projects/garden.yaml": project + figures}
    text = changed(files, "overview", "--no-sources").partition("PEOPLE ")[2]
    assert text.startswith("Planned: 3,000 prepared (GARDEN); 2,000 moved (GARDEN); 1,000 trained (GARDEN); ")
    assert "50,000" not in text
    assert "; and three smaller." in text
