"""One amount or number stands on two records that would both be counted.

What: A project and what it is part of state the same amount of money, or the same number of people, from the same
source, both as the whole; or two projects state the same amount from the same place of a source, and no relation
stands between them.

Why: A source says one number of one thing. A total would take the number of the whole for that of the part, or count
the same money twice.

How to mend: Keep it on the record of which the source says it; on the other write `scope: wider`, or take it out. Two
projects that share money are linked (`part-of`, `follows`), so that it is counted once.

Fine when: The source says the number of both: keep its words for each in `as_stated`, or say so in a `note`.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Figure, Money
from talentpart.model.records import Project, Record, Told
from talentpart.queries.told_lists import money, numbers
from talentpart.values import Day

SEVERITY = Severity.WARNING
_PARENT = "source: report\nmoney:\n  - {amount: EUR 3250000}\nfigures:\n  - {measure: trained, value: 120}\n"
_CHILD = "source: report\nrelations:\n  - {relation: part-of, target: whole}\n"
_OTHER = "source: report\nmoney:\n  - {amount: EUR 3250000%s}\n"
BAD = (
    Bad(
        {"projects/whole.yaml": _PARENT, "projects/pilot.yaml": _CHILD + "money:\n  - {amount: EUR 3250000}\n"},
        at=("projects/pilot.yaml", 5, 14),
        message="'report' gives EUR 3,250,000 here and for 'whole', which this is part of; "
        "keep it where the source says it",
    ),
    Bad(
        {
            "projects/whole.yaml": _PARENT,
            "projects/pilot.yaml": _CHILD + "figures:\n  - {measure: trained, value: 120}\n",
        },
        at=("projects/pilot.yaml", 5, 31),
        message="'report' gives 120 trained here and for 'whole', which this is part of; "
        "keep it where the source says it",
    ),
    Bad(
        {"projects/whole.yaml": _PARENT, "projects/pilot.yaml": _OTHER % ""},
        at=("projects/whole.yaml", 3, 14),
        message="'report' gives EUR 3,250,000 here and for 'pilot', to which this has no relation, "
        "so it is counted twice",
    ),
)
GOOD = (
    Good({"projects/whole.yaml": _PARENT, "projects/pilot.yaml": _CHILD + "money:\n  - {amount: EUR 1000000}\n"}),
    Good({"projects/whole.yaml": _PARENT, "projects/pilot.yaml": _OTHER % ", scope: wider"}),
    Good({"projects/whole.yaml": _PARENT, "projects/pilot.yaml": _OTHER % ", source: report#table"}),
    Good(
        {
            "projects/whole.yaml": _PARENT,
            "projects/pilot.yaml": _CHILD.replace("part-of", "supports") + "money:\n  - {amount: EUR 3250000}\n",
        }
    ),
)
_PART_OF = "part-of"
Said = tuple[object, ...]


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Hold what each project states against its parents, then against the other projects of the same place."""
    first: dict[Said, Record] = {}
    whole: dict[str, set[Said]] = {}
    for project in dataset.all(Project):
        own = {said: line for line in numbers(project) for said in _said(dataset, line)}
        targets = [each.target for each in project.relations if each.relation == _PART_OF]
        parents = [parent for name in targets if (parent := dataset.find(Told, name)) is not None]
        for parent in parents if own else ():
            if parent.id not in whole:
                whole[parent.id] = {said for line in numbers(parent) for said in _said(dataset, line)}
        inside = [(parent, said) for parent in parents for said in own.keys() & whole.get(parent.id, set())]
        told: set[int] = set()
        for parent, said in sorted(inside, key=lambda pair: str(pair[1])):
            line = own[said]
            if id(line) not in told:
                told.add(id(line))
                message = (
                    f"'{said[0]}' gives {_shown(dataset, line)} here and for '{parent.id}', which this is part of; "
                    "keep it where the source says it"
                )
                yield Fault(message, project, line, _field(line), rests_on=(parent.id,))
        for line in money(project):
            for said in _exactly(dataset, line):
                other = first.setdefault(said, project)
                if (
                    other is not project
                    and isinstance(other, Told)
                    and not _linked(project, other)
                    and not _months(project) & _months(other)
                ):
                    message = (
                        f"'{said[0]}' gives {line.amount} here and for '{other.id}', to which this has no relation, "
                        "so it is counted twice"
                    )
                    yield Fault(message, project, line, _field(line), rests_on=(other.id,))
                    break


def _said(dataset: Dataset, line: Money | Figure) -> list[Said]:
    """Give what a line says of the whole record, once for each source; nothing for what is limited or no count."""
    if (
        line.scope
        or line.part
        or line.origin
        or line.destination
        or line.rank == "set-aside"
        or line.as_stated
        or line.note
    ):
        return []
    value: tuple[object, ...] = ()
    if isinstance(line, Money) and line.amount is not None:
        value = (line.payer, line.type, line.period, line.amount.written)
    elif isinstance(line, Figure) and line.value and _people(dataset, line):
        value = (line.measure, line.period, line.value)
    return [(ref.partition("#")[0], line.basis, *value) for ref in line.source] if value else []


def _exactly(dataset: Dataset, line: Money) -> list[Said]:
    """Give the same with the place in the source, for a whole amount: two places may speak of two things."""
    if line.payer is not None:
        return []
    said = _said(dataset, line)
    return [(reference, *each[1:]) for reference, each in zip(line.source, said, strict=False)]


def _people(dataset: Dataset, line: Figure) -> bool:
    item = dataset.codes("measures").get(line.measure)
    return item is not None and item.unit == "people"


def _linked(one: Told, other: Told) -> bool:
    return any(each.target == other.id for each in one.relations) or any(
        each.target == one.id for each in other.relations
    )


def _months(record: Told) -> set[str]:
    """Give the months of a record's events; two records that share one as well are told to be look-alikes."""
    exact = (line.date for line in record.events if line.date and line.date.precision in {"day", "month"})
    return {day.text[:7] for day in exact}


def _shown(dataset: Dataset, line: Money | Figure) -> str:
    if isinstance(line, Figure):
        return f"{line.value} {dataset.label('measures', line.measure)}"
    return str(line.amount)


def _field(line: Money | Figure) -> tuple[str, ...]:
    return ("value",) if isinstance(line, Figure) else ("amount",)
