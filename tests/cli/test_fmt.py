"""`talentpart fmt` through the door: what it writes, shows and refuses, with exit code and both outputs."""

import io
import shutil
import sys
from pathlib import Path

import pytest

from talentpart.cli import main

BASE = Path(__file__).parents[1] / "lint" / "base"
PILOT = Path("data/projects/pilot.yaml")
Read = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder that holds a clean copy of a small dataset."""
    shutil.copytree(BASE, tmp_path / "data")
    (tmp_path / "data" / "projects").mkdir()
    monkeypatch.chdir(tmp_path)
    for name in ("TALENTPART_DATA", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "data"


ODD = "# kept\nsource:  report   # kept,too\ncorridors: {origin: XA,destination: flanders}\n"
CANONICAL = '# kept\nsource: report   # kept,too\ncorridors: {origin: "XA", destination: flanders}\n'


def test_written(capsys: Read) -> None:
    """Files are written in canonical form, comments and all; a second time there is nothing to do."""
    PILOT.write_text(ODD, encoding="utf-8")
    assert main(["fmt"]) == 0
    assert PILOT.read_text(encoding="utf-8") == CANONICAL
    assert capsys.readouterr() == ("", "1 of 36 files written in canonical form\n")
    assert main(["fmt"]) == 0
    assert capsys.readouterr() == ("", "36 files in canonical form\n")
    assert main(["fmt", "-q"]) == 0
    assert capsys.readouterr() == ("", "")


def test_check(capsys: Read) -> None:
    """--check names what would change, writes nothing, and exits with 1 for it."""
    PILOT.write_text(ODD, encoding="utf-8")
    assert main(["fmt", "--check"]) == 1
    assert PILOT.read_text(encoding="utf-8") == ODD
    assert capsys.readouterr() == (
        "", "data/projects/pilot.yaml is not in canonical form\n1 of 36 files not in canonical form\n",
    )  # fmt: skip
    PILOT.write_text(CANONICAL, encoding="utf-8")
    assert main(["fmt", "--check"]) == 0


def test_diff(capsys: Read) -> None:
    """--diff shows what would change as a patch, writes nothing, and exits with 1 for it."""
    PILOT.write_text(ODD, encoding="utf-8")
    assert main(["fmt", "--diff"]) == 1
    assert PILOT.read_text(encoding="utf-8") == ODD
    before, after = ODD.splitlines(), CANONICAL.splitlines()
    assert capsys.readouterr().out.splitlines() == [
        "--- a/data/projects/pilot.yaml", "+++ b/data/projects/pilot.yaml", "@@ -1,3 +1,3 @@", " # kept",
        f"-{before[1]}", f"-{before[2]}", f"+{after[1]}", f"+{after[2]}",
    ]  # fmt: skip
    assert main(["fmt", "--diff", str(PILOT)]) == 1
    PILOT.write_text(CANONICAL, encoding="utf-8")
    assert main(["fmt", "--diff"]) == 0


def test_paths(capsys: Read) -> None:
    """Only the files at and under the paths are touched; a path that holds none is refused, as lint does."""
    other = PILOT.with_name("other.yaml")
    for file in (PILOT, other):
        file.write_text(ODD, encoding="utf-8")
    assert main(["fmt", str(other), "data/sources"]) == 0
    assert PILOT.read_text(encoding="utf-8") == ODD
    assert other.read_text(encoding="utf-8") == CANONICAL
    assert main(["fmt", "data/nothing"]) == 2
    assert "there is no file or folder data/nothing" in capsys.readouterr().err
    Path("data/policies").mkdir()
    assert main(["fmt", "data/policies"]) == 2
    assert main(["fmt", "data/policies", "--allow-empty"]) == 0


def test_what_it_cannot_mend(capsys: Read) -> None:
    """A file with an error of form that only a person can mend is named and left; the others are written."""
    broken = PILOT.with_name("broken.yaml")
    broken.write_text("source:  report\nnames: {text: one, two}\n", encoding="utf-8")
    PILOT.write_text(ODD, encoding="utf-8")
    assert main(["fmt"]) == 1
    assert broken.read_text(encoding="utf-8") == "source:  report\nnames: {text: one, two}\n"
    assert PILOT.read_text(encoding="utf-8") == CANONICAL
    assert capsys.readouterr().err == (
        "data/projects/broken.yaml:2:20: error: "
        "a comma ends a value in braces, so 'two' became a field without a value [comma-in-braces]\n"
        "1 of 37 files written in canonical form, 1 left for you to mend\n"
    )


def test_the_same_as_lint() -> None:
    """What fmt has written gives no finding that fmt could mend."""
    PILOT.write_text(ODD + "notes: [a,b,\tc] \n\n\n", encoding="utf-8")
    assert main(["lint", "--select", "not-canonical,whitespace", "--strict", "-q"]) == 1
    assert main(["fmt"]) == 0
    assert main(["lint", "--select", "not-canonical,whitespace", "--strict", "-q"]) == 0


@pytest.mark.parametrize("words", [["-f", "json"], ["-o", "x.txt"]])
def test_no_format_and_no_output(words: list[str], capsys: Read) -> None:
    """It writes the files themselves, so it takes neither a format nor an output."""
    assert main(["fmt", *words]) == 2
    assert "fmt writes the files themselves, so it takes neither --format nor --output" in capsys.readouterr().err
    assert not Path("x.txt").exists()


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Read) -> None:
    """An editor gives a text and takes its canonical form; what only a person can mend is named, with exit 1."""
    for text, words, code, out in (
        (ODD, [], 0, CANONICAL),
        (CANONICAL, [], 0, CANONICAL),
        (ODD, ["--check"], 1, ""),
        (CANONICAL, ["--check"], 0, ""),
        ("a: [\n", [], 1, ""),
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))
        assert main(["fmt", "-", "--stdin-path", str(PILOT), *words]) == code
        assert capsys.readouterr().out == out
    assert not PILOT.exists()


def test_no_dataset(capsys: Read) -> None:
    """E9: without a dataset there is nothing to write: exit 3."""
    assert main(["fmt", "--data", "nowhere"]) == 3
    assert "no records under nowhere" in capsys.readouterr().err
