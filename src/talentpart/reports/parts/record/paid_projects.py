"""CALLS, PROJECTS and WHERE of an instrument: its calls, what it funds by whose word, and the countries it names."""

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Money
from talentpart.model.records import Instrument, Project, Told
from talentpart.page import Block, Cell, Cited, Column, Datum, Footnote, Part, Row, Section, Sentence, Table
from talentpart.queries.money import total
from talentpart.queries.scope import destinations, origins
from talentpart.queries.subjects import short_name
from talentpart.reports.parts import doubles
from talentpart.reports.parts.briefing.projects import runs
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.record.naming import events, status
from talentpart.reports.parts.record.paying import computed, totals
from talentpart.reports.parts.said import amount, basis_word, bracketed, limits, reach, run
from talentpart.reports.parts.words import capital, counted, figure, listed, lower, number

Paid = tuple[Told, Money]
_CALL = "call"


def calls(dataset: Dataset, record: Instrument) -> Section | None:
    """Give each call of the instrument with its status, days, amount and rates; other parts stand under RELATED."""
    sentences = []
    for call in dataset.all(Instrument):
        part = any(line.relation == "part-of" and line.target == record.id for line in call.relations)
        if not part or not any(line.value == _CALL for line in call.kind):
            continue
        sentences.append(Sentence(f"call-{call.id}", (short_name(dataset, call.id), *status(dataset, call), ".")))
        sentences += [
            Sentence(each.id, each.parts, run_in=True) for each in (*events(dataset, call), *totals(dataset, call))
        ]
        sentences += _rates(dataset, call)
    return Section("calls", "CALLS", tuple(sentences)) if sentences else None


def _rates(dataset: Dataset, call: Instrument) -> list[Sentence]:
    """Give what else is counted of a call, such as the share of the costs that it pays."""
    told = [line for line in call.figures if line.rank != "set-aside"]
    items = [(capital(figure(dataset, line)), of_lines(dataset, [line])) for line in told]
    return [Sentence(f"figure-{call.id}", (*cited(*item), "."), run_in=True) for item in items]


def projects(dataset: Dataset, record: Instrument) -> Section:
    """Give a table of what the instrument is said to fund, stated apart from implied; shares and amounts as said."""
    found, others = _paid(dataset, record)
    wholes = _wholes(dataset, record, others)
    if not found:
        text = "No source read says which project it funds."
        return Section("projects", "PROJECTS", (Sentence("none", (text,)), *wholes))
    columns = (
        Column("project", "PROJECTS"), Column("corridors", ""), Column("runs", "Runs"), Column("certainty", "Funds"),
        Column("share", "How much"),
    )  # fmt: skip
    table: Block = Table("projects", columns, tuple(_row(dataset, record, other, line) for other, line in found))
    notes: dict[str, dict[str, None]] = {}  # What is remarked on several projects is said once, of all of them.
    for other, line in found:
        if line.note:
            notes.setdefault(line.note, {})[short_name(dataset, other.id)] = None
    remarks = [f"{listed(list(names))}: {each}." for each, names in notes.items()]
    told = (Sentence("remarks", (" ".join(remarks),)),) if remarks else ()
    blocks = (table, *doubles.sentences(dataset, [other for other, _ in found]), *told, *wholes)
    rows = tuple(_datum(dataset, other, line) for other, line in (*found, *others))
    return Section("projects", "PROJECTS", blocks, rows=rows)


def opening(dataset: Dataset, record: Instrument) -> str:
    """Say how many projects the instrument is said to fund, and of how many more that is only implied."""
    found, _ = _paid(dataset, record)
    if not found:
        return ""
    stated = {other.id for other, line in found if line.certainty is None}
    implied = {other.id for other, _ in found} - stated
    if not stated:
        return f"No project said to be funded by it; {number(len(implied))} by implication."
    said = f"{capital(counted(len(stated), 'project'))} said to be funded by it"
    return f"{said}, {number(len(implied))} more by implication." if implied else f"{said}."


def countries(dataset: Dataset, record: Instrument) -> Section | None:
    """Give the countries that the instrument names, by what they are to it."""
    groups: dict[str, list[tuple[str, tuple[Footnote, ...]]]] = {}
    for line in record.countries:
        role = capital(lower(dataset.label("place-roles", line.role))) if line.role else "Named"
        text = f"{dataset.label('places', line.place)}{bracketed(limits(dataset, line))}"
        groups.setdefault(role, []).append((text, of_lines(dataset, [line])))
    sentences = tuple(
        Sentence("countries", (f"{role}: ", *run(items), "."), run_in=bool(index))
        for index, (role, items) in enumerate(groups.items())
    )
    return Section("where", "WHERE", sentences) if sentences else None


def _paid(dataset: Dataset, record: Instrument) -> tuple[list[Paid], list[Paid]]:
    """Give the lines of projects that name the instrument as payer or way, then those of frameworks and the like."""
    told = [e.record for e in dataset.entries.values() if isinstance(e.record, Told)]
    found = [
        (other, line)
        for other in told
        for line in other.money
        if record.id in {line.payer, line.through} and line.rank != "set-aside" and not isinstance(other, Instrument)
    ]
    return [p for p in found if isinstance(p[0], Project)], [p for p in found if not isinstance(p[0], Project)]


def _wholes(dataset: Dataset, record: Instrument, others: list[Paid]) -> list[Sentence]:
    """Say what it funds as a whole, with no word on which project: a sentence for each such record."""
    groups: dict[str, list[Money]] = {}
    for other, line in others:
        groups.setdefault(other.id, []).append(line)
    sentences = []
    for name, lines in groups.items():
        parts: list[Part] = [f"{short_name(dataset, name)} as a whole: "]
        for index, line in enumerate(lines):
            printed = f'"{line.as_stated}"' if line.as_stated else ""
            words = bracketed([printed, *_ways(dataset, record, line), *limits(dataset, line)])
            note = f": {line.note}" if line.note else ""
            text = f"funded by it{words}, {amount(line) or 'amount not stated'}"
            parts += ["; " if index else "", *cited(text, of_lines(dataset, [line])), note]
        sentences.append(Sentence(f"whole-{name}", (*(each for each in parts if each != ""), ".")))
    return sentences


def _ways(dataset: Dataset, record: Instrument, line: Money) -> list[str]:
    """Say through what the instrument pays, or for which payer it is the way."""
    if line.through == record.id:
        return [f"for {short_name(dataset, line.payer)}"] if line.payer else []
    return [f"through {short_name(dataset, line.through)}"] if line.through else []


def _row(dataset: Dataset, record: Instrument, other: Told, line: Money) -> Row:
    ways = ""
    when: Cell = "-"
    if isinstance(other, Project):
        ways = f"{' '.join(origins(dataset, other))}-{' '.join(destinations(dataset, other))}".strip("-")
        when = runs(dataset, other)
    word = lower(dataset.label("certainties", line.certainty)) if line.certainty else "stated"
    limit = bracketed([*_ways(dataset, record, line), basis_word(line), *reach(dataset, line)])
    pays = Cited(line.certainty or "stated", of_lines(dataset, [line]), text=f"{word}{limit}")
    share = computed(line, total(dataset, other))
    much = amount(line) or "not stated"
    return Row((short_name(dataset, other.id), ways, when, pays, f"{much}{f', {share}' if share else ''}"))


def _datum(dataset: Dataset, other: Told, line: Money) -> Datum:
    return {
        "record_kind": other.record_kind,
        "record": other.id,
        "name": short_name(dataset, other.id),
        "origin": list(origins(dataset, other)) if isinstance(other, Project) else [],
        "destination": list(destinations(dataset, other)) if isinstance(other, Project) else [],
        "payer": line.payer,
        "through": line.through,
        "part": line.part,
        "certainty": line.certainty or "stated",
        "amount": float(line.amount.number) if line.amount else None,
        "currency": line.amount.currency if line.amount else None,
        "percent": line.percent,
        "sources": list(line.source),
    }
