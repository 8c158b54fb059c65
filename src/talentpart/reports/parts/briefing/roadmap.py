"""ROADMAP: its status and on whose word; silence is said with its reason, never as "none"."""

from talentpart.model.lines import Status
from talentpart.model.records import Roadmap
from talentpart.page import Cited, Part, Section, Sentence
from talentpart.queries.answers import Answer, answer
from talentpart.queries.paths import event_at
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.cite import cited, note, of_lines
from talentpart.reports.parts.said import bracketed, limits
from talentpart.reports.parts.whose import whose
from talentpart.reports.parts.words import capital, event_name, lower, silence, why_silent


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
    label = capital(" or ".join(dict.fromkeys(labels)))
    parts = (
        Cited(found.best.value, text=label, starred=found.differs, name="status"),
        bracketed(limits(dataset, found.best)),
    )
    dated = next((each for each in record.events if each.basis != "planned" and each.date), None)
    if dated is not None and dated.date is not None:
        parts = (*parts, " ", Cited(dated.date, name="date"))
    at = next((each.at for each in (*record.events, *found.lines) if each.at), None)
    event = event_at(dataset, record, at) if at else None
    notes = of_lines(dataset, (*found.lines, *([dated] if dated else [])))
    tail = (
        cited(event_name(dataset, event), notes)
        if event
        else cited(whose(dataset, found.lines) or "by its source", notes)
    )
    return Sentence("status", (*(each for each in parts if each != ""), ", ", *tail, *_more(brief, record, found), "."))


def _more(brief: Brief, record: Roadmap, found: Answer[Status]) -> list[Part]:
    """Give the remark on the status, each other word that a source has for it, and which source is silent."""
    dataset = brief.dataset
    remark = found.best.note if found.best else None
    parts: list[Part] = [f"; {remark}"] if remark else []
    for line in record.status:
        if found.differs and line not in found.lines and line.rank != "set-aside":
            label = lower(dataset.label("statuses", line.value))
            word = whose(dataset, [line])
            text = f"{label}{f', {word}' if word else ''}"
            parts += ["; ", *cited(text, of_lines(dataset, [line]))]
    told, references = why_silent(record, "status")
    return [*parts, "; ", *cited(told, note(dataset, references))] if told else parts
