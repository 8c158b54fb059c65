"""The projects, one row each."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.records import Instrument, Partnership, Project, Told
from talentpart.queries.relations import targets, tied
from talentpart.queries.scope import date_of, destinations, origins
from talentpart.tables._cells import Row, basis, listed, name_of, one_value
from talentpart.tables._settled import status_value
from talentpart.values import Day

COLUMNS = (
    "id", "name", "kind", "status", "origin", "destination", "mobility", "sectors", "instruments", "lead", "start",
    "start_basis", "end", "end_basis", "part_of", "partnerships",
)  # fmt: skip


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the projects in the order of their ids; a component is a row of its own, with its parent in `part_of`."""
    for record in dataset.all(Project):
        yield (
            record.id, name_of(dataset, record), one_value(record, "kind"), status_value(dataset, record),
            list(origins(dataset, record)), list(destinations(dataset, record)),
            listed(line.value for line in record.mobility),
            listed(line.sector for line in record.sectors if line.sector), instruments(dataset, record),
            listed(line.organisation for line in record.organisations if line.role == "lead"),
            *_event(dataset, record, "start"), *_event(dataset, record, "end"),
            targets(record, "part-of"),
            [each for each in tied(record) if dataset.find(Partnership, each)],
        )  # fmt: skip


def instruments(dataset: Dataset, record: Told) -> list[str]:
    """Give the instruments that pay for a record, as payers or as the way through which others pay."""
    named = [each for line in record.money for each in (line.payer, line.through) if each]
    named += tied(record)
    named += [line.organisation for line in record.organisations]
    return listed(each for each in named if dataset.find(Instrument, each))


def _event(dataset: Dataset, record: Project, kind: str) -> tuple[str | None, str | None]:
    """Give the day of a first or last event with its basis; where the question is open, every day said."""
    found = date_of(dataset, record, kind)
    if found is None or found.best is None or found.best.date is None:
        return None, None
    days = [line.date.text for line in found.lines if line.date] if found.open else [found.best.date.text]
    return " or ".join(dict.fromkeys(days)), basis(found.best)
