"""PROJECTS: running ones first, a line each; planned and reported never in one column; ended ones give way first."""

from collections.abc import Iterable

from talentpart.model.lines import Event, Figure
from talentpart.model.records import Project
from talentpart.page import Block, Cell, Cited, Column, Datum, Part, Row, Section, Sentence, Table
from talentpart.queries.answers import answer, things
from talentpart.queries.money import total
from talentpart.queries.scope import corridors_from, country_of, date_of, is_paired, speaks_of, status_of
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.cite import of_lines
from talentpart.reports.parts.words import figure, hedged, silence

_BASES = (("planned", "planned"), ("stated", "stated"), ("actual", "reported"))


def build(brief: Brief) -> Section:
    """Give a table of the projects with this country, and what its marks mean."""
    if not brief.projects:
        return Section("projects", "PROJECTS", (Sentence("none", ("None found.",)),))
    stated = any(people(brief, project, "stated") for project in brief.projects)
    bases = [each for each in _BASES if each[0] != "stated" or stated]
    columns = (
        Column("project", "PROJECTS"),
        Column("member_states", ""),
        Column("runs", "Runs"),
        *(
            Column(f"people_{word}", word if stated and index else f"People {word}")
            for index, (_, word) in enumerate(bases)
        ),
        Column("money", "EUR million", from_width=100),
    )
    rows = tuple(_row(brief, project, [basis for basis, _ in bases]) for project in brief.projects)
    legend = _legend(rows, stated=stated)
    blocks: tuple[Block, ...] = (Table("projects", columns, rows), *legend)
    return Section("projects", "PROJECTS", blocks, rows=tuple(_datum(brief, project) for project in brief.projects))


def people(brief: Brief, project: Project, basis: str) -> list[tuple[list[Figure], bool, bool]]:
    """Give what is said of people under one basis: per measure the lines to show, whether they differ, whether all.

    Only wholes: no part, no share, nothing that is `of` another figure, nothing wider or unclear.
    """
    found = []
    for (_, _, said), lines in things(project, "figures").items():
        figures = [line for line in lines if isinstance(line, Figure)]
        first = figures[0]
        if (
            said != basis
            or first.part
            or first.scope
            or first.of
            or first.percent is not None
            or not is_people(brief, first)
        ):
            continue
        reach = speaks_of(brief.dataset, project, first, brief.country)
        if reach:
            settled = answer(brief.dataset, project, "figures", figures)
            shown = list(settled.lines) if settled.open else list(settled.lines[:1])
            found.append((shown, settled.differs, reach == "all"))
    return found


def is_people(brief: Brief, line: Figure) -> bool:
    """Tell whether a figure counts people, by the unit of its measure."""
    item = brief.dataset.codes("measures").get(line.measure)
    return item is not None and item.unit == "people"


def _row(brief: Brief, project: Project, bases: Iterable[str]) -> Row:
    corridors = corridors_from(brief.dataset, project, brief.country)
    stated = [country_of(brief.dataset, d) for c in corridors if is_paired(c) for d in c.destination]
    listed = [country_of(brief.dataset, d) for c in corridors if not is_paired(c) for d in c.destination]
    states = " ".join(sorted(set(stated))) or (f"({' '.join(sorted(set(listed)))})" if listed else "-")
    cells: list[Cell] = [short_name(brief.dataset, project.id), states, runs(brief, project)]
    cells += [_people(brief, project, basis) for basis in bases]
    cells.append(_money(brief, project))
    return Row(tuple(cells), give_way=1 if brief.stage(project) == "ended" else 0)


def runs(brief: Brief, project: Project) -> tuple[Part, ...]:
    """Say from when to when a project runs, as far as stated, with its stated status where the days leave it open."""
    start, end = date_of(brief.dataset, project, "start"), date_of(brief.dataset, project, "end")
    launch = date_of(brief.dataset, project, "launch") if not (start and start.best) else None
    first = start or launch
    parts: list[Part] = []
    if first and first.best:
        shown = first.lines if first.open else first.lines[:1]
        parts += [
            *_days(
                brief,
                shown,
                differs=first.differs,
                name="start",
                lead="launched " if launch else ("" if end else "from "),
            )
        ]
    if end and end.best:
        shown = end.lines if end.open else end.lines[:1]
        parts += [*_days(brief, shown, differs=end.differs, name="end", lead=" to " if parts else "to ")]
    status = status_of(brief.dataset, project)
    if status and status.best and not (end and end.best and end.best.basis == "actual"):
        label = brief.dataset.label("statuses", status.best.value).lower()
        notes = of_lines(brief.dataset, status.lines[:1])
        parts += [
            ", " if parts else "",
            Cited(status.best.value, notes, text=label, starred=status.differs, name="status"),
        ]
    return tuple(parts) or (silence(project, "events.start", "events.end", "status"),)


def _days(brief: Brief, lines: Iterable[Event], *, differs: bool, name: str, lead: str) -> Iterable[Part]:
    planned = "planned "
    for index, line in enumerate(lines):
        word = planned if line.basis == "planned" and index == 0 else ""
        text = hedged(line, line.date.text if line.date else "")
        yield (lead if index == 0 else " or ") + word
        yield Cited(line.date, of_lines(brief.dataset, [line]), text=text, starred=differs and index == 0, name=name)


def _people(brief: Brief, project: Project, basis: str) -> Cell:
    parts: list[Part] = []
    for lines, differs, every in people(brief, project, basis):
        for index, line in enumerate(lines):
            parts.append("" if not parts else (" or " if index else ", "))
            parts.append(
                Cited(
                    line.value,
                    of_lines(brief.dataset, [line]),
                    text=figure(brief.dataset, line),
                    starred=differs,
                    every=every,
                    name=basis,
                )
            )
    if parts:
        return tuple(each for each in parts if each != "")
    path = "figures" if basis == "stated" else f"figures.{basis}"
    return "-" if basis == "stated" else silence(project, path)


def _money(brief: Brief, project: Project) -> Cell:
    found = total(brief.dataset, project, brief.country)
    if found is None:
        return silence(project, "money.amount", default="not found")
    parts: list[Part] = []
    lines = found.answer.lines if found.answer.open or found.summed else found.answer.lines[:1]
    for line in lines:
        if line.amount is not None:
            millions = f"{line.amount.number / 1_000_000:.6f}".rstrip("0").rstrip(".")
            unit = millions if line.amount.currency == "EUR" else f"{line.amount.currency} {millions}"
            parts += ["/" if parts else "", Cited(line.amount, of_lines(brief.dataset, [line]), text=hedged(line, unit),
                      starred=found.answer.differs, every=not found.alone, name="amount")]  # fmt: skip
    return tuple(each for each in parts if each != "")


def _legend(rows: Iterable[Row], *, stated: bool) -> tuple[Sentence, ...]:
    parts = [part for row in rows for cell in row.cells for part in (cell if isinstance(cell, tuple) else (cell,))]
    texts = []
    if any(isinstance(part, Cited) and part.every for part in parts):
        texts.append("all: every partner country of the project, none alone.")
    if stated:
        texts.append("stated: not said whether planned or reached.")
    if any(isinstance(part, str) and part.startswith("(") for part in parts):
        texts.append("(BE): only listed.")
    return (Sentence("marks", (" ".join(texts),)),) if texts else ()


def _datum(brief: Brief, project: Project) -> Datum:
    """Give the machine's row: every figure on people and the total, with bounds and sources, nothing in words."""
    corridors = corridors_from(brief.dataset, project, brief.country)
    money = total(brief.dataset, project, brief.country)
    figures = [
        {
            "measure": line.measure,
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
        for basis, _ in _BASES
        for lines, differs, every in people(brief, project, basis)
        for line in lines
    ]
    return {
        "project": project.id,
        "name": short_name(brief.dataset, project.id),
        "stage": brief.stage(project),
        "member_states": sorted(
            {country_of(brief.dataset, d) for c in corridors if is_paired(c) for d in c.destination}
        ),
        "listed": sorted({country_of(brief.dataset, d) for c in corridors if not is_paired(c) for d in c.destination}),
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
