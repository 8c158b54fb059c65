"""IN SHORT: how far the partnership is, which projects and money there are, and what is known of people."""

from collections.abc import Sequence
from dataclasses import replace

from talentpart.model.lines import Event
from talentpart.model.records import Project
from talentpart.page import Cited, Footnote, Part, Section, Sentence
from talentpart.queries.answers import Answer, answer
from talentpart.queries.money import Total
from talentpart.queries.paths import event_at
from talentpart.queries.scope import OVER, date_of, status_of
from talentpart.reports.parts import doubles
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.briefing import results
from talentpart.reports.parts.briefing.state import RECURRING, own_events
from talentpart.reports.parts.cite import cited, note, of_lines
from talentpart.reports.parts.sums import amounts, sum_text
from talentpart.reports.parts.whole.rungs import Ledger, rungs
from talentpart.reports.parts.whole.served import served
from talentpart.reports.parts.whose import whose
from talentpart.reports.parts.words import (
    capital,
    counted,
    dated,
    event_name,
    listed,
    lower,
    number,
    places,
    silence,
    why_silent,
)

Item = tuple[tuple[Part, ...], tuple[Footnote, ...]]


def build(brief: Brief) -> Section:
    """Give three sentences: the partnership, the projects and their money, the people."""
    first = [Sentence("partnership", _chained(_partnership(brief)))] if brief.partnership else []
    sentences = (*first, Sentence("projects", _projects(brief)), *results.build(brief).blocks)
    return Section("short", "IN SHORT", sentences)


def _partnership(brief: Brief) -> list[Item]:
    steps = own_events(brief)
    launch = next((each for each in steps if any("launched" in line.outcomes for line in each.lines)), None)
    items: list[Item] = [
        (("Launched ", _day(launch, "launched")), _notes(brief, launch)) if launch else (("Launch not found",), ())
    ]
    held = [each for each in steps if each.lines[0].type == RECURRING]
    count = f"{counted(len(held), 'roundtable')} held" if held else "no roundtable found"
    items.append(((count,), of_lines(brief.dataset, (line for each in held for line in each.lines))))
    last = steps[-1] if steps else None
    if last is not None and last is not launch:
        text = f"last step: {event_name(brief.dataset, last.lines[0])}, "
        items.append(((text, _day(last, "last_step")), _notes(brief, last)))
    return [*items, _roadmap(brief), _member_states(brief)]


def _day(found: Answer[Event], name: str) -> Cited:
    """Give the day of an event, or each day that is left open."""
    lines = [line for line in (found.lines if found.open else found.lines[:1]) if line.date]
    text = " or ".join(dict.fromkeys(dated(line, str(line.date)) for line in lines)) or "on a day not stated"
    return Cited(lines[0].date if len(lines) == 1 else None, text=text, starred=found.differs, name=name)


def _notes(brief: Brief, found: Answer[Event]) -> tuple[Footnote, ...]:
    return of_lines(brief.dataset, found.lines)


def _roadmap(brief: Brief) -> Item:
    record, dataset = brief.roadmap, brief.dataset
    if record is None:
        return ("roadmap not found",), ()
    found = answer(dataset, record, "status", record.status) if record.status else None
    if found is None or found.best is None:
        _, references = why_silent(record, "status")
        return (f"roadmap {silence(record, 'status', default='not found')}",), note(dataset, references)
    words = " or ".join(dict.fromkeys(lower(dataset.label("statuses", line.value)) for line in found.lines))
    named = next((line.at for line in found.lines if line.at), None)
    event = event_at(dataset, record, named) if named else None
    day = f" {event.date}" if event and event.date else ""
    status = Cited(found.best.value, text=f"{words}{day}", starred=found.differs, name="roadmap")
    return ("roadmap ", status), of_lines(dataset, found.lines)


def _member_states(brief: Brief) -> Item:
    record = brief.partnership
    if record is None or not record.member_states:
        word = silence(record, "member_states") if record else "not found"
        _, references = why_silent(record, "member_states") if record else ("", ())
        text = f"no Member State {'named' if word == 'not stated' else 'found'}"
        return (text,), note(brief.dataset, references)
    names = listed(places(brief.dataset, (line.place for line in record.member_states)))
    word = whose(brief.dataset, record.member_states)
    text = f"Member States named{f' {word}' if word else ''}: {names}"
    return (text,), of_lines(brief.dataset, record.member_states)


def _chained(items: Sequence[Item]) -> tuple[Part, ...]:
    """Join parts of a sentence; neighbours on the same sources share their footnote."""
    found: list[Part] = []
    for index, (parts, notes) in enumerate(items):
        found += [", " if index == 1 else "; "] if index else []
        *before, tail = parts
        own = () if index + 1 < len(items) and items[index + 1][1] == notes else notes
        found += [*before, *([replace(tail, notes=own)] if isinstance(tail, Cited) else cited(str(tail), own))]
    return (*found, ".")


def _projects(brief: Brief) -> tuple[Part, ...]:
    if not brief.projects:
        return (f"No project found with {brief.name}.",)
    head = f"{capital(counted(len(brief.projects), 'project'))} found with {brief.name}, "
    twins = doubles.pairs(brief.projects)
    text = f"; {counted(len(twins), 'pair')} of them may be one project under two names" if twins else ""
    text += f"; {_sectors(brief)}" if served(brief) else ""
    return (head, *_running(brief), text, "; ", *_money(brief), ".")


def _stage_notes(brief: Brief, project: Project) -> tuple[Footnote, ...]:
    """Give who says that a project runs, or that it has ended; nothing where neither is known."""
    stage = brief.stage(project)
    said = [status_of(brief.dataset, project)] if stage != "unknown" else []
    ends = [date_of(brief.dataset, project, "end")] if stage == "ended" else []
    words = OVER if stage == "ended" else {stage}
    status = [line for found in said if found for line in found.lines if line.value in words]
    days = [line for found in ends if found for line in found.lines if line.basis != "planned"]
    return of_lines(brief.dataset, [*days, *status])


def _running(brief: Brief) -> list[Part]:
    """Say how many are known to run and how many have ended, each with the sources that say so."""
    stages = [brief.stage(each) for each in brief.projects]
    running, ended = stages.count("running"), stages.count("ended")
    if len(stages) == 1:
        known = {"running": "known to run", "ended": "ended"}.get(stages[0], "not known to run")
        return list(cited(known, _notes_of(brief, stages[0])))
    known = "all" if running == len(stages) else number(running) if running else "none"
    parts: list[Part] = list(cited(f"{known} known to run", _notes_of(brief, "running")))
    return [*parts, ", ", *cited(f"{number(ended)} ended", _notes_of(brief, "ended"))] if ended else parts


def _notes_of(brief: Brief, stage: str) -> tuple[Footnote, ...]:
    """Give who says it of each project of one stage."""
    found = (
        each for project in brief.projects if brief.stage(project) == stage for each in _stage_notes(brief, project)
    )
    return tuple(dict.fromkeys(found))


def _sectors(brief: Brief) -> str:
    """Say how many of the agreed sectors a project names that has not ended, those only likely apart."""
    found = served(brief)
    ended = any(brief.stage(each) == "ended" for each in brief.projects)
    by = "by it" if len(brief.projects) == 1 else "by one that has not ended" if ended else "by one"
    bare, likely = sum(each.bare for each in found), sum(bool(each.likely and not each.sure) for each in found)
    named = len(found) - bare - likely
    if named == len(found):
        return f"each agreed sector is named {by}"
    if len(found) == 1:
        one = f"named {by}, as likely only" if likely else f"not named {by.replace('by one', 'by any')}"
        return f"the one agreed sector is {one}"
    agreed = f"of the {counted(len(found), 'agreed sector')}"
    if likely and not named:
        return f"{number(likely)} {agreed} {'are' if likely > 1 else 'is'} named {by}, as likely only"
    told = f"{number(named) if named else 'none'} {agreed} {'are' if named > 1 else 'is'} named {by}"
    return f"{told}, {number(likely)} more as likely" if likely else told


def _money(brief: Brief) -> list[Part]:
    """Give the money for the country alone, then what it shares with others."""
    found = rungs(Ledger.of(brief.dataset, brief.projects), brief.projects, brief.total)
    alone = _sum(brief, found.alone, f"for {brief.name} alone") or [f"no amount found for {brief.name} alone"]
    shared = _sum(brief, found.shared, "shared with others, no split found")
    return [*alone, "; ", *shared] if shared else alone


def _sum(brief: Brief, totals: Sequence[Total], what: str) -> list[Part]:
    if len(totals) > 1:
        return [f"{sum_text(totals)} {what}, our sum"]
    return [*amounts(brief.dataset, totals[0]), f" {what}"] if totals else []
