"""Pages as data: rows keyed by ids, with flat days, amounts as numbers, and the sources of each row."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from talentpart.page import (
    Block,
    Cell,
    Cited,
    Datum,
    Facts,
    Link,
    Part,
    Plain,
    Section,
    Sentence,
    Table,
    Timeline,
    Value,
    shown,
)
from talentpart.values import Amount, Day


def section_rows(section: Section) -> list[Datum]:
    """Give a section for machines: its own rows, else those of tables and timelines, then what else it says."""
    told = (block for block in section.blocks if not (section.rows and isinstance(block, Table | Timeline)))
    return [*section.rows, *(row for block in told for row in block_rows(block))]


def block_rows(block: Block) -> list[Datum]:
    """Give the rows of one block."""
    match block:
        case Table():
            return table_rows(block)
        case Sentence():
            return [sentence_row(block)]
        case Facts():
            return [{"id": each.id, "label": each.label, **cell_data("value", each.value)} for each in block.facts]
        case Timeline():
            return timeline_rows(block)


def table_rows(table: Table) -> list[Datum]:
    """Give each row of a table as an object keyed by column ids."""
    rows: list[Datum] = []
    for row in table.rows:
        found: dict[str, Plain] = {}
        for column, cell in zip(table.columns, row.cells, strict=True):
            found.update(cell_data(column.id, cell))
        rows.append(found)
    return rows


def timeline_rows(timeline: Timeline) -> list[Datum]:
    """Give each stretch and each moment of a timeline as a row, track by track."""
    rows: list[Datum] = []
    for track in timeline.tracks:
        lead: dict[str, Plain] = {"timeline": timeline.id, "track": track.label}
        rows += [
            {
                **lead, "kind": "span", **value_data("start", span.start), "start_planned": span.start_planned,
                **value_data("end", span.end), "end_planned": span.end_planned, "running": span.running,
                "passed": span.passed,
            }
            for span in track.spans
        ]  # fmt: skip
        rows += [
            {**lead, "kind": mark.kind, "name": mark.name, "number": mark.number, "by": mark.by}
            | value_data("date", mark.day)
            for mark in track.marks
        ]
    return rows


def sentence_row(sentence: Sentence) -> Datum:
    """Give a sentence as a row: its text, its named values, and the keys of its footnotes.

    A name that comes again is numbered: `amount`, `amount_2`.
    """
    values: dict[str, Plain] = {}
    times: dict[str, int] = {}
    for part in sentence.parts:
        if isinstance(part, Cited) and part.name:
            times[part.name] = times.get(part.name, 0) + 1
            name = part.name if times[part.name] == 1 else f"{part.name}_{times[part.name]}"
            values.update(value_data(name, part.value))
    return {"id": sentence.id, "text": _text(sentence.parts), "values": values, "sources": _keys(sentence.parts)}


def cell_data(name: str, cell: Cell) -> dict[str, Plain]:
    """Give a cell under its column's id, with what it needs beside it: bounds, currency, words, sources, address."""
    match cell:
        case Cited():
            data = value_data(name, cell.value)
            if cell.text and cell.text != shown(cell.value):
                data[f"{name}_text"] = cell.text
            return {**data, **({f"{name}_sources": _keys((cell,))} if cell.notes else {})}
        case Link(text, url):
            return {name: text, f"{name}_url": url}
        case tuple():
            keys = _keys(cell)
            return {name: _text(cell), **({f"{name}_sources": keys} if keys else {})}
        case None | str() | int() | float() | Day() | Amount():
            return value_data(name, cell)
        case _:
            return {name: list(cell)}


def value_data(name: str, value: Value) -> dict[str, Plain]:
    """Give a value under a name: days with their bounds, amounts with currency and text as written."""
    match value:
        case Day():
            bounds = {f"{name}_earliest": value.earliest, f"{name}_latest": value.latest}
            return {name: value.text, **bounds, f"{name}_precision": value.precision}
        case Amount():
            return {name: number(value.number), f"{name}_currency": value.currency, f"{name}_text": value.written}
        case _:
            return {name: value}


def number(value: Decimal) -> int | float:
    """Give a decimal as a number that JSON and CSV print without loss of what was written."""
    return int(value) if value == value.to_integral_value() else float(value)


def _text(parts: Iterable[Part]) -> str:
    words = []
    for part in parts:
        match part:
            case str():
                words.append(part)
            case Cited():
                words.append(part.words())
            case Link(text, _):
                words.append(text)
    return "".join(words)


def _keys(parts: Sequence[Part]) -> list[str]:
    notes = (note for part in parts if isinstance(part, Cited) for note in part.notes)
    return list(dict.fromkeys(key for note in notes for key in note.keys))
