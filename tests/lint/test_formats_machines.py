"""The formats for machines: each as one small broken dataset looks in it, valid by what its readers hold it against."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from talentpart import __version__
from talentpart.cli import main
from talentpart.finding import Edit, Finding, Location, Severity
from talentpart.lint import formats
from talentpart.lint.outcome import Outcome
from talentpart.lint.rule import choose
from talentpart.lint.runner import Wanted, lint
from talentpart.page import Origin
from talentpart.values import Day

Golden = Callable[[str, str], None]
AS_OF = Day.parse("2026-11-24")
OFFICIAL = Path(__file__).parents[3] / "shared" / "reference" / "schemas"
OWN = Path(__file__).parent / "schemas"
OUTPUT = Path(__file__).parents[2] / "schemas" / "output"
KEY = '"a|b <b>@all</b> \\e]0;x\\a [link](javascript:x) \u00e9"'
FILES = {
    "dataset.yaml": (
        'title: An invented dataset\nversion: "2026.1"\nday: "2026-11-24"\nlicence: CC-BY-4.0\n'
        "maintainers:\n  - {name: nobody, contact: nowhere}\ncite: An invented dataset\n"
    ),
    "organisations/agency.yaml": "source: report\nnames: [Agency]\nkind: agency\n",
    "sources/report.yaml": (
        'title: A report\nauthority: official\ntype: web-page\nlanguage: en\npublished: "2025-03"\n'
        'retrieved: "2026-01-02"\nread: whole\nmissing:\n  - {field: url, why: not-stated}\n'
    ),
    "projects/bridge.yaml": (
        "source: report\norganisations:\n  - {organisation: agencyy, role: lead}\n"
        "  - {organisation: agencyy, role: partner}  \nfigures:\n  - {measure: trained, value: 9, rank: preferred}\n"
    ),
    "projects/ferry.yaml": (f"source: report\nevents:\n  - {{type: start, date: 2024-05-01}}\n{KEY}: x\n{KEY}: y\n"),
    "projects/My Pilot.yaml": "source: report\n",
}
# Chosen one by one, so that a new rule changes nothing here.
RULES = (
    "ambiguous-scalar", "duplicate-key", "file-name", "preferred-without-because", "unknown-reference", "whitespace",
)  # fmt: skip
NAMES = ("json", "jsonl", "sarif", "junit", "gitlab", "markdown")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the broken dataset into `data` of a new current folder."""
    for name, text in FILES.items():
        file = tmp_path / "data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def broken(folder: Path) -> Outcome:
    """Lint the broken dataset with the chosen rules; what is ambiguous has its mend."""
    assert Path.cwd() == folder
    outcome = lint(Path("data"), "the tests", AS_OF, Wanted(choose(RULES)))
    return replace(outcome, findings=tuple(map(mended, outcome.findings)))


def mended(finding: Finding) -> Finding:
    """Give an ambiguous scalar its quotes, and nothing else a mend, whatever mends the rules know by now."""
    fix = (Edit(finding.location, '"2024-05-01"'),) if finding.rule == "ambiguous-scalar" else ()
    return replace(finding, fix=fix)


def outcome(*findings: Finding, **more: Any) -> Outcome:  # noqa: ANN401 - fields of the outcome, of any type
    """Give an outcome with these findings."""
    origin = Origin("2026.1", "2026-11-24", "0" * 64, "here")
    plain: dict[str, Any] = {"files": 1, "as_of": AS_OF, "origin": origin, "texts": lambda _: "text\n", "titles": {}}
    return Outcome(findings=findings, **(plain | more))


def at(path: str, message: str, place: tuple[int, int, int, int] = (1, 1, 1, 2), **more: Any) -> Finding:  # noqa: ANN401 - fields of the finding
    """Give an error at a place: line, column, end line, end column."""
    return Finding(Location(path, *place), "syntax", Severity.ERROR, message, **more)


def render(name: str, shown: Outcome) -> str:
    """Give an outcome in a format."""
    return formats.load(name)(shown)


def sarif(shown: Outcome) -> Any:  # noqa: ANN401 - JSON
    """Give the one run of an outcome in SARIF."""
    document = json.loads(render("sarif", shown))
    assert (document["version"], len(document["runs"])) == ("2.1.0", 1)
    return document["runs"][0]


def junit(shown: Outcome) -> ET.Element:
    """Give the suites of an outcome in JUnit."""
    return ET.fromstring(render("junit", shown))  # noqa: S314 - we wrote it ourselves, a line above


def official(name: str) -> Path:
    """Give the file of an official schema; skips the test where there is none."""
    path = OFFICIAL / name
    if not path.exists():
        pytest.skip(f"the official schema {name} is not here: it is no part of the project")
    return path


def valid(schema: Path, document: Any) -> None:  # noqa: ANN401 - JSON
    """Hold a document against a JSON schema."""
    from jsonschema.validators import validator_for

    loaded = json.loads(schema.read_text(encoding="utf-8"))
    errors = [f"{each.json_path}: {each.message}" for each in validator_for(loaded)(loaded).iter_errors(document)]
    assert errors == []


@pytest.mark.parametrize("name", NAMES)
def test_golden(name: str, broken: Outcome, golden: Golden) -> None:
    """The broken dataset looks in each format as its golden file does."""
    golden(f"lint/broken.{name}", render(name, broken).replace(f'"version": "{__version__}"', '"version": "0"'))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_found(name: str) -> None:
    """Without a finding each format is as valid as with one."""
    text = render(name, outcome(names={"data/a/b.yaml": "a/b.yaml"}, notes=("a note",)))
    expected = {"jsonl": "", "gitlab": "[]\n", "markdown": "## talentpart lint\n\nno findings in 1 file\n\n- a note\n"}
    assert text == expected.get(name, text)
    if name == "sarif":
        notified = json.loads(text)["runs"][0]["invocations"][0]["toolExecutionNotifications"]
        assert notified == [{"level": "note", "message": {"text": "a note"}}]
    if name == "junit":
        suite = ET.fromstring(text)[0]  # noqa: S314 - we wrote it ourselves
        assert [case.get("name") for case in suite.iter("testcase")] == ["data/a/b.yaml"]
        assert suite.findtext("system-out") == "a note"


def test_json_schemas(broken: Outcome) -> None:
    """JSON is what its schema says, GitLab's report what GitLab's documentation says; the lines of jsonl are items."""
    document = json.loads(render("json", broken))
    valid(OUTPUT / "lint.schema.json", document)
    valid(OWN / "gitlab-code-quality.schema.json", json.loads(render("gitlab", broken)))
    assert [json.loads(each) for each in render("jsonl", broken).splitlines()] == document["items"]
    assert any(item["fix"] for item in document["items"])


def test_sarif_by_the_official_schema(broken: Outcome) -> None:
    """SARIF is valid by the schema of its standard, also where everything is odd."""
    schema = official("sarif-schema-2.1.0.json")
    whole = at("/a b/\u00e9.yaml", "x", (0, 0, 0, 0), fix=(Edit(Location("/a b/\u00e9.yaml"), "new"),))
    for shown in (broken, outcome(), outcome(whole, at("a.yaml", "", (3, 2, 4, 1)))):
        valid(schema, json.loads(render("sarif", shown)))


def test_junit_by_the_official_schema(broken: Outcome) -> None:
    """JUnit is valid by the schema that CI servers took theirs from, also where everything is odd."""
    from xmlschema import XMLSchema

    schema = XMLSchema(official("junit.xsd"))
    odd = outcome(at(" a  b.yaml", "\x00\ud800\uffff<&>\"'\n]]>"), at("", ""), names={"x/y.yaml": "x/y.yaml"})
    for shown in (broken, outcome(), odd):
        schema.validate(render("junit", shown))


def test_sarif_rules(broken: Outcome) -> None:
    """The rules that found something stand there once, with their manual page; each result points to its own."""
    run = sarif(broken)
    rules = run["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == sorted({finding.rule for finding in broken.findings})
    for result, finding in zip(run["results"], broken.findings, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule
        assert result["level"] == finding.severity.value
    quoted = next(each for each in rules if each["id"] == "ambiguous-scalar")
    assert (quoted["name"], quoted["properties"]["family"]) == ("AmbiguousScalar", "form")
    assert quoted["defaultConfiguration"] == {"level": "error"}
    assert quoted["help"]["markdown"].startswith("**What:** ")
    assert all(each["shortDescription"]["text"] and each["fullDescription"]["text"] for each in rules)


def test_junit_tests(broken: Outcome) -> None:
    """An error fails its test, a warning is a skipped one, a file without findings passes; suites count them."""
    suites = junit(broken)
    cases = {case.get("name", ""): case for case in suites.iter("testcase")}
    assert [suite.get("name") for suite in suites] == ["dataset", "organisations", "projects", "sources"]
    assert len(cases["data/dataset.yaml"]) == 0
    failure = cases["data/projects/bridge.yaml: unknown-reference (2)"].find("failure")
    assert failure is not None
    assert failure.attrib == {
        "type": "unknown-reference",
        "message": "'agencyy' is no organisation; did you mean 'agency'?",
    }
    assert (failure.text or "").startswith("data/projects/bridge.yaml:4:20: error: 'agencyy' is no")
    skipped = cases["data/projects/bridge.yaml: whitespace"].find("skipped")
    assert skipped is not None
    assert skipped.get("message") == "warning: blanks stand at the end of the line; take them out [whitespace]"
    for suite in suites:
        counts = {"tests": len(list(suite.iter("testcase"))), "failures": len(list(suite.iter("failure"))),
                  "skipped": len(list(suite.iter("skipped"))), "errors": 0}  # fmt: skip
        assert counts == {name: int(suite.get(name, "")) for name in counts}
    assert len(list(suites.iter("failure"))) + len(list(suites.iter("skipped"))) == len(broken.findings)


def test_junit_strict(broken: Outcome) -> None:
    """With `--strict` a warning fails its test too, as it fails lint."""
    assert list(junit(replace(broken, strict=True)).iter("skipped")) == []


def test_junit_moment() -> None:
    """P9: the moment of the suites is the day as of which lint was run, the last one where that is a month."""
    suites = junit(outcome(at("a.yaml", "x"), as_of=Day.parse("2026-02")))
    assert [suite.get("timestamp") for suite in suites] == ["2026-02-28T00:00:00"]


def test_gitlab(broken: Outcome) -> None:
    """A finding has its line, at least 1, and a fingerprint of its own; errors weigh more than warnings."""
    items = json.loads(render("gitlab", broken))
    assert len({item["fingerprint"] for item in items}) == len(items) == len(broken.findings)
    weights = {(finding.severity.value, item["severity"]) for finding, item in zip(broken.findings, items, strict=True)}
    assert weights == {("error", "major"), ("warning", "minor")}
    named = next(item for item in items if item["check_name"] == "file-name")
    assert named["location"] == {"path": "data/projects/My Pilot.yaml", "lines": {"begin": 1}}
    assert named["description"].endswith(" (rename the file)")


def test_several_at_once(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """One run writes each format to its own place."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")
    words = [
        "-f",
        "github",
        "-f",
        "sarif:lint.sarif",
        "-f",
        "junit:j.xml",
        "-f",
        "markdown:s.md",
        "-f",
        "gitlab:g.json",
    ]
    assert main(["lint", "--data", "data", *words]) == 1
    commands = capsys.readouterr().out.splitlines()
    assert all(each.startswith(("::error ", "::warning ")) for each in commands)
    results = json.loads((folder / "lint.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    suites = ET.fromstring((folder / "j.xml").read_text(encoding="utf-8"))  # noqa: S314 - lint wrote it
    items = json.loads((folder / "g.json").read_text(encoding="utf-8"))
    skipped = len(list(suites.iter("skipped")))
    assert len(commands) == len(results) == len(items) == len(list(suites.iter("failure"))) + skipped
    assert (folder / "s.md").read_text(encoding="utf-8").startswith("## talentpart lint\n\n")


@pytest.mark.parametrize(
    ("suffix", "name"),
    [(".sarif", "sarif"), (".xml", "junit"), (".MD", "markdown"), (".jsonl", "jsonl"), (".json", "json"),
     (".txt", None), ("", None)],
)  # fmt: skip
def test_suffixes(suffix: str, name: str | None) -> None:
    """The suffix of a file says which format it holds; none does where no format claims it."""
    assert formats.belonging(suffix) == name


def test_no_two_formats_claim_a_suffix() -> None:
    """A suffix belongs to one format."""
    modules: list[Mapping[str, object]] = [
        vars(__import__(f"talentpart.lint.formats.{name}", fromlist=["x"])) for name in formats.names()
    ]
    claimed = [each["SUFFIX"] for each in modules if "SUFFIX" in each]
    assert len(set(claimed)) == len(claimed) == 5
