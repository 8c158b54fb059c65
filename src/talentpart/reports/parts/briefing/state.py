"""STATE: the launch and what was agreed there, each step since, and what is not found."""

from talentpart.model.lines import Event
from talentpart.page import Cited, Part, Section, Sentence
from talentpart.queries.answers import Answer, answer, things
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.cite import cited, note, of_lines
from talentpart.reports.parts.words import capital, dated, event_name, listed, lower, ordinal

RECURRING = "roundtable"
YEARLY = "roundtables-per-year"


def build(brief: Brief) -> Section | None:
    """Tell the partnership's events in order, in the verbs of the sources, and what the records do not hold."""
    if brief.partnership is None:
        return None
    steps = own_events(brief)
    sentences = [
        _step(brief, found, first=found is steps[0], last=found is steps[-1] and found is not steps[0])
        for found in steps
    ]
    if not steps:
        sentences.append(Sentence("none", ("No event found.",)))
    sentences += _next(brief, steps)
    return Section("state", "STATE", tuple(sentences))


def own_events(brief: Brief) -> list[Answer[Event]]:
    """Give the partnership's own events that happened, settled, oldest first."""
    record = brief.partnership
    if record is None:
        return []
    found = [
        answer(brief.dataset, record, "events", [line for line in lines if isinstance(line, Event)])
        for (_, _, basis), lines in things(record, "events").items()
        if basis != "planned" and lines[0].scope is None
    ]
    return sorted(found, key=lambda each: each.best.date.earliest if each.best and each.best.date else "9999")


def _step(brief: Brief, found: Answer[Event], *, first: bool, last: bool) -> Sentence:
    event = found.lines[0]
    name = event_name(brief.dataset, event)
    outcomes = list(dict.fromkeys(each for line in found.lines for each in line.outcomes))
    when = str(event.date) if event.date else "day not stated"
    if found.open:
        when = " or ".join(str(line.date) for line in found.lines if line.date)
    day = Cited(event.date, text=dated(event, when), starred=found.differs, name="date")
    parts: list[Part] = []
    if first and "launched" in outcomes:
        parts += ["Launched ", day, f", {name}"]
        outcomes.remove("launched")
    else:
        parts += ["Last step: " if last else "", name if last else capital(name), ", ", day]
    labels = [lower(brief.dataset.label("outcomes", each)) for each in outcomes]
    notes = of_lines(brief.dataset, found.lines)
    parts += ["; ", *cited(listed(labels), notes)] if labels else []
    if not labels and isinstance(parts[-1], Cited):
        parts[-1] = Cited(event.date, notes, text=day.text, starred=day.starred, name="date")
    elif not labels:
        tail = parts.pop()
        parts += cited(str(tail), notes)
    return Sentence(f"{event.type}-{event.number}" if event.number else event.type, (*parts, "."))


def _next(brief: Brief, steps: list[Answer[Event]]) -> list[Sentence]:
    record = brief.partnership
    if record is None:
        return []
    held = [each.best.number or 0 for each in steps if each.best and each.best.type == RECURRING]
    ahead = [
        each
        for each in record.events
        if each.basis == "planned" and each.type == RECURRING and each.date and each.date.latest >= brief.day.earliest
    ]
    if ahead:
        event = ahead[0]
        notes = of_lines(brief.dataset, [event])
        return [
            Sentence(
                "next", ("Next: ", event_name(brief.dataset, event), " planned for ", Cited(event.date, notes), ".")
            )
        ]
    parts: list[Part] = [f"No {ordinal(max(held, default=0) + 1)} roundtable found"]
    yearly = [each for each in brief.framework.figures if each.measure == YEARLY] if brief.framework else []
    if yearly and yearly[0].value == 1:
        source = brief.dataset.source(yearly[0].source[0])
        speaker = "the page" if source is not None and source.type == "web-page" else "the framework's source"
        parts += [f"; {speaker} calls roundtables ", *cited("annual", note(brief.dataset, yearly[0].source))]
    return [Sentence("next", (*parts, "."))]
