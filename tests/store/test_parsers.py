"""Y22: texts that libyaml and the pure parser read differently, where the pure one has the last word."""

import pytest

from talentpart.finding import Finding
from talentpart.store import events, schemas
from talentpart.store.parse import parse

FAR = "- {x: y}\n" * 3_000


def told(text: str, monkeypatch: pytest.MonkeyPatch, *, fast: bool) -> tuple[object, list[Finding]]:
    """Give data and findings of a text under one of the parsers."""
    monkeypatch.setattr(events, "FAST", fast)
    document = parse("projects/x.yaml", text.encode())
    document.kind = "project"
    return document.data, document.findings + schemas.check(document, {"places": ["EG"]})


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
