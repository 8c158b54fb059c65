"""A source is called silent that was not read whole.

What: A gap has `why: not-stated`, which says that the source is silent, and the source is marked `read: part` or
`read: title`.

Why: Only who has read all of it can say that something is not in it.

How to mend: Write `why: not-seen`; or read the source whole and say so in its file; or name under `source` the one
that was.

Fine when: Never.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.values import Day

SEVERITY = Severity.ERROR
_SKIMMED = (
    'title: A study\nauthority: research\ntype: study\nlanguage: en\nretrieved: "2026-01-02"\nread: part\n'
    'published: "2025"\n'
)
_GAP = "source: study\nmobility: work\nmissing:\n  - {field: money, why: %s}\n"
BAD = (
    Bad(
        {"sources/study.yaml": _SKIMMED, "projects/pilot.yaml": _GAP % "not-stated"},
        at=("projects/pilot.yaml", 4, 25),
        message="'study' was read in part, so it cannot be said to be silent; write not-seen",
    ),
)
GOOD = (Good({"sources/study.yaml": _SKIMMED, "projects/pilot.yaml": _GAP % "not-seen"}),)
_READ = {"part": "in part", "title": "by its title alone"}


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Hold each source that a gap calls silent to what its file says of how it was read."""
    for entry in dataset.entries.values():
        record = entry.record
        for index, missing in enumerate(record.missing):
            if missing.why != "not-stated":
                continue
            for reference in missing.source or record.source:
                source = dataset.source(reference)
                if source is not None and source.read != "whole":
                    how = _READ[source.read]
                    message = f"'{source.id}' was read {how}, so it cannot be said to be silent; write not-seen"
                    yield Fault(message, record, steps=("missing", index, "why"))
                    break
