"""What an answer is before it looks like anything: a page of sections and blocks, with typed cells.

Reports build pages, renderers print them. A human reads `blocks`; a machine reads `rows`. Footnotes are values: a
renderer numbers them in the order in which they appear in what it prints, so a source goes with the last line that
cites it.

What is made once and never changed is a named tuple, which costs a start a fifth of what a dataclass does; what a
cell may hold, or is made over with other values, is a dataclass.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from talentpart.values import Amount, Day

# What JSON can hold; rows for machines are made of it.
Plain: TypeAlias = "str | int | float | bool | Sequence[Plain] | Mapping[str, Plain] | None"
Datum: TypeAlias = Mapping[str, Plain]
Value = str | int | float | Day | Amount | None


def shown(value: Value) -> str:
    """Give a value as people read it: nothing for none, `yes` or `no`, whole numbers without a point."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:.15g}"
        case _:
            return str(value)


class Footnote(NamedTuple):
    """A set of sources that say the same, as one footnote.

    `keys` are source references (the identity of the note), `text` what stands under SOURCES; a weak note rests on
    press, research, correspondence or an unofficial copy alone and is marked `[n?]`. `short` are fewer words for a page
    that should fit a screen, the fewest first.
    """

    keys: tuple[str, ...]
    text: str
    weak: bool = False
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to an address; only http and https addresses become links."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A value with its marks and footnotes.

    `text` replaces the value's own print where words say more (`about 500`, `none found`); `starred` prints `*`
    (sources differ), `every` prints `all` (every partner country of the project). `name` is the key under which JSON
    shows the value of a sentence.
    """

    value: Value
    notes: tuple[Footnote, ...] = ()
    text: str = ""
    starred: bool = False
    every: bool = False
    name: str = ""

    def words(self) -> str:
        """Give the value as people read it, with its marks, without footnote numbers."""
        return f"{self.text or shown(self.value)}{'*' if self.starred else ''}{' all' if self.every else ''}"


Part = str | Cited | Link
Cell = Value | Cited | Link | tuple[Part, ...] | Sequence[str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence made of text and cited values; it starts a line of its own, unless it runs in after the one before.

    `give_way` says what goes first when a briefing is too long: 0 stays, 1 goes first, 2 next, 3 last.
    """

    id: str
    parts: tuple[Part, ...]
    give_way: int = 0
    run_in: bool = False


class Column(NamedTuple):
    """A column of a table: `id` for machines, `label` for people; `from_width` is the width it needs to be shown."""

    id: str
    label: str
    numeric: bool = False
    from_width: int = 0


class Row(NamedTuple):
    """A row of a table, one cell a column; `give_way` as in `Sentence`."""

    cells: tuple[Cell, ...]
    give_way: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns. In JSON each row is an object keyed by column ids, unless its section has `rows`."""

    id: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


class Fact(NamedTuple):
    """One labelled value."""

    id: str
    label: str
    value: Cell


class Facts(NamedTuple):
    """Labelled values, one below the other."""

    id: str
    facts: tuple[Fact, ...]


class Mark(NamedTuple):
    """A moment on a timeline: its day at its own precision, what it is called, and of which kind it is.

    `passed` is a planned day that passed without a word of what came of it; `number` counts roundtables; `by` says that
    the day is the last that it may be.
    """

    day: Day
    kind: Literal["roundtable", "event", "planned", "passed"]
    name: str
    number: int | None = None
    by: bool = False


class Span(NamedTuple):
    """What lasts from `start` to `end`, either of which may not be known.

    A side that is `planned` is not known to have come; `running` says that it is known to run on the day of the page,
    `passed` that its planned end passed in silence.
    """

    start: Day | None
    end: Day | None
    start_planned: bool = False
    end_planned: bool = False
    running: bool = False
    passed: bool = False


@dataclass(frozen=True, slots=True)
class Track:
    """One line of a timeline: whose it is, what lasts, and the moments on it."""

    label: str
    marks: tuple[Mark, ...] = ()
    spans: tuple[Span, ...] = ()


class Timeline(NamedTuple):
    """Tracks over one axis of whole years, from the first of January of `first` to the end of `last`.

    `now` is the day that parts what has been from what is to come. Timelines that share an axis can be read together.
    """

    id: str
    label: str
    first: int
    last: int
    now: Day
    tracks: tuple[Track, ...]


Block = Sentence | Table | Facts | Timeline


@dataclass(frozen=True, slots=True)
class Section:
    """A labelled part of a page: `blocks` for people, `rows` for machines beside the sentences of `blocks`."""

    id: str
    label: str
    blocks: tuple[Block, ...]
    rows: tuple[Datum, ...] = ()


class Origin(NamedTuple):
    """Which dataset a page was made from: its version, its day, the digest of its files, and where it was found."""

    version: str
    day: str
    sha256: str
    where: str


@dataclass(frozen=True, slots=True)
class Page:
    """An answer: `items` is a table of rows, `record` one record as data, `briefing` a labelled page.

    `kind` says what is in it (`events`, `project`, `country`); `subject` names what a briefing is on; `notes` are
    remarks that belong to the answer (what was left out, and why); `record` holds a record as data. `most_lines` is the
    number of lines that a briefing may have before blocks give way, below 100 columns and from 100 on; 0 is no limit.
    """

    shape: Literal["items", "record", "briefing"]
    kind: str
    title: str
    as_of: Day
    origin: Origin
    sections: tuple[Section, ...] = ()
    subject: Datum = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    head: tuple[Sentence, ...] = ()
    foot: tuple[Section, ...] = ()
    record: Datum = field(default_factory=dict)
    most_lines: tuple[int, int] = (60, 50)


def parts_of(block: Block) -> Iterator[Part]:
    """Give every text and cited value of a block, in the order in which it is read."""
    match block:
        case Sentence():
            yield from block.parts
        case Table():
            for row in block.rows:
                for cell in row.cells:
                    yield from _parts(cell)
        case Facts():
            for fact in block.facts:
                yield from _parts(fact.value)
        case Timeline():
            yield from (track.label for track in block.tracks)


def _parts(cell: Cell) -> Iterator[Part]:
    match cell:
        case Cited() | Link() | str():
            yield cell
        case tuple():
            yield from (part for part in cell if isinstance(part, Cited | Link | str))
        case _:
            return


def footnotes(blocks: Sequence[Block]) -> dict[Footnote, int]:
    """Give the footnotes of these blocks their numbers, from 1 in the order in which they are first cited.

    Notes on the same sources, in whatever order, share a number.
    """
    numbers: dict[Footnote, int] = {}
    by_keys: dict[frozenset[str], int] = {}
    for block in blocks:
        for part in parts_of(block):
            if isinstance(part, Cited):
                for note in part.notes:
                    numbers[note] = by_keys.setdefault(frozenset(note.keys), len(by_keys) + 1)
    return numbers
