"""SECTORS: a row for each sector, narrower ones under wider: with whom it was agreed in which tier, who serves it."""

from collections.abc import Iterator, Sequence

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Sector
from talentpart.model.records import Partnership, Project, Record
from talentpart.page import Block, Cell, Column, Datum, Footnote, Part, Row, Section, Sentence, Table
from talentpart.queries.scope import corridors_with, is_beside, stage_of
from talentpart.queries.sectors import narrower, wider
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.briefing.sectors import ASKED_FOR
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.said import basis_word, bracketed, limits
from talentpart.reports.parts.whole.chain import chain
from talentpart.reports.parts.words import listed
from talentpart.values import Day

_INDUSTRY = "industry"


def table(dataset: Dataset, day: Day) -> Section:
    """Give each sector that a partnership or a project names, and those wider ones that hold them together."""
    codes = order(dataset)
    rows = tuple(Row((name(dataset, code), agreed(dataset, code), projects(dataset, code, day))) for code in codes)
    if not rows:
        return Section("sectors", "SECTORS", (Sentence("none", ("None found.",)),))
    wanted = (Column("agreed", "Agreed with"), Column("projects", "Projects that name it"))
    blocks: list[Block] = [Table("sectors", (Column("sector", "SECTORS"), *wanted), rows), _legend(dataset)]
    bare = _without_code(dataset)
    if bare:
        blocks.append(Sentence("no-code", ("Without a code of ours: ", *bare, ".")))
    data = tuple(_datum(dataset, code, day) for code in codes)
    return Section("sectors", "SECTORS", tuple(blocks), rows=data)


def order(dataset: Dataset) -> list[str]:
    """Give the codes that are used, and those they lie in, in the order of the codelist, narrower ones under wider."""
    named = {code for _, line in _lines(dataset) for code in (line.sector, *line.mainly) if code}
    used = {code for each in named for code in wider(dataset, each)}
    tops = [code for code in dataset.codes("sectors") if len(wider(dataset, code)) == 1]
    found = []
    for top in tops:
        found += [code for code in (top, *narrower(dataset, top)) if code in used]
    return found


def _lines(dataset: Dataset) -> Iterator[tuple[Record, Sector]]:
    """Give the sectors that partnerships and projects name, each with its record."""
    records: tuple[Partnership | Project, ...] = (*dataset.all(Partnership), *_projects(dataset))
    for record in records:
        yield from ((record, line) for line in record.sectors if line.rank != "set-aside")


def name(dataset: Dataset, code: str) -> str:
    """Give the label of a sector, indented under the wider ones, and what it is where it is no industry."""
    item = dataset.codes("sectors").get(code)
    kind = f" ({item.dimension})" if item and item.dimension not in {None, _INDUSTRY} else ""
    return f"{'- ' * (len(wider(dataset, code)) - 1)}{dataset.label('sectors', code)}{kind}"


def agreed(dataset: Dataset, code: str) -> Cell:
    """Give the partners by tier, each with its printed words where these differ from our label."""
    tiers: dict[str, list[tuple[str, Sector]]] = {}
    for record in dataset.all(Partnership):
        for line in record.sectors:
            if line.sector == code and line.rank != "set-aside":
                tiers.setdefault(line.tier or "", []).append((_partner(dataset, record, line), line))
    ranked = [*(each for each in dataset.codes("tiers") if each in tiers), *([""] if "" in tiers else [])]
    items = []
    for tier in ranked:
        names = listed(sorted(dict.fromkeys(name for name, _ in tiers[tier])))
        word = dataset.label("tiers", tier) or "named"
        word += ", not agreed" if tier == ASKED_FOR else ""
        items.append((f"{word}: {names}", of_lines(dataset, (line for _, line in tiers[tier]))))
    inside = [(dataset.label("places", record.country), line) for record in dataset.all(Partnership)
              for line in record.sectors if code in line.mainly]  # fmt: skip
    if inside:
        names = listed(sorted({name for name, _ in inside}))
        items.append((f"as a main part of the wider one: {names}", of_lines(dataset, (line for _, line in inside))))
    return tuple(chain(items)) if items else "no partner"


def _partner(dataset: Dataset, record: Partnership, line: Sector) -> str:
    name, label = dataset.label("places", record.country), dataset.label("sectors", line.sector)
    words = line.as_stated or label
    same = words.casefold() == label.casefold()
    mainly = [f"mainly {listed([dataset.label('sectors', each) for each in line.mainly])}"] if line.mainly else []
    quoted = [] if same else [f'"{words}"']
    return f"{name}{bracketed(quoted or mainly)}"


def projects(dataset: Dataset, code: str, day: Day, state: str = "") -> Cell:
    """Give the projects that name a sector, each once, with its hedges and its end; with `state` only what goes there.

    One that names it both without a limit and with one is given without, and the limit behind it.
    """
    found: dict[str, tuple[Project, list[Sector]]] = {}
    for project, line in _naming(dataset, code):
        if not state or corridors_with(dataset, project, state, "destination"):
            found.setdefault(project.id, (project, []))[1].append(line)
    parts: list[Part] = []
    names = [_once(dataset, project, lines, day) for project, lines in found.values()]
    for index, (name, notes, others) in enumerate(names):
        following = names[index + 1] if index + 1 < len(names) else None
        # Neighbours on the same sources share their footnote.
        same = following is not None and following[1] == notes and not others
        parts += [", "] if parts else []
        parts += [name] if same else [*cited(name, notes), *others]
    return tuple(parts) or "none found"


def _once(
    dataset: Dataset, project: Project, lines: Sequence[Sector], day: Day
) -> tuple[str, tuple[Footnote, ...], list[Part]]:
    """Name a project with what limits it to a sector; behind what is not limited stands what is."""
    limited: dict[str, list[Sector]] = {}
    for line in lines:
        limited.setdefault(", ".join(filter(None, (basis_word(line), *limits(dataset, line)))), []).append(line)
    first, *others = sorted(limited, key=bool)
    ended = "ended" if stage_of(dataset, project, day) == "ended" else ""
    parts: list[Part] = []
    for each in others:
        parts += [" ", *cited(f"(also {each})", of_lines(dataset, limited[each]))]
    return f"{short_name(dataset, project.id)}{bracketed([first, ended])}", of_lines(dataset, limited[first]), parts


def _naming(dataset: Dataset, code: str) -> list[tuple[Project, Sector]]:
    return [(p, line) for p in _projects(dataset) for line in p.sectors
            if line.sector == code and line.rank != "set-aside"]  # fmt: skip


def _projects(dataset: Dataset) -> list[Project]:
    """Give the projects but for those that are kept only beside the others, which serve no sector."""
    return [each for each in dataset.all(Project) if not is_beside(dataset, each)]


def _without_code(dataset: Dataset) -> list[Part]:
    items = []
    for record, line in _lines(dataset):
        if line.sector is None and line.as_stated:
            text = f'{short_name(dataset, record.id)} "{line.as_stated}"{bracketed(limits(dataset, line))}'
            items.append((text, of_lines(dataset, [line])))
    return chain(items)


def _legend(dataset: Dataset) -> Sentence:
    texts = ["Printed words stand in quotes where they differ from our label."]
    if any(len(wider(dataset, code)) > 1 for code in order(dataset)):
        texts.append('"-": lies in the sector above it.')
    pairs = [(record.id, line.as_stated) for record in dataset.all(Partnership) for line in record.sectors]
    if len(set(pairs)) < len(pairs):
        texts.append("One printed label may stand under two sectors, and is one.")
    if any(dataset.codes("sectors")[code].dimension not in {None, _INDUSTRY} for code in order(dataset)):
        texts.append("An occupation or skill is no industry: people of it work in many.")
    texts.append("A project may stand under several sectors, so that rows cannot be added.")
    return Sentence("marks", (" ".join(texts),))


def _datum(dataset: Dataset, code: str, day: Day) -> Datum:
    item = dataset.codes("sectors").get(code)
    return {
        "sector": code,
        "label": dataset.label("sectors", code),
        "parent": item.parent if item else None,
        "dimension": item.dimension if item else None,
        "agreed": [
            {
                "partnership": record.id, "country": record.country, "tier": line.tier, "as_stated": line.as_stated,
                "at": line.at, "list": record.sectors_list, "mainly": list(line.mainly), "sources": list(line.source),
            }
            for record in dataset.all(Partnership) for line in record.sectors if line.sector == code
        ],
        "projects": [
            {
                "project": project.id, "as_stated": line.as_stated, "certainty": line.certainty,
                "origin": list(line.origin), "stage": stage_of(dataset, project, day), "sources": list(line.source),
            }
            for project, line in _naming(dataset, code)
        ],
    }  # fmt: skip
