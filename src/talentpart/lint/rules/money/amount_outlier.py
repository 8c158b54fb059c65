"""An amount is a thousand times too large or too small.

What: An amount is about 1000 or 1,000,000 times another of the same thing; or the total of a record is more than 500
times the median of the records of its kind, or less than a 500th of it, where at least five have one.

Why: Thousands and millions are easily mixed up, and one such slip drowns every sum.

How to mend: Hold the amount against its source, and look for `in thousand EUR` above its table.

Fine when: It truly is so large or small: waive it, with the words of the source as the reason.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from statistics import median

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Money
from talentpart.model.records import Record, Told
from talentpart.queries.paths import key
from talentpart.queries.payers import over_total
from talentpart.queries.slips import slip
from talentpart.queries.told_lists import money
from talentpart.queries.unsettled import unsettled
from talentpart.values import Amount, Day

SEVERITY = Severity.WARNING
_TWO = "source: report\nmoney:\n  - {basis: planned, amount: EUR 1500000}\n  - {basis: actual, amount: EUR %s}\n"
_ONE = "source: report\nmoney:\n  - {amount: EUR %s}\n"
_KIND = {f"projects/p{i}.yaml": _ONE % amount for i, amount in enumerate(("800000", "1200000", "2000000", "3000000"))}
BAD = (
    Bad(
        {"projects/pilot.yaml": _TWO % "1496.45"},
        at=("projects/pilot.yaml", 4, 29),
        message="EUR 1,496.45 is about a 1,000th of EUR 1.5 million, said of the same; is one of them in thousands?",
    ),
    Bad(
        {**_KIND, "projects/pilot.yaml": _ONE % "1496448000"},
        at=("projects/pilot.yaml", 3, 14),
        message="EUR 1,496,448,000 is 748 times the median of 5 records of this kind (EUR 2 million); "
        "was EUR 1,496,448 meant?",
    ),
)
GOOD = (
    Good({"projects/pilot.yaml": _TWO % "1350000"}),
    Good({"projects/pilot.yaml": _TWO % "1500" + "conflicts: {field: money, because: thousands or not}\n"}),
    Good({**_KIND, "projects/pilot.yaml": _ONE % "30000000"}),
)
_FEW = 5
_FAR = 500
_FACTORS = (1000, 1_000_000)
Kind = tuple[object, ...]


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Hold amounts against others of the same thing, then totals against those of their kind."""
    found: set[int] = set()
    kinds: dict[Kind, list[tuple[Record, Money]]] = {}
    for record in dataset.all(Told):
        lines = [line for line in money(record) if line.amount is not None and line.rank != "set-aside"]
        for line, other in _slips(dataset, record, lines):
            found.add(id(line))
            yield _same(record, line, other)
        total = next((line for line in lines if not _limited(line)), None)
        if total is not None and total.amount is not None:
            kind = tuple(word.value for word in record.kind[:1])
            group = (record.record_kind, kind, total.amount.currency, total.type or "budget")
            kinds.setdefault(group, []).append((record, total))
    for members in kinds.values():
        yield from _far(dataset, [(record, line) for record, line in members if id(line) not in found])


def _limited(line: Money) -> bool:
    return bool(line.payer or line.scope or line.part or line.origin or line.destination)


def _slips(dataset: Dataset, record: Record, lines: list[Money]) -> Iterator[tuple[Money, Money]]:
    """Give the later and the earlier of two amounts of one thing that differ by thousands, unless that is told."""
    pairs = ((one, other) for i, one in enumerate(lines) for other in lines[i + 1 :] if key(one) == key(other))
    for one, other in pairs:
        if _currencies(one, other) == 1 and slip(one, other) and not record.conflicts:
            told = {id(line) for each in unsettled(dataset, record) for line in (each.one, each.other)}
            if not {id(one), id(other)} <= told:
                yield other, one


def _currencies(one: Money, other: Money) -> int:
    return len({line.amount.currency for line in (one, other) if line.amount})


def _same(record: Record, line: Money, other: Money) -> Fault:
    larger = bool(line.amount and other.amount and line.amount.number > other.amount.number)
    times = f"{slip(line, other):,} times" if larger else f"a {slip(line, other):,}th of"
    message = f"{line.amount} is about {times} {other.amount}, said of the same; is one of them in thousands?"
    return Fault(message, record, line, ("amount",), related=((other, str(other.amount)),))


def _far(dataset: Dataset, members: Iterable[tuple[Record, Money]]) -> Iterator[Fault]:
    known = [(record, line, line.amount) for record, line in members if line.amount and line.amount.number]
    if len(known) < _FEW:
        return
    middle = median(amount.number for _, _, amount in known)
    for record, line, amount in known:
        ratio = max(amount.number / middle, middle / amount.number)
        # A total that is smaller than its parts is found there.
        if ratio > _FAR and not any(over_total(dataset, record)):
            times = f"{ratio:,.0f} times" if amount.number > middle else f"a {ratio:,.0f}th of"
            usual = Amount(amount.currency, middle)
            yield Fault(
                f"{amount} is {times} the median of {len(known)} records of this kind ({usual}); "
                f"was {_meant(amount, middle)} meant?",
                record,
                line,
                ("amount",),
            )


def _meant(amount: Amount, middle: Decimal) -> Amount:
    """Give the amount a thousand or a million times larger or smaller, whichever is nearest to the median."""
    guesses = (
        [amount.number * factor for factor in _FACTORS]
        if amount.number < middle
        else [amount.number / factor for factor in _FACTORS]
    )
    return Amount(amount.currency, min(guesses, key=lambda each: max(each / middle, middle / each)))
