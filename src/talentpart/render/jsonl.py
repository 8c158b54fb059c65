"""JSON, one row a line: the items alone, or the rows of a briefing with the section they stand in."""

from talentpart.page import Datum, Page, Table
from talentpart.render import Options
from talentpart.render._escape import document
from talentpart.render._rows import section_rows, table_rows


def render(page: Page, options: Options) -> str:
    """Give one JSON object a line; a record is one line."""
    return "".join(f"{document(row, ascii_only=options.ascii)}\n" for row in _rows(page))


def _rows(page: Page) -> list[Datum]:
    match page.shape:
        case "record":
            return [page.record]
        case "items":
            blocks = (block for section in page.sections for block in section.blocks)
            return [row for block in blocks if isinstance(block, Table) for row in table_rows(block)]
        case "briefing":
            return [{"section": section.id, **row} for section in page.sections for row in section_rows(section)]
