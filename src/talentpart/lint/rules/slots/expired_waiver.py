"""The time of a waiver is over.

What: The last day of the waiver has passed; what it accepted is found again.

Why: A waiver is a promise to look again by a day, and the day has come.

How to mend: Mend what it accepted and take it out; or look again, and set a new day with a reason that still holds.

Fine when: Never.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.lint.waivers import expired
from talentpart.model.dataset import Dataset
from talentpart.values import Day

SEVERITY = Severity.WARNING
_WAIVER = 'items:\n  - {rule: said-nor-missing, path: pilot, because: being written, until: "%s"}\n'
_PILOT = "source: report\nmobility: work\n"
BAD = (
    Bad(
        {"waivers.yaml": _WAIVER % "2026-06", "projects/pilot.yaml": _PILOT},
        at=("waivers.yaml", 2, 74),
        message="this waiver was to hold until June 2026; mend what it accepts, or look again and set a new day",
    ),
)
GOOD = (Good({"waivers.yaml": _WAIVER % "2027-06", "projects/pilot.yaml": _PILOT}),)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:
    """Hold the last day of each waiver against the day as of which lint runs."""
    for index, waiver in enumerate(dataset.waivers):
        if expired(waiver, as_of):
            message = (
                f"this waiver was to hold until {waiver.until}; mend what it accepts, or look again and set a new day"
            )
            yield Fault(message, file="waivers", steps=("items", index, "until"))
