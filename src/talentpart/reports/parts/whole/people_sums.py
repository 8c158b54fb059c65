"""People, side by side: per measure and basis, wholes only, a parent for its children; projects are never added."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Figure
from talentpart.model.records import Project
from talentpart.page import Cited, Datum, Part
from talentpart.queries.agree import bounds
from talentpart.queries.answers import Answer, answer, things
from talentpart.queries.relations import targets
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.cite import of_lines
from talentpart.reports.parts.said import bracketed
from talentpart.reports.parts.words import figure, lower


@dataclass(frozen=True, slots=True)
class Count:
    """What one project says of one measure on one basis."""

    project: Project
    said: Answer[Figure]

    @property
    def shown(self) -> tuple[Figure, ...]:
        """Give the lines to show: all where the sources leave it open."""
        return self.said.lines if self.said.open else self.said.lines[:1]


def counts(dataset: Dataset, projects: Iterable[Project], basis: str) -> dict[str, list[Count]]:
    """Give by measure what projects say of people as wholes on one basis; what stands inside a parent is left out."""
    found: dict[str, list[Count]] = {}
    for project in projects:
        for (_, _, said), lines in things(project, "figures").items():
            figures = [line for line in lines if isinstance(line, Figure)]
            if said == basis and _whole(dataset, figures[0]):
                settled = answer(dataset, project, "figures", figures)
                if settled.lines:
                    found.setdefault(figures[0].measure, []).append(Count(project, settled))
    for measure, each in found.items():
        speaking = {one.project.id for one in each}
        found[measure] = [one for one in each if not speaking.intersection(_parents(one.project))]
    return found


def sentence(dataset: Dataset, found: Sequence[Count]) -> list[Part]:
    """Give one measure: the figure of each project, side by side; plans of several projects make no sum."""
    parts: list[Part] = []
    for index, each in enumerate(found):
        parts.append(", " if index else "")
        for place, line in enumerate(each.shown):
            parts.append(" or " if place else "")
            text, notes = figure(dataset, line), of_lines(dataset, [line])
            parts.append(Cited(line.value, notes, text=text, starred=each.said.differs, name="people"))
        codes = dict.fromkeys(line.certainty for line in each.shown if line.certainty)
        hedges = [lower(dataset.label("certainties", code)) for code in codes]
        parts.append(bracketed([short_name(dataset, each.project.id), *hedges]))
    return [each for each in parts if each != ""]


def datum(basis: str, measure: str, found: Count) -> Datum:
    """Give the figure of one project for machines, with its bounds."""
    low, high = _bounds(found)
    return {
        "basis": basis,
        "measure": measure,
        "value_min": float(low),
        "value_max": None if high is None else float(high),
        "project": found.project.id,
        "contested": found.said.differs,
        "sources": list(dict.fromkeys(ref for line in found.shown for ref in line.source)),
    }


def low(found: Count) -> Decimal:
    """Give the least that a figure says."""
    return _bounds(found)[0]


def _whole(dataset: Dataset, line: Figure) -> bool:
    item = dataset.codes("measures").get(line.measure)
    people = item is not None and item.unit == "people"
    limited = line.part or line.scope or line.of or line.origin or line.destination or line.percent is not None
    return people and not limited


def _parents(project: Project) -> set[str]:
    return set(targets(project, "part-of"))


def _bounds(found: Count) -> tuple[Decimal, Decimal | None]:
    spans = [bounds(line) for line in found.shown]
    low = min((one for one, _ in spans if one is not None), default=Decimal(0))
    tops = [top for _, top in spans if top is not None]
    return low, max(tops) if len(tops) == len(spans) else None
