"""Tables in plain columns: sized to what they hold, wrapped where the page is narrower."""

from collections.abc import Sequence
from dataclasses import dataclass

from talentpart.render._flow import Line, Segment, Word, cut, loosen, merged, span, wrap

Cells = Sequence[list[Word]]
# Up to this many rows a table is worth the search for the widths that make it shortest.
_FEW = 60
# What stands between cells that share a line.
_APART = "   "


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells under a head, each a list of words; `right` names the columns whose cells stand at their right edge."""

    head: Cells
    rows: Sequence[Cells]
    right: frozenset[int] = frozenset()
    rule: bool = False

    def fits(self, room: int) -> bool:
        """Tell whether the table can be laid out in that many columns of text without breaking a word."""
        columns = list(zip(self.head, *self.rows, strict=True))
        if sum(map(least, columns)) + len(columns) - 1 <= room:
            return True
        loose = [least([_loose(cell) for cell in column]) for column in columns]
        return sum(loose) + len(columns) - 1 <= room

    def stacked(self, room: int) -> list[Line]:
        """Give the rows one below the other: the first cell on a line of its own, the others behind their heads.

        Cells that are short share a line.
        """
        lines = []
        for first, *rest in self.rows:
            lines += wrap([tuple(Segment(text, style or "head") for text, style in word) for word in first], room)
            used = room
            for head, cell in zip(self.head[1:], rest, strict=True):
                name = [*head[:-1], (*head[-1], Segment(":"))] if head else []
                said = wrap([*name, *cell], room - 2) if cell else []
                if len(said) == 1 and used + len(_APART) + span(said[0]) <= room:
                    lines[-1] = merged((*lines[-1], Segment(_APART), *said[0]))
                    used += len(_APART) + span(said[0])
                elif said:
                    lines += [(Segment("  "), *line) for line in said]
                    used = 2 + span(said[0]) if len(said) == 1 else room
        return lines

    def lines(self, room: int) -> list[Line]:
        """Lay the table out in that many columns of text."""
        sizes, rows = _fit((self.head, *self.rows), room)
        spare = max(room - sum(sizes) - len(sizes) + 1, 0)
        gaps = [2 if index < spare else 1 for index in range(len(sizes))]
        laid = [self._row(row, sizes, gaps) for row in rows]
        if self.rule:
            laid.insert(1, self._row([[(Segment("-" * size),)] for size in sizes], sizes, gaps))
        return [line for each in laid for line in each]

    def _row(self, row: Cells, sizes: list[int], gaps: list[int]) -> list[Line]:
        wrapped = [wrap(cell, size) for cell, size in zip(row, sizes, strict=True)]
        lines = []
        for index in range(max(map(len, wrapped), default=1) or 1):
            line: list[Segment] = []
            owed = 0
            for column, (cell, size) in enumerate(zip(wrapped, sizes, strict=True)):
                text = cell[index] if index < len(cell) else ()
                lead = size - span(text) if column in self.right else 0
                if text:
                    line += [Segment(" " * (owed + lead)), *text]
                    owed = size - lead - span(text) + gaps[column]
                else:
                    owed += size + gaps[column]
            lines.append(merged(each for each in line if each.text))
        return lines


def least(cells: Sequence[Sequence[Word]]) -> int:
    """Give the widest word of a column, which is the least width that breaks none."""
    return max((span(word) for cell in cells for word in cell), default=1)


def _fit(rows: Sequence[Cells], room: int) -> tuple[list[int], Sequence[Cells]]:
    """Choose the widths of columns, a space apart; words are broken only where nothing else helps."""
    columns = list(zip(*rows, strict=True))
    whole = [max(map(_natural, column)) for column in columns]
    inner = max(room - len(columns) + 1, len(columns))
    if sum(whole) <= inner:
        return whole, rows
    if sum(map(least, columns)) > inner:
        rows = [[_loose(cell) for cell in row] for row in rows]
        columns = list(zip(*rows, strict=True))
    floors = list(map(least, columns))
    if sum(floors) <= inner:
        short = _shortest(rows, whole, floors, inner) if len(rows) <= _FEW else floors
        return _level(whole, short, inner), rows
    sizes = _level(whole, _level(floors, [1] * len(floors), inner), inner)
    return sizes, [[_cut(cell, size) for cell, size in zip(row, sizes, strict=True)] for row in rows]


def _loose(cell: list[Word]) -> list[Word]:
    return [piece for word in cell for piece in loosen(word)]


def _natural(cell: Sequence[Word]) -> int:
    return sum(map(span, cell)) + max(len(cell) - 1, 0)


def _cut(cell: list[Word], size: int) -> list[Word]:
    return [piece for word in cell for piece in (cut(word, size) if span(word) > size else [word])]


def _shortest(rows: Sequence[Cells], wanted: list[int], floors: list[int], inner: int) -> list[int]:
    """Widen columns from their floors where each column of text saves the most lines of the table."""
    heights = [
        [[_height(row[at], size) for size in range(floor, max(want, floor) + 1)] for row in rows]
        for at, (floor, want) in enumerate(zip(floors, wanted, strict=True))
    ]
    sizes = list(floors)

    def lines(chosen: list[int]) -> int:
        at = [size - floor for size, floor in zip(chosen, floors, strict=True)]
        return sum(max(heights[c][r][at[c]] for c in range(len(at))) for r in range(len(rows)))

    best = lines(sizes)
    while (room := inner - sum(sizes)) > 0:
        steps = [
            ((best - lines([*sizes[:at], size + more, *sizes[at + 1 :]])) / more, -more, at)
            for at, size in enumerate(sizes)
            for more in range(1, min(room, wanted[at] - size) + 1)
        ]
        saved, more, at = max(steps, default=(0.0, 0, 0))
        if saved <= 0:
            break
        sizes[at] -= more
        best = lines(sizes)
    return sizes


def _height(cell: Sequence[Word], size: int) -> int:
    """Give how many lines a cell takes at a width that breaks none of its words."""
    count, used = 0, size
    for word in cell:
        width = span(word)
        if used + 1 + width <= size:
            used += 1 + width
        else:
            count, used = count + 1, width
    return count


def _level(wanted: list[int], floors: list[int], inner: int) -> list[int]:
    """Take width from the widest columns first, until all fit; none goes below its floor."""
    level = min(max(wanted, default=0), inner) + 1
    sizes = wanted
    while sum(sizes) > inner and level > 0:
        level -= 1
        sizes = [max(floor, min(want, level)) for want, floor in zip(wanted, floors, strict=True)]
    for index, want in enumerate(wanted):
        if sizes[index] < want and sum(sizes) < inner:
            sizes = [size + 1 if at == index else size for at, size in enumerate(sizes)]
    return sizes
