"""PROJECTS in full, two short paragraphs each: who, where and when; then planned, stated, reported, and the money."""

from collections.abc import Iterable, Sequence

from talentpart.model.lines import Figure
from talentpart.model.records import Project
from talentpart.page import Block, Column, Datum, Part, Row, Section, Sentence, Table
from talentpart.queries.answers import things
from talentpart.queries.paths import match
from talentpart.queries.scope import origins
from talentpart.queries.subjects import short_name
from talentpart.reports.parts import doubles
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.briefing import projects
from talentpart.reports.parts.briefing.people import is_people
from talentpart.reports.parts.record import bodies, naming, paying
from talentpart.reports.parts.said import bracketed, count, hedges, reach, shown
from talentpart.reports.parts.words import BASES, capital, figure, lower, silence
from talentpart.tables import as_data

_HEAD = "Who, where and when; then planned, stated and reported, and money"
# The events that say when a project runs; every other one stands under STEPS.
_RUNS = frozenset({"start", "launch", "end"})
_WHOM = frozenset({"mobility", "target_groups"})
# What is counted in it lasts: its number means nothing without the unit.
_TIME = "months"
# What a machine gets of a project beside the row of the short briefing.
_LISTS = ("status", "organisations", "corridors", "events", "figures", "money")


def build(brief: Brief) -> Section:
    """Give two rows for each project, running ones first; what may be one project under two names is said below."""
    if not brief.projects:
        return Section("projects", "PROJECTS", (Sentence("none", ("None found.",)),))
    rows = []
    for project in brief.projects:
        rows.append(Row((short_name(brief.dataset, project.id), _who(brief, project))))
        rows.append(Row(("", _numbers(brief, project))))
    table = Table("projects", (Column("project", "Project"), Column("told", _HEAD)), tuple(rows))
    blocks: tuple[Block, ...] = (table, *doubles.sentences(brief.dataset, brief.projects))
    short = projects.build(brief).rows
    data = tuple(_datum(brief, each, row) for each, row in zip(brief.projects, short, strict=True))
    return Section("projects", "PROJECTS", blocks, rows=data)


def _who(brief: Brief, project: Project) -> tuple[Part, ...]:
    """Say what it is and how far, between which countries, for whom, who does what, and from when to when."""
    dataset = brief.dataset
    said = [each for each in naming.state(dataset, project).blocks if isinstance(each, Sentence)]
    kind = [each for each in said if each.id == "kind"]
    whom = [each for each in said if each.id in _WHOM]
    runs = [each for each in naming.events(dataset, project) if each.id in _RUNS]
    return _joined(
        [*kind, *bodies.corridors(dataset, project), *whom, *bodies.roles(dataset, project), *_runs(project, runs)]
    )


def _runs(project: Project, said: Sequence[Sentence]) -> list[Sentence]:
    """Give the days between which it runs; a start and an end of which nothing is known, in one sentence."""
    why = {each: silence(project, f"events.{each}") for each in ("start", "end")}
    nothing = [each for each in said if each.id in why and each.parts == (f"{capital(each.id)}: {why[each.id]}.",)]
    if len(nothing) == len(why) and len(set(why.values())) == 1:
        both = Sentence("runs", (f"Start and end: {why['start']}.",))
        return [*(each for each in said if each not in nothing), both]
    return list(said)


def _numbers(brief: Brief, project: Project) -> tuple[Part, ...]:
    """Give every figure by basis, people that are not known as such, then what is paid and by whom."""
    parts: list[Part] = []
    silent = {silence(project, f"figures.{basis}") for basis, _ in BASES if basis != "stated"}
    if not any(line.rank != "set-aside" for line in project.figures) and len(silent) == 1:
        parts.append(f"People planned and reported: {silent.pop()}.")
    for basis, word in BASES if not parts else ():
        found = _figures(brief, project, basis)
        parts += [" "] if parts and found else []
        parts += [f"{capital(word)}: ", *found] if found else []
    money = [each for each in paying.build(brief.dataset, project).blocks if isinstance(each, Sentence)]
    return (*parts, " ", *_joined(money))


def _figures(brief: Brief, project: Project, basis: str) -> list[Part]:
    groups = [
        kept
        for (_, _, said), lines in things(project, "figures").items()
        if said == basis
        if (kept := [line for line in lines if isinstance(line, Figure) and line.rank != "set-aside"])
    ]
    groups.sort(key=lambda each: each[0].of is not None)
    parts: list[Part] = []
    for lines in groups:
        parts += [", "] if parts else []
        parts += shown(brief.dataset, project, "figures", lines, lambda line: _words(brief, project, line))
    if basis != "stated" and not any(is_people(brief, each[0]) for each in groups):
        parts += [", people " if parts else "", silence(project, f"figures.{basis}")]
    notes = dict.fromkeys(
        f" {_remark(brief.dataset.label('measures', line.measure), line.note)}."
        for lines in groups for line in lines if line.note
    )  # fmt: skip
    return [*(each for each in parts if each), ".", *notes] if parts else []


def _words(brief: Brief, project: Project, line: Figure) -> str:
    """Give a figure with what hedges and limits it; one that covers several partner countries says so."""
    dataset = brief.dataset
    more = [*hedges(dataset, line), *reach(dataset, line)]
    if brief.reach(project, line) == "all" and not line.origin and len(origins(dataset, project)) > 1:
        more.append("all partner countries together")
    wholes = [each for _, each in match(project, line.of or "")] if line.of else []
    whole = next((dataset.label("measures", each.measure) for each in wholes if isinstance(each, Figure)), "")
    more += [f"of those {whole}"] if whole else []
    more += [f"as of {line.as_of}"] if line.as_of else []
    item = dataset.codes("measures").get(line.measure)
    lasts = item is not None and item.unit == _TIME and line.percent is None
    told = f"{lower(item.label)} {count(dataset, line)}" if item and lasts else figure(dataset, line)
    return f"{told}{bracketed(more)}"


def _remark(label: str, note: str) -> str:
    """Give a remark on a figure behind the name of its measure, unless it begins with that."""
    return capital(note) if note.casefold().startswith(label.casefold()) else f"{capital(label)}: {note}"


def _joined(sentences: Iterable[Sentence]) -> tuple[Part, ...]:
    """Put sentences in a row as one paragraph."""
    parts: list[Part] = []
    for each in sentences:
        parts += [" ", *each.parts] if parts else each.parts
    return tuple(parts)


def _datum(brief: Brief, project: Project, short: Datum) -> Datum:
    """Give the row of the short briefing with every line on who, where, when, figures and money under `lines`."""
    data = as_data(brief.dataset, project)
    return {**short, "lines": {name: data.get(name, []) for name in _LISTS}}
