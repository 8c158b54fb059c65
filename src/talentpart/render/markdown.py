"""Markdown that pastes well: headings, lists, real tables, footnotes as `[1]` with a list of sources below."""

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from talentpart.page import (
    Block,
    Cell,
    Cited,
    Facts,
    Footnote,
    Link,
    Page,
    Part,
    Section,
    Sentence,
    Span,
    Table,
    Timeline,
    footnotes,
    shown,
)
from talentpart.plain import ascii_only, safe
from talentpart.render import Options

_ESCAPED = re.compile(r"[\\`*_\[\]|~$]|&(?=#?\w+;)")
# What begins a heading, list, rule or the definition of a link where a line begins with it.
_OPENING = re.compile(r"^(?:(?=[-+=](?:[ =-]|$)|#|\[[0-9]+\??\]:)|([0-9]{1,9})(?=[.)](?: |$)))")
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\\|`\"']+", re.IGNORECASE)


def render(page: Page, options: Options) -> str:
    """Give the whole page; nothing gives way, since a pasted page has no last line."""
    return "\n".join(_Writer(page, options).lines()) + "\n"


class _Writer:
    """Turns the blocks of one page into lines, with one numbering of footnotes."""

    def __init__(self, page: Page, options: Options) -> None:
        self.page = page
        self.ascii = options.ascii
        sections = (*page.sections, *page.foot)
        blocks: list[Block] = [*page.head, *(block for section in sections for block in section.blocks)]
        self.numbers: dict[Footnote, int] = footnotes(blocks) if options.sources else {}

    def lines(self) -> Iterator[str]:
        """Give the lines of the page."""
        page = self.page
        match page.shape:
            case "items":
                chunks = [
                    self.table(block, ids=True)
                    for each in page.sections
                    for block in each.blocks
                    if isinstance(block, Table)
                ]
            case "briefing" | "record":
                chunks = [[f"# {self.text(page.title)}"], [f"as of {page.as_of}"]]
                chunks += [[self.opening(each.parts)] for each in page.head]
                chunks += [chunk for section in page.sections for chunk in self.section(section)]
            case _:
                assert_never(page.shape)
        if self.numbers:
            chunks += [["## SOURCES"], list(self.sources())]
        if page.notes and page.shape != "items":
            chunks += [["## NOTES"], [f"- {self.opening((note,))}" for note in page.notes]]
        chunks += [chunk for section in page.foot for chunk in self.section(section)]
        for index, chunk in enumerate(each for each in chunks if each):
            if index:
                yield ""
            yield from chunk

    def section(self, section: Section) -> Iterator[list[str]]:
        """Give a section as chunks between blank lines: a heading, lists, tables."""
        yield [f"## {self.text(section.label)}"]
        points: list[str] = []
        for block in section.blocks:
            match block:
                case Sentence() if block.run_in and points:
                    points[-1] += f" {self.parts(block.parts)}"
                case Sentence():
                    points.append(f"- {self.opening(block.parts)}")
                case Facts():
                    points += [f"- **{self.text(each.label)}**: {self.cell(each.value)}" for each in block.facts]
                case Table():
                    yield points
                    points = []
                    yield self.table(block)
                case Timeline():
                    yield points
                    points = []
                    yield [f"### {self.text(block.label)}"]
                    yield self.timeline(block)
                case _:
                    assert_never(block)
        yield points

    def timeline(self, timeline: Timeline) -> list[str]:
        """Give a timeline as a list: of each track what lasts and what happens, in words."""
        points = []
        for track in timeline.tracks:
            told = [_lasting(span) for span in track.spans]
            told += [f"{'by ' if mark.by else ''}{mark.day.text} {mark.name}" for mark in track.marks]
            points.append(f"- **{self.text(track.label)}**: {self.text('; '.join(told))}")
        return points

    def table(self, table: Table, *, ids: bool = False) -> list[str]:
        """Give a table; its columns bear their ids or their labels."""
        head = [self.text(column.id if ids else column.label) for column in table.columns]
        rule = ["---:" if column.numeric else "---" for column in table.columns]
        rows = [[self.cell(cell) for cell in row.cells] for row in table.rows]
        return [f"| {' | '.join(each)} |" for each in (head, rule, *rows)] if head else []

    def sources(self) -> Iterator[str]:
        """Give each footnote as a point of a list."""
        found: dict[int, Footnote] = {}
        for note, number in self.numbers.items():
            found.setdefault(number, note)
        for number, note in found.items():
            yield f"- [{number}{'?' if note.weak else ''}] {self.text(note.text)}"

    def cell(self, cell: Cell) -> str:
        """Give a cell in one line."""
        match cell:
            case str() | Cited() | Link():
                return self.parts((cell,))
            case tuple():
                return self.parts(cell)
            case None | int() | float():
                return shown(cell)
            case list():
                return self.text("; ".join(map(str, cell)))
            case _:
                return self.text(str(cell))

    def opening(self, parts: Iterable[Part]) -> str:
        """Give parts that begin a paragraph or point, where some signs would begin a list or heading."""
        return _OPENING.sub(lambda found: f"{found[1] or ''}\\", self.parts(parts).lstrip(" "))

    def parts(self, parts: Iterable[Part]) -> str:
        """Give text, cited values and links in a row."""
        words = ""
        for part in parts:
            match part:
                case str():
                    added = self.text(part)
                case Cited():
                    added = self.text(part.words()) + self.marks(part)
                case Link():
                    added = self.link(part)
                case _:
                    assert_never(part)
            # A bracket behind a mark would make it a link.
            words += f"\\{added}" if words.endswith("]") and added.startswith("(") else added
        return words

    def marks(self, cited: Cited) -> str:
        """Give the footnotes of a value."""
        notes = dict.fromkeys((self.numbers[each], each.weak) for each in cited.notes if each in self.numbers)
        return (" " if notes else "") + "".join(f"[{number}{'?' if weak else ''}]" for number, weak in notes)

    def link(self, link: Link) -> str:
        """Give a link where its address is a plain one of the web, else its text and address."""
        if _ADDRESS.fullmatch(link.url) and link.url.isascii():
            return f"[{self.text(link.text)}]({link.url})"
        return self.text(f"{link.text} ({link.url})" if link.url and link.url != link.text else link.text)

    def text(self, text: str) -> str:
        """Give a text in one line in which nothing is markup."""
        clean = ascii_only(safe(text)) if self.ascii else safe(text)
        return _ESCAPED.sub(r"\\\g<0>", clean).replace("<", "&lt;").replace(">", "&gt;")


def _lasting(span: Span) -> str:
    start = f"{'planned ' if span.start_planned else ''}{span.start.text}" if span.start else "a day not found"
    end = f"{'planned ' if span.end_planned else ''}{span.end.text}" if span.end else "a day not found"
    return f"from {start} to {end}{', running' if span.running else ''}"
