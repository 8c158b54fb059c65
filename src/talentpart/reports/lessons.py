"""The lessons: what they rest on, the recommendations in their order, then what was learnt, theme by theme."""

from collections.abc import Sequence

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Figure, Lesson
from talentpart.model.records import Lessons
from talentpart.page import Page, Part, Section, Sentence
from talentpart.reports.parts.cite import cited, note, of_lines
from talentpart.reports.parts.record.gaps import field_words
from talentpart.reports.parts.said import bracketed, count, limits
from talentpart.reports.parts.scope import Scope
from talentpart.reports.parts.whole.lesson_lines import told
from talentpart.reports.parts.whole.lesson_text import datum, sentence, shared_notes, usual_day
from talentpart.reports.parts.whole.page import Whole, whole
from talentpart.reports.parts.words import SILENCE, capital, counted, listed, lower
from talentpart.values import Day

ANSWERS = "whole"
# The theme under which a source says what its lessons rest on; it is told first.
_BASIS = "evidence"
_ADVICE = "recommendation"
_KINDS = ("lesson", "finding", "risk")
Told = list[tuple[Lessons, list[Lesson]]]


def build(dataset: Dataset, scope: Scope, as_of: Day) -> Page:
    """Give all lessons that could be told by that day."""
    found: Told = [(record, lines) for record in dataset.all(Lessons) if (lines := told(dataset, record, as_of))]
    lines = [line for _, each in found for line in each]
    sections = (
        _basis(dataset, found), _advice(dataset, found), _themes(dataset, found), _figures(dataset, found),
        _silent(dataset, found),
    )  # fmt: skip
    names = [lower(dataset.label("lesson-kinds", each)) for each in (_ADVICE, *_KINDS)]
    advice = len({(record.id, line.lesson) for record, each in found for line in each if line.kind == _ADVICE})
    kinds = [advice, *(sum(line.kind == each for line in lines) for each in _KINDS)]
    counts = listed([counted(number, name) for number, name in zip(kinds, names, strict=True) if number])
    opening = f"{capital(counts)}, in our own words." if lines else "No lesson found."
    commands = ("query lessons", "query lessons --kind recommendation")
    report = Whole("lessons", "LESSONS", opening, commands)
    return whole(dataset, scope, as_of, report, [each for each in sections if each is not None])


def _basis(dataset: Dataset, found: Told) -> Section:
    """Say first where the lessons come from, as of which day they hold, and what their source says of them."""
    sentences = []
    for record, lines in found:
        day = usual_day(lines)
        held = f"holds as of {Day.parse(day)}" if day else "holds as of no day that is given"
        named = f"{_name(dataset, record)}: what is said of its own time {held}"
        sentences.append(Sentence(record.id, (*cited(named, note(dataset, record.source)), ".")))
        base = [line for line in lines if line.theme == _BASIS and line.kind != _ADVICE]
        own = note(dataset, record.source)
        sentences += [Sentence(line.lesson, tuple(sentence(dataset, line, day=day, notes=own))) for line in base]
        sentences += [Sentence("note", (each if each.endswith(".") else f"{each}.",)) for each in record.notes]
    return Section("basis", "BASIS", tuple(sentences) or (Sentence("none", ("None found.",)),))


def _name(dataset: Dataset, record: Lessons) -> str:
    source = dataset.source(record.source[0]) if record.source else None
    if source is None:
        return record.id
    return f"{capital(dataset.label('source-types', source.type))} '{source.title.partition(':')[0]}'"


def _advice(dataset: Dataset, found: Told) -> Section | None:
    """Give the recommendations in the order of their source: the main line, then its elements."""
    sentences, rows = [], []
    for record, lines in found:
        day = usual_day(lines)
        groups: dict[str, list[Lesson]] = {}
        for line in lines:
            if line.kind == _ADVICE:
                groups.setdefault(line.lesson, []).append(line)
        for each in sorted(groups.values(), key=lambda lines: lines[0].number or len(groups) + 1):
            ordered = sorted(each, key=lambda line: line.part is not None)
            notes = shared_notes(dataset, ordered)
            lead = f"{ordered[0].number}. " if ordered[0].number else ""
            main = sentence(dataset, ordered[0], day=day, notes=())
            sentences.append(Sentence(ordered[0].lesson, (lead, *main) if lead else tuple(main)))
            for line in ordered[1:]:
                parts = sentence(dataset, line, day=day, notes=notes)
                sentences.append(Sentence(f"{line.lesson}-{line.part}", tuple(parts), run_in=True))
            rows += [datum(record.id, line) for line in ordered]
    return Section("advice", "ADVICE", tuple(sentences), rows=tuple(rows)) if sentences else None


def _themes(dataset: Dataset, found: Told) -> Section | None:
    """Give what was learnt by theme, in the order of the codelist: lessons, then findings, then risks."""
    themes = [*dataset.codes("lesson-themes"), None]
    days = {record.id: usual_day(lines) for record, lines in found}
    sentences, rows = [], []
    for theme in themes:
        members = [(record, line) for record, lines in found for line in lines
                   if line.theme == theme and line.kind != _ADVICE and theme != _BASIS]  # fmt: skip
        if not members:
            continue
        lines = [line for _, line in members]
        notes = shared_notes(dataset, lines)
        heading = (dataset.label("lesson-themes", theme) if theme else "of no theme").upper()
        sentences.append(Sentence(f"theme-{theme}", cited(heading, notes)))
        for kind in (*_KINDS, None):
            for record, line in members:
                if line.kind == kind or (kind is None and line.kind not in _KINDS):
                    word = capital(lower(dataset.label("lesson-kinds", line.kind))) or "Said"
                    parts = sentence(dataset, line, day=days[record.id], notes=notes)
                    sentences.append(Sentence(line.lesson, (f"{word}: ", *parts)))
                    rows.append(datum(record.id, line))
    return Section("learnt", "LEARNT", tuple(sentences), rows=tuple(rows)) if sentences else None


def _figures(dataset: Dataset, found: Told) -> Section | None:
    """Give the figures that stand in the lessons, each with the lesson that it belongs to."""
    sentences = []
    for record, lines in found:
        day = usual_day(lines)
        told_ = [line for line in record.figures if line.rank != "set-aside"]
        sentences += [Sentence(line.measure, tuple(_figure(dataset, line, day))) for line in told_]
    return Section("figures", "FIGURES", tuple(sentences)) if sentences else None


def _figure(dataset: Dataset, line: Figure, day: str) -> list[Part]:
    label = capital(dataset.label("measures", line.measure))
    more = [each for each in limits(dataset, line) if not each.startswith("as of ")]
    more += [f"as of {line.as_of}"] if line.as_of and line.as_of.text != day else []
    text = f"{label}: {count(dataset, line)}{bracketed(more)}"
    parts: list[Part] = [*cited(text, of_lines(dataset, [line]), name=line.measure), "."]
    return [*parts, f" {capital(line.note.rstrip('.'))}."] if line.note else parts


def _silent(dataset: Dataset, found: Sequence[tuple[Lessons, list[Lesson]]]) -> Section | None:
    """Give what the sources of the lessons do not say."""
    sentences = []
    for record, _ in found:
        for gap in record.missing:
            fields = listed(field_words(dataset, gap.field))
            text = f"{capital(SILENCE[gap.why])}: {fields}{f'; {gap.note}' if gap.note else ''}"
            sentences.append(Sentence("missing", (*cited(text, note(dataset, gap.source or record.source)), ".")))
    return Section("gaps", "GAPS", tuple(sentences)) if sentences else None
