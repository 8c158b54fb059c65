"""The policies and initiatives round the partnerships, one row each, with the first day that is known of each."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.records import Policy
from talentpart.tables._cells import Row, event_day, flat, listed, name_of, one_value
from talentpart.tables._settled import happenings, status_value
from talentpart.values import Day

COLUMNS = (
    "id", "name", "kind", "status", "issuer", "event", "date", "date_earliest", "date_latest", "date_precision",
    "announces", "part_of", "countries", "member_states", "sectors", "source",
)  # fmt: skip
_ISSUERS = frozenset({"issuer", "proposer", "initiator"})
# What an event tells of the days that a policy covers, not of the day from which it stands.
_PERIOD = "period-covered"


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the policies in the order of their ids; `event` says of what `date` is the day."""
    for record in dataset.all(Policy):
        dated = [each for each in happenings(dataset, record) if each.line.date and each.line.type != _PERIOD]
        first = min(dated, key=lambda each: (each.planned, event_day(each.line)), default=None)
        yield (
            record.id, name_of(dataset, record), one_value(record, "kind"), status_value(dataset, record),
            listed(line.organisation for line in record.organisations if line.role in _ISSUERS),
            ".".join(first.key) if first else None, *flat(first.line.date if first else None),
            listed(each.target for each in record.relations if each.relation in {"announces", "establishes"}),
            listed(each.target for each in record.relations if each.relation == "part-of"),
            listed(line.place for line in record.countries), listed(line.place for line in record.member_states),
            listed(line.sector for line in record.sectors if line.sector), list(record.source),
        )  # fmt: skip
