"""Which records and steps a report speaks of, once a country, a Member State, a sector or days narrow it."""

from talentpart import tables
from talentpart.errors import UsageError
from talentpart.model.dataset import Dataset
from talentpart.reports.parts.scope import Scope
from talentpart.reports.parts.whole.steps import Step, steps
from talentpart.reports.parts.words import counted
from talentpart.values import Day


def chosen(dataset: Dataset, scope: Scope, as_of: Day) -> tuple[list[Step], list[str]]:
    """Give the steps that pass the filters, those of `query events`, and remarks on what could not be matched.

    A step is within days if any day that it can be is; without a day it is within none.
    """
    found = list(steps(dataset, as_of))
    kept, remarks = _subjects(dataset, "events", ("subject", "key"), scope, as_of)
    if kept is not None:
        found = [step for step in found if (step.record.id, ".".join(step.key)) in kept]
    if scope.since or scope.until:
        undated = sum(not step.days for step in found)
        found = [step for step in found if _within(step, scope)]
        if undated:
            remarks.append(f"left out, since days were asked for: {counted(undated, 'step')} without a day")
    return found, remarks


def records(dataset: Dataset, table: str, scope: Scope, as_of: Day) -> tuple[frozenset[str] | None, list[str]]:
    """Give the ids of the records in a table that pass the filters, none where nothing is asked, and remarks."""
    kept, remarks = _subjects(dataset, table, ("id",), scope, as_of)
    return None if kept is None else frozenset(each for (each,) in kept), remarks


def _subjects(
    dataset: Dataset, name: str, columns: tuple[str, ...], scope: Scope, as_of: Day
) -> tuple[set[tuple[str, ...]] | None, list[str]]:
    asked = {"country": scope.country, "member_state": scope.member_state, "sector": scope.sector}
    words = {filter_: (word,) for filter_, word in asked.items() if word}
    if not words:
        return None, []
    table = tables.rows(dataset, name, as_of)
    try:
        kept, remarks = tables.keep(dataset, table, tables.Filters(words))
    except UsageError:  # What passed the first filters holds nothing that the last could match.
        return set(), []
    at = [table.columns.index(each) for each in columns]
    return {tuple(str(row[index]) for index in at) for row in kept.rows}, remarks


def _within(step: Step, scope: Scope) -> bool:
    low, high = scope.since or "", scope.until or "9999-12-31"
    return any(day.earliest <= high and day.latest >= low for day in step.days)
