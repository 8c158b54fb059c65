"""What belongs to a country: its projects, and which of their lines speak of that country, alone or with others."""

from collections.abc import Iterable
from typing import Literal

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Corridor, Event, Line, Status
from talentpart.model.records import Partnership, Project
from talentpart.queries.answers import Answer, answer
from talentpart.queries.paths import key
from talentpart.values import Day

Side = Literal["origin", "destination"]
# The region of the codelist of places in which the Member States lie.
_MEMBER_STATES = "eu-member-states"
# The role of a corridor whose places stand in one list, and no more.
_LISTED = "listed"


def partnership_with(dataset: Dataset, country: str) -> Partnership | None:
    """Give the Talent Partnership with a country, if there is one."""
    return next((each for each in dataset.all(Partnership) if each.country == country), None)


def is_member_state(dataset: Dataset, code: str) -> bool:
    """Tell whether a place is a Member State of the European Union, or lies in one."""
    item = dataset.codes("places").get(country_of(dataset, code))
    return item is not None and item.parent == _MEMBER_STATES


def country_of(dataset: Dataset, place: str) -> str:
    """Give the country that a place lies in (Flanders in BE); a country or region is its own."""
    seen = {place}
    while True:
        item = dataset.codes("places").get(place)
        if item is None or item.parent is None or item.parent in seen:
            return place
        if (
            dataset.codes("places").get(item.parent) is None
            or dataset.codes("places")[item.parent].dimension == "region"
        ):
            return place
        place = item.parent
        seen.add(place)


def origins(dataset: Dataset, project: Project) -> tuple[str, ...]:
    """Give the countries from which a project moves or trains people, in the order of its corridors."""
    return _ends(dataset, project, "origin")


def destinations(dataset: Dataset, project: Project) -> tuple[str, ...]:
    """Give the countries to which a project moves people, in the order of its corridors."""
    return _ends(dataset, project, "destination")


def corridors_from(dataset: Dataset, project: Project, country: str) -> tuple[Corridor, ...]:
    """Give the corridors of a project that begin in a country."""
    return corridors_with(dataset, project, country, "origin")


def corridors_with(dataset: Dataset, project: Project, country: str, side: Side) -> tuple[Corridor, ...]:
    """Give the corridors of a project that begin (`origin`) or end (`destination`) in a country."""
    return tuple(c for c in project.corridors if country in {country_of(dataset, each) for each in getattr(c, side)})


def projects_in(dataset: Dataset, country: str) -> tuple[Project, ...]:
    """Give the projects with a corridor that begins in a country, and those that support its partnership."""
    partnership = partnership_with(dataset, country)
    found = []
    for project in dataset.all(Project):
        supports = partnership is not None and any(
            each.relation == "supports" and each.target == partnership.id for each in project.relations
        )
        if supports or corridors_from(dataset, project, country):
            found.append(project)
    return tuple(found)


def is_paired(corridor: Corridor) -> bool:
    """Tell whether a corridor states its pairs: not one that is only listed, and never several of both."""
    return not is_listed(corridor) and not (len(corridor.origin) > 1 and len(corridor.destination) > 1)


def is_listed(corridor: Corridor) -> bool:
    """Tell whether a source only lists the places of a corridor, and does not say that people move between them."""
    return corridor.role == _LISTED


def speaks_of(dataset: Dataset, project: Project, line: Line, country: str, side: Side = "origin") -> str:
    """Tell how a line of a project speaks of a country: `alone`, `all` (with other countries) or `` (not of it).

    The country is one from which people move (`origin`), or one to which they do (`destination`).
    """
    limited = {country_of(dataset, each) for each in getattr(line, side)}
    if limited:
        return "" if country not in limited else ("alone" if limited == {country} else "all")
    ends = set(_ends(dataset, project, side))
    return "alone" if ends == {country} else "all"


def date_of(dataset: Dataset, project: Project, event_type: str) -> Answer[Event] | None:
    """Give the day of a project's event of a type: what is reported before what is stated before what is planned."""
    for basis in ("actual", None, "planned"):
        lines = [
            each
            for each in project.events
            if each.type == event_type and each.basis == basis and each.date and key(each) == (event_type,)
        ]
        if lines:
            return answer(dataset, project, "events", lines)
    return None


def status_of(dataset: Dataset, project: Project) -> Answer[Status] | None:
    """Give the status that the sources state for a project as a whole."""
    lines = [each for each in project.status if not key(each)]
    return answer(dataset, project, "status", lines) if lines else None


def stage_of(dataset: Dataset, project: Project, day: Day) -> str:
    """Tell whether a project is known to be `running`, `ended` or neither (`unknown`) on a day.

    A reported end that has passed speaks first, then a stated status; a planned end proves nothing.
    """
    end = date_of(dataset, project, "end")
    if end and end.best and end.best.basis != "planned" and end.best.date and end.best.date.latest <= day.latest:
        return "ended"
    status = status_of(dataset, project)
    if status and status.best and not status.open:
        return status.best.value if status.best.value in {"running", "ended"} else "unknown"
    return "unknown"


def _ends(dataset: Dataset, project: Project, name: Side) -> tuple[str, ...]:
    lists: Iterable[tuple[str, ...]] = (getattr(corridor, name) for corridor in project.corridors)
    return tuple(dict.fromkeys(country_of(dataset, each) for places in lists for each in places))
