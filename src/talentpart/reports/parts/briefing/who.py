"""WHO: the Member States named for the partnership, then those in its projects; lists that pair nobody stand apart."""

from talentpart.model.lines import Corridor
from talentpart.model.records import Project
from talentpart.page import Part, Section, Sentence
from talentpart.queries.scope import country_of, is_listed, is_paired
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.cite import cited, note, of_lines
from talentpart.reports.parts.words import listed, places, silence, why_silent


def build(brief: Brief) -> Section:
    """Name Member States of the partnership, of projects by stated corridors, and those that are only listed."""
    sentences = [] if brief.partnership is None else [_named(brief)]
    paired = [(p, c) for p in brief.projects for c in brief.corridors(p) if c.destination]
    stated = [(p, c) for p, c in paired if is_paired(c)]
    states = places(brief.dataset, (country_of(brief.dataset, d) for _, c in stated for d in c.destination))
    if states:
        notes = of_lines(brief.dataset, (corridor for _, corridor in stated))
        sentences.append(Sentence("projects", ("In projects: ", *cited(listed(states), notes), "."), run_in=True))
    else:
        sentences.append(Sentence("projects", ("In projects: no Member State is named.",), run_in=True))
    unpaired = [(p, c) for p, c in paired if not is_paired(c) and not is_listed(c)]
    sentences += _beside(brief, unpaired, "pairs", "Pairs not stated: ")
    sentences += _beside(brief, [(p, c) for p, c in paired if is_listed(c)], "listed", "Only listed: ")
    return Section("who", "WHO", tuple(sentences))


def _named(brief: Brief) -> Sentence:
    record = brief.partnership
    if record is None or not record.member_states:
        _, references = why_silent(record, "member_states") if record else ("", ())
        word = silence(record, "member_states") if record else "none found"
        parts: tuple[Part, ...] = (
            cited("partnership", note(brief.dataset, references)) if references else ("partnership",)
        )
        found = "No Member State named for the " if word == "not stated" else "No Member State found for the "
        return Sentence("partnership", (found, *parts, "."))
    names = places(brief.dataset, (line.place for line in record.member_states))
    notes = of_lines(brief.dataset, record.member_states)
    return Sentence("partnership", ("Named for the partnership: ", *cited(listed(names), notes), "."))


def _beside(brief: Brief, found: list[tuple[Project, Corridor]], name: str, label: str) -> list[Sentence]:
    """Name the Member States of which a project does not say that they work with this country, or with which."""
    parts: list[Part] = []
    for project, corridor in found:
        names = listed(places(brief.dataset, corridor.destination))
        lead = "; " if parts else label
        words = f"{names} in {short_name(brief.dataset, project.id)}"
        parts += [lead, *cited(words, note(brief.dataset, corridor.source))]
    return [Sentence(name, (*parts, "."), run_in=True)] if parts else []
