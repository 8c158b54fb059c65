"""Corridors, one row for each project, component, origin and destination.

A corridor that a source only lists, with several origins and destinations, gives every pair and says that none is
stated; it is left out where a component of the project says more about its origin.
"""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Corridor
from talentpart.model.records import Project
from talentpart.queries.relations import targets
from talentpart.queries.scope import country_of, date_of, is_paired
from talentpart.tables._cells import Row
from talentpart.values import Day

COLUMNS = (
    "project", "component", "origin", "destination", "paired", "role", "mobility", "date_from", "date_to", "precision",
    "source",
)  # fmt: skip
_PRECISIONS = ("day", "month", "quarter", "half", "year", "stretch")


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the corridors of each project, its own first, then those of its components."""
    for project, record, line, origin, destination in pairs(dataset):
        first, last = span(dataset, record)
        found = [each.precision for each in (first, last) if each]
        yield (
            project.id, record.id if record is not project else line.part, origin or None, destination or None,
            is_paired(line), line.role, line.mobility, first.text if first else None, last.text if last else None,
            max(found, key=_PRECISIONS.index) if found else None, list(line.source),
        )  # fmt: skip


def pairs(dataset: Dataset) -> Iterator[tuple[Project, Project, Corridor, str, str]]:
    """Give each pair with its project, the record that says it (the project or a component), and its line."""
    for project in dataset.all(Project):
        if _parent(dataset, project) is not None:
            continue
        children = [each for each in dataset.all(Project) if _parent(dataset, each) == project.id]
        told = {
            country_of(dataset, origin)
            for child in children
            for line in child.corridors
            if line.role != "listed"
            for origin in line.origin
        }
        for record in (project, *children):
            for line in record.corridors:
                for origin in line.origin or ("",):
                    if record is project and line.role == "listed" and country_of(dataset, origin) in told:
                        continue
                    for destination in line.destination or ("",):
                        yield project, record, line, origin, destination


def span(dataset: Dataset, record: Project) -> tuple[Day | None, Day | None]:
    """Give the first and the last day of a record, or of its parent where it says none itself."""
    ends: list[Day | None] = []
    for kind in ("start", "end"):
        found = date_of(dataset, record, kind)
        parent = dataset.find(Project, _parent(dataset, record) or "")
        if found is None and parent is not None:
            found = date_of(dataset, parent, kind)
        ends.append(found.best.date if found and found.best else None)
    return ends[0], ends[1]


def _parent(dataset: Dataset, project: Project) -> str | None:
    """Give the project of which this one is a part, if its parent is a project too."""
    above = (each for each in targets(project, "part-of") if each != project.id)
    return next((each for each in above if dataset.find(Project, each)), None)
