"""The formats of lint: whole outputs of a small outcome, and text that tries to act."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentpart.errors import UsageError
from talentpart.finding import Finding, Location, Related, Severity
from talentpart.lint import formats
from talentpart.lint.outcome import Outcome
from talentpart.page import Origin
from talentpart.plain import unseen
from talentpart.values import Day

TEXT = "source: report\norganisations:\n  - {organisation: enabbel, role: lead}\n"
ERROR = Finding(
    Location("data/projects/match.yaml", 3, 20, 3, 27),
    "unknown-reference",
    Severity.ERROR,
    "'enabbel' is no organisation; did you mean 'enabel'?",
    record="match",
)
WARNING = Finding(
    Location("data/projects/match.yaml", 1, 1, 1, 7),
    "planned-end-passed",
    Severity.WARNING,
    "planned end 2022-12 has passed",
    hint="enter what happened",
    related=(Related(Location("data/projects/match.yaml", 2, 1, 2, 14), "the plan"),),
    record="match",
)


def outcome(*findings: Finding, text: str = TEXT, most: int = 20) -> Outcome:
    """Give an outcome with these findings, all in files of one text."""
    return Outcome(
        findings=findings,
        files=213,
        as_of=Day.parse("2026-11-24"),
        origin=Origin("2026.1", "2026-11-24", "0" * 64, "here"),
        texts=lambda _: text,
        titles={"unknown-reference": "A reference names nothing in the dataset."},
        most=most,
    )


def at(path: str, message: str, line: int = 1, column: int = 1, end: int = 2) -> Finding:
    """Give an error somewhere in a file."""
    return Finding(Location(path, line, column, line, end), "syntax", Severity.ERROR, message)


def render(name: str, shown: Outcome) -> str:
    """Give an outcome in a format, without colour."""
    return formats.load(name)(shown)


def test_full() -> None:
    """The full format shows the line, carets under the span, the hint and the other place, then counts."""
    assert render("full", outcome(ERROR, WARNING)) == (
        "data/projects/match.yaml:3:20: error: "
        "'enabbel' is no organisation; did you mean 'enabel'? [unknown-reference]\n"
        "    3 |   - {organisation: enabbel, role: lead}\n"
        "      |                    ^^^^^^^\n"
        "data/projects/match.yaml:1:1: warning: planned end 2022-12 has passed [planned-end-passed]\n"
        "    1 | source: report\n"
        "      | ^^^^^^\n"
        "      = enter what happened\n"
        "      = line 2: the plan\n"
        "\n"
        "2 findings (1 error, 1 warning) in 1 of 213 files. `talentpart rule planned-end-passed` explains.\n"
    )


def test_color() -> None:
    """Colour marks the severity and the carets, and changes no word."""
    plain = formats.load("full")(outcome(ERROR))
    colored = formats.load("full")(outcome(ERROR), color=True)
    assert colored.count("\x1b[1;31m") == 2
    assert colored.replace("\x1b[1;31m", "").replace("\x1b[0m", "") == plain


def test_concise() -> None:
    """The concise format has a line for each finding."""
    assert render("concise", outcome(ERROR)) == (
        "data/projects/match.yaml:3:20: error: "
        "'enabbel' is no organisation; did you mean 'enabel'? [unknown-reference]\n"
        "\n"
        "1 finding (1 error) in 1 of 213 files. `talentpart rule unknown-reference` explains.\n"
    )


def test_clean() -> None:
    """A clean dataset gets one line for people, an empty list for programs, and nothing in CI."""
    assert render("full", outcome()) == "no findings in 213 files\n"
    assert render("statistics", outcome()) == "no findings in 213 files\n"
    assert json.loads(render("json", outcome()))["items"] == []
    assert render("github", outcome()) == ""


def test_statistics() -> None:
    """Statistics count the findings of each rule, the most frequent first, with the rule's title."""
    assert render("statistics", outcome(WARNING, ERROR, ERROR)).splitlines()[:2] == [
        "     2  error    unknown-reference   A reference names nothing in the dataset.",
        "     1  warning  planned-end-passed",
    ]


def test_json() -> None:
    """JSON has every finding with its place, whatever the number of them that people are shown."""
    document = json.loads(render("json", outcome(WARNING, ERROR, ERROR, most=1)))
    assert {key: document[key] for key in ("format_version", "kind", "as_of", "files", "notes")} == {
        "format_version": "1.0", "kind": "lint", "as_of": "2026-11-24", "files": 213, "notes": [],
    }  # fmt: skip
    assert len(document["items"]) == 3
    assert document["items"][0] == {
        "path": "data/projects/match.yaml", "line": 1, "column": 1, "end_line": 1, "end_column": 7,
        "rule": "planned-end-passed", "severity": "warning", "message": "planned end 2022-12 has passed",
        "hint": "enter what happened", "record": "match",
        "related": [
            {
                "path": "data/projects/match.yaml", "line": 2, "column": 1, "end_line": 2, "end_column": 14,
                "message": "the plan",
            }
        ],
        "fix": [], "fingerprint": document["items"][0]["fingerprint"],
    }  # fmt: skip


def test_github() -> None:
    """GitHub gets a command for each finding, whose last column is the last one marked."""
    assert render("github", outcome(ERROR)) == (
        "::error file=data/projects/match.yaml,line=3,endLine=3,col=20,endColumn=26,title=unknown-reference::"
        "'enabbel' is no organisation; did you mean 'enabel'?\n"
    )


def test_more() -> None:
    """What goes beyond the number shown for one rule in one file is counted, after what is shown."""
    many = [at("a.yaml", f"fault {i}") for i in range(415)] + [at("b.yaml", "fault")]
    lines = render("concise", outcome(*many, most=3)).splitlines()
    assert lines[2:5] == [
        "a.yaml:1:1: error: fault 2 [syntax]",
        "a.yaml: … and 412 more [syntax] (`--max-findings 0` shows all)",
        "b.yaml:1:1: error: fault [syntax]",
    ]
    assert len(render("concise", outcome(*many, most=0)).splitlines()) == 418


@pytest.mark.parametrize("name", ["full", "concise", "github", "statistics"])
def test_no_orders(name: str) -> None:
    """X1, X3: no line of a text format begins with an order for CI out of the data, and no control gets through."""
    evil = "\n::error file=app.py::pwned\x1b]0;title\x07\r%0A\u202e"
    shown = outcome(
        at(f"::error::{evil}.yaml", evil), at(f"##[error]{evil}", evil), at("a,line=3::x.yaml", evil), text=evil
    )
    text = render(name, shown)
    orders = [line for line in text.splitlines() if line.startswith(("::", "##["))]
    assert len(orders) == (3 if name == "github" else 0)
    assert not any(sign in text for sign in "\x1b\x07\r\u202e")
    if name == "github":
        assert orders[2].startswith("::error file=a%2Cline=3%3A%3Ax.yaml,line=1,")
        assert orders[2].endswith("::%0A::error file=app.py::pwned\\x1b]0;title\\x07%0D%250A<U+202E>")


def test_carets_under_wide_signs() -> None:
    """E5: carets stand under what is meant by the width of the signs before it: wide, combining, tabs."""
    text = "部\u0301\tab: x\n"
    line, carets = render("full", outcome(at("a.yaml", "x", column=7, end=8), text=text)).splitlines()[1:3]
    assert line == "    1 | 部\u0301    ab: x"
    assert carets == "      | " + " " * 9 + "^"


def test_long_lines() -> None:
    """S4: of a line of two million characters only what stands near the fault is shown."""
    text = "x" * 1_000_000 + "HERE" + "y" * 1_000_000
    shown = outcome(at("a.yaml", "x", column=1_000_001, end=1_000_005), text=text)
    line, carets = render("full", shown).splitlines()[1:3]
    assert len(line) < 140
    assert line.index("HERE") == carets.index("^^^^")


def test_a_place_that_is_not_there() -> None:
    """A finding on a whole file, or on a line that cannot be shown, has no frame."""
    assert len(render("full", outcome(at("a.yaml", "x", line=0, column=0, end=0))).splitlines()) == 3
    assert len(render("full", outcome(at("a.yaml", "x", line=99))).splitlines()) == 3


@given(st.text(), st.integers(1, 9), st.integers(1, 9), st.integers(0, 9))
def test_any_text(text: str, line: int, column: int, length: int) -> None:
    """Whatever stands in a file, its frame is two lines, and nothing in them acts unseen."""
    finding = Finding(Location("a.yaml", line, column, line, column + length), "syntax", Severity.ERROR, text)
    shown = render("full", outcome(finding, text=text))
    assert len(shown.split("\n")) in {4, 6}
    assert not any(unseen(sign) for sign in shown.replace("\n", ""))


def test_unknown_format() -> None:
    """An unknown format gets the nearest right one."""
    with pytest.raises(UsageError, match="lint has no format 'concize'; did you mean 'concise'"):
        formats.load("concize")
