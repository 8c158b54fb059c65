"""BODIES and FUNDS of a Member State: what its bodies do, what others do beside them, which instruments fund it."""

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Money, Role
from talentpart.model.records import Instrument, Organisation, Project, Told
from talentpart.page import Part, Section, Sentence
from talentpart.queries.answers import answer
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.record.bodies import role_words
from talentpart.reports.parts.record.naming import status
from talentpart.reports.parts.said import bracketed, run
from talentpart.reports.parts.words import lower

# By this short name a record's list of who may apply calls the Member States.
_MEMBER_STATES = "member-states"
_CALL = "call"


def build(brief: Brief, unsure: Brief) -> Section:
    """Give each body of the state with its roles, in whatever record, then the others in projects that end there."""
    dataset = brief.dataset
    found: dict[str, list[tuple[Told, Role]]] = {}
    for record in _records(brief, unsure):
        for line in record.organisations:
            if line.rank != "set-aside":
                found.setdefault(line.organisation, []).append((record, line))
    own = [each for each in found if _country(brief, each) == brief.country]
    sentences = [
        Sentence(f"body-{each}", (f"{short_name(dataset, each)}: ", *_roles(brief, found[each]), ".")) for each in own
    ]
    if not sentences:
        sentences.append(Sentence("none", (f"No body of {brief.name} is named in what was read.",)))
    here = {project.id for project in brief.projects}
    for each, roles in found.items():
        mine = [(record, line) for record, line in roles if record.id in here]
        if each not in own and mine:
            home = dataset.label("places", _country(brief, each))
            name = f"{short_name(dataset, each)}{bracketed([home])}"
            first = sentences[-1].id.startswith("body-") or sentences[-1].id == "none"
            said = (f"{name}: ", *_roles(brief, mine), ".")
            sentences.append(Sentence(f"other-{each}", said, give_way=1, run_in=not first))
    return Section("bodies", "BODIES", tuple(sentences))


def funds(brief: Brief) -> Section | None:
    """Give the instruments that fund the projects, by name, those to which Member States may apply, and open calls."""
    dataset = brief.dataset
    paying: dict[tuple[str, str], dict[str, list[Money]]] = {}
    for project in brief.projects:
        for line in project.money:
            if line.payer is None or line.rank == "set-aside" or dataset.find(Instrument, line.payer) is None:
                continue
            hedge = lower(dataset.label("certainties", line.certainty)) if line.certainty else ""
            paying.setdefault((line.payer, hedge), {}).setdefault(project.id, []).append(line)
    sentences: list[Sentence] = []
    for (payer, hedge), lines in paying.items():
        items = [(short_name(dataset, each), of_lines(dataset, same)) for each, same in lines.items()]
        name = short_name(dataset, payer)
        said = (f"{name} ({hedge}: ", *run(items), ").") if hedge else (f"{name} funds ", *run(items), ".")
        sentences.append(Sentence(f"pays-{payer}", said, run_in=bool(sentences)))
    return Section("funds", "FUNDS", (*sentences, *_to_apply(dataset))) if sentences or _to_apply(dataset) else None


def _to_apply(dataset: Dataset) -> list[Sentence]:
    """Give the instruments to which Member States may apply, and of their calls those that a source has as open."""
    eligible = {
        record.id: of_lines(dataset, [line])
        for record in dataset.all(Instrument)
        for line in record.eligible
        if line.slug == _MEMBER_STATES
    }
    calls = [each for each in dataset.all(Instrument) if any(line.value == _CALL for line in each.kind)]
    lasting = [
        (short_name(dataset, each), notes) for each, notes in eligible.items() if each not in {c.id for c in calls}
    ]
    sentences = [Sentence("open", ("Member States may apply to: ", *run(lasting), "."))] if lasting else []
    for call in calls:
        above = {line.target for line in call.relations if line.relation == "part-of"}
        if {call.id, *above} & set(eligible) and _is_open(dataset, call):
            parts = (f"{short_name(dataset, call.id)}", *status(dataset, call), ".")
            sentences.append(Sentence(f"call-{call.id}", parts, run_in=bool(sentences), give_way=3))
    return sentences


def _is_open(dataset: Dataset, call: Instrument) -> bool:
    lines = [line for line in call.status if line.rank != "set-aside"]
    found = answer(dataset, call, "status", lines) if lines else None
    return found is not None and found.best is not None and not found.open and found.best.value == "open"


def _records(brief: Brief, unsure: Brief) -> list[Told]:
    """Give the state's projects first, then every other record in which a body may have a role."""
    first: list[Told] = [*brief.projects, *unsure.projects]
    others = [e.record for e in brief.dataset.entries.values() if isinstance(e.record, Told) and e.record not in first]
    return [*first, *others]


def _country(brief: Brief, organisation: str) -> str:
    record = brief.dataset.find(Organisation, organisation)
    return (record.country or "") if record else ""


def _roles(brief: Brief, roles: list[tuple[Told, Role]]) -> list[Part]:
    """Say what a body does where; what it does in several records is said once."""
    parts: list[Part] = []
    for record, line in roles:
        preposition = "of" if isinstance(record, Project) else "in"
        text = f"{role_words(brief.dataset, line)} {preposition} {short_name(brief.dataset, record.id)}"
        parts += ["; " if parts else "", *cited(text, of_lines(brief.dataset, [line]))]
    return [each for each in parts if each != ""]
