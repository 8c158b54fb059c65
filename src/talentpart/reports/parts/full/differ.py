"""WHERE SOURCES DIFFER: what each says, what is shown and why, and what is easily taken for something else."""

from dataclasses import replace

from talentpart.model.records import Told
from talentpart.page import Datum, Section, Sentence
from talentpart.queries.relations import standing
from talentpart.reports.parts import look_alike
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.record import differ
from talentpart.reports.parts.whole.steps import owner
from talentpart.reports.parts.words import capital

_LABEL = "WHERE SOURCES DIFFER"


def build(brief: Brief) -> Section:
    """Give a sentence for each difference in the records on a country, then what must not be mixed up."""
    records: list[Told] = [each for each in (brief.partnership, brief.roadmap, *brief.projects) if each is not None]
    sentences: list[Sentence] = []
    rows: list[Datum] = []
    for record in records:
        found = differ.build(brief.dataset, record, agreeing=False)
        if found is not None:
            lead = f"{capital(owner(brief.dataset, record))}: "
            sentences += [_led(each, record, lead) for each in found.blocks if isinstance(each, Sentence)]
            rows += [{"subject": record.id, **row} for row in found.rows]
    if not sentences:
        sentences.append(Sentence("none", ("No open conflict found; of values that agree, the most exact is shown.",)))
    return Section("differ", _LABEL, (*sentences, *_alike(brief, records)), rows=tuple(rows))


def _led(sentence: Sentence, record: Told, lead: str) -> Sentence:
    """Put the name of its record before a sentence."""
    return replace(sentence, id=f"{record.id}-{sentence.id}", parts=(lead, *sentence.parts), run_in=False)


def _alike(brief: Brief, records: list[Told]) -> list[Sentence]:
    """Give what the records say on things that are easily taken for each other, a remark of both of two once."""
    found = {
        line.note: (record, line)
        for record in reversed(records)
        for line in reversed(standing(record, look_alike.RELATION))
        if line.note
    }
    told = [(look_alike.words(brief.dataset, record, line), line) for record, line in reversed(found.values())]
    return [
        Sentence("alike", (*cited(f"Not to be mixed up: {text}", of_lines(brief.dataset, [line])), "."))
        for text, line in told
    ]
