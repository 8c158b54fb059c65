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
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Figure, Line
from talentpart.model.links import Link, links
from talentpart.model.records import Codelist, Record
from talentpart.queries.paths import event_at, lines_of, match
from talentpart.queries.shape import CODELISTS, odd_step
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


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Follow every link, every `of` and `at`, and every path under `missing` and `conflicts`."""
    told: dict[tuple[str, tuple[str, ...]], str] = {}  # A lost source is named by many, and nearness costs time.
    for link in links(dataset):
        asked = (link.target, link.kinds)
        if asked not in told:
            told[asked] = _lost(dataset, link)
        if told[asked]:
            yield Fault(told[asked], link.record, link.line, link.steps, word=link.word, rests_on=(link.target,))
    for entry in dataset.entries.values():
        record = entry.record
        for _, line in lines_of(record):
            yield from _line(dataset, record, line)
        yield from _fields(dataset, record)
        if isinstance(record, Codelist):
            yield from _parents(record)


def _lost(dataset: Dataset, link: Link) -> str:
    """Say what is wrong with what a link names; nothing where it is right."""
    target = dataset.get(link.target)
    wanted = " or ".join(link.kinds) or "record"
    if target is None:
        near = nearest(link.target, (e.record.id for e in dataset.entries.values() if _fits(e.record, link.kinds)))
        return f"'{link.target}' is no {wanted}{_meant(near)}"
    if not _fits(target, link.kinds):
        return f"'{link.target}' is {_a(target.record_kind)}, and {_a(wanted)} should stand here"
    return ""


def _fits(record: Record, kinds: tuple[str, ...]) -> bool:
    return record.record_kind in kinds if kinds else not isinstance(record, Codelist)


def _line(dataset: Dataset, record: Record, line: Line) -> Iterator[Fault]:
    if isinstance(line, Figure) and line.of and not match(record, line.of):
        known = [f"figures.{each.measure}" for _, each in lines_of(record) if isinstance(each, Figure)]
        message = f"'{line.of}' names no line of this record{_meant(nearest(line.of, known, most=1))}"
        yield Fault(message, record, line, ("of",))
    if line.at and event_at(dataset, record, line.at) is None:
        owner = str(getattr(record, "partnership", record.id))
        message = f"'{line.at}' names no event of {owner}; write its type and number, such as roundtable.2"
        yield Fault(message, record, line, ("at",), rests_on=(owner,))


def _fields(dataset: Dataset, record: Record) -> Iterator[Fault]:
    for name in ("missing", "conflicts"):
        for index, each in enumerate(getattr(record, name)):
            for path in each.field:
                odd = odd_step(dataset, record, path)
                if odd is None:
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
