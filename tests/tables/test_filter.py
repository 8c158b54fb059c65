"""Filters, order and counts of rows."""

import pytest

from talentpart import tables
from talentpart.errors import UsageError
from talentpart.model.dataset import Dataset
from talentpart.tables import Filters, Table
from talentpart.values import Day


def _ids(sample: Dataset, day: Day, table: str, column: str, filters: Filters) -> list[object]:
    found, _ = tables.keep(sample, tables.rows(sample, table, day), filters)
    place = found.columns.index(column)
    return list(dict.fromkeys(str(row[place]) for row in found.rows))


@pytest.mark.parametrize(
    ("table", "column", "words", "expected"),
    [
        ("projects", "id", {"country": ("Aurelia",)}, ["bridge", "harbour", "harbour-quay"]),
        ("projects", "id", {"country": ("borvia",)}, ["harbour", "orchard"]),
        ("projects", "id", {"country": ("ile de borvia",), "member_state": ("sudmark",)}, ["harbour", "orchard"]),
        ("projects", "id", {"member_state": ("XS", "XN")}, ["bridge", "harbour", "harbour-quay", "orchard"]),
        ("projects", "id", {"sector": ("industry",)}, ["bridge", "harbour"]),
        ("projects", "id", {"instrument": ("CF",)}, ["bridge", "harbour"]),
        ("projects", "id", {"organisation": ("ministry of skills",)}, ["orchard"]),
        ("projects", "id", {"status": ("running",)}, ["harbour", "orchard"]),
        ("projects", "id", {"kind": ("pilot", "component")}, ["bridge", "harbour-quay"]),
        ("figures", "record", {"country": ("XA",)}, ["bridge", "harbour"]),
        ("figures", "key", {"country": ("XB",)}, ["trained", "moved.XB"]),
        ("events", "key", {"kind": ("roundtable",), "basis": ("planned",)}, ["roundtable.2"]),
        ("roadmaps", "id", {"country": ("XB",)}, ["borvia-roadmap"]),
        ("roles", "record", {"member_state": ("nordland",), "kind": ("pilot",)}, ["bridge"]),
        ("money", "record", {"sector": ("fishing",)}, ["harbour", "harbour-quay"]),
        ("policies", "id", {"country": ("Aurelia",)}, ["night-watch", "wide-road"]),
        ("policies", "id", {"kind": ("strategy",)}, ["wide-road"]),
        ("lessons", "lesson", {"kind": ("risk",)}, ["firms-may-leave"]),
        ("lessons", "lesson", {"sector": ("industry",)}, ["half-stayed"]),
    ],
)
def test_filters_look_at_the_row_and_then_at_its_record(
    sample: Dataset, day: Day, table: str, column: str, words: dict[str, tuple[str, ...]], expected: list[str]
) -> None:
    """Words of one filter are alternatives, filters add up, and names are forgiven."""
    assert _ids(sample, day, table, column, Filters(words)) == expected


def test_exact_leaves_narrower_sectors_out(sample: Dataset, day: Day) -> None:
    """Asked for industry, metal working comes along unless it is exact."""
    assert _ids(sample, day, "sectors", "sector", Filters({"sector": ("industry",)})) == ["metal", "industry"]
    assert _ids(sample, day, "sectors", "sector", Filters({"sector": ("industry",)}, exact=True)) == ["industry"]


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2024-12", None, ["technical-meeting", "roundtable.2"]),
        (None, "2022-12", ["start"]),
        ("2023", "2023-06", ["implementation-start", "roundtable.1"]),
    ],
)
def test_days_are_compared_by_their_bounds(
    sample: Dataset, day: Day, since: str | None, until: str | None, expected: list[str]
) -> None:
    """A half-year lies in each day it may mean (Q4)."""
    filters = Filters(
        {"kind": ("partnership", "pilot")}, Day.parse(since) if since else None, Day.parse(until) if until else None
    )
    assert _ids(sample, day, "events", "key", filters) == expected


def test_a_filter_that_can_never_apply_is_refused(sample: Dataset, day: Day) -> None:
    """Sources have no sector; asked for one, the answer is an error and not an empty list."""
    with pytest.raises(UsageError, match="--sector cannot apply"):
        tables.keep(sample, tables.rows(sample, "sources", day), Filters({"sector": ("ict",)}))
    with pytest.raises(UsageError, match="--from cannot apply"):
        tables.keep(sample, tables.rows(sample, "relations", day), Filters(since=day))


@pytest.mark.parametrize(
    ("name", "word", "message"),
    [
        ("country", "aurelai", "did you mean 'Aurelia'"),
        ("sector", "metall", "did you mean 'metal'"),
        ("organisation", "nordland-agancy", "did you mean 'nordland-agency'"),
        ("status", "runing", "did you mean 'running'"),
        ("kind", "pilott", "did you mean 'pilot'"),
        ("basis", "planed", "did you mean 'planned'"),
    ],
)
def test_a_word_that_names_nothing_gets_the_nearest(
    sample: Dataset, day: Day, name: str, word: str, message: str
) -> None:
    """Each filter names the nearest right value of its own kind."""
    with pytest.raises(UsageError, match=message):
        tables.keep(sample, tables.rows(sample, "events", day), Filters({name: (word,)}))


def test_rows_with_nothing_to_match_are_counted(sample: Dataset, day: Day) -> None:
    """No match is told apart from no data."""
    _, notes = tables.keep(sample, tables.rows(sample, "projects", day), Filters({"status": ("announced",)}))
    assert notes == ["--status: 1 of 4 rows hold nothing that this filter could match"]


def _table(*rows: tuple[tables.Value, ...]) -> Table:
    return Table("t", ("id", "date", "value", "sectors"), rows)


def test_order_compares_days_by_bounds_numbers_as_numbers_and_puts_the_empty_last() -> None:
    """A half-year comes before its months end, ten after nine, and nothing after all (Q4)."""
    table = _table(
        ("a", "2024-H2", 10, []), ("b", "2024-08", 9, ["x"]), ("C", None, None, ["y"]), ("d", "2024", 9.5, [])
    )
    assert [row[0] for row in tables.ordered(table, ["date"]).rows] == ["d", "a", "b", "C"]
    assert [row[0] for row in tables.ordered(table, ["-date"]).rows] == ["b", "a", "d", "C"]
    assert [row[0] for row in tables.ordered(table, ["value"]).rows] == ["b", "d", "a", "C"]
    assert [row[0] for row in tables.ordered(table, ["-id"]).rows] == ["d", "C", "b", "a"]


def test_groups_count_a_row_under_each_member_of_a_list() -> None:
    """A project in two sectors counts in both, and one in none counts under nothing (Q5)."""
    table = _table(("a", None, 1, ["x", "y"]), ("b", None, 1, ["x"]), ("c", None, 2, []))
    assert tables.grouped(table, ["sectors"]).rows == (("x", 2), ("y", 1), (None, 1))
    assert tables.grouped(table, ["value", "sectors"]).rows == ((1, "x", 2), (1, "y", 1), (2, None, 1))
    assert tables.holds_lists(table, ["sectors"])
    assert not tables.holds_lists(table, ["value"])


def test_a_column_that_does_not_exist_names_the_nearest() -> None:
    """Sorting, narrowing and grouping answer a slip in the same words."""
    for use in (tables.only, tables.grouped, tables.ordered):
        with pytest.raises(UsageError, match="no column of t called 'sectrs'; did you mean 'sectors'"):
            use(_table(), ["sectrs"])
