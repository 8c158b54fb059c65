"""`lint -` through the door: a text on standard input stands in for one file, as an editor holds it unsaved."""

import io
import json
import shutil
import sys
from pathlib import Path

import pytest

from talentpart.cli import main

BASE = Path(__file__).parent / "base"
PILOT = "data/projects/pilot.yaml"
BROKEN = "source: report\norganisations: {organisation: agencyy, role: lead}\n"
FINE = "source: report\nmobility: work\n"
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


class Terminal(io.TextIOWrapper):
    """Standard input that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def lint(monkeypatch: pytest.MonkeyPatch, text: str | bytes, *words: str) -> int:
    """Lint with a text on standard input, without the rules that would have more said of so small a record."""
    raw = text.encode() if isinstance(text, str) else text
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
    return main(["lint", *words, "-f", "concise", "--ignore", "slots"])


def test_instead_of_a_file(dataset: Path, monkeypatch: pytest.MonkeyPatch, capsys: Read) -> None:
    """The text counts and not the file; links are checked against the whole, and only that file is reported on."""
    (dataset / "projects" / "pilot.yaml").write_text(FINE, encoding="utf-8")
    (dataset / "projects" / "other.yaml").write_text(BROKEN, encoding="utf-8")
    assert lint(monkeypatch, BROKEN, "-", "--stdin-path", PILOT) == 1
    read = capsys.readouterr()
    assert read.out == (
        "data/projects/pilot.yaml:2:31: error: "
        "'agencyy' is no organisation; did you mean 'agency'? [unknown-reference]\n"
        "\n"
        "1 finding (1 error) in 1 of 1 file. `talentpart rule unknown-reference` explains.\n"
    )
    assert read.err == ""
    assert lint(monkeypatch, FINE, "-", "--stdin-path", PILOT) == 0
    assert (dataset / "projects" / "pilot.yaml").read_text(encoding="utf-8") == FINE


@pytest.mark.parametrize("name", [PILOT, "data/organisations/office.yaml", "data/countries/utopia/partnership.yaml"])
def test_a_file_that_is_not_there_yet(name: str, monkeypatch: pytest.MonkeyPatch, capsys: Read) -> None:
    """A new file may be linted before it is saved for the first time, its folder not being there either."""
    assert lint(monkeypatch, "nmes: [x]\n", "-", "--stdin-path", name) == 1
    assert f"{name}:1:1: error: unknown field 'nmes'; did you mean 'names'?" in capsys.readouterr().out
    assert not Path(name).exists()


def test_links_to_the_text(dataset: Path, monkeypatch: pytest.MonkeyPatch, capsys: Read) -> None:
    """A path may be absolute, and the frame shows the lines of the text that came in."""
    path = str(dataset / "projects" / "pilot.yaml")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"source: reprt\n"), encoding="utf-8"))
    assert main(["lint", "-", "--stdin-path", path, "--select", "links"]) == 1
    assert "\n    1 | source: reprt\n" in capsys.readouterr().out


@pytest.mark.parametrize("raw", [b"", b"\xff", b"a: [\n", b"x" * 300_000, b"- 1\n", b"\x00"])
def test_any_text(raw: bytes, monkeypatch: pytest.MonkeyPatch, capsys: Read) -> None:
    """Whatever comes in, it is one finding on that file."""
    assert lint(monkeypatch, raw, "-", "--stdin-path", PILOT) == 1
    out = capsys.readouterr().out
    assert out.startswith(f"{PILOT}:")
    assert "\n1 finding (1 error) in 1 of 1 file." in out


def test_a_path_that_holds_no_record(monkeypatch: pytest.MonkeyPatch, capsys: Read) -> None:
    """A path where no record may stand is told so."""
    assert lint(monkeypatch, FINE, "-", "--stdin-path", "data/projects/pilot.yml") == 1
    assert "'projects/pilot.yml' is not read, since the names of records end in .yaml" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["-"], "- does not say for which file standard input stands in"),
        (
            ["--stdin-path", PILOT],
            "--stdin-path says for which file standard input stands in, and no - asks to read it",
        ),
        (["-", "data", "--stdin-path", PILOT], "- stands in for one file, and other paths are given beside it"),
        (["-", "--stdin-path", "pilot.yaml"], "pilot.yaml is outside the dataset in "),
        (["-", "--stdin-path", "data"], "data is outside the dataset in "),
        (["-", "--stdin-path", PILOT, "--since", "HEAD"], "--since asks which files have changed, and standard input"),
    ],
)
def test_usage(words: list[str], message: str, monkeypatch: pytest.MonkeyPatch, capsys: Read) -> None:
    """Half of what it takes is a fault of the command line, which is told in one sentence with the right form."""
    assert lint(monkeypatch, FINE, *words) == 2
    err = capsys.readouterr().err
    assert message in err
    assert len(err.splitlines()) == 1


def test_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: Read) -> None:
    """P13: at a terminal nothing is waited for: short usage and exit 2."""
    for command in ("lint", "fmt"):
        monkeypatch.setattr(sys, "stdin", Terminal(io.BytesIO(), encoding="utf-8"))
        assert main([command, "-", "--stdin-path", PILOT]) == 2
        assert capsys.readouterr().err == (
            "error: standard input is a terminal, and a text should come from it; "
            f"write `talentpart {command} - --stdin-path PATH` < FILE\n"
        )


def test_json(monkeypatch: pytest.MonkeyPatch, capsys: Read) -> None:
    """An editor takes the findings as JSON, each with its place and its mend."""
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(b"source:  report\nmobility: work\n"), encoding="utf-8")
    )
    assert main(["lint", "-", "--stdin-path", PILOT, "-f", "json", "--ignore", "slots"]) == 0
    items = json.loads(capsys.readouterr().out)["items"]
    assert [(each["path"], each["line"], each["column"], each["rule"]) for each in items] == [
        (PILOT, 1, 7, "not-canonical")
    ]
    assert items[0]["fix"][0]["text"] == ": "
