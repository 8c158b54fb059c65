"""The schemas for editors: `schemas/editor/`, one self-contained schema for each kind, made of the bundled ones.

Editors know neither codelists nor our formats, so both are spelt out. What the YAML language server shows is filled in:
what each code means, on hover and in the list of choices; an example as a record writes it; quotes around the values
that records quote. No `anyOf`: where none of its branches fits, an editor guesses which was meant.
"""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from talentpart.store.bundle import Schema, bundle, kinds, nodes
from talentpart.store.folder import read
from talentpart.store.parse import Document

# The codes of each list, and what each of them means.
Meanings = Mapping[str, Mapping[str, str]]

_DAY = "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-H[12]|-Q[1-4])?"
_FORMATS = {
    "day": (
        f"^{_DAY}(/{_DAY})?$",
        'a day is "2023", "2023-06", "2023-06-08", "2024-H2", "2024-Q3" or two of them with /',
    ),
    "amount": ("^[A-Z]{3} [0-9]+([.][0-9]+)?$", "an amount is a currency, one blank and plain digits: EUR 1496448.50"),
}
# What stands in braces without quotes: our examples hold nothing worse, and two capitals alone are a country.
_PLAIN = re.compile("[A-Z]{3,}[A-Za-z0-9 .]*|[A-Za-z]*[a-z][A-Za-z0-9 ;.()/'#-]*|https?://[^ ,]+")
_QUOTED = "places"  # Records quote the codes of this list, as they quote days: unquoted, NO is false to many readers.


def write_editor(root: Path) -> None:
    """Write `schemas/editor/` of a checkout anew, with the codes of its `data/`."""
    folder = root / "schemas" / "editor"
    folder.mkdir(exist_ok=True)
    for name, text in editor_files(root / "data").items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def editor_files(data: Path) -> dict[str, str]:
    """Give the text of each schema for editors by the name of its file, with the codes of a dataset."""
    codes = meanings_of(read(data, only=("codelist",)))
    return {
        f"{kind}.schema.json": json.dumps(editor(kind, codes), indent=1, ensure_ascii=False) + "\n" for kind in kinds()
    }


def meanings_of(documents: Iterable[Document]) -> dict[str, dict[str, str]]:
    """Give each code of each codelist among some documents with what it means, as far as they can be read."""
    found: dict[str, dict[str, str]] = {}
    for document in documents:
        items = (document.data or {}).get("items")
        if document.kind == "codelist" and isinstance(items, list):
            written = [each for each in items if isinstance(each, dict) and isinstance(each.get("code"), str)]
            found[document.id] = {each["code"]: _meaning(each) for each in written}
    return found


def editor(kind: str, codes: Meanings) -> Schema:
    """Give the schema of a kind for editors; a codelist that `codes` does not hold allows any word."""
    whole = bundle(kind, codes)
    definitions: Schema = whole["$defs"]
    for name, meanings in codes.items():
        if f"codes.{name}" in definitions:
            definitions[f"codes.{name}"].update(type="string", enumDescriptions=list(meanings.values()))
    every = list(nodes(whole))
    for node in every:
        for name, field in node.get("properties", {}).items():
            _example(name, field, definitions)
    for definition in definitions.values():
        definition.pop("examples", None)
    for node in every:
        name = node.pop("codelist", None)
        if name in codes and "object" not in node["type"]:
            _choose(node, name, definitions, codes[name])
        if node.get("type") == ["string", "array"] and "items" in node:
            # Beside `items`, the language server would open a list where one word is meant.
            node["allOf"] = [*node.get("allOf", ()), {"if": {"type": "array"}, "then": {"items": node.pop("items")}}]
        node.pop("first", None)
        form = node.pop("format", None)
        if form is not None:
            node["pattern"], node["patternErrorMessage"] = _FORMATS[form]
    return whole


def _meaning(item: Mapping[str, object]) -> str:
    """Say what a code means: its label where that is more than the code, and its definition."""
    label, definition = str(item.get("label") or ""), str(item.get("definition") or "")
    if label.lower() == str(item["code"]).replace("-", " ").lower() and definition:
        return definition
    return ": ".join(each for each in (label, definition) if each)


def _example(name: str, field: Schema, definitions: Schema) -> None:
    """Show the example of a field as records write it; an editor would insert it unasked, and without its quotes."""
    line = definitions.get(_name(field.get("items", {})), {})
    examples = field.pop("examples", ()) or (line.get("examples", ()) if "properties" in line else ())
    if not examples or "markdownDescription" in field:
        return
    target = definitions.get(_name(field), {})
    day = (target | field).get("format") == "day"
    if day or target.get("codelist") == _QUOTED:
        # The language server heeds what is added to a field only where the field stands on no other.
        del field["$ref"]
        field.update(target | field)
    if day:
        field["defaultSnippets"] = [{"label": "in quotes", "body": '"$1"'}]
    if "properties" in line:
        written = f"{name}:" + "".join(f"\n  - {_flow(each)}" for each in examples)
    else:
        written = f"{name}: {_quote(examples[0]) if day or field.get('codelist') == _QUOTED else _flow(examples[0])}"
    field["markdownDescription"] = f"{field['description']}\n\n```yaml\n{written}\n```"


def _name(node: Schema) -> str:
    """Give the name of the definition that a node stands on."""
    reference: str = node.get("$ref", "")
    return reference.removeprefix("#/$defs/")


def _quote(value: object) -> str:
    """Write a value in quotes."""
    return json.dumps(value, ensure_ascii=False)


def _flow(value: object) -> str:
    """Write a value on one line, with those words in quotes that records quote."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
    return value if isinstance(value, str) and _PLAIN.fullmatch(value) else _quote(value)


def _choose(node: Schema, name: str, definitions: Schema, meanings: Mapping[str, str]) -> None:
    """Offer the codes of a list: those that are quoted in quotes, and all where a list of them may stand too."""
    if node["type"] == "string" and name != _QUOTED:
        del node["type"]  # It stands in the list; beside a reference the language server would overlook it.
        return
    choices = f"choices.{name}"
    mark = '"' if name == _QUOTED else ""
    definitions[choices] = {
        "defaultSnippets": [
            {"label": code, "description": meaning, "body": f"{mark}{code}{mark}"} for code, meaning in meanings.items()
        ]
    }
    if node["type"] == "string":
        node["allOf"] = [{"if": {"type": "string"}, "then": {"$ref": node.pop("$ref")}}]
    node["allOf"] = [*node["allOf"], {"$ref": f"#/$defs/{choices}"}]
