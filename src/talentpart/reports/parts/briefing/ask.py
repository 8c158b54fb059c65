"""ASK: who can fill which gap; a partnership's goes to the framework's lead, a project's to its lead or implementer."""

from talentpart.model.dataset import Dataset
from talentpart.model.records import Told
from talentpart.page import Section, Sentence
from talentpart.queries.scope import destinations, origins
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.whom import bodies_with, budget_body
from talentpart.reports.parts.words import capital, counted, listed, ordinal

# So many questions an officer can put in one meeting; the longer page has them all.
MOST = 3
_BUDGET = "budget"
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
    ("money", _BUDGET),
    ("figures.planned", "people planned"),
    ("figures.actual", "people reached"),
    ("figures.duration", "duration"),
    ("figures", "people"),
    ("corridors", "countries"),
    ("organisations", "who runs it"),
    ("eligible", "who can apply"),
)
# What of a project no officer asks for before a meeting; `talentpart query gaps` has it all.
_LEFT = frozenset({"names", "relations", "corridors", "sectors", "status"})
_ANSWERABLE = frozenset({"not-stated", "not-seen", "not-found", "not-published"})


def build(brief: Brief, most: int = MOST) -> Section | None:
    """Give a line for each body with what it alone can answer, from the gaps of the records on this country.

    The partnership's comes first, then those of projects, the running before the ended; beyond `most` they are counted.
    """
    asked: dict[str, dict[str, list[str]]] = {}
    alike: dict[str, list[str]] = {}
    lead = bodies_with(brief.dataset, brief.framework, ("lead",)) if brief.framework else []
    if brief.partnership is not None:
        topics = open_topics(brief.dataset, brief.partnership)
        if brief.roadmap is not None:
            topics += [f"the roadmap's {each}" for each in open_topics(brief.dataset, brief.roadmap)]
        for body in lead[:1]:
            asked.setdefault(body, {})[listed(list(dict.fromkeys(["next roundtable", *topics])))] = []
    for project in brief.projects:
        topics = open_topics(brief.dataset, project, _LEFT)
        people = [each for each in topics if each.startswith("people")]
        ends, word = (origins, "from") if brief.side == "origin" else (destinations, "for")
        if people or len(ends(brief.dataset, project)) > 1:
            topics = [each for each in topics if each not in people] + [f"people {word} {brief.name}"]
        payer = budget_body(brief.dataset, project) if _BUDGET in topics else ""
        if payer:
            topics = [each for each in topics if each != _BUDGET]
            asked.setdefault(payer, {}).setdefault(_BUDGET, []).append(short_name(brief.dataset, project.id))
        bodies = bodies_with(brief.dataset, project, ("lead",)) or bodies_with(brief.dataset, project, ("implementer",))
        body = listed(bodies[:2] or lead[:1])
        if topics and body:
            name = short_name(brief.dataset, project.id)
            question = listed(sorted(dict.fromkeys(topics), key=_order))
            if bodies:
                alike.setdefault(question, []).append(f"{body} ({name})")
            else:
                asked.setdefault(body, {}).setdefault(question, []).append(name)
    texts = [f"{body}: {'; '.join(map(_question, questions.items()))}." for body, questions in asked.items()]
    texts += [f"{', '.join(bodies)}: {question}." for question, bodies in alike.items()]
    if len(texts) > most:
        more = "--full" if brief.side == "origin" else "talentpart query gaps"  # A Member State has no full page.
        texts = [*texts[:most], f"{capital(counted(len(texts) - most, 'more question'))}: {more}."]
    sentences = tuple(Sentence(f"ask-{i}", (text,), run_in=True) for i, text in enumerate(texts, 1))
    return Section("ask", "ASK", sentences) if sentences else None


def _order(topic: str) -> int:
    """Give the place of a topic in a question, so that the same gaps make the same question."""
    return next((i for i, (_, words) in enumerate(_ASKED) if words == topic), len(_ASKED))


def _question(asked: tuple[str, list[str]]) -> str:
    """Give a question with the projects it is asked of; projects of which the same is asked stand together."""
    question, projects = asked
    return f"{listed(projects)}: {question}" if projects else question


def open_topics(dataset: Dataset, record: Told, left: frozenset[str] = frozenset()) -> list[str]:
    """Give what the record does not hold, in words, each once; what stands in the lists of `left` is left out."""
    places = dataset.codes("places")
    found = []
    for gap in record.missing:
        if gap.why not in _ANSWERABLE:
            continue
        for field in gap.field:
            steps = field.split(".")
            if steps[-1] in places or steps[0] in left:
                continue  # What is missing of one country alone is asked for as "people from ..." below.
            if steps[:2] == ["events", "roundtable"] and steps[2:3] and steps[2].isdecimal():
                found.append(f"what the {ordinal(int(steps[2]))} roundtable agreed")
                continue
            name = "sectors.at" if steps[0] == "sectors" and steps[-1] == "at" else field
            if steps[0] == "figures" and steps[-1] in {"planned", "actual"} and steps[1] != "duration":
                name = f"figures.{steps[-1]}"
            words = next((words for start, words in _ASKED if name == start or name.startswith(start + ".")), steps[0])
            found.append(words)
    return list(dict.fromkeys(found))
