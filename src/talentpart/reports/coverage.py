"""Coverage: which expected facts are there, on how many independent sources, how old, and what is missing and why."""

from collections.abc import Sequence
from dataclasses import replace

from talentpart.model.dataset import Dataset
from talentpart.model.records import Partnership, Project
from talentpart.page import Page
from talentpart.queries.scope import partnership_with, projects_in
from talentpart.reports.parts.scope import Scope
from talentpart.reports.parts.whole import coverage_silence, coverage_support, coverage_tables
from talentpart.reports.parts.whole.chosen import records
from talentpart.reports.parts.whole.coverage_facts import (
    EXPECTED_OF_PARTNERSHIPS,
    EXPECTED_OF_PROJECTS,
    UNEXPLAINED,
    Fact,
    facts,
)
from talentpart.reports.parts.whole.page import Whole, whole
from talentpart.reports.parts.words import capital, counted, listed, number
from talentpart.values import Day

ANSWERS = "whole"
FILTERS = ("country", "sector")


def build(dataset: Dataset, scope: Scope, as_of: Day) -> Page:
    """Give the coverage of all partnerships and projects, or of those that a country or a sector leaves."""
    partnerships, projects, remarks = _subjects(dataset, scope, as_of)
    of_partnerships, of_projects = facts(dataset, partnerships), facts(dataset, projects)
    found = [*of_partnerships, *of_projects]
    day = coverage_support.limit(as_of)
    sections = (
        coverage_tables.table(dataset, "partnerships", EXPECTED_OF_PARTNERSHIPS, of_partnerships, day),
        coverage_tables.table(dataset, "projects", EXPECTED_OF_PROJECTS, of_projects, day),
        coverage_tables.legend(dataset, found), coverage_support.thin(dataset, found),
        coverage_support.old(dataset, found, as_of), coverage_silence.missing(dataset, found),
        coverage_silence.silent(dataset, found),
    )  # fmt: skip
    country = f" --country {scope.country}" if scope.country else ""
    commands = (f"report gaps{country}", f"query gaps{country}", "query sources", "query claims")
    report = Whole("coverage", "COVERAGE", _opening(found, len(partnerships), len(projects)), commands)
    return whole(dataset, scope, as_of, report, [each for each in sections if each is not None], remarks)


def _subjects(dataset: Dataset, scope: Scope, as_of: Day) -> tuple[Sequence[Partnership], Sequence[Project], list[str]]:
    """Give the partnerships by country and the projects by id that the filters leave, and remarks on the filters."""
    partnerships: Sequence[Partnership] = dataset.all(Partnership)
    projects: Sequence[Project] = dataset.all(Project)
    remarks: list[str] = []
    if scope.country:
        own = partnership_with(dataset, scope.country)
        partnerships, projects = [own] if own else [], projects_in(dataset, scope.country)
    if scope.sector:
        of_sector = replace(scope, country="")
        for name in ("partnerships", "projects"):
            kept, told = records(dataset, name, of_sector, as_of)
            partnerships = [each for each in partnerships if name == "projects" or each.id in (kept or ())]
            projects = [each for each in projects if name == "partnerships" or each.id in (kept or ())]
            remarks += [each for each in told if each not in remarks]
    return sorted(partnerships, key=lambda each: dataset.label("places", each.country)), projects, remarks


def _opening(found: Sequence[Fact], partnerships: int, projects: int) -> str:
    """Give the answer in a sentence: how many facts are said, how many on two witnesses, how many are missing."""
    due = [each for each in found if each.due]
    if not due:
        return "No partnership and no project found of which a fact is expected."
    said = [each for each in due if each.said]
    twice = sum(each.independent > 1 for each in said)
    unexplained = sum(each.why == UNEXPLAINED for each in due)
    counts = [(partnerships, "partnership"), (projects, "project")]
    whose = listed([counted(count, noun) for count, noun in counts if count])
    agreed = f", {_none(twice)} of them by two or more independent sources" if said else ""
    text = f"{capital(number(len(said)))} of {len(due)} expected facts said of {whose}{agreed}."
    bare = len(due) - len(said)
    if not bare:
        return text
    return f"{text} {capital(_none(bare - unexplained))} missing for a stated reason, {_none(unexplained)} without."


def _none(count: int) -> str:
    return number(count) if count else "none"
