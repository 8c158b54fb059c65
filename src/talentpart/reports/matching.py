"""Matching: sectors agreed with a partner, occupations in short supply that lie in them, and who serves them."""

from collections.abc import Iterable, Sequence

from talentpart.errors import UsageError
from talentpart.model.dataset import Dataset
from talentpart.model.records import Partnership, Project
from talentpart.page import Cell, Column, Datum, Page, Part, Row, Section, Sentence, Table
from talentpart.queries.scope import corridors_with, is_member_state, partnership_with
from talentpart.queries.shortages import Short, short_in, shortages
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.cite import of_lines
from talentpart.reports.parts.said import bracketed
from talentpart.reports.parts.scope import Scope
from talentpart.reports.parts.whole import editions, sector_tree
from talentpart.reports.parts.whole.chain import chain
from talentpart.reports.parts.whole.page import Whole, whole
from talentpart.reports.parts.whole.served import Served, naming, served
from talentpart.reports.parts.words import listed
from talentpart.values import Day

ANSWERS = "whole"
FILTERS = ("country", "member_state")
_OPENING = (
    "Sectors agreed with partners beside occupations that European editions call short, joined through codes of "
    "ISCO-08: our reading. Short somewhere in Europe is neither a vacancy nor a visa."
)


def build(dataset: Dataset, scope: Scope, as_of: Day) -> Page:
    """Give what was agreed beside what is short, for one partner country, one Member State, or all.

    Raises UsageError when the country has no partnership, or when the Member State is none.
    """
    briefs = _briefs(dataset, scope, as_of)
    if scope.member_state and not is_member_state(dataset, scope.member_state):
        message = f"{dataset.label('places', scope.member_state)} is no Member State"
        raise UsageError(message)
    codes = _agreed(dataset, briefs)
    sections = (
        _by_label(dataset, briefs[0], scope.member_state) if scope.country else
        _by_sector(dataset, codes, as_of, scope.member_state),
        _unserved(dataset, briefs, scope.member_state),
        _elsewhere(dataset, codes, f"with {briefs[0].name}" if scope.country else "with any partner"),
        editions.build(dataset, scope.member_state),
    )  # fmt: skip
    commands = ("query occupations", "query shortages", "query mappings --where \"scheme = 'isco-08'\"")
    kept = [each for each in sections if each is not None]
    return whole(dataset, scope, as_of, Whole("matching", "MATCHING", _OPENING, commands), kept)


def _briefs(dataset: Dataset, scope: Scope, as_of: Day) -> list[Brief]:
    if scope.country:
        if partnership_with(dataset, scope.country) is None:
            names = sorted(dataset.label("places", each.country) for each in dataset.all(Partnership))
            name = dataset.label("places", scope.country)
            message = f"there is no Talent Partnership with '{name}'; --country takes {listed(names)}"
            raise UsageError(message, near=tuple(names))
        return [Brief.of(dataset, scope.country, as_of)]
    found = [Brief.of(dataset, each.country, as_of) for each in dataset.all(Partnership)]
    return sorted(found, key=lambda each: each.name)


def _agreed(dataset: Dataset, briefs: Iterable[Brief]) -> list[str]:
    """Give the codes of the sectors that some partnerships agreed, in the order of the codelist."""
    named = {line.sector for brief in briefs for each in served(brief) for line in each.lines}
    return [code for code in dataset.codes("sectors") if code in named]


def _by_label(dataset: Dataset, brief: Brief, state: str) -> Section:
    """Give a row for each sector of one partner, by its printed words."""
    rows: list[Row] = []
    data: list[Datum] = []
    for each in served(brief):
        found = _short(dataset, each)
        tiers = listed(list(dict.fromkeys(dataset.label("tiers", line.tier) for line in each.lines if line.tier)))
        name = chain([(f"{each.label}{bracketed([tiers])}", of_lines(dataset, each.lines))])
        rows.append(Row((tuple(name), _cell(dataset, found), _projects(dataset, brief, each, state))))
        data.append(
            {
                "country": brief.country, "label": each.label,
                "sectors": list(dict.fromkeys(line.sector for line in each.lines if line.sector)),
                **_datum(found), "projects": [project.id for project in _serving(dataset, each, state)],
            }
        )  # fmt: skip
    return _table(rows, data, "Agreed sector")


def _by_sector(dataset: Dataset, codes: Iterable[str], day: Day, state: str) -> Section:
    """Give a row for each sector that any partner agreed."""
    rows: list[Row] = []
    data: list[Datum] = []
    for code in codes:
        found = short_in(dataset, code)
        name = sector_tree.name(dataset, code).removeprefix("- ")
        projects = sector_tree.projects(dataset, code, day, state)
        rows.append(Row((name, sector_tree.agreed(dataset, code), _cell(dataset, found), projects)))
        data.append({"sector": code, "label": dataset.label("sectors", code), **_datum(found)})
    return _table(rows, data, "Sector", Column("agreed", "Agreed with"))


def _table(rows: Sequence[Row], data: Sequence[Datum], first: str, *more: Column) -> Section:
    if not rows:
        return Section("matching", "MATCHING", (Sentence("none", ("No agreed sector found.",)),))
    columns = (
        Column("sector", first),
        *more,
        Column("short", "Short in it"),
        Column("projects", "Projects that name it"),
    )
    legend = "A project of a narrower sector counts under its own. An empty match says what was read, not what is."
    table = Table("matching", columns, tuple(rows))
    return Section("matching", "MATCHING", (table, Sentence("marks", (legend,))), rows=tuple(data))


def _short(dataset: Dataset, agreed: Served) -> tuple[Short, ...]:
    """Give what is short in the sectors of one printed label, each line once."""
    found = [each for line in agreed.lines if line.sector for each in short_in(dataset, line.sector)]
    return tuple({id(each.line): each for each in found}.values())


def _cell(dataset: Dataset, found: Sequence[Short]) -> Cell:
    return tuple(chain(editions.names(dataset, found))) if found else "none named"


def _projects(dataset: Dataset, brief: Brief, agreed: Served, state: str) -> Cell:
    items = [
        (f"{short_name(dataset, each.id)}{bracketed(['likely'] if each in agreed.likely else [])}",
         of_lines(dataset, naming(brief, each, {line.sector for line in agreed.lines if line.sector})))
        for each in _serving(dataset, agreed, state)
    ]  # fmt: skip
    return tuple(chain(items, ", ")) if items else f"none found with {brief.name}"


def _serving(dataset: Dataset, agreed: Served, state: str) -> list[Project]:
    """Give the projects that name a sector; with a Member State those alone of which a corridor ends there."""
    named = (*agreed.sure, *agreed.likely)
    return [each for each in named if not state or corridors_with(dataset, each, state, "destination")]


def _datum(found: Sequence[Short]) -> Datum:
    return {
        "short": [
            {
                "code": each.code, "edition": each.edition.id, "part": each.line.part,
                "as_stated": each.line.as_stated, "sources": list(each.line.source),
            }
            for each in found
        ],
    }  # fmt: skip


def _unserved(dataset: Dataset, briefs: Iterable[Brief], state: str) -> Section:
    """Name for each partner the agreed sectors in which something is short and which no project names."""
    sentences: list[Sentence] = []
    rows: list[Datum] = []
    for brief in briefs:
        bare = [each for each in served(brief) if _short(dataset, each) and not _serving(dataset, each, state)]
        rows.append({"country": brief.country, "unserved": [each.label for each in bare]})
        if bare:
            labels = " · ".join(each.label for each in bare)
            sentences.append(Sentence(brief.country, (f"{brief.name}: {labels}.",)))
    whom = f" that goes to {dataset.label('places', state)}" if state else ""
    lead = Sentence("rule", (f"Short in it, and no running project found{whom} names it:",))
    if not sentences:
        sentences = [Sentence("none", ("None.",))]
    return Section("unserved", "UNSERVED", (lead, *sentences), rows=tuple(rows))


def _elsewhere(dataset: Dataset, codes: Iterable[str], whom: str) -> Section | None:
    """Name what is short and lies in no sector agreed with them, or has no code by which it could be told."""
    matched = {_named(dataset, each) for code in codes for each in short_in(dataset, code)}
    rest = [each for each in shortages(dataset) if _named(dataset, each) not in matched]
    if not rest:
        return None
    parts: list[Part] = [
        f"Short, in no sector agreed {whom} by our codes: ",
        *chain(editions.names(dataset, rest)),
        ".",
    ]
    return Section("elsewhere", "ELSEWHERE", (Sentence("elsewhere", tuple(parts)),), rows=(_datum(rest),))


def _named(dataset: Dataset, short: Short) -> tuple[str, str]:
    """Give what is short by its edition and name: one printed name may stand under several sectors, and is one."""
    return short.edition.id, editions.label(dataset, short)
