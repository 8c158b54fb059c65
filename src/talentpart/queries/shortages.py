"""Which occupations in short supply lie in a sector: joined through ISCO-08, as our codelists map both.

The codes of a sector that only touch it (`related`), are wider than it (`broad`) or are not sure (`low`) are left out,
since with them every occupation would lie in every sector.
"""

from collections.abc import Iterator
from typing import NamedTuple

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Sector, Word
from talentpart.model.records import Item, Shortages
from talentpart.queries.sectors import narrower

_SCHEME = "isco-08"
_INSIDE = frozenset({"exact", "close", "narrow"})


class Short(NamedTuple):
    """A line that says that an occupation, or a sector as such, is short of people, with its edition."""

    edition: Shortages
    line: Word | Sector

    @property
    def code(self) -> str:
        """Give the code of the occupation or sector; nothing for a sector without one."""
        return self.line.value if isinstance(self.line, Word) else self.line.sector or ""


def short_in(dataset: Dataset, sector: str) -> tuple[Short, ...]:
    """Give what is short in a sector or a narrower one, edition by edition: occupations, then sectors named as such."""
    sectors = (sector, *narrower(dataset, sector))
    inside = {code for each in sectors for code in _isco(dataset.codes("sectors").get(each))}
    items = dataset.codes("occupations")
    return tuple(
        each
        for each in shortages(dataset)
        if (each.code in sectors if isinstance(each.line, Sector) else _lies(items.get(each.code), inside))
    )


def shortages(dataset: Dataset) -> Iterator[Short]:
    """Give every line of every edition that names what is short, in the order of the files; none that is set aside."""
    for edition in dataset.all(Shortages):
        lines: tuple[Word | Sector, ...] = (*edition.occupations, *edition.sectors)
        yield from (Short(edition, line) for line in lines if line.rank != "set-aside")


def _lies(occupation: Item | None, inside: set[str]) -> bool:
    """Tell whether an occupation has a code that is, or lies under, one of a sector's codes."""
    own = _isco(occupation, broad=True)
    return any(code.startswith(tuple(inside)) for code in own) if inside else False


def _isco(item: Item | None, *, broad: bool = False) -> list[str]:
    """Give the codes of ISCO-08 that surely lie in an item; with `broad` also those that hold it."""
    matches = _INSIDE | {"broad"} if broad else _INSIDE
    return [
        code
        for each in (item.mappings if item else ())
        if each.scheme == _SCHEME and each.match in matches and each.sure != "low"
        for code in each.code
    ]
