"""PEOPLE: what is counted, a row for each measure and what it is limited to; planned, stated and reported apart."""

from collections.abc import Mapping

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Figure
from talentpart.model.records import Instrument, Project, Told
from talentpart.page import Block, Cell, Column, Datum, Row, Section, Sentence, Table
from talentpart.queries.answers import things
from talentpart.queries.paths import match
from talentpart.reports.parts.said import beside, bracketed, count, hedges, reach, shown
from talentpart.reports.parts.words import BASES, capital, silence
from talentpart.tables import as_data

_DURATION = "duration"
Groups = Mapping[tuple[str, ...], Mapping[str, list[Figure]]]


def build(dataset: Dataset, record: Told, label: str = "PEOPLE") -> Section | None:
    """Give the table of a record's figures; a project without any says so, planned and reported apart.

    What is published of an instrument stands side by side, as it was on its day, and is never added or settled.
    """
    groups = _groups(record)
    if not groups:
        if not isinstance(record, Project):
            return None
        planned, reported = (silence(record, f"figures.{basis}") for basis in ("planned", "actual"))
        words = f"Planned: {planned}; reported: {reported}"
        words = f"Planned and reported: {planned}" if planned == reported else words
        return Section("figures", label, (Sentence("none", (f"{words}.",)),))
    people = isinstance(record, Project)
    stated = any("stated" in each for each in groups.values())
    bases = [each for each in BASES if each[0] != "stated" or stated]
    bases = bases if people else [each for each in bases if any(each[0] in found for found in groups.values())]
    columns = (Column("measure", label), *(Column(basis, capital(word)) for basis, word in bases))
    rows = tuple(
        Row((_name(dataset, record, found), *(_cell(dataset, record, found, basis) for basis, _ in bases)))
        for found in _ordered(groups)
    )
    table: Block = Table("figures", columns, rows)
    return Section("figures", label, (table, *_remarks(dataset, groups, stated=stated)), rows=_rows(dataset, record))


def _groups(record: Told) -> Groups:
    """Give the figures by thing and then by basis; things whose every line is set aside are left to DIFFER."""
    groups: dict[tuple[str, ...], dict[str, list[Figure]]] = {}
    for (_, key, basis), lines in things(record, "figures").items():
        figures = [line for line in lines if isinstance(line, Figure) and line.rank != "set-aside"]
        if figures:
            groups.setdefault(key, {})[basis] = figures
    return groups


def _ordered(groups: Groups) -> list[Mapping[str, list[Figure]]]:
    """Put what is part of another figure behind the wholes, each in the order of the record."""
    return sorted(groups.values(), key=lambda found: any(line.of for lines in found.values() for line in lines))


def _first(found: Mapping[str, list[Figure]]) -> Figure:
    return next(iter(found.values()))[0]


def _name(dataset: Dataset, record: Told, found: Mapping[str, list[Figure]]) -> str:
    line = _first(found)
    label = dataset.label("measures", line.measure)
    words = reach(dataset, line)
    if not line.of:
        return f"{label}{bracketed(words)}"
    wholes = [each for _, each in match(record, line.of) if isinstance(each, Figure)]
    whole = dataset.label("measures", wholes[0].measure) if wholes else line.of
    if whole == label and words:
        return f"of those {whole}: {', '.join(words)}"
    return f"of those {whole}: {label}{bracketed(words)}"


def _cell(dataset: Dataset, record: Told, found: Mapping[str, list[Figure]], basis: str) -> Cell:
    lines = found.get(basis)
    if lines and isinstance(record, Instrument):
        return tuple(beside(dataset, "figures", lines, lambda line: _words(dataset, line)))
    if lines:
        return tuple(shown(dataset, record, "figures", lines, lambda line: _words(dataset, line)))
    if basis == "stated" or not isinstance(record, Project):
        return "-"
    measure = _first(found).measure
    return silence(record, f"figures.{basis}", f"figures.{measure}.{basis}", f"figures.{measure}")


def _words(dataset: Dataset, line: Figure) -> str:
    """Give a figure with its hedge and day; beside a share stand its printed words, in place of a duration they do."""
    more = [*hedges(dataset, line), *([f"as of {line.as_of}"] if line.as_of else [])]
    printed = line.as_stated or ""
    if printed and line.measure == _DURATION:
        return f"{printed}{bracketed(more)}"
    quoted = f'"{printed}"' if printed and line.percent is not None else ""
    return f"{count(dataset, line)}{bracketed([quoted, *more])}"


def _remarks(dataset: Dataset, groups: Groups, *, stated: bool) -> tuple[Sentence, ...]:
    """Explain the column of what is only stated, and give the remarks of the record on its figures."""
    texts = dict.fromkeys(["Stated: no word on whether planned or reached."] if stated else [])
    for found in _ordered(groups):
        lines = [line for each in found.values() for line in each]
        values = dict.fromkeys(count(dataset, line) for line in lines)
        for line in lines:
            # Where a thing has several values, a remark names the one that it is on, and one on all of them none.
            every = {each.note for each in lines} == {line.note}
            value = "" if every or len(values) == 1 else f", {count(dataset, line)}"
            label = f"{capital(dataset.label('measures', line.measure))}{bracketed(reach(dataset, line))}{value}"
            texts.update({f"{label}: {line.note}.": None} if line.note else {})
    return (Sentence("remarks", (" ".join(texts),)),) if texts else ()


def _rows(dataset: Dataset, record: Told) -> tuple[Datum, ...]:
    """Give every figure for machines, set-aside ones too."""
    said = as_data(dataset, record).get("figures")
    return tuple(each for each in said if isinstance(each, Mapping)) if isinstance(said, list) else ()
