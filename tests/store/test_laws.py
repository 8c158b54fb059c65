"""Laws of the store: every path locates on its key, nothing raises, and both parsers are of one mind."""

from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talentpart.finding import Location
from talentpart.plain import safe
from talentpart.store import events, schemas
from talentpart.store.parse import Document, parse

CALM = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SAMPLE = [file.read_text(encoding="utf-8") for file in sorted((Path(__file__).parents[1] / "sample").rglob("*.yaml"))]
KINDS = ("partnership", "roadmap", "project", "instrument", "framework", "organisation", "source", "codelist")

keys = st.text("abcdefg_-\u00e9\u4e2d\U0001f600", min_size=1, max_size=8).filter(lambda key: not key.startswith("-"))
words = st.one_of(st.text("abc :,#'\"\u00e9\u05d0", max_size=12), st.integers(-99, 9999), st.booleans(), st.none())
values = st.recursive(
    words, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3))
)
records = st.dictionaries(keys, values, min_size=1, max_size=5)
odd = st.sampled_from(
    [
        *" \t\n\r:,-?{}[]\"'#&*!|>%@`=~a1\\\u00e9\u3000\xa0\u2028\u200b",
        "---",
        "...",
        "<<",
        ": ",
        "- ",
        "NO",
        "\\u",
        "2024-01",
    ]
)


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """Give a stretch of a sample record with a few characters put in or taken out."""
    text = draw(st.sampled_from(SAMPLE))
    start = draw(st.integers(0, max(0, len(text) - 150)))
    text = text[start : start + draw(st.integers(20, 400))]
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.one_of(odd, st.just(""))) + text[at + draw(st.integers(0, 3)) :]
    return text.encode()


def paths(value: object, steps: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """Give the steps to each value inside a value, and the value."""
    yield steps, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in inner:
        yield from paths(each, (*steps, step))


def plain(text: str) -> object:
    """Give what a word means to another reader of YAML, which wrote it."""
    return yaml.safe_load(text)  # noqa: TID251 - a witness that is not ours


def text_at(document: Document, where: Location) -> str:
    """Give what stands at a place, on one line."""
    line = document.text.split("\n")[where.line - 1]
    return line[where.column - 1 : where.end_column - 1 if where.line == where.end_line else None]


@CALM
@given(record=records, flow=st.sampled_from([None, True, False]), wide=st.booleans())
def test_every_path_locates_on_its_key_and_its_value(
    record: dict[str, object], *, flow: bool | None, wide: bool
) -> None:
    """Whatever the layout, the place of a key reads as the key, and that of a word as the word."""
    text = yaml.safe_dump(
        record, default_flow_style=flow, allow_unicode=True, width=10_000 if wide else 40, sort_keys=False
    )
    document = parse("x.yaml", text.encode())
    assert document.data == record
    for steps, value in paths(record):
        if steps and isinstance(steps[-1], str):
            assert plain(text_at(document, document.locate(*steps, key=True))) == steps[-1]
        where = document.locate(*steps)
        if not isinstance(value, dict | list) and value is not None and where.line == where.end_line:
            assert plain(text_at(document, where)) == value
        assert document.locate(*steps, "no such field") == document.locate(*steps)


@CALM
@given(record=records)
def test_what_json_holds_comes_back_under_both_parsers(record: dict[str, object]) -> None:
    """A record of plain data means the same when it is written as YAML and read again."""
    raw = yaml.safe_dump(record, allow_unicode=True).encode()
    with mock.patch.object(events, "FAST", new=False):
        assert parse("x.yaml", raw).data == record


@CALM
@given(raw=st.binary(max_size=200))
def test_any_bytes_give_findings_and_never_an_exception(raw: bytes) -> None:
    """What cannot be a record says why."""
    document = parse("x.yaml", raw)
    assert document.data is not None or document.findings
    document.locate("a", 0, "b", key=True)


@CALM
@given(raw=spoilt(), kind=st.sampled_from(KINDS))
def test_a_spoilt_record_gives_findings_in_order_inside_the_file(raw: bytes, kind: str) -> None:
    """Whatever is put in or taken out, each finding stands on a line of the file, and the schema has its say."""
    document = parse("x.yaml", raw)
    document.kind = kind
    found = [*document.findings, *schemas.check(document, {"places": {"EG": []}, "sectors": {"ict": []}})]
    lines = document.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for each in found:
        place = each.location
        assert 0 <= place.line <= len(lines)
        assert place.line == 0 or 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert (place.line, place.column) <= (place.end_line, place.end_column)
        assert each.message
        assert each.message[-1] != "."
        assert safe(each.message) == each.message


@pytest.mark.skipif(not events.FAST, reason="PyYAML was built without libyaml here")
@CALM
@given(raw=spoilt())
def test_both_parsers_give_the_same_data_and_findings(raw: bytes) -> None:
    """Y22: libyaml is faster, and nothing else."""
    fast = parse("x.yaml", raw)
    with mock.patch.object(events, "FAST", new=False):
        slow = parse("x.yaml", raw)
    assert (fast.data, fast.findings) == (slow.data, slow.findings)
