"""ROADMAP: its status and on whose word; silence is said with its reason, never as "none"."""

from talentpart.page import Cited, Part, Section, Sentence
from talentpart.queries.answers import answer
from talentpart.queries.paths import event_at
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.cite import cited, note, of_lines
from talentpart.reports.parts.words import capital, event_name, silence, why_silent


def build(brief: Brief) -> Section | None:
    """Say the status of the partnership's roadmap, the day and event of it, and who says so."""
    if brief.partnership is None:
        return None
    return Section("roadmap", "ROADMAP", (_sentence(brief),))


def _sentence(brief: Brief) -> Sentence:
    record, dataset = brief.roadmap, brief.dataset
    if record is None:
        return Sentence("status", ("Not found.",))
    found = answer(dataset, record, "status", record.status) if record.status else None
    if found is None or found.best is None:
        told, references = why_silent(record, "status")
        word = silence(record, "status", default="not found")
        parts: tuple[Part, ...] = (
            (capital(word),) if not told else (capital(word), "; ", *cited(told, note(dataset, references)))
        )
        return Sentence("status", (*parts, "."))
    labels = [dataset.label("statuses", line.value) for line in found.lines]
    parts = (
        Cited(found.best.value, text=capital(" or ".join(dict.fromkeys(labels))), starred=found.differs, name="status"),
    )
    dated = next((each for each in record.events if each.basis != "planned" and each.date), None)
    if dated is not None and dated.date is not None:
        parts = (*parts, " ", Cited(dated.date, name="date"))
    at = next((each.at for each in (*record.events, *found.lines) if each.at), None)
    event = event_at(dataset, record, at) if at else None
    notes = of_lines(dataset, (*found.lines, *([dated] if dated else [])))
    tail = cited(event_name(dataset, event), notes) if event else cited(f"by {len(notes)} source", notes)
    return Sentence("status", (*parts, ", ", *tail, "."))
