"""The first and last day that an event, or a word of a source, can be of; and what was told too early."""

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event, Line
from talentpart.model.records import Record, Source
from talentpart.queries.paths import event_at
from talentpart.values import Day

# Where a day is bounded so, it can be any before (or after) the one that is printed.
_OPEN_BEFORE = frozenset({"by", "at-most", "about", "nearly"})
_OPEN_AFTER = frozenset({"at-least", "about"})
_ALWAYS, _NEVER = "", "9999"


def earliest(event: Event) -> str:
    """Give the first ISO day that an event can be of; an empty text where any is possible."""
    return _ALWAYS if event.date is None or event.bound in _OPEN_BEFORE else event.date.earliest


def latest(event: Event) -> str:
    """Give the last ISO day that an event can be of; `9999` where any is possible."""
    return _NEVER if event.date is None or event.bound in _OPEN_AFTER else event.date.latest


def happened(event: Event) -> bool:
    """Tell whether a line says that its event took place: it is reported, or something came of it."""
    return event.basis == "actual" or (event.basis is None and bool(event.outcomes))


def last_word(source: Source) -> Day:
    """Give the day after which a source says nothing: the earliest of published, not after, and retrieved.

    A source that was read before it came out has a wrong day itself, so the day of reading says nothing then.
    """
    out = source.published or source.not_after
    first = source.published or source.not_before
    if out is None or (out.latest > source.retrieved.latest and first and first.earliest <= source.retrieved.latest):
        return source.retrieved
    return out


def too_early(dataset: Dataset, record: Record, line: Line) -> tuple[str, Day, Source] | None:
    """Give the field of a line with a day on which one of its sources was out already, the day, and that source.

    It is the day of what has happened (`date`), the day as of which the line counts (`as_of`), or that of the event at
    which it was agreed (`at`). None where all of it could be told.
    """
    if line.as_of is None and line.at is None and not isinstance(line, Event):
        return None
    for field, day in _days(dataset, record, line):
        older = _older(dataset, line, day)
        if older:
            return field, day, older[0]
    return None


def when(day: Day) -> str:
    """Give a day with its preposition: `in March 2024`, `on 8 July 2022`."""
    return f"{'on' if day.precision == 'day' else 'in'} {day}"


def _older(dataset: Dataset, line: Line, day: Day) -> list[Source]:
    """Give the sources of a line that were out, and read, before a day."""
    found = [source for source in map(dataset.source, line.source) if source is not None]
    return [source for source in found if last_word(source).latest < day.earliest]


def _days(dataset: Dataset, record: Record, line: Line) -> list[tuple[str, Day]]:
    days: list[tuple[str, Day]] = []
    if isinstance(line, Event) and line.date is not None and happened(line) and earliest(line):
        days.append(("date", line.date))
    if line.as_of is not None and line.basis != "planned":
        days.append(("as_of", line.as_of))
    event = event_at(dataset, record, line.at) if line.at and line.basis != "planned" else None
    if event is None or event.date is None or event.basis == "planned" or not earliest(event):
        return days
    # A day that the sources of the event itself cannot have told is found there, once.
    return days if _older(dataset, event, event.date) else [*days, ("at", event.date)]
