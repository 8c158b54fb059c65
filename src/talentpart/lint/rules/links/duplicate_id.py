"""An id or a code stands for two things.

What: Two files give the same id, whatever their folders; or a codelist has a code twice, or a source a place; or two
partnerships are with one country.

Why: Ids are unique in the whole dataset, since a path such as `match.figures.moved` names its record by the id alone.

How to mend: Rename the newer file, and what refers to it; take the second code out, or give it a name of its own. The
`country` of a copied partnership is that of its own folder.

Fine when: Never.
"""

from collections.abc import Iterable, Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.records import Codelist, Partnership, Source
from talentpart.queries.subjects import fold
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
    Bad(
        {
            "countries/yonder/partnership.yaml": (
                'country: "XA"\nsource: report\nevents:\n  - {type: roundtable, number: 1, date: "2023-03"}\n'
                "sectors: [ict]\nmissing:\n  - {field: member_states, why: not-stated}\n"
            ),
            "countries/yonder/roadmap.yaml": "partnership: yonder\nsource: report\nstatus: endorsed\n",
        },
        at=("countries/yonder/partnership.yaml", 1, 10),
        message="the partnership with XA is 'xanadu' already; a country has one",
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
    yield from _partnerships(dataset)


def _partnerships(dataset: Dataset) -> Iterator[Fault]:
    """Look for a second partnership with a country: one whose folder has another name than the country's, if any."""
    own: dict[str, Partnership] = {}
    for each in dataset.all(Partnership):
        if each.country not in own or each.id == fold(dataset.label("places", each.country)):
            own[each.country] = each
    for each in dataset.all(Partnership):
        if own[each.country] is not each:
            label = dataset.label("places", each.country)
            message = f"the partnership with {label} is '{own[each.country].id}' already; a country has one"
            yield Fault(message, each, steps=("country",), rests_on=(own[each.country].id,))


def _again(words: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Give each word that stood before, with its index."""
    seen: set[str] = set()
    for index, word in enumerate(words):
        if word in seen:
            yield index, word
        seen.add(word)
