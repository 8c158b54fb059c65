"""`lint --fix` and `--fix --diff` through the door: what is mended, what is left, and that nothing else changes."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from talentpart.cli import main as door
from talentpart.lint import fix as fixing
from talentpart.lint.outcome import Outcome
from talentpart.lint.rule import choose
from talentpart.lint.runner import Wanted, lint
from talentpart.store.edits import Fix, Mended, mend
from talentpart.store.parse import Document
from talentpart.values import Day

BASE = Path(__file__).parent / "base"
PILOT = Path("data/projects/pilot.yaml")
TAIL = "notes:\n  - nothing more\n"
Read = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder that holds a clean copy of a small dataset, on one fixed day."""
    shutil.copytree(BASE, tmp_path / "data")
    (tmp_path / "data" / "projects").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")
    for name in ("TALENTPART_DATA", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "data"


def main(words: list[str]) -> int:
    """Lint without the rules that would have more said of so small a record."""
    return door([*words, "--ignore", "slots"])


def plant(text: str | bytes, path: Path = PILOT) -> None:
    """Write a file into the dataset, byte by byte."""
    path.write_bytes(text.encode() if isinstance(text, str) else text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("mobility: work  \n", "mobility: work\n"),
        ("mobility: work", "mobility: work\n"),
        ("mobility:\twork\r\n", "mobility: work\n"),
        ("mobility:   [work,training]\n", "mobility: [work, training]\n"),
        ("mobility: work\n\n \n", "mobility: work\n"),
        ("mobilty: work\n", "mobility: work\n"),
        ("mobility: {value: work, nota: here}\n", "mobility: {value: work, note: here}\n"),
        ("events: {type: other, date: 2024-05-01}\n", 'events: {type: other, date: "2024-05-01"}\n'),
        ("events: {type: other, date: 2024}\n", 'events: {type: other, date: "2024"}\n'),
        ("mobility: {value: work, note: NO}\n", 'mobility: {value: work, note: "NO"}\n'),
        ("names: [a, on]\n", 'names: [a, "on"]\n'),
        (
            "corridors: {origin: XA, destination: [XB, flanders]}\n",
            'corridors: {origin: "XA", destination: ["XB", flanders]}\n',
        ),
        (
            "notes: >-\n  one,  two \n  2024-05-01\nmobility:  work\n",
            "notes: >-\n  one,  two \n  2024-05-01\nmobility: work\n",
        ),
    ],
)
def test_what_is_mended(before: str, after: str, capsys: Read) -> None:
    """Y1, Y2, Y5, E4, J9: a safe mend is made, and the finding is gone then; all else stays as it was, byte by byte."""
    head = "# a comment,  kept\nsource: report # and: this\n"
    plant(head + before)
    main(["lint", "--fix"])
    assert PILOT.read_bytes().decode() == head + after
    assert capsys.readouterr().err.endswith(" in 1 file\n")
    main(["lint", "--fix", "-f", "concise", "--select", "form,schema"])
    left = capsys.readouterr()
    assert left.err.startswith("mended 0 of ")
    assert "[ambiguous-scalar]" not in left.out
    assert "[not-canonical]" not in left.out
    assert "[unknown-field]" not in left.out


def test_byte_order_mark(capsys: Read) -> None:
    """E2: a byte order mark is taken out, and nothing else is."""
    plant(b"\xef\xbb\xbfsource: report # caf\xc3\xa9\nmobility: work\n" + TAIL.encode())
    assert main(["lint", "--fix", "--strict"]) == 0
    assert PILOT.read_bytes() == b"source: report # caf\xc3\xa9\nmobility: work\n" + TAIL.encode()
    assert capsys.readouterr().err == "mended 1 of 1 finding in 1 file\n"


def test_only_the_lines_of_the_findings_change() -> None:
    """F1: comments, odd indentation and folded text stay, and every line without a finding is identical."""
    before = (
        "# top\nsource:   report\nnames:\n      - text: >-\n          folded,text\n          here:  too\n"
        "        note: 'single,  quoted'   # why\n\n\n"
        'events: [ {type: other,  date: 2024-05-01, note: "a\n      b"} ]  # late\n' + TAIL
    )
    plant(before)
    assert main(["lint", "--fix", "--select", "form"]) == 0
    after = PILOT.read_text(encoding="utf-8").split("\n")
    changed = [index for index, line in enumerate(before.split("\n")) if after[index] != line]
    assert changed == [1, 9]
    assert after[1] == "source: report"
    assert after[9] == 'events: [ {type: other, date: "2024-05-01", note: "a'


def test_the_rest_is_reported_and_decides(capsys: Read) -> None:
    """What is left after the mends is shown where it stands now, and the exit code is its own."""
    plant("source:  report\norganisations: {organisation: agencyy,role: lead}\n" + TAIL)
    assert main(["lint", "--fix", "-f", "concise"]) == 1
    read = capsys.readouterr()
    assert read.out.splitlines()[0] == (
        "data/projects/pilot.yaml:2:31: error: 'agencyy' is no organisation; did you mean 'agency'? [unknown-reference]"
    )
    assert read.err == "mended 2 of 3 findings in 1 file\n"
    plant("source:  report\nmobility: work\n" + TAIL)
    assert main(["lint", "--fix", "-q"]) == 0
    assert capsys.readouterr().err == ""


def test_a_code_is_never_changed(capsys: Read) -> None:
    """A wrong code or reference keeps standing, however near the right one is: another code is another meaning."""
    text = "source: report\nmobility: wrok\norganisations: {organisation: agencyy, role: lead}\n" + TAIL
    plant(text)
    assert main(["lint", "--fix"]) == 1
    assert PILOT.read_text(encoding="utf-8") == text
    assert "did you mean 'work'?" in capsys.readouterr().out


@pytest.mark.parametrize(
    "text",
    [
        "source: report\nmobility: work\nmobilty: training\n",  # The field that is meant stands there already.
        "source: report\nmobilty: work\nmobilit: training\n",  # Two that would become one.
        "source: report\nmobltiy_: work\n",  # Two slips.
    ],
)
def test_fields_that_are_not_surely_meant(text: str) -> None:
    """J9: a field gets another name only if one candidate is a single slip away, and is free."""
    plant(text)
    assert main(["lint", "--fix", "-q", "--select", "schema"]) == 1
    assert PILOT.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "raw",
    [
        b"source: report \nnames: [C\xf4te]\n",
        b'source: report \nnames: ["\\ud800"]\n',
        b"source: report \nnames: [a\n",
        b"source: report \nmobility: work\nmobility: training\n",
        b"source: report \nnames: &a [b]\n",
        b"\xef\xbb\xbfsource: report \n- b\n",
    ],
)
def test_no_mend_in_a_file_that_cannot_be_read(raw: bytes, capsys: Read) -> None:
    """F4: a file with an error of form that only a person can mend (E1, Y19 and others) stays byte by byte."""
    plant(raw)
    assert main(["lint", "--fix"]) == 1
    assert PILOT.read_bytes() == raw
    assert "mended 0 of " in capsys.readouterr().err


def test_mends_that_overlap() -> None:
    """F2: of two mends that overlap the first is made, and the next round makes the other."""
    plant("source: report\nmobilty:\twork\t \r\nnames: [a,on,\tb]  \r\n \n\n" + TAIL + "\n \n")
    assert main(["lint", "--fix", "-q"]) == 0
    assert PILOT.read_bytes().decode() == ('source: report\nmobility: work\nnames: [a, "on", b]\n\n\n' + TAIL)


def test_at_most_five_rounds(monkeypatch: pytest.MonkeyPatch, capsys: Read) -> None:
    """F2: what is not settled after five rounds is reported as it stands then."""

    def one_at_a_time(document: Document, fixes: dict[Fix, str]) -> Mended:
        return real(document, list(fixes)[:1])

    real = mend
    monkeypatch.setattr(fixing, "mend", one_at_a_time)
    plant("source:  report\nnames: [a,b,c,d,e,f,g,h]\nmobility: work\n" + TAIL)
    assert main(["lint", "--fix", "--strict"]) == 1
    assert capsys.readouterr().err == "mended 5 of 8 findings in 1 file\n"
    assert PILOT.read_text(encoding="utf-8").splitlines()[:2] == ["source: report", "names: [a, b, c, d, e,f,g,h]"]


def test_a_mend_that_changes_the_meaning_is_dropped(monkeypatch: pytest.MonkeyPatch, capsys: Read) -> None:
    """F3: a mend after which the file means something else is left out, called a bug, and the others are made."""
    real = fixing._by_path  # noqa: SLF001 - only a mend that is wrong shows this

    def wrong(outcome: Outcome) -> dict[str, dict[Fix, str]]:
        return {
            path: {
                tuple(type(each)(each.location, " x") if each.text == " " else each for each in fix): rule
                for fix, rule in fixes.items()
            }
            for path, fixes in real(outcome).items()
        }

    monkeypatch.setattr(fixing, "_by_path", wrong)
    plant("source: report \nmobility:\twork\n" + TAIL)
    assert main(["lint", "--fix"]) == 1
    assert PILOT.read_text(encoding="utf-8").startswith("source: report\nmobility:\twork\n")
    read = capsys.readouterr()
    assert (
        "data/projects/pilot.yaml:2:10: the mend of whitespace would change what the file means, so it was left out; "
        "this is a bug in talentpart\n"
    ) in read.err
    assert "mended 1 of 2 findings in 1 file\n" in read.err
    assert "[whitespace]" in read.out


def test_only_what_is_asked_for() -> None:
    """Rules, paths and waivers limit what is mended, as they limit what is reported."""
    text = "source:  report \nmobility: work\n" + TAIL
    other = Path("data/projects/other.yaml")
    plant(text)
    plant(text, other)
    waiver = 'items:\n  - {rule: not-canonical, path: pilot, because: it was so, until: "2027"}\n'
    plant(waiver, Path("data/waivers.yaml"))
    main(["lint", "--fix", "--select", "whitespace,not-canonical", str(PILOT)])
    assert other.read_text(encoding="utf-8") == text
    assert PILOT.read_text(encoding="utf-8").startswith("source:  report\n")


def test_mends_stand_in_the_findings(put: Callable[..., Path]) -> None:
    """A finding carries its mend, so that editors and formats can offer it."""
    outcome = lint(
        put({"projects/pilot.yaml": "source:  report\nmobilty: work\n"}), "", Day.parse("2026"), Wanted(choose())
    )
    fixes = [
        (each.rule, [(str(edit.location), edit.text) for edit in each.fix]) for each in outcome.findings if each.fix
    ]
    assert fixes == [
        ("not-canonical", [("projects/pilot.yaml:1:7", ": ")]),
        ("unknown-field", [("projects/pilot.yaml:2:1", "mobility")]),
    ]


def test_stdin_is_no_file(capsys: Read) -> None:
    """--fix is refused for standard input, which is no file to write."""
    assert main(["lint", "-", "--stdin-path", str(PILOT), "--fix"]) == 2
    assert "--fix mends files, and standard input is none" in capsys.readouterr().err
