"""The J rows through the door: what JSON Schema confuses is one finding in the words of the file."""

import re
import socket
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

Seen = tuple[int, int, str, str]
Dataset = Callable[[Mapping[str, str | bytes]], Path]
Run = Callable[..., tuple[int, str, str]]
SOURCE = "source: report\n"
TWO_LINES = "U+000A stands in 'names', which is text on one line"
DAYS = "write YYYY, YYYY-MM, YYYY-MM-DD, YYYY-H1, YYYY-Q1 or two of them with /"
NO_CODE = "'{}' is no code of the list {}; did you mean '{}'?"
# Words of Python, of its libraries and of JSON Schema that a maintainer of YAML need not know.
PYTHON = re.compile(
    r"\b(None|True|False|NoneType|dict|list\[|str\b(?!e)|int \||bool\b|float\b|tuple|msgspec|jsonschema|Traceback|"
    r"ValidationError|additionalProperties|instancePath|\$defs)"
)
ROWS: Mapping[str, tuple[str, Seen]] = {
    "J1": (
        SOURCE + 'events: {type: start, date: "2024-02-30"}\n', (2, 29, "bad-format", "no day 30 in February 2024")
    ),
    "J3": (
        SOURCE + 'names: "a\\nb"\n', (2, 8, "invisible-character", TWO_LINES)
    ),
    "J3-end": (
        SOURCE + 'names: "a\\n"\n', (2, 8, "invisible-character", TWO_LINES)
    ),
    "J3-digits": (
        SOURCE + 'events: {type: start, date: "\u0662\u0660\u0662\u0664"}\n',
        (
            2, 29, "bad-format",
            f"'\u0662\u0660\u0662\u0664' is no day; {DAYS}",
        ),
    ),
    "J5": (
        SOURCE + "figures: {measure: trained, value: true}\n",
        (2, 36, "wrong-type", "expected a number in 'value', found true"),
    ),
    "J7": (
        SOURCE + "events:\n",
        (2, 1, "wrong-type", "expected text, a group of fields or a list in 'events', found nothing"),
    ),
    "J7-true": (SOURCE + "names: true\n", (2, 8, "wrong-type", "expected text in 'names', found true; quote it")),
    "J7-list": (
        SOURCE + "kind: {value: [pilot, programme], note: [a]}\n",
        (2, 41, "wrong-type", "expected text in 'note', found a list"),
    ),
    "J9": (
        SOURCE + "organisaions: {organisation: agency, role: lead}\n",
        (2, 1, "unknown-field", "unknown field 'organisaions'; did you mean 'organisations'?"),
    ),
    "J10": (SOURCE + "sectors: tourisn\n", (2, 10, "not-in-codelist", NO_CODE.format("tourisn", "sectors", "tourism"))),
}  # fmt: skip


class Told(NamedTuple):
    """What lint says in JSON: its exit code, and what it found, by file below the dataset."""

    code: int
    found: dict[str, list[Seen]]


@pytest.fixture(scope="module")
def told(sweep: Callable[[Mapping[str, str]], Told]) -> Told:
    """Give what lint says of all rows in one dataset."""
    return sweep({row: text for row, (text, _) in ROWS.items()})


@pytest.mark.parametrize("row", ROWS)
def test_a_fault_of_schema_is_one_finding(row: str, told: Told) -> None:
    """J1, J3, J5, J7, J9, J10: one finding, on the value or its field, in words of YAML and not of Python."""
    assert told.code == 1
    assert told.found[f"projects/{row.lower()}.yaml"] == [ROWS[row][1]]
    assert not PYTHON.search(ROWS[row][1][3])


def test_what_is_missing_is_told_at_its_parent(dataset: Dataset, run: Run) -> None:
    """J8: the carets stand under the line's first field, and the message says what the missing one is for."""
    dataset({"projects/x.yaml": SOURCE + 'events:\n  - {type: end}\n  - {date: "2024"}\n'})
    code, out, _ = run("lint", "--data", "data", "--select", "schema")
    assert code == 1
    first, line, carets = out.splitlines()[:3]
    assert first.startswith("data/projects/x.yaml:4:5: error: 'type' is missing in 'events' (")
    assert line == '    4 |   - {date: "2024"}'
    assert carets.strip(" |").startswith("^")
    assert "      = add 'type'" in out


def test_an_amount_is_no_number(dataset: Dataset, run: Run) -> None:
    """J4: an amount is one word of text with its currency, so that no cent is lost to binary fractions."""
    dataset({"projects/x.yaml": SOURCE + "money: {amount: 1496448.50}\n"})
    code, out, _ = run("lint", "--data", "data", "-f", "concise", "--ignore", "slots")
    assert code == 1
    assert out.startswith("data/projects/x.yaml:2:17: error: ")
    assert "1496448.50" in out.splitlines()[0]
    assert "currency" in out.splitlines()[0]


def test_a_code_that_is_none_gets_the_nearest_and_the_list(dataset: Dataset, run: Run) -> None:
    """J10: of a short list all codes are shown; the message names the nearest."""
    dataset({"projects/x.yaml": SOURCE + "sectors: tourisn\n"})
    _, out, _ = run("lint", "--data", "data", "--select", "schema")
    assert "      = it is one of ict, tourism, textiles, garment, care" in out


def test_nothing_is_fetched_and_nothing_depends_on_a_network(
    dataset: Dataset, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """J2, P15: with every socket dead each command answers as ever, and none was asked for."""
    asked: list[object] = []

    def dead(*words: object, **_: object) -> None:
        asked.append(words)
        raise OSError

    monkeypatch.setattr(socket, "socket", dead)
    monkeypatch.setattr(socket, "create_connection", dead)
    monkeypatch.setattr(socket, "getaddrinfo", dead)
    dataset({"projects/x.yaml": SOURCE + "mobility: work\n"})
    for words in (
        ("lint",),
        ("info",),
        ("query", "projects"),
        ("show", "x"),
        ("schema", "project"),
        ("report", "overview"),
    ):
        code, out, _ = run(*words, *(() if words[0] == "schema" else ("--data", "data")))
        assert (words, code) == (words, 0)
        assert out
    assert asked == []
