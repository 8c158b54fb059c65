"""The X rows through the door: nothing that stands in a record gives orders to a terminal, CI, a sheet or a browser."""

import csv
import io
import json
import os
import re
import shutil
import xml.etree.ElementTree as ET  # the project writes this file itself, and reads it back
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from talentpart.lint.formats import names
from talentpart.plain import unseen
from talentpart.render import names as answers
from talentpart.tables import table_names

Dataset = Callable[[Mapping[str, str | bytes]], Path]
Run = Callable[..., tuple[int, str, str]]
SAMPLE = Path(__file__).parents[1] / "sample"
# In a file they are escapes of YAML, in the record they are the characters themselves.
EVIL = (
    "\\e]0;pwned\\a \\e[2J \\x9b31m \\x7f \\r\\n::error file=app.py::pwned\\n##[error]pwned \\u202E \\u200B "
    "\\e]52;c;eA==\\a [/red][link=http://a]x[/link] :sa: | `x` <script>alert(1)</script> %0A =1+1 \\e]8;;file:///etc/passwd\\e\\\\x"
)
QUESTIONS = (
    ("show", "bridge"), ("show", "union-page-2024"), ("report", "bridge"), ("report", "aurelia"),
    ("report", "overview"), ("report", "funding"), ("query", "projects"), ("query", "names"), ("query", "sources"),
)  # fmt: skip
# A page of several tables is not one table.
ASKED = [
    (words, name)
    for words in QUESTIONS
    for name in sorted(answers())
    if words[0] == "query" or name not in {"csv", "tsv"}
]


@pytest.fixture
def evil(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the invented dataset with a text that tries to act in names, notes, printed words and addresses."""
    root = tmp_path / "data"
    shutil.copytree(SAMPLE, root)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748736000")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, old, new in (
        ("projects/bridge.yaml", "  - Building Routes into Decent Growing Employment", f'  - "{EVIL}"'),
        ("projects/bridge.yaml", "notes: A note with a <tag> and a | bar.", f'notes: "{EVIL}"'),
        ("projects/bridge.yaml", "as_stated: metal trades", f'as_stated: "{EVIL}"'),
        ("projects/bridge.yaml", "because: a slip of the pen", f'because: "{EVIL}"'),
        ("sources/union-page-2024.yaml", "title: Partnerships", f'title: "{EVIL}"'),
        ("sources/union-page-2024.yaml", "https://union.example/partnerships", '"javascript:alert(document.cookie)"'),
        ("sources/agency-report-2024.yaml", "publisher: ", f'publisher: "{EVIL}" # '),
    ):
        file = root / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return root


@pytest.mark.usefixtures("evil")
@pytest.mark.parametrize(("words", "name"), ASKED)
def test_no_answer_acts(words: tuple[str, ...], name: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """X1, X3, X4, X6, X8: no control, no order to CI, no markup, no link to anything but the web, in any format."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    code, out, err = run(*words, "--data", "data", "-f", name)
    assert code == 0
    for text in (out, err):
        bare = re.sub(r"\x1b\[[0-9;]*m", "", text) if name == "terminal" else text
        bare = bare.replace("\t", " ") if name == "tsv" else bare
        assert not [sign for sign in bare if sign != "\n" and unseen(sign)]
        assert not [line for line in bare.splitlines() if line.lstrip().startswith("::")]
        assert "##[" not in text or name in {"json", "jsonl"}
    assert "\x1b]" not in out
    if name == "markdown":
        assert "<script>" not in out
        assert "](javascript:" not in out
        assert "](http://a" not in out
    if name in {"text", "terminal"} and words in {("show", "bridge"), ("query", "names")}:
        assert "[/red][link=http://a]x[/link] :sa:" in out
    if name == "json":
        assert json.loads(out)


def test_no_cell_is_a_formula_and_every_row_stays_a_row(evil: Path, run: Run) -> None:
    """X5, X6: in CSV a text that a sheet would run is quoted, in every table, and numbers are left alone."""
    text = (evil / "projects/bridge.yaml").read_text(encoding="utf-8")
    (evil / "projects/bridge.yaml").write_text(
        text.replace("as_stated: the other half", "as_stated: '=HYPERLINK(\"http://a\")'"), encoding="utf-8"
    )
    seen = 0
    for table in table_names():
        code, out, _ = run("query", table, "--data", "data", "-f", "csv")
        assert code == 0
        found = list(csv.reader(io.StringIO(out)))
        assert {len(row) for row in found} == {len(found[0])}
        cells = [cell for row in found for cell in row]
        assert not [cell for cell in cells if re.match(r"[ ]*[=+@\t\r]|-[^0-9]", cell)]
        seen += sum(cell.startswith("'=HYPERLINK") for cell in cells)
    assert seen


@pytest.mark.parametrize("name", names())
def test_no_finding_acts(name: str, dataset: Dataset, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """X1, X3, X4, X7: keys, values and references that try to act are findings, and act in no format."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    dataset(
        {
            "projects/key.yaml": f'source: report\n"{EVIL}": x\n',
            "projects/value.yaml": f'source: report\nkind: "{EVIL}"\n',
            "projects/source.yaml": f'source: "{EVIL}"\n',
            "projects/link.yaml": f'source: report\norganisations: {{organisation: "{EVIL}", role: lead}}\n',
            "projects/day.yaml": f'source: report\nevents: {{type: start, date: "{EVIL}"}}\n',
            "projects/money.yaml": f'source: report\nmoney: "{EVIL}"\n',
            "projects/twice.yaml": f'"{EVIL}": x\n"{EVIL}": y\n',
            "waivers.yaml": f'items:\n  - {{rule: "{EVIL}", path: "{EVIL}", because: "{EVIL}", until: "2027"}}\n',
        }
    )
    code, out, err = run("lint", "--data", "data", "-f", name, "--max-findings", "0", "-q")
    assert (code, err) == (1, "")
    bare = re.sub(r"\x1b\[[0-9;]*m", "", out) if name in {"full", "concise", "statistics"} else out
    assert not [sign for sign in bare if sign != "\n" and unseen(sign)]
    orders = [line for line in bare.splitlines() if line.lstrip().startswith("::")]
    assert len(orders) == (len(bare.splitlines()) if name == "github" else 0)
    assert not [line for line in orders if line.startswith("::error file=app.py")]
    if name in {"json", "sarif", "gitlab"}:
        assert json.loads(out)
    if name == "jsonl":
        assert all(json.loads(line)["rule"] for line in out.splitlines())
    if name == "junit":
        assert list(ET.fromstring(out).iter("failure"))  # noqa: S314 - it was written a line above
    if name == "markdown":
        assert "<script>" not in out


def test_what_looks_like_a_program_is_never_run(dataset: Dataset, run: Run) -> None:
    """X2: a file that is a program in some language is text, and no record."""
    program = '({}).constructor.constructor("return process.exit(9)")()\n'
    dataset(
        {"projects/x.yaml": program, "projects/y.yaml": "__import__('os').abort()\n", "projects/z.yaml": "${7*7}\n"}
    )
    code, out, _ = run("lint", "--data", "data", "-f", "concise")
    assert code == 1
    assert out.count("file holds no record; a record starts with the name of a field [no-record]") == 3
    assert "49" not in out


def test_a_question_is_bounded(dataset: Dataset, run: Run) -> None:
    """X10: a condition of ten million characters, or one that nests deep, is refused in a sentence."""
    dataset({})
    for condition in ("1=" + "1" * 10_000_000, "(" * 100_000 + "1" + ")" * 100_000, "readfile('/etc/passwd') > ''"):
        code, out, err = run("query", "money", "--data", "data", "--where", condition)
        assert (code, out) == (2, "")
        assert err.startswith("error: ")
        assert len(err) < 1_000


@pytest.mark.skipif(os.name == "nt", reason="on Windows links need rights")
@pytest.mark.parametrize("words", [("query", "sources", "-f", "json"), ("lint", "-f", "json")])
def test_an_output_that_leads_into_the_dataset_is_refused(words: tuple[str, ...], dataset: Dataset, run: Run) -> None:
    """X11: a link is followed before it is judged; a folder is not written into; what is there is replaced whole."""
    root = dataset({})
    record = root / "sources" / "report.yaml"
    before = record.read_bytes()
    Path("link.json").symlink_to(record)
    Path("folder").symlink_to(root, target_is_directory=True)
    for target in ("link.json", "folder/answer.json", "data/sources/report.yaml", "data/../data/new.json"):
        code, out, err = run(*words, "--data", "data", "-o", target)
        assert (target, code, out) == (target, 2, "")
        assert "lies inside the dataset" in err
    Path("answers").mkdir()
    assert run(*words, "--data", "data", "-o", "answers")[0] == 3
    Path("old.json").write_text("old", encoding="utf-8")
    assert run(*words, "--data", "data", "-o", "old.json")[0] == 0
    assert json.loads(Path("old.json").read_text(encoding="utf-8"))
    assert record.read_bytes() == before
    assert sorted(each.name for each in Path().iterdir()) == ["answers", "data", "folder", "link.json", "old.json"]
