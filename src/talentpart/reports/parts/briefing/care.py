"""CARE: the mistakes that everyone makes, said first; chosen by rule, worded by the record, at most four.

One of each kind comes before a second of any: look-alikes, open conflicts, corridors that are only listed, figures
that are part of another, another meeting on the day of a step, figures of the partnership that are not believed,
figures that cover more countries, and last what is open about days alone. None gives way on a long page: a trap that
is not told is walked into.
"""

from collections.abc import Iterator
from itertools import zip_longest

from talentpart.model.lines import Corridor, Figure, Line
from talentpart.model.records import Framework, Partnership, Told
from talentpart.page import Part, Section, Sentence
from talentpart.queries.paths import lines_of, match, touches
from talentpart.queries.relations import standing
from talentpart.queries.scope import country_of, is_listed, is_paired
from talentpart.queries.subjects import short_name
from talentpart.reports.parts import look_alike
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.briefing.named import naming
from talentpart.reports.parts.briefing.state import own_events
from talentpart.reports.parts.cite import cited, note, of_lines
from talentpart.reports.parts.said import amount, bracketed, part_words
from talentpart.reports.parts.words import event_name, figure, listed, places

MOST = 4


def build(brief: Brief) -> Section | None:
    """Give at most four traps, one of each kind before a second of any."""
    kinds = (
        _look_alikes(brief), _conflicts(brief, days=False), _listed(brief), _part_of(brief), _same_day(brief),
        _set_aside(brief), _all(brief), _conflicts(brief, days=True),
    )  # fmt: skip
    rounds = zip_longest(*kinds)
    traps = [trap for each in rounds for trap in each if trap is not None]
    sentences = tuple(Sentence(name, parts) for name, parts in traps[:MOST])
    return Section("care", "CARE", sentences) if sentences else None


Trap = tuple[str, tuple[Part, ...]]


def _records(brief: Brief) -> list[Told]:
    return [each for each in (brief.partnership, brief.roadmap, *brief.projects) if each is not None]


def _conflicts(brief: Brief, *, days: bool) -> Iterator[Trap]:
    """Give what sources leave open; a difference on days alone misleads least, and comes last."""
    for record in _records(brief):
        for conflict in record.conflicts:
            if all(each.startswith("events") for each in conflict.field) is not days:
                continue
            lines: list[Line] = [
                line
                for name, line in lines_of(record)
                if any(touches(record, pattern, name, line) for pattern in conflict.field)
            ]
            if lines:
                notes = [n for line in lines for n in of_lines(brief.dataset, [line])]
                text = f"{_name(brief, record)}: {conflict.because}"
                yield f"conflict-{record.id}", (*cited(text, tuple(dict.fromkeys(notes))), ".")


def _listed(brief: Brief) -> Iterator[Trap]:
    """Give the corridors that pair nobody, those first that a source only lists; one warning a project is enough.

    Beside a list stands whom other sources pair with the country; where they pair it with all, there is no trap.
    """
    found = [
        (project, unpaired[0])
        for project in brief.projects
        if (unpaired := [each for each in brief.corridors(project) if _unpaired(brief, each)])
    ]
    for project, corridor in sorted(found, key=lambda pair: not is_listed(pair[1])):
        stated = brief.far_ends(project)
        ends = corridor.destination if brief.side == "origin" else corridor.origin
        if all(country_of(brief.dataset, each) in stated for each in ends):
            continue
        states = listed(places(brief.dataset, corridor.destination))
        origins = listed(places(brief.dataset, corridor.origin))
        name = short_name(brief.dataset, project.id)
        if not is_listed(corridor):
            text = f"{name}: from {origins} to {states} together; which goes with which is not stated"
        elif len(corridor.origin) == len(corridor.destination) == 1:
            text = f"In {name}, {states} is only listed; that people move there from {origins} is not stated"
        else:
            text = f"In {name}, {states} are only listed, beside {origins}"
            text += "" if stated else f"; which of them works with {brief.name} is not stated"
        parts = cited(text, note(brief.dataset, corridor.source))
        if stated:
            names = listed(places(brief.dataset, stated))
            told = f"; stated for {brief.name} {'are' if len(stated) > 1 else 'is'} {names} alone"
            notes = (each for source in stated.values() for each in note(brief.dataset, source))
            parts = (*parts, *cited(told, tuple(dict.fromkeys(notes))))
        yield f"listed-{project.id}", (*parts, ".")


def _part_of(brief: Brief) -> Iterator[Trap]:
    """Give the figures that are among others, those first that an adder is likeliest to add: of another measure."""
    found: list[tuple[bool, bool, str, tuple[Part, ...]]] = []
    for project in brief.projects:
        for line in project.figures:
            if not line.of or line.rank == "set-aside" or not brief.reach(project, line):
                continue
            wholes = [each for _, each in match(project, line.of) if isinstance(each, Figure) and each is not line]
            if line.value is None or not wholes:
                continue
            whole = min(wholes, key=lambda each: (each.rank == "set-aside", each.basis != line.basis))
            text = (
                f"{short_name(brief.dataset, project.id)}: {figure(brief.dataset, line)}{_part(brief, line)} "
                f"are among the {figure(brief.dataset, whole)}, not beside them"
            )
            parts = (*cited(text, of_lines(brief.dataset, [line])), ".")
            same = line.measure == whole.measure
            found.append((same or bool(line.part), brief.reach(project, line) != "alone", project.id, parts))
    for _, _, name, parts in sorted(found, key=lambda each: each[:2]):
        yield f"part-{name}", parts


def _unpaired(brief: Brief, corridor: Corridor) -> bool:
    """Tell whether a corridor leaves open who works with whom; parts of one country are one end."""
    ends = {country_of(brief.dataset, each) for each in corridor.destination}
    starts = {country_of(brief.dataset, each) for each in corridor.origin}
    return bool(ends) and not is_paired(corridor) and (is_listed(corridor) or (len(ends) > 1 and len(starts) > 1))


def _part(brief: Brief, line: Figure) -> str:
    return bracketed([part_words(brief.dataset, line.part)] if line.part else [])


def _look_alikes(brief: Brief) -> Iterator[Trap]:
    told: set[str] = set()
    own = (*_records(brief), *brief.beside)
    for record in (*own, *naming(brief)):
        for line in standing(record, look_alike.RELATION):
            # Of what only names a country, nothing matters here but that it is no Talent Partnership.
            meant = record in own or isinstance(brief.dataset.get(line.target), Framework | Partnership)
            if line.note and meant and line.note not in told:
                told.add(line.note)
                text = look_alike.told(brief.dataset, record, line)
                yield f"look-alike-{record.id}", (*cited(text, of_lines(brief.dataset, [line])), ".")


def _same_day(brief: Brief) -> Iterator[Trap]:
    """Give what was held on the day of one of the partnership's own steps, and is no part of it."""
    record = brief.partnership
    steps = [each.best for each in own_events(brief) if each.best and each.best.date]
    for event in record.events if record else ():
        beside = event.scope == "wider" and event.basis != "planned" and event.rank != "set-aside"
        for step in steps if beside and event.date and event.date.precision == "day" else ():
            if step.date == event.date:
                name = event.as_stated or event_name(brief.dataset, event)
                mine = event_name(brief.dataset, step)
                text = f"{event.date}: the {name} was held on the day of the {mine}, and is no part of it"
                yield f"same-day-{event.type}", (*cited(text, of_lines(brief.dataset, [event])), ".")


def _set_aside(brief: Brief) -> Iterator[Trap]:
    """Give the figures and amounts said of the partnership that are kept and not believed, and why."""
    record = brief.partnership
    said = [(line, figure(brief.dataset, line)) for line in record.figures] if record else []
    paid = [(line, amount(line)) for line in record.money] if record else []
    for line, words in (*said, *paid):
        if line.rank == "set-aside" and line.because:
            text = f"{words}, not shown: {line.because}"
            yield f"set-aside-{brief.country}", (*cited(text, of_lines(brief.dataset, [line])), ".")


def _all(brief: Brief) -> Iterator[Trap]:
    for project in brief.projects:
        for line in project.figures:
            if line.of or line.percent is not None or line.rank == "set-aside":
                continue
            if brief.reach(project, line) == "all":
                ends = getattr(line, brief.side) or tuple(e for c in project.corridors for e in getattr(c, brief.side))
                name, together = short_name(brief.dataset, project.id), listed(places(brief.dataset, ends))
                word = "of" if brief.side == "origin" else "for"
                text = f"{name}: the {figure(brief.dataset, line)}{_part(brief, line)} are {word} {together} together"
                yield f"all-{project.id}", (*cited(text, of_lines(brief.dataset, [line])), ".")
                break


def _name(brief: Brief, record: Told) -> str:
    if record is brief.partnership:
        return "Partnership"
    return "Roadmap" if record is brief.roadmap else short_name(brief.dataset, record.id)
