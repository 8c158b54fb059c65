"""What a record should say is neither said nor under `missing`.

What: A project says nothing of its lead or implementer, start, end, money, planned or reached people, corridor or
sectors; a partnership nothing of its sectors or Member States; a roadmap nothing of its status; and no entry under
`missing` says why.

Why: Silence is not zero. A briefing prints why something is not known, and can only do so when somebody has looked.

How to mend: Enter what the source says; or put the path under `missing` with a reason: not-stated (the source, read
whole, is silent), not-seen (read in part), not-found (searched for), not-published, not-applicable, not-yet.

Fine when: A record is being written and not all its sources have been read yet; then say `not-seen`.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.records import Record
from talentpart.queries.shape import odd_step
from talentpart.queries.slots import Slot, silent
from talentpart.queries.subjects import nearest
from talentpart.values import Day

SEVERITY = Severity.WARNING
_PROJECT = (
    'source: report\nevents:\n  - {{type: start, date: "2024"}}\nmoney:\n  - {{amount: EUR 1000}}\n'
    "organisations:\n  - {{organisation: agency, role: lead}}\nfigures:\n"
    "  - {{measure: trained, basis: planned, value: 9}}\nsectors: [ict]\n"
    "missing:\n  - {{field: [{}], why: not-stated}}\n"
)
BAD = (
    Bad(
        {"projects/pilot.yaml": _PROJECT.format("people.actual, events.end")},
        at=("projects/pilot.yaml", 1, 1),
        message="not said, and not under missing: corridors (from where to where people move)",
    ),
    Bad(
        {"countries/xanadu/roadmap.yaml": "partnership: xanadu\nsource: report\n"},
        at=("countries/xanadu/roadmap.yaml", 1, 1),
        message="not said, and not under missing: status (how far the roadmap is)",
    ),
)
GOOD = (Good({"projects/pilot.yaml": _PROJECT.format("figures.actual, events.end, corridors")}),)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Give the silent slots of each record, all in one finding, since one entry under `missing` can mend them all."""
    for entry in dataset.entries.values():
        slots = list(silent(dataset, entry.record))
        if slots:
            slots = _unmeant(dataset, entry.record, slots)
        if slots:
            named = ", ".join(f"{slot.path} ({slot.words})" for slot in slots)
            yield Fault(
                f"not said, and not under missing: {named}",
                entry.record,
                hint="enter what the source says, or put the path under missing with the reason why",
                thing=slots[0].path if len(slots) == 1 else "",
            )


def _unmeant(dataset: Dataset, record: Record, slots: list[Slot]) -> list[Slot]:
    """Leave out what a miswritten path under missing was meant to name, which is a fault by itself."""
    paths = [path for each in record.missing for path in each.field]
    odd = [path for path in paths if odd_step(dataset, record, path) is not None]
    return [slot for slot in slots if not any(nearest(path, (slot.path,)) for path in odd)]
