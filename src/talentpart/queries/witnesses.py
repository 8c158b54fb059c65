"""Independent witnesses: of the sources behind a line those that carry one text count once; and how old they are.

What says the same is told by `queries.witness`; here it is counted how many voices say it. Two texts of one author are
two, since no record says who wrote from whom unless one repeats the other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Line
from talentpart.model.records import Source
from talentpart.queries.answers import is_weak
from talentpart.queries.days import last_word
from talentpart.queries.subjects import fold

_ANY, _NEVER = "", "9999"


class Between(NamedTuple):
    """The first and the last ISO day that a day can be; an empty `first` is any day before."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Witnesses:
    """Who stands behind some lines: `sources` by id in the order of mention, and the same put together by `texts`.

    `weak` tells that all are press, research, correspondence or unofficial copies; `oldest` and `newest` between which
    days the oldest and the newest of them can be from.
    """

    sources: tuple[str, ...]
    texts: tuple[tuple[str, ...], ...]
    weak: bool
    oldest: Between
    newest: Between

    @property
    def independent(self) -> int:
        """Give how many of the sources are independent: each text counts once, however many carry it."""
        return len(self.texts)


def witnesses(dataset: Dataset, lines: Iterable[Line]) -> Witnesses:
    """Give who stands behind some lines together; sources that are not in the dataset stand behind nothing."""
    return behind(dataset, (reference for line in lines for reference in line.source))


def behind(dataset: Dataset, references: Iterable[str]) -> Witnesses:
    """Give who stands behind some references, places within sources aside."""
    known = _known(dataset, references)
    days = [between(source) for source in known]
    ids = tuple(source.id for source in known)
    return Witnesses(
        ids, texts(dataset, ids), is_weak(dataset, ids),
        Between(min((day.first for day in days), default=_ANY), min((day.last for day in days), default=_NEVER)),
        Between(max((day.first for day in days), default=_ANY), max((day.last for day in days), default=_NEVER)),
    )  # fmt: skip


def texts(dataset: Dataset, references: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Put the ids of sources that carry one text together: "two sources, one text" is one group of two.

    One text are a source and what it repeats, straight or through others; two that repeat the same; versions of one
    page; and an unofficial copy with its page or with another copy of it.
    """
    known = _known(dataset, references)
    groups: list[tuple[set[str], list[Source]]] = []
    for source in known:
        ids, carried = {source.id}, _carried(dataset, source)
        apart = []
        for group in groups:
            if _meet(carried, group[1]):
                ids, carried = ids | group[0], carried + group[1]
            else:
                apart.append(group)
        groups = [*apart, (ids, carried)]
    in_order = (tuple(source.id for source in known if source.id in ids) for ids, _ in groups)
    return tuple(sorted(in_order, key=lambda ids: next(n for n, source in enumerate(known) if source.id == ids[0])))


def between(source: Source) -> Between:
    """Give the days between which a source can be from: what bears no day is no later than the day it was read."""
    first = source.published or source.not_before
    return Between(first.earliest if first else _ANY, last_word(source).latest)


def _known(dataset: Dataset, references: Iterable[str]) -> list[Source]:
    ids = dict.fromkeys(reference.partition("#")[0] for reference in references)
    return [source for source in map(dataset.source, ids) if source is not None]


def _carried(dataset: Dataset, source: Source) -> list[Source]:
    """Give a source with all whose text it carries, and the newer versions of each; a circle is walked once."""
    found: dict[str, Source] = {}
    ahead = [source]
    while ahead:
        each = ahead.pop()
        if each.id not in found:
            found[each.id] = each
            ahead += [other for name in (each.repeats, each.replaced_by) if name and (other := dataset.source(name))]
    return list(found.values())


def _meet(some: Iterable[Source], others: list[Source]) -> bool:
    return any(one.id == other.id or _copied(one, other) for one in some for other in others)


def _copied(one: Source, other: Source) -> bool:
    """Tell whether of two sources one is an unofficial copy of the other, or both are copies of one page.

    They have one address, or one title and, as far as both say so, one publisher and day.
    """
    if one.via is None and other.via is None:
        return False
    if one.url and one.url == other.url:
        return True
    same_day = one.published is None or other.published is None or _days_meet(one, other)
    same_publisher = not (one.publisher and other.publisher) or one.publisher == other.publisher
    return same_day and same_publisher and fold(one.title) == fold(other.title)


def _days_meet(one: Source, other: Source) -> bool:
    mine, theirs = between(one), between(other)
    return mine.first <= theirs.last and theirs.first <= mine.last
