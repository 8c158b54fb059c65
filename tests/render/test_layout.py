"""Briefings on a screen: widths, what stays together, what gives way."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talentpart.page import Cited, Column, Footnote, Origin, Page, Row, Section, Sentence, Table
from talentpart.render import Options, load
from talentpart.render._flow import width
from talentpart.values import Day

ORIGIN = Origin("1", "2026-11-24", "0", "here")
DAY = Day.parse("2026-11-24")
NOTE = Footnote(("a",), "Source A, 3 May 2026")
PRESS = Footnote(("b",), "Source B", weak=True)


def page_of(*sentences: Sentence, label: str = "STATE", **more: object) -> Page:
    """Give a briefing of one section."""
    page = Page("briefing", "t", "TITLE", DAY, ORIGIN, (Section("state", label, sentences),))
    return replace(page, **more)  # type: ignore[arg-type]


def said(*parts: str | Cited, give_way: int = 0) -> Sentence:
    """Give a sentence of these parts."""
    return Sentence("s", parts, give_way)


def lines_of(page: Page, columns: int) -> list[str]:
    """Give the lines of a page at a width."""
    return load("text")(page, Options(width=columns)).splitlines()


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text("ab1 ·é中", max_size=14), min_size=1, max_size=12), st.integers(60, 200))
def test_no_line_is_wider_than_the_page(texts: list[str], columns: int) -> None:
    """At any width from 60 to 200, lines of words that fit stay within it, tables and marks included."""
    parts = tuple(part for text in texts for part in (Cited(None, (NOTE, PRESS), text=text, starred=True), f" {text} "))
    heads = tuple(Column(f"c{index}", text) for index, text in enumerate(texts[:5]))
    cells = tuple((Cited(None, (PRESS,), text=text, every=True), " in ", text) for text in texts[:5])
    page = page_of(said(*parts), title=" ".join(texts), head=(said(*parts),))
    page = replace(
        page, sections=(*page.sections, Section("t", "TABLE", (Table("t", heads, (Row(cells),)), said(*parts))))
    )
    for line in lines_of(page, columns):
        assert width(line) <= columns
        assert not line.endswith(" ")


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from(["agreed", "in", "of the", "Egypt", "1,500", "36"]), min_size=4, max_size=40),
    st.integers(60, 90),
)
def test_marks_never_begin_a_line(texts: list[str], columns: int) -> None:
    """A mark stays with its word, wherever lines end."""
    parts = tuple(part for text in texts for part in (" ", Cited(None, (NOTE, PRESS), text=text, starred=True)))
    body = load("text")(page_of(said(*parts)), Options(width=columns)).split("\nSOURCES")[0]
    for line in body.splitlines():
        assert not line.lstrip().startswith(("[", "*"))
    assert body.count("* [1][2?]") == len(texts)


def test_a_long_run_of_marks_is_parted_between_two_marks() -> None:
    """More marks than a line holds go on in the next line; a mark and what follows the last one stay whole."""
    notes = tuple(Footnote((f"source-{index}",), f"Source {index}", weak=index % 3 == 0) for index in range(30))
    lines = lines_of(page_of(said("ten ", Cited("ended", notes), "; next.")), 60)
    marks = [
        line.strip() for line in lines[: lines.index(next(each for each in lines if "SOURCES" in each))] if "[" in line
    ]
    assert len(marks) > 1
    assert max(map(len, lines)) <= 60
    assert all(line.endswith("]") for line in marks[:-1])
    assert marks[-1].endswith("]; next.")
    assert "".join(marks).count("[") == 30


@pytest.mark.parametrize(
    "phrase",
    ["EUR 3 million", "EUR 28 to 33 million", "36 months", "39.69 %", "31 March 2028", "23 Apr 2025", "June 2023",
     "3 of 6", "1,500 people", "EUR 1,496,448.50", "ICT ·"],
)  # fmt: skip
def test_figures_stay_with_their_units(phrase: str) -> None:
    """Wherever the line would end, a figure is not parted from its unit, nor a day from its month."""
    for fill in range(30, 50):
        text = "\n".join(lines_of(page_of(said(f"{'x' * fill} {phrase} and more")), 60))
        assert phrase in text


def test_labels_and_text_begin_in_their_columns() -> None:
    """Labels stand in column 1, text begins in column 12, each sentence on a line of its own."""
    page = page_of(said("First."), said("Second ", Cited(None, (NOTE,), text="one"), "."))
    assert lines_of(page, 80) == [
        "TITLE" + "as of 24 November 2026".rjust(75),
        "",
        "STATE      First.",
        "           Second one [1].",
        "",
        "SOURCES    [1] Source A, 3 May 2026",
    ]


def test_sentence_runs_in() -> None:
    """A sentence that runs in goes on where the one before it ends, and begins the line where that one is gone."""
    after = Sentence("t", ("Second.",), run_in=True)
    assert lines_of(page_of(said("First."), after), 80)[2:] == ["STATE      First. Second."]
    short = page_of(*(said(f"First {each}.", give_way=1) for each in range(9)), after, most_lines=(6, 6))
    assert lines_of(short, 80)[2] == "STATE      Second."
    assert "- First. Second.\n" in load("markdown")(page_of(said("First."), after), Options())


def test_title_that_is_too_long_gives_the_day_a_line() -> None:
    """A title that leaves no room for the day stands alone, and the day below it."""
    assert lines_of(page_of(said("A."), title="T" * 50), 60)[:2] == ["T" * 50, "as of 24 November 2026"]


def test_footnotes_count_what_is_shown() -> None:
    """Numbers follow the order in which sources are first seen; a source goes with the last line that cites it."""
    first = said("One ", Cited(None, (NOTE,), text="a"), ".", give_way=1)
    second = said("Two ", Cited(None, (PRESS,), text="b"), ".")
    assert "[2?] Source B" in "\n".join(lines_of(page_of(first, second), 80))
    short = "\n".join(lines_of(page_of(*[first] * 9, second, most_lines=(8, 8)), 80))
    assert "Two b [1?]." in short
    assert "Source A" not in short


def test_same_sources_share_a_number() -> None:
    """Two sets of the same sources are one footnote, whatever their order."""
    one, two = Footnote(("a", "b"), "A; B"), Footnote(("b", "a"), "B; A")
    text = "\n".join(
        lines_of(page_of(said(Cited(None, (one,), text="x"), ", ", Cited(None, (two,), text="y"), ".")), 80)
    )
    assert "x [1], y [1]." in text
    assert text.endswith("[1] A; B")


def test_columns_that_need_room_are_left_out() -> None:
    """A column with a least width is shown from that width on, and its sources with it."""
    table = Table("t", (Column("a", "A"), Column("b", "B", from_width=100)), (Row(("x", Cited("y", (NOTE,)))),))
    page = page_of(table)  # type: ignore[arg-type]
    assert lines_of(page, 99) == ["TITLE" + "as of 24 November 2026".rjust(94), "", "STATE", "x"]
    assert lines_of(page, 100)[2:] == ["STATE  B", "x      y [1]", "", "SOURCES    [1] Source A, 3 May 2026"]


def long_page(kept: int) -> Page:
    """Give a page of sentences that give way at each level, and of so many that stay."""
    table = Table(
        "t", (Column("a", "PROJECTS"),), tuple(Row((f"row {index}",), give_way=index % 2) for index in range(10))
    )
    ahead = [said(f"Ahead {index}.", give_way=2) for index in range(10)]
    care = [said(f"Care {index}.", give_way=3) for index in range(10)]
    stay = [said(f"Stays {index}.") for index in range(kept)]
    sections = (
        Section("state", "STATE", tuple(stay)),
        Section("projects", "PROJECTS", (table,)),
        Section("care", "CARE", tuple(care)),
        Section("ahead", "AHEAD", tuple(ahead)),
    )
    return Page("briefing", "t", "T", DAY, ORIGIN, sections)


@pytest.mark.parametrize(
    ("kept", "gone"),
    [
        (25, None),
        (27, "5 rows of PROJECTS."),
        (32, "5 rows of PROJECTS, 10 sentences of AHEAD."),
        (42, "5 rows of PROJECTS, 10 sentences of CARE, 10 sentences of AHEAD."),
    ],
)
def test_what_gives_way_first(kept: int, gone: str | None) -> None:
    """Blocks give way level by level until the page fits, and one line counts what went."""
    lines = lines_of(long_page(kept), 80)
    text = " ".join(" ".join(lines).split())
    assert len(lines) <= 60
    assert (f"LENGTH Left out, so that the page has at most 60 lines: {gone}" in text) is (gone is not None)
    assert ("LENGTH" in text) is (gone is not None)
    assert ("Left out here: row 1, row 3, row 5, row 7, row 9." in text) is (gone is not None)


def test_page_that_stays_too_long_says_so() -> None:
    """Where all that may give way makes no room enough but saves a screen, it is left out, and the page says so."""
    lines = lines_of(long_page(105), 80)
    text = " ".join(" ".join(lines).split())
    assert 105 < len(lines) <= 120
    assert "Ahead 9." not in text
    assert (
        "The page has more than the 60 lines that it should have, and leaves out 5 rows of PROJECTS, "
        "10 sentences of CARE, 10 sentences of AHEAD." in text
    )


def test_nothing_gives_way_that_saves_no_screen() -> None:
    """Where a page takes two screens with all that it has and without what may give way, it has all."""
    text = " ".join(" ".join(lines_of(long_page(70), 80)).split())
    assert "Ahead 9." in text
    assert "The page has more than the 60 lines that it should have." in text


def test_a_page_gives_way_for_its_sources_alone() -> None:
    """What stands before the sources is kept to one screen, however long the sources are."""
    notes = [Footnote((f"s{index}",), f"Source {index}: {'x' * 40}") for index in range(30)]
    cites = said(*(Cited(None, (each,), text="x ") for each in notes))
    page = long_page(35)
    page = replace(page, sections=(*page.sections, Section("last", "LAST", (cites,))))
    lines = lines_of(page, 80)
    assert 60 < len(lines) <= 120
    assert next(index for index, line in enumerate(lines) if line.startswith("SOURCES")) <= 60
    assert "leaves out 5 rows of PROJECTS, 10 sentences of AHEAD." in " ".join(" ".join(lines).split())


def test_a_page_that_may_give_nothing_only_says_that_it_is_long() -> None:
    """Where nothing may give way the page says that it is too long, and names nothing as left out."""
    page = page_of(*(said(f"Stays {index}.") for index in range(70)))
    assert "The page has more than the 60 lines that it should have." in " ".join(" ".join(lines_of(page, 80)).split())


def test_a_column_of_rows_that_gave_way_goes_with_them() -> None:
    """A column in which no row that is left says anything is not shown."""
    rows = (Row(("stays", "")), *(Row((f"goes {index}", "said"), give_way=1) for index in range(70)))
    page = page_of(Table("t", (Column("a", "A"), Column("b", "Only of those")), rows))  # type: ignore[arg-type]
    text = "\n".join(lines_of(page, 80))
    assert "stays" in text
    assert "Only of those" not in text


def test_long_notes_are_short_on_a_page_of_one_screen() -> None:
    """A page with a limit has the fewest words of a note that no other there has; one without has the whole."""
    shorts = (("a", ("A", "A, '1'")), ("b", ("B", "B, '1'")), ("c", ("B", "B, '2'")), ("d", ("B", "B, '2'")))
    notes = [Footnote((each,), f"The whole of {each}", short=short) for each, short in shorts]
    page = page_of(said(*(Cited(None, (each,), text="x") for each in notes), "."))
    assert lines_of(page, 80)[-1] == "SOURCES    [1] A · [2] B, '1' · [3] The whole of c · [4] The whole of d"
    assert "[1] The whole of a" in "".join(lines_of(replace(page, most_lines=(0, 0)), 80))


def test_short_cells_of_a_stacked_row_share_a_line() -> None:
    """Where a table is told row by row, cells stand on one line as long as they fit."""
    columns = (Column("a", "A"), Column("b", "Runs"), Column("c", "People"), Column("d", "Money"))
    long = "x" * 30
    page = page_of(Table("t", columns, (Row((long, "2020", "40", long)),)))  # type: ignore[arg-type]
    assert lines_of(page, 40)[-3:] == [long, "  Runs: 2020   People: 40", f"  Money: {long}"]


def test_wide_pages_have_fewer_lines() -> None:
    """From 100 columns on a page has at most 50 lines, and where there is no limit nothing gives way."""
    assert len(lines_of(long_page(20), 80)) > 50
    assert len(lines_of(long_page(20), 100)) <= 50
    assert not [line for line in lines_of(replace(long_page(80), most_lines=(0, 0)), 100) if "LENGTH" in line]


def test_narrow_pages_stack_their_tables(blocks: Page) -> None:
    """Where the words of a table do not fit side by side, each row is told line by line."""
    lines = lines_of(blocks, 30)
    at = lines.index("Harbour school of welders")
    assert lines[at + 1 : at + 4] == ["  SY; BO", "  Runs: second half of 2024", "  People planned: 40"]
    assert all(width(line) <= 30 for line in lines)


def test_terminal_rows_wrap_and_name_what_is_too_much(rows: Page) -> None:
    """At a width, long cells wrap, and columns for which there is no room are named instead of cut."""
    lines = lines_of(rows, 40)
    assert all(width(line) <= 40 for line in lines)
    assert lines[-1] == "Too narrow for text."
    assert lines_of(rows, 72)[0].split() == ["record", "date", "places", "value", "text"]


def test_long_words_of_rows_are_cut_between_their_parts() -> None:
    """A word that is wider than its column is cut behind a hyphen where it has one, else where the room ends."""
    table = Table("t", (Column("a", ""), Column("b", "")), (Row(("talent-partnerships-of-2025", "x" * 30)),))
    page = page_of(shape="items", sections=(Section("t", "T", (table,)),))
    lines = lines_of(page, 30)
    assert [line.split()[0] for line in lines[2:]] == ["talent-", "partnerships-", "of-2025"]
    assert all(width(line) <= 30 for line in lines)


def test_empty_columns_are_named_instead_of_shown() -> None:
    """At a terminal a column that is empty in all rows takes no room, and is named below."""
    table = Table("t", tuple(Column(each, "") for each in "abc"), (Row(("x", None, [])), Row(("y", "", []))))
    page = page_of(shape="items", sections=(Section("t", "T", (table,)),))
    assert lines_of(page, 60) == ["a", "-", "x", "y", "", "Empty in all rows: b, c."]
    assert load("text")(page, Options()).splitlines()[0].split() == ["a", "b", "c"]


def test_rows_may_be_cited() -> None:
    """Cited values of rows bear their marks, and the sources stand below; other blocks are printed as they are."""
    table = Table("t", (Column("a", ""),), (Row((Cited("x", (NOTE,)),)),))
    page = page_of(shape="items", sections=(Section("t", "T", (table, said("Said."))),))
    assert lines_of(page, 60) == ["a", "-----", "x [1]", "Said.", "", "SOURCES [1] Source A, 3 May 2026"]


def test_wide_characters_keep_columns_straight() -> None:
    """Characters that take two columns are counted as two."""
    table = Table("t", (Column("a", "A"), Column("b", "B")), (Row(("中文", "x")), Row(("abcd", "y"))))
    lines = lines_of(page_of(table), 80)  # type: ignore[arg-type]
    assert lines[3:] == ["中文   x", "abcd   y"]
