"""Which agreed sectors of a partnership a project with its partner names: surely, with a hedge, or none does."""

from dataclasses import dataclass

from talentpart.model.lines import Sector
from talentpart.model.records import Project
from talentpart.queries.sectors import wider
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.briefing.sectors import ASKED_FOR, printed


@dataclass(frozen=True, slots=True)
class Served:
    """An agreed sector by its printed label, and the projects that have not ended which name it or one that lies in it.

    `sure` name it without a hedge, `likely` with one.
    """

    label: str
    lines: tuple[Sector, ...]
    sure: tuple[Project, ...]
    likely: tuple[Project, ...]

    @property
    def bare(self) -> bool:
        """Tell whether no project names it."""
        return not self.sure and not self.likely


def served(brief: Brief) -> list[Served]:
    """Give the sectors that a partnership agreed, each printed label once, with the projects that name them."""
    labels: dict[str, list[Sector]] = {}
    for line in brief.partnership.sectors if brief.partnership else ():
        if line.tier != ASKED_FOR and line.rank != "set-aside":
            labels.setdefault(printed(brief, line), []).append(line)
    found = []
    for label, lines in labels.items():
        codes = {line.sector for line in lines if line.sector}
        sure: list[Project] = []
        likely: list[Project] = []
        for project in brief.projects:
            said = naming(brief, project, codes)
            if said and brief.stage(project) != "ended":
                (likely if all(each.certainty for each in said) else sure).append(project)
        found.append(Served(label, tuple(lines), tuple(sure), tuple(likely)))
    return found


def naming(brief: Brief, project: Project, codes: set[str]) -> list[Sector]:
    """Give the lines with which a project names one of some sectors, or one that lies in it, and means the country."""
    return [each for each in project.sectors if _names(brief, project, each, codes)]


def _names(brief: Brief, project: Project, line: Sector, codes: set[str]) -> bool:
    """Tell whether a line of a project names one of some sectors, or one that lies in it, and speaks of the country."""
    if not line.sector or line.rank == "set-aside" or not codes.intersection(wider(brief.dataset, line.sector)):
        return False
    return bool(brief.reach(project, line))
