"""The report on a Member State: its projects, those that state no pair, its bodies, the money, what is not known."""

from dataclasses import replace

from talentpart.model.dataset import Dataset
from talentpart.page import Page
from talentpart.queries.scope import origins
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.briefing import ahead, ask, care, money, projects, results
from talentpart.reports.parts.frame import Frame, framed
from talentpart.reports.parts.member_state import bodies as state_bodies
from talentpart.reports.parts.member_state import who as state_who
from talentpart.reports.parts.scope import Scope
from talentpart.reports.parts.words import capital, counted, listed, number, places
from talentpart.values import Day

ANSWERS = "member-state"
_NO_LIMIT = 1_000


def build(dataset: Dataset, scope: Scope, as_of: Day) -> Page:
    """Give the report on the Member State of that code; `dataset` is already a view as of the day.

    Money, results and what lies ahead are those of the projects with a corridor stated to end there.
    """
    brief, unsure = Brief.of_state(dataset, scope.subject.id, as_of)
    both = replace(brief, projects=(*brief.projects, *unsure.projects))
    frame = Frame(
        kind="member-state",
        title=f"{brief.name.upper()} · EU Member State",
        subject={"kind": "member-state", "id": brief.country, "name": brief.name},
        opening=(_opening(brief, unsure),),
        records=both.projects,
        commands=(f"query projects --member-state {brief.country}", f"query gaps --member-state {brief.country}"),
        most_lines=(0, 0) if scope.full else (60, 50),
    )
    sections = (
        state_who.build(brief), state_bodies.build(brief, unsure), projects.build(brief), state_who.unpaired(unsure),
        money.build(brief), state_bodies.funds(both), results.build(brief), care.build(both), ahead.of_projects(both),
        state_who.gaps(both), ask.build(both, most=_NO_LIMIT if scope.full else ask.MOST),
    )  # fmt: skip
    return framed(dataset, as_of, frame, sections)


def _opening(brief: Brief, unsure: Brief) -> str:
    """Say how many projects end there, from which countries, and how many more state no pair or only list it."""
    if not brief.projects and not unsure.projects:
        return f"No project found that names {brief.name}."
    codes = dict.fromkeys(code for each in brief.projects for code in origins(brief.dataset, each))
    said = f"{counted(len(brief.projects), 'project')} with a stated corridor to {brief.name}"
    said += f", from {listed(places(brief.dataset, codes))}" if codes else ""
    only = sum(state_who.only_lists(unsure, each) for each in unsure.projects)
    several = len(unsure.projects) - only
    if several:
        said += f"; {number(several)} more with no pairs stated"
    if only:
        lead = f", {number(only)} that" if several else f"; {number(only)} more"
        said += f"{lead} only list{'s' if only == 1 else ''} it"
    return f"{capital(said)}."
