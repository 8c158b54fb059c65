"""Rows of one kind and single records in lines: what `query`, `search` and `show` print for people."""

from talentpart.page import Block, Facts, Page, Sentence, Table, Timeline, footnotes
from talentpart.render import Options
from talentpart.render._briefing import WIDTH, Sheet, sources, title
from talentpart.render._flow import Ink, Line, Segment, merged, words, wrap
from talentpart.render._grid import Grid, least
from talentpart.render._timeline import timeline

# No column of a table at a terminal is squeezed below this width; the last columns are left out instead, saying so.
_SQUEEZED = 12
_STEP = "  "


def items(page: Page, options: Options) -> list[Line]:
    """Lay the one table of a page out: whole where no width is given, else in so many columns of text."""
    blocks = [block for section in page.sections for block in section.blocks]
    ink = Ink(options.ascii, footnotes(blocks) if options.sources else {})
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Table):
            lines += _whole(block, ink) if options.width is None else _fitted(block, ink, options.width)
        else:
            lines += _block(block, ink, options.width or WIDTH)
    if ink.numbers:
        lines += [
            (),
            *wrap(words((Segment("SOURCES ", "label"), *sources(dict(ink.numbers), ink))), options.width or WIDTH),
        ]
    return lines


def _whole(table: Table, ink: Ink) -> list[Line]:
    """Print a table neither cut nor wrapped."""
    from tabulate import tabulate

    head = [ink.clean(column.id) for column in table.columns]
    rows = [["".join(text for text, _ in merged(ink.cell(cell))) for cell in row.cells] for row in table.rows]
    sides = ["right" if column.numeric else "left" for column in table.columns]
    text = tabulate(rows, head, tablefmt="simple", disable_numparse=True, colalign=sides if rows else None)
    return [(Segment(line.rstrip(" "), "" if index else "head"),) for index, line in enumerate(text.split("\n"))]


def _fitted(table: Table, ink: Ink, room: int) -> list[Line]:
    """Print the columns that the width can hold, with wrapped cells; name those that it cannot, and the empty ones."""
    head = [words(ink.head(column.id)) for column in table.columns]
    rows = [[words(ink.cell(cell)) for cell in row.cells] for row in table.rows]
    full = [index for index in range(len(head)) if not rows or any(row[index] for row in rows)]
    shown, used = 0, -1
    for index in full:
        used += 1 + max(least([head[index]]), min(least([row[index] for row in rows]), _SQUEEZED))
        if used > room and shown:
            break
        shown += 1
    at = full[:shown]
    right = frozenset(place for place, index in enumerate(at) if table.columns[index].numeric)
    lines = Grid([head[index] for index in at], [[row[index] for index in at] for row in rows], right, rule=True).lines(
        room
    )
    narrow = _named(table, ink, full[shown:], "Too narrow for")
    empty = _named(table, ink, [index for index in range(len(head)) if index not in full], "Empty in all rows:")
    told = [wrap(words((Segment(text),)), room) for text in (narrow, empty) if text]
    return [*lines, *([()] if told else []), *(line for each in told for line in each)]


def _named(table: Table, ink: Ink, columns: list[int], lead: str) -> str:
    names = ", ".join(ink.clean(table.columns[index].id) for index in columns)
    return f"{lead} {names}." if names else ""


def record(page: Page, options: Options) -> list[Line]:
    """Lay a record out: a title, then its sections with a fact a line."""
    room = options.width or WIDTH
    blocks: list[Block] = [*page.head, *(block for each in (*page.sections, *page.foot) for block in each.blocks)]
    numbers = footnotes(blocks) if options.sources else {}
    sheet = Sheet(room, Ink(options.ascii, numbers))
    sheet.lines += title(page, sheet.ink, room)
    sheet.flush(page.head)
    for section in page.sections:
        sheet.gap()
        sheet.lines.append((Segment(sheet.ink.clean(section.label), "label"),))
        for block in section.blocks:
            sheet.lines += _block(block, sheet.ink, room, _STEP)
    sheet.gap()
    if numbers:
        sheet.labelled("SOURCES", [sources(numbers, sheet.ink)])
    if page.notes:
        sheet.labelled("NOTES", [(Segment(sheet.ink.clean(note)),) for note in page.notes])
    for section in page.foot:
        sheet.section(section)
    return sheet.lines


def _block(block: Block, ink: Ink, room: int, indent: str = "") -> list[Line]:
    lead = (Segment(indent),) if indent else ()
    inner = room - len(indent)
    match block:
        case Sentence():
            return _hanging(wrap(words(ink.parts(block.parts)), inner - len(_STEP)), lead)
        case Table():
            head = [words(ink.head(column.label or column.id)) for column in block.columns]
            right = frozenset(index for index, column in enumerate(block.columns) if column.numeric)
            grid = Grid(head, [[words(ink.cell(cell)) for cell in row.cells] for row in block.rows], right)
            return [(*lead, *line) for line in grid.lines(inner)]
        case Facts():
            lines = []
            for fact in block.facts:
                text = (Segment(f"{ink.clean(fact.label)}:", "fact"), Segment(" "), *ink.cell(fact.value))
                lines += _hanging(wrap(words(text), inner - len(_STEP)), lead)
            return lines
        case Timeline():
            return [(*lead, *line) for line in timeline(block, ink, inner)]


def _hanging(lines: list[Line], lead: Line) -> list[Line]:
    return [(*lead, *(() if index == 0 else (Segment(_STEP),)), *line) for index, line in enumerate(lines)]
