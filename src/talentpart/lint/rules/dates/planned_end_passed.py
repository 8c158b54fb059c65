"""A planned end has passed, and nothing says what happened.

What: The last day planned for an end or a deadline has passed; no line reports or states it, no status says that it is
over or what it was after that day, and it is not under `missing`.

Why: A plan that passed in silence proves nothing. A briefing would have to say so, and somebody should look.

How to mend: Look for what happened and enter it: an end with `basis: actual`, a later plan, a status. If nothing is
found, put `events.end.actual` under `missing` with the reason.

Fine when: The day passed only just now and the sources are about to be read again; then waive it for a while.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event
from talentpart.model.records import Told
from talentpart.queries.days import latest
from talentpart.queries.paths import key
from talentpart.queries.shape import list_of
from talentpart.queries.told import line_day
from talentpart.values import Day

SEVERITY = Severity.WARNING
_END = 'source: report\nevents:\n  - {type: %s, basis: planned, date: "2022-12"}\n'
_LONGER = '  - {type: end, basis: planned, date: "2028", source: report#table, rank: preferred, because: newer}\n'
BAD = (
    Bad(
        {"projects/pilot.yaml": _END % "end"},
        at=("projects/pilot.yaml", 3, 5),
        message="planned end 2022-12 has passed and nothing says what happened",
    ),
    Bad(
        {
            "projects/pilot.yaml": _END % "end, part: first-cohort"
            + "missing: {field: events.start.actual, why: not-stated}\n"
        },
        at=("projects/pilot.yaml", 3, 5),
        message="planned end 2022-12 of first-cohort has passed and nothing says what happened",
    ),
)
GOOD = (
    Good({"projects/pilot.yaml": _END % "end" + '  - {type: end, basis: actual, date: "2023-04"}\n'}),
    Good({"projects/pilot.yaml": _END % "end" + _LONGER}),
    Good({"projects/pilot.yaml": _END % "end" + "status: running\n"}),
    Good({"projects/pilot.yaml": _END % "end" + "missing: {field: events.end.actual, why: not-found}\n"}),
)
_ENDS = frozenset({"end", "deadline"})
_OVER = frozenset({"ended", "closed"})


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:
    """Look at the last planned day of each end and deadline."""
    for record in dataset.all(Told):
        last: dict[tuple[str, ...], Event] = {}
        for line in record.events:
            if line.type in _ENDS and line.basis == "planned" and line.date is not None and line.rank != "set-aside":
                kept = last.setdefault(key(line), line)
                last[key(line)] = line if latest(line) > latest(kept) else kept
        for steps, line in last.items():
            if line.date is not None and latest(line) < as_of.latest and not _told(dataset, record, steps, line):
                of = f" of {line.part}" if line.part else ""
                yield Fault(
                    f"planned {line.type} {line.date.text}{of} has passed and nothing says what happened",
                    record,
                    line,
                    hint=f"enter what happened, or put events.{'.'.join(steps)}.actual under missing with the reason",
                )


def _told(dataset: Dataset, record: Told, steps: tuple[str, ...], line: Event) -> bool:
    """Tell whether a record says, or admits that it does not know, what came of a plan."""
    if any(each.basis != "planned" and key(each) in {steps, steps[:1]} for each in record.events):
        return True
    for status in record.status:
        if status.value in _OVER or line_day(dataset, record, status) > latest(line):
            return True
    words = {*steps, "actual", "stated", "date"}
    for path in (path for each in record.missing for path in each.field):
        name, rest = list_of(path)
        if name == "events" and words.issuperset(rest):
            return True
    return False
