"""Amounts beside the ladder: published totals side by side, what is near but not meant, shares, what is left out."""

from collections.abc import Iterable, Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Figure, Money
from talentpart.model.records import Instrument, Project, Record, Told
from talentpart.page import Cited, Column, Datum, Part, Row, Section, Sentence, Table
from talentpart.queries.agree import agree
from talentpart.queries.answers import Answer, answer, things
from talentpart.queries.paths import key
from talentpart.queries.subjects import short_name
from talentpart.queries.told import source_day
from talentpart.reports.parts.cite import dated, of_lines
from talentpart.reports.parts.record.paying import computed, payer
from talentpart.reports.parts.said import bracketed, part_words, period_words, prices_words
from talentpart.reports.parts.sums import amounts
from talentpart.reports.parts.whole.framework_names import known_as
from talentpart.reports.parts.whole.rungs import Ledger
from talentpart.reports.parts.words import hedged, listed, lower

_COLUMNS = (
    Column("record", "PUBLISHED"), Column("amount", "Amount"), Column("perimeter", "Of what"), Column("day", "As of"),
)  # fmt: skip


def build(dataset: Dataset, ours: str) -> Section:
    """Give every amount that is published of something wider than a project, with what it covers and of which day.

    Where one reads like our sum of projects (`ours`), it is said that neither bears out the other.
    """
    rows, data = [], []
    whole = {record.id for record, line, _ in _totals(dataset) if not line.part and not line.payer}
    parts = False
    for record, line, said in _totals(dataset):
        data.append(_datum(record, line))
        if record.id in whole and (line.part or line.payer):
            parts = True
            continue
        text = hedged(line, str(line.amount))
        amount = Cited(line.amount, of_lines(dataset, [line]), text=text, starred=said.differs)
        rows.append(Row((short_name(dataset, record.id), amount, _perimeter(dataset, line), _day(dataset, line))))
    if not rows:
        told = "No amount is published, in what was read, of an instrument, a framework, a policy or a partnership."
        return Section("published", "TOTALS", (Sentence("none", (told,)),))
    told = "Published totals stand side by side and are never added: each has its own perimeter and day."
    told += " What is a part of one stands in the report on its record." if parts else ""
    alike = {short_name(dataset, record.id): None for record, line, _ in _totals(dataset) if _reads(line, ours)}
    if alike:
        told += f" Our sum of projects reads like an amount of {listed(list(alike))}; they are of different things, and"
        told += " neither bears out the other."
    return Section("published", "TOTALS", (Table("published", _COLUMNS, tuple(rows)), Sentence("apart", (told,))),
                   rows=tuple(data))  # fmt: skip


def _reads(line: Money, ours: str) -> bool:
    """Tell whether an amount is printed as our sum is, hedges aside."""
    return ours.removeprefix("at least ").removeprefix("about ") == str(line.amount)


def near(ledger: Ledger, apart: Ledger, *, everything: bool) -> list[Section]:
    """Give amounts that stand near the records and are no Talent Partnership money, then what one person or grant gets.

    Of projects only, or of all records; `apart` holds the projects that are kept beside the others, in no sum.
    """
    dataset = ledger.dataset
    records: Iterable[Told] = _told(dataset) if everything else (*ledger.projects, *apart.projects)
    beside: list[tuple[Told, Money | Figure]] = []
    each_gets: list[tuple[Told, Money | Figure]] = []
    for record in records:
        beside += [(record, line) for line in record.money if line.scope == "wider"]
        # What is counted in money of a project or fund is how much one gets, elsewhere another's money.
        own = each_gets if isinstance(record, Project | Instrument) else beside
        own += [(record, line) for line in record.figures]
    found = (
        _near(apart, _amounts(dataset, ("near", "NEAR", "Not Talent Partnership money"), beside)),
        _amounts(dataset, ("rates", "RATES", "For one person or one grant, in no sum"), each_gets),
    )
    return [each for each in found if each is not None]


def _near(apart: Ledger, section: Section | None) -> Section | None:
    """Add to what is near the projects that are kept only beside the others: their amounts, and who has none."""
    dataset, sentences = apart.dataset, list[Sentence]()
    for name, found in apart.totals.items():
        project = next(each for each in apart.projects if each.id == name)
        kinds = bracketed(lower(dataset.label("project-kinds", line.value)) for line in project.kind)
        parts = (f"{short_name(dataset, name)}{kinds}: ", *amounts(dataset, found), ".")
        sentences.append(Sentence(f"beside-{name}", parts))
    bare = [short_name(dataset, each.id) for each in apart.projects if each.id not in apart.totals]
    if bare:
        sentences.append(Sentence("beside-none", (f"No amount found, and in no count above: {listed(bare)}.",)))
    if not sentences:
        return section
    lead = section.blocks if section else (Sentence("near", ("Not Talent Partnership money:",)),)
    return Section("near", "NEAR", (*lead, *sentences), rows=section.rows if section else ())


def _amounts(
    dataset: Dataset, names: tuple[str, str, str], found: Iterable[tuple[Told, Money | Figure]]
) -> Section | None:
    """Give a section on amounts, a line for each; nothing where there is none."""
    name, label, lead = names
    kept = [(record, line) for record, line in found if line.amount is not None and line.rank != "set-aside"]
    sentences = [Sentence(name, (f"{lead}:",))]
    data: list[Datum] = []
    for record, line in kept:
        amount = Cited(line.amount, of_lines(dataset, [line]), text=hedged(line, str(line.amount)), name="amount")
        words = _near_words(dataset, line)
        said = f" ({words})." if words else "."
        sentences.append(Sentence(f"{name}-{record.id}", (f"{known_as(dataset, record.id)}: ", amount, said)))
        data.append({**_datum(record, line), "measure": line.measure if isinstance(line, Figure) else None})
    return Section(name, label, tuple(sentences), rows=tuple(data)) if kept else None


def _near_words(dataset: Dataset, line: Money | Figure) -> str:
    """Say what an amount is that is near and not meant: of a figure its measure, and whose money it is not."""
    period = period_words(line.period) if line.period else ""
    if isinstance(line, Money):
        return ", ".join(each for each in (period, line.note) if each)
    item = dataset.codes("measures").get(line.measure)
    meaning = lower((item.definition or "").rstrip(".")) if item else ""
    said = ", ".join(each for each in (lower(dataset.label("measures", line.measure)), period) if each)
    return f"{said}; {meaning}" if meaning else said


def shares(ledger: Ledger) -> list[Sentence]:
    """Give the shares that payers are said to bear; in money only as our sum, and in no total."""
    parts: list[Part] = []
    for project in ledger.projects:
        for line in project.money:
            if line.percent is None or line.payer is None or line.rank == "set-aside":
                continue
            name = f"{payer(ledger.dataset, line)} in {short_name(ledger.dataset, project.id)} "
            percent = Cited(line.percent, of_lines(ledger.dataset, [line]), text=hedged(line, f"{line.percent:g} %"))
            money = computed(line, ledger.totals.get(project.id))
            lead = "; " if parts else "Shares stated, in no sum above: "
            parts += [lead, name, percent, f", {money}" if money else ""]
    return [Sentence("shares", (*(each for each in parts if each != ""), "."))] if parts else []


def left_out(ledger: Ledger) -> Section | None:
    """Give each amount of a project that no sum holds, with the reason; sums hold whole budgets only."""
    dataset = ledger.dataset
    sentences: list[Sentence] = []
    data: list[Datum] = []
    for project in ledger.projects:
        parts: list[Part] = []
        for line, why in _unused(ledger, project):
            amount = Cited(line.amount, of_lines(dataset, [line]), text=hedged(line, str(line.amount)), name="amount")
            parts += ["; " if parts else f"{short_name(dataset, project.id)}: ", amount, f", {why}"]
            data.append({**_datum(project, line), "why": why})
        if parts:
            sentences.append(Sentence(f"left-out-{project.id}", (*parts, ".")))
    return Section("left_out", "LEFT OUT", tuple(sentences), rows=tuple(data)) if sentences else None


def _unused(ledger: Ledger, project: Project) -> Iterator[tuple[Money, str]]:
    dataset = ledger.dataset
    found = ledger.totals.get(project.id)
    used = found.answer.lines if found else ()
    if found and not (found.answer.open or found.summed):
        used = used[:1]
    for line in project.money:
        if line.amount is None or line.scope == "wider":
            continue
        why = _not_whole(dataset, line)
        if not why and not any(each is line for each in used):
            why = _given_way(dataset, line, found.answer if found else None)
        if not why and project.id in ledger.inside:
            why = "inside the figure of its parent"
        if why:
            yield line, why


def _not_whole(dataset: Dataset, line: Money) -> str:
    """Say why an amount is not the budget of the whole; nothing where it is."""
    if line.rank == "set-aside":
        return f"set aside, {line.because or 'no reason given'}"
    if line.scope == "unclear":
        return "its source does not say of what"
    if line.part:
        return f"of a part only, {part_words(dataset, line.part)}"
    if line.type not in {None, "budget"}:
        return f"no budget but a {lower(dataset.label('money-types', line.type))}"
    places = ", ".join(dataset.label("places", each) for each in (*line.origin, *line.destination))
    return f"for {places} alone, inside the whole" if places else ""


def _given_way(dataset: Dataset, line: Money, found: Answer[Money] | None) -> str:
    if line.payer is not None:
        return f"what {payer(dataset, line)} pays{', planned' if line.basis == 'planned' else ''}, beside the total"
    best = found.best if found else None
    if best is None:
        return "no figure of the whole"
    if best.basis != line.basis:
        said = {"planned": "planned", "actual": "reported"}
        return f"{said.get(line.basis or '', 'stated')}, where a {said.get(best.basis or '', 'stated')} amount stands"
    if agree(line, best):
        return "says the same, less exactly"
    return f"gives way to a firmer or newer source{f', {found.because}' if found and found.because else ''}"


def _told(dataset: Dataset) -> Iterator[Told]:
    for entry in dataset.entries.values():
        if isinstance(entry.record, Told):
            yield entry.record


def _totals(dataset: Dataset) -> Iterator[tuple[Told, Money, Answer[Money]]]:
    """Give the amounts of all records but projects, every one that is not set aside, in the order of the records."""
    for record in _told(dataset):
        if isinstance(record, Project):
            continue
        for lines in things(record, "money").values():
            said = [line for line in lines if isinstance(line, Money) and line.amount is not None]
            kept = [line for line in said if line.rank != "set-aside" and line.scope != "wider"]
            found = answer(dataset, record, "money", kept)
            for line in kept:
                yield record, line, found


def _perimeter(dataset: Dataset, line: Money) -> str:
    """Say in words what an amount covers."""
    words = [lower(dataset.label("money-types", line.type or "budget"))]
    words += [{"planned": "planned", "actual": "reported"}[line.basis]] if line.basis else []
    words += [f"funded by {payer(dataset, line)}"] if line.payer else []
    words += [part_words(dataset, line.part)] if line.part else []
    words += [f"for {', '.join(dataset.label('places', each) for each in (*line.origin, *line.destination))}"] if (
        line.origin or line.destination) else []  # fmt: skip
    words += [period_words(line.period)] if line.period else []
    words += [prices_words(line.prices)] if line.prices else []
    words += ["of what is not said"] if line.scope == "unclear" else []
    return ", ".join([*words, line.note] if line.note else words)


def _day(dataset: Dataset, line: Money) -> str:
    if line.as_of:
        return str(line.as_of)
    sources = [each for each in map(dataset.source, line.source) if each is not None]
    return dated(min(sources, key=source_day)) if sources else "not found"


def _datum(record: Record, line: Money | Figure) -> Datum:
    return {
        "record_kind": record.record_kind,
        "record": record.id,
        "key": ".".join(key(line)),
        "payer": line.payer if isinstance(line, Money) else None,
        "type": (line.type or "budget") if isinstance(line, Money) else None,
        "period": line.period,
        "scope": line.scope,
        "part": line.part,
        "basis": line.basis or "stated",
        "amount": float(line.amount.number) if line.amount else None,
        "currency": line.amount.currency if line.amount else None,
        "bound": line.bound,
        "as_of": line.as_of.text if line.as_of else None,
        "note": line.note,
        "sources": list(line.source),
    }
