"""The people of a project, as a country sees them: wholes and its own share, per basis, never a part."""

from talentpart.model.lines import Figure
from talentpart.model.records import Project
from talentpart.queries.answers import answer, things
from talentpart.queries.paths import match
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.said import bracketed, hedges
from talentpart.reports.parts.words import figure, hedged


def people(brief: Brief, project: Project, basis: str) -> list[tuple[list[Figure], bool, bool]]:
    """Give what is said of people under one basis: per measure the lines to show, whether they differ, whether all.

    Only wholes: no part, no share, nothing wider or unclear; of what is `of` another figure only what is this
    country's share of a whole of the same measure, which then stands for the whole.
    """
    found = []
    mine: set[str] = set()
    for (_, _, said), lines in things(project, "figures").items():
        figures = [line for line in lines if isinstance(line, Figure)]
        first = figures[0]
        if (
            said != basis
            or first.part
            or first.scope
            or first.percent is not None
            or not is_people(brief, first)
            or (first.of and whole_of(brief, project, first) is None)
        ):
            continue
        reach = brief.reach(project, first)
        mine |= {first.measure} if first.of else set()
        if reach:
            settled = answer(brief.dataset, project, "figures", figures)
            shown = list(settled.lines) if settled.open else list(settled.lines[:1])
            if shown:  # Nothing is left where every line is set aside.
                found.append((shown, settled.differs, reach == "all"))
    return [each for each in found if not (each[2] and each[0][0].measure in mine)]


def whole_of(brief: Brief, project: Project, line: Figure) -> Figure | None:
    """Give the figure of which a line is this country's share: one of the same measure, for all countries."""
    if not line.of or brief.reach(project, line) != "alone" or not getattr(line, brief.side):
        return None
    wholes = [each for _, each in match(project, line.of) if isinstance(each, Figure) and each.basis == line.basis]
    same = [each for each in wholes if each.measure == line.measure and each.value and not getattr(each, brief.side)]
    return next((each for each in same if each is not line and each.part is None), None)


def words_of(brief: Brief, project: Project, line: Figure) -> str:
    """Give a figure in words; a country's share of a whole as such: `0 of the 50 trainees`."""
    whole = whole_of(brief, project, line)
    text = figure(brief.dataset, line)
    if whole is not None:
        text = f"{hedged(line, f'{line.value:,}')} of the {figure(brief.dataset, whole)}"
    return f"{text}{bracketed(hedges(brief.dataset, line))}"


def is_people(brief: Brief, line: Figure) -> bool:
    """Tell whether a figure counts people, by the unit of its measure."""
    item = brief.dataset.codes("measures").get(line.measure)
    return item is not None and item.unit == "people"
