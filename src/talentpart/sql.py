"""The tables in SQLite, in memory and read only: what `--where` asks of one of them, and SQL of them all."""

import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

from talentpart.errors import UsageError
from talentpart.tables import NUMERIC, Table, Value, no_such

if TYPE_CHECKING:
    import sqlite3

# A question that takes longer, or is longer, is a mistake or an attack.
SECONDS = 10.0
_CHARACTERS = 10_000
_STEPS = 10_000
_DEPTH = 200
_CELL = 1_000_000
# These read the clock, files or chance, so that two runs could differ, or reach out of the tables.
_DENIED = frozenset({
    "load_extension", "readfile", "writefile", "edit", "fts3_tokenizer", "random", "randomblob", "zeroblob",
    "sqlite_compileoption_get", "sqlite_compileoption_used",
})  # fmt: skip


def database(tables: Iterable[Table]) -> "sqlite3.Connection":
    """Give a database in memory that holds these tables and can only be read."""
    import sqlite3

    connection = sqlite3.connect(":memory:")
    for table in tables:
        columns = ", ".join(f'"{each}" {"NUMERIC" if each in NUMERIC else "TEXT"}' for each in table.columns)
        connection.execute(f'CREATE TABLE "{table.name}" ({columns})')
        marks = ", ".join("?" for _ in table.columns)
        connection.executemany(
            f'INSERT INTO "{table.name}" VALUES ({marks})',  # noqa: S608 - the names are those of our own modules
            ([cell(value) for value in row] for row in table.rows),
        )
    connection.commit()
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, _CHARACTERS + 1_000)
    connection.setlimit(sqlite3.SQLITE_LIMIT_EXPR_DEPTH, _DEPTH)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _CELL)
    connection.set_authorizer(_authorize)
    return connection


def select(connection: "sqlite3.Connection", statement: str, columns: Iterable[str]) -> list[tuple[Value, ...]]:
    """Run one statement that reads. Raises UsageError, with the nearest column name, when it cannot be run."""
    import sqlite3

    if len(statement) > _CHARACTERS:
        message = f"the SQL is {len(statement):,} characters long; it should be at most {_CHARACTERS:,}"
        raise UsageError(message)
    until = time.monotonic() + SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
    try:
        return connection.execute(statement).fetchall()
    except (sqlite3.Error, sqlite3.Warning, ValueError) as error:
        raise _wrong(str(error), tuple(columns)) from None
    finally:
        connection.set_progress_handler(None, 0)


def matching(table: Table, condition: str) -> Table:
    """Give the rows of a table for which an SQL expression over its columns holds. Raises UsageError."""
    connection = database([table])
    try:
        statement = f'SELECT ({condition}\n) FROM "{table.name}" ORDER BY rowid'  # noqa: S608 - read only, by authorizer
        found = select(connection, statement, table.columns)
    finally:
        connection.close()
    if len(found) != len(table.rows) or any(len(row) != 1 for row in found):
        message = "--where is more than one condition on a row; write an expression such as amount > 1000000"
        raise UsageError(message)
    kept = (row for row, (met,) in zip(table.rows, found, strict=True) if isinstance(met, int | float) and met)
    return Table(table.name, table.columns, tuple(kept))


def cell(value: Value) -> str | int | float | None:
    """Give a cell as SQL holds it: lists joined by a semicolon, true and false as 1 and 0."""
    if isinstance(value, list):
        return "; ".join(value) or None
    return int(value) if isinstance(value, bool) else value


def _authorize(action: int, first: str | None, second: str | None, *_: object) -> int:
    import sqlite3

    if action in {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION and (second or first or "").lower() not in _DENIED:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _wrong(error: str, columns: tuple[str, ...]) -> UsageError:
    """Put an error of SQLite into a sentence of ours."""
    said, _, name = error.partition(": ")
    if said == "no such column":
        return no_such(name, columns, "column")
    if error == "interrupted":
        return UsageError(f"the SQL took longer than {SECONDS:g} seconds; ask for less")
    if "not authorized" in error or "prohibited" in error:
        return UsageError(f"the SQL may only read the tables: {error}")
    return UsageError(f"the SQL cannot be run: {error}")
