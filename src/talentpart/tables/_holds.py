"""What a record holds of the things that filters ask for; nothing (None) where its kind cannot hold such a thing."""

from collections.abc import Callable

from talentpart.model.dataset import Dataset
from talentpart.model.records import (
    Codelist,
    Framework,
    Instrument,
    Organisation,
    Partnership,
    Policy,
    Project,
    Record,
    Shortages,
    Source,
    Told,
)
from talentpart.queries.relations import tied
from talentpart.queries.scope import destinations, origins
from talentpart.tables._cells import listed
from talentpart.tables._settled import status
from talentpart.tables.projects import instruments


def _countries(dataset: Dataset, record: Record) -> tuple[str, ...] | None:
    match record:
        case Partnership():
            return (record.country,)
        case Project():
            partners = [dataset.find(Partnership, each) for each in tied(record)]
            return (*origins(dataset, record), *(each.country for each in partners if each))
        case Instrument() | Framework() | Policy() | Shortages():
            return tuple(line.place for line in record.countries)
        case Organisation():
            return (record.country,) if record.country else ()
        case _:
            return None


def _member_states(dataset: Dataset, record: Record) -> tuple[str, ...] | None:
    match record:
        case Partnership() | Policy():
            return tuple(line.place for line in record.member_states)
        case Project():
            return destinations(dataset, record)
        case Instrument() | Framework() | Shortages():
            return tuple(line.place for line in record.countries)
        case Organisation():
            return (record.country,) if record.country else ()
        case _:
            return None


def _sectors(_: Dataset, record: Record) -> tuple[str, ...] | None:
    if isinstance(record, Partnership | Policy | Project | Shortages):
        return tuple(line.sector for line in record.sectors if line.sector)
    return None


def _instruments(dataset: Dataset, record: Record) -> tuple[str, ...] | None:
    if isinstance(record, Instrument):
        return (record.id, *instruments(dataset, record))
    return tuple(instruments(dataset, record)) if isinstance(record, Told) else None


def _organisations(_: Dataset, record: Record) -> tuple[str, ...] | None:
    match record:
        case Told():
            return tuple(listed(line.organisation for line in record.organisations))
        case Source():
            return (record.publisher,) if record.publisher else ()
        case Organisation():
            return (record.id,)
        case _:
            return None


def _statuses(dataset: Dataset, record: Record) -> tuple[str, ...] | None:
    if not isinstance(record, Told):
        return None
    found = status(dataset, record)
    return tuple(line.value for line in found.lines) if found else ()


def _kinds(_: Dataset, record: Record) -> tuple[str, ...] | None:
    if isinstance(record, Codelist):
        return None
    return (record.record_kind, *(line.value for line in getattr(record, "kind", ())))


READERS: dict[str, Callable[[Dataset, Record], tuple[str, ...] | None]] = {
    "country": _countries, "member_state": _member_states, "sector": _sectors, "instrument": _instruments,
    "organisation": _organisations, "status": _statuses, "kind": _kinds,
}  # fmt: skip
