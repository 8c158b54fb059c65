"""Sectors and those that they lie in: a project in textiles serves what was agreed for industry."""

from talentpart.model.dataset import Dataset


def wider(dataset: Dataset, code: str) -> tuple[str, ...]:
    """Give a sector and then those that it lies in, the nearest first."""
    found: list[str] = []
    current: str | None = code
    while current and current not in found:
        found.append(current)
        item = dataset.codes("sectors").get(current)
        current = item.parent if item else None
    return tuple(found)


def narrower(dataset: Dataset, code: str) -> tuple[str, ...]:
    """Give the sectors that lie in a sector, itself left out, in the order of the codelist."""
    return tuple(each for each in dataset.codes("sectors") if each != code and code in wider(dataset, each))
