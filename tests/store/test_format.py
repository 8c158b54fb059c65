"""Canonical form: what is found, what stays, and the laws: the same meaning, the same comments, and once is enough."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talentpart.store import events
from talentpart.store.format import formatted, odd
from talentpart.store.parse import Document, parse

CALM = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
ROOT = Path(__file__).resolve().parents[2]
RECORDS = [file.read_bytes() for file in sorted((ROOT / "tests" / "sample").rglob("*.yaml"))]


def project(text: str | bytes) -> Document:
    """Read a text as the record of a project."""
    document = parse("projects/x.yaml", text.encode() if isinstance(text, str) else text)
    document.kind, document.id = "project", "x"
    return document


def canon(text: str) -> str:
    """Give the canonical form of a project."""
    made = formatted(project(text))
    assert made.stuck == ()
    assert made.dropped == ()
    return made.raw.decode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:   b\n", "a: b\n"),
        ("a: [b,c,  d]\n", "a: [b, c, d]\n"),
        ('a: {"b":1,c:  2}\n', 'a: {"b": 1, c: 2}\n'),
        ("a: [b,\n  c,   # why,  this\n  d]\n", "a: [b,\n  c,   # why,  this\n  d]\n"),
        ("a:   # b:  c,d\n  e:  f\n", "a:   # b:  c,d\n  e: f\n"),
        ("a: [1,2,\n3,4]\n", "a: [1, 2,\n3, 4]\n"),
        ("a:  |\n  b:  c,d\n", "a: |\n  b:  c,d\n"),
        ("a: 'b:  c,d'\n", "a: 'b:  c,d'\n"),
        ("a: b,c  d:e\n", "a: b,c  d:e\n"),
        ("a: b # c:  d,e\n\n#f:  g\n", "a: b # c:  d,e\n\n#f:  g\n"),
        ("a: b\n\n\n", "a: b\n"),
        ("a: |+\n  b\n\n", "a: |+\n  b\n\n"),
        ("a: |\n  b\n\n", "a: |\n  b\n"),
        ("a: |\n  b", "a: |\n  b"),
        ("a: >-\n  b", "a: >-\n  b\n"),
        ("a: b\r\nc: |\r\n  d\r\n", "a: b\nc: |\n  d\n"),
        ("a: b\rc: d\r", "a: b\nc: d\n"),
        ("a:\tb\t# c\n", "a: b # c\n"),
        ("a: b \t \n", "a: b\n"),
        ("a: b\tc\n", "a: b c\n"),
        ("a: 'b\tc  \n  d'\n", "a: 'b\tc  \n  d'\n"),
        ("\ufeffa: b\n", "a: b\n"),
        ("a: 2024-05\nb: NO\non: c\n", 'a: "2024-05"\nb: "NO"\n"on": c\n'),
        ("events: {date: 2024}\n", 'events: {date: "2024"}\n'),
        ("corridors: [XA]\n", 'corridors: ["XA"]\n'),
        ("corridors:\n  - destination: [XB,flanders]\n", 'corridors:\n  - destination: ["XB", flanders]\n'),
        ("names: [EU, UK]\nnotes: EU\n", "names: [EU, UK]\nnotes: EU\n"),
        ("a: { b: c }\n-: [ d ]\n", "a: { b: c }\n-: [ d ]\n"),
    ],
)  # fmt: skip
def test_forms(text: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each text has one canonical form, whichever parser reads it, and that form is its own."""
    for fast in {events.FAST, False}:
        monkeypatch.setattr(events, "FAST", fast)
        assert canon(text) == expected
        assert canon(expected) == expected


def test_the_code_of_a_place() -> None:
    """In the codelist of places the codes of countries are quoted, and their other names are not."""
    document = parse("codelists/places.yaml", b"label: x\nitems:\n  - {code: XA, label: XA, also: [XC]}\n")
    document.kind, document.id = "codelist", "places"
    assert formatted(document).raw == b'label: x\nitems:\n  - {code: "XA", label: XA, also: [XC]}\n'


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        (b"a:  [\n", "syntax"),
        (b"a:  \xff\n", "not-utf8"),
        (b"a:  b\na: c\n", "duplicate-key"),
        (b"a:  {b: one, two}\n", "comma-in-braces"),
        (b"a:  010\n", "ambiguous-scalar"),
        (b"- a:  b\n", "no-record"),
        (b"a:  &b c\n", "anchor"),
    ],
)
def test_what_only_a_person_can_mend(raw: bytes, rule: str) -> None:
    """A file whose form only a person can mend is named with the finding, and is not touched at all."""
    document = project(raw)
    made = formatted(document)
    assert [each.rule for each in made.stuck] == [rule]
    assert made.dropped == ()


def test_many_empty_lines_are_no_work() -> None:
    """Long runs of empty lines, blanks or signs take no longer than their length."""
    for text in (
        "a: b\n" + "\n" * 200_000 + "c: d\n",
        "a: b #" + " " * 200_000 + "x\n",
        "a: [" + "b, " * 900 + "c]\n",
    ):
        assert canon(text) == text


@pytest.mark.parametrize("path", sorted((ROOT / "data").rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_real_data(path: Path) -> None:
    """The records of the dataset are in canonical form."""
    document = parse(path.name, path.read_bytes())
    document.kind, document.id = "project", path.stem
    assert odd(document) == []


BLANKS = st.sampled_from(
    ["", " ", "  ", "\t", " \t", "\n", "\r\n", "\r", "\n\n", " \n", ",", ": ", "#", " # x,y:  z", '"', "'"]
)


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """Give a sample record with blanks, line ends and signs put in, or quotes and blanks taken out."""
    text = draw(st.sampled_from(RECORDS)).decode()
    text = text[: draw(st.integers(40, 600))] if draw(st.booleans()) else text
    for _ in range(draw(st.integers(1, 6))):
        places = [match.end() for match in re.finditer(r"[:,\[\]{}\"\n ]", text)] or [0]
        at = draw(st.sampled_from(places))
        text = text[:at] + draw(BLANKS) + text[at + draw(st.integers(0, 1)) :]
    if draw(st.booleans()):
        text = text.replace('"', "")
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return text.encode()


def bare(text: str) -> str:
    """Give a text without what canonical form may change: quotes, blanks and line ends."""
    return re.sub(r"[\"\s\ufeff]", "", text)


@CALM
@given(spoilt())
def test_laws(raw: bytes) -> None:
    """Canonical form is reached in one go, keeps every sign and comment, and means the same; else nothing is done."""
    document = project(raw)
    made = formatted(document)
    assert made.dropped == ()
    if made.stuck or document.data is None:
        return
    again = project(made.raw)
    assert formatted(again).raw == made.raw
    assert bare(again.text) == bare(document.text)
    assert meaning(again.data) == meaning(document.data)


def meaning(value: object) -> object:
    """Give data as text all through, since a year that was a number is a day in quotes afterwards."""
    if isinstance(value, dict):
        return {key: meaning(each) for key, each in value.items()}
    if isinstance(value, list):
        return [meaning(each) for each in value]
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value
