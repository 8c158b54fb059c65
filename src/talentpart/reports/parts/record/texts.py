"""AIMS and WORK: the lists of texts of a record, objectives in their order, activities by stage."""

from collections.abc import Iterable

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Text
from talentpart.model.records import Told
from talentpart.page import Footnote, Part, Section, Sentence
from talentpart.reports.parts.cite import of_lines
from talentpart.reports.parts.said import basis_word, bracketed, limits, run, sentence_of
from talentpart.reports.parts.words import capital, silence


def aims(dataset: Dataset, record: Told) -> Section | None:
    """Give the objectives, one after the other; nothing where none is said and none is missed."""
    if record.objectives:
        return Section("objectives", "AIMS", _run(dataset, record.objectives))
    why = silence(record, "objectives", default="")
    return Section("objectives", "AIMS", (Sentence("none", (f"{capital(why)}.",)),)) if why else None


def work(dataset: Dataset, record: Told) -> Section | None:
    """Give the activities by stage, in the order of the stages, those of no stage last."""
    stages = [*dataset.codes("stages"), None]
    found = {stage: [line for line in record.activities if line.stage == stage] for stage in stages}
    known = {id(line) for lines in found.values() for line in lines}
    found[None] += [line for line in record.activities if id(line) not in known]
    staged = any(line.stage for line in record.activities)
    sentences = [
        sentence
        for stage, lines in found.items()
        if lines
        for sentence in _run(dataset, lines, lead=_stage(dataset, stage) if staged else "")
    ]
    return Section("activities", "WORK", tuple(sentences)) if sentences else None


def listed(dataset: Dataset, name: str, label: str, lines: Iterable[Text]) -> Section | None:
    """Give another list of texts under its own label, as one sentence: its items are names, not sentences."""
    items: list[tuple[str, tuple[Footnote, ...]]] = []
    for line in lines:
        note = f"; {line.note}" if line.note else ""
        text = f"{line.text.rstrip('.')}{bracketed([basis_word(line), *limits(dataset, line)])}{note}"
        items.append((text if items else capital(text), of_lines(dataset, [line])))
    return Section(name, label, (Sentence(name, (*run(items), ".")),)) if items else None


def _stage(dataset: Dataset, stage: str | None) -> str:
    return capital(dataset.label("stages", stage)) if stage else "No stage named"


def _run(dataset: Dataset, lines: Iterable[Text], lead: str = "") -> tuple[Sentence, ...]:
    """Give texts that run on in one paragraph, each with its remark."""
    sentences = []
    for index, line in enumerate(lines):
        parts: list[Part] = [f"{lead}: "] if lead and index == 0 else []
        parts += sentence_of(dataset, line)
        parts += [f" {capital(line.note)}."] if line.note else []
        sentences.append(Sentence(line.slug or f"item-{index + 1}", tuple(parts), run_in=index > 0))
    return tuple(sentences)
