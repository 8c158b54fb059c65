"""The schemas and the record classes say the same: fields, which are required, their choices, their bare words."""

import types
from typing import Any, Literal, Union, get_args, get_origin

import msgspec
import pytest

from talentpart.model.lines import Line
from talentpart.model.records import KINDS, About, Waivers
from talentpart.store import bundle
from talentpart.values import Amount, Day

STRUCTS: dict[str, type[msgspec.Struct]] = {**KINDS, "dataset": About, "waivers": Waivers}


def test_every_kind_has_a_schema_and_a_class() -> None:
    """Neither side knows a kind that the other does not."""
    assert set(bundle.kinds()) == set(STRUCTS)


@pytest.mark.parametrize("kind", sorted(STRUCTS))
def test_schema_and_class_of_a_kind_agree(kind: str) -> None:
    """Walks both at once, into every line and part."""
    whole = bundle.bundle(kind)
    differences = list(differ(STRUCTS[kind], bundle.node_at(whole, ()), whole, kind))
    assert differences == []


def differ(struct: type[msgspec.Struct], node: dict[str, Any], whole: dict[str, Any], where: str) -> list[str]:
    """Give what differs between a struct and its schema."""
    found: list[str] = []
    properties: dict[str, Any] = node.get("properties", {})
    # A record's id comes from its path, so the files do not hold it.
    fields = {
        field.name: field for field in msgspec.structs.fields(struct) if (field.name, where) != ("id", kind_of(struct))
    }
    found += [f"{where}.{name}: only in the class" for name in fields.keys() - properties.keys()]
    found += [f"{where}.{name}: only in the schema" for name in properties.keys() - fields.keys()]
    required = {name for name, field in fields.items() if field.required}
    if required != set(node.get("required", ())):
        found.append(f"{where}: the class requires {sorted(required)}, the schema {sorted(node.get('required', ()))}")
    if issubclass(struct, Line):
        found += bare_word(struct, node, required, where)
    for name, field in fields.items():
        if name in properties:
            inner = resolved(properties[name], whole)
            found += values(field.type, inner, whole, f"{where}.{name}", several=may_be_several(struct, name))
    return found


def kind_of(struct: type[msgspec.Struct]) -> str:
    """Give the kind of a record class, or a blank."""
    return str(getattr(struct, "record_kind", ""))


def may_be_several(struct: type[msgspec.Struct], name: str) -> bool:
    """Tell whether a field may hold a list in the files although the line holds one value: it is said of each."""
    return issubclass(struct, Line) and name in {struct.first, "part", "as_stated"}


def bare_word(struct: type[Line], node: dict[str, Any], required: set[str], where: str) -> list[str]:
    """Hold the field that a bare word stands for to the class, and let it be allowed where it is enough."""
    found = [] if node.get("first") == struct.first else [f"{where}: first is {node.get('first')}, not {struct.first}"]
    enough = required <= {struct.first}
    if enough != ("string" in node["type"]):
        found.append(f"{where}: a bare word is {'' if enough else 'not '}enough, and the schema says otherwise")
    return found


def values(kind: Any, node: dict[str, Any], whole: dict[str, Any], where: str, *, several: bool) -> list[str]:  # noqa: ANN401
    """Hold what a field may hold to its schema."""
    kind = without_none(kind)
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        if isinstance(inner, type) and issubclass(inner, msgspec.Struct):
            line = resolved(node["items"], whole)
            return ([] if "array" in node["type"] else [f"{where}: no list"]) + differ(inner, line, whole, where)
        return [] if set(node["type"]) == {"string", "array"} else [f"{where}: {node['type']} is not text or a list"]
    if get_origin(kind) is Literal:
        choices = set(get_args(kind))
        return [] if choices == set(node.get("enum", ())) else [f"{where}: {node.get('enum')} is not {choices}"]
    name, form = {
        str: ("string", None),
        int: ("integer", None),
        Day: ("string", "day"),
        Amount: ("string", "amount"),
    }.get(kind, ("number", None))
    wanted = {name, "array"} if several else {name}
    told = set(node["type"]) if isinstance(node["type"], list) else {node["type"]}
    found = [] if told == wanted else [f"{where}: {told} is not {wanted}"]
    return found + ([] if node.get("format") == form else [f"{where}: format {node.get('format')} is not {form}"])


def without_none(kind: Any) -> Any:  # noqa: ANN401 - annotations of any kind
    """Give a type without the None of a field that may be left out."""
    if get_origin(kind) in {Union, types.UnionType}:
        kept = tuple(each for each in get_args(kind) if each is not type(None))
        return kept[0] if len(kept) == 1 else Union[kept]  # noqa: UP007 - made while running
    return kind


def resolved(node: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    """Give a node with what it refers to."""
    return bundle.node_at({**whole, "items": node}, (0,))
