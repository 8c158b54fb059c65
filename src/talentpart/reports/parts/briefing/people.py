"""The people of a project, as a country sees them: per basis wholes and its own share, parts where no whole is."""

from talentpart.model.lines import Figure
from talentpart.model.records import Project
from talentpart.queries.answers import answer, things
from talentpart.queries.paths import match
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.said import bracketed, hedges, part_words
from talentpart.reports.parts.words import figure, hedged


def people(brief: Brief, project: Project, basis: str) -> list[tuple[list[Figure], bool, bool]]:
    """Give what is said of people under one basis: per measure the lines to show, whether they differ, whether all.

    Wholes: no share, nothing wider or unclear; of what is `of` another figure only what is this country's share of a
    whole of the same measure, which then stands for the whole. A part stands where no whole of its measure is said.
    """
    groups = [
        figures
        for (_, _, said), lines in things(project, "figures").items()
        if said == basis and (figures := [line for line in lines if isinstance(line, Figure)])
        and _counts(brief, project, figures[0])
    ]  # fmt: skip
    whole = {figures[0].measure for figures in groups if not figures[0].part and brief.reach(project, figures[0])}
    found = []
    mine: set[str] = set()
    for figures in groups:
        first = figures[0]
        reach = brief.reach(project, first)
        mine |= {first.measure} if first.of else set()
        if reach and not (first.part and first.measure in whole):
            settled = answer(brief.dataset, project, "figures", figures)
            shown = list(settled.lines) if settled.open else list(settled.lines[:1])
            if shown:  # Nothing is left where every line is set aside.
                found.append((shown, settled.differs, reach == "all"))
    return [each for each in found if not (each[2] and each[0][0].measure in mine)]


def _counts(brief: Brief, project: Project, line: Figure) -> bool:
    """Tell whether a figure counts people of the project: no share, nothing wider, no part of another figure."""
    if line.scope or line.percent is not None or not is_people(brief, line):
        return False
    return not line.of or (not line.part and whole_of(brief, project, line) is not None)


def whole_of(brief: Brief, project: Project, line: Figure) -> Figure | None:
    """Give the figure of which a line is this country's share: one of the same measure, for all countries."""
    if not line.of or brief.reach(project, line) != "alone" or not getattr(line, brief.side):
        return None
    wholes = [each for _, each in match(project, line.of) if isinstance(each, Figure) and each.basis == line.basis]
    same = [each for each in wholes if each.measure == line.measure and each.value and not getattr(each, brief.side)]
    return next((each for each in same if each is not line and each.part is None), None)


def words_of(brief: Brief, project: Project, line: Figure) -> str:
    """Give a figure in words with its day; a share of a whole as such, `0 of the 50 trainees`, and a part as such."""
    whole = whole_of(brief, project, line)
    text = figure(brief.dataset, line)
    if whole is not None:
        text = f"{hedged(line, f'{line.value:,}')} of the {figure(brief.dataset, whole)}"
    part = [part_words(brief.dataset, line.part)] if line.part else []
    day = [f"as of {line.as_of}"] if line.as_of else []
    return f"{text}{bracketed([*part, *hedges(brief.dataset, line), *day])}"


def is_people(brief: Brief, line: Figure) -> bool:
    """Tell whether a figure counts people, by the unit of its measure."""
    item = brief.dataset.codes("measures").get(line.measure)
    return item is not None and item.unit == "people"
