"""STATE: the launch and what was agreed there, each step since, and what is not found."""

from talentpart.model.lines import Event
from talentpart.page import Cited, Footnote, Part, Section, Sentence
from talentpart.queries.agree import agree
from talentpart.queries.answers import Answer, answer, things
from talentpart.queries.paths import key
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.cite import cited, note, of_lines
from talentpart.reports.parts.said import bracketed, hedges, part_words
from talentpart.reports.parts.whose import whose
from talentpart.reports.parts.words import capital, dated, event_name, listed, lower, ordinal

RECURRING = "roundtable"
_LAUNCHED = "launched"
YEARLY = "roundtables-per-year"


def build(brief: Brief) -> Section | None:
    """Tell the partnership's events in order, in the verbs of the sources, and what the records do not hold."""
    if brief.partnership is None:
        return None
    steps = own_events(brief)
    sentences = [_step(brief, found, last=found is steps[-1] and found is not steps[0]) for found in steps]
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
        if basis != "planned" and lines[0].scope is None and any(line.rank != "set-aside" for line in lines)
    ]
    return sorted(found, key=lambda each: each.best.date.earliest if each.best and each.best.date else "9999")


def _step(brief: Brief, found: Answer[Event], *, last: bool) -> Sentence:
    """Tell one step: what, when, what came of it, by whose word; another day that a source has is said beside it."""
    event = found.best or found.lines[0]
    name = f"{event_name(brief.dataset, event)}{bracketed(_limits(brief, event))}"
    outcomes = _outcomes(brief, found)
    launched = any(_LAUNCHED in each.outcomes for each in found.lines)
    when = str(event.date) if event.date else "day not stated"
    if found.open:
        when = " or ".join(str(line.date) for line in found.lines if line.date)
    split = len({notes for _, notes in outcomes}) > 1
    lines = [line for line in found.lines if line.date == event.date] if split else found.lines
    notes = of_lines(brief.dataset, lines)
    word = whose(brief.dataset, found.lines)
    alone = not outcomes and not word  # Then nothing follows on which the sources could stand.
    behind = split or (alone and not launched)
    day = Cited(event.date, notes if behind else (), text=dated(event, when), starred=found.differs, name="date")
    if launched:
        parts: list[Part] = ["Launched ", day, ", ", *(cited(name, notes) if alone else (name,))]
    else:
        parts = ["Last step: " if last else "", name if last else capital(name), ", ", day]
    if split:
        parts += [part for text, own in outcomes for part in ("; ", *cited(text, own))]
    elif not alone:
        parts += [", ", *cited(word, notes)] if word and not outcomes else [f", {word}"] if word else []
        parts += ["; ", *cited(listed([text for text, _ in outcomes]), notes)] if outcomes else []
    parts += _other_days(brief, found)
    return Sentence(f"{event.type}-{event.number}" if event.number else event.type, (*parts, "."))


def _limits(brief: Brief, event: Event) -> list[str]:
    part = [part_words(brief.dataset, event.part)] if event.part else []
    return [*part, *(f"day {each}" for each in hedges(brief.dataset, event))]


def _outcomes(brief: Brief, found: Answer[Event]) -> list[tuple[str, tuple[Footnote, ...]]]:
    """Give what came of a step, each outcome with the sources that have it, firm ones first; the launch is the verb."""
    lines: dict[str, list[Event]] = {}
    for line in sorted(found.lines, key=lambda each: bool(whose(brief.dataset, [each]))):
        for code in line.outcomes:
            if code != _LAUNCHED:
                lines.setdefault(code, []).append(line)
    labels = {code: lower(brief.dataset.label("outcomes", code)) for code in lines}
    return [(labels[code], of_lines(brief.dataset, same)) for code, same in lines.items()]


def _other_days(brief: Brief, found: Answer[Event]) -> list[Part]:
    """Give each day that another source has, where it gave way to the day that is shown."""
    record, shown = brief.partnership, found.best
    if record is None or shown is None or found.open or not found.differs:
        return []
    others: dict[str, list[Event]] = {}
    for line in record.events:
        same = key(line) == key(shown) and line.basis == shown.basis and line.rank != "set-aside"
        if same and line not in found.lines and line.date and not agree(line, shown):
            others.setdefault(dated(line, str(line.date)), []).append(line)
    return [
        part
        for day, lines in others.items()
        for part in ("; or ", Cited(lines[0].date, of_lines(brief.dataset, lines), text=day, name="other_date"))
    ]


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
