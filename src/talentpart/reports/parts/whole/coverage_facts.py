"""The facts that a partnership and a project are expected to have: said by whom and how old, or why not."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event, Line
from talentpart.model.records import Partnership, Project, Record, with_lists
from talentpart.queries.paths import lines_of
from talentpart.queries.slots import EXPECTED, Slot, admitted, fills
from talentpart.queries.subjects import roadmap_of
from talentpart.queries.witness import Claim, claims_of
from talentpart.queries.witnesses import Witnesses, behind, texts, witnesses
from talentpart.values import Day

# What is neither said nor under `missing`, and what is not expected since it cannot apply.
UNEXPLAINED = "unexplained"
NOT_APPLICABLE = "not-applicable"
_LAUNCH, _LAUNCHED, _PLANNED = "launch", "launched", "planned"
# The words over the columns of slots that the lint rules expect too; a slot without any stands under its own.
_LABELS = {
    "organisations.implementer": "Lead", "events.start": "Start", "events.end": "End", "money": "Money",
    "figures.planned": "People planned", "figures.actual": "People reached", "corridors": "Corridor",
    "sectors": "Sectors", "member_states": "Member States",
}  # fmt: skip
_ROUNDTABLES = Slot("events.roundtable", "which roundtables were held", ("roundtable",))
_BEGUN = Slot("events.implementation-start", "when it is carried out", ("implementation-start", "start"))
_NO_ROADMAP = Slot("roadmap", "how far the roadmap is")
_LAUNCHES = Slot("events.launch", "when it was launched", (_LAUNCH,))

Fills = Callable[[Dataset, Slot, str, Line], bool]


@dataclass(frozen=True, slots=True)
class Expected:
    """A fact to look for: its column, its slot, and what fills it; `roadmap` where the roadmap's record says it."""

    id: str
    label: str
    slot: Slot
    filled: Fills = fills
    roadmap: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """An expected fact of one row of the report, whether it is said, and if not why.

    `told` are the sources of all lines that say something of it; `independent` counts those that agree, of several
    lines on the one with most: as many witnesses has what is best founded. `planned` tells that a plan is all that is
    said of it; `why` is a reason of `missing`, `unexplained`, or empty where it is said.
    """

    subject: Partnership | Project
    record: Record
    expected: Expected
    said: bool
    told: Witnesses
    independent: int
    planned: bool
    why: str

    @property
    def due(self) -> bool:
        """Tell whether it counts among the expected facts: said, or able to apply."""
        return self.said or self.why != NOT_APPLICABLE

    @property
    def path(self) -> str:
        """Give the record and the slot as a path."""
        return f"{self.record.id}.{self.expected.slot.path}"

    @property
    def support(self) -> str:
        """Tell what it stands on: agreed, one-source, one-text, apart (no two say the same), no-source; or nothing."""
        if not self.said:
            return ""
        if not self.told.sources:
            return "no-source"
        if self.independent > 1:
            return "agreed"
        if self.told.independent > 1:
            return "apart"
        return "one-text" if len(self.told.sources) > 1 else "one-source"

    def age(self, day: Day) -> str:
        """Tell whether its newest source is surely from before a day (`old`), surely not (`recent`), or neither.

        It is `unknown` where no source bears a day that settles it, and where nothing is said.
        """
        if self.told.sources and self.told.newest.last < day.earliest:
            return "old"
        return "recent" if self.told.newest.first >= day.earliest else "unknown"


def _launch(dataset: Dataset, slot: Slot, name: str, line: Line) -> bool:
    """Tell whether a line is a launch, or an event of which the launch came."""
    came = isinstance(line, Event) and _LAUNCHED in line.outcomes and line.scope != "wider"
    return came or fills(dataset, slot, name, line)


def _held(dataset: Dataset, slot: Slot, name: str, line: Line) -> bool:
    return line.basis != _PLANNED and fills(dataset, slot, name, line)


def _of(slot: Slot) -> Expected:
    return Expected(slot.path.replace(".", "_"), _LABELS.get(slot.path, slot.words), slot)


EXPECTED_OF_PROJECTS = tuple(map(_of, EXPECTED["project"]))
EXPECTED_OF_PARTNERSHIPS = (
    *map(_of, EXPECTED["partnership"]),
    *(Expected("roadmap", "Roadmap", slot, roadmap=True) for slot in EXPECTED["roadmap"]),
    Expected("roundtables", "Roundtables", _ROUNDTABLES, _held),
    Expected("launch", "Launch", _LAUNCHES, _launch),
    Expected("start", "Start", _BEGUN),
)


def facts(dataset: Dataset, subjects: Iterable[Partnership | Project]) -> list[Fact]:
    """Give the expected facts of some partnerships and projects, each in the order of its columns."""
    return [fact for subject in subjects for fact in _facts(dataset, subject)]


def _facts(dataset: Dataset, subject: Partnership | Project) -> Iterator[Fact]:
    said = list(claims_of(subject))
    if isinstance(subject, Project):
        yield from (_fact(dataset, subject, subject, each, said) for each in EXPECTED_OF_PROJECTS)
        return
    roadmap = roadmap_of(dataset, subject)
    for each in EXPECTED_OF_PARTNERSHIPS:
        if not each.roadmap:
            yield _fact(dataset, subject, subject, each, said)
        elif roadmap is not None:
            yield _fact(dataset, subject, roadmap, each, list(claims_of(roadmap)))
        else:
            bare = replace(each, slot=_NO_ROADMAP)
            nobody = behind(dataset, ())
            yield Fact(subject, subject, bare, said=False, told=nobody, independent=0, planned=False, why=UNEXPLAINED)


def _fact(
    dataset: Dataset, subject: Partnership | Project, record: Record, expected: Expected, said: Iterable[Claim]
) -> Fact:
    filled = partial(expected.filled, dataset, expected.slot)
    lines = [line for name, line in lines_of(record) if line.rank != "set-aside" and filled(name, line)]
    agreeing = (texts(dataset, claim.sources) for claim in said if filled(claim.list, claim.line))
    independent = max(map(len, agreeing), default=0)
    why = "" if lines else _why(record, expected.slot)
    planned = expected.slot.basis != _PLANNED and all(line.basis == _PLANNED for line in lines)
    told = witnesses(dataset, lines)
    return Fact(subject, record, expected, bool(lines), told, independent, planned and bool(lines), why)


def _why(record: Record, slot: Slot) -> str:
    """Give the reason of the first entry under `missing` that admits that nothing is known of a slot."""
    for each in record.missing:
        if admitted(with_lists(record, {"missing": (each,)}), slot):
            return each.why
    return UNEXPLAINED
