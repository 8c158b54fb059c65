"""SQL over the tables: it can only read, it ends, and its mistakes are answered in sentences."""

import time

import pytest

from talentpart import sql, tables
from talentpart.errors import UsageError
from talentpart.model.dataset import Dataset
from talentpart.sql import matching
from talentpart.tables import Table
from talentpart.values import Day


@pytest.fixture
def money(sample: Dataset, day: Day) -> Table:
    """Give the table of money."""
    return tables.rows(sample, "money", day)


@pytest.mark.parametrize(
    ("condition", "count"),
    [
        ("amount > 1000000", 5),
        ("amount > 1000000 AND scope IS NULL", 4),
        ("currency = 'XAG'", 1),
        ("origin IS NULL", 9),
        ("text LIKE '%448.50'", 1),
        ("1 = 1 -- everything", 9),
        ("NULL", 0),
        ("percent", 1),
    ],
)
def test_a_condition_is_an_expression_over_the_columns(money: Table, condition: str, count: int) -> None:
    """Numbers compare as numbers, lists are joined text, empty cells are NULL."""
    assert len(matching(money, condition).rows) == count


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ("amunt > 1", "no column called 'amunt'; did you mean 'amount'"),
        ("amount >", "the SQL cannot be run"),
        ("1); DROP TABLE money; --", "the SQL cannot be run"),
        ("1) FROM money; ATTACH DATABASE 'x' AS y; --", "the SQL cannot be run"),
        ("1 IN (SELECT 1 FROM sqlite_master) AND load_extension('x')", "the SQL"),
        ("(WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t)", "may only read"),
        ("random() > 0", "may only read"),
        ("1) FROM money UNION ALL SELECT (1", "the SQL cannot be run"),
        ("1, 2", "the SQL cannot be run"),
        ("x" * 20_000, "characters long"),
        ("(" * 5_000 + ")" * 5_000, "the SQL"),
        ("count(*) > 1", "--where is more than one condition|misuse"),
        ("1 = '\0'", "the SQL"),
    ],
)
def test_what_is_no_condition_is_refused_in_a_sentence(money: Table, condition: str, message: str) -> None:
    """Nothing but a condition passes, and nothing can be written, attached or loaded (X9, X10)."""
    with pytest.raises(UsageError, match=message):
        matching(money, condition)


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH DATABASE ':memory:' AS other",
        "PRAGMA table_info(money)",
        "INSERT INTO money (record) VALUES ('x')",
        "DELETE FROM money",
        "CREATE TABLE more (a)",
        "DROP TABLE money",
        "VACUUM",
        "SELECT load_extension('x')",
        "BEGIN",
    ],
)
def test_the_database_can_only_be_read(money: Table, statement: str) -> None:
    """Every statement that is no question is denied (X9)."""
    connection = sql.database([money])
    with pytest.raises(UsageError, match=r"may only read|cannot be run"):
        sql.select(connection, statement, money.columns)
    assert sql.select(connection, "SELECT count(*) FROM money", ()) == [(9,)]
    connection.close()


def test_an_endless_question_is_ended(money: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    """A question that takes too long stops with a sentence (X9)."""
    monkeypatch.setattr(sql, "SECONDS", 0.2)
    connection = sql.database([money])
    began = time.monotonic()
    with pytest.raises(UsageError, match=r"took longer than 0\.2 seconds"):
        sql.select(connection, f"SELECT count(*) FROM {', '.join(f'money m{n}' for n in range(12))}", ())  # noqa: S608
    assert time.monotonic() - began < 5
    connection.close()
