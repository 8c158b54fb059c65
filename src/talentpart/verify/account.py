"""The results of a check as pages: every value as a row for machines, counts and what was not found for people."""

from collections.abc import Iterable, Sequence

from talentpart.page import Block, Cell, Column, Fact, Facts, Origin, Page, Row, Section, Sentence, Table
from talentpart.values import Day
from talentpart.verify.result import Result, Tally, by_source, tally

COLUMNS = (
    "claim_id", "record", "path", "what", "looked_for", "source", "place", "result", "line", "column",
    "offset", "occurrences", "reason",
)  # fmt: skip
_NUMERIC = frozenset({"line", "column", "offset", "occurrences"})
_SECTIONS = (("not-found", "NOT FOUND"), ("explained", "NOT FOUND, EXPLAINED BY A NOTE"))
_ALL = (*_SECTIONS, ("found", "FOUND"), ("unchecked", "CANNOT BE CHECKED"))
_COUNTS = (
    ("source", "source"), ("claims", "claims"), ("found", "found"), ("not_found", "not found"),
    ("explained", "explained"), ("unchecked", "cannot be checked"), ("share", "found of checkable"),
    ("repeated", "values that recur"),
)  # fmt: skip


def items(results: Iterable[Result], as_of: Day, origin: Origin) -> Page:
    """Give a page of rows, one a value; what people read in the counts stands in its notes."""
    held = list(results)
    columns = tuple(Column(each, each, numeric=each in _NUMERIC) for each in COLUMNS)
    table = Table("verify", columns, tuple(Row(_cells(each)) for each in held))
    section = Section("verify", "verify", (table,))
    return Page("items", "verify", "verify", as_of, origin, (section,), notes=tuple(sentences(held)))


def told(results: Iterable[Result], as_of: Day, origin: Origin, *, every: bool = False) -> Page:
    """Give a page for people: the counts of each source, the values not found, and with `every` all the others."""
    held = list(results)
    sections = [Section("summary", "CLAIMS AND SOURCES", (_summary(held), *_said(held)))]
    for verdict, label in _ALL if every else _SECTIONS:
        chosen = [each for each in held if each.result == verdict]
        if chosen:
            sections.append(Section(verdict, f"{label} ({len(chosen)})", (_listed(verdict, chosen),)))
    return Page("record", "verify", "CLAIMS HELD AGAINST THEIR SOURCES", as_of, origin, tuple(sections))


def sentences(results: Sequence[Result]) -> list[str]:
    """Give the counts over all sources as sentences."""
    whole = tally(results)
    share = f" ({_share(whole)})" if whole.checkable else ""
    counts = f"{whole.found} found{share}, {whole.not_found} not found, {whole.explained} not found with a note"
    told = [f"of {whole.claims} claims {whole.checkable} can be checked: {counts}"]
    if whole.repeated:
        told.append(f"{whole.repeated} of {whole.values} values found recur in their place, which is weak evidence")
    doubtful = sum(each.result == "found" and bool(each.reason) for each in results)
    return [*told, *([f"{doubtful} values are found with a remark; --all shows it"] if doubtful else [])]


def _said(results: Sequence[Result]) -> tuple[Block, ...]:
    return tuple(Sentence("counts", (f"{each[0].upper()}{each[1:]}.",)) for each in sentences(results))


def _summary(results: Sequence[Result]) -> Table:
    tallies = by_source(results)
    columns = tuple(Column(name, label, numeric=name != "source") for name, label in _COUNTS)
    rows = [Row(_counts(each.source or "no source", each)) for each in tallies]
    if len(tallies) > 1:
        rows.append(Row(_counts("all", tally(results))))
    return Table("summary", columns, tuple(rows))


def _counts(name: str, counted: Tally) -> tuple[Cell, ...]:
    return (
        name, counted.claims, counted.found, counted.not_found, counted.explained, counted.unchecked, _share(counted),
        counted.repeated,
    )  # fmt: skip


def _share(counted: Tally) -> str:
    """Give the share found in whole percent, rounded down, so that 100 means all; nothing where none can be checked."""
    return f"{100 * counted.found // counted.checkable} %" if counted.checkable else ""


def _listed(verdict: str, results: Sequence[Result]) -> Facts:
    """Give each value with what was looked for and what came of it, under the path of its claim."""
    return Facts(verdict, tuple(Fact(verdict, each.path, _told(each)) for each in results))


def _told(result: Result) -> str:
    sought = f"{result.what} '{result.looked_for}'" if result.looked_for else result.what
    source = f"{result.source}#{result.place}" if result.place else result.source
    place = _place(result)
    if result.result == "found":
        times = f", {result.occurrences} times" if result.occurrences > 1 else ""
        return f"{sought} in {source} at {place}{times}{_because(result.reason)}"
    lack = "of" if result.result == "unchecked" else "not in"
    return f"{sought} {lack} {source or 'no source'}{_because(result.reason)}{f' ({place})' if place else ''}"


def _because(reason: str) -> str:
    return f": {reason}" if reason else ""


def _place(result: Result) -> str:
    """Give line and column; in a text of one line, the character from 0."""
    if result.offset is None:
        return ""
    return f"line {result.line}:{result.column}" if result.line is not None else f"character {result.offset}"


def _cells(result: Result) -> tuple[Cell, ...]:
    return (
        result.claim_id, result.record, result.path, result.what, result.looked_for or None, result.source or None,
        result.place or None, result.result, result.line, result.column, result.offset, result.occurrences,
        result.reason or None,
    )  # fmt: skip
