"""The partnerships, one row each: how far each has come, computed from its own events and sectors."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.records import Partnership
from talentpart.queries.scope import own_projects_in
from talentpart.queries.subjects import roadmap_of
from talentpart.tables._cells import Row, event_day, listed, name_of
from talentpart.tables._settled import Happening, happenings, status_value
from talentpart.values import Day

COLUMNS = (
    "id", "country", "name", "state", "state_date", "launched", "roundtables", "last_event", "sectors", "member_states",
    "projects", "roadmap",
)  # fmt: skip


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:  # noqa: ARG001 - every table is asked with its day
    """Give the partnerships in the order of their ids."""
    for record in dataset.all(Partnership):
        held = sorted(own_events(dataset, record), key=lambda each: event_day(each.line))
        state, state_date = _state(dataset, record, held)
        launched = next((each for each in held if "launched" in _outcomes(each)), None)
        dated = [each.line.date for each in held if each.line.date]
        roadmap = roadmap_of(dataset, record)
        yield (
            record.id, record.country, name_of(dataset, record), state, state_date,
            launched.line.date.text if launched and launched.line.date else None,
            len({each.key for each in held if each.line.type == "roundtable"}), dated[-1].text if dated else None,
            listed(line.sector for line in record.sectors if line.sector and line.tier != "asked-for"),
            listed(line.place for line in record.member_states),
            [each.id for each in own_projects_in(dataset, record.country)],
            status_value(dataset, roadmap) if roadmap else None,
        )  # fmt: skip


def own_events(dataset: Dataset, record: Partnership) -> list[Happening]:
    """Give the events of the partnership itself that happened: no plans, and none of a wider scope."""
    return [each for each in happenings(dataset, record) if not each.planned and each.line.scope is None]


def _state(dataset: Dataset, record: Partnership, held: list[Happening]) -> tuple[str | None, str | None]:
    """Give the furthest step reached and the day of it; sectors agreed on a day not stated count without a day."""
    reached: dict[str, str | None] = {}
    for each in held:
        for code in _outcomes(each):
            reached.setdefault(code, each.line.date.text if each.line.date else None)
    if any(line.tier != "asked-for" for line in record.sectors):
        reached.setdefault("sectors-agreed", None)
    steps = [code for code in dataset.codes("states") if code in reached]
    return (steps[-1], reached[steps[-1]]) if steps else (None, None)


def _outcomes(event: Happening) -> list[str]:
    return listed(code for line in event.lines for code in line.outcomes)
