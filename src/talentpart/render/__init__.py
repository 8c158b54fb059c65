"""Pages made into text: one file a format, found by looking in this folder; a name with an underscore is no format."""

from collections.abc import Callable
from dataclasses import dataclass

from talentpart.errors import UsageError
from talentpart.page import Page


@dataclass(frozen=True, slots=True)
class Options:
    """How a page is to look.

    `width` is in columns, none where the text is not laid out to one: tables are then neither cut nor wrapped. `table`
    picks one table of a page for formats that hold only one; `csv_raw` leaves cells that a spreadsheet would take for
    formulas as they are; `bom` puts a byte order mark before delimited text.
    """

    width: int | None = None
    color: bool = False
    ascii: bool = False
    table: str = ""
    csv_raw: bool = False
    bom: bool = False
    sources: bool = True


Render = Callable[[Page, Options], str]


def names() -> tuple[str, ...]:
    """Give the names of all formats, in alphabetical order."""
    from pkgutil import iter_modules

    return tuple(sorted(each.name for each in iter_modules(__path__) if not each.name.startswith("_")))


def load(name: str) -> Render:
    """Give the function that renders a page in that format; UsageError where there is none of that name."""
    from importlib import import_module

    if name not in names():
        message = f"no format called '{name}'; there are: {', '.join(names())}"
        raise UsageError(message, near=names())
    render: Render = import_module(f"{__name__}.{name}").render
    return render
