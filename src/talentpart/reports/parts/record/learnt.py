"""LESSONS of a project: how many name it, of which kind, on what; their texts belong to the report on lessons."""

from collections import Counter

from talentpart.model.dataset import Dataset
from talentpart.model.records import Lessons
from talentpart.page import Datum, Section, Sentence
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.words import capital, counted, listed, lower


def build(dataset: Dataset, project: str) -> Section | None:
    """Give the lessons that name a project, counted by kind, with their themes; for machines each in full."""
    found = [(record, line) for record in dataset.all(Lessons) for line in record.lessons if project in line.projects]
    if not found:
        return None
    kinds = Counter(lower(dataset.label("lesson-kinds", line.kind)) or "lesson" for _, line in found)
    themes = dict.fromkeys(lower(dataset.label("lesson-themes", line.theme)) for _, line in found if line.theme)
    said = listed([counted(count, kind) for kind, count in kinds.items()])
    about = f" on {listed(list(themes))}" if themes else ""
    verb = "name" if len(found) > 1 else "names"
    notes = of_lines(dataset, (line for _, line in found))
    parts = (*cited(f"{capital(said)} {verb} it{about}", notes), ".")
    rows: tuple[Datum, ...] = tuple(
        {
            "record": record.id,
            "lesson": line.lesson,
            "kind": line.kind,
            "theme": line.theme,
            "number": line.number,
            "text": line.text,
            "projects": list(line.projects),
            "sources": list(line.source),
        }
        for record, line in found
    )
    return Section("lessons", "LESSONS", (Sentence("count", parts),), rows=rows)
