"""GAPS and ASK of one record: what its sources do not say, why, and which body can answer."""

from collections.abc import Iterable

from talentpart.model.dataset import Dataset
from talentpart.model.records import Framework, Instrument, Missing, Told
from talentpart.page import Part, Section, Sentence
from talentpart.queries.slots import silent
from talentpart.reports.parts.brief import leads
from talentpart.reports.parts.briefing.ask import open_topics
from talentpart.reports.parts.cite import cited, note
from talentpart.reports.parts.said import bracketed
from talentpart.reports.parts.whom import bodies_with, budget_body
from talentpart.reports.parts.words import SILENCE, capital, listed, lower, ordinal

# The words for the first step of a path, and for whole paths whose steps read badly one by one.
_WORDS = {
    "figures.planned": "people planned", "figures.actual": "people reported", "figures": "figures",
    "money.amount": "amount of money", "money": "money", "corridors": "countries", "events": "events",
    "names.official": "official name", "names.short": "short name", "organisations": "who runs it",
    "corridors.destination": "country of destination", "corridors.origin": "country of origin",
    "figures.moved": "people moved", "relations.follows": "what it follows",
    "names": "names", "relations": "relation", "eligible": "who can apply", "member_states": "Member States",
}  # fmt: skip
_CODELISTS = ("event-types", "roles", "measures", "places", "sectors", "relations", "money-types", "name-kinds")
# What was looked for, in words that begin a list of things.
_WHY = {"not-found": "not found", "not-seen": "not found"}
# What is nobody's to answer.
_UNASKED = frozenset({"names", "relations"})
# Lists that need no name where a later step says more.
_BARE = frozenset({"events", "figures", "organisations", "relations", "names"})
_BASES = {"planned": "planned", "actual": "reported", "at": "when agreed"}


def build(dataset: Dataset, record: Told) -> Section | None:
    """Give each gap with its reason, its remark and the sources that were read for it; then what is only unsaid."""
    sentences = [_gap(dataset, record, each, run_in=bool(index)) for index, each in enumerate(record.missing)]
    unsaid = [slot.words for slot in silent(dataset, record)]
    if unsaid:
        sentences.append(Sentence("expected", (f"Not found: {'; '.join(unsaid)}.",), run_in=bool(sentences)))
    return Section("gaps", "GAPS", tuple(sentences)) if sentences else None


def ask(dataset: Dataset, record: Told) -> Section | None:
    """Give who can fill the gaps: a budget that an instrument funds, its secretariat; else those who run the record."""
    found = open_topics(dataset, record, _UNASKED)
    bodies = bodies_with(dataset, record, ("lead",)) or bodies_with(dataset, record, ("secretariat", "implementer"))
    bodies = bodies or _above(dataset, record)
    asked: dict[str, list[str]] = {}
    grant = budget_body(dataset, record)
    for topic in found:
        body = grant if grant and topic == "budget" else listed(bodies[:2])
        if body:
            asked.setdefault(body, []).append(topic)
    sentences = tuple(
        Sentence(f"ask-{index}", (f"{body}: {listed(each)}.",), run_in=index > 1)
        for index, (body, each) in enumerate(asked.items(), 1)
    )
    return Section("ask", "ASK", sentences) if sentences else None


def field_words(dataset: Dataset, paths: Iterable[str]) -> list[str]:
    """Give the paths of a gap in words: `events.end` is the end; places and sectors stand in brackets, put together."""
    found: dict[str, list[str]] = {}
    for path in paths:
        steps = path.split(".")
        start = next((".".join(steps[:n]) for n in (2, 1) if ".".join(steps[:n]) in _WORDS), steps[0])
        rest = steps[start.count(".") + 1 :]
        detail = [each for each in rest if each in dataset.codes("places") or each in dataset.codes("sectors")]
        words: list[str] = []
        for step in (each for each in rest if each not in detail):
            if step.isdecimal() and words:  # `roundtable.2` is the second roundtable.
                words[-1] = f"{ordinal(int(step))} {words[-1]}"
            else:
                words.append(_step(dataset, step))
        first = [] if start in _BARE and words else [_WORDS.get(start, start.replace("_", " "))]
        found.setdefault(", ".join([*first, *words]), []).extend(_step(dataset, each) for each in detail)
    return [f"{words}{bracketed([listed(details)])}" for words, details in found.items()]


def _gap(dataset: Dataset, record: Told, gap: Missing, *, run_in: bool) -> Sentence:
    fields = listed(field_words(dataset, gap.field))
    text = f"{capital(_WHY.get(gap.why) or SILENCE[gap.why])}: {fields}{f'; {gap.note}' if gap.note else ''}"
    parts: tuple[Part, ...] = (*cited(text, note(dataset, gap.source or record.source)), ".")
    return Sentence("missing", parts, run_in=run_in)


def _step(dataset: Dataset, step: str) -> str:
    if step in _BASES:
        return _BASES[step]
    for codelist in _CODELISTS:
        if step in dataset.codes(codelist):
            label = dataset.label(codelist, step)
            return label if codelist == "places" else lower(label)
    return step.replace("_", " ").replace("-", " ")


def _above(dataset: Dataset, record: Told) -> list[str]:
    """Give the secretariat of the instrument that the record is part of, else the lead of the partnerships as such."""
    for line in record.relations:
        other = dataset.find(Instrument, line.target)
        found = bodies_with(dataset, other, ("secretariat",)) if other and line.relation == "part-of" else []
        if found:
            return found
    framework = next((each for each in dataset.all(Framework) if leads(each)), None)
    return bodies_with(dataset, framework, ("lead",)) if framework else []
