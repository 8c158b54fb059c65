"""An id or a code stands for two things.

What: Two files give the same id, whatever their folders; or a codelist has a code twice, or a source a place.

Why: Ids are unique in the whole dataset, since a path such as `match.figures.moved` names its record by the id alone.

How to mend: Rename the newer file, and what refers to it; take the second code out, or give it a name of its own.

Fine when: Never.
"""

from collections.abc import Iterable, Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.records import Codelist, Source
from talentpart.values import Day

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/agency.yaml": "source: report\nmobility: work\n"},
        at=("projects/agency.yaml", 1, 1),
        message="the id 'agency' is taken by organisations/agency.yaml; ids are unique in the whole dataset",
    ),
    Bad(
        {
            "codelists/tiers.yaml": (
                "label: Tiers\nitems:\n  - {code: priority, label: priority}\n  - {code: priority, label: first}\n"
            )
        },
        at=("codelists/tiers.yaml", 4, 12),
        message="the code 'priority' stands in this list already; codes are unique in their list",
    ),
)
GOOD = (Good({"projects/other.yaml": "source: report\nmobility: work\n"}),)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Count codes and places; that two files have one id is found when the dataset is put together."""
    for codelist in dataset.all(Codelist):
        for index, code in _again(item.code for item in codelist.items):
            message = f"the code '{code}' stands in this list already; codes are unique in their list"
            yield Fault(message, codelist, steps=("items", index, "code"))
    for source in dataset.all(Source):
        for index, place in _again(each.place for each in source.places):
            message = f"the place '{place}' stands in this source already; places are unique in their source"
            yield Fault(message, source, steps=("places", index, "place"))


def _again(words: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Give each word that stood before, with its index."""
    seen: set[str] = set()
    for index, word in enumerate(words):
        if word in seen:
            yield index, word
        seen.add(word)
