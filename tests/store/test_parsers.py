"""Y22: texts that libyaml and the pure parser read differently, where the pure one has the last word."""

from pathlib import Path

import pytest

from talentpart.finding import Finding
from talentpart.lint import rule
from talentpart.store import events, schemas
from talentpart.store.parse import parse

FAR = "- {x: y}\n" * 3_000


def told(text: str, monkeypatch: pytest.MonkeyPatch, *, fast: bool) -> tuple[object, list[Finding]]:
    """Give data and findings of a text under one of the parsers."""
    monkeypatch.setattr(events, "FAST", fast)
    document = parse("projects/x.yaml", text.encode())
    document.kind = "project"
    return document.data, document.findings + schemas.check(document, {"places": {"EG": []}})


@pytest.mark.skipif(not events.FAST, reason="PyYAML was built without libyaml here")
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("events:\n  - {? }\n", id="no-key"),
        pytest.param("events:\n  - {? : note}\n", id="no-key-but-a-value"),
        pytest.param("a: [who?, what? now]\n", id="question-mark-in-brackets"),
        pytest.param("a: &x [b\r\nc? d]\n", id="fault-behind-an-anchor"),
        pytest.param('a: &x |#c\n  "b"\n', id="fault-right-behind-an-anchor"),
        pytest.param("a: {b: # a remark\n  , c: d}\n", id="nothing-before-a-remark"),
        pytest.param("a: {b#c\xa0d? 'e'}\n", id="odd-blank-beside-a-question-mark"),
        pytest.param(">#c\n  a\xa0b\n", id="odd-blank-behind-a-fault"),
        pytest.param('a: "\\ud800"\n', id="Y19"),
        pytest.param("a: *b*\n", id="alias-to-nothing"),
        pytest.param("a: !e!x y\n", id="tag-without-a-handle"),
        pytest.param("a: \ufeffb\n", id="byte-order-mark-inside"),
        pytest.param("%YAML 1.1\n---\na: no\n", id="directive"),
        pytest.param(f"a:\n{FAR}b: 'c\n", id="fault-at-the-end"),
    ],
)
def test_both_parsers_say_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same data, and the same findings at the same places, in the same words."""
    assert told(text, monkeypatch, fast=True) == told(text, monkeypatch, fast=False)


def test_nothing_before_a_remark_is_no_comma(monkeypatch: pytest.MonkeyPatch) -> None:
    """A field with a colon and a remark holds nothing; no comma has cut it from another."""
    data, findings = told("kind: {value: # to come\n  , note: x}\n", monkeypatch, fast=events.FAST)
    assert data == {"kind": {"value": None, "note": "x"}}
    assert [(each.rule, each.location.line) for each in findings] == [("wrong-type", 1)]


def test_without_libyaml_everything_is_read_by_the_pure_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML was built without libyaml nothing asks for it."""
    monkeypatch.setattr(events, "CParser", None)
    assert told("kind: pilot\n", monkeypatch, fast=False) == ({"kind": "pilot"}, [])


def corpus() -> dict[str, bytes]:
    """Give every input of the project by its name: real and invented records, and the examples of all rules."""
    root = Path(__file__).parents[2]
    found: dict[str, bytes] = {}
    for folder in ("data", "tests/sample", "tests/lint/base"):
        for file in sorted((root / folder).rglob("*.yaml")):
            found[file.relative_to(root).as_posix()] = file.read_bytes()
    for name in rule.names():
        one = rule.load(name)
        for number, files in enumerate([each.files for each in one.bad] + [each.files for each in one.good]):
            for path, text in files.items():
                found[f"{name}-{number}:{path}"] = text if isinstance(text, bytes) else text.encode()
    return found


@pytest.mark.skipif(not events.FAST, reason="PyYAML was built without libyaml here")
def test_every_input_reads_alike_with_and_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """Y22: data, findings and places of every file and example of the project are the same under both parsers."""
    inputs = corpus()
    assert len(inputs) > 300
    for name, raw in inputs.items():
        told = []
        for fast in (True, False):
            monkeypatch.setattr(events, "FAST", fast)
            document = parse(name, raw)
            places = {steps: (place.key, place.value) for steps, place in document.places.values.items()}
            told.append((name, document.data, document.findings, places, document.places.repeated))
        assert told[0] == told[1]
