"""MONEY of one record: its total, who funds it and how much of it, and what stands beside it; never added up."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Money, changed
from talentpart.model.records import Instrument, Told
from talentpart.page import Cited, Datum, Part, Section, Sentence
from talentpart.queries.answers import answer, things
from talentpart.queries.money import Total, total
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.said import amount, basis_word, bracketed, equal, hedges, kept, reach
from talentpart.reports.parts.words import capital, lower, silence, why_silent
from talentpart.tables import as_data
from talentpart.values import Amount

_HUNDRED = 100
# What is said of one payer under one hedge: all its lines, those of which the amounts are shown, whether they differ.
Payer = tuple[Sequence[Money], Sequence[Money], bool]


def build(dataset: Dataset, record: Told) -> Section:
    """Give the total by basis, then the payers, then amounts that are a part, wider or unclear, each as its own."""
    whole, paying, apart = _sorted(record)
    found = total(dataset, record)
    sentences = [_total(dataset, record, each) for each in whole] or [_nothing(record, paying)]
    if isinstance(record, Instrument) and sum(len(each) for each in whole) > 1:
        sentences.append(Sentence("apart", ("Each total has its own day and reach; they cannot be added.",)))
    sentences += _payers(dataset, record, paying, found)
    sentences += [_beside(dataset, record, each) for each in apart]
    return Section("money", "MONEY", tuple(sentences), rows=_rows(dataset, record))


def amounts(dataset: Dataset, record: Told) -> list[Sentence]:
    """Give the amounts of a record as a whole, then those of a part, wider or unclear; none where no source has one."""
    whole, _, apart = _sorted(record)
    return [_total(dataset, record, each) for each in whole] + [_beside(dataset, record, each) for each in apart]


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
    kind = capital(_type(dataset, lines[0])) or "Total"
    return Sentence("total", _amount_of(dataset, record, kind, lines))


def _beside(dataset: Dataset, record: Told, lines: Sequence[Money]) -> Sentence:
    kind = _type(dataset, lines[0])
    label = f"More than this {record.record_kind}" if lines[0].scope == "wider" else "Apart"
    return Sentence("beside", _amount_of(dataset, record, f"{label}, {kind}" if kind else label, lines))


def _amount_of(dataset: Dataset, record: Told, label: str, lines: Sequence[Money]) -> tuple[Part, ...]:
    """Give what is said of one thing; of an instrument all of it, side by side, else the answer."""
    limit = reach(dataset, changed(lines[0], scope=None) if lines[0].scope == "wider" else lines[0])
    head = f"{label}{bracketed([basis_word(lines[0]), *limit])}"
    said = [line for line in lines if amount(line)]
    if not said:
        return (*cited(f"{head}: amount not stated", of_lines(dataset, lines)), *_note(lines), ".")
    if isinstance(record, Instrument):
        return (f"{head}: ", *_values(dataset, equal(said, said, partial(_dated, dataset)), " beside "), ".")
    found = answer(dataset, record, "money", said)
    values = equal(kept(found), said, partial(_dated, dataset))
    return (f"{head}: ", *_values(dataset, values, " or ", starred=found.differs), ".")


def _values(
    dataset: Dataset, values: Mapping[str, Sequence[Money]], between: str, *, starred: bool = False, behind: str = ""
) -> list[Part]:
    """Give values with their sources and remarks, and what stands behind them; a remark on all stands once, last."""
    notes = {text: _remark(lines) for text, lines in values.items()}
    shared = len(set(notes.values())) == 1
    parts: list[Part] = []
    for text, lines in values.items():
        parts += [between] if parts else []
        parts.append(Cited(None, of_lines(dataset, lines), text=text, starred=starred and not parts, name="money"))
        parts += [f" ({notes[text]})"] if notes[text] and not shared else []
    parts += [behind] if behind else []
    return [*parts, f": {next(iter(notes.values()))}"] if shared and any(notes.values()) else parts


def _dated(dataset: Dataset, line: Money) -> str:
    """Give an amount, or a share of the total, with its hedge and the day for which it holds."""
    share = " of the total" if line.percent is not None and line.payer is None else ""
    return f"{amount(line)}{share}{bracketed([*hedges(dataset, line), *_day(line)])}"


def _day(line: Money) -> list[str]:
    return [f"as of {line.as_of}"] if line.as_of else []


def _type(dataset: Dataset, line: Money) -> str:
    """Name the type of an amount where it is no budget."""
    return lower(dataset.label("money-types", line.type)) if line.type and line.type != "budget" else ""


def _nothing(record: Told, paying: Sequence[Sequence[Money]]) -> Sentence:
    """Say why there is no total; beside what a payer gives, that no amount was found would be wrong."""
    given = any(line.amount is not None for lines in paying for line in lines)
    paths = (*(["money.total"] if given else []), "money.amount", "money")
    note, _ = why_silent(record, *paths)
    label = "Total" if given else "Amount"
    return Sentence("total", (f"{label}: {silence(record, *paths)}{f'; {note}' if note else ''}.",))


def _payers(dataset: Dataset, record: Told, groups: Sequence[Sequence[Money]], found: Total | None) -> list[Sentence]:
    """Say who funds it, then apart from whom that is only implied or likely; each with its share, never added.

    Each line stands under its own hedge: who surely pays may pay an amount that is only probable.
    """
    by_hedge: dict[str, list[Payer]] = {"": []}
    for lines in groups:
        settled = answer(dataset, record, "money", [line for line in lines if amount(line)])
        values = kept(settled)
        sure = any(line.certainty is None for line in lines)
        for hedge in dict.fromkeys(line.certainty for line in lines):
            mine = [line for line in lines if line.certainty == hedge]
            shown = [line for line in values if line.certainty == hedge]
            # One who surely pays, or pays a known amount, needs no weaker word that it pays.
            if shown or (hedge is None and not shown) or (not sure and not values):
                told = [line for line in mine if amount(line)] if shown else mine
                name = ", ".join(hedges(dataset, mine[0]))
                by_hedge.setdefault(name, []).append((told, shown, settled.differs))
    return [_funded(dataset, hedge, told, found) for hedge, told in by_hedge.items() if told]


def _funded(dataset: Dataset, hedge: str, payers: Sequence[Payer], found: Total | None) -> Sentence:
    """Give the payers of one hedge, behind it where there is one: `Implied: NDICI`."""
    parts: list[Part] = [f"{capital(hedge)}: " if hedge else "Funded by "]
    for index, (lines, shown, differs) in enumerate(payers):
        first = shown[0] if shown else lines[0]
        parts += ["; "] if index else []
        # Beside an amount its printed form says nothing more; other words do.
        numeric = bool(shown) and any(each.isdigit() for each in first.as_stated or "")
        printed = f'"{first.as_stated}"' if first.as_stated and not numeric else ""
        day = [] if shown else _day(first)
        limit = bracketed([_type(dataset, first), basis_word(first), *reach(dataset, first), *day, printed])
        name = f"{payer(dataset, first)}{limit}"
        if not shown:
            parts += [*cited(name, of_lines(dataset, lines)), *_note(lines)]
            continue
        values = equal(shown, lines, lambda line: f"{amount(line)}{bracketed(_day(line))}")
        names = {payer(dataset, line) for _, told, _ in payers for line in told if line.amount is not None}
        share = computed(first, found) if payer(dataset, first) not in names else ""
        parts.append(f"{name} ")
        parts += _values(dataset, values, " or ", starred=differs, behind=f", {share}" if share else "")
    return Sentence("payers", (*parts, "."))


def _note(lines: Sequence[Money]) -> list[Part]:
    remark = _remark(lines)
    return [f": {remark}"] if remark else []


def _remark(lines: Sequence[Money]) -> str:
    return "; ".join(dict.fromkeys(line.note for line in lines if line.note))


def _unit(number: Decimal) -> Decimal:
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def _rows(dataset: Dataset, record: Told) -> tuple[Datum, ...]:
    said = as_data(dataset, record).get("money")
    return tuple(each for each in said if isinstance(each, Mapping)) if isinstance(said, list) else ()
