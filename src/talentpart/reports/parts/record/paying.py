"""MONEY of one record: its total, who funds it and how much of it, and what stands beside it; never added up."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Money
from talentpart.model.records import Instrument, Told
from talentpart.page import Cited, Datum, Part, Section, Sentence
from talentpart.queries.answers import things
from talentpart.queries.money import Total, total
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.said import amount, basis_word, beside, bracketed, hedges, limits, reach, shown
from talentpart.reports.parts.words import capital, lower, silence, why_silent
from talentpart.tables import as_data
from talentpart.values import Amount

_HUNDRED = 100


def build(dataset: Dataset, record: Told) -> Section:
    """Give the total by basis, then the payers, then amounts that are a part, wider or unclear, each as its own."""
    whole, paying, apart = _sorted(record)
    found = total(dataset, record)
    sentences = [_total(dataset, record, each) for each in whole] or [_nothing(record)]
    if isinstance(record, Instrument) and sum(len(each) for each in whole) > 1:
        sentences.append(Sentence("apart", ("Each total has its own day and reach; they cannot be added.",)))
    sentences += _payers(dataset, record, paying, found)
    sentences += [_beside(dataset, record, each) for each in apart]
    return Section("money", "MONEY", tuple(sentences), rows=_rows(dataset, record))


def totals(dataset: Dataset, record: Told) -> list[Sentence]:
    """Give the amounts of a record as a whole, each as its own sentence; none where no source has one."""
    whole, _, _ = _sorted(record)
    return [_total(dataset, record, each) for each in whole]


def payer(dataset: Dataset, line: Money) -> str:
    """Name who pays, and through what: `AMIF through MPF`."""
    through = f" through {short_name(dataset, line.through)}" if line.through else ""
    return f"{short_name(dataset, line.payer or '')}{through}"


def computed(line: Money, found: Total | None) -> str:
    """Give a share in money, at the precision of its coarser part; only against one stated total."""
    if line.percent is None or found is None or found.summed or found.answer.open or found.high != found.low:
        return ""
    share = Decimal(str(line.percent))
    number = found.low * share / _HUNDRED
    # What a change of the share's last digit, or of the total's, would move: no digit below it is known.
    doubt = max(found.low * _unit(share) / _HUNDRED, _unit(found.low))
    unit = Decimal(1).scaleb(doubt.adjusted())
    rounded = (number / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit
    return f"about {Amount(found.currency, rounded)} by our sum" if rounded else ""


def _sorted(record: Told) -> tuple[list[list[Money]], list[list[Money]], list[list[Money]]]:
    """Give the things that money is said of: the whole, what a payer gives, and what is a part, wider or unclear."""
    whole: list[list[Money]] = []
    paying: list[list[Money]] = []
    apart: list[list[Money]] = []
    for lines in things(record, "money").values():
        told = [line for line in lines if isinstance(line, Money) and line.rank != "set-aside"]
        if told:
            first = told[0]
            limited = first.scope or first.part or first.origin or first.destination
            (paying if first.payer is not None else apart if limited else whole).append(told)
    return whole, paying, apart


def _total(dataset: Dataset, record: Told, lines: Sequence[Money]) -> Sentence:
    first = lines[0]
    kind = capital(_type(dataset, first)) or "Total"
    limit = bracketed([basis_word(first), *reach(dataset, first), first.prices or ""])
    with_amount = [line for line in lines if line.amount is not None]
    if not with_amount:
        return Sentence("total", (*cited(f"{kind}{limit}: amount not stated", of_lines(dataset, lines)), "."))
    words = partial(_dated, dataset)
    if isinstance(record, Instrument):
        said = beside(dataset, "money", with_amount, words)
    else:
        said = shown(dataset, record, "money", with_amount, words)
    return Sentence("total", (f"{kind}{limit}: ", *said, *_note(lines), "."))


def _dated(dataset: Dataset, line: Money) -> str:
    """Give an amount with its hedge and the day for which it holds."""
    return f"{amount(line)}{bracketed([*hedges(dataset, line), *([f'as of {line.as_of}'] if line.as_of else [])])}"


def _type(dataset: Dataset, line: Money) -> str:
    """Name the type of an amount where it is no budget."""
    return lower(dataset.label("money-types", line.type)) if line.type and line.type != "budget" else ""


def _nothing(record: Told) -> Sentence:
    why = silence(record, "money.amount", "money", default="none found")
    note, _ = why_silent(record, "money.amount", "money")
    return Sentence("total", (f"Amount: {why}{f'; {note}' if note else ''}.",))


def _payers(dataset: Dataset, record: Told, groups: Sequence[Sequence[Money]], found: Total | None) -> list[Sentence]:
    """Say who funds it, then apart from whom that is only implied or likely; each with its share, never added."""
    by_hedge: dict[str, list[Sequence[Money]]] = {}
    for lines in sorted(groups, key=lambda each: each[0].certainty is not None):
        by_hedge.setdefault(", ".join(hedges(dataset, lines[0])), []).append(lines)
    return [_funded(dataset, record, hedge, told, found) for hedge, told in by_hedge.items()]


def _funded(
    dataset: Dataset, record: Told, hedge: str, groups: Sequence[Sequence[Money]], found: Total | None
) -> Sentence:
    """Give the payers of one hedge, behind it where there is one: `Implied: NDICI`."""
    parts: list[Part] = [f"{capital(hedge)}: " if hedge else "Funded by "]
    for index, lines in enumerate(groups):
        first = lines[0]
        parts.append("; " if index else "")
        printed = f'"{first.as_stated}"' if first.as_stated else ""
        own = limits(dataset, first)[len(hedges(dataset, first)) :]
        limit = bracketed([_type(dataset, first), basis_word(first), *own, printed])
        name = f"{payer(dataset, first)}{limit}"
        if not any(amount(line) for line in lines):
            parts += [*cited(name, of_lines(dataset, lines)), *_note(lines)]
            continue
        share = computed(first, found)
        parts += [f"{name} ", *shown(dataset, record, "money", [line for line in lines if amount(line)], amount)]
        parts += [f", {share}" if share else "", *_note(lines)]
    return Sentence("payers", (*(each for each in parts if each != ""), "."))


def _beside(dataset: Dataset, record: Told, lines: Sequence[Money]) -> Sentence:
    first = lines[0]
    label = "Not this record's own" if first.scope == "wider" else "Apart"
    limit = bracketed([basis_word(first), *limits(dataset, first)])
    said: list[Part] = [Cited(None, of_lines(dataset, lines), text="amount not stated")]
    with_amount = [line for line in lines if line.amount is not None]
    if with_amount:
        said = shown(dataset, record, "money", with_amount, amount)
    return Sentence("beside", (f"{label}{limit}: ", *said, *_note(lines), "."))


def _note(lines: Sequence[Money]) -> list[Part]:
    notes = dict.fromkeys(line.note for line in lines if line.note)
    return [f": {'; '.join(each for each in notes if each)}"] if notes else []


def _unit(number: Decimal) -> Decimal:
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def _rows(dataset: Dataset, record: Told) -> tuple[Datum, ...]:
    said = as_data(dataset, record).get("money")
    return tuple(each for each in said if isinstance(each, Mapping)) if isinstance(said, list) else ()
