"""Dated steps of records: every event of a dataset, settled by thing and basis, with what came of what was planned."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event
from talentpart.model.records import Partnership, Roadmap, Shortages, Told
from talentpart.page import Cited, Datum, Part
from talentpart.queries.answers import Answer, answer, happenings
from talentpart.queries.scope import told_by_status
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.said import part_words
from talentpart.reports.parts.words import dated, event_name, listed, lower, passed
from talentpart.values import Day

ROUNDTABLE = "roundtable"
_UNDATED = "9999"
_SCOPES = {"wider": "wider than the record", "unclear": "of what is not clear"}


@dataclass(frozen=True, slots=True)
class Step:
    """One event of a record on one basis: what the sources say of it, settled or open.

    `silent` is a planned day that passed while no source says what came of it.
    """

    record: Told
    key: tuple[str, ...]
    basis: str
    said: Answer[Event]
    silent: bool

    @property
    def line(self) -> Event:
        """Give the line to show, which has a day where any line has one."""
        return next((each for each in self.said.lines if each.date), self.said.lines[0])

    @property
    def planned(self) -> bool:
        """Tell whether it is a plan."""
        return self.basis == "planned"

    @property
    def days(self) -> tuple[Day, ...]:
        """Give the day, or each day that the sources leave open, earliest first; none where no source has one."""
        found = [line.date for line in self.said.lines if line.date]
        shown = dict.fromkeys(found if self.said.open else found[:1])
        return tuple(sorted(shown, key=lambda day: (day.earliest, day.latest)))

    def order(self) -> tuple[str, int, str, tuple[str, ...]]:
        """Give the key that sorts steps: a coarse day stands behind the finer ones inside it, undated steps last."""
        first = self.days[0] if self.days else None
        if first is None:
            return (_UNDATED, 0, self.record.id, self.key)
        return (first.latest, -int(first.earliest.replace("-", "")), self.record.id, self.key)


def steps(dataset: Dataset, day: Day) -> Iterator[Step]:
    """Give the steps of all records that tell a story, record by record; the day of a shortage list is no step."""
    for entry in dataset.entries.values():
        if isinstance(entry.record, Told) and not isinstance(entry.record, Shortages):
            yield from steps_of(dataset, entry.record, day)


def steps_of(dataset: Dataset, record: Told, day: Day) -> Iterator[Step]:
    """Give the steps of a record; what is set aside is left out."""
    groups = happenings(record)
    told = {key for (_, key, basis), lines in groups.items() if basis != "planned" and _kept(lines)}
    for (_, key, basis), lines in groups.items():
        kept = _kept(lines)
        if not kept:
            continue
        said = answer(dataset, record, "events", kept)
        step = Step(record, key, basis, said, silent=False)
        over = bool(step.days) and all(passed(each, day) for each in step.days)
        if basis == "planned" and over and key not in told and not told_by_status(record, step.line.type):
            step = Step(record, key, basis, said, silent=True)
        yield step


def what(dataset: Dataset, step: Step) -> tuple[Part, ...]:
    """Say what happens: roundtables in capitals, plans and silences as such, what it came to, and who says so."""
    line = step.line
    name = event_name(dataset, line)
    text = name.upper() if line.type == ROUNDTABLE else name
    more = [part_words(dataset, line.part)] if line.part else []
    more += [_SCOPES[line.scope]] if line.scope else []
    more += [lower(dataset.label("certainties", line.certainty))] if line.certainty else []
    text += f" ({', '.join(more)})" if more else ""
    place = next((each.place for each in step.said.lines if each.place), None)
    text += f", {dataset.label('places', place)}" if place else ""
    if step.planned:
        text += ", planned"
    labels = [lower(dataset.label("outcomes", each)) for each in _outcomes(step)]
    text += f": {listed(labels)}" if labels else ""
    notes = of_lines(dataset, step.said.lines)
    return (*cited(text, notes), "; that time has passed, nothing found") if step.silent else cited(text, notes)


def remark(step: Step) -> str:
    """Give what is remarked on a day that is a bare year or only implied, and so is easily doubted; else nothing."""
    line = step.line
    doubtful = line.date is not None and not step.planned and (line.date.precision == "year" or bool(line.certainty))
    return line.note or "" if doubtful else ""


def plans(found: Iterable[Step]) -> list[list[Step]]:
    """Put steps together that one source plans alike for several records: one plan, however many it is said of."""
    groups: dict[tuple[object, ...], list[Step]] = {}
    for step in found:
        sources = tuple(sorted({ref.partition("#")[0] for line in step.said.lines for ref in line.source}))
        groups.setdefault((step.line.type, step.line.number, when(step).text, sources), []).append(step)
    return list(groups.values())


def when(step: Step) -> Cited:
    """Give the day of a step at its own precision, with its bound; days left open are joined by "or"."""
    words = " or ".join(day.text.replace("/", " to ") for day in step.days)
    value = step.days[0] if len(step.days) == 1 else None
    return Cited(value, text=dated(step.line, words) if value else words, starred=step.said.differs, name="date")


def owner(dataset: Dataset, record: Told) -> str:
    """Name the record that a step belongs to, under the name of its partnership."""
    if isinstance(record, Partnership | Roadmap):
        return "partnership" if isinstance(record, Partnership) else "roadmap"
    return short_name(dataset, record.id)


def row(dataset: Dataset, step: Step, group: str) -> Datum:
    """Give a step for machines: flat days, of several that are open only the bounds."""
    line, days = step.line, step.days
    return {
        "group": group,
        "subject_kind": step.record.record_kind,
        "subject": step.record.id,
        "name": owner(dataset, step.record),
        "key": ".".join(step.key),
        "type": line.type,
        "number": line.number,
        "part": line.part,
        "scope": line.scope,
        "basis": step.basis,
        "date": days[0].text if len(days) == 1 else None,
        "date_earliest": min(day.earliest for day in days) if days else None,
        "date_latest": max(day.latest for day in days) if days else None,
        "date_precision": (days[0].precision if len(days) == 1 else "open") if days else None,
        "bound": line.bound,
        "contested": step.said.open or step.said.differs,
        "silent": step.silent,
        "outcomes": _outcomes(step),
        "place": next((each.place for each in step.said.lines if each.place), None),
        "level": next((each.level for each in step.said.lines if each.level), None),
        "certainty": line.certainty,
        "note": next((each.note for each in step.said.lines if each.note), None),
        "sources": list(dict.fromkeys(each for one in step.said.lines for each in one.source)),
    }


def _kept(lines: Iterable[object]) -> list[Event]:
    return [line for line in lines if isinstance(line, Event) and line.rank != "set-aside"]


def _outcomes(step: Step) -> list[str]:
    """Give what a step came to in the order of the record, whichever of its lines is shown first."""
    held = [line for line in step.record.events if line in step.said.lines]
    return list(dict.fromkeys(code for line in held for code in line.outcomes))
