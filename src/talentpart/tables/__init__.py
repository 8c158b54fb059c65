"""The flat tables that queries, SQL and exports stand on: one file each, found by looking in this folder.

A table is a module with `COLUMNS`, the ids of its columns, and `rows(dataset, as_of)`, which gives them in a fixed
order. A column's name means the same in every table.
"""

import importlib
import pkgutil
from collections.abc import Iterable
from typing import Protocol, cast

from talentpart.model.dataset import Dataset
from talentpart.tables._arrange import column, grouped, holds_lists, only, ordered
from talentpart.tables._cells import NUMERIC, Row, Table, Value, name_of, no_such
from talentpart.tables._filter import Filters, keep
from talentpart.tables._record import as_data, cited_sources
from talentpart.values import Day

__all__ = [
    "NUMERIC", "Filters", "Row", "Table", "Value", "as_data", "cited_sources", "column", "grouped", "holds_lists",
    "keep", "load", "name_of", "no_such", "only", "ordered", "rows", "table_names",
]  # fmt: skip


class _Module(Protocol):
    COLUMNS: tuple[str, ...]

    def rows(self, dataset: Dataset, as_of: Day) -> Iterable[Row]:
        """Give the rows of the table."""


def table_names() -> tuple[str, ...]:
    """Give the names of all tables, in alphabetical order."""
    return tuple(each.name for each in pkgutil.iter_modules(__path__) if not each.name.startswith("_"))


def load(name: str) -> _Module:
    """Give the module of a table. Raises UsageError, with the nearest names, for a table that does not exist."""
    if name not in table_names():
        raise no_such(name, table_names(), "table")
    return cast("_Module", importlib.import_module(f"{__name__}.{name}"))


def rows(dataset: Dataset, name: str, as_of: Day) -> Table:
    """Give a table of the dataset as of a day. Raises UsageError for a table that does not exist."""
    module = load(name)
    return Table(name, module.COLUMNS, tuple(module.rows(dataset, as_of)))
