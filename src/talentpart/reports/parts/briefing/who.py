"""WHO: the Member States named for the partnership, then those in its projects; lists that pair nobody stand apart."""

from talentpart.model.lines import Corridor, Place
from talentpart.model.records import Partnership, Project
from talentpart.page import Footnote, Part, Section, Sentence
from talentpart.queries.scope import country_of, is_listed, is_member_state, is_paired
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.cite import cited, note, of_lines
from talentpart.reports.parts.said import hedges, run
from talentpart.reports.parts.whose import whose
from talentpart.reports.parts.words import listed, lower, places, silence, why_silent


def build(brief: Brief) -> Section:
    """Name Member States of the partnership, of projects by stated corridors, and those that are only listed."""
    sentences = [] if brief.partnership is None else [_named(brief)]
    paired = [(p, c) for p in brief.projects for c in brief.corridors(p) if c.destination]
    states = states_of(brief)
    if states:
        sentences.append(Sentence("projects", ("In projects: ", *run(states), "."), run_in=True))
    else:
        sentences.append(Sentence("projects", ("In projects: no Member State is named.",), run_in=True))
    unpaired = [(p, c) for p, c in paired if not is_paired(c) and not is_listed(c)]
    sentences += _beside(brief, unpaired, "pairs", "Pairs not stated: ")
    sentences += _beside(brief, [(p, c) for p, c in paired if is_listed(c)], "listed", "Only listed: ")
    return Section("who", "WHO", tuple(sentences))


def states_of(brief: Brief) -> list[tuple[str, tuple[Footnote, ...]]]:
    """Give the Member States to which a stated corridor of a project leads, each with a source that has it."""
    states: dict[str, tuple[Footnote, ...]] = {}
    for corridor in (each for project in brief.projects for each in brief.corridors(project)):
        for place in corridor.destination if is_paired(corridor) else ():
            if is_member_state(brief.dataset, place):
                name = brief.dataset.label("places", country_of(brief.dataset, place))
                states.setdefault(name, note(brief.dataset, corridor.source[:1]))
    return sorted(states.items())


def by_role(brief: Brief, record: Partnership) -> dict[str, list[Place]]:
    """Give the Member States named for a partnership by role, hedge and whose word: `as lead, by press alone`."""
    groups: dict[str, list[Place]] = {}
    for line in record.member_states:
        if line.rank != "set-aside":
            role = f"as {lower(brief.dataset.label('place-roles', line.role))}" if line.role else "in no role said"
            words = (role, *hedges(brief.dataset, line), whose(brief.dataset, [line]))
            groups.setdefault(", ".join(each for each in words if each), []).append(line)
    return groups


def _named(brief: Brief) -> Sentence:
    record = brief.partnership
    groups = by_role(brief, record) if record else {}
    if record is None or not groups:
        _, references = why_silent(record, "member_states") if record else ("", ())
        word = silence(record, "member_states") if record else "none found"
        found = "No Member State named for the " if word == "not stated" else "No Member State found for the "
        named = cited("partnership", note(brief.dataset, references)) if references else ("partnership",)
        return Sentence("partnership", (found, *named, "."))
    parts: list[Part] = ["Named for the partnership "]
    for index, (role, lines) in enumerate(groups.items()):
        names = listed(places(brief.dataset, (line.place for line in lines)))
        parts += ["; " if index else "", *cited(f"{role}: {names}", of_lines(brief.dataset, lines))]
    return Sentence("partnership", (*(each for each in parts if each != ""), *_silent(brief, record), "."))


def _silent(brief: Brief, record: Partnership) -> tuple[Part, ...]:
    """Say which source, read for it, names no Member State, although another does."""
    _, references = why_silent(record, "member_states")
    source = brief.dataset.source(references[0]) if references else None
    if source is None or source.publisher is None:
        return ()
    text = f"{short_name(brief.dataset, source.publisher)} names none"
    return ("; ", *cited(text, note(brief.dataset, references)))


def _beside(brief: Brief, found: list[tuple[Project, Corridor]], name: str, label: str) -> list[Sentence]:
    """Name the Member States of which no source of a project says that they work with this country, or with which."""
    parts: list[Part] = []
    for project in dict.fromkeys(each for each, _ in found):
        corridors = [corridor for each, corridor in found if each is project]
        ends = (country_of(brief.dataset, place) for each in corridors for place in each.destination)
        codes = [each for each in ends if each not in brief.far_ends(project)]
        if not codes:
            continue
        words = f"{listed(places(brief.dataset, codes))} in {short_name(brief.dataset, project.id)}"
        parts += ["; " if parts else label, *cited(words, of_lines(brief.dataset, corridors))]
    return [Sentence(name, (*parts, "."), run_in=True)] if parts else []
