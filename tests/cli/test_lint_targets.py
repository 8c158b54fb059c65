"""Where lint writes: suffixes, files of their own, what is refused, and that files are written all or none."""

import io
import json
import shutil
import sys
from pathlib import Path

import pytest

from talentpart.cli import main

BASE = Path(__file__).parents[1] / "lint" / "base"
Read = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder that holds a small dataset with one error in it."""
    shutil.copytree(BASE, tmp_path / "data")
    (tmp_path / "data" / "projects").mkdir()
    (tmp_path / "data" / "projects" / "pilot.yaml").write_text("sorce: report\nsource: report\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("TALENTPART_DATA", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "data"


@pytest.mark.parametrize(
    ("file", "begins"),
    [("a.json", '{\n  "format_version"'), ("a.txt", "data/projects/pilot.yaml:1:1: error"), ("a.sarif", "{")],
)
def test_suffix(file: str, begins: str, capsys: Read) -> None:
    """The suffix of --output picks the format; what has none of its own is for people."""
    assert main(["lint", "-o", file]) == 1
    assert Path(file).read_text(encoding="utf-8").startswith(begins)
    assert capsys.readouterr().out == ""


def test_several_at_once(capsys: Read) -> None:
    """One run gives each format its file, and one of them standard output."""
    words = ["-f", "github", "-f", "sarif:lint.sarif", "-f", "junit:lint.xml", "-f", "json:lint.json"]
    assert main(["lint", *words]) == 1
    assert capsys.readouterr().out.startswith("::error file=data/projects/pilot.yaml")
    assert json.loads(Path("lint.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert Path("lint.xml").read_text(encoding="utf-8").startswith("<?xml")
    assert sorted(path.name for path in Path().iterdir()) == ["data", "lint.json", "lint.sarif", "lint.xml"]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["-f", "sarif:"], 2, "'sarif:' names no file; write sarif:FILE, or sarif alone"),
        (["-f", "json:x", "-f", "sarif:./x"], 2, "json and sarif would be written into one another in 'x'"),
        (
            ["-f", "json:-", "-f", "full"],
            2,
            "json and full would be written into one another; give each but one a file",
        ),
        (["-f", "full", "-o", "x", "-f", "json:x"], 2, "full and json would be written into one another in 'x'"),
        (["-f", "json:x", "-o", "y"], 2, "nothing is left for --output y, since every format has a file of its own"),
        (["-f", "json:data/projects/pilot.yaml"], 2, "'data/projects/pilot.yaml' lies inside the dataset"),
        (["-o", "data/new.json"], 2, "'data/new.json' lies inside the dataset"),
        (["-f", "json:x", "-f", "full:link/y"], 2, "'link/y' lies inside the dataset"),
        (["-f", "json:x", "-f", "full:nowhere/y"], 3, "cannot write 'nowhere/y': no such file or directory"),
        (["-f", "json:x", "-f", "full:folder"], 3, "cannot write 'folder': is a directory"),
        (["--texts", "nowhere"], 2, "there is no folder nowhere; --texts takes the folder of the saved texts"),
    ],
)
def test_refused(words: list[str], code: int, message: str, dataset: Path, capsys: Read) -> None:
    """X11: two formats in one place, a file of the data, or one that cannot be written: then no file is."""
    Path("link").symlink_to(dataset)
    Path("folder").mkdir()
    before = sorted(path for path in Path().rglob("*"))
    assert main(["lint", *words]) == code
    assert message in capsys.readouterr().err
    assert sorted(path for path in Path().rglob("*")) == before
    assert (dataset / "projects" / "pilot.yaml").read_text(encoding="utf-8").startswith("sorce")


def test_a_format_that_fails_leaves_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """P2: everything is rendered before anything is written, so that a fault leaves nothing half-written."""

    def fail(*_: object, **__: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("talentpart.lint.formats.full.render", fail)
    assert main(["lint", "-f", "json:x", "-f", "full"]) == 130
    assert not Path("x").exists()


def test_what_can_be_mended(dataset: Path, capsys: Read) -> None:
    """A person who reads findings that a machine can mend is told so on standard error; a program is not."""
    (dataset / "projects" / "pilot.yaml").write_text("source:  report\nmobilty: work\n", encoding="utf-8")
    main(["lint"])
    assert capsys.readouterr().err == "--fix mends what is safe to mend, here 2 findings; --diff shows it first\n"
    for words in (["-q"], ["-f", "json"], ["-f", "github"], ["-o", "x.txt"]):
        main(["lint", *words])
        assert capsys.readouterr().err == ""


class Screen(io.StringIO):
    """Standard error that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_progress(monkeypatch: pytest.MonkeyPatch, capsys: Read) -> None:
    """S6: work that takes long shows a sign of life on standard error, takes it away, and only at a terminal."""
    assert main(["lint", "-q"]) == 1
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("talentpart.cli.patience._SECONDS", 0.0)
    for words, expected in (([], "checking the records ...\r                        \r"), (["-q"], "")):
        screen = Screen()
        monkeypatch.setattr(sys, "stderr", screen)
        assert main(["lint", *words]) == 1
        assert screen.getvalue() == expected
    monkeypatch.setattr("talentpart.cli.patience._SECONDS", 60.0)
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    assert main(["lint"]) == 1
    assert screen.getvalue() == ""


def test_a_device(capsys: Read) -> None:
    """What is no file of its own, such as the null device, is written to and not replaced."""
    assert main(["lint", "-f", "json:/dev/null"]) == 1
    assert Path("/dev/null").is_char_device()
    assert capsys.readouterr().out == ""
