"""`talentpart show` and `talentpart info`, through the door."""

import json
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]


def _record(run: Run, name: str) -> dict[str, Any]:
    outcome = run("show", name, "-f", "json")
    assert outcome.code == 0, outcome.err
    record: dict[str, Any] = json.loads(outcome.out)["record"]
    return record


def test_a_record_holds_its_lines_in_full(run: Run) -> None:
    """Figures are numbers with their basis, bounds, sources and path."""
    figures = _record(run, "bridge")["figures"]
    trained = next(each for each in figures if each["path"] == "bridge.figures.trained.actual")
    assert (trained["value"], trained["value_min"], trained["value_max"], trained["bound"]) == (100, 50, 150, "about")
    assert trained["source"] == ["agency-report-2024#bridge"]
    moved = next(each for each in figures if each["measure"] == "moved")
    assert (moved["value"], moved["of"], moved["basis"]) == (30, "figures.trained", "actual")


def test_codes_stand_beside_their_labels_and_days_beside_their_bounds(run: Run) -> None:
    """Nobody has to look a code up, and a month is not a day."""
    record = _record(run, "bridge")
    assert record["organisations"][0]["organisation_label"] == "Nordland Agency"
    assert record["corridors"][0]["destination_labels"] == ["Coastland"]
    start = record["events"][0]
    assert [start[each] for each in ("date", "date_earliest", "date_latest", "date_precision")] == [
        "2022-03", "2022-03-01", "2022-03-31", "month",
    ]  # fmt: skip
    assert (record["money"][0]["amount"], record["money"][0]["currency"]) == (1496448.5, "XAU")


def test_an_open_conflict_shows_what_each_side_says(run: Run) -> None:
    """Both values stand side by side, with the reason why the question is open."""
    conflict = _record(run, "bridge")["conflicts"][0]
    assert (conflict["settled"], conflict["said"]) == ("open", ["moved: 30", "prepared.share: 50 %"])
    assert conflict["because"].endswith("no source says which held")


def test_the_page_for_people_has_words_and_footnotes(run: Run) -> None:
    """Every line is a sentence with its hedges, its mark and its footnote."""
    out = run("show", "bridge").out
    assert "about 100 trained, reported [1]" in out
    assert "end: 30 April 2024, reported, preferred because the agency kept the books* [1]" in out
    assert "XAU 1,496,448.50 [1]" in out
    assert "XAU 1.5 million [2?]" in out
    assert "Common Fund: 94.99 % [1]" in out
    assert "WHERE SOURCES DIFFER" in out
    assert "SOURCES" in out


@pytest.mark.parametrize("word", ["bridge", "BRIDGE", "Building routes into decent growing employment"])
def test_a_record_is_known_by_its_names(run: Run, word: str) -> None:
    """The id or any name, whatever the case, opens the record."""
    assert _record(run, word)["id"] == "bridge"


@pytest.mark.parametrize("name", ["aurelia", "borvia-roadmap", "common-fund", "sample-framework", "nordland-agency",
                                  "union-page-2024", "sectors", "harbour-quay"])  # fmt: skip
def test_every_kind_of_record_can_be_shown(run: Run, name: str) -> None:
    """Each kind has a page for people and data for machines."""
    assert _record(run, name)["id"] == name
    assert run("show", name).out
    assert run("show", name, "-f", "markdown").code == 0


def test_a_record_that_does_not_exist_names_the_nearest(run: Run) -> None:
    """The sentence goes to standard error, and JSON with the candidates to standard output (Q7, P11)."""
    outcome = run("show", "brigde", "-f", "json")
    assert outcome.code == 2
    assert outcome.err == "error: no record called 'brigde'; did you mean 'bridge'?\n"
    assert json.loads(outcome.out)["errors"][0]["near"] == ["bridge"]


def test_a_record_that_could_not_be_told_yet_says_so(run: Run) -> None:
    """As of a day before anything was known of it, a record is not shown, and the reason is."""
    outcome = run("show", "orchard", "--as-of", "2020")
    assert outcome.code == 2
    assert "nothing on 'orchard' could be told as of 2020" in outcome.err


def test_info_says_which_dataset_answers(run: Run) -> None:
    """Version, day, digest, counts, licence and how to cite it stand in one place."""
    record = json.loads(run("info", "-f", "json").out)["record"]
    assert (record["version"], record["day"], record["licence"]) == ("1.0", "2025-06-01", "CC0-1.0")
    assert (record["sources"], record["open_conflicts"]) == (5, 1)
    assert record["records"]["project"] == 4
    out = run("info").out
    assert "cite: An invented dataset for tests, 1.0" in out
    assert "where: " in out
