"""A mapping names a scheme without its version.

What: `scheme` is `nace`, `isco` or another name without a version, or has the version in another form (`isco08`,
`nace-rev-2`) than the other mappings.

Why: 45 is the trade in vehicles in one version of NACE and nothing in the next; a code means something in its version
alone, and is found only when all write the version alike.

How to mend: Write `nace-2`, `nace-2.1` or `isco-08`; for another scheme its name, a hyphen and its version.

Fine when: The scheme is `dac`, which has no versions.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.lint.shapes import CLASSIFICATIONS, has_version, versions
from talentpart.model.dataset import Dataset
from talentpart.model.records import Codelist
from talentpart.queries.subjects import nearest
from talentpart.values import Day

SEVERITY = Severity.ERROR
_CARE = (
    "label: Tiers\nitems:\n  - code: priority\n    label: priority\n    mappings:\n"
    '      - {scheme: %s, code: "87", match: close}\n'
)
BAD = (
    Bad(
        {"codelists/tiers.yaml": _CARE % "nace"},
        at=("codelists/tiers.yaml", 6, 18),
        message="'nace' names no version; write nace-2 or nace-2.1",
    ),
    Bad(
        {"codelists/tiers.yaml": _CARE % "isco08"},
        at=("codelists/tiers.yaml", 6, 18),
        message="'isco08' is written isco-08 in the other mappings",
    ),
    Bad(
        {"codelists/tiers.yaml": _CARE % "esco"},
        at=("codelists/tiers.yaml", 6, 18),
        message="'esco' names no version; write it behind a hyphen, as in nace-2.1",
    ),
)
GOOD = (
    Good({"codelists/tiers.yaml": _CARE % "nace-2.1"}),
    Good({"codelists/tiers.yaml": (_CARE % "dac").replace("87", "11330")}),
    Good({"codelists/tiers.yaml": _CARE % "esco-1.2"}),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Look at the scheme of each mapping."""
    for codelist in dataset.all(Codelist):
        for index, item in enumerate(codelist.items):
            for number, mapping in enumerate(item.mappings):
                message = _said(mapping.scheme)
                if message:
                    yield Fault(message, codelist, steps=("items", index, "mappings", number, "scheme"))


def _said(scheme: str) -> str:
    meant = versions(scheme)
    if has_version(scheme):
        return f"'{scheme}' is written {meant[0]} in the other mappings" if meant else ""
    if meant:
        return f"'{scheme}' names no version; write {' or '.join(meant)}"
    near = nearest(scheme, CLASSIFICATIONS, most=1)
    if near:
        return f"'{scheme}' is no scheme that is known; did you mean '{near[0]}'?"
    return f"'{scheme}' names no version; write it behind a hyphen, as in nace-2.1"
