"""The partnerships side by side: one question a row, one partnership a column, silence where it is."""

from collections.abc import Callable
from dataclasses import replace

from talentpart.errors import UsageError
from talentpart.model.dataset import Dataset
from talentpart.model.records import Partnership
from talentpart.page import Block, Cell, Cited, Column, Datum, Page, Row, Section, Sentence, Table
from talentpart.queries.scope import partnership_with
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.scope import Scope
from talentpart.reports.parts.whole import questions
from talentpart.reports.parts.whole.facts import facts
from talentpart.reports.parts.whole.page import Whole, whole
from talentpart.reports.parts.words import listed, number
from talentpart.values import Day

ANSWERS = "whole"
# More subjects may follow the name of this report, and are what it is on.
TAKES_OTHERS = True
Question = tuple[str, str, Callable[[Brief], Cell]]
_QUESTIONS: tuple[Question, ...] = (
    ("launched", "Launched", questions.launched),
    ("roundtables", "Roundtables", questions.roundtables),
    ("latest", "Latest step", questions.latest),
    ("ahead", "Next step", questions.ahead),
    ("roadmap", "Roadmap", questions.roadmap),
    ("sectors", "Sectors", questions.sectors),
    ("agreed", "When agreed", questions.agreed),
    ("unserved", "No project found", questions.unserved),
    ("projects", "Projects", questions.projects),
    ("own", "Own programme", questions.own),
    ("planned", "People planned", lambda brief: questions.counted_people(brief, "planned")),
    ("stated", "People stated", lambda brief: questions.counted_people(brief, "stated")),
    ("reported", "People reported", lambda brief: questions.counted_people(brief, "actual")),
    ("alone", "Money, alone", questions.alone),
    ("member_states", "Member States", questions.member_states),
    ("in_projects", "States in projects", questions.in_projects),
)  # fmt: skip
# What is left out where no partnership has anything under it.
_OPTIONAL = frozenset({"stated"})


def build(dataset: Dataset, scope: Scope, as_of: Day) -> Page:
    """Give the comparison of the partnerships that are asked for, else of all; raises UsageError for no partner."""
    briefs = [Brief.of(dataset, country, as_of) for country in _countries(dataset, scope)]
    if not briefs:
        opening = "No Talent Partnership found."
        sections: tuple[Section, ...] = (Section("partnerships", "PARTNERS", (Sentence("none", ("None found.",)),)),)
    else:
        opening = "One question a row; silence is said, and is no zero."
        sections = (_table(briefs),)
    commands = (*(f"report {_word(each)}" for each in briefs[:1]), "report sectors", "report gaps")
    page = whole(dataset, scope, as_of, Whole("compare", "COMPARE", opening, commands), sections)
    names = [each.name for each in briefs]
    title = f"{number(len(names)).upper()} TALENT PARTNERSHIP{'' if len(names) == 1 else 'S'}"
    subject = {**page.subject, "partnerships": [each.partnership.id for each in briefs if each.partnership]}
    return replace(page, title=f"{title} · {listed(names)}" if scope.others else title, subject=subject)


def _countries(dataset: Dataset, scope: Scope) -> list[str]:
    """Give the countries asked for in their order, else all partners by name."""
    if not scope.others:
        return sorted(
            {each.country for each in dataset.all(Partnership)}, key=lambda code: dataset.label("places", code)
        )
    for each in scope.others:
        if each.kind != "country" or partnership_with(dataset, each.id) is None:
            name = dataset.label("places", each.id) if each.kind in {"country", "member-state"} else each.id
            partners = tuple(sorted(dataset.label("places", one.country) for one in dataset.all(Partnership)))
            message = f"there is no Talent Partnership with '{name}'; `report compare` takes {listed(partners)}"
            raise UsageError(message, near=partners)
    return list(dict.fromkeys(each.id for each in scope.others))


def _table(briefs: list[Brief]) -> Section:
    rows = []
    for key, label, ask in _QUESTIONS:
        cells = [ask(brief) for brief in briefs]
        if key not in _OPTIONAL or any(cell != questions.NONE for cell in cells):
            rows.append((label, cells))
    columns = (Column("question", ""), *(Column(_word(each), each.name) for each in briefs))
    table = Table("partnerships", columns, tuple(Row((label, *cells)) for label, cells in rows))
    blocks: tuple[Block, ...] = (table, *_legend([cell for _, cells in rows for cell in cells]))
    return Section("partnerships", "PARTNERS", blocks, rows=tuple(_datum(brief) for brief in briefs))


def _legend(cells: list[Cell]) -> list[Sentence]:
    parts = [part for cell in cells for part in (cell if isinstance(cell, tuple) else (cell,))]
    texts = [
        "Sectors are counted by printed label.",
        "No project found: none of the partner's own projects names them.",
    ]
    if any(isinstance(part, Cited) and part.every for part in parts):
        texts.append("all: every partner country of a project together, so that one figure stands in several columns.")
    texts.append("Money, alone: of projects that are for this country only.")
    return [Sentence("marks", (" ".join(texts),))]


def _word(brief: Brief) -> str:
    return brief.partnership.id if brief.partnership else brief.country


def _datum(brief: Brief) -> Datum:
    """Give a partnership's row for machines: numbers, days and codes, and the answers in words beside them."""
    return {**facts(brief), "answers": {key: _text(ask(brief)) for key, _, ask in _QUESTIONS}}


def _text(cell: Cell) -> str:
    parts = cell if isinstance(cell, tuple) else (cell,)
    return "".join(part.words() if isinstance(part, Cited) else str(part) for part in parts)
