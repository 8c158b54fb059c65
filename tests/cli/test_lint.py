"""`talentpart lint` through the door: exit codes, formats, files, and a dataset with one planted fault each."""

import json
import shutil
from pathlib import Path

import pytest

from talentpart.cli import main

BASE = Path(__file__).parents[1] / "lint" / "base"
PILOT = "source: report\norganisations:\n  - {organisation: agencyy, role: lead}\n"
ADMITTED = (
    "missing:\n  - {field: [events, money, people.planned, people.actual, corridors, sectors], why: not-stated}\n"
)


@pytest.fixture(autouse=True)
def dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder that holds a clean copy of a small dataset, on one fixed day."""
    shutil.copytree(BASE, tmp_path / "data")
    (tmp_path / "data" / "projects").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")
    monkeypatch.delenv("TALENTPART_DATA", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return tmp_path / "data"


def plant(dataset: Path, text: str = PILOT + ADMITTED, name: str = "projects/pilot.yaml") -> None:
    """Write a file into the dataset."""
    (dataset / name).write_text(text, encoding="utf-8", newline="")


def test_clean(capsys: pytest.CaptureFixture[str]) -> None:
    """A clean dataset exits with 0 and says how many files it is."""
    assert main(["lint", "--strict"]) == 0
    assert capsys.readouterr().out == "no findings in 35 files\n"


def test_an_error(dataset: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An error exits with 1, and is shown with its line, its carets and the nearest right value."""
    plant(dataset)
    assert main(["lint"]) == 1
    assert capsys.readouterr().out == (
        "data/projects/pilot.yaml:3:20: error: "
        "'agencyy' is no organisation; did you mean 'agency'? [unknown-reference]\n"
        "    3 |   - {organisation: agencyy, role: lead}\n"
        "      |                    ^^^^^^^\n"
        "\n"
        "1 finding (1 error) in 1 of 36 files. `talentpart rule unknown-reference` explains.\n"
    )


def test_a_warning(dataset: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A warning exits with 0, and with 1 under --strict; either way it is shown."""
    plant(dataset, PILOT.replace("agencyy", "agency"))
    for words, code in ((["lint"], 0), (["lint", "--strict"], 1)):
        assert main([*words, "-f", "concise"]) == code
        assert "warning: not said, and not under missing: events.start" in capsys.readouterr().out


def test_select_paths_and_ignore(dataset: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rules, families and paths narrow down what is reported."""
    plant(dataset)
    assert main(["lint", "data/sources"]) == 0
    assert main(["lint", "--ignore", "links"]) == 0
    assert main(["lint", "--select", "form", "--select", "claims"]) == 0
    assert main(["lint", "data/projects", "--select", "links"]) == 1
    assert "in 1 of 1 file." in capsys.readouterr().out


def test_statistics(dataset: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--statistics counts, and shows no finding."""
    plant(dataset)
    assert main(["lint", "--statistics"]) == 1
    assert capsys.readouterr().out.splitlines()[0] == (
        "     1  error    unknown-reference  A reference names nothing in the dataset."
    )


def test_formats_into_files(dataset: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Several formats come out of one run, each but one into a file of its own."""
    plant(dataset)
    assert main(["lint", "-f", "github", "-f", "json:lint.json"]) == 1
    assert capsys.readouterr().out.startswith("::error file=data/projects/pilot.yaml,line=3,")
    document = json.loads(Path("lint.json").read_text(encoding="utf-8"))
    assert [item["rule"] for item in document["items"]] == ["unknown-reference"]


def test_output(dataset: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--output takes the answer, and its suffix picks the format."""
    plant(dataset)
    assert main(["lint", "-o", "lint.json"]) == 1
    assert json.loads(Path("lint.json").read_text(encoding="utf-8"))["kind"] == "lint"
    assert main(["lint", "-o", "lint.txt"]) == 1
    assert "^^^^^^^" in Path("lint.txt").read_text(encoding="utf-8")
    assert capsys.readouterr().out == ""


def test_json_is_valid_on_findings(dataset: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """P11: with findings, even of a file that is no YAML, standard output holds one JSON document."""
    plant(dataset, "a: [\n")
    assert main(["lint", "-f", "json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert [(item["path"], item["rule"]) for item in document["items"]] == [("data/projects/pilot.yaml", "syntax")]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["--data", "nowhere"], 3, "no records under nowhere"),
        (["data/nothing.yaml"], 2, "there is no file or folder data/nothing.yaml"),
        (["data/projects"], 2, "data/projects holds no records; --allow-empty takes that for fine"),
        (["--select", "linkz"], 2, "no rule called 'linkz'; did you mean 'links'?"),
        (["-f", "ful"], 2, "lint has no format 'ful'; did you mean 'full'?"),
        (["-f", "full", "-f", "concise"], 2, "full and concise would be written into one another"),
        (["--as-of", "2026-13"], 2, "--as-of is not a day: no month 13"),
    ],
)
def test_failures(words: list[str], code: int, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """E9, P11: what keeps lint from its work is a sentence and an exit code, and JSON where JSON was asked for."""
    assert main(["lint", *words]) == code
    assert message in capsys.readouterr().err
    if "-f" not in words:
        assert main(["lint", *words, "-f", "json"]) == code
        assert message in json.loads(capsys.readouterr().out)["errors"][0]["message"]


def test_allow_empty(capsys: pytest.CaptureFixture[str]) -> None:
    """A path that holds no records is fine when that is said."""
    assert main(["lint", "data/projects", "--allow-empty"]) == 0
    assert capsys.readouterr().out == "no findings in 0 files\n"


def test_max_findings(dataset: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """S5: of many findings of a rule in one file some are shown and the rest counted, and all on demand."""
    lines = "".join(f"  - {{organisation: nobody-{number}, role: lead}}\n" for number in range(50))
    plant(dataset, f"source: report\norganisations:\n{lines}{ADMITTED}")
    assert main(["lint", "--select", "unknown-reference", "-f", "concise"]) == 1
    assert "… and 30 more [unknown-reference] (`--max-findings 0` shows all)" in capsys.readouterr().out
    assert main(["lint", "--select", "unknown-reference", "-f", "concise", "--max-findings", "0"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 52


def test_hostile_names(dataset: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """X1, X3: neither the name of a file nor what stands in it gives orders to CI or to the terminal."""
    try:
        plant(dataset, 'source: "\\e]0;x\\a"\n', "projects/a\n::error::pwned.yaml")
    except OSError:
        pytest.skip("this file system takes no such names")
    for name in ("full", "concise", "github"):
        assert main(["lint", "-f", name]) == 1
        out = capsys.readouterr().out
        assert "\x1b" not in out
        assert "\x07" not in out
        assert not any(line.startswith("::error::pwned") for line in out.splitlines())


def test_ascii(dataset: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """P5: with --ascii everything is spelled in ASCII."""
    plant(dataset, "source: report\nfigures:\n  - {measure: trained, value: néuf}\n")
    assert main(["lint", "--ascii"]) == 1
    out = capsys.readouterr().out
    assert out.isascii()
    assert "found text ('neuf')" in out


@pytest.mark.parametrize(
    ("text", "place", "rule"),
    [
        ("source: report\nmobilty: work\n", "2:1", "unknown-field"),
        ("source: report\nmobility: wrok\n", "2:11", "not-in-codelist"),
        (
            "source: report\nmobility: training # fine\nevents: {type: start, date: 2024-01}\n",
            "3:29",
            "ambiguous-scalar",
        ),
        ("source: report\nmobility: {value: work, note: one, two}\n", "2:36", "comma-in-braces"),
        ("source: report\n  mobility: work\n", "2:11", "syntax"),
        (
            'source: report\nevents:\n  - {type: start, date: "2024"}\n  - {type: end, date: "2023"}\n',
            "4:23",
            "end-before-start",
        ),
        ("source: repor\nmobility: work\n", "1:9", "unknown-reference"),
        ("mobility: work\n", "1:11", "claim-without-source"),
        ("source: report\nmobility: work\nmobility: training\n", "3:1", "duplicate-key"),
        ("source: report\nmoney: {amount: 3 million euro}\n", "2:17", "bad-format"),
    ],
)
def test_one_fault_one_finding(
    dataset: Path, text: str, place: str, rule: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A record broken in a usual way gives one finding, in its place."""
    plant(dataset, text)
    assert main(["lint", "-f", "concise", "--ignore", "said-nor-missing"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"data/projects/pilot.yaml:{place}: error: ")
    assert lines[0].endswith(f" [{rule}]")
    assert lines[1] == ""
