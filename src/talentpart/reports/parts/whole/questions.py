"""The questions that partnerships are compared by: each gives the answer of one partnership as a cell."""

from talentpart.model.lines import Event, Sector
from talentpart.model.records import Project, Record
from talentpart.page import Cell, Cited, Part
from talentpart.queries.answers import Answer, answer
from talentpart.queries.money import Total, parents_speak
from talentpart.queries.paths import event_at
from talentpart.queries.relations import targets
from talentpart.queries.scope import origins, own_projects_in
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.briefing import who
from talentpart.reports.parts.briefing.people import people, words_of
from talentpart.reports.parts.briefing.projects import runs
from talentpart.reports.parts.briefing.sectors import ASKED_FOR, printed
from talentpart.reports.parts.briefing.state import RECURRING, own_events
from talentpart.reports.parts.cite import note, of_lines
from talentpart.reports.parts.said import run
from talentpart.reports.parts.sums import amounts, sum_text
from talentpart.reports.parts.whole.chain import chain
from talentpart.reports.parts.whole.served import served
from talentpart.reports.parts.words import dated, event_name, listed, lower, passed, places, silence, why_silent

NONE = "none found"


def launched(brief: Brief) -> Cell:
    """Give the month or day of the event at which the partnership was launched."""
    for found in own_events(brief):
        if any("launched" in line.outcomes for line in found.lines):
            return _day(brief, found)
    return "not found"


def roundtables(brief: Brief) -> Cell:
    """Give how many roundtables are known to have been held."""
    held = [each for each in own_events(brief) if each.lines[0].type == RECURRING]
    if not held:
        return NONE
    return Cited(len(held), of_lines(brief.dataset, (line for each in held for line in each.lines)), name="roundtables")


def latest(brief: Brief) -> Cell:
    """Give the last step that is known, and its day."""
    steps = [each for each in own_events(brief) if each.best and each.best.date]
    if not steps:
        return NONE
    return (f"{event_name(brief.dataset, steps[-1].lines[0])} ", _day(brief, steps[-1]))


def ahead(brief: Brief) -> Cell:
    """Give the next step that is planned on a day that has not passed."""
    record = brief.partnership
    planned = [
        each
        for each in (record.events if record else ())
        if each.basis == "planned" and each.date and not passed(each.date, brief.day) and each.rank != "set-aside"
    ]
    if not planned:
        return NONE
    event = min(planned, key=lambda each: each.date.latest if each.date else "")
    return (f"{event_name(brief.dataset, event)} ", _cited(brief, event), ", planned")


def roadmap(brief: Brief) -> Cell:
    """Give the status of the roadmap with its day, or the silence of the source that was read for it."""
    record = brief.roadmap
    if record is None:
        return "not found"
    found = answer(brief.dataset, record, "status", record.status) if record.status else None
    if found is None or found.best is None:
        return _silence(brief, record, "status", default="not found")
    words = " or ".join(dict.fromkeys(lower(brief.dataset.label("statuses", line.value)) for line in found.lines))
    at = next((each.at for each in (*record.events, *found.lines) if each.at), None)
    event = next((each for each in record.events if each.date and each.basis != "planned"), None)
    event = event or (event_at(brief.dataset, record, at) if at else None)
    lines = (*found.lines, *([event] if event else []))
    day = f" {event.date.text}" if event and event.date else ""
    return Cited(found.best.value, of_lines(brief.dataset, lines), text=f"{words}{day}", starred=found.differs)


def sectors(brief: Brief) -> Cell:
    """Give how many sectors, counted by printed label, were agreed in each tier, and whether the list is open."""
    record = brief.partnership
    tiers = _tiers(brief)
    if record is None or not tiers:
        return _silence(brief, record, "sectors") if record else NONE
    items = []
    for tier, lines in tiers.items():
        word = brief.dataset.label("tiers", tier) if tier else "named"
        items.append((f"{len({printed(brief, line) for line in lines})} {word}", of_lines(brief.dataset, lines)))
    if record.sectors_list == "includes":
        items.append(("open list", items[-1][1]))
    return tuple(chain(items, ", "))


def agreed(brief: Brief) -> Cell:
    """Give the event and day at which the sectors were agreed, by tier where tiers differ."""
    record = brief.partnership
    if record is None:
        return NONE
    groups: dict[str, list[Sector]] = {}
    for lines in _tiers(brief).values():
        for line in lines:
            groups.setdefault(line.at or "", []).append(line)
    items = []
    for at, lines in groups.items():
        event = event_at(brief.dataset, record, at) if at else None
        paths = ("sectors.at", *(f"sectors.{line.sector}.at" for line in lines))
        count = f"{len({printed(brief, line) for line in lines})} " if len(groups) > 1 else ""
        if event is None:
            text, (_, references) = silence(record, *paths, default="not found"), why_silent(record, *paths)
            items.append((f"{count}{text}", note(brief.dataset, references)))
        else:
            text = f"{count}at the {event_name(brief.dataset, event)}" + (f" {event.date.text}" if event.date else "")
            items.append((text, of_lines(brief.dataset, lines)))
    return tuple(chain(items, ", ")) or NONE


def unserved(brief: Brief) -> Cell:
    """Give how many of the agreed sectors no project with this country names, and which."""
    found = served(brief)
    if not found:
        return "no sector found"
    bare = [each.label for each in found if each.bare]
    likely = sum(not each.sure and not each.bare for each in found)
    tail = f"; {likely} named as likely" if likely else ""
    if len(bare) == len(found):
        return f"for all {len(found)}"
    return f"for {len(bare)} of {len(found)}{tail}"


def projects(brief: Brief) -> Cell:
    """Give how many projects there are with this country, and how many are known to run."""
    running = sum(brief.stage(each) == "running" for each in brief.projects)
    ended = sum(brief.stage(each) == "ended" for each in brief.projects)
    if not brief.projects:
        return NONE
    return f"{len(brief.projects)}, {running or 'none'} known to run" + (f", {ended} ended" if ended else "")


def own(brief: Brief) -> Cell:
    """Give the programmes that support this partnership and no other: amount, who carries it out, and since when."""
    parts: list[Part] = []
    for project in own_programmes(brief):
        total = brief.total(project)
        bodies = [line for line in project.organisations if line.role in {"lead", "implementer"}]
        names = listed(list(dict.fromkeys(short_name(brief.dataset, line.organisation) for line in bodies)))
        parts += ["; "] if parts else []
        parts.append(f"{short_name(brief.dataset, project.id)}: ")
        parts += amounts(brief.dataset, total) if total else [f"amount {silence(project, 'money.amount')}"]
        notes = of_lines(brief.dataset, bodies)
        parts += [", ", Cited(None, notes, text=names)] if names else [f", by whom {_unnamed(project)}"]
        parts += [", ", *runs(brief.dataset, project)]
    return tuple(parts) or NONE


def own_programmes(brief: Brief) -> list[Project]:
    """Give the projects that support this partnership alone."""
    record = brief.partnership
    if record is None:
        return []
    return [
        each
        for each in own_projects_in(brief.dataset, brief.country)
        if targets(each, "supports") == [record.id] and set(origins(brief.dataset, each)) <= {brief.country}
    ]


def counted_people(brief: Brief, basis: str) -> Cell:
    """Give the people of projects with this country on one basis, `all` where no figure is this country's alone."""
    parts: list[Part] = []
    for project in brief.projects:
        for lines, differs, every in people(brief, project, basis):
            for index, line in enumerate(lines):
                parts.append("" if not parts else (" or " if index else "; "))
                text, notes = words_of(brief, project, line), of_lines(brief.dataset, [line])
                parts.append(Cited(line.value, notes, text=text, starred=differs, every=every, name=project.id))
    return tuple(each for each in parts if each != "") or NONE


def alone(brief: Brief) -> Cell:
    """Give the money that is for this country alone, our sum where several projects have some."""
    totals = alone_totals(brief)
    paid = {each.record.id for each in totals}
    own_ = sum(each.id in paid or set(origins(brief.dataset, each)) == {brief.country} for each in brief.projects)
    count = f" in {len(totals)} of {own_}"
    if not totals:
        return f"no amount found in {own_}" if own_ else "no project for it alone"
    if len(totals) == 1:
        return (*amounts(brief.dataset, totals[0]), count)
    # A sum cites one source for each of its parts; the country's own page has them all.
    notes = of_lines(brief.dataset, (each.answer.lines[0] for each in totals))
    return (Cited(None, notes, text=sum_text(totals)), f"{count}, our sum")


def alone_totals(brief: Brief) -> list[Total]:
    """Give the totals of projects whose money is for this country alone, but for what stands inside a parent's."""
    totals = {project.id: each for project in brief.projects if (each := brief.total(project)) is not None}
    inside = parents_speak(brief.projects, totals)
    return [each for name, each in totals.items() if each.alone and name not in inside]


def member_states(brief: Brief) -> Cell:
    """Give the Member States that are named for the partnership itself."""
    record = brief.partnership
    if record is None:
        return NONE
    groups = who.by_role(brief, record)
    if not groups:
        return _silence(brief, record, "member_states")
    items = [
        (f"{listed(places(brief.dataset, (line.place for line in lines)))} {role}", of_lines(brief.dataset, lines))
        for role, lines in groups.items()
    ]
    return tuple(chain(items))


def in_projects(brief: Brief) -> Cell:
    """Give the Member States to which a stated corridor of a project leads."""
    states = who.states_of(brief)
    return tuple(run(states)) if states else NONE


def _tiers(brief: Brief) -> dict[str, list[Sector]]:
    tiers: dict[str, list[Sector]] = {}
    for line in brief.partnership.sectors if brief.partnership else ():
        if line.tier != ASKED_FOR and line.rank != "set-aside":
            tiers.setdefault(line.tier or "", []).append(line)
    return tiers


def _day(brief: Brief, found: Answer[Event]) -> Cited:
    lines = [line for line in (found.lines if found.open else found.lines[:1]) if line.date]
    if not lines:
        return Cited(None, of_lines(brief.dataset, found.lines), text="day not stated")
    text = " or ".join(dict.fromkeys(dated(line, line.date.text) for line in lines if line.date))
    notes = of_lines(brief.dataset, found.lines)
    return Cited(lines[0].date if len(lines) == 1 else None, notes, text=text, starred=found.differs, name="date")


def _cited(brief: Brief, event: Event) -> Cited:
    text = dated(event, event.date.text) if event.date else "day not stated"
    return Cited(event.date, of_lines(brief.dataset, [event]), text=text, name="date")


def _silence(brief: Brief, record: Record, *paths: str, default: str = NONE) -> Cited:
    _, references = why_silent(record, *paths)
    return Cited(None, note(brief.dataset, references), text=silence(record, *paths, default=default))


def _unnamed(project: Project) -> str:
    return silence(project, "organisations.implementer", "organisations.lead")
