"""What payers give, so that nothing is counted twice: who may stand for another, and the least that each gives."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Money
from talentpart.model.records import Instrument, Record
from talentpart.queries.agree import bounds
from talentpart.queries.paths import touches
from talentpart.queries.told_lists import money

Group = tuple[object, ...]


def groups(lines: Iterable[Money]) -> dict[Group, list[Money]]:
    """Give the lines that speak of one whole together: one type, period, prices, limits, part, basis and currency.

    What is set aside, and what is wider or unclear, is left out; so is who pays without a number.
    """
    found: dict[Group, list[Money]] = {}
    for line in lines:
        if line.rank == "set-aside" or line.scope is not None or (line.amount is None and line.percent is None):
            continue
        limits = (line.origin, line.destination, line.part)
        unit = line.amount.currency if line.amount else "%"
        group = (line.type or "budget", line.period, line.prices, *limits, line.basis, unit)
        found.setdefault(group, []).append(line)
    return found


def over_total(dataset: Dataset, record: Record) -> Iterator[tuple[list[Money], Money]]:
    """Give what payers give beyond the whole, one alone or all together, with the line of the highest total.

    What stands under `conflicts` is left out.
    """
    lines = [line for line in money(record) if line.amount is not None and line.percent is None]
    paths = [path for each in record.conflicts for path in each.field]
    for group in groups(lines).values() if len(lines) > 1 else ():
        kept = [line for line in group if not any(touches(record, path, "money", line) for path in paths)]
        totals = [line for line in kept if line.payer is None]
        highs = [high for line in totals if (high := bounds(line)[1]) is not None]
        if not totals or len(highs) < len(totals):
            continue
        given, whole, most = least(dataset, kept), max(highs), totals[highs.index(max(highs))]
        alone = [line for line, low in given if low > whole]
        yield from (([line], most) for line in alone)
        if not alone and sum((low for _, low in given), Decimal(0)) > whole:
            yield [line for line, _ in given], most


def least(dataset: Dataset, lines: Iterable[Money]) -> list[tuple[Money, Decimal]]:
    """Give for each payer that surely pays beside the others its lowest line and the least that this line allows.

    One that pays through another is that other; and an organisation may own the instruments that stand beside it, so
    it is left out if it gives as much as the largest of them.
    """
    lowest: dict[str, tuple[Money, Decimal]] = {}
    kept = [line for line in lines if line.payer]
    through = {line.through for line in kept}
    for line in kept:
        low = bounds(line)[0]
        if line.payer and low is not None and line.payer not in through:
            known = lowest.get(line.payer)
            lowest[line.payer] = (line, low) if known is None or low < known[1] else known
    owned = {payer: low for payer, (_, low) in lowest.items() if dataset.find(Instrument, payer)}
    largest = max(owned.values(), default=None)
    return [pair for payer, pair in lowest.items() if payer in owned or largest is None or pair[1] < largest]
