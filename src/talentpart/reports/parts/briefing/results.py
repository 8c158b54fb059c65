"""RESULTS: what is reported of people of this country; said even when it is nothing."""

from collections.abc import Iterable
from functools import partial

from talentpart.model.lines import Figure
from talentpart.model.records import Project
from talentpart.page import Cited, Part, Section, Sentence
from talentpart.queries.answers import answer
from talentpart.queries.grades import GRADES, Grade, grade
from talentpart.queries.paths import match
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.briefing.people import people, words_of
from talentpart.reports.parts.cite import of_lines
from talentpart.reports.parts.said import bracketed, equal, reach
from talentpart.reports.parts.words import figure, lower

Told = tuple[Project, tuple[list[Figure], bool, bool]]
# Who asked to take part is no result.
_BEFORE = frozenset({"applicants"})
# How a figure may be used, in the words of an officer.
_LEADS: dict[Grade, str] = {"say": "To say", "with-source": "With its source named", "ready": "Be ready for"}


def build(brief: Brief) -> Section:
    """Give the people reported for this country alone by how they may be used, then of all countries, then unclear."""
    sentences = []
    whose = f"from {brief.name}" if brief.side == "origin" else f"in projects with a stated corridor to {brief.name}"
    alone = _graded(brief, "alone")
    if not alone:
        sentences.append(Sentence("reported", (f"No source read counts people {whose} who moved or were trained.",)))
    sentences += [Sentence(name, (f"{_LEADS[name]}: ", *parts, ".")) for name, parts in alone.items()]
    lead = f"Of all {'partner countries' if brief.side == 'origin' else 'Member States'} of a project together, "
    for index, (name, parts) in enumerate(_graded(brief, "all").items()):
        words = _LEADS[name] if index else f"{lead}{lower(_LEADS[name])}"
        sentences.append(Sentence(f"{name}-together", (f"{words}: ", *parts, "."), run_in=bool(index)))
    stated = _parts(brief, _said(brief, "stated"), "alone")
    if stated:
        sentences.append(Sentence("stated", ("Not said whether planned or reached: ", *stated, ".")))
    return Section("results", "RESULTS", tuple(sentences))


def _graded(brief: Brief, covers: str) -> dict[Grade, list[Part]]:
    """Give what is reported by how it may be used: said, said with its source, kept ready."""
    grades: dict[Grade, list[Told]] = {each: [] for each in GRADES}
    for each in _said(brief, "actual"):
        project, (lines, differs, _) = each
        grades[grade(brief.dataset, project, lines, differs=differs)].append(each)
    parts = {name: _parts(brief, told, covers) for name, told in grades.items()}
    return {name: each for name, each in parts.items() if each}


def _said(brief: Brief, basis: str) -> list[Told]:
    return [(project, each) for project in brief.projects for each in people(brief, project, basis)]


def _parts(brief: Brief, found: Iterable[Told], covers: str) -> list[Part]:
    parts: list[Part] = []
    last = None
    for project, (lines, differs, every) in found:
        if every != (covers == "all") or lines[0].measure in _BEFORE:
            continue
        name = "" if project is last else f"{short_name(brief.dataset, project.id)}: "
        between = ", " if project is last else "; " if parts else ""
        last = project
        for index, (text, same) in enumerate(equal(lines, lines, partial(words_of, brief, project)).items()):
            parts.append(" or " if index else f"{between}{name}")
            notes = of_lines(brief.dataset, same)
            parts.append(Cited(same[0].value, notes, text=text, starred=differs, name=project.id))
        parts += _of_these(brief, project, lines[0])
    return parts


def _part(brief: Brief, line: Figure) -> str:
    """Say which part of a whole a figure counts: `24 trainees (women)`, `0 trainees (from Egypt)`."""
    return bracketed(reach(brief.dataset, line))


def _of_these(brief: Brief, project: Project, whole: Figure) -> list[Part]:
    """Give the numbers that are part of a figure, in the same breath, so that nobody adds them to it."""
    parts: list[Part] = []
    for line in project.figures if not whole.of else ():
        told = line.of and line.value is not None and line.basis == whole.basis and line.rank != "set-aside"
        told = told and line is not whole and bool(brief.reach(project, line))
        if told and any(each is whole for _, each in match(project, line.of or "")):
            text = f"{figure(brief.dataset, line)}{_part(brief, line)}"
            notes = of_lines(brief.dataset, [line])
            starred = answer(brief.dataset, project, "figures", [line]).differs
            lead = ", of these " if not parts else " and "
            parts += [lead, Cited(line.value, notes, text=text, starred=starred, name=line.measure)]
    return parts
