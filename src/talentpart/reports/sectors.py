"""The sectors: which was agreed with whom, in which printed words and tier, who serves it, and what is shared."""

from collections.abc import Mapping
from dataclasses import replace

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Sector
from talentpart.model.records import Lessons, Partnership
from talentpart.page import Cited, Page, Part, Section, Sentence
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.briefing import sectors as country_sectors
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.scope import Scope
from talentpart.reports.parts.whole import no_project, shared_sectors
from talentpart.reports.parts.whole.lesson_lines import told
from talentpart.reports.parts.whole.page import Whole, whole
from talentpart.reports.parts.whole.sector_tree import table
from talentpart.reports.parts.whole.served import served
from talentpart.reports.parts.words import capital, counted
from talentpart.values import Day

ANSWERS = "whole"
_UNSERVED = "unserved"


def build(dataset: Dataset, scope: Scope, as_of: Day) -> Page:
    """Give the sectors of all partnerships, by partner, by sector, by what they share and by what nobody serves."""
    briefs = [Brief.of(dataset, each.country, as_of) for each in dataset.all(Partnership)]
    briefs = sorted((each for each in briefs if each.partnership), key=lambda each: each.name)
    sections = (
        _agreed(briefs), table(dataset, as_of), shared_sectors.build(dataset, briefs), no_project.build(briefs),
        _learnt(dataset, as_of),
    )  # fmt: skip
    labels = sum(len(served(each)) for each in briefs)
    different = len({_printed(line) for brief in briefs for each in served(brief) for line in each.lines})
    with_list = sum(bool(served(each)) for each in briefs)
    opening = (
        f"{capital(counted(labels, 'entry', 'entries'))}, {counted(different, 'different label')}, "
        f"in the lists of {counted(with_list, 'partnership')}. "
        "The words are the sources'; the codes that group them are ours."
    )
    commands = ("query sectors", "query mappings", "report gaps")
    kept = [each for each in sections if each is not None]
    return whole(dataset, scope, as_of, Whole("sectors", "SECTORS", opening, commands), kept)


def _agreed(briefs: list[Brief]) -> Section:
    """Give each partner's list in the order of its source: tier, open or closed, when agreed, the printed words."""
    sentences = []
    for brief in briefs:
        section = country_sectors.build(brief)
        lines = brief.partnership.sectors if brief.partnership else ()
        words = {country_sectors.printed(brief, line): line.as_stated for line in lines if line.as_stated}
        for index, block in enumerate(section.blocks if section else ()):
            if isinstance(block, Sentence) and block.id != _UNSERVED:
                lead = f"{brief.name}: " if index == 0 else ""
                whole_words = tuple(_whole(part, words) for part in block.parts)
                parts = _small(whole_words) if lead else whole_words
                sentences.append(Sentence(f"{brief.country}-{block.id}", (lead, *parts) if lead else parts))
    if not sentences:
        sentences = [Sentence("none", ("No partnership found.",))]
    return Section("agreed", "AGREED", tuple(sentences))


def _whole(part: Part, words: Mapping[str, str]) -> Part:
    """Give the words of a list as its source prints them, without a shorter form."""
    if isinstance(part, Cited) and isinstance(part.value, str) and part.value in words:
        return replace(part, value=words[part.value])
    return part


def _printed(line: Sector) -> str:
    return (line.as_stated or line.sector or "").casefold()


def _small(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Give a sentence that follows a name and a colon: its first letter is small."""
    first, *rest = parts
    return (first[:1].lower() + first[1:], *rest) if isinstance(first, str) else parts


def _learnt(dataset: Dataset, as_of: Day) -> Section | None:
    """Give what was learnt of sectors: a negative finding holds for its own day."""
    sentences = []
    for record in dataset.all(Lessons):
        for line in told(dataset, record, as_of):
            if line.sectors and line.kind != "recommendation":
                day = f" (as of {line.as_of})" if line.as_of else ""
                parts = (*cited(f"{line.text.rstrip('.')}{day}", of_lines(dataset, [line])), ".")
                sentences.append(Sentence(line.lesson, parts))
                if line.note:
                    sentences.append(Sentence(f"{line.lesson}-note", (f"{capital(line.note)}.",), run_in=True))
    return Section("learnt", "LEARNT", tuple(sentences)) if sentences else None
