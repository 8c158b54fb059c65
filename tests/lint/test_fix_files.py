"""`lint --fix` and the files: the diff that writes nothing, files that change meanwhile, modes and links."""

import shutil
from pathlib import Path

import pytest

from talentpart.cli import main as door
from talentpart.lint import fix as fixing
from talentpart.lint.outcome import Outcome
from talentpart.lint.runner import Wanted, lint
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


def test_diff(capsys: Read) -> None:
    """F5: --fix --diff shows the difference and what it leaves, writes nothing, and exits with 1 if there is either."""
    text = "source: report\nmobility:  work\norganisations: {organisation: agencyy, role: lead}\n" + TAIL
    plant(text)
    assert main(["lint", "--fix", "--diff", "-f", "concise"]) == 1
    assert PILOT.read_text(encoding="utf-8") == text
    read = capsys.readouterr()
    assert read.out == (
        "--- a/data/projects/pilot.yaml\n"
        "+++ b/data/projects/pilot.yaml\n"
        "@@ -1,5 +1,5 @@\n"
        " source: report\n"
        "-mobility:  work\n"
        "+mobility: work\n"
        " organisations: {organisation: agencyy, role: lead}\n"
        " notes:\n"
        "   - nothing more\n"
        "data/projects/pilot.yaml:3:31: error: "
        "'agencyy' is no organisation; did you mean 'agency'? [unknown-reference]\n"
        "\n"
        "1 finding (1 error) in 1 of 36 files. `talentpart rule unknown-reference` explains.\n"
    )
    assert read.err == "would mend 1 of 2 findings in 1 file\n"
    plant("source: report\nmobility:  work\n" + TAIL)
    assert main(["lint", "--diff", "-q"]) == 1
    plant("source: report\nmobility: work\n" + TAIL)
    assert main(["lint", "--diff"]) == 0
    assert capsys.readouterr().err == "would mend 0 of 0 findings in 0 files\n"


def test_diff_without_a_line_end(capsys: Read) -> None:
    """A diff says where a file ends without a line end, so that patch programs take it."""
    plant("source: report\nmobility: work\n" + TAIL.rstrip())
    assert main(["lint", "--diff", "-q"]) == 1
    assert "\n\\ No newline at end of file\n+  - nothing more\n" in capsys.readouterr().out


def test_diff_and_a_format_for_programs(capsys: Read) -> None:
    """A diff never runs into JSON: that needs a file of its own."""
    plant("source: report\nmobility:  work\n" + TAIL)
    assert main(["lint", "--diff", "-f", "json"]) == 2
    assert "--diff and json would be written into one another; give it a file, json:FILE" in capsys.readouterr().err
    assert main(["lint", "--diff", "-f", "json:l.json"]) == 1
    assert capsys.readouterr().out.startswith("--- a/data/projects/pilot.yaml\n")
    assert Path("l.json").is_file()


def test_a_file_that_has_changed(monkeypatch: pytest.MonkeyPatch, capsys: Read) -> None:
    """P12: a file that somebody else writes meanwhile is left alone, and what is wrong with it now is shown."""
    plant("source:  report\nmobility: work\n" + TAIL)

    def meanwhile(root: Path, where: str, as_of: Day, wanted: Wanted) -> Outcome:
        if wanted.instead:
            plant("source: report \nmobility: work\n" + TAIL)
        return lint(root, where, as_of, wanted)

    monkeypatch.setattr(fixing, "lint", meanwhile)
    assert main(["lint", "--fix", "-f", "concise"]) == 1
    assert PILOT.read_bytes().startswith(b"source: report \n")
    read = capsys.readouterr()
    assert read.err == (
        "data/projects/pilot.yaml was not written: it has changed since it was read\nmended 0 of 1 finding in 0 files\n"
    )
    assert "data/projects/pilot.yaml:1:15: warning: " in read.out


def test_a_file_that_changed_after_lint(monkeypatch: pytest.MonkeyPatch, capsys: Read) -> None:
    """P12: mends are never put into another text than the one that was linted."""
    plant("source:  report\nmobility: work\n" + TAIL)

    def then(root: Path, where: str, as_of: Day, wanted: Wanted) -> Outcome:
        outcome = lint(root, where, as_of, wanted)
        plant("other text\n")
        return outcome

    monkeypatch.setattr(fixing, "lint", then)
    assert main(["lint", "--fix"]) == 1
    assert PILOT.read_bytes() == b"other text\n"
    assert "data/projects/pilot.yaml was not written: it has changed since it was read\n" in capsys.readouterr().err


def test_mode_and_links(dataset: Path, tmp_path: Path, capsys: Read) -> None:
    """The mode of a file stays; a link inside the dataset is followed, and one that leads out of it is not."""
    text = "source:  report\nmobility: work\n" + TAIL
    plant(text)
    PILOT.chmod(0o640)
    outside = tmp_path / "outside.yaml"
    plant(text, outside)
    (dataset / "projects" / "away.yaml").symlink_to(outside)
    assert main(["lint", "--fix", "--ignore", "claims"]) == 1
    assert PILOT.stat().st_mode & 0o777 == 0o640
    assert PILOT.read_text(encoding="utf-8").startswith("source: report\n")
    assert outside.read_text(encoding="utf-8") == text
    assert "data/projects/away.yaml was not written: it is a link to outside the dataset\n" in capsys.readouterr().err
    assert sorted(path.name for path in (dataset / "projects").iterdir()) == ["away.yaml", "pilot.yaml"]
