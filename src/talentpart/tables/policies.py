"""The policies and initiatives round the partnerships, one row each, with the first day that is known of each."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Place
from talentpart.model.records import Policy
from talentpart.queries.relations import targets
from talentpart.tables._cells import Row, event_day, flat, listed, name_of, one_value
from talentpart.tables._settled import Happening, happenings, status_value
from talentpart.values import Day

COLUMNS = (
    "id", "name", "kind", "status", "issuer", "event", "date", "date_earliest", "date_latest", "date_precision",
    "announces", "part_of", "countries", "member_states", "sectors", "source",
)  # fmt: skip
_ISSUERS = frozenset({"issuer", "proposer", "initiator"})
# What an event tells of the days that a policy covers, not of the day from which it stands.
_PERIOD = "period-covered"
# As what a Member State takes part in a policy; a place of no role is named, and no more is said.
_TAKING_PART = frozenset({None, "lead", "partner", "scheme"})


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the policies in the order of their ids; `event` says of what `date` is the day.

    `member_states` holds those that take part; one that only replied to it, or takes an interest, stands in `places`.
    """
    for record in dataset.all(Policy):
        dated = [each for each in happenings(dataset, record) if _is_step(each)]
        first = min(dated, key=lambda each: (each.planned, event_day(each.line)), default=None)
        yield (
            record.id, name_of(dataset, record), one_value(record, "kind"), status_value(dataset, record),
            listed(line.organisation for line in record.organisations if line.role in _ISSUERS),
            ".".join(first.key) if first else None, *flat(first.line.date if first else None),
            targets(record, "announces", "establishes"), targets(record, "part-of"),
            listed(line.place for line in record.countries),
            listed(line.place for line in record.member_states if _takes_part(line)),
            listed(line.sector for line in record.sectors if line.sector), list(record.source),
        )  # fmt: skip


def _is_step(event: Happening) -> bool:
    """Tell whether an event is one of the policy itself, with a day: not what is wider than it, nor what it covers."""
    return event.line.date is not None and event.line.type != _PERIOD and event.line.scope is None


def _takes_part(line: Place) -> bool:
    """Tell whether a Member State takes part in the policy as a whole."""
    return line.role in _TAKING_PART and line.part is None and line.scope is None and line.rank != "set-aside"
