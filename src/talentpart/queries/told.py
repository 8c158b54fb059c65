"""As of a day: what a careful reader could have told by then. Event time, by RECORDS' rules for a line's day."""

from typing import cast

from talentpart.model.dataset import Dataset, Entry
from talentpart.model.lines import Event, Line
from talentpart.model.records import (
    Lessons,
    Missing,
    Partnership,
    Record,
    Roadmap,
    Source,
    Told,
    with_lists,
)
from talentpart.queries.paths import event_at, lines_of
from talentpart.values import Day

# The lists whose lines are told from a day on; the others describe, and are told with their record.
_DATED = ("events", "status", "figures", "money", "member_states")


def as_of(dataset: Dataset, day: Day) -> Dataset:
    """Give the dataset as it could be told on that day: later lines are left out, and counted in `left_out`.

    A record whose lines are all later is left out whole. Sources, organisations and codelists always stay.
    """
    entries: list[Entry] = []
    left_out = 0
    for entry in dataset.entries.values():
        record = entry.record
        if isinstance(record, Lessons):
            entries += [entry] if _source_told(dataset, record, day) else []
            continue
        if not isinstance(record, Told):
            entries.append(entry)
            continue
        kept, dropped = _kept(dataset, record, day)
        left_out += dropped
        if kept is not None:
            entries.append(Entry(kept, entry.document, _places(entry, record, kept)))
    view = Dataset.of(dataset.about, dataset.where, dataset.sha256, entries, dataset.waivers)
    told = {e.record.id for e in entries}
    # A roadmap says how silent the record is on a partnership, so it is told only beside it.
    entries = [e for e in entries if not isinstance(e.record, Roadmap) or e.record.partnership in told]
    return Dataset(
        view.about, view.where, view.sha256, {e.record.id: e for e in sorted(entries, key=lambda e: e.record.id)},
        view.codelists, view.waivers, left_out,
    )  # fmt: skip


def line_day(dataset: Dataset, record: Record, line: Line) -> str:
    """Give the ISO day from which a line can be told: an event once it has wholly passed, others once their day came.

    The day of the event it is (if not planned) or names with `at`; else its `as_of`; else the earliest of its
    sources': published, else not before, else retrieved.
    """
    if isinstance(line, Event) and line.basis != "planned" and line.date is not None:
        return line.date.latest
    if line.at:
        event = event_at(dataset, record, line.at)
        if event is not None and event.date is not None:
            return event.date.latest
    if line.as_of is not None:
        return line.as_of.latest
    days = [source_day(source) for source in map(dataset.source, line.source) if source is not None]
    return min(days, default="")


def source_day(source: Source) -> str:
    """Give the ISO day from which a source can be told: published, else not before, else retrieved."""
    return (source.published or source.not_before or source.retrieved).latest


def _kept(dataset: Dataset, record: Told, day: Day) -> tuple[Told | None, int]:
    names = _DATED + (("sectors",) if isinstance(record, Partnership) else ())
    changed: dict[str, tuple[Line, ...] | tuple[Missing, ...]] = {}
    dated = dropped = 0
    for name in names:
        lines = cast("tuple[Line, ...]", getattr(record, name, ()))
        told = tuple(line for line in lines if line_day(dataset, record, line) <= day.latest)
        dated += len(lines)
        if len(told) < len(lines):
            changed[name] = told
            dropped += len(lines) - len(told)
    silences = tuple(each for each in record.missing if _silence_told(dataset, record, each, day))
    if len(silences) < len(record.missing):
        changed["missing"] = silences
    if dated == dropped and not _record_told(dataset, record, day, dated):
        return None, dropped
    return (with_lists(record, changed) if changed else record), dropped


def _source_told(dataset: Dataset, record: Record, day: Day) -> bool:
    """Tell whether the record's own source could have been read by then."""
    days = [source_day(each) for each in map(dataset.source, record.source) if each is not None]
    return min(days, default="") <= day.latest


def _silence_told(dataset: Dataset, record: Told, gap: Missing, day: Day) -> bool:
    """Tell whether a source whose silence is told could have been read by then; a silence without source always is."""
    days = [source_day(each) for each in map(dataset.source, gap.source or record.source) if each is not None]
    return min(days, default="") <= day.latest


def _record_told(dataset: Dataset, record: Told, day: Day, dated: int) -> bool:
    """Tell whether a record without a told line can be told: from the day of its own source, if it has no dated line.

    A project whose first told line is a description (a corridor, an objective) is told from that line's source on.
    """
    if isinstance(record, Roadmap):
        return True
    described = () if dated and isinstance(record, Partnership) else tuple(line for _, line in lines_of(record))
    references = {*record.source, *(each for line in described for each in line.source)}
    days = [source_day(source) for source in map(dataset.source, references) if source is not None]
    return min(days, default="") <= day.latest


def _places(entry: Entry, record: Record, kept: Record) -> dict[str, list[int]]:
    """Keep for each list the places of the lines that stayed, so that they can still be located."""
    places: dict[str, list[int]] = {}
    for name, origins in entry.places.items():
        stayed = {id(line) for line in getattr(kept, name)}
        places[name] = [origins[i] for i, line in enumerate(getattr(record, name)) if id(line) in stayed]
    return places
