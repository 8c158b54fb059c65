"""What gives way on a page that is too long: columns that need more room, then rows and sentences, level by level."""

from collections.abc import Iterable
from dataclasses import replace

from talentpart.page import Block, Facts, Page, Row, Sentence, Table, Timeline, shown


def shortened(page: Page, room: int, level: int) -> tuple[Page, str]:
    """Leave out columns that need more room, and what gives way at this level; say what that was."""
    gone: dict[str, str] = {}
    sections = []
    for section in page.sections:
        kept = [
            each
            for block in section.blocks
            for each in (_kept(block, room, level), _gone(block, level) if isinstance(block, Table) else None)
        ]
        rows = _count(section.blocks) - _count([each for each in kept if each is not None])
        sentences = sum(isinstance(each, Sentence) and 0 < each.give_way <= level for each in section.blocks)
        counted = [_counted(rows, "row"), _counted(sentences, "sentence")]
        if rows or sentences:
            gone[section.label] = " and ".join(each for each in counted if each)
        sections.append(replace(section, blocks=tuple(each for each in kept if each is not None)))
    told = ", ".join(f"{count} of {label}" for label, count in gone.items())
    return replace(page, sections=tuple(each for each in sections if each.blocks)), told


def _kept(block: Block, room: int, level: int) -> Block | None:
    """Give what is left of a block; nothing where all its rows gave way, while a table without rows keeps its head."""
    match block:
        case Sentence():
            return None if 0 < block.give_way <= level else block
        case Facts() | Timeline():
            return block
        case Table():
            rows = [row for row in block.rows if not 0 < row.give_way <= level]
            if block.rows and not rows:
                return None
            at = [
                index
                for index, column in enumerate(block.columns)
                if column.from_width <= room and not (0 < len(rows) < len(block.rows) and _is_empty(rows, index))
            ]
            cells = tuple(Row(tuple(row.cells[index] for index in at), row.give_way) for row in rows)
            return Table(block.id, tuple(block.columns[index] for index in at), cells)


def _is_empty(rows: Iterable[Row], index: int) -> bool:
    """Tell whether the rows that are left say nothing in a column."""
    return all(row.cells[index] in ("", None, ()) for row in rows)


def _gone(block: Table, level: int) -> Sentence | None:
    """Name the rows of a table that gave way, by their first cells, so that nobody takes what is left for all."""
    names = [shown(row.cells[0]) for row in block.rows if 0 < row.give_way <= level and isinstance(row.cells[0], str)]
    return Sentence(f"{block.id}-left-out", (f"Left out here: {', '.join(names)}.",)) if names else None


def _count(blocks: Iterable[Block]) -> int:
    return sum(len(each.rows) for each in blocks if isinstance(each, Table))


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}" if count else ""
