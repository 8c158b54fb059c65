"""Footnotes: a set of sources that say the same becomes one note, worded from the source records."""

from collections.abc import Iterable

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Line
from talentpart.model.records import Source
from talentpart.page import Cited, Footnote, Part
from talentpart.queries.answers import is_weak
from talentpart.queries.subjects import short_name
from talentpart.values import Day


def note(dataset: Dataset, references: Iterable[str]) -> tuple[Footnote, ...]:
    """Give the one footnote of a set of references, places within a source aside; none for no references."""
    keys = tuple(dict.fromkeys(each.partition("#")[0] for each in references))
    if not keys:
        return ()
    text = "; ".join(describe(dataset, source) for source in map(dataset.source, keys) if source is not None)
    return (Footnote(keys, text, is_weak(dataset, keys)),)


def of_lines(dataset: Dataset, lines: Iterable[Line]) -> tuple[Footnote, ...]:
    """Give the one footnote of all sources of some lines that say the same."""
    return note(dataset, (reference for line in lines for reference in line.source))


def cited(text: str, notes: tuple[Footnote, ...], name: str = "", value: str | int | Day | None = None) -> tuple[Part, ...]:
    """Give a run of words whose last word carries the footnotes, so that it can wrap and the mark never stands alone."""
    head, space, last = text.rpartition(" ")
    return (head + space, Cited(value, notes, text=last, name=name)) if head else (Cited(value, notes, text=last, name=name),)


def describe(dataset: Dataset, source: Source) -> str:
    """Name a source as a footnote does: publisher, title, day or "undated" with its bounds, copies marked."""
    publisher = short_name(dataset, source.publisher) if source.publisher else ""
    copy = ", unofficial copy" if source.via else ""
    return ", ".join(each for each in (publisher, source.title, dated(source)) if each) + copy


def dated(source: Source) -> str:
    """Say when a source was published, or that it bears no date and between which days it must lie."""
    if source.published:
        return str(source.published)
    if source.not_before and source.not_after:
        return f"undated, between {source.not_before} and {source.not_after}"
    if source.not_before:
        return f"undated, not before {source.not_before}"
    return f"undated, not after {source.not_after}" if source.not_after else "undated"
