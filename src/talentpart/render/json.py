"""One JSON document a page: what it is, from which dataset, its rows under stable names, its sources and notes."""

from typing import assert_never

from talentpart.page import Block, Datum, Page, Plain, Table, footnotes
from talentpart.render import Options
from talentpart.render._escape import document
from talentpart.render._rows import section_rows, sentence_row, table_rows

FORMAT_VERSION = "1.0"


def render(page: Page, options: Options) -> str:
    """Give the page as one document; nothing gives way in it, and control characters stand escaped."""
    data: dict[str, Plain] = {
        "format_version": FORMAT_VERSION,
        "kind": page.kind,
        "as_of": page.as_of.text,
        "dataset": {"version": page.origin.version, "day": page.origin.day, "sha256": page.origin.sha256},
    }
    match page.shape:
        case "items":
            data["items"] = items(page)
        case "record":
            data["record"] = page.record
            data["sources"] = _sources(page)
        case "briefing":
            data["subject"] = page.subject
            data["head"] = [sentence_row(each) for each in page.head]
            for section in page.sections:
                if section.id in {*data, "sources", "notes"}:
                    message = f"a section cannot be called '{section.id}', which means something else in the document"
                    raise ValueError(message)
                data[section.id] = section_rows(section)
            data["sources"] = _sources(page)
        case _:
            assert_never(page.shape)
    data["notes"] = list(page.notes)
    return f"{document(data, ascii_only=options.ascii, indent=2)}\n"


def items(page: Page) -> list[Datum]:
    """Give the rows of a page of rows, keyed by column ids."""
    blocks = (block for section in page.sections for block in section.blocks)
    return [row for block in blocks if isinstance(block, Table) for row in table_rows(block)]


def _sources(page: Page) -> list[Datum]:
    blocks: list[Block] = [*page.head, *(block for each in (*page.sections, *page.foot) for block in each.blocks)]
    found: dict[int, Datum] = {}
    for note, number in footnotes(blocks).items():
        found.setdefault(number, {"number": number, "keys": list(note.keys), "text": note.text, "weak": note.weak})
    return list(found.values())
