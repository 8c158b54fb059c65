"""Two lines are one claim.

What: Two lines of a list say something of the same thing, on the same basis, for the same day, in the same printed
words, from the same place of the same source; or a path stands under `missing` twice for one source.

Why: A source says a thing once. Two lines are either one too many, or lack what tells them apart, and then `why` and
`diff` cannot tell them apart either.

How to mend: Take one out; or say what tells them apart: a `number` or `slug`, a `part`, an `as_of`, the place in the
source.

Fine when: Never.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Line
from talentpart.model.records import Record
from talentpart.model.widen import lists_of
from talentpart.queries.paths import claim_ids, key, lines_of
from talentpart.queries.unsettled import two_events
from talentpart.values import Day

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {
            "projects/pilot.yaml": (
                "source: report\nfigures:\n  - {measure: trained, value: 9}\n  - {measure: trained, value: 12}\n"
            )
        },
        at=("projects/pilot.yaml", 4, 5),
        message="figures.trained is said twice from 'report'",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report\nobjectives:\n  - {text: Teach.}\n  - {text: Learn.}\n"},
        at=("projects/pilot.yaml", 4, 5),
        message="objectives is said twice from 'report'",
    ),
    Bad(
        {
            "projects/pilot.yaml": (
                "source: report\nmissing:\n  - {field: [money, sectors], why: not-stated}\n"
                "  - {field: sectors, why: not-stated}\n"
            )
        },
        at=("projects/pilot.yaml", 4, 13),
        message="sectors stands under missing twice",
    ),
)
GOOD = (
    Good(
        {
            "projects/pilot.yaml": (
                "source: report\nfigures:\n  - {measure: trained, value: 9}\n"
                "  - {measure: trained, value: 9, basis: actual}\n  - {measure: trained, value: 9, part: women}\n"
                "  - {measure: trained, value: 9, source: report#table}\n"
            )
        }
    ),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Compare the identities of the lines of each record; a line with several sources has one for each."""
    for entry in dataset.entries.values():
        yield from _gaps(entry.record)
        if not _alike(entry.record):
            continue
        first: dict[str, Line] = {}
        for name, line in lines_of(entry.record):
            twins = [
                each for each in sorted(claim_ids(entry.record, name, line)) if first.setdefault(each, line) is not line
            ]
            # Two meetings on two days are no claim said twice: another rule asks which is which.
            if twins and not two_events(first[twins[0]], line):
                twin = first[twins[0]]
                shared = [each for each in line.source if each in twin.source]
                said = f" from '{shared[0]}'" if shared else ""
                yield Fault(
                    f"{'.'.join((name, *key(line)))} is said twice{said}",
                    entry.record,
                    line,
                    hint="take one out, or tell them apart by number, slug, part, as_of or the place in the source",
                    related=((twin, "first said here"),),
                )


def _alike(record: Record) -> bool:
    """Tell whether two lines of a list have one path, as lines of one identity have; most records have none such."""
    for name in lists_of(type(record)):
        lines: tuple[Line, ...] = getattr(record, name)
        if len(lines) > 1:
            paths = {".".join((*key(line), line.basis) if line.basis else key(line)) for line in lines}
            if len(paths) < len(lines):
                return True
    return False


def _gaps(record: Record) -> Iterator[Fault]:
    """Give the paths that stand under `missing` a second time, for the same source."""
    seen: set[tuple[str, str]] = set()
    for index, missing in enumerate(record.missing):
        for each in missing.field:
            said = {(each, source) for source in missing.source or ("",)}
            if said & seen:
                message = f"{each} stands under missing twice"
                yield Fault(message, record, steps=("missing", index, "field"), word=each, thing=each)
                break
            seen |= said
