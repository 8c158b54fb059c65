"""A briefing in lines: labels in column 1, text from column 12, tables between, and what gives way when it is long."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import ceil
from typing import assert_never

from talentpart.page import Block, Facts, Footnote, Page, Section, Sentence, Table, Timeline, footnotes
from talentpart.render import Options
from talentpart.render._flow import GLUE, Ink, Line, Segment, span, words, wrap
from talentpart.render._grid import Grid
from talentpart.render._shorter import shortened
from talentpart.render._timeline import legend, timeline

WIDTH = 100
_WIDE = 100
_INDENT = 11
# Below this width the text stands under its label instead of beside it.
_NARROW = 40
_LEAST = 20
_LAST_TO_GO = 3
_SOURCES = "SOURCES"


def briefing(page: Page, options: Options) -> list[Line]:
    """Lay a briefing out; when it has more lines than it may, blocks give way, level by level, and a line says so.

    Where no level brings it to one screen, nothing gives way that saves no whole one; only what stands before the
    sources is kept to one where it can be.
    """
    room = max(options.width or WIDTH, _LEAST)
    limit = page.most_lines[room >= _WIDE]
    drafts: list[tuple[tuple[int, bool], Page, str]] = []
    for level in range(_LAST_TO_GO + 1):
        shorter, gone = shortened(page, room, level)
        if drafts and gone == drafts[-1][2]:
            continue
        told = f"Left out, so that the page has at most {limit} lines: {gone}." if gone else ""
        lines = _compose(shorter, options, room, told)
        if not limit or len(lines) <= limit:
            return lines
        drafts.append(((ceil(len(lines) / limit), _before_sources(lines) > limit), shorter, gone))
    _, shorter, gone = min(drafts, key=lambda draft: draft[0])
    told = f"The page has more than the {limit} lines that it should have{f', and leaves out {gone}' if gone else ''}."
    return _compose(shorter, options, room, told)


def _before_sources(lines: Sequence[Line]) -> int:
    """Count the lines that stand before the sources."""
    at = (index for index, line in enumerate(lines) if line and line[0] == Segment(_SOURCES, "label"))
    return next(at, len(lines))


def title(page: Page, ink: Ink, room: int) -> list[Line]:
    """Give the title at the left and the day at the right, on two lines where one does not hold both."""
    name = Segment(ink.clean(page.title), "title")
    day = Segment(ink.clean(f"as of {page.as_of}"))
    between = room - span((name, day))
    if between > 0:
        return [(name, Segment(" " * between), day)]
    return [*wrap(words((name,)), room), (day,)]


def sources(numbers: dict[Footnote, int], ink: Ink, *, short: bool = False) -> tuple[Segment, ...]:
    """Give the footnotes as one run-in paragraph, each number held to the first word of its text.

    A `short` list has the fewest words of each note that no other note there has.
    """
    found: dict[int, Footnote] = {}
    for note, number in numbers.items():
        found.setdefault(number, note)
    texts = Counter(each for note in found.values() for each in set(note.short))
    segments: list[Segment] = []
    for number, note in found.items():
        if segments:
            segments += ink.parts((" · ",))
        segments.append(Segment(f"[{number}{'?' if note.weak else ''}]", "weak" if note.weak else "mark"))
        text = next((each for each in note.short if short and texts[each] == 1), note.text)
        segments.append(Segment(GLUE + ink.clean(text).strip(" ")))
    return tuple(segments)


@dataclass
class Sheet:
    """Lines as they come, with the blank lines between groups."""

    room: int
    ink: Ink
    lines: list[Line] = field(default_factory=list)

    @property
    def indent(self) -> int:
        """Give the column before which the text beside a label does not begin."""
        return _INDENT if self.room >= _NARROW else 2

    def gap(self) -> None:
        """Put one blank line, unless there is one."""
        if self.lines and self.lines[-1]:
            self.lines.append(())

    def labelled(self, label: str, paragraphs: Iterable[Sequence[Segment]]) -> None:
        """Put paragraphs beside a label, each on lines of its own."""
        lines = [line for each in paragraphs for line in wrap(words(each), self.room - self.indent)]
        name = Segment(self.ink.clean(label), "label")
        beside = span((name,)) < self.indent and self.room >= _NARROW
        if not beside:
            self.lines.append((name,))
        for index, line in enumerate(lines):
            lead = (name, Segment(" " * (self.indent - span((name,))))) if index == 0 and beside else ()
            self.lines.append((*(lead or (Segment(" " * self.indent),)), *line))

    def flush(self, blocks: Iterable[Block]) -> None:
        """Put sentences and facts from column 1."""
        for paragraph in paragraphs(blocks, self.ink):
            self.lines += wrap(words(paragraph), self.room)

    def table(self, table: Table, label: str = "") -> None:
        """Put a table between blank lines, under its columns' labels, the first of which may be a section's."""
        self.gap()
        labels = [column.label for column in table.columns]
        if label and labels:
            labels[0] = label
        grid = Grid(
            [words(self.ink.head(each)) for each in labels],
            [[words(self.ink.cell(cell)) for cell in row.cells] for row in table.rows],
            frozenset(index for index, column in enumerate(table.columns) if column.numeric),
        )
        if grid.fits(self.room) or not table.rows:
            self.lines += grid.lines(self.room)
        else:
            self.lines += [*wrap(grid.head[0], self.room), *grid.stacked(self.room)]

    def section(self, section: Section) -> None:
        """Put a section: its text beside its label, a table under it, and what follows a table from column 1.

        What the signs of timelines mean stands beside the label of their section, before anything else.
        """
        label = section.label
        drawn = [block for block in section.blocks if isinstance(block, Timeline)]
        if drawn:
            self.gap()
            self.labelled(label, [legend(drawn, self.ink, self.room)])
            label = ""
        for index, (is_laid, run) in enumerate(groupby(section.blocks, _is_laid)):
            if is_laid:
                self._laid(run, label if index == 0 else "")
            elif index == 0 and label:
                self.labelled(label, paragraphs(run, self.ink))
            else:
                self.flush(run)
        if any(map(_is_laid, section.blocks)):
            self.gap()

    def _laid(self, blocks: Iterable[Block], label: str) -> None:
        for index, block in enumerate(blocks):
            if isinstance(block, Table):
                self.table(block, "" if index else label)
            elif isinstance(block, Timeline):
                self.gap()
                self.lines += timeline(block, self.ink, self.room)


def _is_laid(block: Block) -> bool:
    return isinstance(block, Table | Timeline)


def paragraphs(blocks: Iterable[Block], ink: Ink) -> list[Sequence[Segment]]:
    """Give sentences and facts as paragraphs; a sentence that runs in belongs to the paragraph before it."""
    found: list[Sequence[Segment]] = []
    for block in blocks:
        match block:
            case Sentence() if block.run_in and found:
                found[-1] = (*found[-1], Segment(" "), *ink.parts(block.parts))
            case Sentence():
                found.append(ink.parts(block.parts))
            case Facts():
                found += [(*ink.parts((f"{each.label}: ",)), *ink.cell(each.value)) for each in block.facts]
            case Table() | Timeline():  # pragma: no cover - these are laid out on their own
                continue
            case _:
                assert_never(block)
    return found


def _compose(page: Page, options: Options, room: int, told: str) -> list[Line]:
    blocks = [*page.head, *(block for each in (*page.sections, *page.foot) for block in each.blocks)]
    numbers = footnotes(blocks) if options.sources else {}
    sheet = Sheet(room, Ink(options.ascii, numbers))
    sheet.lines += title(page, sheet.ink, room)
    sheet.flush(page.head)
    sheet.gap()
    for section in page.sections:
        sheet.section(section)
    sheet.gap()
    if numbers:
        sheet.labelled(_SOURCES, [sources(numbers, sheet.ink, short=bool(page.most_lines[room >= _WIDE]))])
    if told:
        sheet.labelled("LENGTH", [(Segment(told),)])
    if page.notes:
        sheet.labelled("NOTES", [(Segment(sheet.ink.clean(note)),) for note in page.notes])
    for section in page.foot:
        sheet.section(section)
    while sheet.lines and not sheet.lines[-1]:
        sheet.lines.pop()
    return sheet.lines
