"""Whatever the text of a cell, it stays inside its cell, its row and its line, and acts on nothing."""

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talentpart.page import (
    Cited,
    Column,
    Fact,
    Facts,
    Footnote,
    Link,
    Origin,
    Page,
    Row,
    Section,
    Sentence,
    Table,
)
from talentpart.plain import unseen
from talentpart.render import Options, load, names
from talentpart.values import Day

ACTING = ("\x1b]0;title\x07", "\x1b[2J", "\x9b31m", "\x7f", "\u202e", "\u200b", "\ufeff", "\n::error file=a::b", "\r",
          "\t=1", "\x01", "\x00", "\u2028", "[/red]", "[link=x]", ":sa:", "|", "`", "</td>", "\\", "=1+1", "@x", "1e3",
          "\xa0")  # fmt: skip
anything = st.one_of(st.sampled_from(ACTING), st.text(max_size=30), st.lists(st.sampled_from(ACTING)).map(" ".join))
seldom = settings(max_examples=60, deadline=None)
ORIGIN = Origin("1", "2026-11-24", "0", "here")
DAY = Day.parse("2026-11-24")


def rows_of(one: str, two: str) -> Page:
    """Give a page of two rows with these texts in their cells, column names included."""
    columns = (Column("id", "Id"), Column(f"x{two}", two), Column("n", "N", numeric=True))
    table = Table("t", columns, (Row((one, two, 1)), Row(((one, Cited(None, text=two)), [one, two], 2))))
    return Page("items", "t", one, DAY, ORIGIN, (Section("t", "T", (table,)),))


def briefing_of(one: str, two: str) -> Page:
    """Give a briefing with these texts in every place that can hold one."""
    note = Footnote((one,), two, weak=True)
    cited = Cited(None, (note,), text=one, starred=True, every=True)
    blocks = (
        Sentence("s", (one, cited, two, Link(one, two))),
        Table("t", (Column("a", one), Column("b", two)), (Row(((one, cited), two)),)),
        Facts("f", (Fact("x", one, Link(two, one)), Fact("y", two, cited))),
    )
    sections = (Section("s", one[:8], blocks),)
    foot = (Section("next", "NEXT", (Sentence("n", (two,)),)),)
    return Page("briefing", "t", one, DAY, ORIGIN, sections, notes=(two,), head=(Sentence("h", (two,)),), foot=foot)


def bare(text: str) -> str:
    """Take away the colour codes that the terminal format itself writes."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@seldom
@given(anything, anything, st.sampled_from([name for name in names() if name != "tsv"]), st.booleans())
def test_nothing_unseen_gets_out(one: str, two: str, name: str, pure: bool) -> None:  # noqa: FBT001 - Hypothesis passes by place
    """No control, bidi, zero-width or line-breaking character of the data reaches any output."""
    for page in (rows_of(one, two), briefing_of(one, two), replace(briefing_of(one, two), shape="record")):
        if page.shape != "items" and name == "csv":
            continue
        for width in (None, 60):
            text = bare(load(name)(page, Options(width=width, color=True, ascii=pure)))
            assert not [char for char in text if char != "\n" and unseen(char)]
            assert not pure or text.isascii()


@seldom
@given(anything, anything)
def test_no_line_is_a_command(one: str, two: str) -> None:
    """No line of plain text begins with the two colons by which a CI service knows its commands."""
    for page in (rows_of(one, two), briefing_of(one, two), briefing_of(f"x ::{one}", f"::{two}")):
        for width in (None, 60):
            for line in load("text")(page, Options(width=width)).splitlines():
                assert not line.lstrip().startswith("::")


@seldom
@given(anything, anything)
def test_text_rows_stay_rows(one: str, two: str) -> None:
    """A table in a pipe has one line for its head, one for the rule and one a row."""
    assert len(load("text")(rows_of(one, two), Options()).splitlines()) == 4


@seldom
@given(anything, anything)
def test_markdown_rows_stay_rows(one: str, two: str) -> None:
    """Each row of a Markdown table is one line with as many cells as there are columns, and holds no HTML."""
    lines = load("markdown")(rows_of(one, two), Options()).splitlines()
    assert len(lines) == 4
    for line in lines:
        assert len(re.sub(r"\\.", "", line).split("|")) == 5
        assert "<" not in line


@seldom
@given(anything, anything)
def test_csv_rows_stay_rows(one: str, two: str) -> None:
    """Each row of CSV and TSV is one line with as many cells as there are columns, and no text is a formula."""
    for name, dialect in (("csv", "excel"), ("tsv", "excel-tab")):
        text = load(name)(rows_of(one, two), Options())
        assert len(text.splitlines()) == 3
        found = list(csv.reader(io.StringIO(text), dialect))
        assert [len(row) for row in found] == [3, 3, 3]
        assert not [
            cell for row in found for cell in row if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
        ]


@seldom
@given(anything, anything)
def test_json_gives_the_text_back(one: str, two: str) -> None:
    """What goes into JSON comes out the same, in one document or a line a row."""
    page = rows_of(one, two)
    for pure in (False, True):
        items = json.loads(load("json")(page, Options(ascii=pure)))["items"]
        assert items[0]["id"] == one
        assert [json.loads(line) for line in load("jsonl")(page, Options(ascii=pure)).splitlines()] == items


def test_markup_of_rich_is_text(blocks: Page) -> None:
    """Square brackets and colon words are printed as they stand, not taken for styles or pictures."""
    page = replace(blocks, head=(Sentence("h", ("[bold]x[/red] [pilot] :sa: [link=http://a]b",)),))
    assert "[bold]x[/red] [pilot] :sa: [link=http://a]b" in load("terminal")(page, Options(width=80, color=True))


@pytest.mark.parametrize("variable", ["NO_COLOR", "TERM", "COLUMNS"])
def test_environment_changes_nothing(variable: str, blocks: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """The renderer follows its options alone; the command line has read the environment before."""
    before = load("terminal")(blocks, Options(width=80, color=True))
    monkeypatch.setenv(variable, "dumb" if variable == "TERM" else "20")
    assert load("terminal")(blocks, Options(width=80, color=True)) == before
