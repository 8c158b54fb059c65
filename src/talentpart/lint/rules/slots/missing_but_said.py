"""Something stands under `missing`, and is said all the same.

What: A path under `missing` names what a line of the record says, from a source that is said to be silent on it (from
any source, where `missing` names none).

Why: One of the two is out of date, mostly the gap; a briefing would print a value and ask for it in the same breath.

How to mend: Take the path out of `missing`; or write it more exactly (`figures.moved.actual`, `sectors.care.at`).

Fine when: Never.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.queries.slots import contradicted
from talentpart.values import Day

SEVERITY = Severity.ERROR
_MONEY = "source: report\nmoney:\n  - {%s}\nmissing:\n  - {field: [sectors, %s], why: not-stated}\n"
BAD = (
    Bad(
        {"projects/pilot.yaml": _MONEY % ("amount: EUR 3000000", "money")},
        at=("projects/pilot.yaml", 5, 23),
        message="money stands under missing, and is said",
    ),
    Bad(
        {
            "sources/web.yaml": (
                'title: A page\nauthority: official\ntype: web-page\nlanguage: en\nretrieved: "2026-01-02"\n'
                'read: whole\npublished: "2025"\nmissing: {field: published, why: not-stated}\n'
            )
        },
        at=("sources/web.yaml", 8, 18),
        message="published stands under missing, and is said",
    ),
)
GOOD = (
    Good({"projects/pilot.yaml": _MONEY % ("payer: fund", "money")}),
    Good({"projects/pilot.yaml": _MONEY % ("amount: EUR 5, part: language-courses", "money")}),
    Good({"projects/pilot.yaml": _MONEY % ("amount: EUR 5", "money.actual")}),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Look for each path under `missing` among the lines and fields of its record."""
    for entry in dataset.entries.values():
        record = entry.record
        for index, missing in enumerate(record.missing):
            for path in missing.field:
                said = contradicted(dataset, record, missing, path)
                if said:
                    lines = [] if isinstance(said, str) else said[:1]
                    yield Fault(
                        f"{path} stands under missing, and is said",
                        record,
                        steps=("missing", index, "field"),
                        word=path,
                        hint="take it out of missing, or name more exactly what is not known",
                        related=tuple((line, "said here") for line in lines),
                        thing=path,
                    )
