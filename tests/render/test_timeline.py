"""Timelines drawn with characters: each sign in its column, every width kept, an ASCII twin of each drawing."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talentpart.page import Mark, Origin, Page, Section, Span, Table, Timeline, Track
from talentpart.render import Options, load
from talentpart.render._flow import width
from talentpart.values import Day

NOW = Day.parse("2025-07-01")
ORIGIN = Origin("1", "2026-11-24", "0", "here")
days = st.sampled_from(
    ["2019", "2020-02", "2021-H2", "2022-Q3", "2023-05-06", "2021/2023", "2024-12-31", "2026", "2030-01", "1999"]
).map(Day.parse)
marks = st.builds(
    Mark, days, st.sampled_from(["roundtable", "event", "planned", "passed"]), st.just("a step"),
    st.sampled_from([None, 1, 12]), st.booleans(),
)  # fmt: skip
spans = st.builds(
    Span, st.none() | days, st.none() | days, st.booleans(), st.booleans(), st.booleans(), st.booleans()
)  # fmt: skip
tracks = st.builds(
    Track, st.text("ab é|", min_size=1, max_size=40), st.lists(marks, max_size=4).map(tuple),
    st.lists(spans, max_size=2).map(tuple),
)  # fmt: skip


def page_of(*drawn: Track, first: int = 2020, last: int = 2026, now: Day = NOW) -> Page:
    """Give a page of one timeline."""
    block = Timeline("t", "BORDURIA", first, last, now, drawn)
    return Page("briefing", "t", "TITLE", now, ORIGIN, (Section("steps", "STEPS", (block,)),))


def drawing(track: Track, columns: int = 104, *, pure: bool = False) -> str:
    """Give what is drawn of one track beside its name."""
    text = load("text")(page_of(replace(track, label="name")), Options(width=columns, ascii=pure))
    line = next(each for each in text.splitlines() if each.startswith("name"))
    return line[min(max(12, columns // 4), 24) + 1 :]


def moment(day: str, kind: str = "event", number: int | None = None, *, by: bool = False) -> Track:
    """Give a track with one moment."""
    return Track("x", (Mark(Day.parse(day), kind, "step", number, by),))  # type: ignore[arg-type]


def lasting(start: str | None, end: str | None, **more: bool) -> Track:
    """Give a track with one stretch."""
    return Track("x", (), (Span(Day.parse(start) if start else None, Day.parse(end) if end else None, **more),))


@pytest.mark.parametrize(
    ("track", "eye", "plain"),
    [
        (moment("2020-01-05"), "●", "o"),
        (moment("2020-01-05", "planned"), "○", "p"),
        (moment("2020-01-05", "passed"), "!", "!"),
        (moment("2020-01-05", "roundtable", 3), "3", "3"),
        (moment("2020-01-05", "roundtable"), "◆", "R"),
        (moment("2020-01-05", "roundtable", 12), "◆", "R"),
        (moment("1999"), "◀", "<"),
        (moment("2020"), "░░░░░●░░░░░░", ".....o......"),
        (moment("2020", by=True), "           ●", "           o"),
        (Track("x", moment("2020-01-05").marks + moment("2020-01-06").marks), "+", "+"),
        (Track("x", moment("2020-01-05").marks + moment("2020-01-06", "passed").marks), "!", "!"),
        (Track("x", moment("2020-01-05", "roundtable", 2).marks + moment("2020-01-06", "passed").marks), "2", "2"),
        (lasting("2020-01-05", "2020-06-20"), "┣━━━━┫", "[====]"),
        (lasting("2020-01-05", "2020-06-20", end_planned=True), "┣┄┄┄┄┫", "[----]"),
        (lasting("2020-01-05", "2020-06-20", end_planned=True, passed=True), "┣┄┄┄┄!", "[----!"),
        (lasting("2020-01-05", None), "┣?", "[?"),
        (lasting("2010-01-05", "2020-06-20"), "◀━━━━┫", "<====]"),
        (lasting("2010-01-05", "2011"), "◀", "<"),
    ],
)
def test_each_sign(track: Track, eye: str, plain: str) -> None:
    """Moments and stretches are drawn as the legend says, in characters and in ASCII."""
    for text, wanted in ((drawing(track), eye), (drawing(track, pure=True), plain)):
        assert text.replace("┊", " ").replace(":", " ").rstrip() == wanted


def test_what_runs_is_solid_until_the_day_of_the_page() -> None:
    """A stretch that is known to run is solid up to the day of the page, and goes on by plan or open."""
    open_end = drawing(lasting("2024-01", None, running=True))
    planned = drawing(lasting("2024-01", "2026-06", running=True, end_planned=True))
    assert open_end.strip() == "┣" + "━" * (len(open_end.strip()) - 2) + "▶"
    assert planned.index("┄") == len(open_end)
    assert planned.strip().strip("┣┫").strip("━").strip("┄") == ""


def test_an_unknown_start_is_not_drawn_as_known() -> None:
    """A stretch whose start nobody gives begins with a question mark, a little before what is known."""
    assert drawing(lasting(None, "2022-06")).strip().startswith("?")


def test_a_vague_start_is_vague_and_what_follows_is_not() -> None:
    """A start known to the year is blurred over that year, and the bar begins where the year ends."""
    text = drawing(lasting("2021", "2023-01"))
    assert text.strip("┊ ") == "░" * text.count("░") + "┣" + "━" * text.count("━") + "┫"
    assert text.count("░") >= 10


def test_years_stand_below_each_other() -> None:
    """All timelines of a page have their years in the same columns, however long their names are."""
    blocks = [
        Timeline(name, name, 2020, 2026, NOW, (Track(name * 9, moment("2022").marks),))
        for name in ("A", "LONGER NAME ")
    ]
    page = replace(page_of(), sections=(Section("s", "S", tuple(blocks)),))
    heads = [line for line in load("text")(page, Options(width=80)).splitlines() if "2023" in line]
    assert len({line.index("2023") for line in heads}) == 1


def test_the_legend_names_what_is_used_and_nothing_else() -> None:
    """Only signs that are drawn are explained, once for a section."""
    text = load("text")(page_of(moment("2021-01-05", "roundtable", 1), moment("1999")), Options(width=200))
    assert "STEPS      1 roundtable, by its number · ◀ earlier · ┊ day of this page" in text
    assert "planned" not in text


@pytest.mark.parametrize(("last", "years"), [(2021, "2020 2021"), (2060, "2020 2025 2030 2035 2040 2045 2050 2055")])
def test_years_stand_apart(last: int, years: str) -> None:
    """As many years are named as have room, at a step that people count in."""
    text = load("text")(page_of(moment("2020"), first=2020, last=last), Options(width=60))
    head = next(line for line in text.splitlines() if line.startswith("BORDURIA"))
    assert " ".join(head.split()[1:]) == years


@settings(max_examples=150, deadline=None)
@given(st.lists(tracks, max_size=4), st.integers(20, 200), st.booleans(), st.integers(2018, 2024))
def test_every_width_is_kept(drawn: list[Track], columns: int, pure: bool, first: int) -> None:  # noqa: FBT001 - Hypothesis passes by place
    """Whatever is drawn, no line is wider than the page, and in ASCII every character is."""
    text = load("text")(page_of(*drawn, first=first, last=2026), Options(width=columns, ascii=pure))
    longest = max((width(word) for track in drawn for word in track.label.split()), default=0)
    for line in text.splitlines():
        assert width(line) <= max(columns, longest)
        assert not pure or line.isascii()


def test_colours_change_no_character(blocks: Page) -> None:
    """At a terminal the drawing is that of plain text, with colours."""
    import re

    coloured = load("terminal")(blocks, Options(width=90, color=True))
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == load("text")(blocks, Options(width=90))


def test_a_record_can_hold_one(blocks: Page) -> None:
    """A timeline stands in the page of a record and of rows too."""
    section = next(each for each in blocks.sections if each.id == "steps")
    for shape in ("record", "items"):
        page = replace(blocks, shape=shape, sections=(section,))
        assert "┣" in load("text")(page, Options(width=80))


def test_rows_of_a_section_stand_for_its_timeline() -> None:
    """Where a section has rows for machines, its timelines are not told a second time."""
    page = page_of(moment("2021-01"))
    (section,) = page.sections
    assert len(load("jsonl")(page, Options()).splitlines()) == 1
    given_rows = replace(page, sections=(replace(section, rows=({"a": 1}, {"a": 2})),))
    assert load("csv")(given_rows, Options()) == "a\n1\n2\n"


def test_a_timeline_beside_a_table_is_a_table_of_its_own() -> None:
    """A format of one table offers the timeline and the table by their ids."""
    page = page_of(moment("2021-01", by=True))
    (section,) = page.sections
    both = replace(page, sections=(replace(section, blocks=(*section.blocks, Table("list", (), ()))),))
    text = load("csv")(both, Options(table="t"))
    assert text.splitlines()[1] == "t,x,event,step,,true,2021-01,2021-01-01,2021-01-31,month"
