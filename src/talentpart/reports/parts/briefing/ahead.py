"""AHEAD: planned days in the next 18 months, and planned days that passed in silence."""

from collections.abc import Sequence
from dataclasses import replace

from talentpart.model.dataset import Dataset
from talentpart.model.records import Told
from talentpart.page import Cited, Part, Section, Sentence
from talentpart.queries.paths import key
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.cite import of_lines
from talentpart.reports.parts.said import bracketed, limits
from talentpart.reports.parts.whole.steps import Step, steps_of
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
        step
        for record in (*own, *others)
        for step in steps_of(dataset, record, day)
        if step.planned and step.days and not _answered(record, step)
    ]
    horizon = _later(day, _MONTHS)
    coming = [each for each in planned if not passed(each.days[-1], day) and each.days[0].earliest <= horizon]
    silent = [each for each in planned if each.silent]
    ordered = [*sorted(coming, key=_when), *sorted(silent, key=_when, reverse=True)]
    return tuple(
        replace(_sentence(dataset, step, mine=step.record in own), give_way=2 if index >= _KEPT else 0)
        for index, step in enumerate(ordered)
    )


def _answered(record: Told, step: Step) -> bool:
    """Tell whether something is said of what came of a plan: the same event of the same part, not planned."""
    return any(each.basis != "planned" and key(each) == step.key for each in record.events)


def _sentence(dataset: Dataset, step: Step, *, mine: bool) -> Sentence:
    event = step.line
    name = f"{event_name(dataset, event)}{bracketed(limits(dataset, event))}"
    name += f", {dataset.label('places', event.place)}," if event.place else ""
    whose = "" if mine else f"{short_name(dataset, step.record.id)}: "
    words = dated(event, " or ".join(str(each) for each in step.days))
    starred = step.said.differs
    day = Cited(event.date, of_lines(dataset, step.said.lines), text=words, starred=starred, name="date")
    verb = "was planned" if event.bound == "by" else "planned for"
    parts: tuple[Part, ...] = (f"{whose}{capital(name) if not whose else name} {verb} ", day)
    if step.silent:
        parts = (*parts, ": that time has passed, nothing found")
    return Sentence(f"{step.record.id}-{event.type}", (*parts, "."))


def _when(step: Step) -> str:
    return step.days[-1].latest


def _later(day: Day, months: int) -> str:
    year, month = int(day.latest[:4]), int(day.latest[5:7]) - 1 + months
    return f"{year + month // 12:04}-{month % 12 + 1:02}-31"
