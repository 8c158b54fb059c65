"""The data dictionary of a record kind, in Markdown, made of the descriptions in its schema."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from talentpart.plain import safe

Schema = Mapping[str, Any]
# The first of the fields that a line of any list may carry; what stands before it is the list's own.
_SHARED = "source"
_WORDS = {
    "string": "text", "number": "a number", "integer": "a whole number", "boolean": "true or false", "object": "fields",
}  # fmt: skip


def dictionary(kind: str, schema: Schema) -> str:
    """Give a table of the fields of a kind, of the lines of each of its lists, and of what any line may have."""
    named = {name: _line(field, schema) for name, field in schema["properties"].items()}
    for line in [each for each in named.values() if each]:
        named.update({name: inner for name, field in line["properties"].items() if (inner := _line(field, schema))})
    tables: dict[str, tuple[list[str], Schema]] = {}
    shared: Schema = {}
    for name, line in named.items():
        if line:
            own = {field: each for field, each in line["properties"].items() if field in _own(line)}
            if len(own) < len(line["properties"]):
                shared = {field: each for field, each in line["properties"].items() if field not in own} | dict(shared)
            key = line.get("description", "")
            tables.setdefault(key, ([], {**line, "properties": own}))[0].append(name)
    lines = [f"## {kind}", "", schema["description"], "", *_table(schema["properties"], schema)]
    for names, line in tables.values():
        lists = " and ".join(f"`{name}`" for name in names)
        lines += [
            "",
            f"### {kind}: a line of {lists}",
            "",
            line.get("description", ""),
            "",
            *_table(line["properties"], schema, line),
        ]
    if shared:
        lines += ["", f"### {kind}: what any line may have", "", *_table(shared, schema)]
    return "\n".join(lines) + "\n"


def _own(line: Schema) -> set[str]:
    """Give the fields of a line that are its list's own; all of them where it carries no claim."""
    fields = list(line["properties"])
    if "basis" not in fields:
        return set(fields)
    return {*fields[: fields.index(_SHARED)], *line.get("required", ()), line.get("first", "")} - {""}


def _table(fields: Schema, whole: Schema, owner: Schema | None = None) -> Iterator[str]:
    yield "| field | holds | what it is |"
    yield "| --- | --- | --- |"
    required = (owner or whole).get("required", ())
    for name, field in fields.items():
        must = " (always)" if name in required else ""
        cells = (f"`{name}`{must}", _holds(name, field, whole), field.get("description", ""))
        yield f"| {' | '.join(safe(cell).replace('|', '&#124;') for cell in cells)} |"


def _holds(name: str, field: Schema, whole: Schema) -> str:
    """Say in words what may stand in a field."""
    if _line(field, whole):
        return f"lines, see `{name}` below"
    full = _resolved(field, whole)
    kinds = [full["type"]] if isinstance(full.get("type"), str) else list(full.get("type", ()))
    several = "array" in kinds
    inner = {**_resolved(full.get("items", {}), whole), **{key: each for key, each in full.items() if key != "items"}}
    what = _one(inner, [each for each in kinds if each != "array"] or [str(inner.get("type", "string"))])
    return f"{what}, or several" if several else what


def _one(field: Schema, kinds: Iterable[str]) -> str:
    if "codelist" in field:
        return f"a code of `{field['codelist']}`"
    if "enum" in field:
        return f"one of {', '.join(f'`{each}`' for each in field['enum'])}"
    if "format" in field:
        return {"day": "a day", "amount": "an amount"}.get(field["format"], str(field["format"]))
    return " or ".join(_WORDS.get(each, each) for each in kinds)


def _line(field: Schema, whole: Schema) -> Schema:
    """Give the schema of a line or small group of fields, where a field holds such."""
    inner = _resolved(_resolved(field, whole).get("items", {}), whole)
    return inner if "properties" in inner else {}


def _resolved(node: Schema, whole: Schema) -> Schema:
    reference = node.get("$ref", "")
    if not reference:
        return node
    return {**_resolved(whole["$defs"][reference.removeprefix("#/$defs/")], whole), **node}
