"""CARE: the mistakes that everyone makes, said first; chosen by rule, worded by the record, at most three.

One of each kind comes before a second of any: open conflicts, corridors that are only listed, one project under two
names, figures that are part of another, look-alikes, figures that cover more countries.
"""

from collections.abc import Iterator
from itertools import zip_longest

from talentpart.model.lines import Figure, Line
from talentpart.model.records import Told
from talentpart.page import Part, Section, Sentence
from talentpart.queries.paths import lines_of, match, touches
from talentpart.queries.scope import is_listed, is_paired
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.cite import cited, note, of_lines
from talentpart.reports.parts.words import capital, figure, listed, places

MOST = 3


def build(brief: Brief) -> Section | None:
    """Give at most three traps, the first of which stays however short the page."""
    kinds = (_conflicts(brief), _listed(brief), _part_of(brief), _look_alikes(brief), _all(brief))
    rounds = zip_longest(*kinds)
    traps = [trap for each in rounds for trap in each if trap is not None]
    sentences = tuple(
        Sentence(name, parts, give_way=3 if index else 0) for index, (name, parts) in enumerate(traps[:MOST])
    )
    return Section("care", "CARE", sentences) if sentences else None


Trap = tuple[str, tuple[Part, ...]]


def _records(brief: Brief) -> list[Told]:
    return [each for each in (brief.partnership, brief.roadmap, *brief.projects) if each is not None]


def _conflicts(brief: Brief) -> Iterator[Trap]:
    for record in _records(brief):
        for conflict in record.conflicts:
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
    for project in brief.projects:
        for corridor in brief.corridors(project):
            if is_paired(corridor) or not corridor.destination:
                continue
            states = listed(places(brief.dataset, corridor.destination))
            origins = listed(places(brief.dataset, corridor.origin))
            name = short_name(brief.dataset, project.id)
            if not is_listed(corridor):
                text = f"{name}: from {origins} to {states} together; which goes with which is not stated"
            elif len(corridor.origin) == len(corridor.destination) == 1:
                text = f"In {name}, {states} is only listed; that people move there from {origins} is not stated"
            else:
                text = (
                    f"In {name}, {states} are only listed, beside {origins}; "
                    f"which of them works with {brief.name} is not stated"
                )
            yield f"listed-{project.id}", (*cited(text, note(brief.dataset, corridor.source)), ".")


def _part_of(brief: Brief) -> Iterator[Trap]:
    for project in brief.projects:
        for line in project.figures:
            if not line.of or line.rank == "set-aside" or not brief.reach(project, line):
                continue
            wholes = [each for _, each in match(project, line.of) if isinstance(each, Figure) and each is not line]
            if line.value is None or not wholes:
                continue
            whole = min(wholes, key=lambda each: (each.rank == "set-aside", each.basis != line.basis))
            text = (
                f"{short_name(brief.dataset, project.id)}: {figure(brief.dataset, line)} are among the "
                f"{figure(brief.dataset, whole)}, not beside them"
            )
            yield f"part-{project.id}", (*cited(text, of_lines(brief.dataset, [line])), ".")


def _look_alikes(brief: Brief) -> Iterator[Trap]:
    for record in _records(brief):
        for line in record.relations:
            if line.relation == "look-alike" and line.note:
                yield f"look-alike-{record.id}", (*cited(capital(line.note), of_lines(brief.dataset, [line])), ".")


def _all(brief: Brief) -> Iterator[Trap]:
    for project in brief.projects:
        for line in project.figures:
            if line.of or line.percent is not None or line.rank == "set-aside":
                continue
            if brief.reach(project, line) == "all":
                ends = getattr(line, brief.side) or tuple(e for c in project.corridors for e in getattr(c, brief.side))
                name, together = short_name(brief.dataset, project.id), listed(places(brief.dataset, ends))
                word = "of" if brief.side == "origin" else "for"
                text = f"{name}: the {figure(brief.dataset, line)} are {word} {together} together"
                yield f"all-{project.id}", (*cited(text, of_lines(brief.dataset, [line])), ".")
                break


def _name(brief: Brief, record: Told) -> str:
    if record is brief.partnership:
        return "Partnership"
    return "Roadmap" if record is brief.roadmap else short_name(brief.dataset, record.id)
