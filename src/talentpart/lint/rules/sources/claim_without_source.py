"""Something is said, and nobody says it.

What: A line names no source, and its record names none either; or an open gap does not say who is silent.

Why: Every figure that is printed carries a footnote, and here there is none to print.

How to mend: Give the record a `source`, which then stands for each line that names none of its own; or give the line
one.

Fine when: Never. What we add ourselves belongs under `notes`.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.records import Source, Told
from talentpart.queries.paths import lines_of
from talentpart.values import Day

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yaml": "mobility: [work, training]\nkind: {value: pilot, source: report}\n"},
        at=("projects/pilot.yaml", 1, 12),
        message="2 lines name no source, and the record has none; the first is this one",
    ),
    Bad(
        {"projects/pilot.yaml": "kind: {value: pilot, source: report}\nmissing: {field: money, why: not-stated}\n"},
        at=("projects/pilot.yaml", 2, 10),
        message="this gap does not say which source is silent, and the record has no source",
    ),
)
GOOD = (Good({"projects/pilot.yaml": "source: report\nmobility: [work, training]\n"}),)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Give the first line without a source, with the number of them, and each such gap; a source speaks for itself."""
    for entry in dataset.entries.values():
        record = entry.record
        if isinstance(record, Source) or record.source:
            continue
        bare = [line for _, line in lines_of(record) if not line.source]
        if bare:
            many = f"{len(bare)} lines name no source, and the record has none; the first is this one"
            one = "this line names no source, and the record has none"
            yield Fault(many if len(bare) > 1 else one, record, bare[0], hint="give the record a source, or each line")
        elif isinstance(record, Told):
            for index, missing in enumerate(record.missing):
                if missing.why == "not-stated" and not missing.source:
                    message = "this gap does not say which source is silent, and the record has no source"
                    yield Fault(message, record, steps=("missing", index))
