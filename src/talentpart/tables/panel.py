"""Corridors by year, one row each: active where the sources say so, empty where they leave it open."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.records import Project
from talentpart.queries.scope import date_of, stage_of
from talentpart.tables._cells import Row
from talentpart.tables.corridors import pairs
from talentpart.values import Day

COLUMNS = (
    "project", "component", "origin", "destination", "year", "active", "start_known", "end_known", "precision",
)  # fmt: skip


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:
    """Give a row for each year from the first day that is said to the known end, else to the day of the question."""
    for project, record, line, origin, destination in pairs(dataset):
        start, start_known = _bound(dataset, (record, project), "start")
        end, end_known = _bound(dataset, (record, project), "end")
        if start is None:
            continue
        running = stage_of(dataset, record, as_of) == "running"
        last = min(end.latest[:4], as_of.latest[:4]) if end and end_known else as_of.latest[:4]
        for year in range(int(start.earliest[:4]), int(last) + 1):
            certain = start_known and (end_known or running or str(year) == start.earliest[:4])
            if str(year) == start.earliest[:4] and start.earliest[:4] != start.latest[:4]:
                certain = False
            yield (
                project.id, record.id if record is not project else line.part, origin or None, destination or None,
                year, True if certain else None, start_known, end_known, start.precision,
            )  # fmt: skip


def _bound(dataset: Dataset, records: tuple[Project, Project], kind: str) -> tuple[Day | None, bool]:
    """Give a first or last day, of the component or else of its project, and whether it is more than a plan."""
    for record in records:
        found = date_of(dataset, record, kind)
        if found and found.best and found.best.date:
            return found.best.date, found.best.basis != "planned" and not found.open
    return None, False
