"""PROJECTS: running ones first, a line each; planned and reported never in one column; ended ones give way first."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event, Money
from talentpart.model.records import Project
from talentpart.page import Block, Cell, Cited, Column, Datum, Part, Row, Section, Sentence, Table
from talentpart.queries.answers import Answer
from talentpart.queries.relations import targets
from talentpart.queries.scope import MEMBER_STATES, Side, country_of, date_of, is_paired, status_of
from talentpart.queries.subjects import short_name
from talentpart.reports.parts import doubles
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.briefing.people import people, words_of
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.said import equal
from talentpart.reports.parts.sums import cells
from talentpart.reports.parts.words import BASES, hedged, lower, silence

# What a source only states is neither planned nor reported.
_HEADS = {"stated": "unclear"}
# When ended projects give way: on the page of a Member State the bodies of other countries go before them.
_GOES: dict[Side, int] = {"origin": 1, "destination": 2}


def build(brief: Brief) -> Section:
    """Give a table of the projects with this country, and what its marks mean."""
    return section(brief, "projects", "PROJECTS")


def section(brief: Brief, name: str, label: str) -> Section:
    """Give such a section under another name; for a Member State the second column names the partner countries."""
    if not brief.projects:
        return Section(name, label, (Sentence("none", ("None found.",)),))
    stated = [project for project in brief.projects if people(brief, project, "stated")]
    bases = [each for each in BASES if each[0] != "stated" or stated]
    columns = (
        Column("project", label),
        Column(other_side(brief), ""),
        Column("runs", "Runs"),
        *(Column(f"people_{word}", f"People {_HEADS.get(word, word)}") for _, word in bases),
        Column("money", "EUR million", from_width=100),
    )
    rows = tuple(_row(brief, project, [basis for basis, _ in bases]) for project in brief.projects)
    legend = _legend(brief, rows, stated=stated)
    blocks: tuple[Block, ...] = (
        Table(name, columns, rows),
        *legend,
        *doubles.sentences(brief.dataset, brief.projects),
        *_aims(brief),
    )
    return Section(name, label, blocks, rows=tuple(_datum(brief, project) for project in brief.projects))


def _aims(brief: Brief) -> list[Sentence]:
    """Say what the projects are for that a source says support this partnership."""
    found = []
    for project in brief.projects:
        supports = brief.partnership is not None and brief.partnership.id in targets(project, "supports")
        aims = [lower(line.text.rstrip(".")) for line in project.objectives]
        if supports and aims:
            name = short_name(brief.dataset, project.id)
            told = cited("; ".join(aims), of_lines(brief.dataset, project.objectives))
            found.append(Sentence(f"aims-{project.id}", (f"Aims of {name}: ", *told, "."), give_way=1))
    return found


def other_side(brief: Brief) -> str:
    """Name the column of the countries at the other end of the corridors."""
    return "member_states" if brief.side == "origin" else "countries"


def _row(brief: Brief, project: Project, bases: Iterable[str]) -> Row:
    stated, listed = _ends(brief, project, paired=True), _ends(brief, project, paired=False)
    states = " ".join(stated) or (f"({' '.join(listed)})" if listed else silence(project, "corridors.destination"))
    cells: list[Cell] = [short_name(brief.dataset, project.id), states, runs(brief.dataset, project)]
    cells += [_people(brief, project, basis) for basis in bases]
    cells.append(_money(brief, project))
    return Row(tuple(cells), give_way=_GOES[brief.side] if brief.stage(project) == "ended" else 0)


def _ends(brief: Brief, project: Project, *, paired: bool) -> list[str]:
    """Give the countries at the other end of the corridors, of those that state their pairs or of those that do not."""
    corridors = [each for each in brief.corridors(project) if is_paired(each) is paired]
    places = (each for c in corridors for each in (c.destination if brief.side == "origin" else c.origin))
    return sorted({_code(country_of(brief.dataset, each)) for each in places})


def _code(place: str) -> str:
    """Give the two letters of a country; the Member States as a whole are the EU."""
    return "EU" if place == MEMBER_STATES else place


def runs(dataset: Dataset, project: Project) -> tuple[Part, ...]:
    """Say from when to when a project runs, as far as stated, with its stated status where the days leave it open."""
    begun, end = date_of(dataset, project, "start"), date_of(dataset, project, "end")
    launch = date_of(dataset, project, "launch") if not (begun and begun.best) else None
    signed = date_of(dataset, project, "signature") if not (begun or launch) else None
    first = begun or launch or signed
    lead = "launched " if launch else "signed " if signed else "" if end else "from "
    parts: list[Part] = []
    if first and first.best:
        parts += _days(dataset, _shown(first), differs=first.differs, name="start", lead=lead)
    if end and end.best:
        days = _days(dataset, _shown(end), differs=end.differs, name="end", lead=" to " if parts else "to ")
        match parts, days:
            case [_, Cited() as start], [_, Cited() as last] if start.notes == last.notes:
                parts[1] = replace(start, notes=())  # One source of both days stands once, behind the second.
        parts += days
    status = status_of(dataset, project)
    if status and status.best and not (end and end.best and end.best.basis == "actual"):
        label = dataset.label("statuses", status.best.value).lower()
        notes = of_lines(dataset, status.lines[:1])
        parts += [
            ", " if parts else "",
            Cited(status.best.value, notes, text=label, starred=status.differs, name="status"),
        ]
    return tuple(parts) or (Cited(None, text=silence(project, "events.start", "events.end", "status")),)


def _shown(found: Answer[Event]) -> Sequence[Event]:
    """Give all lines of an answer that is open, else the first."""
    return found.lines if found.open else found.lines[:1]


def _days(dataset: Dataset, lines: Iterable[Event], *, differs: bool, name: str, lead: str) -> list[Part]:
    planned = "planned "
    parts: list[Part] = []
    for index, line in enumerate(lines):
        word = planned if line.basis == "planned" and index == 0 else ""
        text = hedged(line, line.date.text if line.date else "")
        if line.bound == "by":  # "To by 2023" is no English.
            lead = lead.replace("to ", "ended " if name == "end" and not word else "")
        behind = lead.removesuffix("from ") if line.bound == "by" else lead  # "From by 2022" is no English.
        parts.append((behind if index == 0 else " or ") + word)
        notes = of_lines(dataset, [line])
        parts.append(Cited(line.date, notes, text=text, starred=differs and index == 0, name=name))
    return parts


def _people(brief: Brief, project: Project, basis: str) -> Cell:
    parts: list[Part] = []
    for lines, differs, every in people(brief, project, basis):
        for index, (text, same) in enumerate(equal(lines, lines, partial(words_of, brief, project)).items()):
            parts += [" or " if index else ", "] if parts else []
            notes = of_lines(brief.dataset, same)
            parts.append(Cited(same[0].value, notes, text=text, starred=differs, every=every, name=basis))
    if parts:
        return tuple(parts)
    path = "figures" if basis == "stated" else f"figures.{basis}"
    return "" if basis == "stated" else Cited(None, text=silence(project, path))


def _money(brief: Brief, project: Project) -> Cell:
    found = brief.total(project)
    if found is None:
        return Cited(None, text=silence(project, "money.amount", default="not found"))
    parts: list[Part] = []
    for each in cells(brief.dataset, found, _millions, every=not found.alone):
        parts += ["/", each] if parts else [each]
    return tuple(parts)


def _millions(line: Money) -> str:
    if line.amount is None:  # pragma: no cover - a total is of lines with an amount
        return ""
    millions = f"{line.amount.number / 1_000_000:.6f}".rstrip("0").rstrip(".")
    return millions if line.amount.currency == "EUR" else f"{line.amount.currency} {millions}"


def _legend(brief: Brief, rows: Sequence[Row], *, stated: Sequence[Project]) -> tuple[Sentence, ...]:
    """Say what the marks mean, and beside it what `unclear` is, which goes with the last row that has it."""
    parts = [part for row in rows for cell in row.cells for part in (cell if isinstance(cell, tuple) else (cell,))]
    texts = []
    if any(isinstance(part, Cited) and part.every for part in parts):
        whose = "partner country" if brief.side == "origin" else "Member State"
        texts.append(f"all: every {whose} of the project, none alone.")
    if any(isinstance(part, str) and part.startswith("(") for part in parts):
        beside = "In brackets: only listed, or no pair stated."
        texts.append("(BE): only listed, or no pair stated." if brief.side == "origin" else beside)
    # What explains a table goes with its last row.
    goes = _GOES[brief.side] if all(row.give_way for row in rows) else 0
    found = [Sentence("marks", (" ".join(texts),), give_way=goes)] if texts else []
    if stated:
        goes = _GOES[brief.side] if all(brief.stage(each) == "ended" for each in stated) else 0
        text = "unclear: not said whether planned or reached."
        found.append(Sentence("unclear", (text,), give_way=goes, run_in=bool(found)))
    return tuple(found)


def _datum(brief: Brief, project: Project) -> Datum:
    """Give the machine's row: every figure on people and the total, with bounds and sources, nothing in words."""
    money = brief.total(project)
    figures = [
        {
            "measure": line.measure,
            "part": line.part,
            "basis": line.basis or "stated",
            "value": line.value,
            "value_min": line.min,
            "value_max": line.max,
            "bound": line.bound,
            "certainty": line.certainty,
            "covers": "all" if every else "alone",
            "contested": differs,
            "sources": list(line.source),
        }
        for basis, _ in BASES
        for lines, differs, every in people(brief, project, basis)
        for line in lines
    ]
    return {
        "project": project.id,
        "name": short_name(brief.dataset, project.id),
        "stage": brief.stage(project),
        other_side(brief): _ends(brief, project, paired=True),
        "listed": _ends(brief, project, paired=False),
        "people": figures,
        "money": None
        if money is None
        else {
            "currency": money.currency,
            "value_min": float(money.low),
            "value_max": None if money.high is None else float(money.high),
            "covers": "alone" if money.alone else "all",
            "contested": money.answer.differs,
            "sources": sorted({each for line in money.answer.lines for each in line.source}),
        },
    }
