"""The timeline: every dated event of the records, drawn over one axis of years and listed, by partnership."""

from collections.abc import Iterable, Mapping, Sequence

from talentpart.model.dataset import Dataset
from talentpart.model.records import Framework, Instrument, Partnership, Project, Roadmap, Told
from talentpart.page import Block, Column, Mark, Page, Part, Row, Section, Sentence, Span, Table, Timeline, Track
from talentpart.queries.relations import standing
from talentpart.queries.scope import projects_in, stage_of
from talentpart.queries.subjects import fold
from talentpart.reports.parts import look_alike
from talentpart.reports.parts.scope import Scope
from talentpart.reports.parts.whole.chosen import chosen
from talentpart.reports.parts.whole.page import Whole, whole
from talentpart.reports.parts.whole.steps import ROUNDTABLE, Step, owner, remark, row, what, when
from talentpart.reports.parts.words import capital, counted, event_name
from talentpart.values import Day

ANSWERS = "whole"
FILTERS = ("country", "member_state", "sector", "since", "until")

_SEVERAL, _OTHER, _FRAMES, _PAYERS, _REST = (
    "Projects with several partners", "Other projects", "Frameworks", "Instruments", "Policies",
)  # fmt: skip
# So many records with one moment each are drawn on one line; the list below names them.
_MANY = 4
_BASES = ("actual", "stated", "planned")
# These do not set where the axis begins: what they hold may be much older than the partnerships.
_BESIDE = frozenset({_PAYERS, _REST})
_PERIODS = frozenset({"period-covered"})


def build(dataset: Dataset, scope: Scope, as_of: Day) -> Page:
    """Give the timeline, narrowed to a country, a Member State, a sector or a stretch of days where asked."""
    found, remarks = chosen(dataset, scope, as_of)
    groups = _grouped(dataset, scope, found)
    dated = [step for each in groups.values() for step in each if step.days]
    undated = [step for each in groups.values() for step in each if not step.days]
    first, last = _years(groups, scope, as_of)
    blocks: list[Block] = []
    for name, each in groups.items():
        told = [step for step in each if step.days]
        if told:
            drawn = Timeline(fold(name), name.upper(), first, last, as_of, _tracks(dataset, as_of, told))
            blocks += [drawn, _table(dataset, fold(name), told)]
    if undated:
        blocks.append(_undated(dataset, undated))
    rows = tuple(row(dataset, step, name) for name, each in groups.items() for step in each)
    section = Section("steps", "STEPS", tuple(blocks) or (Sentence("none", ("No event found.",)),), rows=rows)
    report = Whole("timeline", "TIMELINE", _opening(dated, undated), _commands(scope))
    return whole(dataset, scope, as_of, report, (section,), [*_alike(dataset, dated), *remarks])


def _alike(dataset: Dataset, dated: Iterable[Step]) -> list[str]:
    """Give what the records say on things of different kinds on this page that are easily taken for each other."""
    shown = {step.record.id: step.record for step in dated}
    notes = {
        line.note: look_alike.words(dataset, record, line)
        for record in reversed(shown.values())
        for line in reversed(standing(record, look_alike.RELATION))
        if line.note and line.target in shown
        if shown[line.target].record_kind != record.record_kind
    }
    return [f"not to be mixed up: {each}" for each in reversed(notes.values())]


def _grouped(dataset: Dataset, scope: Scope, found: Iterable[Step]) -> dict[str, list[Step]]:
    """Put steps under the partnership that they belong to, by the country's name, and what belongs to none below."""
    homes = _homes(dataset, scope)
    names = sorted({dataset.label("places", each.country) for each in dataset.all(Partnership)})
    groups: dict[str, list[Step]] = {name: [] for name in (*names, _SEVERAL, _OTHER, _FRAMES, _REST, _PAYERS)}
    for step in found:
        groups[_group(dataset, step.record, homes)].append(step)
    return {name: sorted(each, key=Step.order) for name, each in groups.items() if each}


def _homes(dataset: Dataset, scope: Scope) -> Mapping[str, Sequence[str]]:
    """Give for each project the countries whose partnership it belongs to; the one asked for is enough."""
    homes: dict[str, list[str]] = {}
    for partnership in dataset.all(Partnership):
        for project in projects_in(dataset, partnership.country):
            homes.setdefault(project.id, []).append(partnership.country)
    return {name: [scope.country] if scope.country in each else each for name, each in homes.items()}


def _group(dataset: Dataset, record: Told, homes: Mapping[str, Sequence[str]]) -> str:
    match record:
        case Partnership():
            return dataset.label("places", record.country)
        case Roadmap():
            partnership = dataset.find(Partnership, record.partnership)
            return dataset.label("places", partnership.country) if partnership else _REST
        case Project():
            found = homes.get(record.id, ())
            return dataset.label("places", found[0]) if len(found) == 1 else _SEVERAL if found else _OTHER
        case Framework():
            return _FRAMES
        case Instrument():
            return _PAYERS
        case _:
            return _REST


def _years(groups: Mapping[str, Sequence[Step]], scope: Scope, as_of: Day) -> tuple[int, int]:
    """Give the first and the last year of the axis that all groups share; the day of the page is on it if it can be."""
    shown = [step for name, each in groups.items() if name not in _BESIDE for step in each]
    days = [day for step in shown or [step for each in groups.values() for step in each] for day in step.days]
    first = int(min((day.earliest for day in days), default=as_of.earliest)[:4])
    last = int(max([*(day.latest for day in days), as_of.latest])[:4])
    first = max(first, int(scope.since[:4])) if scope.since else min(first, int(as_of.earliest[:4]))
    last = min(last, int(scope.until[:4])) if scope.until else last
    return min(first, last), max(first, last)


def _tracks(dataset: Dataset, as_of: Day, told: Iterable[Step]) -> tuple[Track, ...]:
    """Give a track for each record, the partnership's first; many with a single moment each share one."""
    records: dict[str, list[Step]] = {}
    for step in sorted(told, key=lambda step: not isinstance(step.record, Partnership | Roadmap)):
        records.setdefault(step.record.id, []).append(step)
    tracks = [_track(dataset, as_of, each) for each in records.values()]
    single = [each for each in tracks if len(each.marks) == 1 and not each.spans]
    if len(single) < _MANY:
        return tuple(tracks)
    together = Track(f"{len(single)} with one step each", tuple(mark for each in single for mark in each.marks))
    return (*(each for each in tracks if each not in single), together)


def _track(dataset: Dataset, as_of: Day, told: Sequence[Step]) -> Track:
    record = told[0].record
    starts, ends = _first_of(told, "start"), _first_of(told, "end")
    if starts is None and isinstance(record, Project):
        starts = _first_of(told, "launch")
    running = isinstance(record, Project) and stage_of(dataset, record, as_of) == "running"
    spans = []
    if starts or ends:
        spans.append(
            Span(
                _covered(starts), _covered(ends), start_planned=starts is not None and starts.planned,
                end_planned=ends is not None and ends.planned, running=running, passed=ends is not None and ends.silent,
            )
        )  # fmt: skip
    periods = [step for step in told if step.line.type in _PERIODS]
    for step in periods:
        days = (Day.parse(step.days[0].earliest), Day.parse(step.days[-1].latest))
        spans.append(Span(*days, start_planned=True, end_planned=True))
    marks = [_mark(dataset, step) for step in told if step not in (starts, ends) and step not in periods]
    return Track(owner(dataset, record), tuple(each for each in marks if each), tuple(spans))


def _mark(dataset: Dataset, step: Step) -> Mark | None:
    day = _covered(step)
    if day is None:
        return None
    name = event_name(dataset, step.line)
    number = step.line.number if step.line.type == ROUNDTABLE else None
    by = step.line.bound == "by"
    if step.silent:
        return Mark(day, "passed", f"{name}, planned, nothing found", number, by)
    if step.planned:
        return Mark(day, "planned", f"{name}, planned", number, by)
    return Mark(day, "roundtable" if step.line.type == ROUNDTABLE else "event", name, number, by)


def _first_of(told: Iterable[Step], event_type: str) -> Step | None:
    """Give the step of a type for the whole of a record: reported before stated before planned."""
    found = [step for step in told if step.key == (event_type,)]
    return min(found, key=lambda step: _BASES.index(step.basis), default=None)


def _covered(step: Step | None) -> Day | None:
    """Give the day of a step; of several that are left open, the stretch that holds them all."""
    if step is None or not step.days:
        return None
    if len(step.days) == 1:
        return step.days[0]
    return Day.parse(f"{min(d.earliest for d in step.days)}/{max(d.latest for d in step.days)}")


def _table(dataset: Dataset, name: str, told: Iterable[Step]) -> Table:
    rows = tuple(Row((when(step), _what(dataset, step), owner(dataset, step.record))) for step in told)
    return Table(f"{name}-steps", (Column("date", "Date"), Column("what", "Step"), Column("whose", "Whose")), rows)


def _what(dataset: Dataset, step: Step) -> tuple[Part, ...]:
    """Give a step, and what is remarked on its day where that is doubtful."""
    said = remark(step)
    return (*what(dataset, step), f"; {said}") if said else what(dataset, step)


def _undated(dataset: Dataset, told: Iterable[Step]) -> Table:
    rows = tuple(Row(("not found", what(dataset, step), owner(dataset, step.record))) for step in told)
    return Table("undated", (Column("date", "UNDATED"), Column("what", "Step"), Column("whose", "Whose")), rows)


def _opening(dated: Sequence[Step], undated: Sequence[Step]) -> str:
    days = [day for step in dated for day in step.days]
    if not days:
        return "No dated event found."
    records = len({step.record.id for step in dated})
    first, last = min(day.earliest for day in days)[:4], max(day.latest for day in days)[:4]
    span = f"in {first}" if first == last else f"from {first} to {last}"
    silent = sum(step.silent for step in dated)
    text = f"{capital(counted(len(dated), 'dated step'))} of {counted(records, 'record')}, {span}"
    text += f"; {counted(silent, 'planned day')} passed in silence" if silent else ""
    return f"{text}; {counted(len(undated), 'step')} without a day, at the end." if undated else f"{text}."


def _commands(scope: Scope) -> tuple[str, ...]:
    country = f" --country {scope.country}" if scope.country else ""
    return f"query events{country}", f"query dates{country}"
