"""What the records of the project themselves must answer, whatever else is added to them."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
_PAGE = "ec-talent-partnerships-2025"
DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(autouse=True)
def _real(environment: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - what it sets is set anew
    monkeypatch.setenv("TALENTPART_DATA", str(DATA))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")  # 24 November 2026


def _items(run: Run, *words: str) -> list[dict[str, Any]]:
    outcome = run("query", *words, "-f", "json")
    assert outcome.code == 0, outcome.err
    items: list[dict[str, Any]] = json.loads(outcome.out)["items"]
    return items


def test_the_five_partnerships_have_ten_roundtables_a_workshop_and_a_meeting(run: Run) -> None:
    """The Commission's page tells of these, each one row however many sources tell of it; two rounds came later."""
    events = [each for each in _items(run, "events") if each["subject_kind"] == "partnership"]
    told = [each for each in events if any(source.startswith(_PAGE) for source in each["source"])]
    counts = Counter(each["type"] for each in told)
    assert (counts["roundtable"], counts["technical-workshop"], counts["technical-meeting"]) == (10, 1, 1)
    assert len({each["subject"] for each in told}) == 5
    later = [(each["subject"], each["number"]) for each in events if each["type"] == "roundtable" and each not in told]
    assert later == [("bangladesh", 3), ("pakistan", 3)]


def test_the_sectors_of_morocco_keep_their_tiers_and_words(run: Run) -> None:
    """Five are priorities, two of common interest, each with its printed words."""
    items = _items(run, "sectors", "--country", "MA", "--where", "subject_kind = 'partnership'")
    assert Counter(each["tier"] for each in items) == {"priority": 5, "common-interest": 2}
    assert all(each["as_stated"] for each in items)


def test_palim_is_shown_with_its_figures_roles_start_and_conflict(run: Run) -> None:
    """Of 120 trained 30 moved; beside them stand the two halves of the brief, as an open conflict."""
    record = json.loads(run("show", "palim", "-f", "json").out)["record"]
    said = [each for each in record["figures"] if each["basis"] == "stated" and not each.get("part")]
    figures = {each["measure"]: each for each in said if each["percent"] is None}
    trained, moved = figures["trained"], figures["moved"]
    assert (trained["value"], moved["value"], moved["of"]) == (120, 30, "figures.trained")
    shares = [each for each in said if each["percent"] is not None]
    assert {(each["percent"], each["bound"]) for each in shares} == {(50, "about")}
    assert len(shares) == 2
    assert {each["sector"] for each in record["sectors"]} == {"ict"}
    roles = {(each["organisation"], each["role"]) for each in record["organisations"]}
    assert roles > {("enabel", "implementer"), ("anapec", "implementer"), ("flemish-government", "supporter")}
    assert "2019-03" in [each["date"] for each in record["events"] if each["type"] == "start"]
    assert "figures.moved" in " ".join(each["path"] for each in record["conflicts"] if each["settled"] == "open")
