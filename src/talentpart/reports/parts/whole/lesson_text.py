"""Lessons as sentences: the text, what limits it, the projects that it comes from; a shared source is cited once."""

from collections import Counter
from collections.abc import Iterable, Sequence

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Lesson
from talentpart.page import Datum, Footnote, Part
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.said import bracketed
from talentpart.reports.parts.words import capital, lower


def shared_notes(dataset: Dataset, lines: Sequence[Lesson]) -> tuple[Footnote, ...]:
    """Give the footnotes of some lessons where they all rest on the same sources, else none."""
    found = {of_lines(dataset, [line]) for line in lines}
    return next(iter(found)) if len(found) == 1 else ()


def usual_day(lines: Iterable[Lesson]) -> str:
    """Give the day as of which most of the lessons that have one hold; nothing where none has."""
    days = Counter(line.as_of.text for line in lines if line.as_of)
    return days.most_common(1)[0][0] if days else ""


def sentence(dataset: Dataset, line: Lesson, *, day: str, notes: tuple[Footnote, ...]) -> list[Part]:
    """Give a lesson's text with its projects and limits in brackets, then its remark.

    A day that is told before is left out, and so are footnotes that stand behind the heading.
    """
    projects = [short_name(dataset, each) for each in line.projects]
    limits = [lower(dataset.label("certainties", line.certainty))] if line.certainty else []
    limits += [f"as of {line.as_of}"] if line.as_of and line.as_of.text != day else []
    text = f"{line.text.rstrip('.')}{bracketed([*projects, *limits])}"
    own = of_lines(dataset, [line])
    parts: list[Part] = [text] if own == notes else [*cited(text, own)]
    parts.append(".")
    return [*parts, f" {capital(line.note.rstrip('.'))}."] if line.note else parts


def datum(record: str, line: Lesson) -> Datum:
    """Give a lesson for machines."""
    return {
        "record": record,
        "lesson": line.lesson,
        "part": line.part,
        "kind": line.kind,
        "theme": line.theme,
        "number": line.number,
        "text": line.text,
        "projects": list(line.projects),
        "sectors": list(line.sectors),
        "certainty": line.certainty,
        "as_of": line.as_of.text if line.as_of else None,
        "as_stated": line.as_stated,
        "note": line.note,
        "sources": list(line.source),
    }
