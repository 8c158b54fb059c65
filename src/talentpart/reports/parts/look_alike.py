"""What is easily mixed up: the remark of a record that tells it from another, with the names of both where it lacks."""

import re

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Name, Relation
from talentpart.model.records import Framework, Partnership, Record
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.words import capital

RELATION = "look-alike"
# A remark whose first clause speaks of "it" or opens with "an office that" does not say by itself what it is about.
_NAMELESS = re.compile(r"(an?|it|this|these|that|those|they|both)\b|[^,;:]*\bit\b", re.IGNORECASE)


def told(dataset: Dataset, record: Record, line: Relation) -> str:
    """Say what is not what, as a sentence."""
    return capital(words(dataset, record, line))


def words(dataset: Dataset, record: Record, line: Relation) -> str:
    """Give the remark alone where it says what it is about, else behind "A is not B"."""
    note = line.note or ""
    names: tuple[Name, ...] = getattr(record, "names", ())
    if note and (not _NAMELESS.match(note) or any(each.text.casefold() in note.casefold() for each in names)):
        return note
    return f"{short_name(dataset, record.id)} is not {_other(dataset, line.target)}{f': {note}' if note else ''}"


def _other(dataset: Dataset, target: str) -> str:
    record = dataset.get(target)
    if isinstance(record, Framework) and record.countries:
        return f"one of the {short_name(dataset, target)}"
    if isinstance(record, Partnership):
        return f"the Talent Partnership with {dataset.label('places', record.country)}"
    return short_name(dataset, target)
