"""RELATED and CARE of one record: how it stands to others, said from either side, and what it is mixed up with."""

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Corridor, Relation
from talentpart.model.records import Project, Record, Told
from talentpart.page import Footnote, Part, Section, Sentence
from talentpart.queries.scope import is_paired
from talentpart.queries.subjects import short_name
from talentpart.reports.parts import doubles
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.said import bracketed, hedges, limits, run
from talentpart.reports.parts.words import capital, listed, lower, places

_LOOK_ALIKE = "look-alike"
# What a relation is called from the other side; the others say the same from either.
_OTHER_SIDE = {
    "part-of": "Holds", "follows": "Followed by", "precursor-of": "Builds on", "supports": "Supported by",
    "supersedes": "Superseded by", "announces": "Announced by", "establishes": "Set up by", "same-as": "Same as",
}  # fmt: skip


def build(dataset: Dataset, record: Told) -> Section | None:
    """Give each relation with its remark, then what other records say of this one; look-alikes stand under CARE."""
    groups: dict[str, list[tuple[str, tuple[Footnote, ...]]]] = {}
    for line in record.relations:
        if line.relation != _LOOK_ALIKE and line.rank != "set-aside":
            label = capital(lower(dataset.label("relations", line.relation)))
            text = f"{_name(dataset, line.target)}{bracketed([*limits(dataset, line), line.note or ''])}"
            groups.setdefault(label, []).append((text, of_lines(dataset, [line])))
    for other, line in _pointing(dataset, record):
        other_side = _OTHER_SIDE.get(line.relation)
        own = any(each.relation == line.relation and each.target == other.id for each in record.relations)
        if other_side and line.rank != "set-aside" and not own:
            # What hangs on a hedge hangs on it from either side.
            text = f"{_name(dataset, other.id)}{bracketed(hedges(dataset, line))}"
            groups.setdefault(other_side, []).append((text, of_lines(dataset, [line])))
    sentences = tuple(
        Sentence("relation", (f"{label}: ", *run(items, ", "), "."), run_in=bool(index))
        for index, (label, items) in enumerate(groups.items())
    )
    return Section("related", "RELATED", sentences) if sentences else None


def care(dataset: Dataset, record: Told) -> Section | None:
    """Give what the record is mixed up with, and corridors that pair nobody."""
    traps: list[tuple[Part, ...]] = []
    for line in record.relations:
        if line.relation == _LOOK_ALIKE:
            text = f"Not {_name(dataset, line.target)}{f': {line.note}' if line.note else ''}"
            traps.append((*cited(text, of_lines(dataset, [line])), "."))
    traps += [doubles.words(dataset, each, same) for each, same in doubles.of(dataset, record)]
    if isinstance(record, Project):
        traps += _unpaired(dataset, record)
    sentences = tuple(Sentence(f"care-{index}", each) for index, each in enumerate(traps, 1))
    return Section("care", "CARE", sentences) if sentences else None


def _unpaired(dataset: Dataset, project: Project) -> list[tuple[Part, ...]]:
    """Warn of each corridor that pairs nobody; one that lies within another needs no warning of its own."""
    traps: list[tuple[Part, ...]] = []
    loose = [line for line in project.corridors if not is_paired(line) and line.destination]
    for line in loose:
        inside = any(each is not line and _within(line, each) and not _within(each, line) for each in loose)
        if not inside and len(line.origin) + len(line.destination) > 2:  # noqa: PLR2004 - a pair
            ends, starts = listed(places(dataset, line.destination)), listed(places(dataset, line.origin))
            text = f"{ends} must not be said of each of {starts}: which works with which is not stated"
            traps.append((*cited(text, of_lines(dataset, [line])), "."))
    return traps


def _within(line: Corridor, other: Corridor) -> bool:
    """Tell whether all places of a corridor are places of another."""
    return set(line.origin) <= set(other.origin) and set(line.destination) <= set(other.destination)


def _pointing(dataset: Dataset, record: Record) -> list[tuple[Told, Relation]]:
    return [
        (entry.record, line)
        for entry in dataset.entries.values()
        if isinstance(entry.record, Told)
        for line in entry.record.relations
        if line.target == record.id
    ]


def _name(dataset: Dataset, name: str) -> str:
    return short_name(dataset, name)
