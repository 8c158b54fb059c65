"""What may be one project, or one call, under two names: said wherever both would be counted."""

from collections.abc import Iterable

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Relation
from talentpart.model.records import Told
from talentpart.page import Part, Sentence
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.words import lower

_SAME = "same-as"
_CALL = "call"


def pairs(records: Iterable[Told]) -> list[tuple[Told, Relation]]:
    """Give each pair of some records that a source or we hold to be one, once, with the line that says so."""
    kept = {each.id: each for each in records}
    found: dict[frozenset[str], tuple[Told, Relation]] = {}
    for record in kept.values():
        for line in record.relations:
            if line.relation == _SAME and line.target in kept and line.rank != "set-aside":
                found.setdefault(frozenset((record.id, line.target)), (record, line))
    return list(found.values())


def of(dataset: Dataset, record: Told) -> list[tuple[Told, Relation]]:
    """Give the pairs of which a record is one, whichever of the two says so."""
    others: dict[str, Told] = {}
    for entry in dataset.entries.values():
        other = entry.record
        if isinstance(other, Told) and (_says(record, other) or _says(other, record)):
            others[other.id] = other
    return pairs([record, *others.values()])


def _says(record: Told, other: Told) -> bool:
    return any(line.relation == _SAME and line.target == other.id for line in record.relations)


def words(dataset: Dataset, record: Told, line: Relation) -> tuple[Part, ...]:
    """Say that two are one, or how sure it is, so that they are not counted twice."""
    hedge = f" ({lower(dataset.label('certainties', line.certainty))})" if line.certainty else ""
    names = f"{short_name(dataset, record.id)} and {short_name(dataset, line.target)}"
    thing = _CALL if any(each.value == _CALL for each in record.kind) else record.record_kind
    text = f"{names}: {'may be ' if hedge else ''}one {thing} under two names{hedge}, so count it once"
    return (*cited(text, of_lines(dataset, [line])), ".")


def sentences(dataset: Dataset, records: Iterable[Told]) -> tuple[Sentence, ...]:
    """Give a sentence for each such pair."""
    return tuple(Sentence(f"same-{line.target}", words(dataset, record, line)) for record, line in pairs(records))
