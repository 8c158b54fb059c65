"""A country in full: two pages, with every step, sector, project, gap and difference of its records."""

from dataclasses import replace

from talentpart.page import Page, Section, Sentence
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.briefing import money
from talentpart.reports.parts.frame import Frame, framed
from talentpart.reports.parts.full import differ as full_differ
from talentpart.reports.parts.full import gaps as full_gaps
from talentpart.reports.parts.full import projects as full_projects
from talentpart.reports.parts.full import sectors as full_sectors
from talentpart.reports.parts.full import short as full_short
from talentpart.reports.parts.full import steps as full_steps


def build(brief: Brief) -> Page:
    """Give the page; nothing in it gives way, however long it is."""
    partnership = brief.partnership
    word = "EU Talent Partnership" if partnership else "no EU Talent Partnership"
    nothing = f"{brief.name} is no partner country of a Talent Partnership; this is what the records hold on it."
    first = f"show {partnership.id}" if partnership else f"query projects --country {brief.country}"
    frame = Frame(
        kind="country",
        title=f"{brief.name.upper()} · {word} · full briefing",
        subject={
            "kind": "country", "id": brief.country, "name": brief.name,
            "partnership": partnership.id if partnership else None,
        },
        opening=() if partnership else (nothing,),
        records=(partnership, brief.roadmap, *brief.projects),
        commands=(first, f"report timeline --country {brief.country}"),
        most_lines=(0, 0),
    )  # fmt: skip
    sections = (
        full_short.build(brief), full_steps.build(brief), full_sectors.build(brief), full_projects.build(brief),
        money.build(brief), full_steps.ahead(brief), full_gaps.build(brief), full_differ.build(brief),
    )  # fmt: skip
    page = framed(brief.dataset, brief.day, frame, sections)
    return replace(page, foot=(page.foot[0], _made(brief)))


def _made(brief: Brief) -> Section:
    """Say how the page was made, and what it is not."""
    about = brief.dataset.about
    made = f"By talentpart, from dataset {about.version} of {about.day}, {brief.dataset.where}."
    not_official = "Facts from public sources; not an official document of the European Union."
    return Section("dataset", "MADE", (Sentence("dataset", (f"{made} {not_official}",)),))
