"""ASK: who can fill which gap; a partnership's goes to the framework's lead, a project's to its lead or implementer."""

from talentpart.model.lines import Role
from talentpart.model.records import Project, Told
from talentpart.page import Section, Sentence
from talentpart.queries.scope import origins
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.words import listed

# What a gap in a field is called in a question, by the first steps of its path; the first that fits is taken.
_ASKED = (
    ("sectors.at", "when the sectors were agreed"),
    ("sectors", "sectors"),
    ("member_states", "Member States taking part"),
    ("status", "status"),
    ("objectives", "objectives"),
    ("activities", "activities"),
    ("events.implementation-start", "start of implementation"),
    ("events.start", "dates"),
    ("events.end", "dates"),
    ("events", "days of events"),
    ("money", "budget"),
    ("figures.planned", "people planned"),
    ("figures.actual", "people reached"),
    ("figures", "people"),
    ("corridors", "countries"),
    ("organisations", "who runs it"),
)
# What of a project no officer asks for before a meeting; `talentpart query gaps` has it all.
_LEFT = frozenset({"names", "relations", "corridors", "sectors", "status"})
_ANSWERABLE = frozenset({"not-stated", "not-seen", "not-found", "not-published"})


def build(brief: Brief) -> Section | None:
    """Give a line for each body with what it alone can answer, from the gaps of the records on this country."""
    asked: dict[str, list[str]] = {}
    lead = _bodies(brief, brief.framework, ("lead",)) if brief.framework else []
    if brief.partnership is not None:
        topics = _topics(brief, brief.partnership)
        if brief.roadmap is not None:
            topics += [f"the roadmap's {each}" for each in _topics(brief, brief.roadmap)]
        for body in lead[:1]:
            asked.setdefault(body, []).append(listed(list(dict.fromkeys(["next roundtable", *topics]))))
    for project in brief.projects:
        topics = _topics(brief, project)
        people = [each for each in topics if each.startswith("people")]
        if people or len(origins(brief.dataset, project)) > 1:
            topics = [each for each in topics if each not in people] + [f"people from {brief.name}"]
        bodies = _bodies(brief, project, ("lead",)) or _bodies(brief, project, ("implementer",))
        body = listed(bodies[:2] or lead[:1])
        if topics and body:
            asked.setdefault(body, []).append(
                f"{short_name(brief.dataset, project.id)}: {listed(list(dict.fromkeys(topics)))}"
            )
    sentences = tuple(
        Sentence(f"ask-{i}", (f"{body}: {'; '.join(each)}.",), run_in=True)
        for i, (body, each) in enumerate(asked.items(), 1)
    )
    return Section("ask", "ASK", sentences) if sentences else None


def _bodies(brief: Brief, record: Told, roles: tuple[str, ...]) -> list[str]:
    lines: tuple[Role, ...] = record.organisations
    return [short_name(brief.dataset, each.organisation) for each in lines if each.role in roles]


def _topics(brief: Brief, record: Told) -> list[str]:
    """Give what the record does not hold, in words, each once."""
    places = brief.dataset.codes("places")
    found = []
    for gap in record.missing:
        if gap.why not in _ANSWERABLE:
            continue
        for field in gap.field:
            steps = field.split(".")
            if steps[-1] in places or (isinstance(record, Project) and steps[0] in _LEFT):
                continue  # What is missing of one country alone is asked for as "people from ..." below.
            name = "sectors.at" if steps[0] == "sectors" and steps[-1] == "at" else field
            words = next((words for start, words in _ASKED if name == start or name.startswith(start + ".")), steps[0])
            found.append(words)
    return list(dict.fromkeys(found))
