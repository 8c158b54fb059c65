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
    """MATCH pairs none of its four Member States, and stands apart from the projects of each."""
    for state in ("belgium", "italy", "luxembourg", "netherlands"):
        page = document("data", state)
        assert "match" not in {row.get("project") for row in page["projects"]}
        assert "match" in {row.get("project") for row in page["listed"]}


def test_beside_a_list_only_pairs_that_a_source_states_count(document: Document) -> None:
    """THAMM lists three states beside three countries; each state has it with those whom a source pairs with it."""
    for state, countries in {"belgium": ["MA", "TN"], "france": ["TN"], "germany": ["EG", "MA", "TN"]}.items():
        rows = {row.get("project"): row for row in document("data", state)["projects"]}
        assert rows["thamm"]["countries"] == countries
        assert rows["thamm"]["listed"] == ["EG", "MA", "TN"]


def test_a_state_is_named_for_a_partnership_by_its_word_alone(document: Document) -> None:
    """Estonia runs a project and is named for no partnership; Belgium is for Tunisia's, as what its source says."""
    assert "Named for none of five partnerships" in document("data", "estonia")["who"][0]["text"]
    named = "Named for the partnership with: Tunisia (Member State with a scheme)."
    assert document("data", "belgium")["who"][0]["text"] == named


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
    """MATCH has people move between several places at both ends, pairs not stated, which is more than a list."""
    page = document("data", "italy")
    said = " ".join(row["text"] for row in page["listed"] if "text" in row)
    assert "MATCH: from Nigeria or Senegal to Belgium, Italy, Luxembourg or Netherlands; pairs not stated" in said
    assert "MATCH: only lists" not in said
    listed = " ".join(row["text"] for row in document("sample", "nordland")["listed"] if "text" in row)
    assert "HARBOUR: only lists Nordland and Sudmark beside Aurelia and Bórvia" in listed


def test_ended_projects_stay_where_leaving_them_out_saves_no_screen(report: Report) -> None:
    """On Belgium's page, which takes three screens either way, PALIM has its row; bodies of others went before it."""
    text = report("data", "belgium", "--width", "100", "--format", "text")
    assert "\nPALIM\n" in text or "\nPALIM " in text.partition("\nPROJECTS")[2].partition("\nMONEY")[0]
    assert " sentences of BODIES" in " ".join(text.split())
