"""NEWEST and AHEAD of the whole record: the last events that happened, what is planned, what passed in silence."""

from talentpart.model.dataset import Dataset
from talentpart.model.records import Partnership, Policy, Project, Roadmap, Told
from talentpart.page import Cited, Part, Section, Sentence
from talentpart.queries.scope import is_beside
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.whole.framework_names import known_as
from talentpart.reports.parts.whole.steps import Step, plans, steps, what, when
from talentpart.reports.parts.words import capital, counted, event_name
from talentpart.values import Day

_MOST = 5
_KEPT = 3
# Events that tell of a period or of a text, not of a step.
_NO_STEP = frozenset({"period-covered"})


def opening(dataset: Dataset) -> str:
    """Say which event is the newest of all records."""
    days = [
        (line.date, entry.record)
        for entry in dataset.entries.values()
        if isinstance(entry.record, Told)
        for line in entry.record.events
        if line.basis != "planned"
        and line.date
        and line.rank != "set-aside"
        and line.type not in _NO_STEP
        and not (isinstance(entry.record, Roadmap) and line.at)
    ]
    if not days:
        return "No dated event found."
    day, record = max(days, key=lambda pair: (pair[0].earliest, pair[0].latest, pair[1].id))
    return f"Newest event: {day} ({_whose(dataset, record)})."


def own_steps(dataset: Dataset, as_of: Day) -> list[Step]:
    """Give the steps of all records but those of projects that are kept only beside the others."""
    return [
        each
        for each in steps(dataset, as_of)
        if not (isinstance(each.record, Project) and is_beside(dataset, each.record))
    ]


def newest(dataset: Dataset, as_of: Day) -> Section:
    """Give the five last steps of partnerships, projects and what pays for them, the newest first."""
    found = [
        each for each in own_steps(dataset, as_of)
        if each.days and not each.planned and each.line.type not in _NO_STEP and not isinstance(each.record, Policy)
        and each.days[-1].earliest <= as_of.latest and not _doubled(each)
    ]  # fmt: skip
    found.sort(key=lambda each: (each.days[-1].earliest, each.days[-1].latest, each.record.id), reverse=True)
    sentences = tuple(
        Sentence(each.record.id, (*_when(each), f" {_whose(dataset, each.record)}: ", *what(dataset, each), "."),
                 give_way=2 if index >= _KEPT else 0)
        for index, each in enumerate(found[:_MOST])
    )  # fmt: skip
    return Section("newest", "NEWEST", sentences or (Sentence("none", ("No dated event found.",)),))


def ahead(dataset: Dataset, as_of: Day) -> Section:
    """Give what is planned for a day that has not passed, then which plans passed in silence."""
    told = own_steps(dataset, as_of)
    planned = [each for each in told if each.planned and each.days and each.line.type not in _NO_STEP]
    coming = sorted((e for e in planned if e.days[-1].latest >= as_of.earliest), key=lambda each: each.days[-1].latest)
    silent = sorted((each for each in planned if each.silent), key=lambda each: each.days[-1].latest)
    sentences = [
        Sentence(each.record.id, (*_when(each), f" {_whose(dataset, each.record)}: ", *what(dataset, each), "."),
                 give_way=2 if index >= _KEPT else 0)
        for index, each in enumerate(coming[:_MOST])
    ]  # fmt: skip
    if not coming:
        sentences.append(Sentence("none", ("Nothing planned found.",)))
    if silent:
        groups = plans(silent)
        latest = ", the latest" if len(groups) > _KEPT else ""
        parts: list[Part] = [f"{capital(counted(len(groups), 'plan'))} passed and nothing was found{latest}: "]
        for index, each in enumerate(groups[-_KEPT:]):
            whose = ", ".join(sorted(dict.fromkeys(_whose(dataset, one.record) for one in each)))
            name, notes = event_name(dataset, each[0].line), of_lines(dataset, (x for y in each for x in y.said.lines))
            day = when(each[0]).text
            day = day if each[0].line.bound == "by" else f"for {day}"
            parts += ["; " if index else "", *cited(f"{name} {day} ({whose})", notes)]
        sentences.append(Sentence("silent", (*(each for each in parts if each), "."), run_in=not coming))
    return Section("ahead", "AHEAD", tuple(sentences))


def _doubled(step: Step) -> bool:
    """Tell whether a step of a roadmap is the event of its partnership told again."""
    return isinstance(step.record, Roadmap) and any(line.at for line in step.said.lines)


def _when(step: Step) -> tuple[Cited]:
    day = when(step)
    words = str(step.days[0]) if len(step.days) == 1 else day.text
    return (Cited(day.value, text=capital(words), starred=day.starred, name="date"),)


def _whose(dataset: Dataset, record: Told) -> str:
    if isinstance(record, Partnership):
        return dataset.label("places", record.country)
    if isinstance(record, Roadmap):
        return f"roadmap with {short_name(dataset, record.partnership)}"
    return known_as(dataset, record.id)
