"""One table as delimited text, in which no cell is a formula to a spreadsheet."""

from collections.abc import Sequence

from talentpart.errors import UsageError
from talentpart.page import Column, Datum, Page, Plain, Table, Timeline, shown
from talentpart.plain import ascii_only, safe
from talentpart.render import Options
from talentpart.render._escape import document
from talentpart.render._rows import block_rows

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BOM = "\ufeff"


def write(page: Page, options: Options, delimiter: str) -> str:
    """Give the one table of a page, or the chosen one, with a header line; UsageError where it is not clear which."""
    from csv import writer
    from io import StringIO

    columns, rows = _chosen(tables(page), options.table)
    out = StringIO()
    put = writer(out, delimiter=delimiter, lineterminator="\n")
    put.writerow([_text(each, options) for each in columns])
    put.writerows([_cell(row.get(each), options) for each in columns] for row in rows)
    return (_BOM if options.bom else "") + out.getvalue()


def tables(page: Page) -> dict[str, tuple[list[str], list[Datum]]]:
    """Give what can be written as a table: of a briefing each section, of a record each block, by id."""
    found: dict[str, tuple[list[str], list[Datum]]] = {}
    for section in page.sections:
        blocks = [block for block in section.blocks if isinstance(block, Table | Timeline)]
        if section.rows:
            found[section.id] = _columns((), section.rows)
        elif blocks:
            found |= {block.id: _columns(_head(block), block_rows(block)) for block in blocks}
        elif section.blocks:
            found[section.id] = _columns((), [row for block in section.blocks for row in block_rows(block)])
    return found


def _head(block: Table | Timeline) -> Sequence[Column]:
    return block.columns if isinstance(block, Table) else ()


def _columns(columns: Sequence[Column], rows: Sequence[Datum]) -> tuple[list[str], list[Datum]]:
    """Give the names of all keys, each behind the key that it follows in a row; of no rows, those of the columns."""
    names = [] if rows else [column.id for column in columns]
    for row in rows:
        at = 0
        for key in row:
            if key not in names:
                names.insert(at, key)
            at = names.index(key) + 1
    return names, list(rows)


def _chosen(found: dict[str, tuple[list[str], list[Datum]]], name: str) -> tuple[list[str], list[Datum]]:
    names = ", ".join(found)
    if name:
        if name not in found:
            message = f"this page has no table '{name}'; it has: {names}"
            raise UsageError(message, near=tuple(found))
        return found[name]
    if len(found) > 1:
        message = f"this page has {len(found)} tables: {names}; choose one with --table"
        raise UsageError(message, near=tuple(found))
    return next(iter(found.values()), ([], []))


def _cell(value: Plain, options: Options) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case None | int() | float():
            return shown(value)
        case str():
            return _text(value, options)
        case _ if isinstance(value, Sequence) and all(isinstance(each, str | int | float) for each in value):
            return _text("; ".join(_cell(each, Options(csv_raw=True)) for each in value), options)
        case _:
            return _text(document(value, ascii_only=options.ascii), options)


def _text(text: str, options: Options) -> str:
    """Give a text as one line; what a spreadsheet would take for a formula, blanks before it aside, gets a quote."""
    clean = ascii_only(safe(text)) if options.ascii else safe(text)
    if not options.csv_raw and (text.startswith(_FORMULA) or clean.lstrip(" ").startswith(_FORMULA)):
        return f"'{clean}"
    return clean
