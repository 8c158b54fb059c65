"""STEPS and AHEAD in full: every event of the partnership, its roadmap and projects, and what is still to come."""

from collections.abc import Iterable
from dataclasses import replace

from talentpart.model.records import Roadmap
from talentpart.page import Cell, Column, Row, Section, Sentence, Table
from talentpart.queries.paths import event_at
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.briefing import state
from talentpart.reports.parts.whole.steps import ROUNDTABLE, Step, owner, row, steps_of, what, when
from talentpart.reports.parts.words import passed


def build(brief: Brief) -> Section:
    """Give the steps, the oldest first and undated ones last; roundtables stand in capitals."""
    found = _steps(brief)
    shown = _once(each for each in found if not _within(brief, each))
    if not found:
        return Section("steps", "STEPS", (Sentence("none", ("No event found.",)),))
    columns = (Column("date", "Date"), Column("what", "Step"), Column("whose", "Whose"))
    beside = _beside_sectors(brief)
    rows = tuple(
        Row((_day(each), (*what(brief.dataset, each), *_remark(each, beside)), owner(brief.dataset, each.record)))
        for each in shown
    )
    data = tuple(row(brief.dataset, each, brief.name) for each in found)
    return Section("steps", "STEPS", (Table("steps", columns, rows),), rows=data)


def ahead(brief: Brief) -> Section:
    """Give what is planned, the next first, then what should have happened and is not reported, then what is not found.

    A plan of which something is reported, or that a status answers, is in STEPS alone.
    """
    found = _steps(brief)
    told = {(each.record.id, each.key) for each in found if not each.planned}
    coming = [each for each in found if each.planned and not _over(brief, each)]
    shown = [*(each for each in coming if (each.record.id, each.key) not in told), *filter(_silent, found)]
    rows: list[tuple[Cell, ...]] = [
        (_day(each), what(brief.dataset, each), owner(brief.dataset, each.record)) for each in shown
    ]
    said = state.build(brief)
    tail = said.blocks[-1] if said else None
    if isinstance(tail, Sentence) and not any(each.line.type == ROUNDTABLE for each in coming):
        rows.append((None, tail.parts[:-1], "partnership"))
    rows = rows or [(None, "nothing planned found", None)]
    columns = (Column("date", "Date"), Column("what", "Planned, or not found"), Column("whose", "Whose"))
    return Section("ahead", "AHEAD", (Table("ahead", columns, tuple(map(Row, rows))),))


def _remark(step: Step, beside: set[str]) -> tuple[str, ...]:
    """Give what the record remarks on a step, unless it stands beside the sectors that were agreed there."""
    remark = next((each.note for each in step.said.lines if each.note), "")
    return (f"; {remark}",) if remark and remark not in beside else ()


def _beside_sectors(brief: Brief) -> set[str]:
    record = brief.partnership
    at = {line.at for line in record.sectors if line.at} if record else set[str]()
    events = [event_at(brief.dataset, record, each) for each in at] if record else []
    return {each.note for each in events if each is not None and each.note}


def _once(found: Iterable[Step]) -> list[Step]:
    """Put together what one source states and another reports of one day: one step for people, with both sources."""
    groups: dict[tuple[object, ...], Step] = {}
    for step in found:
        name = (step.record.id, step.key, step.planned, when(step).text)
        told = groups.get(name)
        both = (*told.said.lines, *step.said.lines) if told else ()
        groups[name] = replace(told, said=replace(told.said, lines=both)) if told else step
    return list(groups.values())


def _within(brief: Brief, step: Step) -> bool:
    """Tell whether an event of the roadmap is one with an event of the partnership, which says it already."""
    at = step.line.at
    return isinstance(step.record, Roadmap) and at is not None and event_at(brief.dataset, step.record, at) is not None


def _silent(step: Step) -> bool:
    return step.silent


def _over(brief: Brief, step: Step) -> bool:
    """Tell whether each day that a step may have lies behind."""
    return bool(step.days) and all(passed(each, brief.day) for each in step.days)


def _steps(brief: Brief) -> list[Step]:
    records = [each for each in (brief.partnership, brief.roadmap, *brief.projects) if each is not None]
    found = [step for record in records for step in steps_of(brief.dataset, record, brief.day)]
    return sorted(found, key=Step.order)


def _day(step: Step) -> Cell:
    return when(step) if step.days else "undated"
