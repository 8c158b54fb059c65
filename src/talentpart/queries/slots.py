"""What a record is expected to say: each slot is said by a line, or stands under `missing`, or is a gap of ours."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event, Figure, Line, Money, Role
from talentpart.model.records import Missing, Record
from talentpart.queries.paths import match
from talentpart.queries.shape import line_of, list_of

# Fields that, at the end of a path, speak of the thing itself; any other field speaks of a detail of it.
_ITSELF = frozenset({"date", "amount", "value", "text", "origin", "destination"})
_BASES = frozenset({"planned", "actual"})
# Steps behind `figures` that are a slot of its own, which asks for people and is not filled by a duration.
_OF_PEOPLE = (("planned",), ("actual",))


@dataclass(frozen=True)
class Slot:
    """One thing that records of a kind should say: its path, any of `steps` (none: any line of the list), its words."""

    path: str
    words: str
    steps: tuple[str, ...] = ()
    basis: str = ""

    @cached_property
    def name(self) -> str:
        """Give the list in which it is said."""
        return self.path.partition(".")[0]


EXPECTED: dict[str, tuple[Slot, ...]] = {
    "project": (
        Slot("organisations.implementer", "who leads or carries it out", ("lead", "implementer")),
        Slot("events.start", "when it starts", ("start",)),
        Slot("events.end", "when it ends", ("end",)),
        Slot("money", "what it costs or who pays"),
        Slot("figures.planned", "how many people are planned", basis="planned"),
        Slot("figures.actual", "how many people were reached", basis="actual"),
        Slot("corridors", "from where to where people move"),
        Slot("sectors", "in which sectors"),
    ),
    "partnership": (
        Slot("sectors", "which sectors are agreed"),
        Slot("member_states", "which Member States take part"),
    ),
    "roadmap": (Slot("status", "how far the roadmap is"),),
}


def silent(dataset: Dataset, record: Record) -> Iterator[Slot]:
    """Give the slots of a record that are neither said nor under `missing`, in their order."""
    for slot in EXPECTED.get(record.record_kind, ()):
        lines = getattr(record, slot.name)
        if not any(fills(dataset, slot, slot.name, line) for line in lines) and not admitted(record, slot):
            yield slot


def fills(dataset: Dataset, slot: Slot, name: str, line: Line) -> bool:
    """Tell whether a line says what a slot asks for; what is wider than the record says nothing of it."""
    if name != slot.name or line.scope == "wider":
        return False
    if slot.basis and (line.basis != slot.basis or not _people(dataset, line)):
        return False
    said = line.type if isinstance(line, Event) else line.role if isinstance(line, Role) else None
    return not slot.steps or said in slot.steps


def admitted(record: Record, slot: Slot) -> bool:
    """Tell whether a path under `missing` admits that nothing is known of a slot."""
    for each in record.missing:
        for path in each.field:
            name, rest = list_of(path)
            if name != slot.name or _detail(record, name, rest):
                continue
            if slot.basis and _BASES.intersection(rest) - {slot.basis}:
                continue
            if not slot.steps or not rest or set(rest).intersection(slot.steps):
                return True
    return False


def contradicted(dataset: Dataset, record: Record, missing: Missing, path: str) -> list[Line] | str:
    """Give the lines, or the plain value, that say what a path under `missing` calls not said; empty when none does.

    No part is the whole, so a line on a part says nothing of the whole unless the path names the part; the same goes
    for a country of a figure or an amount, and for what is wider. A payer without an amount leaves the amount missing.
    Where `missing` names its sources, only lines that rest on one of these contradict it.
    """
    name, rest = list_of(path)
    if line_of(record, name) is None:
        value = getattr(record, name, None)
        return str(value) if value and not rest else []
    return [
        line
        for _, line in match(record, path)
        if _whole(line, rest)
        and _says(line, rest)
        and (rest not in _OF_PEOPLE or _people(dataset, line))
        and (not missing.source or not line.source or _same(missing.source, line.source))
    ]


def _people(dataset: Dataset, line: Line) -> bool:
    item = dataset.codes("measures").get(line.measure) if isinstance(line, Figure) else None
    return item is not None and item.unit == "people"


def _detail(record: Record, name: str, rest: tuple[str, ...]) -> bool:
    """Tell whether a path speaks of a detail of lines (`sectors.at`), not of the thing itself."""
    struct = line_of(record, name)
    return bool(rest) and struct is not None and rest[-1] in struct.__struct_fields__ and rest[-1] not in _ITSELF


def _whole(line: Line, rest: tuple[str, ...]) -> bool:
    limits = [line.part, line.scope if line.scope == "wider" else None]
    if isinstance(line, Figure | Money):
        limits += ["+".join(line.origin), "+".join(line.destination)]
    return all(not limit or limit in rest or set(limit.split("+")).intersection(rest) for limit in limits)


def _says(line: Line, rest: tuple[str, ...]) -> bool:
    """Tell whether a line fills the field that a path ends in, or without one, the thing that its list is about."""
    if rest and rest[-1] in line.__struct_fields__:
        return bool(getattr(line, rest[-1]))
    if isinstance(line, Money):
        return line.amount is not None or line.percent is not None
    return True


def _same(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return bool({each.partition("#")[0] for each in some} & {each.partition("#")[0] for each in others})
