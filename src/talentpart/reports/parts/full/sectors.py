"""SECTORS in full: each agreed sector in its printed words, and the projects with the country that name it."""

from collections.abc import Sequence

from talentpart.model.lines import Sector
from talentpart.model.records import Partnership, Project
from talentpart.page import Block, Cell, Column, Datum, Part, Row, Section, Sentence, Table
from talentpart.queries.sectors import wider
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.briefing.sectors import doubts, heading, printed, row, untold
from talentpart.reports.parts.cite import note, of_lines
from talentpart.reports.parts.said import bracketed, run
from talentpart.reports.parts.whole.served import naming
from talentpart.reports.parts.words import lower, silence, why_silent

_NONE = "none found"


def build(brief: Brief) -> Section | None:
    """Give the sectors by tier with the projects that name each, then what projects name that is not agreed."""
    record = brief.partnership
    if record is None:
        told = (*_beside(brief, ()), *_silent(brief))
        return Section("sectors", "SECTORS", told) if told else None
    lines = [line for line in record.sectors if line.rank != "set-aside"]
    if not lines:
        nothing = Sentence("sectors", (untold(brief, record),))
        return Section("sectors", "SECTORS", (nothing, *_beside(brief, lines)))
    blocks: tuple[Block, ...] = (
        *_headings(brief, record, lines), *doubts(brief, record), _table(brief, lines), *_beside(brief, lines),
        *_silent(brief),
    )  # fmt: skip
    return Section("sectors", "SECTORS", blocks, rows=tuple(_datum(brief, line) for line in lines))


def _headings(brief: Brief, record: Partnership, lines: Sequence[Sector]) -> list[Sentence]:
    groups: dict[tuple[str, str], list[Sector]] = {}
    for line in lines:
        groups.setdefault((line.tier or "", line.at or ""), []).append(line)
    return [Sentence(each[0].tier or "sectors", (*heading(brief, record, each), ".")) for each in groups.values()]


def _table(brief: Brief, lines: Sequence[Sector]) -> Table:
    """Give a row for each printed label; the tier stands in a column of its own where there are several."""
    labels: dict[tuple[str, str], list[Sector]] = {}
    for line in lines:
        labels.setdefault((line.tier or "", printed(brief, line)), []).append(line)
    several = len({line.tier for line in lines}) > 1
    columns = (
        Column("sector", "Sector"),
        *((Column("tier", "Tier"),) if several else ()),
        Column("projects", f"Projects with {brief.name} that name it"),
    )
    rows = []
    for (tier, label), same in labels.items():
        middle: tuple[Cell, ...] = (brief.dataset.label("tiers", tier) if tier else "-",) if several else ()
        rows.append(Row((label, *middle, _projects(brief, label, same))))
    return Table("sectors", columns, tuple(rows))


def _projects(brief: Brief, label: str, lines: Sequence[Sector]) -> Cell:
    codes = {line.sector for line in lines if line.sector}
    items = [
        (_named(brief, project, said, label), of_lines(brief.dataset, said))
        for project in brief.projects
        if (said := naming(brief, project, codes))
    ]
    return tuple(run(items, ", ")) or _NONE


def _named(brief: Brief, project: Project, said: Sequence[Sector], label: str) -> str:
    """Name a project with its own words for the sector, how sure it is, and whether it has ended."""
    known = {label.casefold(), *(brief.dataset.label("sectors", line.sector).casefold() for line in said)}
    words = [f'"{each.as_stated}"' for each in said if each.as_stated and each.as_stated.casefold() not in known]
    hedges = [] if any(line.certainty is None for line in said) else [
        lower(brief.dataset.label("certainties", each.certainty)) for each in said if each.certainty
    ]  # fmt: skip
    ended = ["ended"] if brief.stage(project) == "ended" else []
    return f"{short_name(brief.dataset, project.id)}{bracketed(dict.fromkeys([*words, *hedges, *ended]))}"


def _beside(brief: Brief, lines: Sequence[Sector]) -> list[Sentence]:
    """Give what each project names that lies in no agreed sector, in its printed words."""
    codes = {line.sector for line in lines if line.sector}
    parts: list[Part] = []
    for project in brief.projects:
        words: dict[str, list[Sector]] = {}
        agreed: set[str] = set()
        for line in project.sectors:
            if line.rank != "set-aside" and brief.reach(project, line):
                lies_in = codes.intersection(wider(brief.dataset, line.sector or ""))
                agreed.update({printed(brief, line)} if lies_in else ())
                words.setdefault(printed(brief, line), []).append(line)
        items = [(word, of_lines(brief.dataset, same)) for word, same in words.items() if word not in agreed]
        if items:
            lead = f"{'; ' if parts else ''}{short_name(brief.dataset, project.id)}: "
            parts += [lead, *run(items, ", ")]
    label = "Named by projects, and not agreed" if lines else "Named by projects"
    return [Sentence("beside", (f"{label}: ", *parts, "."))] if parts else []


def _silent(brief: Brief) -> list[Sentence]:
    """Name the projects of whose sectors with this country nothing is known, by the reason."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for project in brief.projects:
        if not any(line.rank != "set-aside" and brief.reach(project, line) for line in project.sectors):
            paths = ("sectors", f"sectors.{brief.country}")
            _, references = why_silent(project, *paths)
            name = short_name(brief.dataset, project.id)
            found.setdefault(silence(project, *paths), []).append((name, references))
    parts: list[Part] = []
    for why, projects in found.items():
        items = [(name, note(brief.dataset, references)) for name, references in projects]
        lead = f"Sectors with {brief.name} {why}: " if not parts else f"; {why}: "
        parts += [lead, *run(items)]
    return [Sentence("silent", (*parts, "."))] if parts else []


def _datum(brief: Brief, line: Sector) -> Datum:
    """Give an agreed sector for machines, with the projects that name it, those only likely and those ended apart."""
    sure: list[str] = []
    likely: list[str] = []
    ended: list[str] = []
    for project in brief.projects:
        said = naming(brief, project, {line.sector} if line.sector else set())
        if said:
            group = ended if brief.stage(project) == "ended" else likely if all(e.certainty for e in said) else sure
            group.append(project.id)
    return {**row(brief, line), "projects": sure, "projects_likely": likely, "projects_ended": ended}
