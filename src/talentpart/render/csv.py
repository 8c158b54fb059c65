"""Comma-separated text: one table with a header line, the items of a list joined by `; `."""

from talentpart.page import Page
from talentpart.render import Options
from talentpart.render._delimited import write


def render(page: Page, options: Options) -> str:
    """Give the table of a page, or the one that `options.table` names; UsageError where it has several."""
    return write(page, options, ",")
