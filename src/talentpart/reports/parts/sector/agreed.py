"""AGREED and NEAR: each partner's printed words for a sector, narrower ones by name, wider ones apart."""

from collections.abc import Iterable

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Sector
from talentpart.model.records import Partnership
from talentpart.page import Block, Cited, Column, Datum, Part, Row, Section, Sentence, Table
from talentpart.queries.paths import event_at
from talentpart.queries.sectors import narrower, wider
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.said import bracketed, limits
from talentpart.reports.parts.sector.words import row
from talentpart.reports.parts.words import event_name, listed, lower, silence

Named = tuple[Partnership, Sector]
_ASKED = "asked-for"


def build(dataset: Dataset, code: str) -> Section:
    """Give a row for each partner and printed word: tier, when agreed, whether its list is open."""
    family = (code, *narrower(dataset, code))
    named = [each for one in family for each in agreed(dataset, [one])]
    if not named:
        where = "" if len(family) == 1 else ", nor a narrower one"
        text = f"No partnership's list found that names {dataset.label('sectors', code)}{where}."
        return Section("agreed", "AGREED", (Sentence("none", (text,)),))
    columns = (Column("partner", "AGREED"), Column("as_stated", "Printed"), Column("tier", "Tier"),
               Column("at", "When agreed"), Column("list", "List"))  # fmt: skip
    rows = tuple(_row(dataset, code, record, line) for record, line in named)
    partners = list(dict.fromkeys(record.id for record, _ in named))
    total = len(dataset.all(Partnership))
    text = f"{len(partners)} of {total} partnerships."
    if any(line.sector != code for _, line in named):
        text += ' "-": a narrower sector.'
    blocks: tuple[Block, ...] = (Table("agreed", columns, rows), Sentence("count", (text,)), *_doubts(dataset, named))
    return Section("agreed", "AGREED", blocks, rows=tuple(_datum(dataset, record, line) for record, line in named))


def agreed(dataset: Dataset, codes: Iterable[str]) -> list[Named]:
    """Give the partnerships whose agreed lists name one of some sectors, in the order of the partnerships."""
    wanted = set(codes)
    return [
        (record, line)
        for record in dataset.all(Partnership)
        for line in record.sectors
        if line.sector in wanted and line.tier != _ASKED and line.rank != "set-aside"
    ]


def near(dataset: Dataset, code: str) -> Section | None:
    """Give what is near and not the same: wider sectors that were agreed, and what one side only asked for."""
    above = wider(dataset, code)[1:]
    sentences: list[Sentence] = []
    for record, line in agreed(dataset, above):
        what = _printed(dataset, line)
        parts = cited(f'{_partner(dataset, record)} agreed the wider "{what}"', of_lines(dataset, [line]))
        said = ", with this one as a main part" if code in line.mainly else ""
        sentences.append(Sentence(f"wider-{record.id}", (*parts, f"{said}."), run_in=bool(sentences)))
    family = {code, *narrower(dataset, code)}
    lines = [(record, line) for record in dataset.all(Partnership) for line in record.sectors if line.sector in family]
    asked = [(record, line) for record, line in lines if line.tier == _ASKED]
    for record, line in asked:
        text = f'{_partner(dataset, record)}: "{_printed(dataset, line)}" is asked for by one side, not agreed'
        sentences.append(Sentence(f"asked-{record.id}", (*cited(text, of_lines(dataset, [line])), ".")))
    return Section("near", "NEAR", tuple(sentences)) if sentences else None


def _doubts(dataset: Dataset, named: Iterable[Named]) -> list[Sentence]:
    """Give what a record remarks on the event at which it agreed the sector: a doubt that belongs beside the list."""
    events = {(record.id, line.at): (record, event_at(dataset, record, line.at)) for record, line in named if line.at}
    sentences = []
    for record, event in events.values():
        if event is not None and event.note:
            text = f"{_partner(dataset, record)}: {event.note}"
            sentences.append(Sentence("doubt", (*cited(text, of_lines(dataset, [event])), ".")))
    return sentences


def _row(dataset: Dataset, code: str, record: Partnership, line: Sector) -> Row:
    partner = _partner(dataset, record)
    name = partner if line.sector == code else f"- {partner}"
    words: list[Part] = [Cited(line.as_stated, of_lines(dataset, [line]), text=_printed(dataset, line))]
    shared = [each.sector for each in record.sectors if each.as_stated == line.as_stated and each.sector != line.sector]
    others = listed([dataset.label("sectors", each) for each in shared if each])
    words += [f" (with {others})"] if others else []
    words += [bracketed(limits(dataset, line))] if limits(dataset, line) else []
    opened = {"closed": "closed", "includes": "open"}.get(record.sectors_list or "", "not stated")
    tier = lower(dataset.label("tiers", line.tier)) or "not stated"
    return Row((name, tuple(words), tier, _when(dataset, record, line), opened))


def _when(dataset: Dataset, record: Partnership, line: Sector) -> str:
    event = event_at(dataset, record, line.at) if line.at else None
    if event is not None:
        return f"{event_name(dataset, event)}, {event.date}" if event.date else event_name(dataset, event)
    return silence(record, "sectors.at", f"sectors.{line.sector}.at", default="not found")


def _partner(dataset: Dataset, record: Partnership) -> str:
    return dataset.label("places", record.country)


def _printed(dataset: Dataset, line: Sector) -> str:
    return line.as_stated or dataset.label("sectors", line.sector)


def _datum(dataset: Dataset, record: Partnership, line: Sector) -> Datum:
    event = event_at(dataset, record, line.at) if line.at else None
    return {
        "partnership": record.id,
        "country": record.country,
        **row(dataset, line),
        "date": event.date.text if event is not None and event.date else None,
        "list": record.sectors_list,
    }
