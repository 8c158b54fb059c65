"""A waiver accepts nothing.

What: What the waiver accepts is not found any more, or its rule or its record does not exist.

Why: A waiver that outlives its finding would hide the next one.

How to mend: Take it out; or correct the name of its rule or its path.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.WARNING
_WAIVER = 'items:\n  - {rule: %s, path: pilot, because: to be settled, until: "2027"}\n'
_LINE = "source: report\nfigures:\n  - {measure: trained, value: 9, rank: preferred%s}\n"
BAD = (
    Bad(
        {
            "waivers.yaml": _WAIVER % "preferred-without-because",
            "projects/pilot.yaml": _LINE % ", because: it is newer",
        },
        at=("waivers.yaml", 2, 5),
        message="nothing is found by preferred-without-because on 'pilot' any more; take the waiver out",
    ),
    Bad(
        {"waivers.yaml": _WAIVER % "prefered-without-because"},
        at=("waivers.yaml", 2, 12),
        message="no rule called 'prefered-without-because'; did you mean 'preferred-without-because'?",
    ),
    Bad(
        {
            "waivers.yaml": (_WAIVER % "said-twice").replace("path: pilot", "path: pliot"),
            "projects/pilot.yaml": _LINE % ", because: it is newer",
        },
        at=("waivers.yaml", 2, 30),
        message="no record called 'pliot'; did you mean 'pilot'?",
    ),
)
GOOD = (Good({"waivers.yaml": _WAIVER % "preferred-without-because", "projects/pilot.yaml": _LINE % ""}),)
