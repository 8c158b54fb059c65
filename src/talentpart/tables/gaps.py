"""What the public record does not say, one row each.

`missing`: a record says why a field is empty. `expected`: a field that every such record should fill is neither said
nor missing. `passed`: a planned day has passed, and neither an event nor a status says what happened. `computed`: what
follows from other records (an agreed sector that no project serves, a partnership without a next roundtable).
"""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.records import Partnership, Told
from talentpart.queries.scope import own_projects_in, speaks_of, stage_of, told_by_status
from talentpart.queries.slots import silent
from talentpart.tables._cells import Row, day, sources, told, with_wider
from talentpart.tables._settled import happenings
from talentpart.values import Day

COLUMNS = ("kind", "record", "field", "why", "checked", "source", "note")


def rows(dataset: Dataset, as_of: Day) -> Iterator[Row]:
    """Give the gaps record by record: missing, expected, passed, computed."""
    for entry in dataset.entries.values():
        record = entry.record
        for each in record.missing:
            for field in each.field:
                checked = day(each.checked or record.checked)
                yield "missing", record.id, field, each.why, checked, list(each.source or record.source), each.note
    for record in told(dataset):
        for slot in silent(dataset, record):
            why = f"neither said nor missing: {slot.words}"
            yield "expected", record.id, slot.path, why, day(record.checked), [], None
        yield from _passed(dataset, record, as_of)
    for partnership in dataset.all(Partnership):
        yield from _computed(dataset, partnership, as_of)


def _passed(dataset: Dataset, record: Told, as_of: Day) -> Iterator[Row]:
    for each in happenings(dataset, record):
        date = each.line.date
        silent = each.planned and not told_by_status(record, each.line.type)
        if silent and date is not None and date.latest < as_of.earliest:
            path = ".".join(("events", *each.key, "planned"))
            yield "passed", record.id, path, f"planned {date.text}", None, sources(each.said.lines), each.line.note


def _computed(dataset: Dataset, record: Partnership, as_of: Day) -> Iterator[Row]:
    projects = own_projects_in(dataset, record.country)
    if not projects:
        yield "computed", record.id, "projects", "no project found", None, [], None
    running = [each for each in projects if stage_of(dataset, each, as_of) != "ended"]
    served = {
        code
        for each in running
        for line in each.sectors
        if line.sector and line.rank != "set-aside" and speaks_of(dataset, each, line, record.country)
        for code in with_wider(dataset, line.sector)
    }
    agreed: dict[str, list[str]] = {}
    for line in record.sectors:
        if line.sector and line.tier != "asked-for" and line.rank != "set-aside":
            agreed.setdefault(line.as_stated or line.sector, []).append(line.sector)
    for codes in agreed.values():
        if not served & set(codes):
            why = "no project that has not ended names this sector"
            yield "computed", record.id, f"sectors.{codes[0]}", why, None, [], None
    planned = [each for each in happenings(dataset, record) if each.planned and each.line.type == "roundtable"]
    if not any(each.line.date and each.line.date.latest >= as_of.earliest for each in planned):
        yield "computed", record.id, "events.roundtable.planned", "no next roundtable found", None, [], None
