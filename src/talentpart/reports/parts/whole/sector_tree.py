"""SECTORS: a row for each sector, narrower ones under wider: with whom it was agreed in which tier, who serves it."""

from collections.abc import Iterator

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Sector
from talentpart.model.records import Partnership, Project, Record
from talentpart.page import Block, Cell, Column, Datum, Part, Row, Section, Sentence, Table
from talentpart.queries.scope import stage_of
from talentpart.queries.sectors import narrower, wider
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.cite import of_lines
from talentpart.reports.parts.said import basis_word, bracketed, limits
from talentpart.reports.parts.whole.chain import chain
from talentpart.reports.parts.whole.served import ASKED_FOR
from talentpart.reports.parts.words import listed
from talentpart.values import Day

_INDUSTRY = "industry"


def table(dataset: Dataset, day: Day) -> Section:
    """Give each sector that a partnership or a project names, and those wider ones that hold them together."""
    order = _order(dataset)
    rows = tuple(Row((_name(dataset, code), _agreed(dataset, code), _projects(dataset, code, day))) for code in order)
    if not rows:
        return Section("sectors", "SECTORS", (Sentence("none", ("None found.",)),))
    wanted = (Column("agreed", "Agreed with"), Column("projects", "Projects that name it"))
    blocks: list[Block] = [Table("sectors", (Column("sector", "SECTORS"), *wanted), rows), _legend(dataset)]
    bare = _without_code(dataset)
    if bare:
        blocks.append(Sentence("no-code", ("Without a code of ours: ", *bare, ".")))
    data = tuple(_datum(dataset, code, day) for code in order)
    return Section("sectors", "SECTORS", tuple(blocks), rows=data)


def _order(dataset: Dataset) -> list[str]:
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
    records: tuple[Partnership | Project, ...] = (*dataset.all(Partnership), *dataset.all(Project))
    for record in records:
        yield from ((record, line) for line in record.sectors if line.rank != "set-aside")


def _name(dataset: Dataset, code: str) -> str:
    item = dataset.codes("sectors").get(code)
    kind = f" ({item.dimension})" if item and item.dimension not in {None, _INDUSTRY} else ""
    return f"{'- ' * (len(wider(dataset, code)) - 1)}{dataset.label('sectors', code)}{kind}"


def _agreed(dataset: Dataset, code: str) -> Cell:
    """Give the partners by tier, each with its printed words where these differ from our label."""
    tiers: dict[str, list[tuple[str, Sector]]] = {}
    for record in dataset.all(Partnership):
        for line in record.sectors:
            if line.sector == code and line.rank != "set-aside":
                tiers.setdefault(line.tier or "", []).append((_partner(dataset, record, line), line))
    order = [*(each for each in dataset.codes("tiers") if each in tiers), *([""] if "" in tiers else [])]
    items = []
    for tier in order:
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


def _projects(dataset: Dataset, code: str, day: Day) -> Cell:
    items = []
    for project, line in _naming(dataset, code):
        stage = stage_of(dataset, project, day)
        more = [basis_word(line), *limits(dataset, line), "ended" if stage == "ended" else ""]
        items.append((f"{short_name(dataset, project.id)}{bracketed(more)}", of_lines(dataset, [line])))
    return tuple(chain(items, ", ")) if items else "none found"


def _naming(dataset: Dataset, code: str) -> list[tuple[Project, Sector]]:
    return [(p, line) for p in dataset.all(Project) for line in p.sectors
            if line.sector == code and line.rank != "set-aside"]  # fmt: skip


def _without_code(dataset: Dataset) -> list[Part]:
    items = []
    for record, line in _lines(dataset):
        if line.sector is None and line.as_stated:
            text = f'{short_name(dataset, record.id)} "{line.as_stated}"{bracketed(limits(dataset, line))}'
            items.append((text, of_lines(dataset, [line])))
    return chain(items)


def _legend(dataset: Dataset) -> Sentence:
    texts = ["Printed words stand in quotes where they differ from our label."]
    if any(len(wider(dataset, code)) > 1 for code in _order(dataset)):
        texts.append('"-": lies in the sector above it.')
    pairs = [(record.id, line.as_stated) for record in dataset.all(Partnership) for line in record.sectors]
    if len(set(pairs)) < len(pairs):
        texts.append("One printed label may stand under two sectors, and is one.")
    if any(dataset.codes("sectors")[code].dimension not in {None, _INDUSTRY} for code in _order(dataset)):
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
