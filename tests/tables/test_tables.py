"""The tables: their shape, and what each makes of the invented dataset."""

import keyword
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import msgspec
import pytest

from talentpart import tables
from talentpart.errors import UsageError
from talentpart.model.dataset import Dataset, Entry
from talentpart.values import Day

Rows = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def rows(sample: Dataset, day: Day) -> Rows:
    """Give the rows of a table as objects, those that match some columns."""

    def give(table: str, **wanted: object) -> list[dict[str, Any]]:
        found = tables.rows(sample, table, day)
        objects = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
        return [each for each in objects if all(each[name] == value for name, value in wanted.items())]

    return give


@pytest.mark.parametrize("name", tables.table_names())
def test_every_table_has_columns_rows_and_plain_cells(name: str, sample: Dataset, day: Day) -> None:
    """A row has one plain cell for each column; a column is numeric in all its cells or in none."""
    table = tables.rows(sample, name, day)
    assert len(set(table.columns)) == len(table.columns)
    for row in table.rows:
        assert len(row) == len(table.columns)
        for column, cell in zip(table.columns, row, strict=True):
            assert cell is None or isinstance(cell, str | int | float | bool | list)
            if column in tables.NUMERIC and (name, column) != ("claims", "value"):
                assert cell is None or isinstance(cell, int | float), f"{name}.{column}"


@pytest.mark.parametrize("name", tables.table_names())
def test_no_column_is_a_keyword(name: str) -> None:
    """Each column can be written without quotes in SQL and as a name in Python."""
    import sqlite3

    connection = sqlite3.connect(":memory:")
    columns = tables.load(name).COLUMNS
    connection.execute(_create(columns))
    for column in columns:
        connection.execute(f"SELECT {column} FROM t WHERE {column} IS NULL ORDER BY {column}")  # noqa: S608
        assert column.isidentifier()
        assert not keyword.iskeyword(column)
    connection.close()


def _create(columns: tuple[str, ...]) -> str:
    quoted = ", ".join('"' + each + '"' for each in columns)
    return f"CREATE TABLE t ({quoted})"


def test_a_table_that_does_not_exist_names_the_nearest() -> None:
    """A slip in the name of a table is answered with the right one."""
    with pytest.raises(UsageError, match="no table called 'evnts'; did you mean 'events'"):
        tables.load("evnts")


def test_one_event_is_one_row_whatever_its_sources(rows: Rows) -> None:
    """Two sources that agree on a roundtable make one row, with the more exact day and both sources."""
    (found,) = rows("events", subject="aurelia", key="roundtable.2")
    assert (found["date"], found["date_precision"], found["contested"]) == ("2024-02-10", "day", False)
    assert found["source"] == ["union-page-2024#aurelia", "daily-bell-2024"]
    assert found["outcomes"] == ["sectors-agreed"]


def test_what_is_reported_speaks_before_what_is_planned(rows: Rows) -> None:
    """An end that is planned and reported is one row with the reported day; `dates` keeps every line."""
    (found,) = rows("events", subject="bridge", type="end")
    assert (found["basis"], found["date"], found["contested"]) == ("actual", "2024-04-30", True)
    assert [each["date"] for each in rows("dates", record="bridge", type="end")] == [
        "2023-12-31",
        "2024-04-30",
        "2024-06",
    ]


def test_partial_days_carry_their_bounds(rows: Rows) -> None:
    """A half-year stays a half-year, with its earliest and latest day (Q4)."""
    (found,) = rows("events", subject="aurelia", type="technical-meeting")
    assert [found[each] for each in ("date", "date_earliest", "date_latest", "date_precision")] == [
        "2024-H2", "2024-07-01", "2024-12-31", "half",
    ]  # fmt: skip


def test_sectors_keep_their_printed_words(rows: Rows) -> None:
    """A line that names two sectors is two rows with the same printed words."""
    found = rows("sectors", subject="aurelia", as_stated="fish and chips")
    assert [each["sector"] for each in found] == ["fishing", "ict"]
    assert {each["tier"] for each in found} == {"common-interest"}
    assert {each["list"] for each in found} == {"closed"}


def test_a_partnership_stands_at_its_furthest_step(rows: Rows) -> None:
    """The state follows from outcomes, or from sectors agreed on a day not stated, never from what is asked for."""
    aurelia, borvia = rows("partnerships")
    assert (aurelia["state"], aurelia["state_date"]) == ("sectors-agreed", "2024-02-10")
    assert (borvia["state"], borvia["state_date"]) == ("sectors-agreed", None)
    assert aurelia["sectors"] == ["metal", "fishing", "ict"]
    assert (aurelia["roundtables"], borvia["roundtables"]) == (2, 1)
    assert (aurelia["roadmap"], borvia["roadmap"]) == ("endorsed", None)


def test_a_roadmap_is_dated_by_the_event_that_endorsed_it(rows: Rows) -> None:
    """The day of a roadmap without an event of its own is that of the event in `at`."""
    (found,) = rows("roadmaps", id="aurelia-roadmap")
    assert (found["status"], found["date"], found["at"]) == ("endorsed", "2024-02-10", "roundtable.2")


def test_amounts_are_exact_numbers(rows: Rows) -> None:
    """An amount keeps its cents, a whole one has none, and bounds are computed."""
    first, second = rows("money", record="bridge", key="total")
    assert (first["amount"], first["currency"], first["text"]) == (1496448.5, "XAU", "XAU 1496448.50")
    assert (second["amount"], second["value_min"], second["value_max"]) == (1500000, 1450000, 1550000)
    assert isinstance(second["amount"], int)


def test_an_unknown_amount_is_no_zero(rows: Rows) -> None:
    """A payer whose amount is not said, and a share, have an empty amount (Q1)."""
    (share,) = rows("money", record="bridge", payer="common-fund")
    (silent,) = rows("money", record="bridge", payer="nordland-agency")
    assert (share["amount"], share["percent"], share["key"]) == (None, 94.99, "common-fund.share")
    assert (silent["amount"], silent["percent"]) == (None, None)


def test_figures_carry_bounds_unit_and_basis(rows: Rows) -> None:
    """A range has no value but bounds, "at least" has no upper bound, and a share is no number of people."""
    (span,) = rows("figures", record="harbour", measure="trained")
    assert (span["value"], span["value_min"], span["value_max"]) == (None, 200, 300)
    (firms,) = rows("figures", record="bridge", measure="firms")
    assert (firms["value_min"], firms["value_max"], firms["unit"]) == (12, None, "firms")
    (share,) = rows("people", record="bridge", measure="prepared")
    assert (share["percent"], share["value"], share["value_max"]) == (50, None, None)
    assert not [each for each in rows("people") if each["unit"] != "people"]


def test_corridors_give_every_pair_and_leave_out_what_a_component_says_better(rows: Rows) -> None:
    """A listed corridor gives pairs that are not stated, save from the origin of which a component says more."""
    found = [
        (each["component"], each["origin"], each["destination"], each["paired"])
        for each in rows("corridors", project="harbour")
    ]
    assert found == [(None, "XB", "XN", False), (None, "XB", "XS", False), ("harbour-quay", "XA", "XN", True)]


def test_the_panel_leaves_open_what_no_source_says(rows: Rows) -> None:
    """A corridor is active to its reported end; after its first year a start alone leaves years empty, not true."""
    assert [(each["year"], each["active"]) for each in rows("panel", project="bridge")] == [
        (2022, True), (2023, True), (2024, True),
    ]  # fmt: skip
    quay = rows("panel", component="harbour-quay")
    assert [each["active"] for each in quay] == [True, None]
    assert {each["end_known"] for each in quay} == {False}


def test_a_project_row_says_who_leads_and_who_pays(rows: Rows) -> None:
    """Instruments are those that pay; a component names its parent."""
    (bridge,) = rows("projects", id="bridge")
    assert (bridge["instruments"], bridge["lead"], bridge["destination"]) == (
        ["common-fund"],
        ["nordland-agency"],
        ["XN"],
    )
    assert (bridge["status"], bridge["end"], bridge["end_basis"]) == ("ended", "2024-04-30", "actual")
    (quay,) = rows("projects", id="harbour-quay")
    assert quay["part_of"] == ["harbour"]


def test_a_call_has_its_days_amount_and_rate(rows: Rows) -> None:
    """A call is an instrument with the day it opens and closes, its amount and the share that it pays."""
    (call,) = rows("calls")
    assert [call[each] for each in ("part_of", "opened", "closes", "amount", "rate")] == [
        ["common-fund"], "2024-01-15", "2025-12-31", 26000000, 95,
    ]  # fmt: skip


def test_conflicts_say_how_they_are_settled(rows: Rows) -> None:
    """Open ones come with the record's reason, others with preferred, history or standing."""
    found = {(each["record"], each["path"]): each for each in rows("conflicts")}
    assert {key: each["settled"] for key, each in found.items()} == {
        ("borvia", "events.roundtable.1"): "standing",
        ("bridge", "figures.moved; figures.prepared"): "open",
        ("bridge", "events.end.actual"): "preferred",
        ("orchard", "status"): "history",
        ("sample-framework", "status"): "history",
    }
    assert found["bridge", "figures.moved; figures.prepared"]["said"] == ["moved: 30", "prepared.share: 50 %"]
    assert found["bridge", "events.end.actual"]["because"] == "the agency kept the books"


def test_gaps_are_of_four_kinds(rows: Rows) -> None:
    """What is missing has a reason; a plan whose day passed and what follows from other records are gaps too."""
    assert {"kind": "missing", "record": "borvia", "field": "member_states", "why": "not-found"}.items() <= rows(
        "gaps", record="borvia", kind="missing"
    )[0].items()
    assert [each["field"] for each in rows("gaps", kind="passed")] == [
        "events.implementation-start.planned", "events.end.planned",
    ]  # fmt: skip
    assert [(each["record"], each["field"]) for each in rows("gaps", kind="computed")] == [
        ("aurelia", "events.roundtable.planned")
    ]
    assert rows("gaps", kind="expected") == []


def test_a_slot_that_nobody_filled_is_a_gap(sample: Dataset, day: Day) -> None:
    """Without its entries under `missing`, a record's silence on money and results is a gap that is expected to go."""
    entry = sample.entries["orchard"]
    record = msgspec.structs.replace(entry.record, missing=())
    bare = Dataset.of(sample.about, "", "", [Entry(record, entry.document, entry.places)])
    codelists = replace(bare, codelists=sample.codelists)
    found = [row[:3] for row in tables.rows(codelists, "gaps", day).rows]
    assert found == [
        ("expected", "orchard", "money"), ("expected", "orchard", "figures.actual"),
        ("passed", "orchard", "events.end.planned"),
    ]  # fmt: skip


def test_claims_have_an_identity_for_each_source(rows: Rows) -> None:
    """A line with two sources is two claims, each with an identity of its own, a standing and the place it is from."""
    found = rows("claims", record="harbour", path="harbour.events.start")
    assert [(each["source"], each["anchor"], each["standing"]) for each in found] == [
        ("union-page-2024", "harbour", "firm"), ("daily-bell-2024", None, "weak"),
    ]  # fmt: skip
    every = [each["claim_id"] for each in rows("claims")]
    assert len(every) == len(set(every))


def test_a_claim_says_whether_it_is_contested(rows: Rows) -> None:
    """Claims on a thing that is open, or on which sources differ, are contested; others are not."""
    assert {each["contested"] for each in rows("claims", path="bridge.figures.moved.actual")} == {True}
    assert {each["contested"] for each in rows("claims", path="bridge.figures.trained.planned")} == {False}
    assert {each["value"] for each in rows("claims", path="bridge.figures.trained.planned")} == {120}


def test_mappings_are_a_row_for_each_code(rows: Rows) -> None:
    """A mapping to two codes of a scheme is two rows, which say how well they match together."""
    found = rows("mappings", code="metal", scheme="nace-2")
    assert [(each["target"], each["match"], each["as_set"]) for each in found] == [
        ("24", "narrow", "exact"), ("25", "narrow", "exact"),
    ]  # fmt: skip


def test_a_policy_has_the_first_day_that_is_known_of_it(rows: Rows) -> None:
    """A policy says of what its day is, what it announces, and which countries it names."""
    watch, road = rows("policies")
    assert [road[each] for each in ("id", "kind", "event", "date", "date_precision", "announces", "countries")] == [
        "wide-road", "strategy", "announcement", "2021-05", "month", ["sample-framework"], ["XA"],
    ]  # fmt: skip
    assert (watch["event"], watch["date"]) == ("launch", "2023-01-09")


def test_lessons_keep_their_elements_and_their_order(rows: Rows) -> None:
    """An element of a recommendation has its name and a part; projects and sectors are lists."""
    found = [(each["lesson"], each["part"], each["number"]) for each in rows("lessons", kind="recommendation")]
    assert found == [("wait", None, 2), ("ask-first", None, 1), ("ask-first", "small-firms", 1)]
    (stayed,) = rows("lessons", lesson="half-stayed")
    assert (stayed["projects"], stayed["sectors"], stayed["as_of"]) == (["bridge"], ["metal"], "2024-11")


def test_a_lesson_is_a_claim_of_its_source(rows: Rows) -> None:
    """The claims of a lessons record have the paths of its lessons, each with an identity of its own."""
    found = {each["path"] for each in rows("claims", record_kind="lessons")}
    assert "agency-report-2024-lessons.lessons.ask-first.small-firms" in found
    assert [each["text"] for each in rows("texts", subject_kind="policy")] == ["Build a road for everybody."]


def test_sources_count_the_lines_that_rest_on_them(rows: Rows) -> None:
    """A source says how many lines cite it, whatever place within it they name."""
    assert {each["id"]: each["claims"] for each in rows("sources")}["thinkers-2023"] == 10


def test_rows_come_in_one_order_whatever_the_order_of_files(sample: Dataset, day: Day) -> None:
    """Records that are put in in another order give the same rows."""
    turned = Dataset.of(sample.about, sample.where, sample.sha256, reversed(list(sample.entries.values())))
    for name in tables.table_names():
        assert tables.rows(turned, name, day) == tables.rows(sample, name, day)


def test_an_occupation_is_a_row_for_each_list_that_names_it(rows: Rows) -> None:
    """An edition names an occupation in two of its lists; the code of ISCO-08 comes from the codelist."""
    found = [(each["occupation"], each["part"], each["as_stated"], each["isco"]) for each in rows("occupations")]
    assert found == [
        ("smiths", "widespread", "smiths and farriers", ["7221"]), ("net-menders", "severe", None, ["7318"]),
        ("smiths", "severe", None, ["7221"]),
    ]  # fmt: skip


def test_an_edition_of_shortages_is_a_row_with_its_day(rows: Rows) -> None:
    """The table of shortages has an edition a row: its day, occupations, sectors and countries, each named once."""
    (edition,) = rows("shortages")
    assert [edition[each] for each in ("id", "event", "date", "occupations", "sectors", "countries")] == [
        "scarce-hands-2024", "publication", "2023-11", ["smiths", "net-menders"], ["metal"], ["XN"],
    ]  # fmt: skip
