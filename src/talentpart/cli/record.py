"""One record as a page: for machines its data, for people a section for each list and a sentence for each line."""

from talentpart.cli.line_words import line_words, record_name
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Line
from talentpart.model.records import Codelist, Record, Source
from talentpart.page import Block, Column, Datum, Fact, Facts, Page, Plain, Row, Section, Sentence, Table
from talentpart.queries.answers import answer
from talentpart.queries.paths import key, lines_of
from talentpart.reports.parts.cite import cited, note, of_lines
from talentpart.reports.parts.words import SILENCE
from talentpart.tables import as_data, cited_sources
from talentpart.values import Day

_COMPETING = frozenset({"status", "events", "figures", "money"})


def page_of(dataset: Dataset, record: Record, as_of: Day) -> Page:
    """Give the page of a record; `record` in it holds every line in full."""
    from talentpart.cli.output import origin

    data = {**as_data(dataset, record), "cited": [_source(dataset, each) for each in cited_sources(record)]}
    sections = [_facts(dataset, record)] if _plain_fields(record) else []
    lists: dict[str, list[Line]] = {}
    for name, line in lines_of(record):
        lists.setdefault(name, []).append(line)
    sections += [Section(name, _label(name), _sentences(dataset, record, name, said)) for name, said in lists.items()]
    if isinstance(record, Codelist):
        sections.append(_items(record))
    sections += [each for each in (_missing(dataset, record), _conflicts(dataset, record), _notes(record)) if each]
    notes = (f"{dataset.left_out} lines are of a later day than {as_of}, and left out",) if dataset.left_out else ()
    title = f"{data['name']}, {record.record_kind}"
    return Page(
        "record", record.record_kind, title, as_of, origin(dataset), tuple(sections), notes=notes, record=data
    )  # fmt: skip


def _sentences(dataset: Dataset, record: Record, name: str, lines: list[Line]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for line in lines:
        same = [each for each in lines if key(each) == key(line) and each.basis == line.basis]
        star = "*" if name in _COMPETING and answer(dataset, record, name, same).differs else ""
        blocks.append(Sentence(name, cited(line_words(dataset, line, name) + star, of_lines(dataset, [line]))))
    return tuple(blocks)


def _plain_fields(record: Record) -> list[str]:
    skipped = {"id", "source", "missing", "conflicts", "notes", "items", "places"}
    given = {each: getattr(record, each) for each in record.__struct_fields__ if each not in skipped}
    return [each for each, value in given.items() if value is not None and not isinstance(value, tuple)]


def _facts(dataset: Dataset, record: Record) -> Section:
    facts = []
    for field in _plain_fields(record):
        value = getattr(record, field)
        text = str(value)
        if field == "country":
            text = dataset.label("places", text)
        elif field in {"publisher", "partnership", "replaced_by", "repeats"}:
            text = record_name(dataset, text)
        facts.append(Fact(field, field.replace("_", " "), text))
    return Section("fields", "RECORD" if not isinstance(record, Source) else "SOURCE", (Facts("fields", tuple(facts)),))


def _items(record: Codelist) -> Section:
    columns = tuple(Column(each, each.upper()) for each in ("code", "label", "parent", "definition"))
    rows = tuple(Row((each.code, each.label, each.parent, each.definition)) for each in record.items)
    return Section("items", "CODES", (Table("items", columns, rows),))


def _missing(dataset: Dataset, record: Record) -> Section | None:
    blocks = []
    for each in record.missing:
        text = f"{', '.join(each.field)}: {SILENCE[each.why]}{f', {each.note}' if each.note else ''}"
        blocks.append(Sentence("missing", cited(text, note(dataset, each.source or record.source))))
    return Section("missing", "NOT KNOWN", tuple(blocks)) if blocks else None


def _conflicts(dataset: Dataset, record: Record) -> Section | None:
    rows: list[Datum] = [each for each in _listed(as_data(dataset, record)["conflicts"])]  # noqa: C416 - narrowed
    blocks = tuple(
        Sentence("conflicts", (f"{each['path']}: {_joined(each['said'])}; {each['because'] or each['settled']}",))
        for each in rows
    )
    return Section("conflicts", "WHERE SOURCES DIFFER", blocks) if blocks else None


def _listed(value: Plain) -> list[Datum]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _joined(value: Plain) -> str:
    return ", ".join(str(each) for each in value) if isinstance(value, list) else str(value)


def _notes(record: Record) -> Section | None:
    blocks = tuple(Sentence("notes", (each,)) for each in record.notes)
    return Section("notes", "NOTES", blocks) if blocks else None


def _source(dataset: Dataset, name: str) -> Datum:
    """Give a source as a reader needs it to find and weigh it."""
    source = dataset.find(Source, name)
    if source is None:
        return {"id": name}
    data = as_data(dataset, source)
    wanted = ("id", "title", "publisher", "authority", "type", "url", "via", "published", "not_before", "not_after",
              "retrieved", "read", "status")  # fmt: skip
    return {each: data.get(each) for each in wanted}


def _label(name: str) -> str:
    return name.replace("_", " ").upper()
