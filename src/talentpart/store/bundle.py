"""The schemas of the records as one self-contained schema for each kind, with the codes of the dataset filled in.

What stands in `schemas/` is written for people: it shares its parts, names a codelist in one word, and says with
`first` which field a bare word stands for. All three are spelt out here, for the validators and for editors.
"""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from talentpart.errors import TalentpartError

Schema = dict[str, Any]
Codes = Mapping[str, Collection[str]]

_PARTS = "parts/lines.schema.json"
_END = ".schema.json"
_CODELIST = re.compile(r'"codelist": "([a-z-]+)"')
# What a bare word takes over from the field that it stands for.
_OF_A_WORD = ("pattern", "patternErrorMessage", "format", "codelist")


def schema_folder() -> Path:
    """Give the folder of the schemas: inside an installed package, else that of the checkout the code lies in."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "schemas", package.parents[1] / "schemas"):
        if (folder / _PARTS).is_file():
            return folder
    message = f"no schemas beside {package}; install talentpart again"
    raise TalentpartError(message)


def kinds() -> tuple[str, ...]:
    """Give the kinds that have a schema, in alphabetical order."""
    return tuple(sorted(path.name.removesuffix(_END) for path in schema_folder().glob(f"*{_END}")))


def codelists() -> frozenset[str]:
    """Give the names of the codelists that some schema names."""
    folder = schema_folder()
    texts = (path.read_text(encoding="utf-8") for path in (folder / _PARTS, *folder.glob(f"*{_END}")))
    return frozenset(name for text in texts for name in _CODELIST.findall(text))


def written(kind: str) -> Schema:
    """Give the schema of a kind as it is written, with its shared parts to be looked up elsewhere."""
    return _json(schema_folder() / f"{kind}{_END}")


def bundle(kind: str, codes: Codes | None = None) -> Schema:
    """Give the schema of a kind with all that it stands on inside, and with the codes of the lists that are given."""
    folder = schema_folder()
    shared: Schema = _json(folder / _PARTS)["$defs"]
    whole: Schema = _local(_json(folder / f"{kind}{_END}"))
    definitions = _used(whole, {**shared, **whole.pop("$defs", {})})
    for each in (*definitions.values(), whole):
        _close(each, definitions)
    definitions = _used(whole, definitions)
    for each in (*definitions.values(), whole):
        _words(each, definitions)
    whole["$defs"] = definitions
    _fill(whole, codes or {})
    return whole


def node_at(whole: Schema, steps: Iterable[str | int]) -> Schema:
    """Give what a bundled schema says of the value at some steps; nothing where it knows no such field.

    There are no unions in the schemas, so there is one answer.
    """
    node = _resolved(whole, whole)
    for step in steps:
        if isinstance(step, str) and "properties" not in node and "items" in node:
            node = _resolved(node["items"], whole)  # One line needs no brackets.
        inner = node.get("properties", {}).get(step) if isinstance(step, str) else node.get("items")
        if inner is None:
            return {}
        node = _resolved(inner, whole)
    return node


def nodes(schema: Schema) -> Iterable[Schema]:
    """Give every schema inside a schema, itself first."""
    yield schema
    for inner in (*schema.get("properties", {}).values(), *schema.get("$defs", {}).values()):
        yield from nodes(inner)
    if "items" in schema:
        yield from nodes(schema["items"])


def _json(path: Path) -> Schema:
    read: Schema = json.loads(path.read_text(encoding="utf-8"))
    return read


def _local(value: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    """Let every reference point inside the schema itself."""
    if isinstance(value, dict):
        return {key: _local(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_local(each) for each in value]
    return value.removeprefix(_PARTS) if isinstance(value, str) and value.startswith(f"{_PARTS}#") else value


def _resolved(node: Schema, whole: Schema) -> Schema:
    """Give a node together with what it refers to; what stands in the node itself counts."""
    reference = node.get("$ref", "")
    if not reference:
        return node
    return {**_resolved(whole["$defs"][_name(reference)], whole), **node}


def _name(reference: str) -> str:
    return reference.removeprefix("#/$defs/")


def _close(node: Schema, definitions: Schema) -> None:
    """Put the fields of what a node stands on into the node, so that it can be closed for all others."""
    if "unevaluatedProperties" in node:
        del node["unevaluatedProperties"]
        node["properties"] = _fields(node, definitions)
        del node["$ref"]
        node["additionalProperties"] = False


def _fields(node: Schema, definitions: Schema) -> Schema:
    base = node.get("$ref")
    own: Schema = node["properties"]
    return {**own, **_fields(definitions[_name(base)], definitions)} if base else own


def _words(node: Schema, definitions: Schema) -> None:
    """Hold a bare word to what the field asks that it stands for: in place of a line, and of a list of lines."""
    for each in nodes(node):
        line = _resolved(each.get("items", {}), {"$defs": definitions}) if "items" in each else each
        if "first" in line and "string" in each.get("type", ()):
            field = _resolved(line["properties"][line["first"]], {"$defs": definitions})
            each.update({key: field[key] for key in _OF_A_WORD if key in field})


def _used(whole: Schema, definitions: Schema) -> Schema:
    """Give those definitions that a schema stands on, straight or through others."""
    found: set[str] = set()
    waiting = [whole]
    while waiting:
        for node in nodes(waiting.pop()):
            name = _name(node.get("$ref", ""))
            if name and name not in found:
                found.add(name)
                waiting.append(definitions[name])
    return {name: definitions[name] for name in sorted(found)}


def _fill(whole: Schema, codes: Codes) -> None:
    """Spell out what the validators do not know: the codes of a list, and that one line needs no brackets."""
    lists: Schema = {}
    for node in list(nodes(whole)):
        conditions = []
        name = node.get("codelist")
        if "array" in node.get("type", ()) and node["type"] != "array":
            node["minItems"] = 1  # Where one value needs no brackets, brackets around none lose what was to be said.
        if "object" in node.get("type", ()) and "array" in node["type"]:
            conditions.append({"if": {"type": "object"}, "then": dict(node["items"])})
        if isinstance(name, str) and name in codes:
            lists[f"codes.{name}"] = {"enum": list(codes[name])}
            here = {"$ref": f"#/$defs/codes.{name}"}
            if node["type"] == "string":
                node.update(here)
            else:
                conditions.append({"if": {"type": "string"}, "then": here})
            if "array" in node["type"] and "items" not in node:
                node["items"] = {"type": "string", "codelist": name, **here}
        elif name is not None and "array" in node["type"] and "items" not in node:
            node["items"] = {"type": "string"}
        if conditions:
            node["allOf"] = conditions
    whole["$defs"].update(lists)
