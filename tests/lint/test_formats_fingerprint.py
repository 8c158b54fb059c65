"""Fingerprints: a finding is known again wherever its line has moved, and no two findings are taken for one."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from talentpart.finding import Finding, Location, Severity
from talentpart.lint.fingerprint import fingerprints
from talentpart.lint.outcome import Outcome
from talentpart.lint.rule import choose
from talentpart.lint.runner import Wanted, lint
from talentpart.values import Day

Run = Callable[..., Outcome]
AS_OF = Day.parse("2026-11-24")
PILOT = "projects/pilot.yaml"
BLOCKS = (
    "source: report\n",
    "organisations:\n  - {organisation: agencyy, role: lead}\n  - {organisation: agencyy, role: lead}\n",
    "figures:\n  - {measure: trained, value: 9}\n  - {measure: trained, value: 12, source: report#tabel}\n",
    "events:\n  - {type: start, basis: actual, date: '2024-01'}\n  - {type: start, basis: actual, date: '2024-03'}\n",
)
OTHER = "projects/other.yaml"
FORM = ("names: [A]\n", "mobilty: [work]\n", "objectives:\n  - {text: a, nots: b, nots: c}\n", "names: [B]\n")


def known(outcome: Outcome) -> dict[str, str]:
    """Give the finding behind each fingerprint, as rule and place; there are as many as there are findings."""
    found = dict(zip(fingerprints(outcome), map(_told, outcome.findings), strict=True))
    assert len(found) == len(outcome.findings)
    return found


def _told(finding: Finding) -> str:
    return f"{finding.rule} in column {finding.location.column}"


@pytest.fixture
def plain(run: Run) -> dict[str, str]:
    """Give what is known of the two files as they are."""
    found = known(run({PILOT: "".join(BLOCKS), OTHER: "".join(FORM)}))
    assert len(found) > 8
    return found


@pytest.mark.parametrize("between", ["# a comment\n", "\n", "\n# one\n\n# two: [three\n\n", "# 12\n" * 200])
def test_lines_move(run: Run, plain: dict[str, str], between: str) -> None:
    """Comments and empty lines, above and between, leave every fingerprint as it was."""
    moved = run({PILOT: between + between.join(BLOCKS), OTHER: between + between.join(FORM)})
    assert known(moved) == plain


def test_records_are_added(run: Run, plain: dict[str, str]) -> None:
    """Other records, with or without faults, leave every fingerprint as it was, though advice may change."""
    more = {
        "projects/aaa.yaml": "".join(BLOCKS),
        "organisations/agencyz.yaml": "source: report\nnames: [Z]\nkind: agency\n",
        "projects/zzz.yaml": "source: [\n",
    }
    assert plain.items() <= known(run({PILOT: "".join(BLOCKS), OTHER: "".join(FORM), **more})).items()


def test_faults_are_added(run: Run, plain: dict[str, str]) -> None:
    """Another fault in the same file leaves the fingerprints of those that were there."""
    gone = "conflicts:\n  - {field: figures.moved, because: it was open}\n"
    found = known(run({PILOT: "".join(BLOCKS) + gone, OTHER: "".join(FORM)}))
    assert plain.items() < found.items()


def test_faults_are_mended(run: Run, plain: dict[str, str]) -> None:
    """A fault that goes takes its fingerprint along, and no other."""
    gone = plain.items() - known(run({PILOT: "".join(BLOCKS).replace("tabel", "table"), OTHER: "".join(FORM)})).items()
    assert {told.partition(" ")[0] for _, told in gone} == {"unknown-place", "differing-claims-unranked"}


def test_however_the_dataset_is_named(put: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A fingerprint rests on the path below the root, also where a message names a file."""
    put({PILOT: "source: report\n", "organisations/pilot.yaml": "source: report\n", "stray.yaml": "a: b\n"})
    root = Path.cwd()
    found = []
    for here, given in ((root, Path()), (root.parent, Path("data")), (root, root), (root / "projects", Path(".."))):
        monkeypatch.chdir(here)
        found.append(fingerprints(lint(given, "the tests", AS_OF, Wanted(choose(("duplicate-id", "stray-file"))))))
    assert len(found[0]) == 2
    assert len(set(found)) == 1


def test_whatever_else_is_chosen(run: Run, plain: dict[str, str]) -> None:
    """Rules and paths that limit what is reported leave the fingerprints of what is."""
    files = {PILOT: "".join(BLOCKS), OTHER: "".join(FORM)}
    for wanted in (Wanted(choose(("links",))), Wanted(choose(), (Path(PILOT),))):
        found = known(run(files, wanted))
        assert found
        assert found.items() <= plain.items()


def test_equal_lines_are_told_apart(run: Run) -> None:
    """Two lines of one wording have two fingerprints, and so have two faults of one line."""
    for text in (
        BLOCKS[0] + BLOCKS[1],
        "source: report\norganisations:\n  - {organisation: a, organisation: b, x: 1}\n",
    ):
        outcome = run({PILOT: text}, Wanted(choose(("links", "form", "schema"))))
        assert len(set(fingerprints(outcome))) == len(outcome.findings) == 2


def test_blanks_do_not_count(run: Run) -> None:
    """Indenting a line otherwise leaves its fingerprint; writing it otherwise gives it another."""
    wanted = Wanted(choose(("unknown-reference",)))

    def first(text: str) -> str:
        return fingerprints(run({PILOT: text}, wanted))[0]

    one = first("source: report\norganisations:\n- {organisation: agencyy, role: lead}\n")
    assert one == first("source: report\norganisations:\n    -   {organisation: agencyy,  role: lead}\n")
    assert one != first("source: report\norganisations:\n- {organisation: agencyy, role: lead, note: x}\n")


def test_odd_places() -> None:
    """A whole file, a line that is not there, one fault twice, text that no encoding takes: each has its own."""
    places = (Location("a.yaml"), Location("a.yaml", 9, 1, 9, 2), Location("b\ud800.yaml", 1, 1, 1, 2))
    faults = tuple(Finding(place, "syntax", Severity.ERROR, "x\ud800") for place in places)
    empty = lint(Path(__file__).parent / "base", "the tests", AS_OF)
    shown = replace(empty, findings=(*faults, faults[2]), texts=lambda _: "\udfff")
    assert len(set(fingerprints(shown))) == 4
    assert all(len(mark) == 32 for mark in fingerprints(shown))
