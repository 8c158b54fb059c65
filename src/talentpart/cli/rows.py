"""From a table to a page of rows: arranged, counted, and with a word on why there are none."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from talentpart.model.dataset import Dataset
    from talentpart.page import Page
    from talentpart.tables import Table
    from talentpart.values import Day


def page_of(dataset: "Dataset", as_of: "Day", table: "Table", notes: Iterable[str] = ()) -> "Page":
    """Give a page that holds a table's rows and nothing else."""
    from talentpart import page
    from talentpart.cli.output import origin
    from talentpart.tables import NUMERIC

    columns = tuple(page.Column(each, each, numeric=each in NUMERIC or each == "count") for each in table.columns)
    rows = tuple(page.Row(row) for row in table.rows)
    section = page.Section(table.name, table.name, (page.Table(table.name, columns, rows),))
    said = tuple(notes)
    if dataset.left_out:
        said += (f"{dataset.left_out} lines are of a later day than {as_of}, and left out",)
    return page.Page("items", table.name, table.name, as_of, origin(dataset), (section,), notes=said)


def arranged(
    table: "Table", *, group_by: str, sort: str, count: bool, limit: int | None, columns: str
) -> "tuple[Table, list[str]]":
    """Group, sort, count, cut and narrow a table, in this order; gives it with what should be said of that."""
    from talentpart import tables

    notes = []
    if groups := _split(group_by):
        if tables.holds_lists(table, groups):
            notes.append("a row with several values counts under each, so the counts may add up to more than all rows")
        table = tables.grouped(table, groups)
    table = tables.ordered(table, _split(sort))
    if count:
        table = tables.Table(table.name, ("count",), ((len(table.rows),),))
    if limit is not None and limit < len(table.rows):
        notes.append(f"the first {limit} of {len(table.rows)} rows")
        table = tables.Table(table.name, table.columns, table.rows[:limit])
    return (tables.only(table, _split(columns)) if columns else table), notes


def empty(table: "Table", why: list[str]) -> list[str]:
    """Say why no row is left: the table has none, nothing matched, or there was nothing to match in some rows."""
    if not table.rows:
        return [f"no {table.name} in the dataset"]
    return [f"none of the {len(table.rows)} rows of {table.name} matched", *why]


def _split(names: str) -> list[str]:
    return [each.strip() for each in names.split(",") if each.strip()]
