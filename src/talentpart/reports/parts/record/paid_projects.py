"""CALLS, PROJECTS and WHERE of an instrument: its calls, what it funds by whose word, and the countries it names."""

from collections.abc import Sequence

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Money
from talentpart.model.records import Instrument, Project, Told
from talentpart.page import Block, Column, Datum, Footnote, Part, Row, Section, Sentence, Table
from talentpart.queries.money import total
from talentpart.queries.scope import MEMBER_STATES, destinations, origins
from talentpart.queries.subjects import short_name
from talentpart.reports.parts import doubles
from talentpart.reports.parts.briefing.projects import runs
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.record.naming import events, status
from talentpart.reports.parts.record.paying import amounts, computed
from talentpart.reports.parts.said import amount, basis_word, bracketed, count, hedges, limits, reach, run
from talentpart.reports.parts.whole.chain import chain
from talentpart.reports.parts.words import capital, counted, listed, lower, number

Paid = tuple[Told, Money]
_CALL = "call"


def calls(dataset: Dataset, record: Instrument) -> Section | None:
    """Give each call of the instrument with its status, days, amounts and counts; other parts stand under RELATED.

    Two that may be one call are said to be.
    """
    sentences = []
    parts_of_it = [
        each for each in dataset.all(Instrument)
        if any(line.relation == "part-of" and line.target == record.id for line in each.relations)
        and any(line.value == _CALL for line in each.kind)
    ]  # fmt: skip
    for call in parts_of_it:
        sentences.append(Sentence(f"call-{call.id}", (short_name(dataset, call.id), *status(dataset, call), ".")))
        sentences += [
            Sentence(each.id, each.parts, run_in=True) for each in (*events(dataset, call), *amounts(dataset, call))
        ]
        sentences += _counts(dataset, call)
    sentences += doubles.sentences(dataset, parts_of_it)
    return Section("calls", "CALLS", tuple(sentences)) if sentences else None


def _counts(dataset: Dataset, call: Instrument) -> list[Sentence]:
    """Give what is counted of a call, a sentence for each measure, each value with its part, day and remark."""
    groups: dict[str, list[tuple[str, tuple[Footnote, ...]]]] = {}
    for line in call.figures:
        if line.rank != "set-aside":
            limit = bracketed([basis_word(line), *limits(dataset, line), line.note or ""])
            item = (f"{count(dataset, line, units=False)}{limit}", of_lines(dataset, [line]))
            groups.setdefault(dataset.label("measures", line.measure), []).append(item)
    return [
        Sentence(f"figure-{call.id}", (f"{capital(label)}: ", *run(items), "."), run_in=True)
        for label, items in groups.items()
    ]


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
    lines_of: dict[str, list[Money]] = {}
    for other, line in found:
        lines_of.setdefault(other.id, []).append(line)
    rows_of = [(each, lines) for name, lines in lines_of.items() if (each := dataset.find(Project, name)) is not None]
    table: Block = Table("projects", columns, tuple(_row(dataset, record, other, lines) for other, lines in rows_of))
    notes: dict[str, dict[str, None]] = {}  # What is remarked on several projects is said once, of all of them.
    for other, line in found:
        if line.note:
            notes.setdefault(line.note, {})[short_name(dataset, other.id)] = None
    remarks = [f"{listed(list(names))}: {each}." for each, names in notes.items()]
    told = (Sentence("remarks", (" ".join(remarks),)),) if remarks else ()
    blocks = (table, *doubles.sentences(dataset, [other for other, _ in rows_of]), *told, *wholes)
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
        return [f"{short_name(dataset, line.payer)} through it"] if line.payer else []
    return [f"through {short_name(dataset, line.through)}"] if line.through else []


def _row(dataset: Dataset, record: Instrument, other: Project, lines: Sequence[Money]) -> Row:
    """Give a project once, with each way in which it is said to be funded, and each amount or share."""
    ends = [[_code(each) for each in side(dataset, other)] for side in (origins, destinations)]
    corridors = "-".join(" ".join(each) for each in ends).strip("-")
    pays: dict[str, list[Money]] = {}
    for line in lines:
        ways = ", ".join(_ways(dataset, record, line))
        limit = bracketed([*hedges(dataset, line), basis_word(line), *reach(dataset, line)])
        pays.setdefault(f"{ways or 'said'}{limit}", []).append(line)
    much: dict[str, list[Money]] = {}
    known = any(line.amount for line in lines)
    for line in (each for each in lines if amount(each)):
        share = "" if known else computed(line, total(dataset, other))
        text = f"{amount(line)}{f', {share}' if share else ''}{bracketed(hedges(dataset, line))}"
        much.setdefault(text, []).append(line)
    said = [(text, of_lines(dataset, each)) for text, each in pays.items()]
    # Where one source says all, it stands once.
    same = len(said) == 1 and all(of_lines(dataset, each) == said[0][1] for each in much.values())
    sums = [(text, () if same else of_lines(dataset, each)) for text, each in much.items()]
    name, when = short_name(dataset, other.id), runs(dataset, other)
    return Row((name, corridors, when, tuple(chain(said)), tuple(chain(sums)) or "not stated"))


def _code(place: str) -> str:
    """Give the two letters of a country; the Member States as a whole are the EU."""
    return "EU" if place == MEMBER_STATES else place


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
