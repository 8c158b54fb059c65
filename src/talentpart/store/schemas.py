"""Documents held against the schemas of their kinds: every fault at once, at its place, in our own words.

jsonschema-rs decides; jsonschema is the reference in the tests and stands in where the Rust wheel is missing. Both are
sealed: nothing is fetched, and our formats are checked.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from talentpart.finding import Edit, Finding, Location, Severity
from talentpart.store import wording
from talentpart.store.bundle import Schema, bundle, kinds, node_at
from talentpart.store.parse import Document
from talentpart.values import Amount, Day

# Where a fault is, by steps from the top of the record, and the word of the schema that is not kept.
Fault = tuple[tuple[str | int, ...], str]
# The codes of each list, each with what else it is called.
Named = Mapping[str, Mapping[str, Sequence[str]]]
_Snapshot = tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...]
# Of several faults of one value only the first of these is told; the rest follow from it.
_FIRST = ("type", "enum", "format", "pattern", "minimum", "maximum")
_INSIDE = frozenset(("required", "additionalProperties"))
# Faults of form that say nothing of what the value is.
_HARMLESS = frozenset(("whitespace", "not-utf8"))


def check(document: Document, codes: Named) -> list[Finding]:
    """Give what is wrong with a document by the schema of its kind, in the order of their places.

    `codes` gives the codes of each codelist of the dataset with their names; a list that it does not hold is not
    checked. A place that
    already has a finding of form gets none here. A document without data or of no kind has none.
    """
    if document.data is None or not document.kind:
        return []
    checker = checker_of(document.kind, codes)
    return checker.check(document) if checker else []


def checker_of(kind: str, codes: Named) -> "Checker | None":
    """Give what holds documents of a kind against its schema; None where the kind has none."""
    snapshot = tuple(
        (name, tuple((code, tuple(names)) for code, names in each.items())) for name, each in codes.items()
    )
    return _checker(kind, snapshot)


def codes_of(documents: Iterable[Document]) -> dict[str, dict[str, list[str]]]:
    """Give each code of each codelist among some documents with what else it is called, as far as they can be read."""
    found: dict[str, dict[str, list[str]]] = {}
    for document in documents:
        items = (document.data or {}).get("items")
        if document.kind == "codelist" and isinstance(items, list):
            written = [each for each in items if isinstance(each, dict) and isinstance(each.get("code"), str)]
            found[document.id] = {each["code"]: _names(each) for each in written}
    return found


def _names(item: dict[str, object]) -> list[str]:
    """Give the label of a code and its other names."""
    also = item.get("also")
    names = [item.get("label"), *(also if isinstance(also, list) else [also])]
    return [each for each in names if isinstance(each, str)]


@lru_cache(maxsize=64)
def _checker(kind: str, codes: _Snapshot) -> "Checker | None":
    """Keep one checker for each kind and set of codes, since making one costs as much as a hundred checks."""
    if kind not in kinds():
        return None
    named = {name: dict(each) for name, each in codes}
    return Checker(bundle(kind, named), named)


class Checker:
    """One bundled schema, ready to check documents of its kind."""

    __slots__ = ("_faults", "_named", "_valid", "schema")

    def __init__(self, schema: Schema, named: Named) -> None:
        """Compile the schema; `named` has what the codes in it are called besides."""
        self.schema = schema
        self._named = named
        self._valid, self._faults = fast(schema) or slow(schema)

    def check(self, document: Document) -> list[Finding]:
        """Give what is wrong with a document."""
        if self._valid(document.data):
            return []
        told: dict[int, list[int]] = {}
        for one in document.findings:
            if one.rule not in _HARMLESS:
                for place in (one.location, *(each.location for each in one.related)):
                    told.setdefault(place.line, []).append(place.column)
        faults = _worst(self._faults(document.data))
        found = (each for steps, keyword in faults for each in self._findings(document, steps, keyword))
        # What is missing has no place of its own, so it is told beside whatever stands at its parent.
        kept = (each for each in found if each.rule == "missing-field" or not _told(each.location, told))
        return sorted(kept, key=Finding.order)

    def _findings(self, document: Document, steps: tuple[str | int, ...], keyword: str) -> Iterable[Finding]:
        node = node_at(self.schema, steps)
        value = _value_at(document.data, steps)
        if keyword not in _INSIDE:
            if keyword == "enum" and "codelist" in node:
                name = node["codelist"]
                node = {**node, **self.schema["$defs"][f"codes.{name}"], "named": self._named[name]}
            if node.get("format") == "amount":
                node = {**node, "currencies": wording.currencies(document.data)}
            where = document.locate(*steps)
            written = document.written(where) if isinstance(value, int | float) else ""
            rule, message, hint = wording.value(node, keyword, value, _field(steps), written)
            fix = (Edit(where, f'"{written}"'),) if rule == "ambiguous-scalar" else ()
            yield replace(_finding(document, where, rule, message, hint), fix=fix)
            return
        line = self._line(node)
        fields = list(line.get("properties", {}))
        have = value if isinstance(value, dict) else {}
        unknown = {name: wording.nearest(name, fields) for name in have if name not in fields}
        if keyword == "additionalProperties":
            slips = {name: wording.slip(name, fields) for name in unknown}
            meant_by = Counter(slips.values())
            for name, near in unknown.items():
                free = [each for each in near if each not in have]
                rule, message, hint = wording.unknown(name, free, fields)
                where = document.locate(*steps, name, key=True)
                right = slips[name]
                # Two fields cannot both become the one that was meant.
                fix = (Edit(where, right),) if meant_by[right] == 1 and right in free[:1] else ()
                yield replace(_finding(document, where, rule, message, hint), fix=fix)
            return
        meant = {near[0] for near in unknown.values() if near}
        for name in line.get("required", ()):
            if name not in have and name not in meant:
                description = node_at(self.schema, (*steps, name)).get("description", "")
                rule, message, hint = wording.missing(name, _field(steps), description)
                yield _finding(document, document.locate(*steps, key=True), rule, message, hint)

    def _line(self, node: Schema) -> Schema:
        """Give what holds the fields of a node: for a list that of its lines, since one needs no brackets."""
        return node if "properties" in node else node_at(self.schema | {"items": node.get("items", {})}, (0,))


def fast(schema: Schema) -> tuple[Callable[[Any], bool], Callable[[Any], list[Fault]]] | None:
    """Give how jsonschema-rs tells whether data are valid, and what is wrong; nothing where the wheel is missing."""
    try:
        from jsonschema_rs import Draft202012Validator
    except ImportError:  # pragma: no cover - only where there is no wheel for the machine
        return None
    made = Draft202012Validator(schema, formats=_FORMATS, validate_formats=True, offline=True)
    return made.is_valid, lambda data: [
        (tuple(each.instance_path), str(each.schema_path[-1])) for each in made.iter_errors(data)
    ]


def slow(schema: Schema) -> tuple[Callable[[Any], bool], Callable[[Any], list[Fault]]]:
    """Give the same with jsonschema, which is written in Python."""
    from jsonschema import Draft202012Validator, FormatChecker
    from jsonschema.validators import extend
    from referencing import Registry

    checker = FormatChecker(formats=())
    for name, is_fine in _FORMATS.items():
        checker.checks(name)(lambda value, fine=is_fine: not isinstance(value, str) or fine(value))
    strict = extend(  # type: ignore[no-untyped-call]
        Draft202012Validator,
        {"pattern": _pattern},
    )
    made = strict(schema, registry=Registry(), format_checker=checker)
    return made.is_valid, lambda data: [
        (tuple(each.absolute_path), str(each.validator)) for each in made.iter_errors(data)
    ]


def _pattern(_validator: Any, pattern: str, value: Any, _schema: Any) -> Iterable[Any]:  # noqa: ANN401 - jsonschema's own
    """Hold a text to a pattern whose `$` is the end of the text, and not the place before its last line end."""
    import re

    from jsonschema import ValidationError

    if isinstance(value, str) and not re.search(pattern.removesuffix("$") + r"\Z", value):
        yield ValidationError(f"no match for {pattern}")


def _is_day(text: str) -> bool:
    try:
        Day.parse(text)
    except ValueError:
        return False
    return True


def _is_amount(text: str) -> bool:
    try:
        Amount.parse(text)
    except ValueError:
        return False
    return True


_FORMATS: dict[str, Callable[[str], bool]] = {"day": _is_day, "amount": _is_amount}


def _worst(faults: Iterable[Fault]) -> list[Fault]:
    """Give the faults without those that follow from another of the same value."""
    by_place: dict[tuple[str | int, ...], list[str]] = {}
    for steps, keyword in faults:
        by_place.setdefault(steps, []).append(keyword)
    found: list[Fault] = []
    for steps, keywords in by_place.items():
        first = min((each for each in keywords if each not in _INSIDE), key=_rank, default="")
        found += [(steps, first)] if first else [(steps, each) for each in sorted(set(keywords))]
    return found


def _rank(keyword: str) -> int:
    return _FIRST.index(keyword) if keyword in _FIRST else len(_FIRST)


def _field(steps: tuple[str | int, ...]) -> str:
    """Give the name of the field that some steps lead to."""
    return next((step for step in reversed(steps) if isinstance(step, str)), "")


def _value_at(data: object, steps: tuple[str | int, ...]) -> object:
    value: Any = data
    for step in steps:
        value = value[step]
    return value


def _finding(document: Document, where: Location, rule: str, message: str, hint: str) -> Finding:
    return Finding(where, rule, Severity.ERROR, message, hint, record=document.id)


def _told(where: Location, told: dict[int, list[int]]) -> bool:
    """Tell whether a value, on one line or by its first character, is what a finding of form already speaks of."""
    end = where.end_column if where.line == where.end_line else where.column + 1
    return any(where.column <= column < end or column == where.column for column in told.get(where.line, ()))
