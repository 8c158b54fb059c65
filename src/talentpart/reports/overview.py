"""The overview: the state of all partnerships and projects on one screen, as a head of unit reads it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from talentpart.model.dataset import Dataset
from talentpart.model.records import Instrument, Partnership, Project, Source
from talentpart.page import Block, Cell, Column, Datum, Page, Part, Row, Section, Sentence, Table
from talentpart.queries.scope import is_beside, stage_of
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.said import bracketed
from talentpart.reports.parts.scope import Scope
from talentpart.reports.parts.sums import sum_text
from talentpart.reports.parts.whole import overview_steps, people_sums, questions
from talentpart.reports.parts.whole.page import Whole, whole
from talentpart.reports.parts.whole.rungs import Ledger, named
from talentpart.reports.parts.whole.served import served
from talentpart.reports.parts.whole.steps import plans
from talentpart.reports.parts.whole.unanswered import gaps
from talentpart.reports.parts.words import BASES, capital, counted, listed, number
from talentpart.values import Day

ANSWERS = "whole"
_STAGES = (("running", "known to run"), ("ended", "known to have ended"), ("unknown", "of which neither is known"))
_SAME = "same-as"
# So many of a kind stand on a page of one screen, the largest or latest.
_MOST = 3
_FEW = 3
# Of more records with questions left open only the number is told.
_NAMED = 5
# Who asked to take part is no result.
_BEFORE = frozenset({"applicants"})


def build(dataset: Dataset, scope: Scope, as_of: Day) -> Page:
    """Give the overview of the whole record as of a day."""
    briefs = [Brief.of(dataset, each.country, as_of) for each in dataset.all(Partnership)]
    briefs = sorted(briefs, key=lambda each: each.name)
    sections = (
        _partners(briefs), _projects(dataset, as_of), _people(dataset), _money(dataset),
        overview_steps.newest(dataset, as_of), overview_steps.ahead(dataset, as_of), _open(dataset),
        _gaps(dataset, briefs, as_of),
    )  # fmt: skip
    opening = " ".join((overview_steps.opening(dataset), _sources(dataset)))
    commands = ("report compare", "report funding", "report timeline", "report gaps", "query conflicts")
    page = whole(dataset, scope, as_of, Whole("overview", "OVERVIEW", opening, commands), sections)
    return replace(page, most_lines=(60, 50))


def _sources(dataset: Dataset) -> str:
    found = dataset.all(Source)
    undated = sum(each.published is None for each in found)
    tail = f", {'all' if undated == len(found) else number(undated)} of them undated" if undated else ""
    return f"The record rests on {counted(len(found), 'source')}{tail}."


def _partners(briefs: list[Brief]) -> Section:
    if not briefs:
        return Section("partners", "PARTNERS", (Sentence("none", ("No Talent Partnership found.",)),))
    columns = (
        Column("partner", "PARTNERS"), Column("launched", "Launched"), Column("latest", "Last step"),
        Column("roadmap", "Roadmap"), Column("sectors", "Sectors"), Column("projects", "Projects"),
    )  # fmt: skip
    rows = tuple(Row(_row(brief)) for brief in briefs)
    named_states = [each for each in briefs if each.partnership and each.partnership.member_states]
    states = (
        f"Member States are named for {listed([each.name for each in named_states])} alone."
        if named_states
        else "No Member State is named for any of them."
    )
    legend = f"Sectors: by printed label, in brackets those that no project names, ended ones aside. {states}"
    blocks: tuple[Block, ...] = (Table("partners", columns, rows), Sentence("states", (legend,)))
    return Section("partners", "PARTNERS", blocks)


def _row(brief: Brief) -> tuple[Cell, ...]:
    found = served(brief)
    bare = sum(each.bare for each in found)
    running = sum(brief.stage(each) == "running" for each in brief.projects)
    ended = sum(brief.stage(each) == "ended" for each in brief.projects)
    stages = [f"{running} running"] if running else []
    stages += [f"{ended} ended"] if ended else []
    return (
        brief.name, questions.launched(brief), questions.latest(brief), questions.roadmap(brief),
        f"{len(found)} ({bare})" if found else "none found",
        ", ".join([str(len(brief.projects)), *stages]),
    )  # fmt: skip


def _own(dataset: Dataset) -> tuple[Project, ...]:
    """Give the projects that count: those kept only beside the others are named, and are in no number."""
    return tuple(each for each in dataset.all(Project) if not is_beside(dataset, each))


def _projects(dataset: Dataset, as_of: Day) -> Section:
    projects = _own(dataset)
    if not projects:
        return Section("projects", "PROJECTS", (Sentence("none", ("None found.",)),))
    stages: dict[str, list[str]] = {}
    for each in projects:
        stages.setdefault(stage_of(dataset, each, as_of), []).append(each.id)
    parts = []
    for stage, words in _STAGES:
        members = stages.get(stage, [])
        short = stage == "running" or len(members) <= _NAMED
        named_ = [listed([short_name(dataset, each) for each in members])] if short and stage != "unknown" else []
        parts.append(f"{number(len(members)) if members else 'none'} {words}{bracketed(named_)}")
    sentences = [Sentence("stages", (f"{capital(counted(len(projects), 'project'))}: {listed(parts)}.",))]
    twins = _twins(dataset, projects)
    if twins:
        sentences.append(Sentence("twins", twins))
    beside = [each for each in dataset.all(Project) if each not in projects]
    if beside:
        names = listed([short_name(dataset, each.id) for each in beside])
        text = f"Kept beside them, and in no number on this page: {names}."
        sentences.append(Sentence("beside", (text,), give_way=1))
    rows: list[Datum] = [{"stage": stage, "projects": stages.get(stage, [])} for stage, _ in _STAGES]
    return Section("projects", "PROJECTS", tuple(sentences), rows=tuple(rows))


def _twins(dataset: Dataset, projects: tuple[Project, ...]) -> tuple[Part, ...]:
    """Name the pairs of records that may be one project, so that nobody counts them twice."""
    pairs: dict[frozenset[str], list[str]] = {}
    lines = []
    for each in projects:
        for line in each.relations:
            if line.relation == _SAME and line.certainty:
                pairs.setdefault(frozenset((each.id, line.target)), [each.id, line.target])
                lines.append(line)
    if not pairs:
        return ()
    names = [listed([short_name(dataset, each) for each in pair]) for pair in pairs.values()]
    return (*cited(f"May be one project under two names: {'; '.join(names)}", of_lines(dataset, lines)), ".")


def _people(dataset: Dataset) -> Section:
    """Give the largest figures on each basis, each of one project; the rest is counted, and nothing is added."""
    projects = _own(dataset)
    sentences: list[Sentence] = []
    rows: list[Datum] = []
    for basis, word in BASES:
        found = people_sums.counts(dataset, projects, basis)
        rows += [people_sums.datum(basis, measure, one) for measure, each in found.items() for one in each]
        told = [one for measure, each in found.items() for one in each if measure not in _BEFORE]
        told.sort(key=people_sums.low, reverse=True)
        parts: list[Part] = []
        for one in told[:_MOST]:
            parts += ["; " if parts else "", *people_sums.sentence(dataset, [one])]
        if parts:
            lead = "Not said whether planned or reached" if basis == "stated" else capital(word)
            more = f"; and {number(len(told) - _MOST)} smaller" if len(told) > _MOST else ""
            sentences.append(Sentence(basis, (f"{lead}: ", *(each for each in parts if each), f"{more}.")))
        elif basis != "stated":
            sentences.append(Sentence(basis, (f"{capital(word)}: none found in {_of(projects)}.",)))
    return Section("people", "PEOPLE", tuple(sentences), rows=tuple(rows))


def _money(dataset: Dataset) -> Section:
    ledger = Ledger.of(dataset, _own(dataset))
    totals = [each for name, each in ledger.totals.items() if name not in ledger.inside]
    of_all = f"in {len(totals)} of {len(ledger.projects)} projects"
    if len(totals) > 1:
        largest = sorted(totals, key=lambda each: each.low, reverse=True)[:_MOST]
        more = f" and {number(len(totals) - _MOST)} smaller" if len(totals) > _MOST else ""
        lead = f"{capital(sum_text(totals))} {of_all}, our sum: "
        parts: list[Part] = [lead, *named(dataset, largest), f"{more}."]
    elif totals:
        parts = [*named(dataset, totals), f", the one amount found {of_all}."]
    else:
        parts = [f"No amount found in {_of(ledger.projects)}."]
    instruments = [each for each in dataset.all(Instrument) if not any(line.value == "call" for line in each.kind)]
    with_amount = [each for each in instruments if any(line.amount is not None for line in each.money)]
    told = f"{capital(counted(len(instruments), 'instrument'))} named, an amount found for {number(len(with_amount))}."
    told = told.replace("for no.", "for none.")
    sentences = [Sentence("projects", tuple(parts))]
    sentences += [Sentence("instruments", (told,), run_in=True)] if instruments else []
    rows = tuple(
        {
            "project": each.record.id, "currency": each.currency, "value_min": float(each.low),
            "value_max": None if each.high is None else float(each.high), "contested": each.answer.differs,
        }
        for each in totals
    )  # fmt: skip
    return Section("money", "MONEY", tuple(sentences), rows=rows)


def _of(projects: Sequence[Project]) -> str:
    return f"any of {counted(len(projects), 'project')}" if projects else "the records, which hold no project"


def _open(dataset: Dataset) -> Section:
    """Give the questions left open on purpose; of more than a few only the records: `query conflicts` has the rest."""
    found = Counter(entry.record.id for entry in dataset.entries.values() for _ in entry.record.conflicts)
    if not found:
        return Section("open", "OPEN", (Sentence("none", ("No question is left open.",)),))
    rows = tuple(
        {"record": entry.record.id, "field": list(each.field), "because": each.because}
        for entry in dataset.entries.values()
        for each in entry.record.conflicts
    )
    if found.total() <= _FEW:
        words = [f"{short_name(dataset, str(row['record']))}: {row['because']}." for row in rows]
        return Section("open", "OPEN", tuple(Sentence("open", (text,)) for text in words), rows=rows)
    names = [
        f"{short_name(dataset, each)}{f' ({number(count)})' if count > 1 else ''}"
        for each, count in (found.items() if len(found) <= _NAMED else ())
    ]
    where = listed(names) or f"{number(len(found))} records"
    text = f"{capital(counted(found.total(), 'question'))} left open, on {where}."
    return Section("open", "OPEN", (Sentence("open", (text,)),), rows=rows)


def _gaps(dataset: Dataset, briefs: list[Brief], as_of: Day) -> Section:
    found = gaps(dataset, as_of)
    kinds = Counter(each.kind for each in found)
    bare = sum(one.bare for brief in briefs for one in served(brief))
    labels = sum(len(served(brief)) for brief in briefs)
    silent = [each.name for each in briefs if each.roadmap is None or not each.roadmap.status]
    records = len({each.record.id for each in found if each.kind == "missing"})
    text = f"{capital(counted(kinds['missing'], 'field'))} that {counted(records, 'record')} cannot fill"
    text += f"; {bare} of {labels} agreed sectors that no project names, ended ones aside" if bare else ""
    text += f"; no status of the roadmap with {listed(silent)}" if silent else ""
    passed = len(plans(each for each in overview_steps.own_steps(dataset, as_of) if each.silent))
    text += f"; {counted(passed, 'plan')} passed in silence" if passed else ""
    rows: list[Datum] = [{"kind": kind, "gaps": count} for kind, count in sorted(kinds.items())]
    return Section("gaps", "GAPS", (Sentence("gaps", (f"{text}.",)),), rows=tuple(rows))
