"""AHEAD: planned days in the next 18 months, and planned days that passed in silence."""

from collections.abc import Sequence
from dataclasses import replace

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event
from talentpart.model.records import Told
from talentpart.page import Cited, Part, Section, Sentence
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.cite import of_lines
from talentpart.reports.parts.words import capital, dated, event_name, passed
from talentpart.values import Day

_MONTHS = 18
_KEPT = 2


def build(brief: Brief) -> Section:
    """Give what is planned, the next first, then what should have happened and of which nothing is found."""
    own = [each for each in (brief.partnership, brief.roadmap) if each is not None]
    sentences = _sentences(brief.dataset, brief.day, own, brief.projects)
    return Section("ahead", "AHEAD", sentences or (Sentence("none", ("Nothing planned found.",)),))


def of_record(dataset: Dataset, record: Told, day: Day) -> Section | None:
    """Give the same of one record, whose name goes without saying; nothing where nothing is planned."""
    return _unless_empty(_sentences(dataset, day, (record,)))


def of_projects(brief: Brief) -> Section | None:
    """Give the same of the projects of a briefing; nothing where nothing is planned."""
    return _unless_empty(_sentences(brief.dataset, brief.day, (), brief.projects))


def _unless_empty(sentences: tuple[Sentence, ...]) -> Section | None:
    return Section("ahead", "AHEAD", sentences) if sentences else None


def _sentences(dataset: Dataset, day: Day, own: Sequence[Told], others: Sequence[Told] = ()) -> tuple[Sentence, ...]:
    planned = [
        (record, event)
        for record in (*own, *others)
        for event in record.events
        if event.basis == "planned" and event.date and event.rank != "set-aside" and not _answered(record, event)
    ]
    horizon = _later(day, _MONTHS)
    coming = [(r, e) for r, e in planned if e.date and not passed(e.date, day) and e.date.earliest <= horizon]
    silent = [(r, e) for r, e in planned if e.date and passed(e.date, day)]
    ordered = [*sorted(coming, key=_when), *sorted(silent, key=_when, reverse=True)]
    return tuple(
        replace(_sentence(dataset, day, record, event, mine=record in own), give_way=2 if index >= _KEPT else 0)
        for index, (record, event) in enumerate(ordered)
    )


def _answered(record: Told, event: Event) -> bool:
    """Tell whether something is said of what came of a planned event: the same kind of event, not planned."""
    same = [each for each in record.events if each.type == event.type and each.number == event.number]
    return any(each.basis != "planned" for each in same)


def _sentence(dataset: Dataset, now: Day, record: Told, event: Event, *, mine: bool) -> Sentence:
    name = event_name(dataset, event)
    whose = "" if mine else f"{short_name(dataset, record.id)}: "
    day = Cited(event.date, of_lines(dataset, [event]), text=dated(event, str(event.date)), name="date")
    parts: tuple[Part, ...] = (f"{whose}{capital(name) if not whose else name} planned for ", day)
    if event.bound == "by":
        parts = (f"{whose}{capital(name) if not whose else name} was planned ", day)
    if event.date and passed(event.date, now):
        parts = (*parts, ": that time has passed, nothing found")
    return Sentence(f"{record.id}-{event.type}", (*parts, "."))


def _when(pair: tuple[Told, Event]) -> str:
    return pair[1].date.latest if pair[1].date else ""


def _later(day: Day, months: int) -> str:
    year, month = int(day.latest[:4]), int(day.latest[5:7]) - 1 + months
    return f"{year + month // 12:04}-{month % 12 + 1:02}-31"
