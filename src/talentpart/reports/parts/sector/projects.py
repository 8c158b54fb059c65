"""PROJECTS, UNMET and GAPS of a sector: which projects name it, who agreed it in vain, where a source names none."""

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Sector
from talentpart.model.records import Partnership, Project
from talentpart.page import Block, Column, Datum, Row, Section, Sentence, Table
from talentpart.queries.relations import tied
from talentpart.queries.scope import (
    MEMBER_STATES,
    destinations,
    is_beside,
    origins,
    own_projects_in,
    speaks_of,
    stage_of,
)
from talentpart.queries.sectors import narrower, wider
from talentpart.queries.subjects import short_name
from talentpart.reports.parts import doubles
from talentpart.reports.parts.briefing.projects import runs
from talentpart.reports.parts.cite import cited, note, of_lines
from talentpart.reports.parts.said import run
from talentpart.reports.parts.sector.agreed import agreed
from talentpart.reports.parts.sector.words import printed, row
from talentpart.reports.parts.words import SILENCE, listed
from talentpart.values import Day


def build(dataset: Dataset, code: str, day: Day) -> Section:
    """Give a row for each project that names the sector, and for each narrower one, with its hedge and its limits.

    Projects that are kept only beside the others serve no sector.
    """
    projects = [each for each in dataset.all(Project) if not is_beside(dataset, each)]
    found = [(p, line) for one in (code, *narrower(dataset, code)) for p in projects for line in p.sectors
             if line.sector == one and line.rank != "set-aside"]  # fmt: skip
    if not found:
        text = f"None found that names it{' or a narrower one' if narrower(dataset, code) else ''}."
        return Section("projects", "PROJECTS", (Sentence("none", (text,)),))
    columns = (
        Column("project", "PROJECTS"), Column("corridors", ""), Column("runs", "Runs"), Column("as_stated", "Named as"),
    )  # fmt: skip
    groups: dict[tuple[str, str | None], list[Sector]] = {}
    for project, line in found:
        groups.setdefault((project.id, line.sector), []).append(line)
    by_id = {project.id: project for project, _ in found}
    rows = tuple(_row(dataset, code, by_id[name], lines, day) for (name, _), lines in groups.items())
    count = len({project.id for project, _ in found})
    text = f"{count} project{'' if count == 1 else 's'}; projects may count in several sectors; do not add them."
    if any(line.sector != code for _, line in found):
        text += ' "-": a narrower sector.'
    same = doubles.sentences(dataset, [project for project, _ in found])
    blocks: tuple[Block, ...] = (Table("projects", columns, rows), Sentence("count", (text,)), *same)
    return Section("projects", "PROJECTS", blocks, rows=tuple(_datum(dataset, p, line, day) for p, line in found))


def unserved(dataset: Dataset, code: str, day: Day) -> Section | None:
    """Name the partners that agreed the sector while no project with them names it; likely and ended ones are told."""
    bare: list[str] = []
    likely: list[str] = []
    served: list[str] = []
    for record, line in agreed(dataset, (code, *narrower(dataset, code))):
        name = dataset.label("places", record.country)
        sure = _serving(dataset, record, line, day)
        group = served if "sure" in sure else likely if "hedged" in sure else bare
        group.append(name)
    texts = []
    only = [each for each in dict.fromkeys(bare) if each not in {*served, *likely}]
    hedged = [each for each in dict.fromkeys(likely) if each not in served]
    if only:
        texts.append(f"Agreed, and no project found with that partner names it, ended ones aside: {listed(only)}.")
    if hedged:
        texts.append(f"A project is named as likely: {listed(hedged)}.")
    if not texts:
        return None
    return Section("unmet", "UNMET", (Sentence("unmet", (" ".join(texts),)),))


def silent(dataset: Dataset, code: str) -> Section | None:
    """Give what records say of not naming the sector: of it alone, or of any, for projects of a partner that agreed it.

    Records of which the same is said stand together.
    """
    family = {code, *narrower(dataset, code)}
    partners = {record.country for record, _ in agreed(dataset, family)}
    groups: dict[tuple[str, str | None], tuple[list[str], list[str]]] = {}
    for entry in dataset.entries.values():
        record = entry.record
        wanted = {f"sectors.{each}" for each in family}
        if isinstance(record, Project) and partners & set(_countries(dataset, record)):
            wanted |= {"sectors", *(f"sectors.{each}" for each in partners)}
        for gap in record.missing:
            if wanted & set(gap.field):
                names, references = groups.setdefault((SILENCE[gap.why], gap.note), ([], []))
                names.append(short_name(dataset, record.id))
                references += gap.source or record.source
    sentences = []
    for index, ((why, remark), (names, references)) in enumerate(groups.items(), 1):
        text = f"{listed(names)}: sectors {why}{f'; {remark}' if remark else ''}"
        sentences.append(Sentence(f"silent-{index}", (*cited(text, note(dataset, references)), "."), give_way=2))
    return Section("gaps", "GAPS", tuple(sentences)) if sentences else None


def _serving(dataset: Dataset, record: Partnership, line: Sector, day: Day) -> set[str]:
    """Tell whether projects with the partner, ended ones aside, name the sector or one in it: sure, hedged or both."""
    found = set()
    for project in own_projects_in(dataset, record.country):
        if stage_of(dataset, project, day) == "ended":
            continue
        for each in project.sectors:
            names = each.sector and line.sector in wider(dataset, each.sector)
            if names and speaks_of(dataset, project, each, record.country):
                found.add("hedged" if each.certainty else "sure")
    return found


def _row(dataset: Dataset, code: str, project: Project, lines: list[Sector], day: Day) -> Row:
    """Give a project with each word that sources have for the sector, all sources of a word together."""
    name = short_name(dataset, project.id)
    ways = f"{_codes(dataset, origins(dataset, project))}-{_codes(dataset, destinations(dataset, project))}".strip("-")
    texts: dict[str, list[Sector]] = {}
    for line in lines:
        texts.setdefault(printed(dataset, line), []).append(line)
    words = run([(text, of_lines(dataset, same)) for text, same in texts.items()], last=", ")
    give_way = 1 if stage_of(dataset, project, day) == "ended" else 0
    label = name if lines[0].sector == code else f"- {name}"
    return Row((label, ways, runs(dataset, project), tuple(words)), give_way)


def _codes(dataset: Dataset, places: tuple[str, ...]) -> str:
    """Give countries by their two letters, what is no country by its name, the Member States as the EU."""
    labels = (each if each.isupper() else dataset.label("places", each) for each in places)
    return " ".join("EU" if place == MEMBER_STATES else label for place, label in zip(places, labels, strict=True))


def _datum(dataset: Dataset, project: Project, line: Sector, day: Day) -> Datum:
    return {
        "project": project.id,
        "name": short_name(dataset, project.id),
        "stage": stage_of(dataset, project, day),
        "origins": list(origins(dataset, project)),
        "destinations": list(destinations(dataset, project)),
        **row(dataset, line),
    }


def _countries(dataset: Dataset, project: Project) -> tuple[str, ...]:
    partners = [dataset.find(Partnership, each) for each in tied(project)]
    return (*origins(dataset, project), *(each.country for each in partners if each is not None))
