"""What belongs to a country: its projects, and which of their lines speak of that country, alone or with others."""

from collections.abc import Iterable
from typing import Literal

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Corridor, Event, Line, Status
from talentpart.model.records import Partnership, Project, Told
from talentpart.queries.answers import Answer, answer
from talentpart.queries.paths import key
from talentpart.queries.relations import targets
from talentpart.values import Day

Side = Literal["origin", "destination"]
# The region of the codelist of places in which the Member States lie.
MEMBER_STATES = "eu-member-states"
# The dimension of the kinds of project that are kept beside the others, and are no Talent Partnership projects.
_BESIDE = "beside"
# The statuses of what is over.
OVER = frozenset({"ended", "completed"})
# Events that have come once a status says so, although no source gives a day.
_BEGINS = frozenset({"start", "launch", "implementation-start"})
_ENDS = frozenset({"end"})
# The role of a corridor whose places stand in one list, and no more.
_LISTED = "listed"


def partnership_with(dataset: Dataset, country: str) -> Partnership | None:
    """Give the Talent Partnership with a country, if there is one."""
    return next((each for each in dataset.all(Partnership) if each.country == country), None)


def is_member_state(dataset: Dataset, code: str) -> bool:
    """Tell whether a place is a Member State of the European Union, or lies in one."""
    item = dataset.codes("places").get(country_of(dataset, code))
    return item is not None and item.parent == MEMBER_STATES


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
    """Give the corridors of a project that begin (`origin`) or end (`destination`) in a country; no wider ones."""
    return tuple(
        corridor
        for corridor in _own(project)
        if country in {country_of(dataset, each) for each in getattr(corridor, side)}
    )


def projects_in(dataset: Dataset, country: str) -> tuple[Project, ...]:
    """Give the projects with a corridor that begins in a country, and those that support its partnership."""
    partnership = partnership_with(dataset, country)
    found = []
    for project in dataset.all(Project):
        supports = partnership is not None and partnership.id in targets(project, "supports")
        if supports or corridors_from(dataset, project, country):
            found.append(project)
    return tuple(found)


def own_projects_in(dataset: Dataset, country: str) -> tuple[Project, ...]:
    """Give the same without those that are kept only beside the others, and so count as none."""
    return tuple(each for each in projects_in(dataset, country) if not is_beside(dataset, each))


def is_beside(dataset: Dataset, project: Project) -> bool:
    """Tell whether a project is kept only beside the others: by a kind that is neither mobility nor a partnership's.

    Its money is near, but not Talent Partnership money, and it is counted among no projects.
    """
    kinds = dataset.codes("project-kinds")
    found = (kinds.get(line.value) for line in project.kind if line.rank != "set-aside")
    return any(item is not None and item.dimension == _BESIDE for item in found)


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
        return "ended" if status.best.value in OVER else "running" if status.best.value == "running" else "unknown"
    return "unknown"


def told_by_status(record: Told, event_type: str) -> bool:
    """Tell whether a stated status says what came of a plan: something ended, or something that runs did start."""
    values = {line.value for line in record.status if line.rank != "set-aside"}
    if event_type in _ENDS:
        return bool(values & OVER)
    return event_type in _BEGINS and bool(values & {"running", *OVER})


def _own(project: Project) -> Iterable[Corridor]:
    """Give the corridors that are the project's own: neither wider than it, nor unclear, nor set aside."""
    return (each for each in project.corridors if each.scope is None and each.rank != "set-aside")


def _ends(dataset: Dataset, project: Project, name: Side) -> tuple[str, ...]:
    lists: Iterable[tuple[str, ...]] = (getattr(corridor, name) for corridor in _own(project))
    return tuple(dict.fromkeys(country_of(dataset, each) for places in lists for each in places))
