"""What may be one project under two names: said wherever both would be counted."""

from collections.abc import Iterable

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Relation
from talentpart.model.records import Told
from talentpart.page import Part, Sentence
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.words import lower

_SAME = "same-as"


def pairs(records: Iterable[Told]) -> list[tuple[Told, Relation]]:
    """Give each pair of some records that a source or we hold to be one, once, with the line that says so."""
    kept = {each.id: each for each in records}
    found: dict[frozenset[str], tuple[Told, Relation]] = {}
    for record in kept.values():
        for line in record.relations:
            if line.relation == _SAME and line.target in kept and line.rank != "set-aside":
                found.setdefault(frozenset((record.id, line.target)), (record, line))
    return list(found.values())


def words(dataset: Dataset, record: Told, line: Relation) -> tuple[Part, ...]:
    """Say that two are one, or how sure it is, so that they are not counted twice."""
    hedge = f" ({lower(dataset.label('certainties', line.certainty))})" if line.certainty else ""
    names = f"{short_name(dataset, record.id)} and {short_name(dataset, line.target)}"
    text = f"{names}: one project under two names{hedge}, so count it once"
    return (*cited(text, of_lines(dataset, [line])), ".")


def sentences(dataset: Dataset, records: Iterable[Told]) -> tuple[Sentence, ...]:
    """Give a sentence for each such pair."""
    return tuple(Sentence(f"same-{line.target}", words(dataset, record, line)) for record, line in pairs(records))
