"""A source is said to report what had not happened when it came out.

What: An event reported as happened, the day as of which a line counts, or the event at which something was agreed,
lies wholly after the last day of a source that is named for it: the day it was published, the last it can be from, or
the day it was read.

Why: The claim stands under the wrong source, or has the wrong day, or is a plan; whoever follows the footnote will not
find it.

How to mend: Name the source that reports it; or correct the day; or write `basis: planned`.

Fine when: Never; a page that was changed since has a `not_before` and `not_after` of its own, not the old day.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Line
from talentpart.model.records import Record, Source
from talentpart.queries.days import last_word, too_early, when
from talentpart.queries.paths import lines_of
from talentpart.values import Day

SEVERITY = Severity.ERROR
_END = 'source: report\nevents:\n  - {type: end, basis: %s, date: "%s"}\n'
_OLD = (
    'title: An old page\nauthority: official\ntype: web-page\nlanguage: en\nretrieved: "2026-01-02"\nread: whole\n'
    'not_before: "2021"\nnot_after: "2022"\ndating: by what it names\nmissing: {field: url, why: not-stated}\n'
)
_MANY = "".join(
    f'  - {{type: {name}, basis: actual, date: "2024"}}\n' for name in ("start", "launch", "end", "signature")
)
BAD = (
    Bad(
        {"projects/pilot.yaml": _END % ("actual", "2025-12")},
        at=("projects/pilot.yaml", 3, 38),
        message="'report' is of March 2025, and cannot report the end in December 2025",
    ),
    Bad(
        {"projects/pilot.yaml": ('source: report\nfigures:\n  - {measure: trained, value: 9, as_of: "2025-06-30"}\n')},
        at=("projects/pilot.yaml", 3, 41),
        message="'report' is of March 2025, and cannot count as of 30 June 2025",
    ),
    Bad(
        {
            "sources/old.yaml": _OLD,
            "countries/xanadu/partnership.yaml": (
                'country: "XA"\nsource: report\nevents:\n'
                '  - {type: roundtable, number: 1, date: "2023-03", outcomes: [launched]}\n'
                "sectors:\n  - {sector: ict, as_stated: ICT, at: roundtable.1, source: old}\n"
                "missing: {field: member_states, why: not-stated}\n"
            ),
        },
        at=("countries/xanadu/partnership.yaml", 6, 39),
        message="'old' is of 2022 at the latest, and cannot know of roundtable.1 in March 2023",
    ),
    Bad(
        {"sources/old.yaml": _OLD, "projects/pilot.yaml": "source: old\nevents:\n" + _MANY},
        at=("sources/old.yaml", 8, 12),
        message="4 lines that name 'old' are of days after its own; correct its day, or the lines",
    ),
)
GOOD = (
    Good({"projects/pilot.yaml": _END % ("planned", "2025-12")}),
    Good({"projects/pilot.yaml": _END % ("actual", "2025")}),
    Good({"projects/pilot.yaml": _END % ("actual", "2025-03-31")}),
)
# More than so many lines are not all wrong: their source has a wrong day.
_SOME = 3


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Hold the day of each line against the last day of each of its sources; a source that fails often is the fault."""
    found: dict[str, list[Fault]] = {}
    for entry in dataset.entries.values():
        for _, line in lines_of(entry.record):
            early = too_early(dataset, entry.record, line)
            if early is not None:
                field, day, source = early
                message = f"'{source.id}' {_limit(source)}, and cannot {_told(dataset, line, field, day)}"
                fault = Fault(message, entry.record, line, (field,), rests_on=(source.id, *_owner(entry.record)))
                found.setdefault(source.id, []).append(fault)
    for name, faults in found.items():
        record = dataset.source(name)
        if record is None or len(faults) <= _SOME:
            yield from faults
            continue
        message = f"{len(faults)} lines that name '{name}' are of days after its own; correct its day, or the lines"
        yield Fault(message, record, steps=(_field(record),), hint=f"the first of them: {faults[0].message}")


def _field(source: Source) -> str:
    last = last_word(source)
    return next(name for name in ("published", "not_after", "retrieved") if getattr(source, name) is last)


def _limit(source: Source) -> str:
    """Say which day of a source is the last on which it can speak."""
    last = last_word(source)
    if last is source.published:
        return f"is of {last}"
    return f"is of {last} at the latest" if last is source.not_after else f"was read {when(last)}"


def _told(dataset: Dataset, line: Line, field: str, day: Day) -> str:
    if field == "date":
        return f"report the {dataset.label('event-types', getattr(line, 'type', None))} {when(day)}"
    return f"count as of {day}" if field == "as_of" else f"know of {line.at} {when(day)}"


def _owner(record: Record) -> tuple[str, ...]:
    """Give the record whose events the lines of another may name."""
    owner = getattr(record, "partnership", None)
    return (str(owner),) if owner else ()
