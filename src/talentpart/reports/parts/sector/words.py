"""SECTORS of a project: the printed words, with their hedge and the countries to which they are limited."""

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Sector
from talentpart.model.records import Project
from talentpart.page import Footnote, Section, Sentence
from talentpart.reports.parts.cite import of_lines
from talentpart.reports.parts.said import basis_word, bracketed, limits, run
from talentpart.reports.parts.words import capital, silence, why_silent


def of_project(dataset: Dataset, record: Project) -> Section:
    """Give the sectors that sources name for a project, a printed label once, or why none is known."""
    if not record.sectors:
        note, _ = why_silent(record, "sectors")
        text = f"{capital(silence(record, 'sectors'))}{f': {note}' if note else ''}."
        return Section("sectors", "SECTORS", (Sentence("sectors", (text,)),))
    items: dict[str, tuple[Footnote, ...]] = {}
    for line in record.sectors:
        if line.rank != "set-aside":
            items.setdefault(printed(dataset, line), of_lines(dataset, [line]))
    sentences = [Sentence("sectors", (*run([(capital_first(key, index), notes) for index, (key, notes) in
                                           enumerate(items.items())]), "."))]  # fmt: skip
    sentences += [
        Sentence("remark", (f"{capital(each)}.",), run_in=True)
        for each in dict.fromkeys(line.note for line in record.sectors if line.note)
    ]
    return Section("sectors", "SECTORS", tuple(sentences), rows=tuple(row(dataset, each) for each in record.sectors))


def capital_first(text: str, index: int) -> str:
    """Give the first of some texts a capital."""
    return capital(text) if index == 0 else text


def printed(dataset: Dataset, line: Sector) -> str:
    """Give the printed words of a sector, our label where a line keeps none, and what limits them."""
    words = line.as_stated or dataset.label("sectors", line.sector)
    mainly = f"mainly {', '.join(dataset.label('sectors', each) for each in line.mainly)}" if line.mainly else ""
    return f"{words}{bracketed([basis_word(line), *limits(dataset, line), mainly])}"


def row(dataset: Dataset, line: Sector) -> dict[str, str | list[str] | None]:
    """Give a sector line for machines."""
    return {
        "sector": line.sector,
        "label": dataset.label("sectors", line.sector) or None,
        "as_stated": line.as_stated,
        "tier": line.tier,
        "at": line.at,
        "mainly": list(line.mainly),
        "origin": list(line.origin),
        "certainty": line.certainty,
        "sources": list(line.source),
    }
