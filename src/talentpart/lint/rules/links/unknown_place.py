"""A reference names a place that its source does not list.

What: What stands after `#` is neither one of the `places` of the source, nor a page (`p4`), nor an article (`art-3`).

Why: A reader who wants to see the sentence for himself looks for it under that heading, and finds nothing.

How to mend: Take the nearest right place; or add the place, with its heading as printed, to the `places` of the source.

Fine when: Never.
"""

import re
from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.links import links, mentioned
from talentpart.queries.subjects import nearest
from talentpart.values import Day

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": "source: report#tabel\nmobility: work\n"},
        at=("projects/pilot.yaml", 1, 9),
        message="'report' has no place 'tabel'; did you mean 'table'?",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report\nmobility:\n  - {value: work, source: [report, report#page4]}\n"},
        at=("projects/pilot.yaml", 3, 36),
        message="'report' has no place 'page4'; it lists table, and p4 or art-3 may stand for a page or an article",
    ),
)
GOOD = (Good({"projects/pilot.yaml": "source: [report#table, report#p4, report#art-3]\nmobility: work\n"}),)
_NUMBERED = re.compile(r"p[0-9]+|art-[0-9]+[a-z]?")


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Look each place up in the source that it is said to be in."""
    wrong = {word: message for word, _ in mentioned(dataset) if (message := _wrong(dataset, word))}
    for link in links(dataset) if wrong else ():
        if link.word in wrong:
            yield Fault(wrong[link.word], link.record, link.line, link.steps, word=link.word)


def _wrong(dataset: Dataset, word: str) -> str:
    """Say what is wrong with the place in a source that a reference names; nothing where it is right or names none."""
    place = word.partition("#")[2]
    source = dataset.source(word) if place else None
    if source is None or _NUMBERED.fullmatch(place):
        return ""
    known = [each.place for each in source.places]
    # A place that stands twice is a fault by itself, and may have been this one.
    if place in known or len(known) != len(set(known)):
        return ""
    near = nearest(place, known)
    if near:
        meant = f"did you mean {' or '.join(repr(each) for each in near)}?"
    elif known:
        meant = f"it lists {', '.join(known)}, and p4 or art-3 may stand for a page or an article"
    else:
        meant = "it lists none, and p4 or art-3 may stand for a page or an article"
    return f"'{source.id}' has no place '{place}'; {meant}"
