"""Money, added up honestly: a record's figure, what of it is one country's, and sums that say what they leave out."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Money
from talentpart.model.records import Project, Told
from talentpart.queries.agree import bounds
from talentpart.queries.answers import Answer, answer
from talentpart.queries.paths import key
from talentpart.queries.relations import targets
from talentpart.queries.scope import Side, speaks_of

# What a thing costs is its budget, which is meant where no type is said.
_BUDGET = (None, "budget")


@dataclass(frozen=True, slots=True)
class Total:
    """What a record costs, by its sources: `low` to `high` (None: at least `low`) in one currency.

    `answer` holds the lines it rests on; `summed` says that payers' amounts were added, so that it is "at least";
    `alone` that it is one country's only.
    """

    record: Told
    currency: str
    low: Decimal
    high: Decimal | None
    answer: Answer[Money]
    summed: bool
    alone: bool


def total(dataset: Dataset, record: Told, country: str = "", side: Side = "origin") -> Total | None:
    """Give a record's figure: its total, else its payers' amounts together; never a part, a wider or unclear amount.

    With a country, a figure limited to that country comes first and is `alone`; so is the whole of a project whose
    corridors all begin there, or with the other `side`, end there. Planned, stated and reported amounts are never
    mixed: reported first, then stated.
    """
    for lines, alone in _candidates(dataset, record, country, side):
        for basis in ("actual", None, "planned"):
            said = [line for line in lines if line.basis == basis]
            whole = [line for line in said if line.payer is None]
            if whole:
                return _total(record, answer(dataset, record, "money", whole), summed=False, alone=alone)
            if said:
                return _summed(dataset, record, said, alone=alone)
    return None


def payers(record: Told) -> tuple[Money, ...]:
    """Give the lines that say who pays, with an amount, a share or neither."""
    return tuple(
        line for line in record.money if line.payer is not None and line.scope is None and line.rank != "set-aside"
    )


def planned_beside(found: Total) -> tuple[Money, ...]:
    """Give what payers that are not in a sum of payers are planned to add to it."""
    inside = {line.payer for line in found.answer.lines}
    return tuple(
        line for line in payers(found.record)
        if found.summed and line.basis == "planned" and line.payer not in inside
        and line.amount is not None and line.part is None and line.type in _BUDGET
    )  # fmt: skip


def wider(record: Told) -> tuple[Money, ...]:
    """Give the amounts that stand near the record but are more than, or beside, what it is about."""
    return tuple(
        line for line in record.money
        if line.scope == "wider" and line.amount is not None and line.rank != "set-aside"
    )  # fmt: skip


def parents_speak(projects: Iterable[Project], totals: dict[str, Total]) -> tuple[str, ...]:
    """Give the ids of the projects whose money stands inside a parent that has a figure, or inside one of its own."""
    kept = tuple(projects)
    inside: dict[str, None] = {}
    while True:
        more = [
            project.id
            for project in kept
            if project.id not in inside
            and any(each in totals or each in inside for each in targets(project, "part-of"))
        ]
        if not more:
            return tuple(each.id for each in kept if each.id in inside)
        inside.update(dict.fromkeys(more))


def add(totals: Iterable[Total]) -> dict[str, tuple[Decimal, Decimal | None, Decimal]]:
    """Add totals by currency, never across: the lowest sum, the highest (None: open), and the coarsest unit known."""
    sums: dict[str, tuple[Decimal, Decimal | None, Decimal]] = {}
    for each in totals:
        low, high, unit = sums.get(each.currency, (Decimal(0), Decimal(0), Decimal("0.01")))
        both = None if high is None or each.high is None else high + each.high
        # Of values that differ on one total the finer says how exactly it is known: 25 or 30 million, to the million.
        known = min((_unit(number) for number in (each.low, each.high) if number), default=Decimal("0.01"))
        sums[each.currency] = (low + each.low, both, max(unit, known))
    return sums


def _candidates(dataset: Dataset, record: Told, country: str, side: Side) -> Iterable[tuple[list[Money], bool]]:
    lines = [
        line
        for line in record.money
        if line.amount is not None and line.scope is None and line.part is None and line.type in _BUDGET
    ]
    if country and isinstance(record, Project):
        limited = [line for line in lines if getattr(line, side)]
        yield [line for line in limited if speaks_of(dataset, record, line, country, side) == "alone"], True
    whole = [line for line in lines if not line.origin and not line.destination]
    alone = bool(country) and (
        not isinstance(record, Project)
        or any(speaks_of(dataset, record, line, country, side) == "alone" for line in whole)
    )
    yield whole, alone


def _total(record: Told, found: Answer[Money], *, summed: bool, alone: bool) -> Total | None:
    lines = [line for line in found.lines if line.amount]
    if not lines or lines[0].amount is None:
        return None
    shown = lines if found.open else lines[:1]
    spans = [bounds(line) if line.bound in {"at-least", "at-most"} else (a.number, a.number)
             for line in shown if (a := line.amount) is not None]  # fmt: skip
    lows = [low for low, _ in spans if low is not None]
    highs = [high for _, high in spans]
    known = [high for high in highs if high is not None]
    high = max(known) if len(known) == len(highs) else None
    return Total(record, lines[0].amount.currency, min(lows), high, found, summed, alone)


def _summed(dataset: Dataset, record: Told, lines: list[Money], *, alone: bool) -> Total | None:
    """Add what each payer gives, of the currency named first; the sum is "at least", since a payer may be missing."""
    by_payer: dict[tuple[str, ...], list[Money]] = {}
    for line in lines:
        by_payer.setdefault(key(line), []).append(line)
    answers = [answer(dataset, record, "money", each) for each in by_payer.values()]
    best = [found.best for found in answers if found.best and found.best.amount]
    if not best or best[0].amount is None:
        return None
    currency = best[0].amount.currency
    numbers = [line.amount.number for line in best if line.amount and line.amount.currency == currency]
    merged = Answer(tuple(best), open=False, differs=any(f.differs for f in answers), settled="summed")
    return Total(record, currency, sum(numbers, Decimal(0)), None, merged, summed=True, alone=alone)


def _unit(number: Decimal) -> Decimal:
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
