"""What stands in the data, in formats that others read: never markup, never lost, never too much."""

import json
import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentpart.finding import Finding, Location, Related, Severity
from talentpart.lint import formats
from talentpart.lint.outcome import Outcome
from talentpart.page import Origin
from talentpart.values import Day

NAMES = ("json", "jsonl", "sarif", "junit", "gitlab", "markdown")


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


@pytest.mark.parametrize("name", NAMES)
def test_every_finding(name: str) -> None:
    """S5: machines get all findings however many people are shown; Markdown is for people, and counts the rest."""
    text = render(name, outcome(*(at("a.yaml", f"fault {number}") for number in range(1000)), most=3))
    assert len(re.findall(r"fault [0-9]+", text)) >= (3 if name == "markdown" else 1000)
    assert ("and 997 more" in text) == (name == "markdown")


def test_markdown_takes_text_for_text() -> None:
    """X6: nothing in the data is markup, calls a person, points to a change or becomes a picture."""
    evil = "# 1|2\n```<img src=x> [a](b) **c** _d_ $e$ ~f~ @all #12 !3 :sa: &amp; \x1b"
    text = render("markdown", outcome(at(evil, evil, hint="- x"), titles={"syntax": "`a|b`"}, notes=("1. x", "+ y")))
    assert not re.search(r"(?<!\\)[*_$~][cdef]", text.replace("**error**", ""))
    assert "@<!-- -->all \\#<!-- -->12 !<!-- -->3 :<!-- -->sa: &amp;amp; \\x1b".replace("\\x", "\\\\x") in text
    assert "<img" not in text
    assert "| `a\\|b` |" in text
    assert "\\[a\\](b)" in text
    assert "\n  - \\- x\n" in text
    assert text.endswith("- 1\\. x\n- \\+ y\n")
    assert all(line.startswith(("## talentpart", "1 finding", "|", "### \\# 1", "- ", "  - "))
               for line in text.splitlines() if line)  # fmt: skip


def test_markdown_has_an_end() -> None:
    """A summary fits a comment, however many files have findings, unless everything is asked for."""
    many = [at(f"data/projects/{number}.yaml", "x" * 100) for number in range(2000)]
    short, long = (render("markdown", outcome(*many, most=most)) for most in (20, 0))
    assert len(short) < 65_536 < len(long)
    left = 2000 - short.count("### ")
    assert short.endswith(f"\n\n... and {left} files more (`--max-findings 0` shows all)\n")
    assert long.count("### ") == 2000


@given(st.text(), st.text())
def test_any_text(path: str, text: str) -> None:
    """X7: whatever stands in names and messages, each format can be read back, and loses nothing that can be seen."""
    finding = at(path, text, hint=text, related=(Related(Location(path, 1), text),))
    shown = outcome(finding, texts=lambda _: text)
    assert json.loads(render("json", shown))["items"][0]["message"] == text
    assert json.loads(render("jsonl", shown))["path"] == path
    assert json.loads(render("gitlab", shown))[0]["location"]["path"] == path
    assert len(json.loads(render("sarif", shown))["runs"][0]["results"]) == 1
    failure = next(ET.fromstring(render("junit", shown)).iter("failure"))  # noqa: S314 - we wrote it ourselves
    if text.isprintable() and text.isascii():
        assert failure.get("message") == text
    assert render("markdown", shown).startswith("## talentpart lint\n")
    for name in NAMES:
        assert render(name, shown) == render(name, shown)
        assert name == "markdown" or render(name, shown).isascii()
