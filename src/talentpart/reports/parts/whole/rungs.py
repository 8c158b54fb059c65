"""The money ladder of many projects: what is one bearer's alone, what is shared and not split, and what is not found.

A bearer is whatever money can be put under: a partner country, a Member State, a payer, a body that runs projects.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Money
from talentpart.model.records import Project
from talentpart.page import Cell, Datum, Part, Plain
from talentpart.queries.agree import bounds
from talentpart.queries.answers import answer
from talentpart.queries.money import Total, add, parents_speak, total
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.sums import amounts, sum_text
from talentpart.reports.parts.words import listed

NONE = "none found"


@dataclass(frozen=True, slots=True)
class Ledger:
    """Some projects, the figure of each that has one, and which of them stand inside the figure of a parent."""

    dataset: Dataset
    projects: tuple[Project, ...]
    totals: dict[str, Total]
    inside: frozenset[str]

    @classmethod
    def of(cls, dataset: Dataset, projects: Iterable[Project]) -> "Ledger":
        """Find the figure of each project; a parent speaks for its children and theirs."""
        kept = tuple(projects)
        totals = {each.id: found for each in kept if (found := total(dataset, each)) is not None}
        return cls(dataset, kept, totals, frozenset(parents_speak(kept, totals)))


@dataclass(frozen=True, slots=True)
class Rungs:
    """The ladder of one bearer: its projects, by what is known of the money in each.

    `own` are those that are for the bearer alone; `implied` have an amount, of which no source says that the bearer
    pays it.
    """

    projects: tuple[Project, ...]
    alone: tuple[Total, ...]
    shared: tuple[Total, ...]
    nothing: tuple[Project, ...]
    inside: tuple[Project, ...]
    own: tuple[Project, ...] = ()
    implied: tuple[Project, ...] = ()

    @property
    def others(self) -> tuple[Project, ...]:
        """Give the projects that the bearer shares with others."""
        return tuple(each for each in self.projects if each not in self.own)


def rungs(
    ledger: Ledger,
    projects: Sequence[Project],
    figure: Callable[[Project], Total | None],
    own: Callable[[Project], bool] = lambda _: True,
    implied: Callable[[Project], bool] = lambda _: False,
) -> Rungs:
    """Put projects on the rungs of a ladder.

    `figure` gives the total of one, and whether it is the bearer's alone; `own` tells whether the project is, `implied`
    whether the bearer is only implied to pay for it, so that no amount of it is the bearer's.
    """
    alone: list[Total] = []
    shared: list[Total] = []
    nothing, inside, mine, guessed = [], [], [], []
    for project in projects:
        found = figure(project)
        if found.alone if found is not None else own(project):
            mine.append(project)
        if project.id in ledger.inside:
            inside.append(project)
        elif found is None:
            nothing.append(project)
        elif implied(project):
            guessed.append(project)
        else:
            (alone if found.alone else shared).append(found)
    return Rungs(
        tuple(projects), tuple(alone), tuple(shared), tuple(nothing), tuple(inside), tuple(mine), tuple(guessed)
    )


def paid_by(ledger: Ledger, project: Project, payer: str) -> Total | None:
    """Give what a payer gives a project where that is stated; else the whole of the project, which is not its alone."""
    lines = [
        line
        for line in project.money
        if payer in (line.payer, line.through)
        and line.amount is not None
        and not (line.scope or line.part or line.origin or line.destination)
        and line.type in (None, "budget")
        and line.rank != "set-aside"
    ]
    for basis in ("actual", None, "planned"):
        said = [line for line in lines if line.basis == basis]
        if said:
            return _stated(ledger.dataset, project, said)
    return ledger.totals.get(project.id)


def _stated(dataset: Dataset, project: Project, lines: list[Money]) -> Total | None:
    found = answer(dataset, project, "money", lines)
    shown = [line for line in (found.lines if found.open else found.lines[:1]) if line.amount is not None]
    if not shown or shown[0].amount is None:
        return None
    numbers = [line.amount.number for line in shown if line.amount is not None]
    unbounded = any(bounds(line)[1] is None for line in shown)
    high = None if unbounded else max(numbers)
    return Total(project, shown[0].amount.currency, min(numbers), high, found, summed=False, alone=True)


def named(dataset: Dataset, totals: Sequence[Total]) -> list[Part]:
    """Give the amounts of several projects, each behind its name."""
    parts: list[Part] = []
    for index, each in enumerate(totals):
        parts += [", " if index else "", f"{short_name(dataset, each.record.id)} ", *amounts(dataset, each)]
    return [each for each in parts if each != ""]


def alone_cell(ledger: Ledger, found: Rungs) -> Cell:
    """Give what is the bearer's alone as a cell, counted in the projects that are the bearer's alone."""
    if not found.own:
        return "no project for it alone"
    return _cell(ledger, found.alone, len(found.own))


def is_bare(found: Rungs) -> bool:
    """Tell whether no amount is found of any project of a bearer, nor one inside a parent's figure."""
    return not (found.alone or found.shared or found.implied or found.inside)


def shared_cell(ledger: Ledger, found: Rungs) -> Cell:
    """Give what is shared and not split as a cell, and where the bearer is only implied to have a part in it."""
    names = ", ".join(short_name(ledger.dataset, each.id) for each in found.implied)
    if not found.shared and found.implied:
        return f"implied only, no amount its own: {names}"
    if not found.others:
        return "no shared project"
    cell = _cell(ledger, found.shared, len(found.others))
    if not found.implied:
        return cell
    parts = cell if isinstance(cell, tuple) else (str(cell),)
    return (*parts, f"; implied only, no amount its own: {names}")


def _cell(ledger: Ledger, totals: Sequence[Total], projects: int) -> Cell:
    """Give a rung as a cell: the sum, of how many projects, and the amounts that it is made of."""
    if not totals:
        return f"{NONE} in {projects}"
    count = f"{len(totals)} of {projects}"
    if len(totals) == 1:
        return (*amounts(ledger.dataset, totals[0]), f", {count}: {short_name(ledger.dataset, totals[0].record.id)}")
    if all(each == ledger.totals.get(each.record.id) or each.answer == _answer(ledger, each) for each in totals):
        names = listed([short_name(ledger.dataset, each.record.id) for each in totals])
        return f"{sum_text(totals)} by our sum, {count}: {names}"
    return (f"{sum_text(totals)} by our sum, {count}: ", *named(ledger.dataset, totals))


def _answer(ledger: Ledger, found: Total) -> object:
    """Give the answer on the whole of a record, which stands with its sources where the ladder begins."""
    known = ledger.totals.get(found.record.id)
    return known.answer if known else None


def nothing_cell(ledger: Ledger, found: Rungs) -> str:
    """Give the projects of which no amount is found, and those that stand inside a parent, as a cell."""
    texts = []
    if found.nothing:
        shared = [each for each in found.nothing if each in found.others]
        apart = [each for each in found.nothing if each in found.own]
        names = ", ".join(short_name(ledger.dataset, each.id) for each in apart)
        with_others = ", ".join(short_name(ledger.dataset, each.id) for each in shared)
        lead = f": {names}; " if apart and shared else f": {names}" if apart else ", "
        tail = f"shared with others: {with_others}" if shared else ""
        texts.append(f"{len(found.nothing)} of {len(found.projects)}{lead}{tail}")
    if found.inside:
        names = ", ".join(short_name(ledger.dataset, each.id) for each in found.inside)
        texts.append(f"inside a parent's figure: {names}")
    return "; ".join(texts) or "no project"


def data(key: str, code: str, label: str, found: Rungs) -> list[Datum]:
    """Give a ladder for machines: a row for each rung and currency, with the projects that stand on it."""
    lead: dict[str, Plain] = {key: code, "label": label, "of": len(found.projects), "of_alone": len(found.own)}
    rows: list[Datum] = []
    for rung, totals in (("alone", found.alone), ("shared", found.shared)):
        for currency, (low, high, _) in add(totals).items():
            names = [each.record.id for each in totals if each.currency == currency]
            sums: dict[str, Plain] = {
                "currency": currency,
                "value_min": float(low),
                "value_max": None if high is None else float(high),
            }
            rows.append(lead | {"rung": rung} | sums | {"projects": names})
    for rung, projects in (("no-amount", found.nothing), ("implied", found.implied), ("inside-parent", found.inside)):
        if projects:
            nothing: dict[str, Plain] = {"currency": None, "value_min": None, "value_max": None}
            rows.append(lead | {"rung": rung} | nothing | {"projects": [each.id for each in projects]})
    return rows
