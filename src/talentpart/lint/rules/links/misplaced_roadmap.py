"""A roadmap stands beside another partnership than it names.

What: `partnership` of a roadmap.yaml is not the partnership in whose folder it lies.

Why: The briefing of the one country would print the other's roadmap, and its own none.

How to mend: Write the name of the folder under `partnership`; or move the file into the folder of the partnership.

Fine when: Never.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.records import Partnership, Roadmap
from talentpart.values import Day

SEVERITY = Severity.ERROR
_PARTNERSHIP = (
    'country: "XB"\nsource: report\nevents:\n  - {type: roundtable, number: 1, date: "2023-03"}\nsectors: [ict]\n'
    "missing:\n  - {field: member_states, why: not-stated}\n"
)
_ROADMAP = "partnership: %s\nsource: report\nstatus: endorsed\n"
_END = "-roadmap"
BAD = (
    Bad(
        {
            "countries/yonder/partnership.yaml": _PARTNERSHIP,
            "countries/yonder/roadmap.yaml": _ROADMAP % "xanadu",
        },
        at=("countries/yonder/roadmap.yaml", 1, 14),
        message="this roadmap lies in the folder of 'yonder' and names 'xanadu'",
    ),
)
GOOD = (
    Good(
        {
            "countries/yonder/partnership.yaml": _PARTNERSHIP,
            "countries/yonder/roadmap.yaml": _ROADMAP % "yonder",
        }
    ),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Hold each roadmap against the folder that it lies in, from which its id is made."""
    for roadmap in dataset.all(Roadmap):
        folder = roadmap.id.removesuffix(_END)
        if folder != roadmap.partnership and dataset.find(Partnership, roadmap.partnership) is not None:
            message = f"this roadmap lies in the folder of '{folder}' and names '{roadmap.partnership}'"
            yield Fault(message, roadmap, steps=("partnership",))
