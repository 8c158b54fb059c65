"""The frame of a report: title and day, the head that explains its marks, commands and the dataset at its foot."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event
from talentpart.model.records import Record, Told
from talentpart.page import Cited, Datum, Origin, Page, Section, Sentence, parts_of
from talentpart.queries.answers import answer, things
from talentpart.reports.parts.said import kept
from talentpart.reports.parts.words import is_moment
from talentpart.values import Day


@dataclass(frozen=True, slots=True)
class Frame:
    """What a report is called, what its head says before the marks, and which commands stand at its foot.

    `subject` names what it is on, for machines; `records` are those whose newest event the head gives.
    """

    kind: str
    title: str
    subject: Datum
    opening: tuple[str, ...] = ()
    records: tuple[Record | None, ...] = ()
    commands: tuple[str, ...] = field(default=())
    most_lines: tuple[int, int] = (60, 50)


def framed(dataset: Dataset, as_of: Day, frame: Frame, sections: Iterable[Section | None]) -> Page:
    """Give the page of a report, without the sections that have nothing to say."""
    given = tuple(each for each in sections if each is not None)
    about = dataset.about
    return Page(
        shape="briefing",
        kind=frame.kind,
        title=frame.title,
        as_of=as_of,
        origin=Origin(about.version, about.day.text, dataset.sha256, dataset.where),
        sections=given,
        subject=frame.subject,
        notes=left_out(dataset),
        head=_head(dataset, frame, given),
        foot=(commands(frame.commands), made(dataset)),
        most_lines=frame.most_lines,
    )


def _head(dataset: Dataset, frame: Frame, sections: Iterable[Section]) -> tuple[Sentence, ...]:
    texts = (*filter(None, frame.opening), *_newest(dataset, frame.records), *marks(sections))
    return (Sentence("head", (" ".join(texts),)),) if texts else ()


def marks(sections: Iterable[Section]) -> list[str]:
    """Explain the marks that some sections use."""
    found = [part for each in sections for block in each.blocks for part in parts_of(block) if isinstance(part, Cited)]
    text = []
    if any(note.weak for part in found for note in part.notes):
        text.append("[n?]: press, research or unofficial copy, check before quoting.")
    if any(part.starred for part in found):
        text.append("*: sources differ.")
    return text


def left_out(dataset: Dataset) -> tuple[str, ...]:
    """Say that what is later than the day of the report is left out, and how much of the dataset that is."""
    if not dataset.left_out:
        return ()
    what = "what happened later, or stands without a day in a later source, is left out"
    return (f"{what} ({dataset.left_out:,} lines of the whole dataset)",)


def commands(words: Iterable[str]) -> Section:
    """Give the commands that lead on."""
    text = " · ".join(f"talentpart {each}" for each in words)
    return Section("next", "NEXT", (Sentence("next", (text,)),))


def made(dataset: Dataset) -> Section:
    """Say which dataset the report was made from."""
    about = dataset.about
    where = dataset.where if dataset.where.startswith("bundled") else f"read from {dataset.where}"
    text = f"{about.version} of {about.day}, {where}; unofficial."
    return Section("dataset", "DATASET", (Sentence("dataset", (text,)),))


def _newest(dataset: Dataset, records: Iterable[Record | None]) -> list[str]:
    """Give the newest event that has happened, by the day that is shown; nothing where no record is to be looked at."""
    told = [each for each in records if isinstance(each, Told)]
    days = [
        line.date
        for record in told
        for (_, _, basis), lines in things(record, "events").items()
        if basis != "planned"
        for line in kept(answer(dataset, record, "events", lines))
        if isinstance(line, Event) and line.date and is_moment(line.date)
    ]
    newest = max(days, key=lambda day: day.latest, default=None)
    if newest is not None:
        return [f"Newest event shown: {newest}."]
    return ["No dated event found."] if told else []
