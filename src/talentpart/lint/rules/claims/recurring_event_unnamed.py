"""A meeting that recurs is not told apart from the others.

What: Two lines of an event that recurs (a roundtable, workshop, meeting, review or deadline) have neither a number nor
a part, and days that cannot be one; or a roundtable of a partnership has no number.

Why: Without it the two lines read as one meeting on which sources differ, and a roundtable that has no number is not
counted in the state of its partnership.

How to mend: Give each its `number` where its source counts, else a `part` in a word; if it is one meeting after all,
mark the day that holds with `rank` and `because`.

Fine when: It is one meeting and its day is open: then it stands under `conflicts`, or one line has a rank.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event
from talentpart.model.records import Partnership
from talentpart.queries.days import when
from talentpart.queries.told_lists import events
from talentpart.queries.unsettled import unnamed, unsettled
from talentpart.values import Day

SEVERITY = Severity.ERROR
_MEETINGS = 'source: report\nevents:\n  - {type: meeting, date: "2023-07"}\n  - {type: meeting, date: "2024-03"%s}\n'
_ROUND = (
    'country: "XA"\nsource: report\nevents:\n  - {type: roundtable, number: 1, date: "2023-03", outcomes: [launched]}\n'
    '  - {type: roundtable, date: "2024-06"%s}\nsectors: [ict]\nmissing: {field: member_states, why: not-stated}\n'
)
BAD = (
    Bad(
        {"projects/pilot.yaml": _MEETINGS % ""},
        at=("projects/pilot.yaml", 4, 5),
        message="two lines have a meeting, in July 2023 and in March 2024; give each a number or a part",
    ),
    Bad(
        {"countries/xanadu/partnership.yaml": _ROUND % ""},
        at=("countries/xanadu/partnership.yaml", 5, 5),
        message="this roundtable has no number, so it is not counted; write the number that its source gives",
    ),
)
GOOD = (
    Good({"projects/pilot.yaml": _MEETINGS % ", part: steering"}),
    Good({"projects/pilot.yaml": _MEETINGS % ", rank: preferred, because: the newer page says so"}),
    Good(
        {
            "projects/pilot.yaml": _MEETINGS % ", source: report#table"
            + "conflicts:\n  - {field: events.meeting, because: one meeting on two days}\n"
        }
    ),
    Good({"countries/xanadu/partnership.yaml": _ROUND % ", number: 2"}),
    Good({"countries/xanadu/partnership.yaml": _ROUND % ", basis: planned"}),
)
_ROUNDTABLE = "roundtable"


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Look at the unnamed events of each record; the roundtables of a partnership need a number even alone."""
    for entry in dataset.entries.values():
        record = entry.record
        loose = [line for line in events(record) if unnamed(line)]
        counted = isinstance(record, Partnership)
        for line in loose if counted else ():
            if line.type == _ROUNDTABLE and line.basis != "planned" and line.scope is None:
                message = "this roundtable has no number, so it is not counted; write the number that its source gives"
                yield Fault(message, record, line)
        if len(loose) > 1:
            for found in unsettled(dataset, record):
                one, other = found.one, found.other
                if not found.two_events or not isinstance(one, Event) or not isinstance(other, Event):
                    continue
                if counted and one.type == _ROUNDTABLE and one.basis != "planned":
                    continue
                name = dataset.label("event-types", one.type)
                message = f"two lines have a {name}, {_when(one)} and {_when(other)}; give each a number or a part"
                yield Fault(message, record, other, related=((one, f"a {name}"),))


def _when(event: Event) -> str:
    return when(event.date) if event.date else "without a day"
