"""The records of the project, held against the texts of the core sources where these are at hand."""

from pathlib import Path

import pytest

from talentpart.model.load import open_dataset
from talentpart.verify.check import check
from talentpart.verify.result import Result
from talentpart.verify.texts import read_texts

ROOT = Path(__file__).parents[2]
TEXTS = ROOT.parent / "shared" / "sources"


@pytest.fixture(scope="module")
def results() -> list[Result]:
    """Hold every claim of the records against the five texts, once."""
    if not TEXTS.is_dir():
        pytest.skip("the folder of the core sources, ../shared/sources, is not here")
    held = read_texts(TEXTS, [each.stem for each in sorted(TEXTS.glob("*.txt"))])
    return check(open_dataset(ROOT / "data", "data"), held)


def test_every_claim_that_can_be_checked_is_found_or_says_why_not(results: list[Result]) -> None:
    """A claim that cites a core source stands there in print, in the place that it names, or carries a note."""
    core = {each.stem for each in TEXTS.glob("*.txt")}
    missed = [
        f"{each.path}: {each.what} '{each.looked_for}' in {each.source}#{each.place}"
        for each in results
        if each.result == "not-found" and each.source in core
    ]
    assert missed == []


def test_the_facts_that_matter_most_are_found_once(results: list[Result]) -> None:
    """The sum for Pakistan, its half-year, and PALIM's numbers each stand where they are said to, and only once."""
    found = {(each.path, each.looked_for): each.occurrences for each in results if each.result == "found"}
    assert found["pakistan-programme.money.total", "EUR 3 million"] == 1
    assert found["pakistan-programme.events.launch.actual", "second half of 2024"] == 1
    assert found["palim.figures.trained", "120"] == 1
    assert found["palim.figures.moved", "30"] == 1
    assert found["palim.events.start.actual", "March 2019"] == 1


@pytest.mark.parametrize("country", ["bangladesh", "egypt", "morocco", "pakistan", "tunisia"])
def test_every_roundtable_is_found_by_its_day_and_its_number(results: list[Result], country: str) -> None:
    """Both stand under the heading of the country."""
    steps = f"{country}.events.roundtable."
    page = [each for each in results if each.source.startswith("ec-talent-partnerships-2025")]
    told = [each for each in page if each.path.startswith(steps) and each.what in {"day", "number"}]
    assert {each.what for each in told} == {"day", "number"}
    assert {(each.result, each.place) for each in told} == {("found", country)}
