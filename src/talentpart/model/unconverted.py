"""What msgspec says of data that are no record, in the words of the file: a maintainer knows YAML and its fields."""

import re
from collections.abc import Mapping, Sequence

from talentpart.finding import Finding, Severity
from talentpart.model.widen import Shape, widen
from talentpart.plain import safe
from talentpart.store.parse import Document

_STEP = re.compile(r"\.([a-z_0-9]+)|\[([0-9]+)\]")
_TYPES = {
    "NoneType": "nothing", "array": "a list", "bool": "true or false", "dict": "a group of fields",
    "float": "a number", "int": "a whole number", "list": "a list", "null": "nothing", "object": "a group of fields",
    "str": "text",
}  # fmt: skip
_EXPECTED = re.compile(r"expected `([^`]+)`, got `([^`]+)`", re.IGNORECASE)
_FIELD = re.compile(r"object (missing required|contains unknown) field `([^`]*)`", re.IGNORECASE)
_CHOICE = re.compile(r"invalid (?:enum )?value [`']?(.*?)[`']?", re.IGNORECASE)
_LONG = 40


def unconverted(document: Document, error: str, shape: Shape | None) -> Finding:
    """Turn an error of msgspec, which ends in a path such as `$.events[3].date`, into a finding at that place.

    `shape` is that of the record's kind, by which its short forms were widened; none where there are none.
    """
    origins = widen(document.data or {}, shape)[1] if shape else {}
    message, _, path = error.partition(" - at `$")
    steps = _written(document, [name or int(index) for name, index in _STEP.findall(path)], origins)
    field = next((step for step in reversed(steps) if isinstance(step, str)), "")
    text = _words(message, f" in '{field}'" if field else "")
    return Finding(document.locate(*steps), "wrong-shape", Severity.ERROR, text, record=document.id)


def _words(message: str, where: str) -> str:
    expected, field, choice = (each.fullmatch(message) for each in (_EXPECTED, _FIELD, _CHOICE))
    if expected and (expected[1].removesuffix(" | null"), expected[2]) == ("int", "float"):
        return f"expected a whole number{where}, found one with a point"
    if expected:
        return f"expected {_kinds(expected[1])}{where}, found {_kinds(expected[2])}"
    if field and field[1].startswith("missing"):
        return f"'{field[2]}' is missing{where}"
    if field:
        return f"unknown field '{_short(field[2])}'{where}"
    if choice:
        return f"'{_short(choice[1])}' may not stand{where}"
    return message[:1].lower() + message[1:].replace("`", "'")


def _kinds(types: str) -> str:
    """Give the kinds of values that a type of Python allows; that it may be left out goes without saying."""
    every = types.split(" | ")
    spare = {"null", "int"} if "float" in every else {"null"}  # Any number includes whole ones.
    named = [_TYPES.get(each, "text") for each in every if each not in spare or len(every) == 1]
    return " or ".join(dict.fromkeys(named))


def _short(text: str) -> str:
    return safe(text if len(text) <= _LONG else f"{text[:_LONG]}...")


def _written(document: Document, steps: list[str | int], origins: Mapping[str, Sequence[int]]) -> list[str | int]:
    """Give the steps as far as the file has them: one line needs no brackets, and one may stand for several."""
    taken: list[str | int] = []
    value: object = document.data
    for step in steps:
        if isinstance(value, list) and isinstance(step, int):
            lines = origins.get(str(taken[0]), ()) if len(taken) == 1 else ()
            index = lines[step] if step < len(lines) else step
            if index >= len(value):
                break
            taken.append(index)
            value = value[index]
        elif isinstance(value, dict) and step in value:
            taken.append(step)
            value = value[step]
    return taken
