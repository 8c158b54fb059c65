"""What the sections of a country briefing look at: the country, its partnership, its projects, the day."""

from collections.abc import Iterable
from dataclasses import dataclass

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Corridor, Line
from talentpart.model.records import Framework, Partnership, Project, Roadmap
from talentpart.queries.money import Total, total
from talentpart.queries.relations import standing
from talentpart.queries.scope import (
    Side,
    corridors_with,
    country_of,
    is_beside,
    is_paired,
    partnership_with,
    projects_in,
    speaks_of,
    stage_of,
)
from talentpart.queries.subjects import roadmap_of
from talentpart.values import Day

_PARTNER = "partner"
_STAGES = ("running", "unknown", "ended")


@dataclass(frozen=True, slots=True)
class Brief:
    """A country, and the records that a briefing on it rests on; projects stand running ones first, ended ones last.

    `side` is the end of a corridor at which the country stands: the origin, or for a Member State the destination;
    `beside` are the projects that are kept only beside the others, of which no section counts any.
    """

    dataset: Dataset
    day: Day
    country: str
    name: str
    partnership: Partnership | None
    roadmap: Roadmap | None
    framework: Framework | None
    projects: tuple[Project, ...]
    side: Side = "origin"
    beside: tuple[Project, ...] = ()

    @classmethod
    def of(cls, dataset: Dataset, country: str, day: Day) -> "Brief":
        """Gather the records on a country, from a dataset that is already a view as of the day."""
        partnership = partnership_with(dataset, country)
        roadmap = roadmap_of(dataset, partnership) if partnership else None
        named = [
            (line.role != _PARTNER, each) for each in dataset.all(Framework) for line in each.countries
            if line.place == country
        ]  # fmt: skip
        framework = min(named, key=lambda each: each[0])[1] if named else None
        own, beside = _apart(dataset, (*projects_in(dataset, country), *_named_beside(dataset, partnership)), day)
        name = dataset.label("places", country)
        return cls(dataset, day, country, name, partnership, roadmap, framework, own, beside=beside)

    @classmethod
    def of_state(cls, dataset: Dataset, state: str, day: Day) -> tuple["Brief", "Brief"]:
        """Gather the records on a Member State: with projects stated to end there, and with those that state no pair.

        The latter have it among several places at both ends of a corridor, or only list it.
        """
        framework = next((each for each in dataset.all(Framework) if leads(each)), None)
        name = dataset.label("places", state)
        paired, unpaired = [], []
        for project in dataset.all(Project):
            corridors = corridors_with(dataset, project, state, "destination")
            if any(is_paired(each) for each in corridors):
                paired.append(project)
            elif corridors:
                unpaired.append(project)
        (sure, beside), (unsure, more) = (_apart(dataset, each, day) for each in (paired, unpaired))
        return (
            cls(dataset, day, state, name, None, None, framework, sure, "destination", (*beside, *more)),
            cls(dataset, day, state, name, None, None, framework, unsure, "destination"),
        )

    def corridors(self, project: Project) -> tuple[Corridor, ...]:
        """Give the corridors of a project that begin, or for a Member State end, in the country."""
        return corridors_with(self.dataset, project, self.country, self.side)

    def far_ends(self, project: Project) -> dict[str, tuple[str, ...]]:
        """Give the countries at the other end that a source pairs with the country in a project, with the sources."""
        found: dict[str, tuple[str, ...]] = {}
        for corridor in self.corridors(project):
            places = corridor.destination if self.side == "origin" else corridor.origin
            for place in places if is_paired(corridor) else ():
                found.setdefault(country_of(self.dataset, place), corridor.source)
        return found

    def reach(self, project: Project, line: Line) -> str:
        """Tell how a line of a project speaks of the country: `alone`, `all` (with others) or `` (not of it)."""
        return speaks_of(self.dataset, project, line, self.country, self.side)

    def total(self, project: Project) -> Total | None:
        """Give what a project costs, the country's own figure first."""
        return total(self.dataset, project, self.country, self.side)

    def stage(self, project: Project) -> str:
        """Tell whether a project is running, ended or unknown on the day of the briefing."""
        return stage_of(self.dataset, project, self.day)


def _named_beside(dataset: Dataset, partnership: Partnership | None) -> Iterable[Project]:
    """Give the projects that are kept only beside the others, and say how they stand to a partnership."""
    if partnership is None:
        return ()
    related = (each for each in dataset.all(Project) if any(line.target == partnership.id for line in standing(each)))
    return tuple(each for each in related if is_beside(dataset, each))


def _apart(dataset: Dataset, projects: Iterable[Project], day: Day) -> tuple[tuple[Project, ...], tuple[Project, ...]]:
    """Part projects from those that are kept only beside them."""
    ordered = _ordered(dataset, dict.fromkeys(projects), day)
    own = tuple(each for each in ordered if not is_beside(dataset, each))
    return own, tuple(each for each in ordered if each not in own)


def _ordered(dataset: Dataset, projects: Iterable[Project], day: Day) -> tuple[Project, ...]:
    return tuple(sorted(projects, key=lambda each: (_STAGES.index(stage_of(dataset, each, day)), each.id)))


def leads(framework: Framework) -> bool:
    """Tell whether it is the partnerships' own framework, with a body that leads it: whom to ask when no other is."""
    partners = any(line.role == _PARTNER for line in framework.countries)
    return partners and any(line.role == "lead" for line in framework.organisations)
