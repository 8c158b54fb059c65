"""The money ladder of several bearers as a table: a row for each of which any amount is found, the rest by name."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from talentpart.model.records import Project
from talentpart.page import Block, Column, Row, Section, Sentence, Table
from talentpart.queries.money import Total
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.sums import sum_text
from talentpart.reports.parts.whole.rungs import (
    Ledger,
    alone_cell,
    data,
    is_bare,
    nothing_cell,
    rungs,
    shared_cell,
)

_PAYERS = "payers"
_COLUMNS = (
    Column("projects", "Projects"), Column("alone", "Alone"), Column("shared", "Shared, not split"),
    Column("no_amount", "No amount found"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bearer:
    """Under what money is put: its code, its label, its projects, and what of the money of each it can be said of."""

    code: str
    label: str
    projects: Sequence[Project]
    figure: Callable[[Project], Total | None]
    count: str = ""
    own: Callable[[Project], bool] = lambda _: True
    implied: Callable[[Project], bool] = lambda _: False


def table(
    ledger: Ledger, names: tuple[str, str, str], bearers: Iterable[Bearer], overlap: str, more: Iterable[Sentence]
) -> Section:
    """Give the ladder of each bearer as a row, and below the table what all rows come to with each project once."""
    name, head, key = names
    ladders = [(each, rungs(ledger, each.projects, each.figure, each.own, each.implied)) for each in bearers]
    bare = [each for each, found in ladders if is_bare(found)]
    rows = [
        (
            each.label, each.count or str(len(found.projects)), alone_cell(ledger, found), shared_cell(ledger, found),
            nothing_cell(ledger, found),
        )
        for each, found in ladders if each not in bare
    ]  # fmt: skip
    both = (Column("alone", "Its own part"), Column("shared", "Whole, its part not said"))
    columns = (Column(key, head), _COLUMNS[0], *(both if name == _PAYERS else _COLUMNS[1:3]), _COLUMNS[3])
    at = [0, 1, 2, *((3,) if any(found.shared or found.implied for _, found in ladders) else ()), 4]
    shown = Table(name, tuple(columns[i] for i in at), tuple(Row(tuple(row[i] for i in at)) for row in rows))
    blocks: list[Block] = [shown] if rows else []
    if sum(len(each.projects) for each, _ in ladders) > len({p.id for each, _ in ladders for p in each.projects}):
        blocks.append(Sentence("overlap", (f"Rows overlap: a project stands under each {overlap}.",)))
    blocks += [Sentence("once", (_once(ledger),), run_in=len(blocks) > 1)]
    if bare:
        unpaid = ", ".join(f"{each.label} ({names_of(ledger, each.projects)})" for each in bare)
        blocks.append(Sentence("bare", (f"No amount found for: {unpaid}.",)))
    blocks += more
    machine = tuple(row for each, found in ladders for row in data(key, each.code, each.label, found))
    return Section(name, head, tuple(blocks), rows=machine)


def _once(ledger: Ledger) -> str:
    counted_in = [each for key, each in ledger.totals.items() if key not in ledger.inside]
    if not counted_in:
        return "Each project once: no amount found."
    return f"Each project once: {sum_text(counted_in)} in {len(counted_in)} of {len(ledger.projects)}."


def names_of(ledger: Ledger, projects: Iterable[Project]) -> str:
    """Give some projects by name, in a row."""
    return ", ".join(short_name(ledger.dataset, each.id) for each in projects)
