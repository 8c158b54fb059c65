"""The schemas themselves, and the two engines that hold data to them: sealed, and of one mind."""

import copy
import json
import re
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talentpart.store import bundle, editor, schemas
from talentpart.store.folder import read

ROOT = Path(__file__).parents[2]
SAMPLE = list(read(ROOT / "tests" / "sample"))
CODES = schemas.codes_of(SAMPLE)
MEANINGS = editor.meanings_of(SAMPLE)
WHOLE = {kind: bundle.bundle(kind, CODES) for kind in bundle.kinds()}
FAST = {kind: schemas.fast(whole) for kind, whole in WHOLE.items()}
SLOW = {kind: schemas.slow(whole) for kind, whole in WHOLE.items()}
GOOD = [(document.kind, document.data) for document in SAMPLE if document.kind and document.data]

words = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 200), st.just(1.0), st.floats(-2, 200), st.text(max_size=5),
    st.sampled_from(["ict", "EG", "2024", "2024-13", "EUR 5", "EUR 5\n", "a\nb", "ict\n", "a#b", "planned", "\u0662"]),
)  # fmt: skip
values = st.recursive(
    words, lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(st.text(max_size=3), inner, max_size=2))
)


def places(value: object) -> Iterator[tuple[Any, Any]]:
    """Give each container inside a value with each of its keys."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in list(inner):
        yield value, key
        yield from places(each)


def nodes(value: object) -> Iterator[dict[str, Any]]:
    """Give every object inside some JSON."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(each)


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[str, Any]:
    """Give the data of a sample record with some values exchanged, taken out or put in."""
    kind, data = draw(st.sampled_from(GOOD))
    data = copy.deepcopy(data)
    for _ in range(draw(st.integers(0, 3))):
        found = list(places(data))
        if not found:
            break
        holder, key = draw(st.sampled_from(found))
        if draw(st.booleans()):
            holder[key] = draw(values)
        elif isinstance(holder, dict):
            holder[draw(st.sampled_from(["type", "source", "zebra", "amount", "date"]))] = holder.pop(key)
        else:
            holder.pop(key)
    return kind, data


@settings(max_examples=300, deadline=None)
@given(case=spoilt())
def test_both_engines_are_of_one_mind(case: tuple[str, Any]) -> None:
    """On good, bad and mutated records both say the same of the same places."""
    kind, data = case
    fast, slow = FAST[kind], SLOW[kind]
    assert fast is not None
    assert fast[0](data) == slow[0](data) == (not fast[1](data))
    assert set(fast[1](data)) == set(slow[1](data))


def test_the_sample_and_the_real_records_keep_to_their_schemas() -> None:
    """What the project ships has no finding of its own schemas, under either engine."""
    for root in (ROOT / "tests" / "sample", ROOT / "data"):
        documents = list(read(root))
        codes = schemas.codes_of(documents)
        for document in documents:
            assert (document.path, schemas.check(document, codes)) == (document.path, [])
            assert schemas.slow(bundle.bundle(document.kind, codes))[0](document.data)


@pytest.mark.parametrize("kind", bundle.kinds())
def test_every_schema_is_a_schema_and_closed(kind: str) -> None:
    """J6, J11: by its metaschema, without unions, with every object closed and every field described."""
    whole = WHOLE[kind]
    jsonschema.Draft202012Validator.check_schema(whole)
    jsonschema.Draft202012Validator.check_schema(bundle.written(kind))
    text = json.dumps(whole) + json.dumps(editor.editor(kind, MEANINGS))
    assert "oneOf" not in text
    assert "anyOf" not in text
    for node in nodes(whole):
        if "properties" in node and "$schema" not in node["properties"]:
            assert node["additionalProperties"] is False
            for name, field in node["properties"].items():
                assert re.fullmatch(r"[A-Z][^\n]*[.]", field.get("description", "")), name
    assert re.fullmatch(r"[A-Z][^\n]*[.]", whole["description"])


@pytest.mark.parametrize("kind", bundle.kinds())
def test_no_pattern_takes_long_or_digits_of_other_scripts(kind: str) -> None:
    """J3, S7: every pattern against long near misses; digits are written as [0-9]."""
    patterns = {
        node["pattern"] for node in nodes(editor.editor(kind, MEANINGS)) if isinstance(node.get("pattern"), str)
    }
    for pattern in patterns:
        assert "\\d" not in pattern
        assert "\\w" not in pattern
        compiled = re.compile(pattern)
        start = time.perf_counter()
        for near in (
            "a" * 50_000,
            "a." * 25_000,
            "a-" * 25_000,
            "1" * 50_000,
            "2024-01" * 7_000,
            "http://" + "a" * 50_000,
        ):
            for end in ("", "\n", "@", " ", "\x00"):
                compiled.search(near + end)
        assert time.perf_counter() - start < 10


@pytest.mark.parametrize("engine", [schemas.fast, schemas.slow])
def test_nothing_is_fetched(engine: Any, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN401 - either of two
    """J2: a schema that points elsewhere fails, and no socket is opened for it."""
    opened: list[object] = []
    monkeypatch.setattr(socket, "socket", lambda *args, **_: opened.append(args))
    monkeypatch.setattr(socket, "create_connection", lambda *args, **_: opened.append(args))
    with pytest.raises(Exception, match=r"(?i)unresolvable|retriev|network|offline|not.*present|example"):
        engine({"$ref": "http://example.invalid/x.json"})[0]({"a": 1})
    assert opened == []


@pytest.mark.parametrize("kind", ["day", "amount"])
@pytest.mark.parametrize("engine", [schemas.fast, schemas.slow])
def test_formats_are_checked(engine: Any, kind: str) -> None:  # noqa: ANN401 - either of two
    """J1: a bad day or amount is no good one, not even with a line end behind it."""
    valid = engine({"type": "string", "format": kind})[0]
    good = {"day": "2024-06-11", "amount": "EUR 5.50"}[kind]
    assert valid(good)
    assert not valid(f"{good}\n")
    assert not valid("\u0662\u0660\u0662\u0664")


@pytest.mark.parametrize("engine", [schemas.fast, schemas.slow])
def test_the_end_of_a_pattern_is_the_end_of_the_text(engine: Any) -> None:  # noqa: ANN401 - either of two
    """J3: `$` does not match before a last line end."""
    valid = engine({"type": "string", "pattern": "^[a-z]+$"})[0]
    assert [valid("abc"), valid("abc\n")] == [True, False]


def test_a_schema_for_editors_stands_alone() -> None:
    """It knows the codes and points at no other file."""
    whole = editor.editor("project", {"sectors": {"ict": "ICT"}, "places": {"EG": "Egypt"}})
    references = [node["$ref"] for node in nodes(whole) if isinstance(node.get("$ref"), str)]
    assert references
    assert all(each.removeprefix("#/$defs/") in whole["$defs"] for each in references)
    validator = jsonschema.Draft202012Validator(whole)
    assert validator.is_valid({"sectors": ["ict", {"sector": "ict"}], "corridors": "EG"})
    assert not validator.is_valid({"sectors": "itc"})
    assert not validator.is_valid({"events": {"type": "start", "date": "2024-13"}})
