"""Slips of a new maintainer, tried on records: each gives one finding, at its place, with words that say what to do."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from talentpart.finding import Finding
from talentpart.lint.outcome import Outcome
from talentpart.lint.rule import choose
from talentpart.lint.runner import Wanted, lint
from talentpart.values import Day

Run = Callable[..., Outcome]
BASE = Path(__file__).parent / "base"
PILOT = """\
source: report#table
checked: "2026-01-02"
names:
  - text: Pilot
    kind: short
    note: as printed in the report
  - {text: Pilot of Xanadu}
kind: pilot
status:
  - {value: running, as_stated: still running}
corridors:
  - {origin: "XA", destination: "XB"}
mobility: [work, training]
sectors:
  - {sector: ict, as_stated: ICT}
organisations:
  - organisation: agency
    role: lead
events:
  - {type: start, basis: actual, date: "2023-03"}
  - type: end
    basis: planned
    date: "2027-06"
    note: as planned
figures:
  - {measure: trained, basis: planned, value: 120}
  - {measure: moved, basis: planned, value: 30, of: figures.trained}
money:
  - {payer: fund, amount: EUR 3000000, note: a round sum}
missing:
  - {field: figures.actual, why: not-stated}
notes:
  - One note.
"""
COUNTRY = "countries/xanadu/partnership.yaml"
PROJECT = "projects/pilot.yaml"
# What was written, what is written now, and where which rule finds it.
SLIPS = (
    # Names of fields.
    ("    kind: short", "    knid: short", 5, 5, "unknown-field"),
    ("as_stated: still running", "quote: still running", 10, 22, "unknown-field"),
    ("\norganisations:", "\norganizations:", 16, 1, "unknown-field"),
    ("source: report#table\n", "Source: report#table\n", 1, 1, "unknown-field"),
    ("as_stated: ICT", "as-stated: ICT", 15, 19, "unknown-field"),
    ("    role: lead", "    role: lead\n    role: lead", 19, 5, "duplicate-key"),
    ("basis: actual,", "basis: actual, basis: actual,", 20, 34, "duplicate-key"),
    # Codes.
    ("type: start", "type: strat", 20, 12, "not-in-codelist"),
    ("sector: ict", "sector: ICT", 15, 14, "not-in-codelist"),
    ('destination: "XB"', 'destination: "xb"', 12, 33, "not-in-codelist"),
    ('destination: "XB"', 'destination: "XXB"', 12, 33, "not-in-codelist"),
    ('destination: "XB"', "destination: Yonder", 12, 33, "not-in-codelist"),
    ('origin: "XA"', "origin: XA", 12, 14, "not-canonical"),
    ("kind: pilot", "kind: short", 8, 7, "not-in-codelist"),
    ("basis: actual", "basis: fact", 20, 26, "not-in-codelist"),
    ("why: not-stated", "why: unknown", 31, 34, "not-in-codelist"),
    # Quotation marks.
    ('checked: "2026-01-02"', 'checked: "2026-01-02', 2, 10, "syntax"),
    ('    date: "2027-06"', '    date: "2027-06', 23, 11, "syntax"),
    ('date: "2023-03"', 'date: "2023-03', 20, 40, "syntax"),
    ('date: "2023-03"', 'date: 2023-03"', 20, 40, "bad-format"),
    ("- One note.", '- "One" note.', 33, 11, "syntax"),
    ("- One note.", "- 'One's note.'", 33, 10, "syntax"),
    ("note: a round sum", "note: \u201ca round sum\u201d", 29, 46, "invisible-character"),
    # Signs.
    ("lead\nevents", "lead}\nevents", 18, 11, "not-in-codelist"),
    ("ICT}", "ICT}}", 15, 34, "syntax"),
    ('"XB"}', '"XB"', 12, 5, "syntax"),
    ("training]", "training", 13, 11, "syntax"),
    ("{sector: ict", "sector: ict", 15, 5, "syntax"),
    ("measure: moved, basis", "measure: moved basis", 27, 26, "syntax"),
    ("measure: moved,", "measure: moved,,", 27, 21, "syntax"),
    ("a round sum", "a sum, round", 29, 53, "comma-in-braces"),
    ("EUR 3000000", "EUR 3,000,000", 29, 33, "comma-in-braces"),
    ("value: 120", "value: 1,200", 26, 49, "comma-in-braces"),
    ("    kind: short", "    kind short", 5, 5, "syntax"),
    ("kind: pilot", "kind:pilot", 8, 5, "syntax"),
    ("\nfigures:\n", "\nfigures\n", 25, 1, "syntax"),
    ("note: as printed", "note: care: as printed", 6, 15, "syntax"),
    ("note: a round", "note: care: a round", 29, 50, "syntax"),
    ("as printed in", "as printed #in", 6, 22, "note-cut-by-comment"),
    ("source: report#table", "source: report #table", 1, 16, "note-cut-by-comment"),
    ("note: as planned", "note: *as planned", 24, 11, "anchor"),
    ("note: as planned", "note: @as planned", 24, 11, "syntax"),
    # Indentation and dashes.
    ("    role: lead", "      role: lead", 18, 11, "syntax"),
    ("    role: lead", "  role: lead", 18, 3, "syntax"),
    ("    role: lead", "\trole: lead", 18, 1, "syntax"),
    ("kind: pilot", "kind:\tpilot", 8, 6, "whitespace"),
    ("  - {text: Pilot of", "    {text: Pilot of", 7, 5, "syntax"),
    ("  - {text: Pilot of", "  -{text: Pilot of", 7, 3, "syntax"),
    ("  - {text: Pilot of", "    - {text: Pilot of", 7, 5, "syntax"),
    ("  - {text: Pilot of", "- {text: Pilot of", 7, 1, "syntax"),
    ("kind: pilot\n", "<<<<<<< HEAD\nkind: pilot\n=======\nkind: programme\n>>>>>>> mine\n", 8, 1, "syntax"),
    # Days.
    ('"2023-03"', '"2023-13"', 20, 40, "bad-format"),
    ('"2023-03"', '"2023-02-30"', 20, 40, "bad-format"),
    ('"2023-03"', '"2023-3"', 20, 40, "bad-format"),
    ('"2023-03"', "2023-03-01", 20, 40, "ambiguous-scalar"),
    ('"2023-03"', "2023", 20, 40, "ambiguous-scalar"),
    ('"2023-03"', '"2026-03"', 20, 40, "said-before-it-happened"),
    # Numbers and money.
    ("value: 30", "value: 300", 27, 45, "part-over-whole"),
    ("value: 30", 'value: "30"', 27, 45, "wrong-type"),
    ("value: 30", "value: about 30", 27, 45, "wrong-type"),
    ("value: 30", "value: -30", 27, 45, "out-of-range"),
    ("value: 30", "percent: 300", 27, 47, "out-of-range"),
    ("value: 30", "percent: 30%", 27, 47, "wrong-type"),
    ("value: 120", "value: 1.200", 26, 47, "share-as-number"),
    ("value: 120", "min: 120, max: 12", 26, 45, "odd-range"),
    ("EUR 3000000", "3000000", 29, 27, "no-currency"),
    ("EUR 3000000", "\u20ac3000000", 29, 27, "bad-format"),
    ("EUR 3000000", "3000000 EUR", 29, 27, "bad-format"),
    ("EUR 3000000", "ERU 3000000", 29, 27, "unknown-currency"),
    # What is named.
    ("source: report#table", "source: reprot#table", 1, 9, "unknown-reference"),
    ("source: report#table", "source: daily-news", 1, 9, "unknown-reference"),
    ("source: report#table", "source: report#tabel", 1, 9, "unknown-place"),
    ("organisation: agency", "organisation: agencyy", 17, 19, "unknown-reference"),
    ("organisation: agency", "organisation: Agency", 17, 19, "bad-format"),
    ("of: figures.trained", "of: figures.trainees", 27, 53, "unknown-reference"),
    ("field: figures.actual", "field: figurs.actual", 31, 13, "unknown-reference"),
    # What is said, and what is not.
    ("field: figures.actual", "field: [figures.actual, events.start]", 31, 30, "missing-but-said"),
    ("basis: planned, value: 30", "basis: actual, value: 30", 31, 13, "missing-but-said"),
    ("  - {sector: ict, as_stated: ICT}\n", "  - {sector: ict, as_stated: ICT}\n" * 2, 16, 5, "said-twice"),
    ("basis: actual, ", "basis: actual, rank: preferred, ", 20, 40, "preferred-without-because"),
)

# The hint that goes with the finding.
HINTS = (
    ('"2023-03"', '"27-04-2023"', 'write "2023-04-27"'),
    ('"2023-03"', "March 2023", 'write "2023-03"'),
    ('"2023-03"', '"8 March 2023"', 'write "2023-03-08"'),
    ('"2023-03"', '"2023-3"', 'write "2023-03"'),
    ('"2023-03"', '"3.4.2023"', 'write "2023-04-03"'),
    ('"2023-03"', '"03/04/2023"', ""),
    ('"2023-03"', '"2023-03\u20132023-05"', 'write "2023-03/2023-05"'),
    ('"2023-03"', '"2023-13"', ""),
    ('"2023-03"', "in the spring", ""),
    ("EUR 3000000", "EUR 3 million", "write EUR 3000000"),
    ("EUR 3000000", "EUR 3.000.000", "write EUR 3000000"),
    ("EUR 3000000", '"EUR 3,000,000"', "write EUR 3000000"),
    ("EUR 3000000", "\u20ac 3000000", "write EUR 3000000"),
    ("EUR 3000000", "3000000 EUR", "write EUR 3000000"),
    ("EUR 3000000", "EUR 1.2.3", ""),
    ("EUR 3000000", "EUR 3000000 USD", ""),
    ("EUR 3000000", "some money", ""),
    ("value: 30", 'value: "30"', "take the quotation marks off: 30"),
    ("value: 30", "value: about 30", "write 30, and what else is said under bound, as_stated or note"),
    ("value: 30", "value: 30%", "write 30"),
    ("value: 30", 'value: "1,200"', "write 1200"),
    ("value: 30", "value: 10 to 20", ""),
    ("value: 30", f"value: {'many ' * 9}30", ""),
    ("source: report#table", "source: daily-news", "correct the id, or describe it in sources/daily-news.yaml"),
    ("training]", "training", "close it with ']'"),
    ("  - {text: Pilot of", "  -{text: Pilot of", "write '- ' before an item of a list"),
    ("kind: pilot\n", "<<<<<<< a\nkind: pilot\n", "keep one of the two sides, and take the marks out"),
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[Finding]]:
    """Give what lint finds in the project with one slip; all slips are linted at once, each in a file of its own."""
    root = tmp_path_factory.mktemp("newcomer") / "data"
    shutil.copytree(BASE, root)
    (root / "projects").mkdir()
    names: dict[str, str] = {}
    for old, new in dict.fromkeys((old, new) for old, new, *_ in (*SLIPS, *HINTS)):
        assert PILOT.count(old) == 1
        text = PILOT.replace(old, new)
        names[text] = f"slip-{len(names):03}.yaml"
        (root / "projects" / names[text]).write_text(text, encoding="utf-8")
    findings = lint(root, "the tests", Day.parse("2026-11-24"), Wanted(choose())).findings
    return lambda text: [each for each in findings if Path(each.location.path).name == names[text]]


@pytest.mark.parametrize(("old", "new", "line", "column", "rule"), SLIPS)
def test_a_slip_is_one_finding(
    told: Callable[[str], list[Finding]], old: str, new: str, line: int, column: int, rule: str
) -> None:
    """One slip in a project is found once, where it is."""
    found = told(PILOT.replace(old, new))
    assert [(each.location.line, each.location.column, each.rule) for each in found] == [(line, column, rule)]


def test_the_record_is_clean(run: Run) -> None:
    """The record in which the slips are made has no findings."""
    assert places(run({PROJECT: PILOT})) == []


def places(outcome: Outcome) -> list[tuple[str, str]]:
    """Give where each finding is, and by which rule."""
    return [(str(each.location), each.rule) for each in outcome.findings]


XANADU = """\
country: "%s"
source: report
events:
  - {type: roundtable, number: 1, date: "2023-03"}
  - {%s}
sectors: [ict]
missing:
  - {field: member_states, why: not-stated}
"""


@pytest.mark.parametrize(
    ("event", "column", "rule"),
    [
        pytest.param('type: roundtable, number: 3, date: "2024-03"', 32, "roundtable-number-gap", id="wrong number"),
        pytest.param('type: roundtable, number: 1, date: "2024-03"', 5, "said-twice", id="number twice"),
        pytest.param('type: roundtable, date: "2024-03"', 5, "recurring-event-unnamed", id="no number"),
        pytest.param('type: roundtable, number: 2, date: "2022-03"', 41, "roundtable-number-gap", id="days turned"),
        pytest.param('type: roundtable, number:2, date: "2024-03"', 24, "comma-in-braces", id="no blank"),
        pytest.param('type: meeting, date: "2024-03", at: roundtable.2', 42, "unknown-reference", id="no such one"),
    ],
)
def test_roundtables(run: Run, event: str, column: int, rule: str) -> None:
    """A slip in the row of roundtables is found once."""
    assert places(run({COUNTRY: XANADU % ("XA", event)})) == [(f"{COUNTRY}:5:{column}", rule)]


ANOTHER = XANADU % ("XA", 'type: roundtable, number: 2, date: "2024-03"')
UNNOTED = PILOT.replace("    note: as printed in the report\n", "")
ROADMAP = "partnership: %s\nsource: report\nstatus:\n  - {value: endorsed, at: roundtable.2}\n"


@pytest.mark.parametrize(
    ("files", "without", "found"),
    [
        pytest.param({PROJECT: b""}, (), (PROJECT, "no-record"), id="empty"),
        pytest.param({PROJECT: "A pilot, see the report\n"}, (), (f"{PROJECT}:1:1", "no-record"), id="prose"),
        pytest.param({"projects/Pilot 2.yaml": PILOT}, (), ("projects/Pilot 2.yaml", "file-name"), id="copy by hand"),
        pytest.param({"projects/pilot.yml": PILOT}, (), ("projects/pilot.yml", "stray-file"), id="yml"),
        pytest.param(
            {}, ("organisations/agency.yaml",), ("instruments/fund.yaml:5:20", "unknown-reference"), id="organisation"
        ),
        pytest.param({}, ("countries/xanadu/roadmap.yaml",), (f"{COUNTRY}:1:1", "expected-roadmap"), id="roadmap"),
        pytest.param({}, ("codelists/tiers.yaml",), (f"{COUNTRY}:6:41", "missing-codelist"), id="codelist"),
        pytest.param(
            {"countries/yonder/partnership.yaml": ANOTHER, "countries/yonder/roadmap.yaml": ROADMAP % "yonder"},
            (),
            ("countries/yonder/partnership.yaml:1:10", "duplicate-id"),
            id="country left as it was",
        ),
        pytest.param(
            {
                "countries/yonder/partnership.yaml": ANOTHER.replace('"XA"', '"XB"'),
                "countries/yonder/roadmap.yaml": ROADMAP % "xanadu",
            },
            (),
            ("countries/yonder/roadmap.yaml:1:14", "misplaced-roadmap"),
            id="roadmap of another",
        ),
        pytest.param(
            {PROJECT: UNNOTED, "projects/other.yaml": UNNOTED},
            (),
            ("projects/pilot.yaml:4:11", "look-alike-unmarked"),
            id="copied project",
        ),
    ],
)
def test_files(run: Run, files: dict[str, str | bytes], without: tuple[str, ...], found: tuple[str, str]) -> None:
    """A file that is lost, empty, named or copied wrongly is one finding."""
    assert places(run(files, without=without)) == [found]


@pytest.mark.parametrize(("old", "new", "words"), HINTS)
def test_the_hint_is_the_right_value(told: Callable[[str], list[Finding]], old: str, new: str, words: str) -> None:
    """The nearest right value is named where it is sure, and nothing where it is not."""
    assert [each.hint for each in told(PILOT.replace(old, new))] == [words]


def test_the_sentence_says_where_a_quoted_text_ends(told: Callable[[str], list[Finding]]) -> None:
    """The place is where the quotation mark opens, and the sentence says how far it reaches."""
    (found,) = told(PILOT.replace('checked: "2026-01-02"', 'checked: "2026-01-02'))
    assert found.message == "this quotation mark is closed only in line 12, so all between is one text"


def test_a_lost_source_is_told_once_in_a_file(run: Run) -> None:
    """Where a source is gone that many lines name, each file has one finding that counts them, and not one a line."""
    lines = "".join(f"  - {{text: Name {number}, source: bulletin#p{number}}}\n" for number in range(1, 9))
    both = "  - {organisation: [agency, agency-two], role: lead, source: bulletin}\n"
    files = {
        PROJECT: f"source: report\nmobility: work\nnames:\n{lines}",
        "projects/two.yaml": f"source: report\norganisations:\n{both}",
        "organisations/agency-two.yaml": "source: report\nnames: [Agency Two]\nkind: agency\n",
    }
    found = [each for each in run(files).findings if each.rule == "unknown-reference"]
    assert [(str(each.location), each.message) for each in found] == [
        (f"{PROJECT}:4:28", "'bulletin' is no source (and 7 more times in this file)"),
        ("projects/two.yaml:3:62", "'bulletin' is no source"),
    ]


def test_a_place_that_stands_twice_is_one_finding(run: Run) -> None:
    """Of a place that was overwritten by another nothing is said on the lines that name it."""
    source = (BASE / "sources" / "report.yaml").read_text(encoding="utf-8")
    written = source.replace("  - {place: table, label: A table}\n", "  - {place: list, label: One}\n" * 2)
    found = run({"sources/report.yaml": written, PROJECT: PILOT})
    assert places(found) == [("sources/report.yaml:10:13", "duplicate-id")]
