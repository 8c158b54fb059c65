"""A partnership has no roundtable.

What: No event of a partnership is a roundtable, held or planned, and `missing` does not say why.

Why: Partnerships are launched, and their sectors and aims agreed, at roundtables; a state of play without one rests on
nothing that a reader can find.

How to mend: Enter the roundtable with its number and day; or put `events.roundtable` under `missing` with the reason.

Fine when: The partnership was launched in another way: `missing: {field: events.roundtable, why: not-applicable}`.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.records import Partnership
from talentpart.queries.paths import lines_of
from talentpart.queries.slots import Slot, admitted, fills
from talentpart.values import Day

SEVERITY = Severity.WARNING
_SLOT = Slot("events.roundtable", "which roundtables were held", ("roundtable",))
_PARTNERSHIP = 'country: "XA"\nsource: report\nevents:\n  - {%s}\nsectors: [ict]\nmissing:\n  - {%s, why: not-stated}\n'
_FILE = "countries/xanadu/partnership.yaml"
BAD = (
    Bad(
        {_FILE: _PARTNERSHIP % ('type: launch, date: "2023-03"', "field: member_states")},
        at=(_FILE, 1, 1),
        message="no roundtable is said, held or planned, and events.roundtable is not under missing",
    ),
)
GOOD = (
    Good({_FILE: _PARTNERSHIP % ("type: roundtable, number: 1, basis: planned", "field: member_states")}),
    Good({_FILE: _PARTNERSHIP % ('type: launch, date: "2023-03"', "field: [member_states, events.roundtable]")}),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Look for a roundtable among the events and the gaps of each partnership."""
    for partnership in dataset.all(Partnership):
        said = any(fills(dataset, _SLOT, name, line) for name, line in lines_of(partnership))
        if not said and not admitted(partnership, _SLOT):
            message = "no roundtable is said, held or planned, and events.roundtable is not under missing"
            yield Fault(message, partnership, thing=_SLOT.path)
