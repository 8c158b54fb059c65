"""WHO of a Member State: what names it and with whom it works; UNPAIRED: projects with no stated pair; GAPS."""

from collections.abc import Sequence
from dataclasses import replace

from talentpart.model.records import Framework, Instrument, Partnership, Project
from talentpart.page import Footnote, Part, Section, Sentence
from talentpart.queries.paths import lines_of
from talentpart.queries.scope import country_of, is_listed
from talentpart.queries.slots import EXPECTED, fills
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.briefing import projects as country_projects
from talentpart.reports.parts.cite import cited, note, of_lines
from talentpart.reports.parts.said import bracketed, limits, run
from talentpart.reports.parts.whose import whose
from talentpart.reports.parts.words import capital, counted, either, listed, lower, number, places, why_silent

_NO_PLACE = "a place not stated"


def build(brief: Brief) -> Section:
    """Say for which partnerships the state is named, in which lists it stands, and which countries it works with."""
    sentences = [_partnerships(brief), *_named(brief)]
    partners: dict[str, tuple[Footnote, ...]] = {}
    for line in (line for each in brief.projects for line in brief.corridors(each)):
        for code in line.origin:
            name = brief.dataset.label("places", country_of(brief.dataset, code))
            partners.setdefault(name, note(brief.dataset, line.source[:1]))
    if partners:
        sentences.append(Sentence("projects", ("In projects with: ", *run(sorted(partners.items())), ".")))
    else:
        sentences.append(Sentence("projects", ("In projects: none found with a stated corridor.",)))
    sentences += _places(brief)
    return Section("who", "WHO", tuple(sentences))


def unpaired(unsure: Brief) -> Section | None:
    """Give the projects that name the state and state no pair, and say how each names it."""
    if not unsure.projects:
        return None
    table = country_projects.section(unsure, "listed", "UNPAIRED")
    said: list[Sentence] = []
    for project in unsure.projects:
        for line in unsure.corridors(project):
            starts, ends = places(unsure.dataset, line.origin), places(unsure.dataset, line.destination)
            if is_listed(line):
                text = f"only lists {listed(ends)}{f' beside {listed(starts)}' if starts else ''}"
            else:
                text = f"from {either(starts) or _NO_PLACE} to {either(ends) or _NO_PLACE}; pairs not stated"
            parts = cited(f"{short_name(unsure.dataset, project.id)}: {text}", of_lines(unsure.dataset, [line]))
            said.append(Sentence(f"how-{project.id}", (*parts, "."), run_in=True, give_way=2))
    return replace(table, blocks=(*table.blocks, *said))


def only_lists(unsure: Brief, project: Project) -> bool:
    """Tell whether a project only lists the state: no corridor of it says that people move there."""
    return all(is_listed(each) for each in unsure.corridors(project))


def gaps(brief: Brief) -> Section | None:
    """Say of how many of the projects each thing that a project should say is not found, the most missed first."""
    silences: dict[int, list[str]] = {}
    for slot in EXPECTED["project"]:
        empty = [
            each for each in brief.projects
            if not any(fills(brief.dataset, slot, name, line) for name, line in lines_of(each))
        ]  # fmt: skip
        if empty:
            silences.setdefault(len(empty), []).append(slot.words)
    if not silences:
        return None
    total = len(brief.projects)
    said = []
    for count, words in sorted(silences.items(), reverse=True):
        whole = "of it" if total == 1 else f"of {'both' if total == 2 else f'all {number(total)}'}"  # noqa: PLR2004 - both
        said.append(f"{whole if count == total else f'of {number(count)}'}, {listed(words)}")
    text = f"{capital(counted(total, 'project'))} in all. Not found {'; '.join(said)}."
    return Section("gaps", "GAPS", (Sentence("gaps", (text,), give_way=1),))


def _partnerships(brief: Brief) -> Sentence:
    partnerships = brief.dataset.all(Partnership)
    if not partnerships:
        return Sentence("partnerships", ("No partnership found.",))
    items: list[tuple[str, tuple[Footnote, ...]]] = []
    for each in partnerships:
        lines = [
            line
            for line in each.member_states
            if country_of(brief.dataset, line.place) == brief.country and line.rank != "set-aside"
        ]
        roles = [lower(brief.dataset.label("place-roles", line.role)) for line in lines if line.role]
        if lines:
            name = brief.dataset.label("places", each.country)
            items.append((f"{name}{bracketed([*roles, whose(brief.dataset, lines)])}", of_lines(brief.dataset, lines)))
    if items:
        return Sentence("partnerships", ("Named for the partnership with: ", *run(items), "."))
    silent = [each for each in partnerships if not each.member_states]
    references = dict.fromkeys(ref for each in silent for ref in why_silent(each, "member_states")[1])
    text = f"Named for none of {counted(len(partnerships), 'partnership')}"
    if silent and len(silent) == len(partnerships):
        text += "; no Member State is named for any"
    return Sentence("partnerships", (*cited(text, note(brief.dataset, references)), "."))


def _named(brief: Brief) -> list[Sentence]:
    """Give the lists of frameworks and instruments in which the state stands, and as what."""
    sentences = []
    dataset = brief.dataset
    records: list[Framework | Instrument] = [*dataset.all(Framework), *dataset.all(Instrument)]
    for record in records:
        items = []
        for line in record.countries:
            if country_of(dataset, line.place) == brief.country:
                role = lower(dataset.label("place-roles", line.role)) or "named"
                items.append((f"{role}{bracketed(limits(dataset, line))}", of_lines(dataset, [line])))
        if items:
            sentences.append(Sentence(f"named-{record.id}", (f"{short_name(dataset, record.id)}: ", *run(items), ".")))
    return sentences


def _places(brief: Brief) -> list[Sentence]:
    """Name the parts of the country to which a corridor leads, and in which project."""
    parts: list[Part] = []
    for project in brief.projects:
        lines = [line for line in brief.corridors(project) if _within(brief, line.destination)]
        names = dict.fromkeys(each for line in lines for each in _within(brief, line.destination))
        if names:
            parts.append("; " if parts else "Place within: ")
            text = f"{listed(list(names))}, in {short_name(brief.dataset, project.id)}"
            parts += cited(text, of_lines(brief.dataset, lines))
    return [Sentence("places", (*parts, "."), run_in=True)] if parts else []


def _within(brief: Brief, codes: Sequence[str]) -> list[str]:
    """Give the names of the places that are a part of the country, and not the whole of it."""
    inside = [each for each in codes if each != brief.country and country_of(brief.dataset, each) == brief.country]
    return [brief.dataset.label("places", each) for each in inside]
