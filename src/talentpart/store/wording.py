"""What the findings of the schemas say: the field, what was found, and what may stand there."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from talentpart.plain import safe
from talentpart.store import meant
from talentpart.values import Amount, Day

Words = tuple[str, str, str]
_TYPES = {
    "string": "text",
    "array": "a list",
    "object": "a group of fields",
    "number": "a number",
    "integer": "a whole number",
}
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_AMOUNT = re.compile(r"[A-Z]{3} [0-9]+(?:\.[0-9]+)?")
_CURRENCY = "write an ISO 4217 code, a space and the plain number"
_FEW = 12
_EMPTY = "leave the field out, or say under missing why it is"
_LONG = 40


def value(node: dict[str, Any], keyword: str, found: object, field: str, written: str = "") -> Words:
    """Give rule, sentence and hint for a value that does not keep a word of its schema.

    `written` is how a number or a boolean stands in the file, where it is one: `3.10` is another text than `3.1`.
    """
    if keyword == "type":
        return _type(node, found, field, written or str(found).lower())
    if keyword == "enum":
        return _choice(node, found, field)
    if keyword == "format":
        return _format(node, str(found), field)
    if keyword in {"pattern", "minItems"}:
        return _pattern(node, found if isinstance(found, str) else "", field, is_list=isinstance(found, list))
    if keyword in {"minimum", "maximum"}:
        side = "at least" if keyword == "minimum" else "at most"
        return "out-of-range", f"'{field}' is {written or found}, and must be {side} {node[keyword]}", ""
    return "wrong-shape", f"'{field}' does not keep to its schema ({keyword})", ""


def unknown(name: str, near: Sequence[str], fields: Sequence[str]) -> Words:
    """Give rule, sentence and hint for a field that the schema does not know."""
    if near:
        return "unknown-field", f"unknown field '{_short(name)}'; did you mean '{near[0]}'?", ""
    return "unknown-field", f"unknown field '{_short(name)}'", f"the fields here are {', '.join(sorted(fields))}"


def missing(name: str, field: str, description: str) -> Words:
    """Give rule, sentence and hint for a field that must stand there and does not."""
    where = f" in '{field}'" if field else ""
    return "missing-field", f"'{name}' is missing{where} ({_clause(description)})", f"add '{name}'"


def currencies(data: object) -> list[str]:
    """Give the currencies of the amounts that a record has in its money and figures, each once."""
    lists = [data.get(name) for name in ("money", "figures")] if isinstance(data, dict) else []
    lines = [line for each in lists for line in (each if isinstance(each, list) else [each])]
    values = [line.get("amount") if isinstance(line, dict) else line for line in lines]
    words = [word for each in values for word in (each if isinstance(each, list) else [each])]
    found = (word[:3] for word in words if isinstance(word, str) and _AMOUNT.fullmatch(word))
    return list(dict.fromkeys(found))


def nearest(word: str, among: Iterable[str]) -> list[str]:
    """Give the three words that are most like one, the nearest first."""
    from difflib import get_close_matches

    return get_close_matches(word, sorted(among), n=3, cutoff=0.6) if len(word) <= _LONG else []


def slip(word: str, among: Iterable[str]) -> str:
    """Give the one word that is a single slip of the hand away: a letter more, less, other, or two changed about.

    Blank where there is none, or more than one.
    """
    near = [each for each in among if _one_slip(word, each)]
    return near[0] if len(near) == 1 else ""


def _one_slip(one: str, other: str) -> bool:
    if one == other:
        return False
    pairs = enumerate(zip(one, other, strict=False))
    at = next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))
    left, right = one[at:], other[at:]
    return left[1:] in {right, right[1:]} or left == right[1:] or left[1::-1] + left[2:] == right


def _type(node: dict[str, Any], found: object, field: str, written: str) -> Words:
    kinds = node["type"] if isinstance(node["type"], list) else [node["type"]]
    if node.get("format") == "day" and isinstance(found, int) and not isinstance(found, bool):
        return "ambiguous-scalar", f"{written} is a number to YAML readers: quote it", f'write "{written}"'
    scalar = isinstance(found, bool | int | float)
    if scalar and node.get("format") == "amount":
        if not isinstance(found, bool) and _PLAIN.fullmatch(written):
            return _no_currency(node, field, written)
        message = f"expected an amount in '{field}', found {_seen(found, written)}"
        return "wrong-type", message, "a currency, a space and plain digits, such as EUR 1496448.50"
    if scalar and "string" in kinds:
        message = f"expected text in '{field}', found {_seen(found, written)}; quote it"
        return "wrong-type", message, f'write "{written}"'
    hint = "take the field out, or write what belongs there" if found is None else ""
    if isinstance(found, str) and kinds[0] in {"number", "integer"}:
        hint = _number(found)
    if kinds == ["array"] and found is not None:
        hint = "begin each item with '- ', or put the items in [ ]"
    wanted = _or([_TYPES[each] for each in kinds])
    return "wrong-type", f"expected {wanted} in '{field}', found {_seen(found, written)}", hint


def _number(found: str) -> str:
    """Say how to write the number that a text is about, where it is about one."""
    number = meant.number(found)
    if not number:
        return ""
    if number == found:
        return f"take the quotation marks off: {number}"
    rest = " and what else is said under bound, as_stated or note" if any(map(str.isalpha, found)) else ""
    return f"write {number}{',' if rest else ''}{rest}"


def _no_currency(node: dict[str, Any], field: str, written: str) -> Words:
    """Say that an amount has no currency; where its file knows but one, that is the nearest right value."""
    known = node.get("currencies", ())
    meant = f"write {known[0]} {written}, as elsewhere in this file" if len(known) == 1 else _CURRENCY
    return "no-currency", f"{_short(written)} in '{field}' has no currency; {meant}", ""


def _choice(node: dict[str, Any], found: object, field: str) -> Words:
    codes = [str(each) for each in node["enum"]]
    codelist = node.get("codelist")
    # A code is also meant by what it is called: `Spain` is ES.
    called = {name.casefold(): code for code, names in node.get("named", {}).items() for name in names}
    called |= {code.casefold(): code for code in codes}
    word = str(found).casefold()
    near = [called[word]] if word in called else list(dict.fromkeys(called[each] for each in nearest(word, called)))
    of = f"code of the list {codelist}" if codelist else f"word for '{field}'"
    message = f"'{_short(str(found))}' is no {of}"
    if near:
        quoted = [f"'{each}'" for each in near]
        message = f"{message}; did you mean {_or(quoted)}?"
    if len(codes) <= _FEW:
        return "not-in-codelist", message, f"it is one of {', '.join(codes)}"
    return "not-in-codelist", message, f"codelists/{codelist}.yaml lists all {len(codes)}"


def _format(node: dict[str, Any], found: str, field: str) -> Words:
    if node["format"] == "amount" and _PLAIN.fullmatch(found):
        return _no_currency(node, field, found)
    try:
        Day.parse(found) if node["format"] == "day" else Amount.parse(found)
    except ValueError as error:
        near = f'"{day}"' if (day := meant.day(found)) else ""
        near = near if node["format"] == "day" else meant.amount(found)
        return "bad-format", str(error), f"write {near}" if near else ""
    return "bad-format", f"'{_short(found)}' is not written as {node['format']}", ""


def _pattern(node: dict[str, Any], found: str, field: str, *, is_list: bool) -> Words:
    for character in found:
        if character < " " or "\x7f" <= character <= "\x9f" or character in "\u2028\u2029":
            message = f"U+{ord(character):04X} stands in '{field}', which is text on one line"
            hint = "write one line, or fold it with >-" if character == "\n" else "take it out"
            return "invisible-character", message, hint
    if not found:
        return "bad-format", f"'{field}' is {'an empty list' if is_list else 'empty'}", _EMPTY
    why = node.get("patternErrorMessage", "it is not written as it should be")
    return "bad-format", f"'{_short(found)}' does not do in '{field}': {why}", ""


def _seen(found: object, written: str) -> str:
    if found is None:
        return "nothing"
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, int | float):
        return f"a number ({written})"
    if isinstance(found, str):
        return f"text ('{_short(found)}')"
    return "a list" if isinstance(found, list) else "a group of fields"


def _or(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _short(text: str) -> str:
    return safe(text if len(text) <= _LONG else f"{text[:_LONG]}...")


def _clause(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".")
