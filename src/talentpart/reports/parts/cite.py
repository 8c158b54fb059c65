"""Footnotes, worded from the source records: one note for a source, so that it is seen which source says what."""

from collections.abc import Iterable

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Line
from talentpart.model.records import Source
from talentpart.page import Cited, Footnote, Part
from talentpart.queries.answers import is_weak
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.words import lower
from talentpart.values import Day

# Shorter than this, what stands before a colon is a place or a name, and no title.
_TELLING = 12
# As long as the title of a source may be on a page of one screen.
_SHORT = 36


def note(dataset: Dataset, references: Iterable[str]) -> tuple[Footnote, ...]:
    """Give a footnote for each source that some references name, places within it aside, in their order."""
    sources = [dataset.source(each) for each in dict.fromkeys(each.partition("#")[0] for each in references)]
    return tuple(
        Footnote((s.id,), describe(dataset, s), is_weak(dataset, (s.id,)), brief(dataset, s))
        for s in sources
        if s is not None
    )


def of_lines(dataset: Dataset, lines: Iterable[Line]) -> tuple[Footnote, ...]:
    """Give the footnotes of all sources of some lines that say the same."""
    return note(dataset, (reference for line in lines for reference in line.source))


def cited(
    text: str, notes: tuple[Footnote, ...], name: str = "", value: str | int | Day | None = None
) -> tuple[Part, ...]:
    """Give a run of words whose last word carries the footnotes, so that it wraps and no mark stands alone."""
    head, space, last = text.rpartition(" ")
    return (
        (head + space, Cited(value, notes, text=last, name=name))
        if head
        else (Cited(value, notes, text=last, name=name),)
    )


def describe(dataset: Dataset, source: Source) -> str:
    """Name a source as a footnote does: publisher, kind and title, day or "undated" with its bounds, copies marked.

    A subtitle after a colon is left to the source's record.
    """
    publisher = short_name(dataset, source.publisher) if source.publisher else ""
    title = f"{lower(dataset.label('source-types', source.type))} '{_title(source.title)}'"
    copy = ", unofficial copy" if source.via else ""
    return ", ".join(each for each in (publisher, title, dated(source)) if each) + copy


def brief(dataset: Dataset, source: Source) -> tuple[str, ...]:
    """Name a source in fewer words, the fewest first: publisher and day, then with the first words of its title.

    What bears no day says what kind of text it is.
    """
    publisher = (short_name(dataset, source.publisher) if source.publisher else "").partition(" (")[0]
    copy = ", unofficial copy" if source.via else ""
    kind = "" if source.published else lower(dataset.label("source-types", source.type))
    title = f"'{_first_words(_title(source.title))}'"
    without = ", ".join(each for each in (publisher, kind, dated(source)) if each) + copy
    return without, ", ".join(each for each in (publisher, title, dated(source)) if each) + copy


def _first_words(title: str) -> str:
    """Give a title up to the last word that fits, with dots where more follows."""
    if len(title) <= _SHORT:
        return title
    return f"{title[: _SHORT + 1].rpartition(' ')[0] or title[:_SHORT]} ..."


def _title(title: str) -> str:
    """Give a title without its subtitle, unless what stands before the colon is too short to tell the source by."""
    head = title.partition(":")[0].strip()
    return head if len(head) >= _TELLING else title


def dated(source: Source) -> str:
    """Say when a source was published, or that it bears no date and between which days it must lie."""
    if source.published:
        return str(source.published)
    if source.not_before and source.not_after:
        end = f"the end of {source.not_after}" if source.not_after.precision == "year" else source.not_after
        return f"undated, between {source.not_before} and {end}"
    if source.not_before:
        return f"undated, not before {source.not_before}"
    return f"undated, not after {source.not_after}" if source.not_after else "undated"
