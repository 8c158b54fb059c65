"""Texts with their footnotes in a row, between them one sign; neighbours on the same sources share a footnote."""

from collections.abc import Sequence

from talentpart.page import Footnote, Part
from talentpart.reports.parts.cite import cited


def chain(items: Sequence[tuple[str, tuple[Footnote, ...]]], between: str = "; ") -> list[Part]:
    """Give texts one after the other, each with its footnotes unless the next rests on the same sources."""
    parts: list[Part] = []
    for index, (text, notes) in enumerate(items):
        parts += [between] if index else []
        same = index + 1 < len(items) and items[index + 1][1] == notes
        parts += [text] if same else cited(text, notes)
    return parts
