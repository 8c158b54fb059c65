"""Plain text: laid out to a width, or tables neither cut nor wrapped where there is none."""

from typing import assert_never

from talentpart.page import Page
from talentpart.render import Options
from talentpart.render._briefing import briefing
from talentpart.render._flow import Line, Segment
from talentpart.render._listing import items, record

_COMMAND = "::"


def render(page: Page, options: Options) -> str:
    """Give the page as plain text."""
    return "".join(f"{''.join(text for text, _ in line).rstrip(' ')}\n" for line in lines(page, options))


def lines(page: Page, options: Options) -> list[Line]:
    """Give the page as lines of styled text, the last of which is not blank."""
    match page.shape:
        case "briefing":
            found = briefing(page, options)
        case "items":
            found = items(page, options)
        case "record":
            found = record(page, options)
        case _:
            assert_never(page.shape)
    return [_told_apart(line) for line in found]


def _told_apart(line: Line) -> Line:
    """Keep a line of data from being a command to a CI service, which takes one that begins with two colons for it."""
    text = "".join(each for each, _ in line)
    if not text.lstrip().startswith(_COMMAND):
        return line
    return (Segment(text.replace(_COMMAND, "\\x3a:", 1)),)
