"""The report on a Member State, through the door: its own projects, those that only list it apart, bodies, gaps."""

import json
from collections.abc import Callable
from typing import Any

import pytest

Golden = Callable[[str, str], None]
Report = Callable[..., str]
Document = Callable[..., dict[str, Any]]


@pytest.mark.parametrize("state", ["nordland", "sudmark"])
def test_report_in_text(state: str, report: Report, golden: Golden) -> None:
    """The report reads as its golden file, on one screen of 80 columns and at most 60 lines."""
    text = report("sample", state, "--width", "80", "--format", "text")
    golden(f"reports/sample-member-state-{state}.txt", text)
    assert len(text.splitlines()) <= 60
    assert all(len(line) <= 80 for line in text.splitlines())


def test_report_in_json(document: Document, golden: Golden) -> None:
    """The report says the same to a machine, with the projects that only list the state in a section of their own."""
    page = document("sample", "nordland")
    golden("reports/sample-member-state.json", json.dumps(page, indent=2, ensure_ascii=False) + "\n")
    assert {row["project"] for row in page["projects"] if "project" in row} == {"bridge", "harbour-quay"}
    assert {row["project"] for row in page["listed"] if "project" in row} == {"harbour"}


@pytest.mark.parametrize("word", ["belgium", "BE", "flanders", "Kingdom of Belgium"])
def test_a_state_and_its_parts_are_one_subject(word: str, document: Document) -> None:
    """Belgium by name, by code or by a part of it gives one report, in which Flanders counts and is named."""
    page = document("data", word)
    assert page["subject"] == {"kind": "member-state", "id": "BE", "name": "Belgium"}
    assert "palim" in {row.get("project") for row in page["projects"]}
    assert any("Flanders, in PALIM" in row["text"] for row in page["who"])


def test_a_list_of_states_credits_none_of_them(document: Document) -> None:
    """THAMM lists Belgium, France and Germany, and stands apart from the projects of each."""
    for state in ("belgium", "france", "germany"):
        page = document("data", state)
        assert "thamm" not in {row.get("project") for row in page["projects"]}
        assert "thamm" in {row.get("project") for row in page["listed"]}


def test_no_state_is_named_for_a_partnership(document: Document) -> None:
    """No Member State is named for any of the five partnerships, which is said, and never read from a project."""
    assert "Named for none of five partnerships" in document("data", "belgium")["who"][0]["text"]


def test_the_bodies_of_a_state_stand_with_their_roles(document: Document) -> None:
    """Enabel implements PALIM and the mobility part of THAMM; a body of elsewhere carries its country."""
    said = " ".join(row["text"] for row in document("data", "belgium")["bodies"])
    assert "implementer of PALIM" in said
    assert "implementer (mobility) of THAMM" in said
    assert "ANAPEC (Morocco)" in said


def test_a_state_without_a_project_is_told_so(report: Report) -> None:
    """A Member State that no project names gets a report that says it, and is no partner country by mistake."""
    text = report("data", "malta", "--width", "80")
    assert text.startswith("MALTA · EU Member State")
    assert "No project found that names Malta." in text


@pytest.mark.parametrize("width", [60, 72, 100, 132, 200])
def test_every_width_is_kept(width: int, report: Report) -> None:
    """From 60 to 200 columns no line of a Member State's report is longer than the width."""
    for dataset, states in (("sample", ("XN", "XS")), ("data", ("BE", "FR", "DE", "ES", "MT"))):
        for state in states:
            text = report(dataset, state, "--width", str(width))
            assert max(map(len, text.splitlines())) <= width


def test_only_open_calls_are_named(document: Document) -> None:
    """Of the calls for Member States only one that a source has as open is named, with the doubt on it."""
    said = " ".join(row["text"] for row in document("data", "belgium")["funds"])
    assert "MPF funds PALIM" in said
    assert "NDICI (implied: THAMM)" in said
    assert "Member States may apply to: AMIF" in said
    assert "Rolling call for grants of the MPF; status open" in said
    assert "as an undated page has it" in said
    assert "Call of the MPF for the pilot projects" not in said


def test_several_at_both_ends_are_not_only_listed(document: Document) -> None:
    """MATCH has people move between several places at both ends, pairs not stated; THAMM only lists its places."""
    page = document("data", "italy")
    said = " ".join(row["text"] for row in page["listed"] if "text" in row)
    assert "MATCH: from Nigeria or Senegal to Belgium, Italy, Luxembourg or Netherlands; pairs not stated" in said
    assert "MATCH: only lists" not in said
    listed = " ".join(row["text"] for row in document("data", "germany")["listed"] if "text" in row)
    assert "THAMM: only lists Belgium, France and Germany beside Egypt, Morocco and Tunisia" in listed
