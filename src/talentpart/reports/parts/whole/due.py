"""Which sources are to be looked at by a day, why, and what to do: their days, their addresses, the last reading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from talentpart.model.dataset import Dataset
from talentpart.model.records import Source
from talentpart.queries.witness import Claim, by_source
from talentpart.values import Day

# Why a source is due, in the order of what cannot wait.
REASONS = ("overdue", "soon", "gone", "moved", "unchecked")
AHEAD = 31


@dataclass(frozen=True, slots=True)
class Due:
    """A source that is due: the reasons, each with its sentence, what to do, the day of the first, and its claims."""

    source: Source
    reasons: tuple[str, ...]
    why: tuple[str, ...]
    todo: tuple[str, ...]
    day: str
    claims: Sequence[Claim]

    @property
    def alone(self) -> list[Claim]:
        """Give the claims that no other source bears."""
        return [claim for claim in self.claims if claim.sources == {self.source.id}]


def until(as_of: Day) -> Day:
    """Give the last day of the list: a month and a day after the day of the report."""
    return Day.parse((date.fromisoformat(as_of.latest) + timedelta(days=AHEAD)).isoformat())


def dues(dataset: Dataset, as_of: Day) -> list[Due]:
    """Give the sources that are due, by the first of their reasons, then by day, then by how much rests on them."""
    hanging = by_source(dataset)
    found = [due for source in dataset.all(Source) if (due := _due(source, hanging, as_of)) is not None]
    return sorted(found, key=lambda due: (REASONS.index(due.reasons[0]), due.day, -len(due.claims), due.source.id))


def following(dataset: Dataset, as_of: Day) -> tuple[list[Source], Day] | None:
    """Give the sources that come next after those that are due, and the day by which they are to be read again."""
    late = {due.source.id for due in dues(dataset, as_of)}
    waiting: dict[str, list[tuple[Source, Day]]] = {}
    for source in dataset.all(Source):
        day = _next(source)
        if day is not None and day.latest > as_of.latest and source.id not in late:
            waiting.setdefault(day.latest, []).append((source, day))
    if not waiting:
        return None
    first = waiting[min(waiting)]
    return [source for source, _ in first], first[0][1]


def last_read(source: Source) -> Day:
    """Give the day on which a source was last read or looked at."""
    read, checked = source.retrieved, source.checked
    return checked if checked is not None and checked.latest > read.latest else read


def _due(source: Source, hanging: Mapping[str, list[Claim]], as_of: Day) -> Due | None:
    claims = hanging.get(source.id, [])
    alone = any(claim.sources == {source.id} for claim in claims)
    found = [
        each
        for each in (_review(source, as_of), _lost(source, alone=alone), _unchecked(source, as_of))
        if each is not None
    ]
    if not found:
        return None
    found.sort(key=lambda each: REASONS.index(each[0]))
    reasons, why, todo, days = zip(*found, strict=True)
    return Due(source, reasons, why, todo, days[0], claims)


def _review(source: Source, as_of: Day) -> tuple[str, str, str, str] | None:
    day = source.review_by
    if day is None or day.latest > until(as_of).latest:
        return None
    if day.latest < as_of.earliest:
        if day.latest < source.retrieved.earliest <= as_of.latest:
            return "overdue", f"read again since {day}", "set the next review_by", day.latest
        return "overdue", f"to be read again by {day}, which has passed", _again(source), day.latest
    return "soon", f"to be read again by {day}", _again(source), day.latest


def _again(source: Source) -> str:
    where = f" at {source.url or source.archived}" if source.url or source.archived else ""
    return f"read it again{where}, correct what has changed, and set retrieved and review_by"


def _lost(source: Source, *, alone: bool) -> tuple[str, str, str, str] | None:
    if source.archived:
        return None
    last = last_read(source).latest
    if source.status == "moved" and not source.replaced_by:
        return "moved", "moved, with no new address", "find where it stands now, and name that under replaced_by", last
    if source.status == "gone" and (alone or not source.replaced_by):
        todo = "look for a copy in an archive, or for another source of what hangs on it"
        return "gone", "gone, with no archived copy", todo, last
    return None


def _unchecked(source: Source, as_of: Day) -> tuple[str, str, str, str] | None:
    """Give a source that nobody has looked at for a year; what has a day of its own or a successor has no need."""
    day = last_read(source)
    if source.review_by or source.replaced_by or source.status == "gone" or _year_after(day) >= as_of.earliest:
        return None
    todo = f"see whether it still opens at {source.url}" if source.url else "look for its address"
    words = "on" if day.precision == "day" else "in"
    why = f"last read {words} {day}, more than a year ago"
    return "unchecked", why, f"{todo}, and set retrieved and review_by", day.latest


def _next(source: Source) -> Day | None:
    """Give the day by which a source is to be read again: its own, else a year after it was read."""
    if source.review_by is not None:
        return source.review_by
    if source.replaced_by or source.status == "gone":
        return None
    return Day.parse(_year_after(last_read(source)))


def _year_after(day: Day) -> str:
    year, rest = day.latest[:4], day.latest[4:]
    return f"{int(year) + 1:04}{'-02-28' if rest == '-02-29' else rest}"
