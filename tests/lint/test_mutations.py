"""Whatever is done to a record, lint ends, says where and by which rule, in words of the file, in every format."""

import json
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talentpart.finding import Finding, Location
from talentpart.lint import formats
from talentpart.lint.outcome import Outcome
from talentpart.lint.rule import choose, names
from talentpart.lint.runner import Wanted, lint
from talentpart.plain import unseen
from talentpart.store.text import LARGEST
from talentpart.values import Day

ROOT = Path(__file__).parents[2]
AS_OF = Day.parse("2026-11-24")
STEADY = settings(
    max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
# Files to begin from, by the name of their dataset and their paths within it: the invented one, and the real one.
DATASETS = {"sample": ROOT / "tests" / "sample", "data": ROOT / "data"}
FILES = {
    f"{name}/{file.relative_to(root).as_posix()}": file.read_text(encoding="utf-8")
    for name, root in DATASETS.items()
    for file in sorted(root.rglob("*.yaml"))
}
# What is said of each field anywhere in these files.
FIELD = re.compile(r"\b([a-z_]+): ([^{\[\n,}]+)")
SAID: dict[str, list[str]] = {}
for _text in FILES.values():
    for _field, _value in FIELD.findall(_text):
        SAID.setdefault(_field, []).append(_value)
# Not the words of Python themselves, so that these can only have come from a program.
ODD = (
    "", "~", "null", "true", "no", "NO", "0", "-1", "1e9", "1_000", "010", "0x1F", "60:30",
    "12345678901234567890", ".nan", ".inf", "2024", "2024-13", "2024-02-30", '"2024-02"', "2024-01-01",
    '"2024-06/2023-01"', "EUR 5", "EUR 1,000", "5 EUR", "''", '""', "[]", "{}", "[[]]", "{a: {b: c}}", "[a, a]",
    "&a b", "*a", "!!str x", "!x y", "|", ">-", "'open", '"open', "a: b", "- a", "# x", "%", "@x", "`x`", "x # y",
    "x\ty", "\u201cx\u201d", "x\u00a0y", "\u202ex", "\u200b", "\U0001f600", "e\u0301", '"\\ud800"', '"\\x1b"',
    "=", "<<", "?", "-", "aurelia", "bridge", "bridge.money", "figures.trained", "#place",
    "agency-report-2024#nowhere", "union-page-2022#", "x" * 300, "x " * 300, "javascript:alert(1)", "http://", "100%",
    "::error::x",
)  # fmt: skip
ADDED = ("notes", "source", "events", "figures", "money", "names", "conflicts", "zebra", "1", "~", "id")
SIGNS = (*"{}[],:#-\"'&*!|>%@`?\t\n\r\0", ": ", " #", "- ", "---\n")
PYTHON = re.compile(
    r"\b(None|NoneType|msgspec|jsonschema|Traceback|dict|tuple|str|int|float|bool|object at|Expected|Object)\b|"
    r"[a-z]\[|<class|`|(?<!')[{\[]'|\$\."
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with a copy of each dataset."""
    folder = tmp_path_factory.mktemp("mutations")
    for name, dataset in DATASETS.items():
        shutil.copytree(dataset, folder / name)
    return folder


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    """Give the name of a file and its text after a few slips, from a lost letter to another file behind it."""
    name = draw(st.sampled_from(sorted(FILES)))
    text = FILES[name]
    slips = draw(st.sampled_from([ROUGH, GENTLE]))
    for _ in range(draw(st.integers(1, 4))):
        text = draw(st.sampled_from(slips))(draw, text)
    raw = text.encode("utf-8", "surrogatepass")
    if slips is ROUGH and draw(st.integers(0, 9)) == 0:
        at = draw(st.integers(0, max(len(raw) - 1, 0)))
        raw = raw[:at] + draw(st.binary(max_size=3)) + raw[at + draw(st.integers(0, 2)) :]
    return name, raw


def _of_lines(text: str, at: int, put: list[str], *, instead: int = 1) -> str:
    lines = text.split("\n")
    lines[at : at + instead] = put
    return "\n".join(lines)


def _line(draw: st.DrawFn, text: str) -> tuple[int, str]:
    lines = text.split("\n")
    at = draw(st.integers(0, len(lines) - 1))
    return at, lines[at]


def lose_line(draw: st.DrawFn, text: str) -> str:
    """Take a line out."""
    return _of_lines(text, _line(draw, text)[0], [])


def double_line(draw: st.DrawFn, text: str) -> str:
    """Write a line twice."""
    at, line = _line(draw, text)
    return _of_lines(text, at, [line, line])


def swap_lines(draw: st.DrawFn, text: str) -> str:
    """Put two lines in each other's place."""
    (a, one), (b, two) = _line(draw, text), _line(draw, text)
    return _of_lines(_of_lines(text, a, [two]), b, [one])


def indent(draw: st.DrawFn, text: str) -> str:
    """Move a line to the right or to the left, or begin it with a tab."""
    at, line = _line(draw, text)
    return _of_lines(text, at, [draw(st.sampled_from([f"  {line}", f" {line}", line[1:], line.lstrip(), f"\t{line}"]))])


def lose_sign(draw: st.DrawFn, text: str) -> str:
    """Take out a quotation mark, bracket, comma, colon or dash."""
    places = [match.start() for match in re.finditer(r"[\"'{}\[\],:#-]", text)]
    at = draw(st.sampled_from(places)) if places else 0
    return text[:at] + text[at + 1 :]


def put_sign(draw: st.DrawFn, text: str) -> str:
    """Put in a sign that means something to YAML."""
    at = draw(st.integers(0, len(text)))
    sign: str = draw(st.sampled_from(SIGNS))
    return text[:at] + sign + text[at:]


def misspell(draw: st.DrawFn, text: str) -> str:
    """Leave out, double or change a letter of a word: of a field, a code, an id or a text."""
    words = list(re.finditer(r"[a-z]{3,}", text))
    if not words:
        return text
    word = draw(st.sampled_from(words))
    at = draw(st.integers(word.start(), word.end() - 1))
    return text[:at] + draw(st.sampled_from(["", text[at] * 2, "x", text[at].upper(), "\u00e9"])) + text[at + 1 :]


def odd_value(draw: st.DrawFn, text: str) -> str:
    """Put an odd word in the place of a value, on a line of its own or in braces."""
    values = list(re.finditer(r"(?<=: )[^,}\n]+|(?<=- )[^{:\n]+(?=\n)|(?<=\[)[^\],]+", text))
    if not values:
        return text
    value = draw(st.sampled_from(values))
    return text[: value.start()] + draw(st.sampled_from(ODD)) + text[value.end() :]


def borrow(draw: st.DrawFn, text: str) -> str:
    """Put what another line says of a field in the place of what this one says: another day, amount, code or id."""
    values = list(FIELD.finditer(text))
    if not values:
        return text
    value = draw(st.sampled_from(values))
    own = [each[2] for each in values if each[1] == value[1]]
    said = draw(st.sampled_from([own, SAID.get(value[1], ODD)]))
    return text[: value.start(2)] + draw(st.sampled_from(said)) + text[value.end() :]


def odd_field(draw: st.DrawFn, text: str) -> str:
    """Add a field with an odd name or value at the end."""
    name = draw(st.sampled_from(ADDED))
    return f"{text}{name}: {draw(st.sampled_from(ODD))}\n"


def other_file(draw: st.DrawFn, text: str) -> str:
    """Put another file behind it, or in its place."""
    other = FILES[draw(st.sampled_from(sorted(FILES)))]
    return draw(st.sampled_from([other, text + other, text + "---\n" + other, text.rstrip("\n") + other]))


def cut(draw: st.DrawFn, text: str) -> str:
    """End the file in the midst, or begin it there."""
    at = draw(st.integers(0, len(text)))
    return draw(st.sampled_from([text[:at], text[at:]]))


def repeat(draw: st.DrawFn, text: str) -> str:
    """Write a line, or the whole file, many times."""
    at, line = _line(draw, text)
    times = draw(st.sampled_from([2, 10, 60]))
    return draw(st.sampled_from([_of_lines(text, at, [line] * times), text * min(times, 10)]))


def line_ends(draw: st.DrawFn, text: str) -> str:
    """End the lines in another way."""
    return text.replace("\n", draw(st.sampled_from(["\r\n", "\r", "\n\n", " \n", "\u2028"])))


# Slips of form and of the keyboard, and those that leave a sound record that says something else.
ROUGH = (
    lose_line, double_line, swap_lines, indent, lose_sign, put_sign, misspell, odd_value, odd_field, other_file, cut,
    repeat, line_ends,
)  # fmt: skip
GENTLE = (borrow, borrow, borrow, lose_line, double_line)


@contextmanager
def spoilt(root: Path, name: str, raw: bytes) -> Iterator[Outcome]:
    """Lint the dataset with one file in the place of another, and put that back."""
    file = root / name
    before = file.read_bytes()
    file.write_bytes(raw)
    try:
        yield lint(root / name.partition("/")[0], "the tests", AS_OF, Wanted(choose()))
    finally:
        file.write_bytes(before)


def stands(place: Location, lines: dict[str, list[str]]) -> bool:
    """Tell whether a place is a file, or a stretch inside it."""
    if place.path not in lines:
        return False
    if not place.line:
        return (place.column, place.end_line, place.end_column) == (0, 0, 0)
    text = lines[place.path]
    ends = place.end_line or place.line
    return (
        0 < place.line <= ends <= len(text)
        and 1 <= place.column <= len(text[place.line - 1]) + 1
        and 1 <= place.end_column <= len(text[ends - 1]) + 2
        and (place.line, place.column) <= (ends, place.end_column)
    )


def places(finding: Finding) -> Iterator[Location]:
    """Give every place that a finding names."""
    yield finding.location
    yield from (each.location for each in finding.related)
    yield from (each.location for each in finding.fix)


@STEADY
@given(case=mutated())
def test_every_finding_has_a_place_a_rule_and_words(root: Path, case: tuple[str, bytes]) -> None:
    """Findings are sorted, stand inside their files, name a rule that exists, and speak of YAML and not of Python."""
    name, raw = case
    with spoilt(root, name, raw[:LARGEST]) as outcome:
        files = {finding.location.path for finding in outcome.findings}
        lines = {path: re.split("\r\n|\r|\n", outcome.texts(path)) for path in files}
        assert list(outcome.findings) == sorted(outcome.findings, key=Finding.order)
        shown = raw.decode("utf-8", "replace")
        for finding in outcome.findings:
            assert finding.rule in names()
            for place in places(finding):
                lines.setdefault(place.path, re.split("\r\n|\r|\n", outcome.texts(place.path)))
                assert stands(place, lines), (place, finding)
            for text in (finding.message, finding.hint, *(each.message for each in finding.related)):
                assert not text.endswith(".") or "..." in text
                for word in PYTHON.finditer(text):
                    assert word[0] in shown, text
            assert finding.message


@settings(STEADY, max_examples=30)
@given(case=mutated())
def test_every_format_takes_every_finding(root: Path, case: tuple[str, bytes]) -> None:
    """Each format renders, lets nothing unseen through, and what is for programs can be read back."""
    with spoilt(root, case[0], case[1][:LARGEST]) as outcome:
        for name in formats.names():
            text = formats.load(name)(outcome)
            assert not [sign for sign in text if sign != "\n" and unseen(sign)], name
            if name in {"json", "sarif", "gitlab"}:
                assert json.loads(text) is not None
            if name == "jsonl":
                assert len([json.loads(line) for line in text.splitlines()]) == len(outcome.findings)


@settings(STEADY, max_examples=8)
@given(case=mutated(), line=st.integers(0, 40))
def test_a_file_as_large_as_may_be_ends_in_time(root: Path, case: tuple[str, bytes], line: int) -> None:
    """A mutated file repeated up to the size limit, whole or one line of it, is linted in seconds."""
    name, raw = case
    lines = raw.split(b"\n")
    one = lines[line % len(lines)] + b"\n"
    for unit in (one, raw + b"\n"):
        large = raw + b"\n" + unit * ((LARGEST - len(raw) - 1) // len(unit))
        began = time.perf_counter()
        with spoilt(root, name, large[:LARGEST]) as outcome:
            assert outcome.files
        assert time.perf_counter() - began < 60
