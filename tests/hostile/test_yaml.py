"""The Y rows through the door: each hostile file is one error, told at its place, and the files beside it are read."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import pytest

Seen = tuple[int, int, str, str]
SOURCE = "source: report\n"
DAY = "source: report\nevents: {{type: start, date: {}}}\n"
MONEY = "source: report\nmoney: {{amount: {}}}\n"
VALUE = "source: report\nfigures: {{measure: trained, value: {}}}\n"
GOOD = """\
source: report
organisations: {organisation: agency, role: implementer}
missing:
  - {field: [events, money, people.planned, people.actual, corridors, sectors], why: not-stated}
"""
DOUBT = "{} {}: quote it"
NO_AMOUNT = "'{}' is no amount; write a currency, a space and plain digits, such as EUR 1496448.50"
TWICE = "'{}' stands twice here, in line {} and in line {}"
TAG = "this is a tag, and records hold none"
ANCHOR = "'&a' is an anchor, and records hold none"
NO_RECORD = "file holds {}; a record starts with the name of a field"
NO_KEY = "the name of a field is text, and {} is none"
NO_NUMBER = "{} is no number that a record can hold; write plain digits"
UNSEEN = "{} cannot be seen and changes what the text means"
OLD, NEW, OTHER = "to YAML 1.1 readers", "to YAML 1.2 readers", "to other YAML readers"


class Told(NamedTuple):
    """What lint says in JSON: its exit code, and what it found, by file below the dataset."""

    code: int
    found: dict[str, list[Seen]]


def doubtful(line: int, column: int, text: str, what: str) -> Seen:
    """Give the finding on a text that readers of YAML take for different things."""
    return line, column, "ambiguous-scalar", DOUBT.format(text, what)


ROWS: Mapping[str, tuple[str, Seen]] = {
    "Y1": (SOURCE + "notes: NO\n", doubtful(2, 8, "NO", f"is a boolean {OLD}")),
    "Y1-on": (SOURCE + "notes: on\n", doubtful(2, 8, "on", f"is a boolean {OLD}")),
    "Y1-yes": (SOURCE + "notes: [yes]\n", doubtful(2, 9, "yes", f"is a boolean {OLD}")),
    "Y2": (SOURCE + "notes: 60:30\n", doubtful(2, 8, "60:30", f"is the number 3630 {OLD}")),
    "Y2-long": (SOURCE + "notes: 12:30:45\n", doubtful(2, 8, "12:30:45", f"is the number 45045 {OLD}")),
    "Y3": (SOURCE + "notes: 010\n", doubtful(2, 8, "010", f"is the number 8 {OLD} and the number 10 {NEW}")),
    "Y3-0020": (SOURCE + "notes: 0020\n", doubtful(2, 8, "0020", f"is the number 16 {OLD} and the number 20 {NEW}")),
    "Y3-0818": (SOURCE + "notes: 0818\n", doubtful(2, 8, "0818", f"is the number 818 {NEW}")),
    "Y4": (MONEY.format("5e6"), doubtful(2, 17, "5e6", f"is the number 5000000 {NEW}")),
    "Y4-broken": (MONEY.format("1.5e6"), doubtful(2, 17, "1.5e6", f"is the number 1500000 {NEW}")),
    "Y4-under": (MONEY.format("1_000_000"), doubtful(2, 17, "1_000_000", f"is the number 1000000 {OLD}")),
    "Y4-commas": (
        SOURCE + "money:\n  - amount: 1,000,000\n", (3, 13, "bad-format", NO_AMOUNT.format("1,000,000"))
    ),
    "Y4-blanks": (MONEY.format("3 000 000"), (2, 17, "bad-format", NO_AMOUNT.format("3 000 000"))),
    "Y4-million": (MONEY.format("5M"), (2, 17, "bad-format", NO_AMOUNT.format("5M"))),
    "Y5": (DAY.format("2024-06-11"), doubtful(2, 29, "2024-06-11", f"is a date {OLD}")),
    "Y5-month": (DAY.format("2024-06"), doubtful(2, 29, "2024-06", "looks like a day, and days are always quoted")),
    "Y5-year": (DAY.format("2024"), doubtful(2, 29, "2024", "is a number to YAML readers")),
    "Y6": (DAY.format("2024-13-45"), (2, 29, "bad-format", "no month 13")),
    "Y6-zero": (DAY.format("0000-00-00"), (2, 29, "bad-format", "no year 0000")),
    "Y7": (VALUE.format("0b"), doubtful(2, 36, "0b", f"is a broken number {OLD}")),
    "Y7-hex": (VALUE.format("0x_"), doubtful(2, 36, "0x_", f"is a broken number {OLD}")),
    "Y7-long": (
        VALUE.format("9" * 5000),
        doubtful(2, 36, "9" * 24 + "...", "is a number of 5000 digits, which not every reader keeps whole"),
    ),
    "Y8": (SOURCE + "notes: a\nnotes: b\n", (3, 1, "duplicate-key", TWICE.format("notes", 2, 3))),
    "Y8-nested": (
        SOURCE + "names:\n  - text: a\n    note: b\n    text: c\n", (5, 5, "duplicate-key", TWICE.format("text", 3, 5))
    ),
    "Y8-number": ('1: a\n"1": b\n', (2, 1, "duplicate-key", TWICE.format("1", 1, 2))),
    "Y8-true": ('true: a\n"true": b\n', (2, 1, "duplicate-key", TWICE.format("true", 1, 2))),
    "Y9": (SOURCE + "Co\u0302te: a\nC\u00f4te: b\n", (3, 1, "duplicate-key", TWICE.format("C\u00f4te", 2, 3))),
    "Y10": (SOURCE + "5: a\n", (2, 1, "key-not-text", NO_KEY.format("5"))),
    "Y10-list": (SOURCE + "? [a]\n: b\n", (2, 3, "key-not-text", NO_KEY.format("a list"))),
    "Y10-group": (SOURCE + "{a: b}: c\n", (2, 1, "key-not-text", NO_KEY.format("a group of fields"))),
    "Y11": (SOURCE + "notes: =\n", doubtful(2, 8, "=", f"is a default value {OLD}")),
    "Y12": (SOURCE + "notes: !!python/object/apply:os.abort []\n", (2, 8, "tag", TAG)),
    "Y12-secret": (SOURCE + "notes: !secret x\n", (2, 8, "tag", TAG)),
    "Y12-set": (SOURCE + "notes: !!set {a}\n", (2, 8, "tag", TAG)),
    "Y12-binary": (SOURCE + "notes: !!binary aGk=\n", (2, 8, "tag", TAG)),
    "Y12-omap": (SOURCE + "notes: !!omap [a: 1]\n", (2, 8, "tag", TAG)),
    "Y13": (
        SOURCE + "---\n" + SOURCE,
        (2, 1, "several-documents", "a file holds one record, and a second document starts here"),
    ),
    "Y13-twice": (
        "---\n---\n" + SOURCE,
        (2, 1, "several-documents", "a file holds one record, and a second document starts here"),
    ),
    "Y13-end": (SOURCE + "...\n", (2, 1, "several-documents", "a file holds one record, and '...' ends a document")),
    "Y14": ("", (0, 0, "no-record", NO_RECORD.format("no record"))),
    "Y14-comment": ("# nothing yet\n", (0, 0, "no-record", NO_RECORD.format("no record"))),
    "Y14-word": ("hello\n", (1, 1, "no-record", NO_RECORD.format("no record"))),
    "Y14-list": ("- source: report\n", (1, 3, "no-record", NO_RECORD.format("a list, not a record"))),
    "Y15": (SOURCE + "names: Talent Partnership: Egypt\n", (2, 26, "syntax", "a second ': ' stands in one value")),
    "Y16": (SOURCE + "names:\n\t- Pilot\n", (3, 1, "syntax", "a tab stands in the indentation")),
    "Y16-blank": (
        SOURCE + "names:\u00a0Pilot\n", (2, 7, "invisible-character", UNSEEN.format("U+00A0 (no-break space)"))
    ),
    "Y16-quotes": (
        SOURCE + "names: \u201cPilot\u201d\n",
        (2, 8, "invisible-character", "'\u201c' is no quotation mark to YAML and stays in the text"),
    ),
    "Y17": (VALUE.format(".nan"), (2, 36, "not-a-number", NO_NUMBER.format(".nan"))),
    "Y17-inf": (VALUE.format(".inf"), (2, 36, "not-a-number", NO_NUMBER.format(".inf"))),
    "Y17-large": (VALUE.format("1e400"), (2, 36, "not-a-number", NO_NUMBER.format("1e400"))),
    "Y18": (
        SOURCE + "names: 3.10\n", (2, 8, "wrong-type", "expected text in 'names', found a number (3.10); quote it")
    ),
    "Y18-1": (
        SOURCE + "names: [1.10]\n", (2, 9, "wrong-type", "expected text in 'names', found a number (1.10); quote it")
    ),
    "Y19": (SOURCE + 'names: "\\ud800"\n', (2, 8, "syntax", "half a surrogate pair is no character")),
    "Y20": (
        SOURCE + "names: a\u2028b\n", (2, 9, "invisible-character", UNSEEN.format("U+2028 (line separator)"))
    ),
    "Y20-nel": (SOURCE + 'names: "a\u0085b"\n', (2, 10, "invisible-character", UNSEEN.format("U+0085 (next line)"))),
    "Y21": (SOURCE + "names: &a x\nnotes: &a y\n", (2, 8, "anchor", ANCHOR)),
    "S1": (
        "a: &a [x, x]\n" + "".join(f"{chr(n + 1)}: &{chr(n + 1)} [*{chr(n)}, *{chr(n)}]\n" for n in range(97, 121)),
        (1, 4, "anchor", ANCHOR),
    ),
    "S3": (SOURCE + "notes: &a [*a]\n", (2, 8, "anchor", ANCHOR)),
}  # fmt: skip


@pytest.fixture(scope="module")
def told(sweep: Callable[[Mapping[str, str]], Told]) -> Told:
    """Give what lint says of all rows in one dataset, with a good record and another fault beside them."""
    files = {row: text for row, (text, _) in ROWS.items()}
    return sweep({**files, "good": GOOD, "other": GOOD.replace("report", "repport")})


@pytest.mark.parametrize("row", ROWS)
def test_a_hostile_file_is_one_finding(row: str, told: Told) -> None:
    """Y1-Y21, S1, S3: one finding by its rule, at its line and column, in its words, with and without libyaml."""
    assert told.found[f"projects/{row.lower()}.yaml"] == [ROWS[row][1]]


def test_the_files_beside_them_are_checked(told: Told) -> None:
    """Y14: whatever the others hold, a good record has no finding, one with a lost source has its own, lint fails."""
    assert told.code == 1
    assert "projects/good.yaml" not in told.found
    assert told.found["projects/other.yaml"] == [
        (1, 9, "unknown-reference", "'repport' is no source; did you mean 'report'?")
    ]
    assert len(told.found) == len(ROWS) + 1


@pytest.mark.parametrize("row", ["Y8", "Y12", "Y13", "Y14", "Y15", "Y18", "Y19", "S1"])
def test_what_cannot_be_read_stops_a_question(
    row: str, dataset: Callable[..., object], run: Callable[..., tuple[int, str, str]]
) -> None:
    """Y8, Y12-Y15: where a file holds no record, or not the one meant, no figure rests on it, and the place is told."""
    text, (line, column, rule, _) = ROWS[row]
    dataset({"projects/hostile.yaml": text})
    code, out, err = run("query", "projects", "--data", "data")
    assert (code, out) == (3, "")
    where = f"data/projects/hostile.yaml:{line}:{column}" if line else "data/projects/hostile.yaml"
    first = err.splitlines()[0]
    assert first.startswith(f"{where}: error: ")
    assert rule in first or row == "Y18"
    assert err.splitlines()[-1].startswith("error: 1 of the files under data cannot be read as records")


@pytest.mark.parametrize("row", ["Y1", "Y11", "Y16-blank", "Y20"])
def test_what_can_be_read_is_answered(
    row: str, dataset: Callable[..., object], run: Callable[..., tuple[int, str, str]]
) -> None:
    """Y1, Y20: what lint minds and every reader can still take for the text that it is stops no question."""
    dataset({"projects/hostile.yaml": ROWS[row][0]})
    code, out, err = run("query", "projects", "--columns", "id", "-f", "csv", "--data", "data")
    assert (code, out, err) == (0, "id\nhostile\n", "")
