"""A partnership has no roadmap record.

What: The folder of a partnership holds no roadmap.yaml, and no other roadmap names the partnership.

Why: Every partnership is to have a roadmap, so that its silence is a fact too: a briefing says whether a roadmap is
endorsed, expected or not found, and takes this from the record.

How to mend: Write `countries/<partner>/roadmap.yaml` with `partnership`, and its `status`; or, where nothing is known,
`missing: {field: status, why: not-found}` with the source that was read.

Fine when: Never.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.records import Partnership
from talentpart.queries.subjects import roadmap_of
from talentpart.values import Day

SEVERITY = Severity.WARNING
_PARTNERSHIP = (
    'country: "XB"\nsource: report\nevents:\n  - {type: roundtable, number: 1, date: "2023-03"}\nsectors: [ict]\n'
    "missing:\n  - {field: member_states, why: not-stated}\n"
)
BAD = (
    Bad(
        {"countries/yonder/partnership.yaml": _PARTNERSHIP},
        at=("countries/yonder/partnership.yaml", 1, 1),
        message="this partnership has no roadmap record; write roadmap.yaml beside it, even if all is missing",
    ),
)
GOOD = (
    Good(
        {
            "countries/yonder/partnership.yaml": _PARTNERSHIP,
            "countries/yonder/roadmap.yaml": (
                "partnership: yonder\nsource: report\nmissing: {field: status, why: not-found}\n"
            ),
        }
    ),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Look for the roadmap of each partnership; one that stands beside it and names another has a rule of its own."""
    for partnership in dataset.all(Partnership):
        beside = f"{partnership.id}-roadmap"
        if beside not in dataset.entries and roadmap_of(dataset, partnership) is None:
            message = "this partnership has no roadmap record; write roadmap.yaml beside it, even if all is missing"
            yield Fault(message, partnership, thing="roadmap", rests_on=(beside,))
