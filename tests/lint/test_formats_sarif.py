"""SARIF in detail: places, addresses, links to other places, and mends."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from talentpart.finding import Edit, Finding, Location, Related, Severity
from talentpart.lint import formats
from talentpart.lint.outcome import Outcome
from talentpart.page import Origin
from talentpart.values import Day


def outcome(*findings: Finding, **more: Any) -> Outcome:  # noqa: ANN401 - fields of the outcome, of any type
    """Give an outcome with these findings."""
    origin = Origin("2026.1", "2026-11-24", "0" * 64, "here")
    plain: dict[str, Any] = {
        "files": 1,
        "as_of": Day.parse("2026-11-24"),
        "origin": origin,
        "texts": lambda _: "text\n",
        "titles": {},
    }
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


def test_sarif_places() -> None:
    """E5: columns count code points, ends are exclusive; a file as a whole has no region."""
    run = sarif(
        outcome(at("a.yaml", "x", (2, 3, 4, 5)), at("a.yaml", "x", (0, 0, 0, 0)), at("a.yaml", "x", (7, 0, 0, 0)))
    )
    places = [each["locations"][0]["physicalLocation"] for each in run["results"]]
    assert run["columnKind"] == "unicodeCodePoints"
    assert places[0]["region"] == {"startLine": 2, "startColumn": 3, "endLine": 4, "endColumn": 5}
    assert "region" not in places[1]
    assert places[2]["region"] == {"startLine": 7}


@pytest.mark.parametrize("path", ["data/a b.yaml", "data/50%/\u00e9#?.yaml", "a:b\n::error::.yaml", "../data/x.yaml"])
def test_sarif_addresses(path: str) -> None:
    """E6: a path becomes an address below the folder in which lint ran, with nothing lost and nothing added."""
    run = sarif(outcome(at(path, "x")))
    artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact["uriBaseId"] in run["originalUriBaseIds"]
    assert re.fullmatch(r"[A-Za-z0-9._~%/-]+", artifact["uri"])
    assert unquote(artifact["uri"]) == path


@pytest.mark.skipif("\\" in str(Path("a/b")), reason="there an absolute path begins with a drive")
def test_sarif_absolute_address() -> None:
    """A path that is not below the current folder stands for itself."""
    artifact = sarif(outcome(at("/a b/c.yaml", "x")))["results"][0]["locations"][0]["physicalLocation"]
    assert artifact["artifactLocation"] == {"uri": "file:///a%20b/c.yaml"}


def test_sarif_other_places() -> None:
    """Each other place is linked from the message, without which code scanning would show none."""
    other = Related(Location("b.yaml", 4, 1, 4, 9), "it stands [here] first")
    result = sarif(outcome(at("a.yaml", "twice", hint="keep one", related=(other,))))["results"][0]
    assert result["message"]["text"] == r"twice (keep one); see [it stands \[here\] first](1)"
    assert result["relatedLocations"] == [
        {
            "id": 1,
            "message": {"text": "it stands [here] first"},
            "physicalLocation": {
                "artifactLocation": {"uri": "b.yaml", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 4, "startColumn": 1, "endLine": 4, "endColumn": 9},
            },
        }
    ]


def test_sarif_fixes() -> None:
    """A mend says for each file what goes and what comes, to the letter; an empty stretch takes something in."""
    edits = (
        Edit(Location("b.yaml", 1, 5, 1, 5), "\x1b\n"), Edit(Location("a.yaml", 1, 1, 2, 1), ""),
        Edit(Location("b.yaml"), "all"),
    )  # fmt: skip
    fix = sarif(outcome(at("a.yaml", "x", fix=edits)))["results"][0]["fixes"][0]
    first, second = fix["artifactChanges"]
    assert [first["artifactLocation"]["uri"], second["artifactLocation"]["uri"]] == ["a.yaml", "b.yaml"]
    assert first["replacements"] == [
        {
            "deletedRegion": {"startLine": 1, "startColumn": 1, "endLine": 2, "endColumn": 1},
            "insertedContent": {"text": ""},
        }
    ]
    assert second["replacements"] == [
        {
            "deletedRegion": {"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 5},
            "insertedContent": {"text": "\x1b\n"},
        },
        {"deletedRegion": {"charOffset": 0, "charLength": 5}, "insertedContent": {"text": "all"}},
    ]


def test_sarif_makes_no_links_of_data() -> None:
    """X6: what looks like a link in the data is shown as it is written."""
    result = sarif(outcome(at("a.yaml", "'[x](javascript:y)' is [no] field")))["results"][0]
    assert result["message"]["text"] == r"'\[x](javascript:y)' is [no] field"
