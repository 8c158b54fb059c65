"""AHEAD: planned days in the next 18 months, and planned days that passed in silence."""

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
    planned = [
        (record, event)
        for record in (brief.partnership, brief.roadmap, *brief.projects)
        if record is not None
        for event in record.events
        if event.basis == "planned" and event.date and event.rank != "set-aside" and not _answered(record, event)
    ]
    horizon = _later(brief.day, _MONTHS)
    coming = [(r, e) for r, e in planned if e.date and not passed(e.date, brief.day) and e.date.earliest <= horizon]
    silent = [(r, e) for r, e in planned if e.date and passed(e.date, brief.day)]
    ordered = [*sorted(coming, key=_when), *sorted(silent, key=_when, reverse=True)]
    sentences = tuple(
        _sentence(brief, record, event, give_way=2 if index >= _KEPT else 0)
        for index, (record, event) in enumerate(ordered)
    )
    return Section("ahead", "AHEAD", sentences or (Sentence("none", ("Nothing planned found.",)),))


def _answered(record: Told, event: Event) -> bool:
    """Tell whether something is said of what came of a planned event: the same kind of event, not planned."""
    same = [each for each in record.events if each.type == event.type and each.number == event.number]
    return any(each.basis != "planned" for each in same)


def _sentence(brief: Brief, record: Told, event: Event, *, give_way: int) -> Sentence:
    name = event_name(brief.dataset, event)
    whose = "" if record in (brief.partnership, brief.roadmap) else f"{short_name(brief.dataset, record.id)}: "
    day = Cited(event.date, of_lines(brief.dataset, [event]), text=dated(event, str(event.date)), name="date")
    parts: tuple[Part, ...] = (f"{whose}{capital(name) if not whose else name} planned for ", day)
    if event.bound == "by":
        parts = (f"{whose}{capital(name) if not whose else name} planned ", day)
    if event.date and passed(event.date, brief.day):
        parts = (*parts, ": that time has passed, nothing found")
    return Sentence(f"{record.id}-{event.type}", (*parts, "."), give_way)


def _when(pair: tuple[Told, Event]) -> str:
    return pair[1].date.latest if pair[1].date else ""


def _later(day: Day, months: int) -> str:
    year, month = int(day.latest[:4]), int(day.latest[5:7]) - 1 + months
    return f"{year + month // 12:04}-{month % 12 + 1:02}-31"
