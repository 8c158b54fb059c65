"""A reference names nothing in the dataset.

What: A word that should be the id of a record (a source, an organisation, a payer, a target, a partnership), or the
path of a line (`of`, `at`, a field under `missing` or `conflicts`), leads nowhere, or to a record of another kind.

Why: A figure whose source cannot be found cannot be cited, and what hangs on a lost id is left out of every total.

How to mend: Take the nearest right id that the finding names; or write the record that is missing (`talentpart schema
organisation` says what it holds).

Fine when: Never.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.place import line_steps
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Figure, Line
from talentpart.model.links import Link, links, mentioned
from talentpart.model.records import Codelist, Record, Roadmap
from talentpart.queries.paths import event_at, lines_of, match
from talentpart.queries.shape import CODELISTS, is_sure, odd_step
from talentpart.queries.subjects import nearest
from talentpart.values import Day

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": "source: report\norganisations:\n  - {organisation: agencyy, role: lead}\n"},
        at=("projects/pilot.yaml", 3, 20),
        message="'agencyy' is no organisation; did you mean 'agency'?",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report\nmoney:\n  - payer: report\n    source: report#p4\n"},
        at=("projects/pilot.yaml", 3, 12),
        message="'report' is a source, and an instrument or organisation should stand here",
    ),
    Bad(
        {"projects/pilot.yaml": "source: [report, reporte#p4]\nmobility: work\n"},
        at=("projects/pilot.yaml", 1, 18),
        message="'reporte' is no source; did you mean 'report'?",
    ),
    Bad(
        {
            "projects/pilot.yaml": (
                "source: report\nfigures:\n  - {measure: trained, value: 9}\n"
                "  - {measure: moved, value: 3, of: figures.traned}\n"
            )
        },
        at=("projects/pilot.yaml", 4, 36),
        message="'figures.traned' names no line of this record; did you mean 'figures.trained'?",
    ),
    Bad(
        {
            "projects/pilot.yaml": (
                "source: bulletin\nmobility: {value: work, source: bulletin#p2}\n"
                "status: {value: ended, source: bulletin#p3}\nkind: {value: pilot, source: [report, bulletin#p4]}\n"
            )
        },
        at=("projects/pilot.yaml", 1, 9),
        message="'bulletin' is no source (and 3 more times in this file)",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report\nmissing:\n  - {field: [money, event.start], why: not-stated}\n"},
        at=("projects/pilot.yaml", 3, 21),
        message="a project has no 'event'; did you mean 'events'?",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report\nmissing: {field: events.strat, why: not-stated}\n"},
        at=("projects/pilot.yaml", 2, 18),
        message="nothing under events is called 'strat'; did you mean 'start'?",
    ),
)
GOOD = (
    Good({"projects/pilot.yaml": "source: report#p4\norganisations:\n  - {organisation: agency, role: lead}\n"}),
    Good({"projects/pilot.yaml": "source: report\nmissing: {field: [people.planned, events.end], why: not-stated}\n"}),
)
_AN = frozenset("aeiou")
_MANY = 3
_FOLDERS = frozenset({"source", "organisation", "project"})


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Follow every link, every `of` and `at`, and every path under `missing` and `conflicts`."""
    asked = {(word.partition("#")[0], kinds) for word, kinds in mentioned(dataset)}
    lost = {each: message for each in asked if (message := _lost(dataset, *each))}
    naming: dict[tuple[str, str, tuple[str, ...]], list[Link]] = {}
    for link in links(dataset) if lost else ():
        if (link.target, link.kinds) in lost:
            naming.setdefault((link.record.id, link.target, link.kinds), []).append(link)
    for (_, target, kinds), group in naming.items():
        yield from _of_one_file(dataset, lost[target, kinds], group)
    sure: set[tuple[type[Record], str]] = set()  # The same few paths stand in most records.
    for entry in dataset.entries.values():
        record = entry.record
        for _, line in lines_of(record):
            if line.at or (isinstance(line, Figure) and line.of):
                yield from _line(dataset, record, line)
        yield from _fields(dataset, record, sure)
        if isinstance(record, Codelist):
            yield from _parents(record)


def _of_one_file(dataset: Dataset, message: str, group: list[Link]) -> Iterator[Fault]:
    """Give the places of a file that name one lost id: each, or where they are many the first with their number.

    A line of which one list became several is one place.
    """
    places: dict[object, Link] = {}
    for link in group:
        line = line_steps(dataset, link.record, link.line) if link.line is not None else ()
        places.setdefault((line, link.steps, link.word), link)
    more = len(places) - 1
    many = more >= _MANY
    for link in list(places.values())[: 1 if many else None]:
        said = f"{message} (and {more} more times in this file)" if many else message
        hint = _described(message, link.kinds, link.target)
        rests_on = (link.target,)
        yield Fault(said, link.record, link.line, link.steps, word=link.word, hint=hint, rests_on=rests_on)


def _lost(dataset: Dataset, name: str, kinds: tuple[str, ...]) -> str:
    """Say what is wrong with the id that a reference names; nothing where it is right."""
    target = dataset.get(name)
    wanted = " or ".join(kinds) or "record"
    if target is None:
        near = nearest(name, (each.record.id for each in dataset.entries.values() if _fits(each.record, kinds)))
        return f"'{name}' is no {wanted}{_meant(near)}"
    if not _fits(target, kinds):
        return f"'{name}' is {_a(target.record_kind)}, and {_a(wanted)} should stand here"
    return ""


def _fits(record: Record, kinds: tuple[str, ...]) -> bool:
    return record.record_kind in kinds if kinds else not isinstance(record, Codelist)


def _line(dataset: Dataset, record: Record, line: Line) -> Iterator[Fault]:
    if isinstance(line, Figure) and line.of and not match(record, line.of):
        known = [f"figures.{each.measure}" for _, each in lines_of(record) if isinstance(each, Figure)]
        message = f"'{line.of}' names no line of this record{_meant(nearest(line.of, known, most=1))}"
        yield Fault(message, record, line, ("of",))
    if line.at and event_at(dataset, record, line.at) is None and not _misplaced(dataset, record):
        owner = str(getattr(record, "partnership", record.id))
        message = f"'{line.at}' names no event of {owner}; {_events(dataset.get(owner))}"
        yield Fault(message, record, line, ("at",), rests_on=(owner,))


def _misplaced(dataset: Dataset, record: Record) -> bool:
    """Tell whether a record is a roadmap that names another partnership than it lies beside: a fault by itself."""
    if not isinstance(record, Roadmap):
        return False
    beside = record.id.removesuffix("-roadmap")
    return beside != record.partnership and dataset.get(record.partnership) is not None


def _described(message: str, kinds: tuple[str, ...], name: str) -> str:
    """Say where a record to which nothing comes near would be described."""
    alone = len(kinds) == 1 and kinds[0] in _FOLDERS and message.endswith(f"is no {kinds[0]}")
    return f"correct the id, or describe it in {kinds[0]}s/{name}.yaml" if alone else ""


def _events(owner: Record | None) -> str:
    """Say which events may be named, or how one is."""
    known = [f"{each.type}.{each.number}" for each in getattr(owner, "events", ()) if each.number is not None]
    listed = ", ".join(dict.fromkeys(known))
    return f"those with a number are {listed}" if listed else "write its type and number, such as roundtable.2"


def _fields(dataset: Dataset, record: Record, sure: set[tuple[type[Record], str]]) -> Iterator[Fault]:
    for name in ("missing", "conflicts"):
        for index, each in enumerate(getattr(record, name)):
            for path in each.field:
                if (type(record), path) in sure:
                    continue
                odd = odd_step(dataset, record, path)
                if odd is None:
                    if is_sure(dataset, record, path):
                        sure.add((type(record), path))
                    continue
                step, under, known = odd
                what = (
                    f"nothing under {under} is called '{step}'"
                    if under
                    else f"{_a(record.record_kind)} has no '{step}'"
                )
                yield Fault(
                    f"{what}{_meant(nearest(step, known))}",
                    record,
                    steps=(name, index, "field"),
                    word=path,
                    rests_on=CODELISTS,
                )


def _parents(record: Codelist) -> Iterator[Fault]:
    known = {item.code for item in record.items}
    for index, item in enumerate(record.items):
        if item.parent and item.parent not in known:
            message = f"'{item.parent}' is no code of {record.id}{_meant(nearest(item.parent, known))}"
            yield Fault(message, record, steps=("items", index, "parent"))


def _meant(near: tuple[str, ...]) -> str:
    return f"; did you mean {' or '.join(repr(each) for each in near)}?" if near else ""


def _a(thing: str) -> str:
    return f"{'an' if thing[0] in _AN else 'a'} {thing}"
