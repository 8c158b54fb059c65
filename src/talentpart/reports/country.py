"""The briefing on a country: its Talent Partnership on one screen, in the order and words of a careful desk officer.

Asked for in full, it is two pages: every step, sector, project, gap and difference.
"""

from collections.abc import Callable

from talentpart.model.dataset import Dataset
from talentpart.model.records import Policy
from talentpart.page import Cited, Origin, Page, Section, Sentence, parts_of
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.briefing import (
    ahead,
    ask,
    care,
    money,
    named,
    projects,
    results,
    roadmap,
    sectors,
    state,
    who,
)
from talentpart.reports.parts.frame import left_out, made
from talentpart.reports.parts.scope import Scope
from talentpart.reports.parts.words import is_moment
from talentpart.values import Day

ANSWERS = "country"
FULL = True
_SECTIONS: tuple[Callable[[Brief], Section | None], ...] = (
    state.build, named.build, roadmap.build, sectors.build, who.build, projects.build,
    money.build, results.build, care.build, ahead.build, ask.build,
)  # fmt: skip


def build(dataset: Dataset, scope: Scope, as_of: Day) -> Page:
    """Give the briefing on the country of that code; `dataset` is already a view as of the day.

    A country that is no partner gets what the records hold on it, and the head says so first.
    """
    brief = Brief.of(dataset, scope.subject.id, as_of)
    if scope.full:
        from talentpart.reports.parts.full import page as full  # One screen does not pay for two pages.

        return full.build(brief)
    sections = tuple(section for each in _SECTIONS if (section := each(brief)) is not None)
    about = dataset.about
    word = "EU Talent Partnership" if brief.partnership else "no EU Talent Partnership"
    return Page(
        shape="briefing",
        kind="country",
        title=f"{brief.name.upper()} · {word}",
        as_of=as_of,
        origin=Origin(about.version, about.day.text, dataset.sha256, dataset.where),
        sections=sections,
        subject={
            "kind": "country",
            "id": brief.country,
            "name": brief.name,
            "partnership": brief.partnership.id if brief.partnership else None,
        },
        notes=left_out(dataset),
        head=_head(brief, sections),
        foot=(_next(brief), made(dataset)),
    )


def _head(brief: Brief, sections: tuple[Section, ...]) -> tuple[Sentence, ...]:
    parts = [part for section in sections for block in section.blocks for part in parts_of(block)]
    marks = [part for part in parts if isinstance(part, Cited)]
    text = []
    if brief.partnership is None:
        text.append(f"{brief.name} is no partner country of a Talent Partnership; this is what the records hold on it.")
    newest = _newest(brief)
    text.append(f"Newest event shown: {newest}." if newest else "No dated event found.")
    if any(note.weak for part in marks for note in part.notes):
        text.append("[n?]: press, research or unofficial copy, check before quoting.")
    if any(part.starred for part in marks):
        text.append("*: sources differ.")
    return (Sentence("newest", (" ".join(text),)),)


def _newest(brief: Brief) -> Day | None:
    policies = [each for each in named.naming(brief) if isinstance(each, Policy)]
    days = [
        event.date
        for record in (brief.partnership, brief.roadmap, *brief.projects, *policies)
        if record is not None
        for event in record.events
        if event.basis != "planned" and event.date and event.rank != "set-aside"
    ]
    moments = [day for day in days if is_moment(day)]
    return max(moments, key=lambda day: (day.latest, day.earliest), default=None)


def _next(brief: Brief) -> Section:
    name = brief.partnership.id if brief.partnership else brief.country
    second = f"show {name}" if brief.partnership else f"query projects --country {name}"
    text = f"talentpart report {name} --full · talentpart {second}"
    return Section("next", "NEXT", (Sentence("next", (text,)),))
