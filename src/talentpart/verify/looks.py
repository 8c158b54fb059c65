"""What of a line can be looked for in print, field by field, and why the rest cannot.

Codes are ours and are looked for by their labels where the line has no printed words; what a role, an outcome or a
bound says is not looked for, since a source says that in a sentence of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch

from talentpart.model.dataset import Dataset
from talentpart.model.lines import (
    Corridor,
    Event,
    Figure,
    Identifier,
    Line,
    Money,
    Name,
    Place,
    Relation,
    Role,
    Sector,
    Status,
    Word,
)
from talentpart.model.records import Record
from talentpart.verify.forms import Ordinal, forms
from talentpart.verify.look import Look, named, unchecked, words
from talentpart.verify.names import code_labels, place_names, printed_names
from talentpart.verify.numbers import figure_looks, money_looks, value_looks

OWN_WORDS = "own words"
OWN_CODE = "a code of ours, with no printed words beside it"
COMPARISON = "a comparison of ours"
IMPLIED = "read between the lines"
# Hedges that no printed word stands for.
_READ = frozenset({"implied", "probable"})
# What is said in a sentence of our own may be hedged in many words; of a number or a day the word itself is kept.
_HEDGES = frozenset({"expected", "estimated", "aimed", "likely", "primarily"})
_HEDGED = (Event, Figure, Money, Sector)
_COMPARED = frozenset({"look-alike", "same-as"})
# A wish is told, not printed as a heading over a sector.
_TIERS = frozenset({"priority", "common-interest", "interest"})
_CODELISTS = {"mobility": "mobility", "target_groups": "target-groups", "skill_levels": "skill-levels"}
# A kind is a type of ours, save that of a project: pilot, scheme and programme are words of the sources.
_PROJECT = "project"


@dataclass(frozen=True, slots=True)
class Asked:
    """In which list of which record a line stands, and by which source it is held."""

    dataset: Dataset
    record: Record
    list: str
    source: str


def looks(dataset: Dataset, record: Record, name: str, line: Line, reference: str) -> list[Look]:
    """Give what is to be looked for in the text that a reference names, for one line of the list of that name."""
    if line.certainty in _READ:
        return [unchecked("words", IMPLIED)]
    asked = Asked(dataset, record, name, reference.partition("#")[0])
    return [*said(line, asked), *_around(line, asked)] or [unchecked("code", OWN_CODE)]


@singledispatch
def said(line: Line, _asked: Asked) -> Iterator[Look]:
    """Give what is looked for of the fields that lines of one list have; of texts only their printed words."""
    yield words(line.as_stated) if line.as_stated else unchecked("text", OWN_WORDS)


@said.register
def _(line: Name, _asked: Asked) -> Iterator[Look]:
    if line.as_stated:
        yield words(line.as_stated)
    elif line.kind == "description":
        yield unchecked("name", OWN_WORDS)
    else:
        yield Look("name", line.text, (line.text,), "first" if " " in line.text else "exact")


@said.register
def _(line: Event, asked: Asked) -> Iterator[Look]:
    if line.date is not None:
        yield from value_looks("day", str(line.date), forms(line.date), line)
    else:
        yield from _stated(line)
    if line.number is not None:
        printed = forms(Ordinal(line.number, asked.dataset.label("event-types", line.type)))
        yield Look("number", printed[0], printed)
    if line.place is not None:
        yield named("place", place_names(asked.dataset, line.place, asked.source))


@said.register
def _(line: Figure, asked: Asked) -> Iterator[Look]:
    yield from figure_looks(asked.dataset, line)


@said.register
def _(line: Money, asked: Asked) -> Iterator[Look]:
    yield from money_looks(asked.dataset, line, asked.source)


@said.register
def _(line: Sector, asked: Asked) -> Iterator[Look]:
    yield from _coded(asked, "sectors", line.sector, line, "sector")
    if line.tier in _TIERS:
        label = asked.dataset.label("tiers", line.tier)
        yield Look("tier", label, code_labels(asked.dataset, "tiers", line.tier))


@said.register
def _(line: Status, asked: Asked) -> Iterator[Look]:
    yield from _coded(asked, "statuses", line.value, line, "status")


@said.register
def _(line: Word, asked: Asked) -> Iterator[Look]:
    kind = asked.record.record_kind
    codelist = _CODELISTS.get(asked.list, f"{kind}-kinds")
    ours = asked.list == "kind" and kind != _PROJECT
    what = asked.list.rstrip("s").replace("_", " ")
    yield from _coded(asked, codelist, line.value, line, what, unprinted=OWN_CODE if ours else "")


@said.register
def _(line: Place, asked: Asked) -> Iterator[Look]:
    if line.as_stated:
        yield words(line.as_stated)
    else:
        yield named("place", place_names(asked.dataset, line.place, asked.source))


@said.register
def _(line: Role, asked: Asked) -> Iterator[Look]:
    yield named("organisation", *printed_names(asked.dataset, line.organisation, asked.source))
    yield from _stated(line)


@said.register
def _(line: Corridor, _asked: Asked) -> Iterator[Look]:
    yield from _stated(line)


@said.register
def _(line: Relation, asked: Asked) -> Iterator[Look]:
    if line.relation in _COMPARED:
        yield unchecked("target", COMPARISON)
    elif line.as_stated:
        yield words(line.as_stated)
    else:
        yield named("target", *printed_names(asked.dataset, line.target, asked.source))


@said.register
def _(line: Identifier, _asked: Asked) -> Iterator[Look]:
    yield words(line.as_stated) if line.as_stated else Look("identifier", line.id, (line.id,), "exact")


def _around(line: Line, asked: Asked) -> Iterator[Look]:
    """Give what is looked for of the fields that any line may have: the countries it is limited to, and the hedge."""
    for field, places in (("origin", line.origin), ("destination", line.destination)):
        for place in places:
            yield named(field, place_names(asked.dataset, place, asked.source))
    if line.certainty in _HEDGES and isinstance(line, _HEDGED):
        label = asked.dataset.label("certainties", line.certainty)
        yield Look("hedge", label, (label, line.certainty))


def _stated(line: Line) -> Iterator[Look]:
    if line.as_stated:
        yield words(line.as_stated)


def _coded(
    asked: Asked, codelist: str, code: str | None, line: Line, what: str, *, unprinted: str = ""
) -> Iterator[Look]:
    """Look for the printed words, else for the words that stand for a code."""
    if line.as_stated:
        yield words(line.as_stated)
    elif code is not None:
        label = asked.dataset.label(codelist, code)
        yield Look(what, label, code_labels(asked.dataset, codelist, code), unprinted=unprinted)
