"""The trace of the reading in docs/coverage: no path that leads nowhere, no claim and no line of a text left out."""

import re
from functools import cache
from pathlib import Path

import pytest

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Line
from talentpart.model.load import open_dataset
from talentpart.model.records import Codelist, Record, Source
from talentpart.queries.paths import lines_of, match, path

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "docs" / "coverage"
TEXTS = ROOT.parent / "shared" / "sources"
CORE = (
    "ec-factsheet-partnerships-2023",
    "ec-slides-talent-partnerships",
    "ec-talent-partnerships-2022",
    "ec-talent-partnerships-2025",
    "icmpd-brief-crossroads",
)
ROWS = re.compile(r"^\| (@?[0-9]+(?:-[0-9]+)?) \| (.+) \|$", re.MULTILINE)
NUMBERED = re.compile(r"^\| (C?[0-9]+) \| .+ \| (.+) \|$", re.MULTILINE)
TOKEN = re.compile(r"`([^`]+)`")
RULE = re.compile(r"\[([a-z-]+)\]\(\.\./rules\.md#([a-z-]+)\)")
LEFT_OUT = "left out, because"


@cache
def dataset() -> Dataset:
    """Open the records of the project, once."""
    return open_dataset(ROOT / "data", "data")


def page(name: str) -> str:
    """Give the text of a page of the trace."""
    return (PAGES / f"{name}.md").read_text(encoding="utf-8")


def references(cell: str) -> list[str]:
    """Give the paths of a cell in full: one that begins with a dot belongs to the record named last."""
    found: list[str] = []
    record = ""
    for token in TOKEN.findall(cell):
        if "/" in token and (ROOT / token).exists():
            continue
        record = record if token.startswith(".") else token.partition(".")[0]
        found.append(record + token if token.startswith(".") else token)
    return found


def lines(reference: str) -> list[tuple[Record, Line]]:
    """Give the lines of the records that a path in full names; none where it names a record, or no line of one."""
    name, _, rest = reference.partition(".")
    record = dataset().get(name)
    return [(record, line) for _, line in match(record, rest)] if record and rest else []


def leads_somewhere(reference: str) -> bool:
    """Tell whether a path in full names a record, a field or line of it, what it misses, or a place of a source."""
    name, _, rest = reference.partition(".")
    record = dataset().get(name)
    if record is None or not rest:
        return record is not None
    first, _, field = rest.partition(".")
    if field and first in {"missing", "conflicts"}:
        return any(field in each.field for each in getattr(record, first))
    if field and isinstance(record, Source) and first == "places":
        return any(each.place == field for each in record.places)
    if isinstance(record, Codelist):
        return rest in dataset().codes(name)
    return bool(match(record, rest) or getattr(record, rest, None))


@pytest.mark.parametrize("name", [*CORE, "README"])
def test_every_path_leads_somewhere(name: str) -> None:
    """A path that leads nowhere was mistyped, or its record has changed since."""
    cells = [cell for _, cell in ROWS.findall(page(name))] if name != "README" else [page(name).partition("\n| ")[2]]
    every = [each for cell in cells for each in references(cell)]
    assert every
    assert [each for each in every if not leads_somewhere(each)] == []


@pytest.mark.parametrize("source", CORE)
def test_every_path_of_a_page_names_a_claim_of_its_source(source: str) -> None:
    """A line that rests on other sources alone cannot have come from this text."""
    foreign = [
        each
        for _, cell in ROWS.findall(page(source))
        for each in references(cell)
        if (found := lines(each)) and not any(cites(line, source) for _, line in found)
    ]
    assert foreign == []


@pytest.mark.parametrize("source", CORE)
def test_every_claim_of_a_core_source_stands_on_its_page(source: str) -> None:
    """A claim that no row of the page names was not read there, or was put in later; its row has to name it."""
    named = {id(line) for each in references(page(source).replace("\n", " ")) for _, line in lines(each)}
    left = [
        path(entry.record, name, line)
        for entry in dataset().entries.values()
        for name, line in lines_of(entry.record)
        if cites(line, source) and id(line) not in named
    ]
    assert left == []


@pytest.mark.parametrize("source", CORE)
def test_every_row_says_where_its_lines_went(source: str) -> None:
    """A row has a path, or the reason why its lines were left out."""
    assert [at for at, cell in ROWS.findall(page(source)) if not references(cell) and LEFT_OUT not in cell] == []


@pytest.mark.parametrize("source", CORE)
def test_every_line_of_the_text_stands_in_one_row(source: str) -> None:
    """Rows follow the text without gaps and without doubles; in a text of one line they count characters."""
    if not TEXTS.is_dir():
        pytest.skip("the folder of the core sources, ../shared/sources, is not here")
    text = (TEXTS / f"{source}.txt").read_text(encoding="utf-8")
    units = {number: line for number, line in enumerate(text.splitlines(), 1) if line.strip()}
    if len(units) == 1:
        units = dict(enumerate(text))
    rows = [at.lstrip("@").partition("-") for at, _ in ROWS.findall(page(source))]
    covered = [number for first, _, last in rows for number in range(int(first), int(last or first) + 1)]
    assert covered == sorted(set(covered))
    assert sorted(set(units) - set(covered)) == []
    assert [number for number in covered if number > max(units)] == []


def test_every_conflict_and_every_trap_has_its_place() -> None:
    """The README counts 38 conflicts and 35 traps; each has a path, a rule or a test."""
    rows = NUMBERED.findall(page("README"))
    assert [number for number, _ in rows] == [*(f"C{n}" for n in range(1, 39)), *(str(n) for n in range(1, 36))]
    assert [number for number, cell in rows if not TOKEN.search(cell) and not RULE.search(cell)] == []


def test_every_rule_that_the_trace_names_is_documented() -> None:
    """A link to a rule leads to its heading in docs/rules.md."""
    rules = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    named = RULE.findall(page("README"))
    assert named
    assert [shown for shown, to in named if shown != to or f"\n### {to}\n" not in rules] == []


def cites(line: Line, source: str) -> bool:
    """Tell whether a line rests on a source, in whatever place of it."""
    return any(each.partition("#")[0] == source for each in line.source)
