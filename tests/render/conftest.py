"""Invented pages that the tests of the renderers share."""

from decimal import Decimal

import pytest

from talentpart.page import (
    Cited,
    Column,
    Fact,
    Facts,
    Footnote,
    Link,
    Mark,
    Origin,
    Page,
    Row,
    Section,
    Sentence,
    Span,
    Table,
    Timeline,
    Track,
)
from talentpart.values import Amount, Day

_ORIGIN = Origin("2026.1", "2026-11-24", "0123456789abcdef", "the sample")
_DAY = Day.parse("2026-11-24")
_PAGE = Footnote(("ministry-page",), "Ministry of Labour of Borduria, page on talents, undated, after June 2025")
_PRESS = Footnote(("courier", "gazette"), "The Courier, 3 May 2026; Gazette, 4 May 2026", weak=True)
_GRANT = Footnote(("grant-2024",), "Office of Grants, list of 2024, 12 Dec 2024")
_AIR = Footnote(("air",), "Airline times, undated")
_PEOPLE = Table(
    "people",
    (
        Column("project", "PROJECTS"),
        Column("country", ""),
        Column("runs", "Runs"),
        Column("planned", "People planned", numeric=True),
        Column("money", "EUR million", from_width=100),
    ),
    (
        Row(
            (
                "Bridges",
                "SY",
                ("2024 to ", Cited(Day.parse("2026-06"), (_GRANT,), text="2026-06", starred=True, name="end")),
                Cited(120, (_PRESS,), every=True),
                Cited(Amount("EUR", Decimal("2714554.5")), (_GRANT,), text="2.7"),
            )
        ),
        Row(("Harbour school of welders", ["SY", "BO"], Day.parse("2024-H2"), 40, None)),
        Row(
            ("Ended works", "BO", Day.parse("2019/2021"), Cited(None, (_AIR,), text="none found"), "not found"),
            give_way=1,
        ),
    ),
)
_STEPS = Timeline(
    "steps",
    "BORDURIA",
    2022,
    2027,
    _DAY,
    (
        Track(
            "partnership",
            (
                Mark(Day.parse("2022"), "passed", "start of work, planned, nothing found", by=True),
                Mark(Day.parse("2023-06"), "roundtable", "first roundtable", 1),
                Mark(Day.parse("2025"), "event", "technical meeting"),
                Mark(Day.parse("2027-03"), "planned", "second roundtable, planned", 2),
                Mark(Day.parse("2019-03"), "event", "first talk"),
            ),
        ),
        Track("Bridges", (), (Span(Day.parse("2024"), Day.parse("2026-06"), end_planned=True, passed=True),)),
        Track("Harbour school of welders", (), (Span(Day.parse("2023-02"), None, running=True),)),
        Track("Ended | works", (), (Span(None, Day.parse("2023-12")), Span(Day.parse("2025-01"), None))),
    ),
)


@pytest.fixture
def blocks() -> Page:
    """Give a briefing on an invented country that holds every kind of block, cell and mark."""
    return Page(
        shape="briefing",
        kind="country",
        title="BORDURIA · Talent Partnership",
        as_of=_DAY,
        origin=_ORIGIN,
        subject={"kind": "country", "id": "BO", "name": "Borduria"},
        notes=("3 lines of the dataset are later than this day and left out",),
        head=(Sentence("newest", ("Newest event shown: 3 May 2026. [n?]: press, check before quoting.",)),),
        sections=(
            Section(
                "state",
                "STATE",
                (
                    Sentence(
                        "launch",
                        (
                            "Launched ",
                            Cited(Day.parse("2023-06"), (_PAGE,), name="date"),
                            ", first roundtable; objectives ",
                            Cited(None, (_PAGE, _PRESS), text="agreed"),
                            ".",
                        ),
                    ),
                    Sentence(
                        "next",
                        ("Next roundtable 2026-H2 | perhaps *soon*, says ", Link("it", "https://b.example/a"), "."),
                    ),
                ),
            ),
            Section(
                "sectors",
                "SECTORS",
                (
                    Sentence("agreed", ('Two "of interest": ', Cited("ICT"), " · ", Cited("café trade"), ".")),
                    Sentence("none", ("No project names the last.",), give_way=2, run_in=True),
                ),
                rows=({"sector": "ict", "tier": "of-interest", "sources": ["ministry-page"]},),
            ),
            Section("projects", "PROJECTS", (_PEOPLE, Sentence("marks", ("all: every partner country.",)))),
            Section(
                "money",
                "MONEY",
                (
                    Sentence(
                        "alone",
                        (
                            "Alone: ",
                            Cited(Amount("EUR", Decimal(3_000_000)), (_GRANT,), name="amount"),
                            " or ",
                            Cited(Amount("EUR", Decimal(2_500_000)), (_PRESS,), starred=True, name="amount"),
                            " in 1 of 6 projects.",
                        ),
                    ),
                    Facts(
                        "rates",
                        (
                            Fact("share", "EU share", Cited(39.69, (_GRANT,), text="39.69 %")),
                            Fact("page", "address", Link("grants", "https://b.example/grants")),
                            Fact("bad", "copy", Link("copy", "javascript:alert(1)")),
                        ),
                    ),
                ),
            ),
            Section("steps", "STEPS", (_STEPS, Sentence("undated", ("One step has no day.",)))),
            Section("care", "CARE", (Sentence("trap", ("Not to be mixed up with Syldavia.",), give_way=3),)),
            Section("empty", "EMPTY", (Table("empty", (Column("a", "EMPTY"), Column("b", "Second")), ()),)),
        ),
        foot=(Section("next", "NEXT", (Sentence("next", ("talentpart show borduria · talentpart query gaps",)),)),),
    )


@pytest.fixture
def rows() -> Page:
    """Give a page of rows with cells of every kind, some of them hostile."""
    columns = (
        Column("record", "Record"),
        Column("date", "Date"),
        Column("places", "Places"),
        Column("value", "Value", numeric=True),
        Column("text", "Text"),
    )
    cells = (
        Row(("bridges", Day.parse("2024-06"), ["BO", "SY"], 120, "=SUM(A1)")),
        Row(("harbour", None, [], 1496448.5, "a|b\nc \x1b[2J \u202eend")),
        Row(("zero", "2024", ["NO"], -5, "-5 | `code` <b>bold</b>")),
    )
    table = Table("figures", columns, cells)
    notes = ("1 row is empty",)
    return Page("items", "figures", "Figures", _DAY, _ORIGIN, (Section("figures", "Figures", (table,)),), notes=notes)


@pytest.fixture
def record() -> Page:
    """Give a page on one record: facts for people, the record itself for machines."""
    facts = Facts(
        "names",
        (
            Fact("en", "name", "Bridges for Talents"),
            Fact("start", "start", ("June 2024", Cited(None, (_GRANT,), text=", planned"))),
            Fact("people", "people trained", Cited(120, (_GRANT, _PRESS), starred=True)),
        ),
    )
    claims = Table("claims", (Column("path", "Path"), Column("said", "Said")), (Row(("people", Cited(50, (_PRESS,)))),))
    return Page(
        "record",
        "project",
        "bridges",
        _DAY,
        _ORIGIN,
        (Section("facts", "facts", (facts,)), Section("claims", "claims", (claims, Sentence("open", ("Open.",))))),
        record={"id": "bridges", "record_kind": "project", "people": 120},
    )
