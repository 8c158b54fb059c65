"""Every row of the project's list of hostile input has its test, which names it in its docstring."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from talentpart.cli import COMMANDS
from talentpart.render import names

TESTS = Path(__file__).parents[1]
LIST = TESTS.parents[1] / "shared" / "HOSTILE-INPUT.md"
# What rows ask of that is not built yet, by the row: their tests cover the rest.
NOT_YET = {
    "X5": ("format", "xlsx"),
    "X6": ("format", "html"),
    "X9": ("command", "sql"),
    "X10": ("command", "sql"),
}
_NAMED = re.compile(r"(?<![\w-])([YSEJXPFQ])([0-9]{1,2})(?:-\1?([0-9]{1,2}))?(?![\w-])")


def rows_in(text: str) -> Iterator[str]:
    """Give the rows that a text names: `Y1`, and `Y1-Y5` or `Y1-5` for five of them."""
    for letter, first, last in _NAMED.findall(text):
        yield from (f"{letter}{number}" for number in range(int(first), int(last or first) + 1))


def named() -> dict[str, list[str]]:
    """Give for each row the tests whose docstrings name it."""
    found: dict[str, list[str]] = {}
    for file in sorted(TESTS.rglob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                for row in rows_in(ast.get_docstring(node) or ""):
                    found.setdefault(row, []).append(f"{file.relative_to(TESTS).as_posix()}::{node.name}")
    return found


def listed() -> list[str]:
    """Give the rows of the list, in its order."""
    return re.findall(r"^\| ([YSEJXPFQ][0-9]+) \|", LIST.read_text(encoding="utf-8"), re.MULTILINE)


def test_rows_are_read_off_docstrings() -> None:
    """A row is named alone, in a row of them, or as a range; a quarter of a year is none."""
    assert list(rows_in("Y1, E2-E4 (P9), J4-6: in 2024-Q1 and Y2b")) == ["Y1", "E2", "E3", "E4", "P9", "J4", "J5", "J6"]


def test_every_row_has_a_test() -> None:
    """Whoever adds a row to the list learns here that it has no test yet."""
    if not LIST.is_file():
        pytest.skip("the list of hostile input, ../shared/HOSTILE-INPUT.md, is not here")
    tests = named()
    assert len(listed()) > 70
    assert [row for row in listed() if row not in tests] == []


@pytest.mark.parametrize("row", NOT_YET)
def test_what_is_not_built_yet_is_not_there(row: str) -> None:
    """Whoever builds it learns here which rows ask for a test of it, and takes the entry out."""
    what, name = NOT_YET[row]
    assert name not in (names() if what == "format" else COMMANDS)


def test_no_test_names_a_row_that_is_not_listed() -> None:
    """A docstring with a slip in the row names nothing."""
    if not LIST.is_file():
        pytest.skip("the list of hostile input, ../shared/HOSTILE-INPUT.md, is not here")
    known = set(listed())
    assert {row: tests for row, tests in named().items() if row not in known} == {}
