"""Relations that are set aside, or tie nothing, stand in `relations` with their rank and in no other table."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from talentpart import tables
from talentpart.model.load import open_dataset
from talentpart.values import Day

Rows = Callable[[str], dict[str, dict[str, Any]]]
SAMPLE = Path(__file__).parents[1] / "sample"
ROAD = """source: union-page-2022
names: The Wide Road
kind: strategy
relations:
  - {relation: announces, target: sample-framework}
  - {relation: announces, target: aurelia, rank: set-aside, because: another one is meant}
  - {relation: part-of, target: night-watch, rank: set-aside, because: it was never said}
  - {relation: supports, target: borvia, basis: planned}
events:
  - {type: launch, basis: actual, date: "2019", scope: wider}
  - {type: announcement, basis: actual, date: "2021-05"}
member_states:
  - {place: "XN", role: interested, part: replies}
  - {place: "XS"}
"""
BRIDGE = """source: agency-report-2024#bridge
kind: pilot
relations:
  - {relation: supports, target: aurelia}
  - {relation: look-alike, target: borvia, note: it is not with Bórvia}
  - {relation: look-alike, target: common-fund, note: it is not of the fund}
  - {relation: part-of, target: harbour, rank: set-aside, because: a slip}
corridors:
  - {origin: "XA", destination: coastland}
"""


@pytest.fixture
def rows(tmp_path: Path) -> Rows:
    """Give a function that gives the rows of a table of the changed sample by their first column."""
    import shutil

    folder = tmp_path / "sample"
    shutil.copytree(SAMPLE, folder)
    (folder / "policies" / "wide-road.yaml").write_text(ROAD, encoding="utf-8")
    (folder / "projects" / "bridge.yaml").write_text(BRIDGE, encoding="utf-8")
    dataset = open_dataset(folder, "sample")

    def give(name: str) -> dict[str, dict[str, Any]]:
        table = tables.rows(dataset, name, Day.parse("2025-06-01"))
        return {str(row[0]): dict(zip(table.columns, row, strict=True)) for row in table.rows}

    return give


def test_relations_have_their_basis_and_rank(rows: Rows) -> None:
    """The last relation of the policy is a plan; what is set aside says so."""
    assert tables.load("relations").COLUMNS == (
        "record", "relation", "target", "part", "basis", "certainty", "note", "rank", "source",
    )  # fmt: skip
    assert rows("relations")["wide-road"] | {"source": []} == {
        "record": "wide-road", "relation": "supports", "target": "borvia", "part": None, "basis": "planned",
        "certainty": None, "note": None, "rank": None, "source": [],
    }  # fmt: skip
    assert rows("relations")["bridge"]["rank"] == "set-aside"


def test_what_is_set_aside_is_in_no_column_of_a_record(rows: Rows) -> None:
    """A policy announces what still stands, and a project is part of nothing that was set aside."""
    assert rows("policies")["wide-road"]["announces"] == ["sample-framework"]
    assert rows("policies")["wide-road"]["part_of"] == []
    assert rows("projects")["bridge"]["part_of"] == []


def test_what_is_only_mixed_up_ties_nothing(rows: Rows) -> None:
    """A look-alike is neither a partnership of a project nor an instrument that pays for it."""
    assert rows("projects")["bridge"]["partnerships"] == ["aurelia"]
    assert rows("projects")["bridge"]["instruments"] == []


def test_a_wider_event_is_not_the_day_of_a_policy(rows: Rows) -> None:
    """The day of a policy is that of its own first step."""
    assert rows("policies")["wide-road"]["event"] == "announcement"
    assert rows("policies")["wide-road"]["date"] == "2021-05"


def test_who_only_replied_takes_no_part(rows: Rows) -> None:
    """A Member State that takes an interest in a part of a policy stands in `places`, not among those taking part."""
    assert rows("policies")["wide-road"]["member_states"] == ["XS"]
