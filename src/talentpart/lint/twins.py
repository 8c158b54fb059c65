"""Sources that are one: the same address, and nothing that tells their versions apart."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from talentpart.lint.address import page
from talentpart.model.dataset import Dataset
from talentpart.model.links import links
from talentpart.model.records import Source


def twins(dataset: Dataset) -> Iterator[tuple[Source, Source]]:
    """Give each source that stands in the records already, with the one to keep: that which more words name."""
    pages: dict[str, list[Source]] = {}
    for source in dataset.all(Source):
        if source.url:
            pages.setdefault(page(source.url), []).append(source)
    # Versions of a page are many and twins are few, and only of these is it asked how often they are named.
    crowded = [
        found for found in pages.values() if any(one_version(one, other) for one, other in combinations(found, 2))
    ]
    if not crowded:
        return
    named = Counter(link.target for link in links(dataset))
    for found in crowded:
        ordered = sorted(found, key=lambda source: (-named[source.id], source.id))
        for index, source in enumerate(ordered):
            kept = next((each for each in ordered[:index] if one_version(each, source)), None)
            if kept is not None:
                yield source, kept


def one_version(one: Source, other: Source) -> bool:
    """Tell whether two sources of one address can be of one day, and neither takes the place of the other."""
    if other.id == one.replaced_by or one.id == other.replaced_by:
        return False
    (first, last), (start, end) = _between(one), _between(other)
    return first <= end and start <= last


def _between(source: Source) -> tuple[str, str]:
    """Give the ISO days between which a source can have been published."""
    first, last = source.published or source.not_before, source.published or source.not_after
    return first.earliest if first else "", last.latest if last else "9999"
