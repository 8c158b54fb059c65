"""RESULTS: what is reported of people of this country; said even when it is nothing."""

from talentpart.model.lines import Figure
from talentpart.model.records import Project
from talentpart.page import Cited, Part, Section, Sentence
from talentpart.queries.answers import answer
from talentpart.queries.paths import match
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.briefing.projects import people
from talentpart.reports.parts.cite import of_lines
from talentpart.reports.parts.words import figure


def build(brief: Brief) -> Section:
    """Give the people reported for this country alone, else that no source counts them, then what is only stated."""
    sentences = []
    whose = f"from {brief.name}" if brief.side == "origin" else f"in the projects of {brief.name}"
    reported = _parts(brief, "actual", "alone")
    if reported:
        sentences.append(Sentence("reported", ("Reported: ", *reported, ".")))
    else:
        sentences.append(Sentence("reported", (f"No source read counts people {whose} who moved or were trained.",)))
    together = _parts(brief, "actual", "all")
    if together:
        sentences.append(
            Sentence("together", ("Reported for all countries of a project together: ", *together, "."), run_in=True)
        )
    stated = _parts(brief, "stated", "alone")
    if stated:
        sentences.append(
            Sentence("stated", ("Stated without saying whether planned or reached: ", *stated, "."), run_in=True)
        )
    return Section("results", "RESULTS", tuple(sentences))


def _parts(brief: Brief, basis: str, reach: str) -> list[Part]:
    parts: list[Part] = []
    for project in brief.projects:
        for lines, differs, every in people(brief, project, basis):
            if every != (reach == "all"):
                continue
            for index, line in enumerate(lines):
                lead = f"{short_name(brief.dataset, project.id)} " if index == 0 else ""
                parts.append(("" if not parts else (" or " if index else "; ")) + lead)
                text = figure(brief.dataset, line)
                parts.append(
                    Cited(line.value, of_lines(brief.dataset, [line]), text=text, starred=differs, name=project.id)
                )
            parts += _of_these(brief, project, lines[0])
    return parts


def _of_these(brief: Brief, project: Project, whole: Figure) -> list[Part]:
    """Give the numbers that are part of a figure, in the same breath, so that nobody adds them to it."""
    parts: list[Part] = []
    for line in project.figures:
        told = line.of and line.value is not None and line.basis == whole.basis and line.rank != "set-aside"
        if told and any(each is whole for _, each in match(project, line.of or "")):
            text = figure(brief.dataset, line)
            notes = of_lines(brief.dataset, [line])
            starred = answer(brief.dataset, project, "figures", [line]).differs
            lead = ", of these " if not parts else " and "
            parts += [lead, Cited(line.value, notes, text=text, starred=starred, name=line.measure)]
    return parts
