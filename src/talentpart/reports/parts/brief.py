"""What the sections of a country briefing look at: the country, its partnership, its projects, the day."""

from dataclasses import dataclass

from talentpart.model.dataset import Dataset
from talentpart.model.records import Framework, Partnership, Project, Roadmap
from talentpart.queries.scope import partnership_with, projects_in, stage_of
from talentpart.queries.subjects import roadmap_of
from talentpart.values import Day

_STAGES = ("running", "unknown", "ended")


@dataclass(frozen=True, slots=True)
class Brief:
    """A country, and the records that a briefing on it rests on; projects stand running ones first, ended ones last."""

    dataset: Dataset
    day: Day
    country: str
    name: str
    partnership: Partnership | None
    roadmap: Roadmap | None
    framework: Framework | None
    projects: tuple[Project, ...]

    @classmethod
    def of(cls, dataset: Dataset, country: str, day: Day) -> "Brief":
        """Gather the records on a country, from a dataset that is already a view as of the day."""
        partnership = partnership_with(dataset, country)
        roadmap = roadmap_of(dataset, partnership) if partnership else None
        framework = next(
            (each for each in dataset.all(Framework) if country in {line.place for line in each.countries}), None
        )
        projects = sorted(
            projects_in(dataset, country), key=lambda each: (_STAGES.index(stage_of(dataset, each, day)), each.id)
        )
        name = dataset.label("places", country)
        return cls(dataset, day, country, name, partnership, roadmap, framework, tuple(projects))

    def stage(self, project: Project) -> str:
        """Tell whether a project is running, ended or unknown on the day of the briefing."""
        return stage_of(self.dataset, project, self.day)
